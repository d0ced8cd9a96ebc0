"""Importing an archive: what happened is on record, and nothing follows from it."""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.archive import Importer, Judge, Past
from moderation.domain.archive import ArchivedComment, Fate
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision, Source
from moderation.domain.errors import ScorerUnavailable, StorageUnavailable
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import Submission
from moderation.domain.site import Reviews
from moderation.domain.verdict import Outcome
from moderation.reports import report
from moderation.testing.acts import decisions_on, history, latest, page, review_of
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, archived, author, comment, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import BrokenScorer, OneLanguage, WordScorer

Import = Callable[..., list[Fate]]
Live = Callable[..., Decision]


def run(storage: MemoryStorage, batch: Sequence[Past], *, noted: str | None = None, **changes: Any) -> int:
    """Import a batch into NORTH with the small policy; `scorer` and `is_rehearsal` may be others."""
    is_rehearsal = changes.pop("is_rehearsal", False)
    judge = dataclasses.replace(Judge(policy=policy(), scorer=WordScorer(), languages=OneLanguage()), **changes)
    importer = Importer(site=NORTH, storage=storage, is_rehearsal=is_rehearsal)
    unknown = importer.unknown(batch)
    return importer.keep(unknown, judge.entries(unknown, at=START), at=START, noted=noted)


def pasts(batch: Sequence[ArchivedComment]) -> list[Past]:
    """Give the comments of an archive the service's names."""
    return [Past(archived=each, submission=_named(each)) for each in batch]


def _named(each: ArchivedComment) -> Submission:
    return dataclasses.replace(submission(each.comment), read_digest=None)


@pytest.fixture
def add(memory: MemoryStorage) -> Import:
    """Import some comments in one batch; returns their fates."""

    def add(*batch: ArchivedComment, noted: str | None = None, **changes: Any) -> list[Fate]:
        named = pasts(batch)
        run(memory, named, noted=noted, **changes)
        return [past.fate for past in named]

    return add


@pytest.mark.parametrize(
    ("text", "told", "stands", "verdict"),
    [
        ("Calm.", SiteOutcome.PUBLISHED, Outcome.ALLOW, Outcome.ALLOW),
        ("You idiot.", SiteOutcome.PUBLISHED, Outcome.ALLOW, Outcome.FLAG),
        ("Calm.", SiteOutcome.REMOVED, Outcome.BLOCK, Outcome.ALLOW),
        ("You idiot.", None, Outcome.FLAG, Outcome.FLAG),
        ("Cheap pharmacy!", None, Outcome.BLOCK, Outcome.BLOCK),
    ],
)
def test_what_the_site_did_stands_beside_what_the_policy_says(
    add: Import, memory: MemoryStorage, text: str, told: SiteOutcome, stands: Outcome, verdict: Outcome
) -> None:
    """The page is as the site's people left it; what the policy makes of it is for comparison."""
    add(archived(text, outcome=told))

    (made,) = decisions_on(memory)
    assert (made.outcome, made.verdict and made.verdict.outcome, made.source) == (stands, verdict, Source.ARCHIVE)
    assert latest(memory).outcome is stands
    assert made.at == latest(memory).received_at == START - timedelta(days=1_000)


def test_nothing_follows_from_it(add: Import, memory: MemoryStorage) -> None:
    """A million old comments must not become a million things to do."""
    add(
        archived("I will kill you, idiot.", outcome=SiteOutcome.REMOVED),
        archived("You idiot.", id=CommentId("c-2")),
    )

    rows = memory.rows(NORTH)
    with memory.read(NORTH) as transaction:
        assert transaction.decisions.feed(after=0, limit=9) == []
    assert (page(memory), rows.jobs, rows.strikes, rows.decisions) == ([], {}, [], [])


def test_labels_are_what_the_site_told(add: Import, memory: MemoryStorage) -> None:
    """A model learns from what people did, and not from what the policy thinks that they should have done."""
    told = {"c-1": SiteOutcome.PUBLISHED, "c-2": SiteOutcome.REMOVED, "c-3": None}
    add(*(archived(id=CommentId(id), outcome=outcome) for id, outcome in told.items()))

    labels = {id: label.outcome for (id, _), label in memory.rows(NORTH).labels.items()}
    assert labels == {id: outcome for id, outcome in told.items() if outcome}


def test_author_has_a_past_when_the_first_comment_comes(add: Import, memory: MemoryStorage) -> None:
    """A rule for newcomers must not meet a regular of many years."""
    add(*(archived(id=CommentId(f"c-{n}"), outcome=SiteOutcome.PUBLISHED) for n in range(3)))

    found = history(memory, submission(comment(id="c-9")), "author.approved")
    assert (found.approved, found.first_seen) == (3, START - timedelta(days=1_000))


def test_verdict_does_not_depend_on_the_past(add: Import, memory: MemoryStorage) -> None:
    """Files are in any order and imports break off: what a comment gets must be its own."""
    add(*(archived("Again.", id=CommentId(f"c-{number}")) for number in range(5)))

    verdicts = [decisions_on(memory, f"c-{number}")[0].verdict for number in range(5)]
    assert {verdict and verdict.outcome for verdict in verdicts} == {Outcome.ALLOW}
    assert all("author.standing" in verdict.not_checked for verdict in verdicts if verdict)


def test_second_import_changes_nothing(add: Import, memory: MemoryStorage) -> None:
    """Who is not sure whether it ran runs it again."""
    batch = [archived("You idiot.", outcome=SiteOutcome.REMOVED), archived(id=CommentId("c-2"))]
    add(*batch, noted="archive.csv")
    before = dataclasses.asdict(memory.rows(NORTH))

    assert add(*batch, noted="archive.csv") == [Fate.KNOWN, Fate.KNOWN]
    assert dataclasses.asdict(memory.rows(NORTH)) == before


