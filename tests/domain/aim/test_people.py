"""Who an article is about, from its title and text alone, in the spellings that newsrooms use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.aim.people import derive
from moderation.domain.comment import Article
from moderation.domain.policy import Entity, EntityKind

_ENTITIES = (
    Entity(name="Serzh Sargsyan", spellings=("Serzh Sarkisian",), kind=EntityKind.PERSON),
    Entity(name="Armenia", spellings=("Armenian", "Yerevan"), kind=EntityKind.PLACE),
    Entity(name="Turkey", spellings=("Turkish",), kind=EntityKind.PLACE),
    Entity(name="Minsk Group", kind=EntityKind.GROUP),
)


def _people(text: str, title: str = "News") -> tuple[str, ...]:
    return derive(Article(title=title, text=text), _ENTITIES)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Russian Foreign Minister Sergei Lavrov left.", "Sergei Lavrov", id="office before the name"),
        pytest.param("We met Mr. Brandt there.", "Brandt", id="form of address"),
        pytest.param("“No,” said Mary O’Neill of the ministry.", "Mary O’Neill", id="after a verb of speech"),
        pytest.param("It was Ben Oduya. Later Oduya went home.", "Ben Oduya", id="surname alone later"),
        pytest.param("The chief negotiator, Ada Lind, was late.", "Ada Lind", id="apposition"),
        pytest.param("Ursula von der Leyen said no.", "Ursula von der Leyen", id="particles"),
        pytest.param("Azerbaijan’s President Ilham Aliyev spoke.", "Ilham Aliyev", id="possessive before"),
        pytest.param("New York Mayor Eric Adams’s aide spoke.", "Eric Adams", id="possessive after"),
        pytest.param("Վարչապետ Նիկոլ Փաշինյան said so.", "Վարչապետ Նիկոլ Փաշինյան", id="another script"),
    ],
)
def test_a_person_is_found_by_how_news_is_written(text: str, name: str) -> None:
    """A blogging system sends no list of people, so "the mayor" in a comment can only be found here."""
    people = _people(text)

    assert name in people


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Munich Security Conference opened on Monday.", id="event"),
        pytest.param("Parking Fees Rise Again In Old Town.", id="headline case"),
        pytest.param("Meanwhile the council met. However it failed.", id="first words of sentences"),
        pytest.param("The Karabakh Armenians voted.", id="a people"),
        pytest.param("NATO and the UN met the WHO.", id="acronyms"),
        pytest.param("It was sunny in Los Angeles.", id="town"),
    ],
)
def test_what_is_no_person_is_not_taken_for_one(text: str) -> None:
    """A false person would turn an attack on a thing into an attack on somebody."""
    people = _people(text)

    assert people == ()


def test_a_known_person_goes_by_the_name_that_the_site_uses() -> None:
    """Papers spell one name in five ways; rules and moderators need one."""
    people = _people("President Sarkissian spoke. Serzh Sarkisian then left.")

    assert people == ("Serzh Sargsyan",)


def test_the_fullest_form_of_a_name_is_kept() -> None:
    """Here "Doyle" and "Mayor Anna Doyle" are one person, not two."""
    people = _people("Mr. Doyle spoke. Anna Doyle said more. Doyle left.")

    assert people == ("Anna Doyle",)


@pytest.mark.parametrize(
    ("article", "about"),
    [
        pytest.param(Article(title="Armenian schools open"), ("Armenia",), id="title"),
        pytest.param(Article(title="x", section="Turkey"), ("Turkey",), id="section"),
        pytest.param(Article(title="x", tags=("turkey", "trade")), ("Turkey",), id="tag"),
        pytest.param(Article(title="x", text="YEREVAN - It rained."), ("Armenia",), id="first lines"),
        pytest.param(Article(title="x", text="a " * 400 + "Turkey and Turkish."), ("Turkey",), id="comes back"),
        pytest.param(Article(title="x", text="a " * 400 + "Turkey."), (), id="in passing"),
        pytest.param(Article(title="Minsk Group meets"), ("Minsk Group",), id="two words"),
        pytest.param(Article(), (), id="nothing sent"),
    ],
)
def test_an_article_is_about_what_heads_it_or_comes_back(article: Article, about: tuple[str, ...]) -> None:
    """Coded terms count only under articles about the peoples concerned, so a passing mention must not do."""
    _, derived = derive(article, _ENTITIES)

    assert derived == about


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    """Article texts come from anywhere, and none may stop a verdict."""
    people, about = derive(Article(title=text[:40], text=text), _ENTITIES)

    assert all(people)
    assert set(about) <= {"Armenia", "Turkey", "Minsk Group"}


def test_a_shared_surname_alone_means_the_first_of_those_who_bear_it() -> None:
    """Two officials of one name must not both be taken for the one in the news."""
    both = (*_ENTITIES, Entity(name="Tigran Sargsyan", kind=EntityKind.PERSON))

    people, _ = derive(Article(title="Sarkisian meets the press"), both)

    assert people == ("Serzh Sargsyan",)
