"""Archives as bytes, read as the command would read them."""

from collections.abc import Callable
from io import BufferedReader, BytesIO

import pytest

from moderation.domain.archive import ArchivedComment, Unusable
from moderation.importers.fields import Limits
from moderation.importers.files import Form, comments
from moderation.testing.clock import START
from moderation.testing.factories import NORTH

Read = Callable[..., list[ArchivedComment | Unusable]]

#: Of an import in March 2026, with short texts.
LIMITS = Limits(site=NORTH, text=1_000, now=START)


@pytest.fixture
def read() -> Read:
    """Return what reads a whole archive."""

    def read(archive: str | bytes, *, form: Form = Form.AUTO) -> list[ArchivedComment | Unusable]:
        content = archive.encode() if isinstance(archive, str) else archive
        return list(comments(BufferedReader(BytesIO(content)), LIMITS, name="archive", form=form))

    return read


def only(found: list[ArchivedComment | Unusable]) -> ArchivedComment:
    """Return the one comment of an archive."""
    (each,) = found
    assert isinstance(each, ArchivedComment), each
    return each


def reasons(found: list[ArchivedComment | Unusable]) -> list[tuple[int, str]]:
    """Return line and reason of what could not be used."""
    return [(each.line, each.reason) for each in found if isinstance(each, Unusable)]


def texts(found: list[ArchivedComment | Unusable]) -> list[str]:
    """Return the texts of the comments."""
    return [each.comment.text for each in found if isinstance(each, ArchivedComment)]
