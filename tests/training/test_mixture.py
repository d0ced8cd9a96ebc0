"""What an epoch draws: each source as often as it is worth, and batches of like length."""

from collections import Counter

from moderation.training import dataset, mixture
from moderation.training.dataset import Row


def rows() -> list[Row]:
    """Return a hundred rows of three sources."""
    sources = ("fox_news", "davidson", "unheard of")
    return [
        Row(text=f"{source} {i}", labels={"toxicity": i % 2}, source=source, language="en", held=False)
        for source in sources
        for i in range(100)
    ]


def test_sources_are_drawn_as_often_as_they_are_worth() -> None:
    """Tweets found by keyword must not drown a newspaper's comments."""
    made = rows()
    drawn = Counter(made[place].source for place in mixture.draw(made, seed=1, epoch=0))

    assert drawn == {"fox_news": 200, "davidson": 10}


def test_epochs_differ_and_can_be_repeated() -> None:
    """A run that was interrupted must meet the same rows in the same order."""
    made = rows()

    assert mixture.draw(made, seed=1, epoch=0) == mixture.draw(made, seed=1, epoch=0)
    assert mixture.draw(made, seed=1, epoch=0) != mixture.draw(made, seed=1, epoch=1)


def test_batches_hold_every_row_once_and_texts_of_like_length() -> None:
    """A long text among short ones makes all of them as dear as itself."""
    lengths = [(place * 37) % 100 for place in range(256)]
    made = mixture.batches(range(256), lengths, size=8, seed=1, epoch=0)

    assert sorted(place for batch in made for place in batch) == list(range(256))
    assert max(max(lengths[p] for p in b) - min(lengths[p] for p in b) for b in made) < 10


def test_every_english_source_has_its_draw() -> None:
    """A source that was forgotten would be left out in silence."""
    english = {source.name for source in dataset.SOURCES if source.language == "en"}

    assert english == set(mixture.DRAWS)
