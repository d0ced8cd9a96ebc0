"""A receiver for each test."""

from collections.abc import Iterator

import pytest

from tests.webhooks.receiver import Receiver, receiver


@pytest.fixture
def hook() -> Iterator[Receiver]:
    """Return a server that takes messages."""
    with receiver() as told:
        yield told
