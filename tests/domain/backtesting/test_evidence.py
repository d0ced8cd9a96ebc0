"""What is kept of one comment, and for how long."""

import dataclasses
import gc
import weakref

from moderation.domain.backtesting.evidence import Evidence
from moderation.domain.matching import Entry, Lexicon
from tests.domain.backtesting.test_misses import past


def test_what_was_seen_beside_texts_goes_with_its_lexicon() -> None:
    """Each draft with other words has a lexicon of its own, of many megabytes; an editor tries dozens."""
    lexicon = Lexicon([Entry(list="birds", word="heron")])
    made = past("The ferry sells tickets")
    stored = dataclasses.replace(made.comment, context={"author": {"name": "Grey heron"}})
    evidence = Evidence(dataclasses.replace(made, comment=stored))

    assert evidence.words_beside(lexicon) == {"birds"}
    left = weakref.ref(lexicon)
    del lexicon
    gc.collect()

    assert left() is None
