"""From what the rules found to a verdict: the strictest outcome, its reasons, its message to the writer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from moderation.domain.conditions.scene import Found, Place, merged
from moderation.domain.matching import with_article
from moderation.domain.signals import PREMODERATED_BY, PREMODERATED_UNTIL, UNKNOWN, Fact, Signals
from moderation.domain.text import NormalisedText
from moderation.domain.verdict import Match, Mode, Outcome, Span, Verdict, WriterMessage

if TYPE_CHECKING:  # `policy` imports this module
    from moderation.domain.policy import Policy, Rule

#: Reasons that no rule gives.
DEFAULT_VERDICT = "default-verdict"
UNMEASURED_LANGUAGE = "unmeasured-language"
CROWDED_TEXT = "crowded-text"
PREMODERATED = "article-premoderated"

#: So many places show a reviewer enough, also in a text that is nothing but hits.
MOST_SPANS = 100


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule that holds, or (`found` is `None`) one of which that cannot be told."""

    rule: Rule
    found: Found | None


@dataclass(frozen=True, slots=True)
class _Reason:
    """A match, with the place in the text that it concerns first."""

    match: Match
    place: Place | None = None
    rule: Rule | None = None


def conclude(policy: Policy, signals: Signals, judged: Sequence[Judged], *, is_cut: bool = False) -> Verdict:
    """Weigh what the rules found; `is_cut` says that they did not see all that there was."""
    reasons = sorted((_reason(j.rule, j.found, signals) for j in judged if j.found), key=_urgency)
    live = [reason for reason in reasons if reason.match.mode is Mode.LIVE]
    live = sorted([*live, *_built_in(policy, signals, _strictest(live), is_cut=is_cut)], key=_urgency)
    settled = _strictest(live)
    # What could not be told matters where it would have made the outcome stricter.
    doubtful = [j.rule.then.verdict for j in judged if j.found is None and j.rule.mode is Mode.LIVE]
    degraded = any(outcome.severity > settled.severity for outcome in doubtful)
    outcome = max(settled, policy.settings.on_degraded, key=_severity) if degraded else settled
    applied = _applied(policy, signals, outcome)
    return Verdict(
        outcome=applied,
        matches=tuple(reason.match for reason in live),
        shadow=tuple(reason.match for reason in reasons if reason.match.mode is Mode.SHADOW),
        writer=_writer(policy, signals, live=live, outcome=applied) if applied is not Outcome.ALLOW else None,
        degraded=degraded,
        unknown=_unknown(policy, signals.facts),
        not_checked=tuple(n for n in policy.asked if n not in signals.facts and n not in signals.fields),
        would_be=outcome if policy.settings.mode == "observe" else None,
        policy=policy.ref,
    )


