"""Terms that tell rejected comments from approved ones, and those that only seem to."""

from collections.abc import Iterable

import pytest

from moderation.domain.suggestions.log_odds import Seen, log_odds
from moderation.domain.suggestions.phrases import phrases_of
from moderation.domain.suggestions.vocabulary import Spoken, Telling, Vocabulary, candidates
from moderation.testing.clock import START


def said(
    text: str, *, by: str = "ann", rejected: bool = False, caught: bool = False, under: str = "region"
) -> Spoken:
    """Make a judged comment."""
    return Spoken(
        phrases=phrases_of(text),
        at=START,
        stratum=under,
        author=by,
        is_rejected=rejected,
        is_caught=caught and rejected,
    )


#: What people say there in any case.
CALM = [
    said(f"the fees for the {thing} rise", by=f"c-{thing}") for thing in ("road", "lake", "bridge", "park") * 20
]


def telling(*spoken: Spoken) -> list[Telling]:
    """Return what stands out, over calm talk."""
    every = [*CALM, *spoken]
    vocabulary = Vocabulary(candidates(every))
    for each in every:
        vocabulary.add(each)
    return vocabulary.telling()


def rejected(text: str, *, authors: int = 6, **more: bool | str) -> Iterable[Spoken]:
    """Return a text as several authors were rejected with it."""
    return [said(text, by=f"r-{n}", rejected=True, **more) for n in range(authors)]  # type: ignore[arg-type]


def test_a_coded_word_is_found_with_its_figures() -> None:
    """It is harmless anywhere else, so no list can know it."""
    (found,) = telling(*rejected("the lanterns"), said("the lanterns rise", by="eve"))

    assert (found.term, len(found.authors), len(found.uncaught)) == ("lanterns", 6, 6)
    assert (found.approved, found.elsewhere, found.strata) == (1, 0, ("region",))
    assert found.odds.z > 1.96


@pytest.mark.parametrize(
    "spoken",
    [
        [said("by the beard", by="r-1", rejected=True) for _ in range(20)],
        rejected("you clown", caught=True),
        rejected("the fees for the road rise"),
        rejected("lanterns", authors=2),
        [*rejected("lanterns"), *(said("lanterns", by=f"a-{n}") for n in range(3))],
    ],
    ids=["one author's idiom", "caught already", "what all say", "too few authors", "approved as well"],
)
def test_what_is_no_finding_is_not_suggested(spoken: list[Spoken]) -> None:
    """A rule of it would stop people for nothing."""
    assert telling(*spoken) == []


def test_a_word_is_judged_in_the_section_where_it_is_coded() -> None:
    """Under travel reports lanterns are lanterns, and stay so."""
    innocent = [said("paper lanterns", by=f"t-{n}", under="travel") for n in range(30)]
    noise = said("paper lanterns", by="t-99", rejected=True, under="travel")

    (found,) = telling(*rejected("lanterns"), *innocent, noise)
    assert (found.strata, found.approved, found.elsewhere) == (("region",), 0, 30)


def test_forms_of_a_word_are_counted_together() -> None:
    """Each form alone is too rare, and one star catches them all."""
    forms = ("mongolian", "mongolians", "mongolia")
    spoken = [said(form, by=f"r-{form}-{n}", rejected=True) for n in range(2) for form in forms]

    assert [each.term for each in telling(*spoken)] == ["mongoli*"]


def test_a_phrase_is_suggested_once_and_whole() -> None:
    """Its parts are said by the same people, and mean nothing by themselves."""
    assert [each.term for each in telling(*rejected("the green tea drinkers"))] == ["green tea drinkers"]


def test_a_slogan_is_suggested_once() -> None:
    """Its words have nothing in common but those who say them."""
    assert len(telling(*rejected("by the beard of my uncle, again"))) == 1


def test_phrases_do_not_cross_the_end_of_a_clause() -> None:
    """What stands in two sentences was never said together."""
    assert "tea they" not in phrases_of("Green tea. They left.")
    assert "green tea" in phrases_of("Green tea. They left.")


def test_the_prior_asks_more_of_rare_words() -> None:
    """Three of three may be chance, thirty of thirty are not."""
    few = log_odds([Seen(one=3, of_one=500, other=0, of_other=500)])
    many = log_odds([Seen(one=30, of_one=500, other=0, of_other=500)])

    assert few.z < 2 < many.z
    assert log_odds([Seen(one=5, of_one=100, other=50, of_other=1_000)]).z == pytest.approx(0)


def test_a_stratum_without_approved_comments_tells_nothing() -> None:
    """There is nothing to compare with."""
    assert log_odds([Seen(one=9, of_one=9, other=0, of_other=0)]).z == 0


def test_a_word_in_every_text_has_finite_odds() -> None:
    """Small sites have such words, and must get an answer."""
    assert log_odds([Seen(one=9, of_one=9, other=9, of_other=9)]).ratio == 0
