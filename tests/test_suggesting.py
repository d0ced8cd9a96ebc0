"""What is suggested, to whom a rule of it would do wrong, and on which ground it would rest."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta

import pytest

from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import Article, CommentId, Parent
from moderation.domain.policy import Entity, EntityKind, Policy
from moderation.domain.suggestions.suggestion import Suggestion
from moderation.domain.verdict import Outcome
from moderation.past import PAGE
from moderation.pipeline import moderate
from moderation.suggesting import dismiss, dismissed, suggest
from moderation.testing.acts import append
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, author, comment, ruled, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import OneLanguage, WordScorer

Fill = Callable[..., None]
REGION = Article(id="a-1", title="Talks go on", section="region")


@pytest.fixture
def fill(memory: MemoryStorage) -> Fill:
    """Return what records a text by several authors, and rules on each."""
    ids = iter(range(10_000))

    def fill(text: str, outcome: Outcome, *, count: int = 6, clause: str | None = None, **parts: object) -> None:
        for _ in range(count):
            number = next(ids)
            made = comment(f"{text} No. {number}.", id=f"c-{number}", author=author(f"u-{number}"), article=REGION)
            sent = submission(dataclasses.replace(made, **parts))  # type: ignore[arg-type]
            moderate(
                [sent],
                policy=policy(),
                scorer=WordScorer(),
                languages=OneLanguage(),
                storage=memory,
                at=START + timedelta(seconds=number),
            )
            ruling = ruled(outcome, id=f"c-{number}", at=START + timedelta(days=1, seconds=number), clause=clause)
            append(memory, ruling)

    return fill


def suggested(memory: MemoryStorage, *, live: Policy | None = None) -> list[Suggestion]:
    """Return what is suggested."""
    return suggest(memory, site=NORTH, policy=live or policy(), query=VerdictQuery())


@pytest.fixture(autouse=True)
def calm(fill: Fill) -> None:
    """People publish what is calm, in much the same words."""
    for text in (
        "Give the ministers nothing.",
        "Nobody believes the ministers.",
        "First a calm sentence. Then another.",
    ):
        fill(text, Outcome.ALLOW, count=8)


def test_a_term_rests_on_the_clause_that_moderators_named(fill: Fill, memory: MemoryStorage) -> None:
    """A rule without its clause would leave a writer without a reason."""
    fill("Give the lanterns nothing.", Outcome.BLOCK, clause="spam")

    (found,) = suggested(memory)
    assert (found.term, found.clause, found.rule) == ("lanterns", "spam", "said-lanterns")


def test_a_name_is_no_term(fill: Fill, memory: MemoryStorage) -> None:
    """Who is much insulted must not become unmentionable."""
    fill("Nobody believes Zoltan.", Outcome.BLOCK, parent=Parent(id=CommentId("p"), author="Zoltan"))

    assert "zoltan" not in {each.term for each in suggested(memory)}


def test_a_people_is_marked_and_bound_to_the_section(fill: Fill, memory: MemoryStorage) -> None:
    """Contempt is rejected, and the people it is for must be spoken of elsewhere."""
    fill("Give the lanterns nothing.", Outcome.BLOCK)
    peoples = (Entity(name="Lanterns", kind=EntityKind.PEOPLE),)

    (found,) = suggested(memory, live=policy(entities=peoples))
    assert (found.term, found.names_people, found.sections) == ("lanterns", True, ("region",))
    (plain,) = suggested(memory)
    assert (plain.names_people, plain.sections) == (False, ())


def test_without_a_section_what_the_article_is_about_tells_its_kind(fill: Fill, memory: MemoryStorage) -> None:
    """Many blogs have no sections, and a rule cannot be bound to what is not sent."""
    about = Article(id="a-2", title="Talks", about=("Armenia",))
    fill("Give the ministers nothing.", Outcome.ALLOW, count=20, article=about)
    fill("Give the lanterns nothing.", Outcome.BLOCK, article=about)
    fill("Paper lanterns.", Outcome.ALLOW, count=20)

    (found,) = suggested(memory)
    assert (found.term, found.elsewhere, found.sections) == ("lanterns", 20, ())


def test_a_quotation_is_the_sentence_as_typed(fill: Fill, memory: MemoryStorage) -> None:
    """An editor reads what was written, in whatever disguise, and not what was made of it."""
    fill("First a calm sentence. Give the L\u0430nterns nothing! Then another.", Outcome.BLOCK)

    (found,) = suggested(memory)
    quote = found.hits[0]
    assert quote.text.startswith("Give the L\u0430nterns")
    assert quote.span is not None
    assert "nterns" in quote.text[quote.span.start : quote.span.end]


def test_a_word_that_somebody_does_not_want_is_not_suggested_until_they_do(
    fill: Fill, memory: MemoryStorage
) -> None:
    """Whoever has said no once must not say it every morning; and may think better."""
    fill("Give the lanterns nothing.", Outcome.BLOCK)
    dismiss(memory, "lanterns", site=NORTH, by="ann", at=START)
    without = suggested(memory)
    noted = dismissed(memory, site=NORTH)
    dismiss(memory, "lanterns", site=NORTH, by="ben", at=START, is_wanted=True)

    assert without == []
    assert {term: act.by for term, act in noted.items()} == {"lanterns": "ann"}
    assert dismissed(memory, site=NORTH) == {}
    assert [each.term for each in suggested(memory)] == ["lanterns"]


def test_log_odds_come_with_their_interval(fill: Fill, memory: MemoryStorage) -> None:
    """A ratio without its error says more than six authors can."""
    fill("Give the lanterns nothing.", Outcome.BLOCK)

    (found,) = suggested(memory)
    low, high = found.interval
    assert 0 < low < found.log_odds < high
    assert found.hits[0].comment.startswith("c-")


def test_copies_are_quoted_once(fill: Fill, memory: MemoryStorage) -> None:
    """Three times the same sentence proves a rule no better than once."""
    fill("The barnacles decide it all.", Outcome.BLOCK)
    [found] = [each for each in suggested(memory) if each.term.startswith("barnacl")]

    assert [each.text for each in found.hits] == ["The barnacles decide it all."]
    assert len({each.text for each in found.misses}) == len(found.misses)


def test_an_approved_comment_is_quoted_where_it_says_something(fill: Fill, memory: MemoryStorage) -> None:
    """A lone quotation mark proves nothing of a rule."""
    fill("The barnacles decide it all.", Outcome.BLOCK)
    fill('"\nThe ferry leaves at noon today.', Outcome.ALLOW)
    [found] = [each for each in suggested(memory) if each.term.startswith("barnacl")]

    assert all(len(each.text.split()) > 2 for each in found.misses)


def test_how_far_the_search_is_can_be_told(fill: Fill, memory: MemoryStorage) -> None:
    """An archive of ten years is read for a while, three times."""
    fill("Give the lanterns nothing.", Outcome.BLOCK, count=PAGE)
    told: list[tuple[int, int]] = []
    suggest(
        memory,
        site=NORTH,
        policy=policy(),
        query=VerdictQuery(),
        advanced=lambda done, of: told.append((done, of)),
    )

    assert told == sorted(told)
    assert len(told) >= 3
    assert all(done <= of for done, of in told)