def _unknown(policy: Policy, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Name what was asked for and failed."""
    if UNKNOWN not in facts.values():
        return ()
    return tuple(name for name in policy.asked if facts.get(name) is UNKNOWN)


def effort_of(found: Found | None) -> int:
    """Return what it costs to tell a person of a rule that holds, in the units of `Effort`."""
    if found is None:
        return 1
    return 20 + 2 * min(len(found.spans), MOST_SPANS) + (len(found.spans) + len(found.places)) // 2


def outcome_of(
    policy: Policy, facts: Mapping[str, Fact], holding: Iterable[Rule], doubtful: Iterable[Rule]
) -> Outcome:
    """Return what `conclude` would let be the outcome, as if the policy were live."""
    if facts.get("author.role") in policy.settings.roles_exempt:
        return Outcome.ALLOW
    settings = policy.settings
    settled = settings.default_verdict
    for rule in holding:
        if rule.mode is Mode.LIVE and rule.then.verdict.severity > settled.severity:
            settled = rule.then.verdict
    if facts.get("text.crowded") is True or PREMODERATED_UNTIL in facts:
        settled = max(settled, Outcome.FLAG, key=_severity)
    if facts.get("language.measured") is False:
        settled = max(settled, settings.unmeasured_language, key=_severity)
    if any(r.mode is Mode.LIVE and r.then.verdict.severity > settled.severity for r in doubtful):
        return max(settled, settings.on_degraded, key=_severity)
    return settled


def weighed_facts(facts: Mapping[str, Fact]) -> tuple[Fact | None, ...]:
    """Return the facts that `outcome_of` looks at, besides what the rules found."""
    return (
        facts.get("author.role"),
        facts.get("text.crowded"),
        facts.get("language.measured"),
        PREMODERATED_UNTIL in facts,
    )


def _applied(policy: Policy, signals: Signals, outcome: Outcome) -> Outcome:
    """Let the outcome through, unless the site only observes or the author's role is exempt."""
    is_exempt = signals.facts.get("author.role") in policy.settings.roles_exempt
    return Outcome.ALLOW if is_exempt or policy.settings.mode == "observe" else outcome


def _reason(rule: Rule, found: Found, signals: Signals) -> _Reason:
    then, text = rule.then, signals.text
    telling = _telling(sorted(found.spans), found.places)
    words = [with_article(text, place) for place in telling[:MOST_SPANS]]
    places = merged(words or (() if found.attributes else found.places))[:MOST_SPANS]
    match = Match(
        rule=rule.id,
        clause=rule.clause,
        mode=rule.mode,
        outcome=then.verdict,
        message=_message(then.message, found.said),
        spans=tuple(Span(start, min(end, len(text.typed))) for start, end in places),
        attributes=found.attributes,
        effect=then.effect,
        queue=then.queue,
        priority=_by_score(found, signals.facts, then.priority) if then.priority_by_score else then.priority,
        strike=then.strike,
        mask=then.mask,
        cooldown_seconds=int(then.cooldown.total_seconds()) if then.cooldown else None,
        notify=then.notify,
        label=then.label.name if then.label else None,
        label_seconds=int(then.label.lasts.total_seconds()) if then.label else None,
        premoderate_seconds=int(then.premoderate.total_seconds()) if then.premoderate else None,
    )
    return _Reason(match, min(found.spans or found.places, default=None), rule)


def _by_score(found: Found, facts: Mapping[str, Fact], normal: int) -> int:
    """Return the highest score by which a rule holds, in hundredths; what is normal where none made it hold."""
    scores = [facts.get(f"score.{attribute}") for attribute in found.attributes]
    return max((round(100 * score) for score in scores if isinstance(score, (int, float))), default=normal)


def _telling(words: Sequence[Place], aimed: Sequence[Place]) -> Sequence[Place]:
    """Leave out the words that only say who is meant ("you are"), where others say what of them."""
    apart = merged(aimed)
    ends = [end for _, end in apart]
    others = [word for word in words if not _touches(word, apart, ends)]
    return others or words


def _touches(word: Place, apart: Sequence[Place], ends: Sequence[int]) -> bool:
    """Whether a place overlaps one of some that lie apart, in order."""
    at = bisect_right(ends, word[0])
    return at < len(apart) and apart[at][0] < word[1]


def _message(lead: str | None, said: Sequence[str]) -> str:
    facts = ", ".join(dict.fromkeys(said)) or "nothing speaks against it"
    return f"{lead.rstrip('. ')}: {facts}" if lead else facts


def _built_in(policy: Policy, signals: Signals, settled: Outcome, *, is_cut: bool) -> list[_Reason]:
    """Return the reasons that the settings give, where they are stricter than the rules'."""
    settings, facts = policy.settings, signals.facts
    reasons = []
    if (is_cut or facts.get("text.crowded") is True) and settled is Outcome.ALLOW:
        message = "more of it is disguised or listed than is read through, so a person looks"
        reasons.append(_Reason(_plain(CROWDED_TEXT, Outcome.FLAG, message)))
    if PREMODERATED_UNTIL in facts and settled is not Outcome.BLOCK:
        reasons.append(_Reason(_plain(PREMODERATED, Outcome.FLAG, _premoderated(settings.time_zone, facts))))
    if facts.get("language.measured") is False and settings.unmeasured_language.severity > settled.severity:
        message = f"no model was measured on this language ({facts.get('language', 'unknown')})"
        reasons.append(_Reason(_plain(UNMEASURED_LANGUAGE, settings.unmeasured_language, message)))
    if settings.default_verdict.severity > settled.severity:
        message = "this site looks at every comment first"
        reasons.append(_Reason(_plain(DEFAULT_VERDICT, settings.default_verdict, message)))
    return reasons


def _premoderated(zone: str, facts: Mapping[str, Fact]) -> str:
    until = datetime.fromisoformat(str(facts[PREMODERATED_UNTIL])).astimezone(ZoneInfo(zone))
    when = f"{until:%H:%M} on {until.day} {until:%B}"
    return f"every comment under this article waits until {when}, since rule {facts[PREMODERATED_BY]} held"


def _plain(rule: str, outcome: Outcome, message: str) -> Match:
    return Match(rule=rule, clause="", mode=Mode.LIVE, outcome=outcome, message=message)


def _writer(
    policy: Policy, signals: Signals, *, live: Sequence[_Reason], outcome: Outcome
) -> WriterMessage | None:
    """Take the message of the leading match's clause, in the comment's language, and the sentence it is about."""
    leading = live[0] if live else _Reason(_plain(DEFAULT_VERDICT, Outcome.FLAG, ""))
    language = str(signals.facts.get("language") or "")
    clause = policy.clauses.get(leading.match.clause)
    if clause is None or leading.rule is None:
        if policy.settings.waiting is None:
            return None
        waiting = policy.settings.waiting.in_language(language)
        return WriterMessage(title=waiting.title, message=waiting.message, advice=waiting.advice)
    translated = clause.in_language(language)
    said = (translated.refused if outcome is Outcome.BLOCK else None) or translated.writer
    advice = said.advice if said else None
    return WriterMessage(
        title=said.title if said else translated.title,
        message=said.message if said else translated.text,
        sentence=None if leading.rule.private else _sentence(signals.text, leading.place),
        # A rule's own advice is in the policy's language alone.
        advice=leading.rule.then.advice or advice if translated is clause else advice,
    )


def _sentence(text: NormalisedText, place: Place | None) -> Span | None:
    if place is None:
        return None
    return next((s for s in text.sentences if s.start <= place[0] < s.end), None)


def _strictest(reasons: Sequence[_Reason]) -> Outcome:
    return max((reason.match.outcome for reason in reasons), key=_severity, default=Outcome.ALLOW)


def _severity(outcome: Outcome) -> int:
    return outcome.severity


def _urgency(reason: _Reason) -> tuple[int, int, str]:
    return -reason.match.outcome.severity, -reason.match.priority, reason.match.rule
