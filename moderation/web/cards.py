"""A comment as its card shows it: the text with its marks, why it is here, what follows."""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from moderation.desk import Case, suggested_clause
from moderation.domain.budgets.allowance_of import scored_rules
from moderation.domain.comment import Format
from moderation.domain.decision import Decision, Source
from moderation.domain.masking import WORDS, masked, places
from moderation.domain.policy import Policy
from moderation.domain.review import DISPUTED
from moderation.domain.text import normalise
from moderation.domain.verdict import Match, Outcome, Verdict
from moderation.reports import clause_named

#: A score is shown where it made a rule hold, or came as near as this to where a rule begins to.
NEAR = 0.1

#: From which score a model's word is "likely", and below which "unlikely".
LIKELY, UNLIKELY = 0.75, 0.4

#: From which priority on what a moderator reads is severe: slurs, threats, somebody's address.
SEVERE = 80

#: Characters that would move others about, or hide; shown by name instead.
_MOVING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of the text under the same marks, or one character that is named instead of shown."""

    text: str
    #: Letters of the reasons that mark it.
    letters: str = ""
    #: What marks it, for the tooltip.
    why: str = ""
    #: The rules that mark it.
    rules: tuple[str, ...] = ()
    is_named: bool = False
    #: Personal data that a rule masks: veiled until it is looked at.
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A rule that holds, with the letter of its marks."""

    letter: str
    rule: str
    clause: str
    message: str
    is_live: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBar:
    """One score, in words and as a bar."""

    name: str
    score: float
    word: str
    is_telling: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything that the template of a card asks for, beside the case itself."""

    case: Case
    headline: str
    pieces: tuple[Piece, ...]
    #: The text without disguise; `None` where it is as typed.
    read: str | None
    reasons: tuple[Reason, ...]
    scores: tuple[ScoreBar, ...]
    #: The clause that a rejection would rest on.
    suggested: str | None
    is_degraded: bool
    #: Rules of the policy that hold by words, live or in shadow: the text can be kept as a test of one.
    rules: tuple[str, ...]
    #: What the text proves about them by the latest ruling; `None` before there is one.
    proves: str | None
    #: What readers say of the text as it is, and how many of them, the most frequent first.
    reported: tuple[tuple[str, int], ...]
    #: The text with the words masked that a rule says; `None` where none does.
    masked: str | None
    #: Chance drew it: the moderator is not told what the policy thought.
    is_blind: bool


def card_of(case: Case, policy: Policy) -> Card:
    """Return a card."""
    decision = case.verdict
    verdict = decision.verdict if decision else None
    is_blind = bool(decision and decision.is_drawn and len(case.decisions) == 1)
    matches = verdict.matches if verdict and not is_blind else ()
    letters = _letters(matches)
    text = case.comment.text or ""
    reading = normalise(text, format=Format(case.comment.context.get("format", Format.PLAIN)))
    return Card(
        case=case,
        headline=_headline(case, matches, policy, is_blind=is_blind),
        pieces=tuple(pieces(text, matches, letters)),
        read=reading.read if reading.disguised else None,
        reasons=tuple(_reasons(matches, letters, policy)),
        scores=() if is_blind or decision is None else tuple(_scores(decision, matches, policy)),
        suggested=None if is_blind else suggested_clause(policy, list(case.decisions), case.review),
        is_degraded=bool(verdict and verdict.degraded),
        rules=() if is_blind or verdict is None else _rules(verdict, policy),
        proves=_proves(case),
        reported=_reported(case, policy),
        masked=masked(text, hidden) if (hidden := places(matches)) and case.comment.text else None,
        is_blind=is_blind,
    )


def pieces(text: str, matches: Sequence[Match], letters: Mapping[str, str]) -> list[Piece]:
    """Cut a text where marks begin and end; a lone space bears none; what moves other characters is named."""
    edges = {0, len(text)}
    for match in matches:
        edges |= {edge for span in match.spans for edge in (span.start, span.end) if 0 <= edge <= len(text)}
    cut = sorted(edges)
    found: list[Piece] = []
    for start, end in pairwise(cut):
        here = [m for m in matches if any(s.start <= start and end <= s.end for s in m.spans)]
        here = here if text[start:end].strip() else []
        marks = "".join(dict.fromkeys(letters[m.clause] for m in here))
        whole = Piece(
            text=text[start:end],
            letters=marks,
            why="; ".join(m.message for m in here),
            rules=tuple(m.rule for m in here),
            is_private=any(set(m.mask) - {WORDS} for m in here),
        )
        found += _named(whole)
    return found


def _named(piece: Piece) -> list[Piece]:
    """Take out the characters that move others about, and show their names in their place."""
    found, run = [], ""
    for character in piece.text:
        if character not in _MOVING:
            run += character
            continue
        if run:
            found.append(replace(piece, text=run))
        run = ""
        found.append(Piece(text=unicodedata.name(character, "CONTROL").lower(), is_named=True))
    return [*found, replace(piece, text=run)] if run else found


def _letters(matches: Sequence[Match]) -> dict[str, str]:
    """Give each clause a letter, in the order in which they weigh."""
    clauses = dict.fromkeys(match.clause for match in matches)
    return {clause: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index % 26] for index, clause in enumerate(clauses)}


def _headline(case: Case, matches: Sequence[Match], policy: Policy, *, is_blind: bool) -> str:
    """Say in one sentence why the comment is here."""
    if is_blind:
        return "Drawn by chance for the audit: decide without knowing what the policy thought."
    review = case.review
    if review is not None and review.is_second:
        return "A second look: somebody has ruled on this. Decide as if you were the first."
    if review is not None and review.queue == DISPUTED:
        return "Two moderators disagree on this: you decide."
    if review is not None and review.queue == "appeals":
        return "Its author contests the rejection; it is decided anew."
    if case.approval is not None:
        who, count = case.approval.by or "the site", sum(report.at > case.approval.at for report in case.reports)
        often = "once" if count == 1 else f"{count} times"
        return (
            f"{who} approved it on {case.approval.at:%-d %B}, unchanged since; readers reported it {often} since."
        )
    parent = (case.comment.context.get("parent") or {}).get("author")
    answer = f", in reply to {parent}" if parent else ""
    if matches:
        clause = policy.clauses.get(matches[0].clause)
        said = f"{clause.title if clause else matches[0].clause}: {matches[0].message}{answer}"
        return said if said.endswith(".") else f"{said}."
    if case.reports:
        times = len(case.reports)
        return "A reader reported it." if times == 1 else f"Readers reported it {times} times."
    if case.verdict and case.verdict.verdict and case.verdict.verdict.degraded:
        return "Something that could have mattered was down when it came in, so a person looks."
    return "No rule holds against it."


def _reasons(matches: Sequence[Match], letters: Mapping[str, str], policy: Policy) -> list[Reason]:
    shown = []
    for match in matches:
        clause = policy.clauses.get(match.clause)
        title = clause.title if clause else match.clause
        shown.append(Reason(letter=letters[match.clause], rule=match.rule, clause=title, message=match.message))
    return shown


def _rules(verdict: Verdict, policy: Policy) -> tuple[str, ...]:
    """Return the rules that rest on words: what rests on a score or on the author, a text alone does not prove."""
    known = {rule.id for rule in policy.rules}
    matches = (*verdict.matches, *verdict.shadow)
    by_words = (m.rule for m in matches if m.spans and not m.attributes and m.rule in known)
    return tuple(dict.fromkeys(by_words))


def _reported(case: Case, policy: Policy) -> tuple[tuple[str, int], ...]:
    """Count what readers say of the text as it is: a clause by its title, else their own words."""
    told = [each for each in case.reports if each.revision == case.comment.revision]
    named = [clause_named(each, policy) for each in told]
    reasons = [
        policy.clauses[clause].title if clause else (each.reason or "").strip() or "no reason given"
        for each, clause in zip(told, named, strict=True)
    ]
    return tuple(Counter(reasons).most_common())


def _proves(case: Case) -> str | None:
    latest = case.decisions[-1]
    if latest.source not in (Source.MODERATOR, Source.SITE):
        return None
    return {Outcome.BLOCK: "hit", Outcome.ALLOW: "known_fp"}.get(latest.outcome)


def _scores(decision: Decision, matches: Sequence[Match], policy: Policy) -> list[ScoreBar]:
    begins: dict[str, float] = {}
    for asked in scored_rules(policy).values():
        begins |= {name: min(at, begins.get(name, at)) for name, at in asked.items()}
    decisive = {attribute for match in matches for attribute in match.attributes}
    ranked = sorted(decision.scores.items(), key=lambda item: (item[0] not in decisive, -item[1]))
    return [
        ScoreBar(
            name=name.replace("_", " "),
            score=score,
            word="likely" if score >= LIKELY else "unlikely" if score < UNLIKELY else "unsure",
            is_telling=name in decisive or (name in begins and score >= begins[name] - NEAR),
        )
        for name, score in ranked
    ]
