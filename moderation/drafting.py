"""Suggestions with a rule each that proves itself, and what the rules would have done."""

from dataclasses import replace

from moderation.domain.backtest import Trial
from moderation.domain.site import PolicyFiles
from moderation.domain.suggestion import Drafted, Search, Suggestion
from moderation.domain.verdict import Mode
from moderation.policyfile import draft
from moderation.policyfile.files import load
from moderation.ports import Storage
from moderation.suggesting import suggest
from moderation.timemachine import run


def drafts(url: str, storage: Storage, search: Search, *, aside: bool = False) -> list[Drafted]:
    """Suggest rules; each is in shadow, lints, proves itself, and was tried on what is on record.

    Raises:
        PolicyInvalid: if the live policy has faults.
        StorageUnavailable: if the database cannot be read.
    """
    policy = load(search.policy.name, search.policy.files)
    found = suggest(storage, site=search.site, policy=policy, query=search.query, most=search.most)
    suggestions = [draft.proved(each, policy) for each in found]
    return _tried(url, suggestions, search, aside=aside) if suggestions else []


def _tried(url: str, suggestions: list[Suggestion], search: Search, *, aside: bool) -> list[Drafted]:
    """Try all of them at once, live, over the live policy: one look at the archive tells of each."""
    main = next(iter(search.policy.files))
    over = draft.laid_over(suggestions, main=main, mode=Mode.LIVE)
    after = PolicyFiles(name="suggested", files={"suggested.yaml": over, **search.policy.files})
    query = replace(search.query, is_judged=False)
    trial = Trial(site=search.site, before=search.policy, after=after, query=query)
    by_rule = {each.rule: each for each in run(url, trial, aside=aside).rules}
    drafted = []
    for each in suggestions:
        shift = by_rule.get(each.rule)
        changed = sum(s.count for s in shift.shifts) if shift else 0
        held = shift.held_after if shift else 0
        drafted.append(Drafted(suggestion=each, yaml=draft.rule_of(each), held=held, changed=changed))
    return drafted
