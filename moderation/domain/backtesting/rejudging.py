"""A policy over verdicts of the past: what is unchanged keeps its matches, the rest is asked again.

No model is run: scores are what they were. A rule that means the same in both policies holds for the same
comments, whatever it is called and whatever it now entails.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from moderation.domain.backtesting.asking import Answers, Asking
from moderation.domain.backtesting.deltas import Deltas
from moderation.domain.backtesting.evidence import Evidence
from moderation.domain.backtesting.meaning import groups_of, meaning_of
from moderation.domain.conclusion import outcome_of, weighed_facts
from moderation.domain.conditions.scene import Found
from moderation.domain.observation import SELF_DISCLOSURE
from moderation.domain.policy import Policy, Rule
from moderation.domain.record import NOT_KEPT
from moderation.domain.signals import Fact
from moderation.domain.verdict import Mode, Outcome

_NONE: frozenset[str] = frozenset()
_NOTHING = Answers()
#: So many conclusions are kept: rules hold together in few ways.
_MOST_KNOWN = 10_000
#: Facts that are looked up only where a policy asks for them.
_COUNTED = ("rate.", "duplicate.", "similarity.", "thread.", "label", SELF_DISCLOSURE)


@dataclass(frozen=True, slots=True)
class Rejudged:
    """What a policy makes of a comment of the past, as if it were live."""

    #: `None` where it cannot be told: what it rests on is gone.
    outcome: Outcome | None
    #: Ids of the rules that hold, live or shadow.
    holding: frozenset[str]


class Rejudging:
    """One policy, to be tried on verdicts that another (`None`: one that is not kept) had given."""

    def __init__(self, recorded: Policy | None, policy: Policy) -> None:
        """Find out which rules keep their matches."""
        self.policy = policy
        self._active = {rule.id: rule for rule in policy.rules if rule.mode is not Mode.OFF}
        recorded_ids = _ids_by_meaning(recorded) if recorded is not None else {}
        #: Id of a recorded rule → ids of the rules that mean the same now.
        self._kept: dict[str, list[str]] = {}
        changed: list[Rule] = []
        for rule in self._active.values():
            known = recorded_ids.get(meaning_of(rule, policy))
            if known is None:
                changed.append(rule)
            else:
                self._kept.setdefault(known, []).append(rule.id)
        counted = {name for name in policy.asks if name.startswith(_COUNTED)}
        missing = counted - (recorded.asks if recorded is not None else frozenset())
        self._missing = frozenset(missing | (policy.asks & NOT_KEPT))
        self._retarget = recorded is None or groups_of(recorded) != groups_of(policy)
        #: The ids of the rules that have to be asked again.
        self.changed = frozenset(rule.id for rule in changed)
        self._asking = self._ask_of(changed) if changed else None
        # Where it is found out again who is meant, other words than the rules' own may count.
        self._deltas = Deltas(recorded, policy, changed) if recorded is not None and not self._retarget else None
        #: What was concluded where the same rules held, and the same facts weighed.
        self._known: dict[tuple[Hashable, ...], Rejudged] = {}

    def __call__(self, evidences: Sequence[Evidence]) -> list[Rejudged]:
        """Judge comments of the past again."""
        untouched = [self._untouched(each) for each in evidences]
        answers = [_NOTHING] * len(evidences) if self._asking is None else self._asking.ask(evidences, untouched)
        return [self._judged(*each) for each in zip(evidences, untouched, answers, strict=True)]

    def _untouched(self, evidence: Evidence) -> frozenset[str]:
        """Return the rules that need not be asked again, since none of the words that differ can stand there."""
        if self._deltas is None or evidence.archived.gist.unknown:
            return _NONE
        return self._deltas.untouched(evidence)

    def _judged(self, evidence: Evidence, untouched: frozenset[str], answers: Answers) -> Rejudged:
        gist = evidence.archived.gist
        kept = [id for rule in gist.held for id in self._kept.get(rule, ())]
        if untouched:
            kept += untouched.intersection(gist.held)
        if gist.unknown:  # which rules could not be told then is not on record
            failed = frozenset(gist.unknown)
            ids = {id for some in self._kept.values() for id in some}
            again = frozenset(id for id in ids if not failed.isdisjoint(self._active[id].asks))
            [more] = self._everything.ask([evidence], [self._active.keys() - again.difference(kept)])
            answers = Answers(
                answers.found | more.found, answers.doubtful + more.doubtful, answers.lost + more.lost
            )
        return self._concluded(evidence, (*kept, *answers.found), answers)

    def show(self, evidence: Evidence, id: str) -> Found | None:
        """Return what makes one rule hold for a comment, with its places in the text."""
        # What asks the rules that changed is ready; all rules take seconds.
        asking = self._asking if self._asking is not None and id in self.changed else self._everything
        return asking.show(evidence, id)

    @cached_property
    def _everything(self) -> Asking:
        if self._asking is not None and len(self.changed) == len(self._active):
            return self._asking
        return self._ask_of(list(self._active.values()))

    def _ask_of(self, rules: list[Rule]) -> Asking:
        return Asking(self.policy, rules, missing=self._missing, retarget=self._retarget)

    def _concluded(self, evidence: Evidence, holding: tuple[str, ...], answers: Answers) -> Rejudged:
        facts = evidence.archived.facts
        if answers.doubtful or answers.lost:
            return self._weighed(facts, holding, answers)
        known = (holding, *weighed_facts(facts))
        concluded = self._known.get(known)
        if concluded is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            concluded = self._known[known] = self._weighed(facts, holding, answers)
        return concluded

    def _weighed(self, facts: Mapping[str, Fact], holding: tuple[str, ...], answers: Answers) -> Rejudged:
        rules = [self._active[id] for id in dict.fromkeys(holding)]
        outcome = outcome_of(self.policy, facts, rules, answers.doubtful)
        if not answers.lost:
            return Rejudged(outcome, frozenset(holding))
        at_most = outcome_of(self.policy, facts, [*rules, *answers.lost], answers.doubtful)
        return Rejudged(outcome if outcome is at_most else None, frozenset(holding))


def _ids_by_meaning(policy: Policy) -> Mapping[Hashable, str]:
    return {meaning_of(rule, policy): rule.id for rule in policy.rules if rule.mode is not Mode.OFF}
