"""Writes a suggestion down as a rule that an editor may take over: in shadow, with examples."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from moderation.domain.policy import Policy
from moderation.domain.suggestions.suggestion import Quote, Suggestion
from moderation.domain.verdict import Mode
from moderation.policyfile.examples import Expectation, run_examples
from moderation.policyfile.files import load
from moderation.policyfile.rehearse import observer

_MOST = 3
_NAME = "suggested"
#: What begins a file of drafts.
_HEAD = """\
# Rules drafted from what people rejected. Read each before you take it over: a term is evidence, no verdict.
# They stand in shadow: matches are recorded without effect, until you write `mode: live`.
"""


def proved(suggestion: Suggestion, policy: Policy) -> Suggestion:
    """Return a suggestion with examples that prove its rule, three of a kind at most; others are left out."""
    text = standing_alone([suggestion], policy)
    drafted = load(_NAME, {f"{_NAME}.yaml": text})
    outcomes = run_examples(drafted, observe=observer(drafted))
    good = {(each.expectation, each.text) for each in outcomes if each.passed}
    return replace(
        suggestion,
        hits=tuple(quote for quote in suggestion.hits if (Expectation.HIT, quote.text) in good)[:_MOST],
        misses=tuple(quote for quote in suggestion.misses if (Expectation.MISS, quote.text) in good)[:_MOST],
    )


def standing_alone(suggestions: Sequence[Suggestion], policy: Policy) -> str:
    """Return a policy of these rules alone, with the clauses that they rest on; it lints and proves itself."""
    clauses = {each.clause: policy.clauses[each.clause] for each in suggestions}
    written = "".join(
        f"  {id}:\n    title: {_quoted(clause.title)}\n    text: {_quoted(clause.text)}\n"
        for id, clause in clauses.items()
    )
    rules = "".join(rule_of(each) for each in suggestions)
    return f"{_HEAD}version: 1\nname: {_NAME}\n\nclauses:\n{written}\nrules:\n{rules}"


def laid_over(suggestions: Sequence[Suggestion], *, main: str, mode: Mode) -> str:
    """Return a policy that adds these rules to another one, by the path of its main file."""
    rules = "".join(rule_of(each, mode=mode) for each in suggestions)
    return f"version: 1\nname: {_NAME}\nextends: {_quoted(main)}\nrules:\n{rules}"


def rule_of(suggestion: Suggestion, *, mode: Mode = Mode.SHADOW) -> str:
    """Return one rule as an item of a sequence."""
    word = f"word: {{words: [{_quoted(suggestion.term)}]}}"
    sections = ", ".join(map(_quoted, suggestion.sections))
    condition = f"{{all: [{{article: {{section: [{sections}]}}}}, {{{word}}}]}}" if sections else f"{{{word}}}"
    note = (
        f"Rejected: {suggestion.authors} authors, {suggestion.uncaught} of them caught by no rule; "
        f"approved: {suggestion.approved} here, {suggestion.elsewhere} elsewhere; z = {suggestion.z}."
    )
    lines = [
        f"  - id: {suggestion.rule}",
        f"    clause: {suggestion.clause}",
        f"    mode: {mode.value}",
        f"    note: {_quoted(note)}",
        f"    when: {condition}",
        f"    then: {{verdict: flag, priority: 40, message: {_quoted(f'Says “{suggestion.term}”.')}}}",
    ]
    if suggestion.hits or suggestion.misses:
        lines.append("    examples:")
        lines += _examples("hit", suggestion.hits)
        lines += _examples("miss", suggestion.misses)
    return "\n".join(lines) + "\n\n"


def _examples(kind: str, quotes: Iterable[Quote]) -> list[str]:
    found = [f"        - {_example(quote)}" for quote in quotes]
    return [f"      {kind}:", *found] if found else []


def _example(quote: Quote) -> str:
    if quote.section is None:
        return _quoted(quote.text)
    return f"{{text: {_quoted(quote.text)}, article: {{section: {_quoted(quote.section)}}}}}"


def _quoted(text: str) -> str:
    """Write a text as YAML's double-quoted form, of which JSON's is a part."""
    return json.dumps("".join(c if c.isprintable() else " " for c in text), ensure_ascii=False)
