"""Sentences of the project's own: whoever stands in them stands in both classes."""

from collections import Counter

import pytest

from moderation.training.templates import GROUPS, NAMES, sentences

_SENTENCES = list(sentences())


@pytest.mark.parametrize("term", [many for _, many in GROUPS])
def test_each_group_stands_in_as_many_kind_sentences_as_harsh_ones(term: str) -> None:
    """A group that is mostly seen attacked becomes an insult by itself."""
    classes = Counter(labels.get("identity_attack") for text, labels in _SENTENCES if term.lower() in text.lower())

    assert classes[0] >= 9
    assert 0.5 < classes[0] / classes[1] < 2


@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_mostly_innocent(name: str) -> None:
    """Some services score given names as abuse."""
    classes = Counter(
        labels.get("toxicity") for text, labels in _SENTENCES if name in text.split() or f"{name}," in text
    )

    assert classes[0] >= 5


def test_sentences_are_the_same_each_time() -> None:
    """The same data and seed must give the same model."""
    assert list(sentences()) == _SENTENCES


def test_no_slot_stays_empty() -> None:
    """A brace in a training text is a slip in a frame."""
    assert not [text for text, _ in _SENTENCES if "{" in text or "}" in text]


@pytest.mark.parametrize("label", ["toxicity", "insult", "threat", "identity_attack", "obscene", "spam"])
def test_each_label_has_both_classes(label: str) -> None:
    """A source with one class teaches the source."""
    assert {labels[label] for _, labels in _SENTENCES if label in labels} == {0, 1}
