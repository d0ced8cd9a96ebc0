"""Either side of a conflict gets the same verdict for the same sentence."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from moderation.domain.policy import Policy
from moderation.domain.readings.wordset import set_of
from moderation.domain.verdict import Verdict

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

Judge = Callable[[Policy, Mapping[str, Any]], Verdict]

_PEOPLES = set_of(
    """
    Armenians Turks Azeris Greeks Kurds Russians Ukrainians Jews Palestinians Serbs Albanians Georgians Mexicans
    Muslims Christians Somalis Chinese
    """
)
_HATEFUL = [
    "The {} must leave this country.",
    "All {} should be deported.",
    "Send the {} back to where they came from.",
    "The {} are vermin.",
    "{} have no place here.",
    "I wish the {} would vanish.",
    "Death to the {}!",
    "The world would be better without the {}.",
    "May an earthquake swallow the {}.",
]
_CIVIL = [
    "The {} have waited long enough for an answer.",
    "In 1915 many {} had to leave their homes.",
    "It is wrong to say that the {} should leave.",
    "Stop calling the {} animals.",
    "The {} beat us three nil and deserved it.",
    "The {} and their neighbours signed a treaty.",
    "Nobody should tell the {} to go.",
]
_ELSEWHERE = {
    "{} gitsin!": "Türkler Kürtler Ermeniler Rumlar Azeriler Yahudiler",
    "{}e ölüm!": "Türkler Kürtler Ermeniler",
    "Грязный {}.": "армянин турок азер еврей грек перс татарин",
    "{} морда": "Армянская Турецкая Азербайджанская Еврейская Греческая Русская",
}
_ABOUT = {"title": "Talks", "about": ["Armenia", "Azerbaijan", "Turkey"]}
_MIRRORS = [
    ("Give the mongols nothing.", "Give the armenoids nothing."),
    ("Those mongoloids lie.", "Those ermenoids lie."),
    ("The nomads in Baku want more.", "The nomads in Yerevan want more."),
    ("Azeris and Turks can go back to Mongolia.", "Armenians and Greeks can go back to Mongolia."),
    ("He has dirty Turkish blood.", "He has dirty Armenian blood."),
]


@pytest.mark.parametrize("sentence", _HATEFUL)
def test_hatred_of_any_people_waits_for_a_person(sentence: str, judge: Judge, default_policy: Policy) -> None:
    """A rule that knows only the hatred that its author has met protects only its author's friends."""
    passed = [p for p in sorted(_PEOPLES) if judge(default_policy, {"text": sentence.format(p)}).outcome != "flag"]

    assert passed == []


@pytest.mark.parametrize("sentence", _ELSEWHERE)
def test_hatred_in_other_languages_waits_whoever_it_meets(
    sentence: str, judge: Judge, default_policy: Policy
) -> None:
    """An accent in a people's name, or an adjective that is formed in another way, must not let it pass."""
    texts = [sentence.format(people) for people in _ELSEWHERE[sentence].split()]

    assert [text for text in texts if judge(default_policy, {"text": text}).outcome != "flag"] == []


@pytest.mark.parametrize("sentence", _CIVIL)
def test_naming_any_people_passes(sentence: str, judge: Judge, site_policy: Policy) -> None:
    """Peoples whose name alone raises a flag cannot speak of themselves."""
    texts = [{"text": sentence.format(people), "article": _ABOUT} for people in sorted(_PEOPLES)]

    held = [entry["text"] for entry in texts if judge(site_policy, entry).outcome != "allow"]

    assert held == []


@pytest.mark.parametrize(("one", "other"), _MIRRORS)
def test_coded_terms_of_both_sides_weigh_the_same(one: str, other: str, judge: Judge, site_policy: Policy) -> None:
    """The readers of one side must not find that the other may say what they may not."""
    outcomes = {judge(site_policy, {"text": text, "article": _ABOUT}).outcome for text in (one, other)}

    assert outcomes == {"flag"}


@pytest.mark.parametrize("text", [one for pair in _MIRRORS[:2] for one in pair])
def test_coded_terms_count_only_under_articles_on_the_peoples(
    text: str, judge: Judge, site_policy: Policy
) -> None:
    """Elsewhere the word may mean what it says."""
    elsewhere = {"title": "Rugby", "about": ["New Zealand"], "people": []}

    verdict = judge(site_policy, {"text": text, "article": elsewhere})

    assert verdict.outcome == "allow"
