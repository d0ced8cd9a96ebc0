"""Counts which terms rejected comments have that approved ones lack, in the same kind of article."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from heapq import nlargest

from moderation.domain.suggestions.log_odds import LogOdds, Seen, log_odds

#: One author's idiom is no rule.
FEWEST_AUTHORS = 3
#: What stands out less may be chance.
LEAST_Z = 1.96
#: Of those who use a term, so many may be approved for each who is rejected.
MOST_APPROVED = 0.25
#: Of those who were rejected with a term, so many at the least must have been caught by no rule.
LEAST_UNCAUGHT = 0.25
#: Rejected comments that are looked through for candidates, the newest ones.
MOST_READ = 5_000
#: A word that so many approved comments hold says nothing at the edge of a phrase.
COMMON = 0.1
#: Words of fewer letters are articles and the like in most languages.
_SHORT = 3
#: A term most of whose users use another as well is no news beside it.
ALIKE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What counts of one judged comment."""

    phrases: frozenset[str]
    at: datetime
    #: The kind of article that it stands under.
    stratum: str
    author: str
    is_rejected: bool
    #: Whether a rule would have stopped it; of an approved one it counts for nothing, and is not told.
    is_caught: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A term that tells rejected comments from approved ones."""

    term: str
    odds: LogOdds
    #: Those who were rejected with it, each once, by kind of article; of these, whom no rule caught.
    authors: frozenset[tuple[str, str]]
    uncaught: frozenset[tuple[str, str]]
    #: Approved comments that hold it: under the same kinds of article, and under others.
    approved: int
    elsewhere: int

    @property
    def strata(self) -> tuple[str, ...]:
        """The kinds of article under which it was rejected."""
        return tuple(sorted({stratum for stratum, _ in self.authors}))


def candidates(spoken: Iterable[Spoken]) -> frozenset[str]:
    """Return the terms that enough authors used, one of whom no rule caught, in the newest rejected comments."""
    rejected = nlargest(MOST_READ, (each for each in spoken if each.is_rejected), key=lambda one: one.at)
    missed = frozenset[str]().union(*(each.phrases for each in rejected if not each.is_caught))
    authors: defaultdict[str, set[str]] = defaultdict(set)
    for each in rejected:
        for phrase in each.phrases & missed:
            authors[phrase].add(each.author)
    return frozenset(phrase for phrase, users in authors.items() if len(users) >= FEWEST_AUTHORS)


@dataclass(slots=True)
class Vocabulary:
    """The use of some terms, counted comment by comment."""

    terms: frozenset[str]
    #: Stratum → rejected, approved comments.
    sizes: Counter[tuple[str, bool]] = field(default_factory=Counter)
    approved: Counter[tuple[str, str]] = field(default_factory=Counter)
    rejected: defaultdict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    uncaught: defaultdict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    #: Words with which phrases begin or end, and approved comments that hold them, by stratum.
    edges: frozenset[str] = frozenset()
    words: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Note the words with which phrases begin or end."""
        self.edges = frozenset(word for term in self.terms for word in (term.split()[0], term.split()[-1]))

    def add(self, spoken: Spoken) -> None:
        """Take in one judged comment."""
        self.sizes[spoken.stratum, spoken.is_rejected] += 1
        if not spoken.is_rejected:
            self.words.update((phrase, spoken.stratum) for phrase in spoken.phrases & self.edges)
        for phrase in spoken.phrases & self.terms:
            if not spoken.is_rejected:
                self.approved[phrase, spoken.stratum] += 1
                continue
            self.rejected[phrase].add((spoken.stratum, spoken.author))
            if not spoken.is_caught:
                self.uncaught[phrase].add((spoken.stratum, spoken.author))

    def telling(self) -> list[Telling]:
        """Return the terms that stand out, the clearest first; each idea once, in its closest words."""
        found = [each for term in sorted(self.terms) if (each := self._telling(term)) is not None]
        kept: list[Telling] = []
        for each in sorted(found, key=lambda t: (-round(t.odds.z, 6), t.term.endswith("*"), -len(t.term), t.term)):
            if not any(_says_the_same(each, other) for other in kept):
                kept.append(each)
        return kept

    def odds(self, term: str) -> LogOdds:
        """Return how clearly a term tells rejected from approved, over every kind of article that it is in."""
        return log_odds(self._seen(term, Counter(stratum for stratum, _ in self.rejected[term])))

    def _telling(self, term: str) -> Telling | None:
        """Look at the kinds of article under which a term is rejected, and hardly ever approved."""
        used = Counter(stratum for stratum, _ in self.rejected[term])
        strata = {s: count for s, count in used.items() if self.approved[term, s] <= MOST_APPROVED * count}
        odds = log_odds(self._seen(term, strata))
        uncaught = frozenset(each for each in self.uncaught[term] if each[0] in strata)
        authors = frozenset(each for each in self.rejected[term] if each[0] in strata)
        if odds.z < LEAST_Z or len(authors) < FEWEST_AUTHORS or self._is_frayed(term, strata):
            return None
        if len(uncaught) < LEAST_UNCAUGHT * len(authors):
            return None
        every = {stratum for stratum, _ in self.sizes}
        return Telling(
            term=term,
            odds=odds,
            authors=authors,
            uncaught=uncaught,
            approved=sum(self.approved[term, stratum] for stratum in strata),
            elsewhere=sum(self.approved[term, stratum] for stratum in every - strata.keys()),
        )

    def _is_frayed(self, term: str, strata: Collection[str]) -> bool:
        """Whether a phrase begins or ends with a word that everybody uses, such as an article."""
        edges = (term.split()[0], term.split()[-1]) if " " in term else ()
        approved = sum(self.sizes[stratum, False] for stratum in strata)
        return any(
            len(edge) < _SHORT or sum(self.words[edge, s] for s in strata) > COMMON * approved for edge in edges
        )

    def _seen(self, term: str, by_stratum: Mapping[str, int]) -> Iterator[Seen]:
        for stratum, count in by_stratum.items():
            yield Seen(
                one=count,
                of_one=self.sizes[stratum, True],
                other=self.approved[term, stratum],
                of_other=self.sizes[stratum, False],
            )


def _says_the_same(each: Telling, other: Telling) -> bool:
    """Whether the same people use two terms, or those who use one use the other's word as well."""
    both = len(each.authors & other.authors)
    if both >= ALIKE * len(each.authors | other.authors):
        return True
    return _share_a_word(each.term, other.term) and both >= ALIKE * len(each.authors)


def _share_a_word(one: str, other: str) -> bool:
    pairs = [(a, b) for a in one.split() for b in other.split()]
    return any(a == b or _stands_for(a, b) or _stands_for(b, a) for a, b in pairs)


def _stands_for(stem: str, word: str) -> bool:
    return stem.endswith("*") and word.startswith(stem[:-1])
