"""What every `Archive` must do. Give the suite a fixture `storage` with NORTH and SOUTH, empty."""

import dataclasses
from datetime import timedelta

import pytest

from moderation.domain.backtesting.past_verdict import Extent, Gist, PastVerdict, VerdictQuery
from moderation.domain.comment import Article, CommentId, SiteId
from moderation.domain.decision import Decision, Source, decision_id
from moderation.domain.folded import folded_of
from moderation.domain.outcome import Label, SiteOutcome
from moderation.domain.text import normalise
from moderation.domain.verdict import Outcome
from moderation.ports import Storage
from moderation.testing.acts import append, record
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, comment, entry, past_entry, ruled, signals, submission

DAY = timedelta(days=1)
ALL = VerdictQuery()


class VerdictsContract:
    """Verdicts of the past come back as they were given, page by page."""

    def test_a_verdict_comes_back_with_what_it_rests_on(self, storage: Storage) -> None:
        """A rule of today is asked about exactly what a rule of then had seen."""
        made = entry(
            submission(comment("You are an idiot.")),
            outcome=Outcome.BLOCK,
            signals=signals("You are an idiot.", score__insult=0.9),
        )
        (decision,) = record(storage, made)

        (found,) = page(storage)
        assert found.gist == gist_of(decision)
        assert found.decision == decision
        assert found.facts == made.signals.facts
        assert found.spans == made.signals.spans
        assert (found.comment.text, found.comment.revision) == ("You are an idiot.", 1)
        assert found.folded == folded_of(normalise("You are an idiot."))
        assert found.ruling is None

    @pytest.mark.parametrize("outcome", [Outcome.ALLOW, Outcome.BLOCK])
    def test_a_ruling_is_known(self, storage: Storage, outcome: Outcome) -> None:
        """What a person concluded is what a candidate is measured by."""
        fill(storage, 1)
        append(storage, ruled(outcome, id="c-1", at=START + DAY))

        assert [each.ruling for each in page(storage)] == [outcome]

    def test_a_label_of_the_site_is_a_ruling(self, storage: Storage) -> None:
        """Many sites decide in their own queue, and only tell us."""
        fill(storage, 2)
        with storage.write(NORTH) as transaction:
            for number, outcome in ((1, SiteOutcome.PUBLISHED), (2, SiteOutcome.REMOVED)):
                transaction.decisions.label(
                    Label(
                        site=NORTH,
                        comment_id=CommentId(f"c-{number}"),
                        revision=1,
                        outcome=outcome,
                        by=None,
                        at=START,
                    )
                )

        assert [each.ruling for each in page(storage)] == [Outcome.ALLOW, Outcome.BLOCK]

    def test_what_people_judged_can_be_asked_for(self, storage: Storage) -> None:
        """Of a million comments people look at a few thousand, and those are what figures rest on."""
        fill(storage, 4)
        append(storage, ruled(Outcome.BLOCK, id="c-2", at=START + 9 * DAY))
        with storage.write(NORTH) as transaction:
            transaction.decisions.label(
                Label(
                    site=NORTH,
                    comment_id=CommentId("c-4"),
                    revision=1,
                    outcome=SiteOutcome.SPAM,
                    by=None,
                    at=START,
                )
            )

        found = page(storage, VerdictQuery(is_judged=True))
        assert [(each.decision.comment_id, each.ruling, each.label) for each in found] == [
            ("c-2", Outcome.BLOCK, None),
            ("c-4", Outcome.BLOCK, SiteOutcome.SPAM),
        ]
        assert extent(storage, VerdictQuery(is_judged=True)).count == 2

    def test_what_stood_in_an_archive_is_a_verdict_too(self, storage: Storage) -> None:
        """Years of a newsroom's own decisions are the best evidence that there is."""
        with storage.write(NORTH) as transaction:
            sent = submission(comment(id="c-0"))
            transaction.archive.record([past_entry(sent, outcome=SiteOutcome.REMOVED, at=START - DAY)])
        fill(storage, 1)

        found = page(storage, after=-1_000)
        assert [(each.decision.comment_id, each.label) for each in found] == [
            ("c-0", SiteOutcome.REMOVED),
            ("c-1", None),
        ]
        assert extent(storage).count == 2

    def test_what_was_judged_again_counts_once(self, storage: Storage) -> None:
        """A comment that a model was late for has two verdicts, and waits for nobody twice."""
        (first,) = fill(storage, 1)
        again = dataclasses.replace(
            first,
            id=decision_id(NORTH, first.comment_id, revision=1, at=START + DAY),
            source=Source.REJUDGED,
            at=START + DAY,
        )
        with storage.write(NORTH) as transaction:
            later = transaction.decisions.append(again, signals())

        assert [each.decision.position for each in page(storage)] == [later.position]
        assert extent(storage) == Extent(count=1, first=later.position, last=later.position)

    def test_every_revision_has_its_own_text(self, storage: Storage) -> None:
        """An edit is another text, and was judged by itself."""
        record(storage, entry(submission(comment("The first text."))))
        later = submission(comment("The second text."))
        record(storage, entry(later, revision=2, at=START + DAY), at=START + DAY)

        assert [each.comment.text for each in page(storage)] == ["The first text.", "The second text."]

    def test_an_erased_text_is_gone_and_its_facts_stay(self, storage: Storage) -> None:
        """What was erased must not come back by the back door."""
        fill(storage, 1)
        with storage.write(NORTH) as transaction:
            transaction.decisions.erase(CommentId("c-1"), at=START)

        (found,) = page(storage)
        assert (found.comment.text, found.folded, found.comment.context) == (None, None, {})
        assert found.facts["links"] == 0

    def test_pages_follow_each_other(self, storage: Storage) -> None:
        """A million verdicts are read without holding more than a page of them."""
        fill(storage, 5)

        first = page(storage, limit=2)
        second = page(storage, after=first[-1].decision.position, limit=9)
        assert [each.decision.comment_id for each in first + second] == [f"c-{n}" for n in range(1, 6)]
        assert [each.decision.position for each in page(storage, after=1, upto=3)] == [2, 3]

    @pytest.mark.parametrize(
        ("query", "wanted"),
        [
            (VerdictQuery(since=START + DAY), [2, 3]),
            (VerdictQuery(until=START + DAY), [1]),
            (VerdictQuery(since=START + DAY, until=START + 2 * DAY), [2]),
        ],
        ids=["since", "until", "between"],
    )
    def test_a_stretch_of_time_can_be_asked_for(
        self, storage: Storage, query: VerdictQuery, wanted: list[int]
    ) -> None:
        """Last week is another question than last year."""
        fill(storage, 3)

        assert [each.decision.position for each in page(storage, query)] == wanted
        assert extent(storage, query) == Extent(count=len(wanted), first=wanted[0], last=wanted[-1])

    def test_a_section_can_be_asked_for(self, storage: Storage) -> None:
        """What is banter under a match report is an attack under an obituary."""
        for number, section in enumerate(("sport", "city", "sport"), start=1):
            made = comment(id=f"c-{number}", article=Article(id="a-1", section=section))
            record(storage, entry(submission(made), signals=signals(article__section=section)))

        found = page(storage, VerdictQuery(section="sport"), limit=2)
        assert [each.decision.position for each in found] == [1, 3]

    def test_a_sample_takes_the_same_ones_each_time(self, storage: Storage) -> None:
        """Two candidates are compared on the same comments."""
        fill(storage, 30)
        query = VerdictQuery(share=0.3)

        found = [each.decision.position for each in page(storage, query)]
        assert found == [
            each.decision.position for each in page(storage) if query.is_in_sample(each.decision.position)
        ]
        assert 0 < len(found) < 20

    def test_nothing_of_another_site_is_seen(self, storage: Storage) -> None:
        """What belongs to one site is no business of the other."""
        fill(storage, 2)

        assert page(storage, site=SOUTH) == []
        assert extent(storage, site=SOUTH) == Extent(count=0, first=0, last=0)


