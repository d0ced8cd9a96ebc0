"""Words that a site does not know yet: what is suggested, and on which evidence."""

from dataclasses import dataclass

from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.site import PolicyFiles
from moderation.domain.verdict import Span

#: Standard errors on either side that hold 95 of 100 cases.
_Z = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence of a comment, and where the term stands in it."""

    text: str
    span: Span | None
    section: str | None
    comment: CommentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A term that rejected comments have, approved ones lack, and no rule catches."""

    #: As a rule would look for it; `*` at the end stands for any ending.
    term: str
    #: Whether it is also what a people, a place or a party is called: then a rule holds in the sections alone.
    names_people: bool
    #: Authors who were rejected with it; of these, whom no rule caught.
    authors: int
    uncaught: int
    #: Approved comments with it: under the same kinds of article, and under others.
    approved: int
    elsewhere: int
    log_odds: float
    z: float
    #: The sections that a rule would be bound to; empty where it may hold everywhere.
    sections: tuple[str, ...]
    #: The clause that moderators named most often.
    clause: str
    hits: tuple[Quote, ...]
    misses: tuple[Quote, ...]

    @property
    def interval(self) -> tuple[float, float]:
        """The log-odds between which the true ones lie in 95 of 100 cases."""
        margin = _Z * abs(self.log_odds / self.z) if self.z else 0.0
        return self.log_odds - margin, self.log_odds + margin

    @property
    def rule(self) -> str:
        """The id that a rule of it would have."""
        plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in self.term)
        named = "-".join(part for part in plain.split("-") if part)
        return f"said-{named or self.term.encode().hex()}"[:64].rstrip("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A suggestion with a rule that an editor may take over, and what that would have done."""

    suggestion: Suggestion
    #: The rule as YAML, in shadow.
    yaml: str
    #: Comments on record for which it would hold; live, so many verdicts would be others.
    held: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is wanted: terms of which site, from which stretch of time, how many at most."""

    site: SiteId
    #: The live policy.
    policy: PolicyFiles
    query: VerdictQuery
    most: int = 10
