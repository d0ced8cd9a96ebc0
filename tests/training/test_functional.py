"""Functional tests: what a model takes a word for, on sentences that it was not fitted on."""

import re
from collections import Counter
from typing import Any

import pytest

from moderation.domain.errors import Invalid
from moderation.testing.scorers import WordScorer
from moderation.training.dataset import ATTRIBUTES, Fingerprints, key_of
from moderation.training.functional import CASES, FEWEST_PAIRS, Case, Outcome, checked, run
from moderation.training.templates import sentences

_TEXTS = [text for case in CASES for pair in case.pairs for text in pair]
_THRESHOLDS = dict.fromkeys(ATTRIBUTES, 0.5)
_PEOPLES = ("armenian", "azeri", "turk", "kurd", "russian", "georgian", "jew", "muslim", "christian")
_GROUPS = ("gay", "trans", "black", "immigrant", "roma", "wom[ae]n")


def test_no_sentence_stands_twice() -> None:
    """A sentence that is both harsh and innocent has no right score, and a copy counts double."""
    counts = Counter(key_of(text) for text in _TEXTS)

    assert not [key for key, count in counts.items() if count > 1]


def test_no_sentence_is_one_of_the_templates() -> None:
    """Models are fitted on those: what they have seen shows nothing."""
    fitted = Fingerprints(text for text, _ in sentences())

    assert not [text for text in _TEXTS if fitted.holds(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_case_has_both_halves(case: Case) -> None:
    """An area under the curve needs two classes, and a share needs a dozen of each."""
    assert len(case.pairs) >= FEWEST_PAIRS
    assert all(harsh.strip() and innocent.strip() for harsh, innocent in case.pairs)
    assert case.attribute in ATTRIBUTES
    assert case.shows.endswith(".")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_halves_are_of_like_length(case: Case) -> None:
    """A model that scores short texts higher should not pass for one that reads them."""
    harsh, innocent = (sum(len(pair[half]) for pair in case.pairs) for half in (0, 1))

    assert 0.75 < harsh / innocent < 1.33


@pytest.mark.parametrize("term", [*_PEOPLES, *_GROUPS])
def test_each_group_stands_in_as_many_harsh_halves_as_innocent_ones(term: str) -> None:
    """A group that is mostly attacked here would reward a model that fears its name."""
    assert _mentions(term, half=0) == _mentions(term, half=1) > 0


@pytest.mark.parametrize("half", [0, 1], ids=["harsh", "innocent"])
def test_sides_of_a_conflict_are_treated_alike(half: int) -> None:
    """Readers of either side should find theirs attacked and spoken well of as often."""
    assert len({_mentions(term, half=half) for term in ("armenian", "azeri", "turk")}) == 1


def test_a_perfect_scorer_passes_every_case() -> None:
    """The figures have the right way up."""
    words = {harsh.casefold(): {case.attribute: 0.9} for case in CASES for harsh, _ in case.pairs}

    outcomes = run(WordScorer(words), _THRESHOLDS)

    assert [outcome.case for outcome in outcomes] == [case.name for case in CASES]
    assert {(o.auc, o.twins_in_order, o.harsh_flagged, o.innocent_flagged) for o in outcomes} == {(1, 1, 1, 0)}


def test_figures_can_be_checked_by_hand() -> None:
    """One of sixteen harsh sentences holds the word: the rest are ties, and ties count half."""
    outcomes = run(WordScorer({"dunce": {"insult": 0.9}}), _THRESHOLDS)

    assert (
        Outcome(
            case="names",
            attribute="insult",
            pairs=16,
            auc=0.5312,
            twins_in_order=0.0625,
            harsh_flagged=0.0625,
            innocent_flagged=0.0,
        )
        in outcomes
    )


def test_taking_the_word_for_the_fault_is_seen() -> None:
    """Both "vermin" and "not vermin" hold the word, so a list of words cannot pass."""
    negation, *_ = run(WordScorer({"vermin": {"identity_attack": 0.5}}), _THRESHOLDS)

    assert (negation.auc, negation.twins_in_order) == (0.5, 0.0)
    assert negation.harsh_flagged == negation.innocent_flagged == 0.0714


def test_an_attribute_without_a_threshold_is_left_out() -> None:
    """A model need not score everything."""
    outcomes = run(WordScorer(), {"threat": 0.5})

    assert {outcome.attribute for outcome in outcomes} == {"threat"}


@pytest.mark.parametrize(
    ("pairs", "fault"),
    [
        ([["a", "b"]], "few: 1 pairs"),
        ([[f"harsh {n}", "the same"] for n in range(FEWEST_PAIRS)], "'the same' stands twice"),
    ],
    ids=["too-few", "twice"],
)
def test_faults_of_the_file_are_named(pairs: list[Any], fault: str) -> None:
    """Whoever adds a sentence learns which one is wrong."""
    with pytest.raises(Invalid, match=fault):
        checked([{"name": "few", "shows": "Nothing.", "attribute": "insult", "pairs": pairs}])


def _mentions(term: str, *, half: int) -> int:
    pattern = re.compile(rf"\b{term}(?:s|ish)?\b", re.IGNORECASE)
    return sum(pattern.search(pair[half]) is not None for case in CASES for pair in case.pairs)
