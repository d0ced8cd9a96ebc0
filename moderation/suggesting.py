"""Find words that a site does not know yet, from what its people rejected and approved."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from moderation.domain.backtesting.backtest import Advanced, unheard
from moderation.domain.backtesting.evidence import Evidence
from moderation.domain.backtesting.past_verdict import PastVerdict, VerdictQuery
from moderation.domain.backtesting.rejudging import Rejudging
from moderation.domain.budgets.agreement import would_be
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Source
from moderation.domain.errors import Invalid
from moderation.domain.policy import Policy
from moderation.domain.policy_version import PolicyAct
from moderation.domain.suggestions.phrases import phrases_of
from moderation.domain.suggestions.suggestion import Quote, Suggestion
from moderation.domain.suggestions.vocabulary import LEAST_UNCAUGHT, Spoken, Telling, Vocabulary, candidates
from moderation.domain.suggestions.wording import names_beside, quote_of
from moderation.domain.verdict import Outcome
from moderation.past import PAGE, past_verdicts
from moderation.ports import Storage

#: Terms that are looked at closely, for each that is wanted.
_SPARE = 3
#: Quotations that are kept of each term, and approved sentences to prove a rule by.
_HITS, _MISSES = 12, 6
#: What is noted of a term that somebody does not want, and of one that they want again; of a policy's acts so many
#: are looked through for it.
_DISMISS, _RESTORE, _ACTS = "policy.dismiss-term", "policy.restore-term", 100_000
_LONGEST = 200

#: Finds a policy by its hash, as it was when it judged; `None` where it is not kept.
Recorded = Callable[[str], Policy | None]


def not_kept(_hash: str) -> None:
    """Stand in where no earlier policy is at hand: every rule is asked again."""


@dataclass(slots=True, eq=False)
class _Close:
    """A term looked at closely."""

    telling: Telling
    #: The kinds of article under which it was rejected.
    strata: frozenset[str]
    #: What a text holds that holds the term: its first word, or the stem of it.
    beginning: str
    hits: list[Quote] = field(default_factory=list)
    misses: list[Quote] = field(default_factory=list)
    comments: list[CommentId] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)
    #: Comments in which it is the name of somebody.
    names: int = 0
    seen: int = 0


def suggest(
    storage: Storage,
    *,
    site: SiteId,
    policy: Policy,
    query: VerdictQuery,
    most: int = 10,
    recorded: Recorded = not_kept,
    advanced: Advanced = unheard,
) -> list[Suggestion]:
    """Return terms of rejected comments that no rule of the policy catches, the clearest first.

    What people judged is read three times, so that memory does not grow with it; `advanced` is told of all three.
    """
    live = _Live(policy, recorded)
    wanted = VerdictQuery(since=query.since, until=query.until, section=query.section, is_judged=True)
    read = _Reading(storage, site, wanted, advanced)
    vocabulary = Vocabulary(candidates(_spoken(each for each in read() if each.ruling is Outcome.BLOCK)))
    for each in _spoken(read()):
        vocabulary.add(each)
    unwanted = dismissed(storage, site=site)
    wanted_terms = [each for each in vocabulary.telling() if each.term not in unwanted]
    close = [_close(telling) for telling in wanted_terms[: _SPARE * most]]
    for archived in read():
        _look(archived, close, live)
    kept = [
        each
        for each in close
        if len(each.authors) >= LEAST_UNCAUGHT * len(each.telling.authors) and each.names * 2 < each.seen
    ]
    return [_suggestion(each, storage, site=site, policy=policy) for each in kept[:most]]


def _close(telling: Telling) -> _Close:
    return _Close(telling, frozenset(telling.strata), telling.term.split()[0].removesuffix("*"))


def dismissed(storage: Storage, *, site: SiteId) -> dict[str, PolicyAct]:
    """Return the terms that somebody does not want to be suggested, each with who said so and when."""
    with storage.read(site) as transaction:
        acts = transaction.policies.acts(limit=_ACTS)
    found: dict[str, PolicyAct] = {}
    for act in reversed(acts):
        if act.what == _DISMISS:
            found[act.detail["term"]] = act
        elif act.what == _RESTORE:
            found.pop(act.detail["term"], None)
    return found


def dismiss(storage: Storage, term: str, *, site: SiteId, by: str, at: datetime, is_wanted: bool = False) -> None:
    """Suggest a term no more, or again where it `is_wanted`.

    Raises:
        Invalid: if it is no term.
    """
    if not 1 <= len(term.strip()) <= _LONGEST:
        raise Invalid(f"A term has 1 to {_LONGEST} characters.")
    with storage.write(site) as transaction:
        what = _RESTORE if is_wanted else _DISMISS
        transaction.audit(by=by, what=what, detail={"term": term.strip()}, at=at)


def stratum_of(archived: PastVerdict) -> str:
    """Return the kind of article: its section, else what it is about first; empty where neither is known."""
    section, about = archived.facts.get("article.section"), archived.facts.get("article.about")
    if isinstance(section, str):
        return section
    return f"about {about[0]}" if isinstance(about, tuple) and about else ""


class _Reading:
    """Reads verdicts as often as it is called, and tells how far it is with three times."""

    def __init__(self, storage: Storage, site: SiteId, query: VerdictQuery, advanced: Advanced) -> None:
        with storage.read(site) as transaction:
            self._all = 3 * transaction.verdicts.extent(query).count
        self._storage, self._site, self._query, self._advanced = storage, site, query, advanced
        self._done = 0

    def __call__(self) -> Iterator[PastVerdict]:
        for each in past_verdicts(self._storage, site=self._site, query=self._query):
            if self._done % PAGE == 0:
                self._advanced(self._done, self._all)
            self._done += 1
            yield each


def spoken(storage: Storage, site: SiteId, query: VerdictQuery) -> Iterator[Spoken]:
    """Return what counts of each verdict of a query whose text is kept."""
    return _spoken(past_verdicts(storage, site=site, query=query))


def _spoken(pasts: Iterable[PastVerdict]) -> Iterator[Spoken]:
    for archived in pasts:
        is_rejected = archived.ruling is Outcome.BLOCK
        readings = Evidence(archived).readings
        if readings is not None:
            yield Spoken(
                phrases=phrases_of(readings[1]),
                at=archived.gist.at,
                stratum=stratum_of(archived),
                author=archived.comment.author_key or archived.comment.id,
                is_rejected=is_rejected,
                is_caught=is_rejected and would_be(archived) is not Outcome.ALLOW,
            )


def _names_people(term: str, policy: Policy) -> bool:
    """Whether a term is also what a people, a place or a party is called."""
    entities = [name for entity in policy.entities for name in (entity.name, *entity.spellings)]
    groups = [word for each in policy.lists.values() if each.names_groups for word in each.words]
    stem = term.removesuffix("*")
    names = {name.casefold().removesuffix("*") for name in (*entities, *groups)}
    return any(name == stem or (term != stem and name.startswith(stem)) for name in names)


def _look(archived: PastVerdict, close: Sequence[_Close], live: "_Live") -> None:
    """Keep quotations of the terms that a comment holds; one that a rule catches by now is passed over."""
    evidence = Evidence(archived)
    readings = evidence.readings
    if readings is None:
        return
    text = readings[1].casefold()
    held = [each for each in close if each.beginning in text]  # most texts end here
    phrases = phrases_of(text) if held else frozenset()
    held = [each for each in held if each.telling.term in phrases]
    is_rejected = archived.ruling is Outcome.BLOCK
    if not is_rejected:
        _keep_misses(archived, close, held)
        return
    for each in held:
        each.seen += 1
        each.names += each.telling.term in names_beside(archived)
    if held and not live.stops(evidence):
        for each in held:
            _keep_hit(archived, each)


def _keep_misses(archived: PastVerdict, close: Sequence[_Close], held: Sequence[_Close]) -> None:
    """Keep approved sentences: those that hold the term elsewhere first, then some of the same kind of article."""
    stratum = stratum_of(archived)
    for each in close:
        is_alike = stratum in each.strata
        if each in held and not is_alike:
            _keep(each.misses, quote_of(archived, each.telling.term), at=0)
        elif each not in held and is_alike and len(each.misses) < _MISSES:
            _keep(each.misses, quote_of(archived, None), at=len(each.misses))
        del each.misses[2 * _MISSES :]


def _keep_hit(archived: PastVerdict, each: _Close) -> None:
    author = archived.comment.author_key or archived.decision.comment_id
    if author not in each.authors and len(each.hits) < _HITS:
        _keep(each.hits, quote_of(archived, each.telling.term), at=len(each.hits))
        each.comments.append(archived.decision.comment_id)
    each.authors.add(author)


def _keep(quotes: list[Quote], quote: Quote, *, at: int) -> None:
    """Keep a quotation unless it says what another says: copies prove nothing twice."""
    if quote.text not in {each.text for each in quotes}:
        quotes.insert(at, quote)


class _Live:
    """The live policy, asked about comments that an older one may have let through."""

    def __init__(self, policy: Policy, recorded: Recorded) -> None:
        self._policy, self._recorded = policy, recorded
        self._rejudging: dict[str, Rejudging] = {}

    def stops(self, evidence: Evidence) -> bool:
        """Whether it would stop a comment; only rules that have changed since are asked."""
        ref = evidence.archived.gist.policy
        if ref == self._policy.ref:
            return would_be(evidence.archived) is not Outcome.ALLOW
        if ref not in self._rejudging:
            self._rejudging[ref] = Rejudging(self._recorded(ref.rpartition("@")[2]), self._policy)
        [judged] = self._rejudging[ref]([evidence])
        return judged.outcome not in (None, Outcome.ALLOW)


def _suggestion(close: _Close, storage: Storage, *, site: SiteId, policy: Policy) -> Suggestion:
    telling = close.telling
    names_people = _names_people(telling.term, policy)
    has_sections = not any(s == "" or s.startswith("about ") for s in telling.strata)
    is_bound = has_sections and (telling.elsewhere > 0 or names_people)
    return Suggestion(
        term=telling.term,
        names_people=names_people,
        authors=len({author for _, author in telling.authors}),
        uncaught=len({author for _, author in telling.uncaught}),
        approved=telling.approved,
        elsewhere=telling.elsewhere,
        log_odds=round(telling.odds.ratio, 2),
        z=round(telling.odds.z, 2),
        sections=telling.strata if is_bound else (),
        clause=_clause(storage, close.comments, site=site, policy=policy),
        hits=tuple(close.hits),
        misses=tuple(close.misses),
    )


def _clause(storage: Storage, comments: Sequence[CommentId], *, site: SiteId, policy: Policy) -> str:
    """Return the clause that moderators named most often; the one about hate where none did, else the first."""
    named: Counter[str] = Counter()
    with storage.read(site) as transaction:
        for id in comments:
            rulings = [d for d in transaction.decisions.of_comment(id) if d.source is Source.MODERATOR]
            named.update(d.clause for d in rulings if d.clause in policy.clauses and d.clause is not None)
    if named:
        return named.most_common(1)[0][0]
    return "hate" if "hate" in policy.clauses else next(iter(policy.clauses))
