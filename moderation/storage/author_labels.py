"""Labels of authors: names that rules give for a time."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from moderation.domain.author_label import AuthorLabel
from moderation.domain.comment import SiteId
from moderation.storage.author_tables import AuthorLabelRow
from moderation.storage.tables import Moment, among, table

_labels = table(AuthorLabelRow)
_LIVE = (
    select(_labels)
    .where(
        _labels.c.site == bindparam("of_site"),
        among(_labels.c.author_key, "keys"),
        _labels.c.until > bindparam("at", type_=Moment),
    )
    .order_by(_labels.c.name)
)

#: An author's key, and whether the site vouches for it.
Who = tuple[str, bool]


class AuthorLabels:
    """The labels of one site's authors, within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def of(self, keys: Collection[str], *, at: datetime) -> dict[Who, list[AuthorLabel]]:
        """Return the labels of some authors that have not ended at a moment, those taken away among them."""
        if not keys:
            return {}
        found: dict[Who, list[AuthorLabel]] = {}
        for row in self._connection.execute(_LIVE, {"of_site": self._site, "keys": list(keys), "at": at}):
            label = AuthorLabel(name=row.name, until=row.until, rule=row.rule, taken_by=row.taken_by)
            found.setdefault((row.author_key, row.verified), []).append(label)
        return found

    def give(self, labels: Sequence[AuthorLabel], who: Who, *, at: datetime) -> None:
        """Give an author labels, unless they have the same for longer already; what has ended goes."""
        key, is_verified = who
        kept = {label.name: label for label in self.of({key}, at=at).get(who, [])}
        for label in labels:
            known = kept.get(label.name)
            if known is None or known.taken_by or known.until < label.until:
                kept[label.name] = label
        mine = {"site": self._site, "author_key": key, "verified": is_verified}
        self._connection.execute(delete(_labels).where(*_are(mine)))
        self._connection.execute(
            _labels.insert(),
            [{**mine, **asdict(each)} for each in kept.values()],
        )

    def take(self, name: str, who: Who, *, by: str | None) -> None:
        """Take a label from an author; `None` puts it back."""
        key, is_verified = who
        mine = {"site": self._site, "author_key": key, "verified": is_verified, "name": name}
        self._connection.execute(update(_labels).where(*_are(mine)).values(taken_by=by))

    def forget(self, keys: Collection[str]) -> None:
        """Take all labels from some authors."""
        self._connection.execute(
            delete(_labels).where(_labels.c.site == self._site, _labels.c.author_key.in_(keys))
        )


def _are(values: Mapping[str, object]) -> Iterator[ColumnElement[bool]]:
    return (_labels.c[column] == value for column, value in values.items())
