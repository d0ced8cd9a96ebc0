"""Suggestions with a rule each that proves itself, and what the rules would have done."""

from dataclasses import dataclass, replace

from moderation.domain.backtest import Advanced, RuleShift, Trial, unheard
from moderation.domain.site import PolicyFiles
from moderation.domain.suggestion import Drafted, Search, Suggestion
from moderation.domain.verdict import Mode
from moderation.policyfile import draft
from moderation.policyfile.files import load
from moderation.ports import Storage
from moderation.suggesting import suggest
from moderation.timemachine import run


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Is told how far a search is: with reading what people judged, and with trying what was found."""

    read: Advanced = unheard
    tried: Advanced = unheard


_NOBODY = Watch()


def drafts(
    url: str, storage: Storage, search: Search, *, aside: bool = False, watch: Watch = _NOBODY
) -> list[Drafted]:
    """Suggest rules; each is in shadow, lints, proves itself, and was tried on what is on record.

    Raises:
        PolicyInvalid: if the live policy has faults.
        StorageUnavailable: if the database cannot be read.
    """
    policy = load(search.policy.name, search.policy.files)
    found = suggest(
        storage, site=search.site, policy=policy, query=search.query, most=search.most, advanced=watch.read
    )
    suggestions = [draft.proved(each, policy) for each in found]
    if not suggestions:
        return []
    trial = _trial(suggestions, search)
    by_rule = {each.rule: each for each in run(url, trial, aside=aside, advanced=watch.tried).rules}
    return [_drafted(each, by_rule.get(each.rule)) for each in suggestions]


def _trial(suggestions: list[Suggestion], search: Search) -> Trial:
    """Try all of them at once, live, over the live policy: one look at the archive tells of each."""
    main = next(iter(search.policy.files))
    over = draft.laid_over(suggestions, main=main, mode=Mode.LIVE)
    after = PolicyFiles(name="suggested", files={"suggested.yaml": over, **search.policy.files})
    query = replace(search.query, is_judged=False)
    return Trial(site=search.site, before=search.policy, after=after, query=query)


def _drafted(suggestion: Suggestion, shift: RuleShift | None) -> Drafted:
    changed = sum(each.count for each in shift.shifts) if shift else 0
    held = shift.held_after if shift else 0
    return Drafted(suggestion=suggestion, yaml=draft.rule_of(suggestion), held=held, changed=changed)
