"""Who a comment is aimed at, measured on sentences written for this project."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.comment import Article, Comment, CommentId, Kind, Parent, SiteId
from moderation.domain.target import COMMENTER, targets_of
from moderation.domain.text import normalise
from moderation.policyfile.load import load

#: The terms that the shipped policy has, as a site's first comment is read with them.
_GROUPS = load(Path(__file__).parents[2] / "policies" / "default.yaml").groups
#: Bars for `commenter` on the half that is not looked at while building.
_PRECISION, _RECALL = 0.85, 0.75


def _targets(text: str, **context: Any) -> dict[str, list[str]]:
    parent, writer = context.get("parent"), context.get("writer")
    comment = Comment(
        site=SiteId("s"),
        id=CommentId("c"),
        text=text,
        kind=Kind.REPLY if parent else Kind.COMMENT,
        parent=Parent(author=parent) if parent else None,
        article=Article(author=writer) if writer else None,
    )
    people, names = context.get("people", ()), context.get("names", ())
    found = targets_of(comment, normalise(text), people=people, groups=_GROUPS, names=names)
    return {target: [text[s.start : s.end] for s in spans] for target, spans in found.items()}


def _labelled(half: str) -> Iterator[dict[str, Any]]:
    for line in Path(__file__).with_name("targets.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["half"] == half:
            yield entry


@pytest.mark.parametrize("half", ["building", "blind"])
def test_commenters_are_told_from_everybody_else(half: str) -> None:
    """The strict rule between readers stands on this: it may neither miss them nor hit anybody else."""
    pairs = [(COMMENTER in _targets(**e), COMMENTER in e["targets"]) for e in _labelled(half)]

    right = pairs.count((True, True))
    assert right / sum(found for found, _ in pairs) >= _PRECISION
    assert right / sum(labelled for _, labelled in pairs) >= _RECALL


@pytest.mark.parametrize("target", ["named_in_article", "article_author", "group", "self", "nobody"])
def test_other_targets_are_found(target: str) -> None:
    """Rules on officials, authors and groups rest on the same reading."""
    labelled = [e for e in _labelled("blind") if target in e["targets"]]

    found = sum(target in _targets(**e) for e in labelled)

    assert found / len(labelled) >= 0.8


def test_the_words_that_tell_are_shown_as_typed() -> None:
    """A moderator sees at a glance who is meant, so spans have to fall on what was typed."""
    targets = _targets("Ｙou are wrong, and the Turks know it.")

    assert targets["commenter"] == ["Ｙou"]
    assert targets["group"] == ["Turks"]


def test_quoted_words_are_aimed_at_nobody() -> None:
    """Who quotes an insult does not insult."""
    targets = _targets('The sign said "you idiots, go away".')

    assert targets == {"nobody": []}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("You are an idiot.", id="plain"),
        pytest.param("Y.o.u a.r.e a.n i.d.i.o.t", id="dots"),
        pytest.param("Yоu are an idiоt", id="look-alikes"),
        pytest.param("Y o u   a r e   a   m o r o n", id="spaced"),
    ],
)
def test_disguised_second_person_is_still_second_person(text: str) -> None:
    """Who hides the insult from a word list hides the "you" with it."""
    targets = _targets(text)

    assert COMMENTER in targets


def test_a_name_from_the_thread_is_a_commenter() -> None:
    """Here "Otto is lying" attacks somebody here although there is no "you" in it."""
    targets = _targets("As Otto claims above, it rains.", names=("Otto K",))

    assert COMMENTER in targets


def test_an_official_who_is_spoken_to_is_no_commenter() -> None:
    """To say "Mr. President, you have failed us" is politics, and is published."""
    targets = _targets("Mr. President, you have failed us. You lied and you know it.")

    assert set(targets) == {"named_in_article"}


def test_the_parent_author_is_a_commenter_even_with_a_title() -> None:
    """What begins "Mr. Brandt, you …" under a comment by Brandt is said to Brandt."""
    targets = _targets("Mr. Brandt, you are mistaken.", parent="Karl Brandt")

    assert COMMENTER in targets


@given(st.text(max_size=400))
def test_any_text_is_aimed_at_somebody_or_nobody(text: str) -> None:
    """No comment may break the reading, and spans stay inside what was typed."""
    comment = Comment(site=SiteId("s"), id=CommentId("c"), text=text, parent=Parent(author=text[:20]))

    found = targets_of(comment, normalise(text), people=(text[:10], "Anna Krol"), groups=_GROUPS)

    assert found
    assert all(0 <= s.start < s.end <= len(text) for spans in found.values() for s in spans)


@pytest.mark.parametrize("text", ["Your Excellency, you owe us an answer.", "Dear minister, have you read it?"])
def test_an_office_is_addressed_without_a_name(text: str) -> None:
    """Readers write to those in power as one writes a letter."""
    targets = _targets(text)

    assert "named_in_article" in targets
    assert COMMENTER not in targets
