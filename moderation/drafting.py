"""Suggestions with a rule each that proves itself, and what the rules would have done."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace

from moderation.crew import crew, tell
from moderation.domain.backtesting.backtest import Advanced, RuleShift, Trial, unheard
from moderation.domain.site import PolicyFiles
from moderation.domain.suggestions.suggestion import Drafted, Search, Suggestion
from moderation.domain.verdict import Mode
from moderation.policyfile import draft
from moderation.policyfile.files import load
from moderation.ports import Storage
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.suggesting import suggest
from moderation.timemachine import opened, recorded_by, run


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Is told how far a search is: with reading what people judged, and with trying what was found."""

    read: Advanced = unheard
    tried: Advanced = unheard


_NOBODY = Watch()


def drafts(
    url: str, storage: Storage, search: Search, *, processes: int | None = None, watch: Watch = _NOBODY
) -> list[Drafted]:
    """Suggest rules; each is in shadow, lints, proves itself, and was tried on what is on record.

    Raises:
        PolicyInvalid: if the live policy has faults.
        StorageUnavailable: if the database cannot be read.
    """
    policy = load(search.policy.name, search.policy.files)
    with opened(url) as engine:
        found = suggest(
            storage,
            site=search.site,
            policy=policy,
            query=search.query,
            most=search.most,
            recorded=recorded_by(engine, search.site),
            advanced=watch.read,
        )
    suggestions = [draft.proved(each, policy) for each in found]
    if not suggestions:
        return []
    trial = _trial(suggestions, search)
    by_rule = {each.rule: each for each in run(url, trial, processes=processes, advanced=watch.tried).rules}
    return [_drafted(each, by_rule.get(each.rule)) for each in suggestions]


def aside(url: str, search: Search, advanced: Advanced = unheard) -> list[Drafted]:
    """Do the same in a process of its own: reading every ruling would hold up those who wait for a verdict.

    `advanced` is told of the reading first, and then, from the start again, of the trying.
    """
    with crew(_begin, count=1) as started:
        [found] = started.do(url, [search], advanced=advanced)
    return found


def _begin(url: str) -> Callable[[Search], list[Drafted]]:
    os.nice(5)
    storage = Database(connect(url, pool_size=1))
    return lambda search: drafts(url, storage, search, processes=0, watch=Watch(read=tell, tried=tell))


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
