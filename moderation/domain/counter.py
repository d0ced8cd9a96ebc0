"""What is counted in a window of time, and the fact's name that tells it: `rate.article.new_authors.900`."""

from dataclasses import dataclass
from typing import Final, Self

#: By what comments belong together.
GROUPS: Final = ("author", "ip", "article", "link_domain", "text")
#: What may be told apart among them.
DISTINCT: Final = ("author", "ip", "article")
_NEW, _DISTINCT = "new_authors", "distinct_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Earlier comments that share something with this one."""

    by: str
    #: Whether only comments count of those of whom none stood before the window began.
    of_new: bool = False
    #: What is counted in place of the comments: their authors, addresses or articles, each once.
    distinct: str | None = None
    seconds: int

    @property
    def fact(self) -> str:
        """The fact's name."""
        kinds = [_NEW] * self.of_new + ([f"{_DISTINCT}{self.distinct}"] if self.distinct else [])
        return ".".join(["rate", self.by, *kinds, str(self.seconds)])

    @classmethod
    def of_fact(cls, fact: str) -> Self:
        """Read the name of a fact.

        >>> Counter.of_fact("rate.text.distinct_author.600").distinct
        'author'
        """
        _, by, *kinds, seconds = fact.split(".")
        distinct = [kind.removeprefix(_DISTINCT) for kind in kinds if kind.startswith(_DISTINCT)]
        return cls(by=by, of_new=_NEW in kinds, distinct=distinct[0] if distinct else None, seconds=int(seconds))

    @property
    def is_plain(self) -> bool:
        """Whether the comments themselves are counted, whoever wrote them."""
        return not self.of_new and self.distinct is None