def fill(storage: Storage, count: int) -> list[Decision]:
    """Record verdicts on comments `c-1`, `c-2` …, a day apart."""
    made: list[Decision] = []
    for number in range(1, count + 1):
        at = START + (number - 1) * DAY
        made += record(storage, entry(submission(comment(id=f"c-{number}")), at=at), at=at)
    return made


def page(
    storage: Storage,
    query: VerdictQuery = ALL,
    *,
    after: int = 0,
    upto: int = 1_000,
    limit: int = 100,
    site: SiteId = NORTH,
) -> list[PastVerdict]:
    """Return a page of verdicts."""
    with storage.read(site) as transaction:
        return transaction.verdicts.page(query, after=after, upto=upto, limit=limit)


def extent(storage: Storage, query: VerdictQuery = ALL, *, site: SiteId = NORTH) -> Extent:
    """Return how many verdicts there are."""
    with storage.read(site) as transaction:
        return transaction.verdicts.extent(query)


def gist_of(decision: Decision) -> Gist:
    """Return what a look back asks of a decision."""
    verdict = decision.verdict
    assert verdict is not None
    held = tuple(match.rule for match in (*verdict.matches, *verdict.shadow))
    return Gist(decision.at, decision.position, decision.outcome, verdict.policy, held, verdict.unknown)