def test_known_comments_stay_as_they_are(add: Import, memory: MemoryStorage) -> None:
    """An older file must not undo an edit, and nothing brings back what was erased."""
    add(archived(id=CommentId("c-1")), archived(id=CommentId("c-2")))
    with memory.write(NORTH) as transaction:
        transaction.decisions.erase(CommentId("c-2"), at=START)

    fates = add(archived("Other.", id=CommentId("c-1")), archived(id=CommentId("c-2")))
    assert fates == [Fate.CHANGED, Fate.ERASED]
    assert (latest(memory, "c-1").text, latest(memory, "c-2").text) == ("The fees rose then, too.", None)


def test_comment_that_stands_twice_in_a_file_is_recorded_once(add: Import) -> None:
    """Exports are glued together by hand."""
    assert add(archived(), archived(), archived("Other.")) == [Fate.ADDED, Fate.KNOWN, Fate.CHANGED]


def test_what_was_judged_live_is_left_alone(add: Import, judge: Live, memory: MemoryStorage) -> None:
    """The service may have run for a week when somebody thinks of the archive."""
    judge("You idiot.")

    assert add(archived("You idiot.", outcome=SiteOutcome.PUBLISHED)) == [Fate.KNOWN]
    assert (latest(memory).outcome, review_of(memory) is not None) == (Outcome.FLAG, True)


def test_edit_of_an_old_comment_is_its_second_revision(add: Import, judge: Live, memory: MemoryStorage) -> None:
    """The site goes on where the archive ends."""
    add(archived(outcome=SiteOutcome.PUBLISHED))
    judge("You idiot.")

    assert [made.revision for made in decisions_on(memory)] == [1, 2]
    assert review_of(memory) is not None


def test_reported_old_comment_is_looked_at(add: Import, memory: MemoryStorage) -> None:
    """That it was published once does not mean that a person ever looked."""
    add(archived(outcome=SiteOutcome.PUBLISHED))
    id = CommentId("c-1")
    opened = report(
        memory, site=NORTH, id=id, reporter="r", reason=None, policy=policy(), reviews=Reviews.HERE, at=START
    )

    assert opened is not None


def test_rehearsal_records_nothing_and_tells_the_verdicts(memory: MemoryStorage) -> None:
    """Before a million rows are written, one wants to see what they would be."""
    batch = pasts([archived("You idiot.", outcome=SiteOutcome.PUBLISHED)])

    assert run(memory, batch, is_rehearsal=True, noted="archive.csv") == 1
    assert batch[0].verdict is not None
    assert batch[0].verdict.outcome is Outcome.FLAG
    assert memory.commits == 0


def test_first_batch_with_news_is_noted(add: Import, memory: MemoryStorage) -> None:
    """Years later somebody asks where these comments come from."""
    add(archived(), noted="archive.csv")
    add(archived(), noted="archive.csv")

    assert [(row.what, row.detail) for row in memory.rows(NORTH).audit] == [
        ("archive.import", {"file": "archive.csv"})
    ]


def test_broken_model_ends_the_import(add: Import, memory: MemoryStorage) -> None:
    """Nobody waits for an archive: better later than by halves."""
    with pytest.raises(ScorerUnavailable):
        add(archived(), scorer=BrokenScorer())

    assert memory.commits == 0


def test_batch_is_kept_whole_or_not_at_all(add: Import, memory: MemoryStorage) -> None:
    """What broke off is imported again, and must not meet its own halves."""
    memory.is_down = True
    with pytest.raises(StorageUnavailable):
        add(archived(), archived(id=CommentId("c-2")))
    memory.is_down = False

    assert add(archived(), archived(id=CommentId("c-2"))) == [Fate.ADDED, Fate.ADDED]


def test_nothing_is_judged_that_is_known(memory: MemoryStorage) -> None:
    """To go on after a break must cost a look, not another night."""
    scorer = WordScorer()
    for _ in range(2):
        run(memory, pasts([archived()]), scorer=scorer)

    assert len(scorer.asked) == 1


LETTERS = st.sampled_from("abcdef")


@given(st.lists(st.tuples(LETTERS, LETTERS)), st.lists(st.integers(1, 4)))
def test_cuts_make_no_difference(rows: list[tuple[str, str]], cuts: list[int]) -> None:
    """Wherever an import breaks off and begins anew, the same is on record in the end."""
    batch = [
        archived(f"Text {text}.", id=CommentId(id), author=author(f"u-{text}"), outcome=SiteOutcome.PUBLISHED)
        for id, text in rows
    ]
    whole, pieces = MemoryStorage(), MemoryStorage()
    run(whole, pasts(batch))
    for cut in [*cuts, len(batch)]:
        run(pieces, pasts(batch[:cut]))

    one, other = whole.rows(NORTH), pieces.rows(NORTH)
    assert one.revisions == other.revisions
    assert one.authors == other.authors
    assert one.labels == other.labels


def test_what_is_judged_meanwhile_is_left_alone(judge: Live, memory: MemoryStorage) -> None:
    """The site goes on sending while an archive is imported."""
    importer, batch = Importer(site=NORTH, storage=memory), pasts([archived("You idiot.")])
    unknown = importer.unknown(batch)
    entries = Judge(policy=policy(), scorer=WordScorer(), languages=OneLanguage()).entries(unknown, at=START)
    judge("You idiot.")

    assert importer.keep(unknown, entries, at=START) == 0
    assert batch[0].fate is Fate.KNOWN
    assert [made.source for made in decisions_on(memory)] == [Source.POLICY]
