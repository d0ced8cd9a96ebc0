"""From what the rules found to a verdict."""

from dataclasses import replace

import pytest

from moderation.domain.conclusion import MOST_SPANS, Judged, conclude
from moderation.domain.conditions.expression import Flag
from moderation.domain.conditions.scene import Found
from moderation.domain.policy import Clause, Policy, Rule, Settings, Then, Writer
from moderation.domain.signals import Signals
from moderation.domain.text import normalise
from moderation.domain.verdict import Effect, Outcome, Span, Verdict

RULE = Rule(
    id="seen", clause="c", when=Flag(fact="x", value=True), then=Then(verdict=Outcome.FLAG, mask=("email",))
)


def concluded(text: str, *found: Found | None) -> Verdict:
    """Weigh what one rule found in a text."""
    signals = Signals(facts={}, text=normalise(text))
    return conclude(Policy(name="p", rules=(RULE,)), signals, [Judged(RULE, each) for each in found])


def test_overlapping_places_are_shown_as_one() -> None:
    """Marks in a text cannot overlap."""
    verdict = concluded("You are an idiot.", Found(spans=((11, 16), (4, 13))))

    assert verdict.matches[0].spans == (Span(4, 16),)


def test_a_place_includes_the_article_before_it() -> None:
    """`an idiot` reads better than `idiot` where the place is shown."""
    verdict = concluded("You are an idiot.", Found(spans=((11, 16),)))

    assert verdict.matches[0].spans == (Span(8, 16),)


def test_a_text_of_nothing_but_hits_gives_a_bounded_answer() -> None:
    """An answer must not be many times as long as the comment."""
    spans = tuple((i, i + 1) for i in range(0, 5000, 2))

    verdict = concluded("x " * 2500, Found(spans=spans))

    assert len(verdict.matches[0].spans) == MOST_SPANS


@pytest.mark.parametrize(
    ("found", "said"), [(Found(said=("a", "b", "a")), "a, b"), (Found(), "nothing speaks against it")]
)
def test_a_message_says_each_reason_once(found: Found, said: str) -> None:
    """A moderator reads sentences, not logs."""
    assert concluded("x", found).matches[0].message == said


def test_what_the_rule_says_is_in_the_match() -> None:
    """The queue needs to know what to mask, before anybody looks."""
    match = concluded("x", Found()).matches[0]

    assert (match.mask, match.effect, match.queue) == (("email",), Effect.HOLD, "general")


def test_nothing_found_is_allowed() -> None:
    """Most comments are."""
    assert concluded("x").outcome is Outcome.ALLOW
    assert concluded("x", None).degraded


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("tr", ("Lütfen", "Bir kişi bakacak.", "Başka söyleyin.")),
        ("fi", ("Please", "Somebody looks.", "Leave it out.")),
        (None, ("Please", "Somebody looks.", "Leave it out.")),
    ],
)
def test_writer_is_told_in_the_language_of_the_comment(language: str | None, told: tuple[str, str, str]) -> None:
    """Advice that nobody can read changes no text, and half of it in another language is none."""
    asked = Writer(title="Lütfen", message="Bir kişi bakacak.", advice="Başka söyleyin.")
    turkish = Clause(id="c", title="T", text="T", writer=asked)
    said = Writer(title="Please", message="Somebody looks.", advice="Say it otherwise.")
    clause = Clause(id="c", title="E", text="E", writer=said, translations={"tr": turkish})
    rule = replace(RULE, then=replace(RULE.then, advice="Leave it out."))
    signals = Signals(facts={} if language is None else {"language": language}, text=normalise("Seni aptal."))

    verdict = conclude(Policy(name="p", rules=(rule,), clauses={"c": clause}), signals, [Judged(rule, Found())])

    assert verdict.writer is not None
    assert (verdict.writer.title, verdict.writer.message, verdict.writer.advice) == told


@pytest.mark.parametrize(
    ("outcome", "language", "title"),
    [
        (Outcome.FLAG, "en", "It waits"),
        (Outcome.BLOCK, "en", "Not published"),
        (Outcome.BLOCK, "tr", "Yayımlanmadı"),
        (Outcome.BLOCK, "ru", "Ждёт"),
    ],
)
def test_a_writer_whose_comment_is_blocked_is_not_told_that_it_waits(
    outcome: Outcome, language: str, title: str
) -> None:
    """Whoever waits for nothing asks the newsroom in the end, and was told a lie."""
    turkish = Clause(id="c", title="T", text="T", refused=Writer(title="Yayımlanmadı", message="Reklam."))
    russian = Clause(id="c", title="R", text="R", writer=Writer(title="Ждёт", message="Посмотрят."))
    clause = Clause(
        id="c",
        title="E",
        text="E",
        writer=Writer(title="It waits", message="Somebody looks."),
        refused=Writer(title="Not published", message="It sells."),
        translations={"tr": turkish, "ru": russian},
    )
    rule = replace(RULE, then=replace(RULE.then, verdict=outcome))
    signals = Signals(facts={"language": language}, text=normalise("Buy."))

    verdict = conclude(Policy(name="p", rules=(rule,), clauses={"c": clause}), signals, [Judged(rule, Found())])

    assert verdict.writer is not None
    assert verdict.writer.title == title


@pytest.mark.parametrize(("language", "title"), [("tr-TR", "Bekliyor"), ("fi", "Waiting")])
def test_a_writer_who_touched_no_clause_is_told_in_the_language_of_the_comment(language: str, title: str) -> None:
    """Where every comment waits, most writers read this and nothing else."""
    turkish = Writer(title="Bekliyor", message="Bir kişi okuyacak.")
    waiting = Writer(title="Waiting", message="A person reads it.", translations={"tr": turkish})
    policy = Policy(name="p", settings=Settings(default_verdict=Outcome.FLAG, waiting=waiting))

    verdict = conclude(policy, Signals(facts={"language": language}, text=normalise("Günaydın.")), [])

    assert verdict.writer is not None
    assert verdict.writer.title == title
