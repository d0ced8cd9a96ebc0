"""Two policies over one comment of the past: which verdict each gives, and which rules make the difference."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from moderation.domain.backtesting.backtest import Instance
from moderation.domain.backtesting.backtest_tally import Pair, Tally, contradicts, doubt_of, is_worth_keeping, keep
from moderation.domain.backtesting.evidence import Evidence
from moderation.domain.backtesting.meaning import meaning_of
from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.backtesting.rejudging import Rejudged, Rejudging
from moderation.domain.conclusion import DEFAULT_VERDICT
from moderation.domain.conditions.scene import merged
from moderation.domain.policy import Policy, PolicyMode, Rule
from moderation.domain.verdict import Mode, Outcome, Span

#: Stands for a rule where settings, and no rule, make the difference.
SETTINGS = "settings"
_MOST_SPANS = 20
_LONGEST = 2_000
_MOST_WAYS = 10_000


class Difference:
    """What two policies make different for verdicts that one recorded policy had given."""

    def __init__(self, recorded: Policy | None, *, before: Policy, after: Policy) -> None:
        """Find out what has to be asked again, and which rules differ."""
        self._before, self._after = Rejudging(recorded, before), Rejudging(recorded, after)
        self._rules_before = {rule.id: rule for rule in before.rules}
        self._rules_after = {rule.id: rule for rule in after.rules}
        modes = before.settings.mode, after.settings.mode
        #: Where one of the two only observes: which, by its place in a pair. What it says has no effect.
        self._idle = modes.index(PolicyMode.OBSERVE) if modes[0] is not modes[1] else None
        #: Rules that are new, gone, or another in condition or effect; where effect begins or ends, all of them.
        self.differing = differing(before, after)
        if self._idle is not None:
            self.differing |= self._rules_before.keys() | self._rules_after.keys()
        # Rules hold together in few ways.
        self._differing_of = lru_cache(maxsize=_MOST_WAYS)(self.differing.intersection)
        self._queues = tuple(
            lru_cache(maxsize=_MOST_WAYS)(partial(_queue, rules))
            for rules in (self._rules_before, self._rules_after)
        )

    def count(self, archived: Sequence[PastVerdict], tally: Tally) -> None:
        """Judge comments by both policies, and count what comes of it."""
        evidences = [Evidence(each) for each in archived]
        both = zip(self._before(evidences), self._after(evidences), strict=True)
        for evidence, (before, after) in zip(evidences, both, strict=True):
            self._count(evidence, before=self._in_effect(before, 0), after=self._in_effect(after, 1), tally=tally)

    def _count(self, evidence: Evidence, *, before: Rejudged, after: Rejudged, tally: Tally) -> None:
        archived = evidence.archived
        tally.looked_at += 1
        if before.outcome is None or after.outcome is None:
            tally.untellable += 1
            return
        pair = before.outcome, after.outcome
        self._count_held(before, after, tally)
        self._count_waiting(archived, before, after, tally)
        self._count_misses(archived, pair, after, tally)
        if before.outcome is not after.outcome:
            self._count_shift(evidence, pair, before=before, after=after, tally=tally)

    def _in_effect(self, judged: Rejudged, place: int) -> Rejudged:
        """Let everything pass where a policy only observes, and the other does not."""
        is_idle = place == self._idle and judged.outcome is not None
        return replace(judged, outcome=Outcome.ALLOW) if is_idle else judged

    def _count_held(self, before: Rejudged, after: Rejudged, tally: Tally) -> None:
        for held, judged in ((tally.held_before, before), (tally.held_after, after)):
            if some := self._differing_of(judged.holding):
                held.update(some)

    def _count_waiting(self, archived: PastVerdict, before: Rejudged, after: Rejudged, tally: Tally) -> None:
        day = archived.gist.at.date()
        tally.days.add(day)
        if before.outcome is Outcome.FLAG:
            tally.waiting_before[day, self._queues[0](before.holding)] += 1
        if after.outcome is Outcome.FLAG:
            tally.waiting_after[day, self._queues[1](after.holding)] += 1

    def _count_misses(self, archived: PastVerdict, pair: Pair, after: Rejudged, tally: Tally) -> None:
        if self._differing_of(after.holding):
            tally.misses.note_caught(archived)
        elif pair[1] is Outcome.ALLOW and Outcome.BLOCK is (archived.ruling or archived.gist.outcome):
            tally.misses.note_escaped(archived)
        else:
            tally.misses.note_other(archived)

    def _count_shift(
        self, evidence: Evidence, pair: Pair, *, before: Rejudged, after: Rejudged, tally: Tally
    ) -> None:
        archived, rules = evidence.archived, self._responsible(pair, before, after)
        tally.shifts[pair] += 1
        tally.rule_shifts.update((rule, pair) for rule in rules)
        is_contrary, doubt = contradicts(archived, pair), doubt_of(archived, pair)
        tally.contradicting += is_contrary
        tally.agreeing += archived.ruling is not None and not is_contrary
        kept = tally.contradictions if is_contrary else tally.mistakes
        if (is_contrary or archived.ruling is None) and is_worth_keeping(kept, doubt, archived.decision.id):
            keep(kept, self._instance(evidence, pair, rules, doubt))

    def _responsible(self, pair: Pair, before: Rejudged, after: Rejudged) -> tuple[str, ...]:
        """Name the rules on the stricter side that carry its verdict and differ between the two."""
        is_stricter = pair[1].severity > pair[0].severity
        side, rules = (after, self._rules_after) if is_stricter else (before, self._rules_before)
        carrying = [
            id
            for id in side.holding & self.differing
            if rules[id].mode is Mode.LIVE and rules[id].then.verdict is max(pair, key=lambda o: o.severity)
        ]
        return tuple(sorted(carrying)) or (SETTINGS,)

    def _instance(self, evidence: Evidence, pair: Pair, rules: tuple[str, ...], doubt: float) -> Instance:
        archived = evidence.archived
        spans, message = self._shown(evidence, pair, rules)
        section = archived.facts.get("article.section")
        return Instance(
            decision_id=archived.decision.id,
            comment_id=archived.decision.comment_id,
            at=archived.decision.at,
            section=section if isinstance(section, str) else None,
            before=pair[0],
            after=pair[1],
            ruling=archived.ruling,
            rules=rules,
            text=None if archived.comment.text is None else archived.comment.text[:_LONGEST],
            spans=spans,
            message=message,
            doubt=doubt,
        )

    def _shown(self, evidence: Evidence, pair: Pair, rules: Iterable[str]) -> tuple[tuple[Span, ...], str]:
        """Return where the rules found something, and why they hold."""
        replay = self._after if pair[1].severity > pair[0].severity else self._before
        found = [shown for id in rules if id != SETTINGS and (shown := replay.show(evidence, id))]
        places = merged(place for each in found for place in each.spans or each.places)[:_MOST_SPANS]
        return tuple(Span(*place) for place in places), ", ".join(
            dict.fromkeys(said for each in found for said in each.said)
        )


def differing(before: Policy, after: Policy) -> frozenset[str]:
    """Return the ids of rules that are new, gone, or another in condition, mode or effect."""
    old, new = ({rule.id: _sense(rule, policy) for rule in policy.rules} for policy in (before, after))
    return frozenset(id for id in old.keys() | new.keys() if old.get(id) != new.get(id))


def _sense(rule: Rule, policy: Policy) -> object:
    return meaning_of(rule, policy), rule.mode, rule.then.verdict


def _queue(rules: dict[str, Rule], holding: frozenset[str]) -> str:
    """Name the queue in which a flagged comment waits: that of its most urgent rule."""
    live = [rules[id] for id in holding if rules[id].mode is Mode.LIVE]
    flagging = [rule for rule in live if rule.then.verdict is Outcome.FLAG]
    if not flagging:
        return DEFAULT_VERDICT
    return min(flagging, key=lambda rule: (-rule.then.priority, rule.id)).then.queue
