"""Which language a comment is in: English must be seen through names, and a guess never made from nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.scoring.language import Langid, script_of, speaks_english
from moderation.testing.contracts.scorers import LanguageDetectorContract


class TestLangid(LanguageDetectorContract):
    """It keeps the contract that every detector keeps."""

    @pytest.fixture
    def languages(self) -> Langid:
        """Return the detector."""
        return Langid()


@pytest.mark.parametrize("expected", ["en", "hy", "tr"])
@pytest.mark.parametrize(
    "text",
    [
        "You are an idiot.",
        "Go back to where you came from",
        "Mr. Hovhannisyan and Mr. Karapetyan were not elected by the people of Gyumri.",
        "I met Mehmet Yılmaz and Ayşe Çelik, they are from Kadıköy.",
        "Əli Məmmədov should resign and you know it",
        "STOP CALLING THEM THAT",
        "Kill yourself",
        "The Erdoğan government has failed.",
    ],
)
def test_english_is_seen_through_names(text: str, expected: str) -> None:
    """A comment that is taken for another language is not scored at all."""
    assert Langid().detect(text, expected=expected) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Դու հիմար ես", "hy"),
        ("შენ ძალიან ჭკვიანი ხარ", "ka"),
        ("Ты идиот", "ru"),
        ("Вчера в городе прошёл дождь и было холодно", "ru"),
        ("Ви розумієте, що це неправда", "uk"),
        ("Sen aptalsın", "tr"),
        ("Dün akşam belediye meclisi toplandı ve karar aldı", "tr"),
        ("Bu ölkədə heç nə dəyişməyəcək", "az"),
        ("Das ist eine Schande für unsere Stadt", "de"),
        ("C'est une honte pour notre pays", "fr"),
        ("أنت لا تعرف شيئا", "ar"),
        ("شما چیزی نمی‌دانید", "fa"),
        ("אתה לא יודע כלום", "he"),
        ("Δεν ξέρεις τίποτα", "el"),
        ("これはひどい", "ja"),
        ("你什么都不知道", "zh"),
    ],
)
def test_language_is_told(text: str, language: str) -> None:
    """Each language is scored by the model that was measured on it, or not at all."""
    assert Langid().detect(text, expected="en") == language


@pytest.mark.parametrize(
    "text", ["", "!!!", "123 456", "👍🏽👍🏽", "https://example.com/a?b=c", "@user #tag", "ok"]
)
@pytest.mark.parametrize("expected", ["en", "hy"])
def test_without_words_the_site_is_believed(text: str, expected: str) -> None:
    """A link or an emoji is in no language."""
    assert Langid().detect(text, expected=expected) == expected


@pytest.mark.parametrize("text", ["Barev dzez, inchpes eq", "privet kak dela"])
def test_transliteration_is_left_to_the_site(text: str) -> None:
    """Armenian in Latin letters is neither English nor anything that a model knows."""
    assert Langid().detect(text, expected="hy") == "hy"


@given(st.text(max_size=500))
def test_any_text_gets_a_tag(text: str) -> None:
    """Hostile text must not stop a comment from being judged."""
    assert Langid().detect(text, expected="en").isalpha()


@pytest.mark.parametrize(
    ("text", "script", "letters"),
    [("abc 1", "latin", 3), ("Էջ abc", "latin", 3), ("Էջմ a", "hy", 3), ("12", "", 0)],
)
def test_script_is_that_of_most_letters(text: str, script: str, letters: int) -> None:
    """Script alone decides for languages that share theirs with none."""
    assert script_of(text)[:2] == (script, letters)


@pytest.mark.parametrize(
    ("text", "expected", "english"),
    [
        ("What a day", False, True),
        ("Erdoğan is an idiot", True, True),
        ("Das war gut so", False, False),
        ("la casa", True, False),
        ("", True, False),
    ],
)
def test_small_words_tell_english(text: str, expected: bool, english: bool) -> None:
    """Names may outnumber every other word; the words between them are English all the same."""
    assert speaks_english(text, expected=expected) is english
