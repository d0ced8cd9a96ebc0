"""The two weeks as written: what a demonstration needs, and the same each time."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from moderation.newsroom.cast import PIECES
from moderation.newsroom.script import Line, script

UNTIL = datetime(2026, 5, 4, 11, 20, tzinfo=UTC)
LINES = script(until=UNTIL)


def sorts() -> Counter[str]:
    """Count the comments of each sort."""
    return Counter(line.sort for line in LINES)


def test_there_is_enough_to_look_at() -> None:
    """Pages that are tried on ten rows look fine, and break on a real morning."""
    assert 550 <= len(LINES) <= 700
    assert len({line.reader.id for line in LINES}) >= 80
    assert {line.piece for line in LINES} == set(PIECES)


def test_the_same_is_written_at_another_time() -> None:
    """Somebody who follows a guide must see what the guide shows."""
    later = script(until=UNTIL + timedelta(days=40, hours=7))

    assert [_told(line) for line in later] == [_told(line) for line in LINES]
    assert {new.at - old.at for new, old in zip(later, LINES, strict=True)} == {timedelta(days=40, hours=7)}


def test_everything_happens_within_two_weeks_and_in_order() -> None:
    """A reply before its parent, or a comment from tomorrow, would spoil every chart."""
    assert all(UNTIL - timedelta(days=14) < line.at < UNTIL for line in LINES)
    assert [line.at for line in LINES] == sorted(line.at for line in LINES)
    assert all(line.parent.at < line.at for line in LINES if line.parent)


def test_replies_point_to_comments_of_the_same_article() -> None:
    """The desk shows the parent above the reply; a stranger's text there would mislead."""
    by_id = {line.id: line for line in LINES}
    replies = [line for line in LINES if line.parent]

    assert len(replies) >= 120
    assert all(line.parent == by_id[line.parent.id] for line in replies if line.parent)
    assert all(line.parent.piece is line.piece for line in replies if line.parent)


def test_it_has_trouble_of_every_sort() -> None:
    """Attacks, spam, a raid: what the pages are for must be there."""
    assert sorts().keys() >= {"attack", "edge", "hate", "threat", "private", "spam", "raid", "profanity"}
    assert sorts()["civil"] > len(LINES) * 0.6
    raid = [line.at for line in LINES if line.sort == "raid"]
    assert len(raid) >= 30
    assert max(raid) - min(raid) < timedelta(hours=1)


def test_it_is_written_in_several_languages() -> None:
    """Armenian in both scripts, Russian and Turkish show how the desk treats other languages."""
    texts = " ".join(line.text for line in LINES)

    assert all(word in texts for word in ("Գրադարանը", "hamadzayn", "Библиотеку", "Kütüphaneyi"))


def test_people_do_not_say_the_same_thing_over_and_over() -> None:
    """A thread of copies is a raid; everybody else has words of their own."""
    counts = Counter(line.text for line in LINES if line.sort == "civil")

    assert max(counts.values()) <= 2


def _told(line: Line) -> tuple[str, str, str, str | None]:
    return line.id, line.reader.id, line.text, line.parent.id if line.parent else None
