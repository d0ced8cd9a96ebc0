"""Judge a text by one condition, without a policy file."""

from collections.abc import Callable, Mapping

import pytest

from moderation.domain.conditions.compiler import Compiler
from moderation.domain.conditions.expression import Expression
from moderation.domain.conditions.scene import Scene, Truth
from moderation.domain.signals import Fact, Signals
from moderation.domain.text import normalise
from moderation.domain.verdict import Span

Judge = Callable[..., Truth]

LISTS = {"insults": ("idiot*", "moron"), "peoples": ("turks", "armenians"), "orders": ("should leave", "vanish")}


def judge_condition(
    when: Expression,
    text: str = "",
    *,
    unless: Expression | None = None,
    facts: Mapping[str, Fact] | None = None,
    spans: Mapping[str, tuple[Span, ...]] | None = None,
    fields: Mapping[str, str] | None = None,
    own_words_only: bool = True,
) -> Truth:
    """Compile one rule and ask it about a text."""
    compiler = Compiler(
        words=LISTS,
        domains={"shorteners": ("bit.ly", "*.gov")},
        spellings={"turkey": ("Turkey", "Türkiye")},
        own_words_only=own_words_only,
    )
    check = compiler.rule(when, unless)
    named = {name: normalise(value) for name, value in (fields or {}).items()}
    signals = Signals(facts=facts or {}, spans=spans or {}, text=normalise(text), fields=named)
    return check(Scene(signals, compiler.lexicon(), compiler.clues.seen))


@pytest.fixture
def judge() -> Judge:
    """Judge a text by one condition."""
    return judge_condition
