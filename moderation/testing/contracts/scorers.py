"""What every `Scorer`, `LanguageDetector` and `Clock` must do; each suite names its fixture."""

from datetime import timedelta

from moderation.domain.signals import ATTRIBUTES
from moderation.ports import Clock, LanguageDetector, Scorer

TEXTS = ["The fees rise again.", "You are an idiot.", "", "👍🏽", "a" * 5_000, "Ç'est ça, l’été — \u202eabc\u200b"]


class ScorerContract:
    """Give the suite a fixture `scorer` that works and was measured on English."""

    def test_each_text_gets_its_own_scores(self, scorer: Scorer) -> None:
        """Scores that shift by one place put one person's words in another's mouth."""
        together = scorer.score(TEXTS, languages=["en"] * len(TEXTS))

        apart = [scorer.score([text], languages=["en"])[0] for text in TEXTS]
        for one, other in zip(together, apart, strict=True):
            assert one.keys() == other.keys()
            assert all(abs(one[name] - other[name]) < 1e-6 for name in one)

    def test_scores_are_in_range_and_named(self, scorer: Scorer) -> None:
        """A policy compares scores with thresholds in [0, 1], by names that it knows."""
        for scores in scorer.score(TEXTS, languages=["en"] * len(TEXTS)):
            assert set(scores) <= set(scorer.attributes) <= set(ATTRIBUTES)
            assert all(0.0 <= score <= 1.0 for score in scores.values())

    def test_language_that_was_not_measured_gets_no_score(self, scorer: Scorer) -> None:
        """A zero would say that the text is civil; the truth is that nobody can tell."""
        assert scorer.score(["Du Trottel."], languages=["xx"]) == [{}]

    def test_nothing_asked_is_nothing_scored(self, scorer: Scorer) -> None:
        """A batch may be empty."""
        assert scorer.score([], languages=[]) == []

    def test_explanation_points_into_the_text(self, scorer: Scorer) -> None:
        """A span beyond the text would break the page that shows it."""
        for text in TEXTS:
            for attribute in scorer.attributes:
                parts = scorer.explain(text, attribute, language="en")
                weights = [weight for _, _, weight in parts]

                assert all(0 <= start < end <= len(text) for start, end, _ in parts)
                assert weights == sorted(weights, reverse=True)


class LanguageDetectorContract:
    """Give the suite a fixture `languages`."""

    def test_answers_with_a_primary_tag(self, languages: LanguageDetector) -> None:
        """Scorers and policies know languages by their two or three letters."""
        for text in TEXTS:
            tag = languages.detect(text, expected="en")
            assert tag.islower()
            assert 2 <= len(tag) <= 3

    def test_takes_what_is_expected_where_it_cannot_tell(self, languages: LanguageDetector) -> None:
        """Two letters are in every language; the site's own is the best guess."""
        for text in ("", "ok", "👍", "12345"):
            assert languages.detect(text, expected="fr") == "fr"

    def test_answers_the_same_once_it_is_prepared(self, languages: LanguageDetector) -> None:
        """To prepare saves the first comment a wait, and changes nothing else."""
        told = [languages.detect(text, expected="en") for text in TEXTS]

        languages.prepare()
        languages.prepare()

        assert [languages.detect(text, expected="en") for text in TEXTS] == told


class ClockContract:
    """Give the suite a fixture `clock`."""

    def test_tells_the_time_in_utc(self, clock: Clock) -> None:
        """A moment without its zone is an hour wrong twice a year."""
        assert clock.now().utcoffset() == timedelta(0)

    def test_never_goes_back(self, clock: Clock) -> None:
        """Decisions are told apart, and leases end, by the time."""
        assert clock.now() <= clock.now()
