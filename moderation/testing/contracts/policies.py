"""What every `Policies` must do. Give the suite a fixture `store` that is empty."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from moderation.domain.backtesting.backtest import Backtest, Instance, QueueLoad, RuleShift, Shift
from moderation.domain.comment import CommentId
from moderation.domain.decision import DecisionId
from moderation.domain.errors import NotFound
from moderation.domain.gate import BacktestReport
from moderation.domain.look_back import KEPT, LookBack
from moderation.domain.policy_version import PolicyVersion, VersionState
from moderation.domain.suggestions.suggestion import Drafted, Quote, Suggestion
from moderation.domain.verdict import Outcome, Span
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, entry, site
from moderation.testing.stores import Store

LATER = START + timedelta(hours=1)
FILES = {"z-main.yaml": "name: test\n", "a-list.yaml": "words: []\n"}


def draft(hash: str = "aa", *, at: datetime = START) -> PolicyVersion:
    """Make a draft with everything told of it."""
    return PolicyVersion(
        hash=hash,
        name="default",
        state=VersionState.DRAFT,
        created_at=at,
        parent="00",
        saved_by="ann",
        saved_why="after the elections",
        watched=("flood",),
    )


def backtest_report(after: str = "aa", *, at: datetime = START) -> BacktestReport:
    """Make the report of a backtest."""
    return BacktestReport(
        before="00",
        after=after,
        at=at,
        by="ann",
        on_record=900,
        looked_at=900,
        changed=7,
        contradicting=1,
        agreeing=3,
        is_whole=True,
        held={"flood": 7},
    )


def look_back(*, at: datetime = START) -> LookBack:
    """Make a look back that begins."""
    return LookBack(id="l_1", hash="aa", by="ann", began_at=at, told_at=at)


def found() -> Backtest:
    """Make what a look back found, with every kind of value."""
    case = Instance(
        decision_id=DecisionId("d_1"),
        comment_id=CommentId("c-1"),
        at=START,
        section="Local",
        before=Outcome.ALLOW,
        after=Outcome.FLAG,
        ruling=None,
        rules=("flood",),
        text="What a clown.",
        spans=(Span(7, 12),),
        message="Found “clown”",
        doubt=0.25,
    )
    load = QueueLoad(
        before_per_day=1.0,
        after_per_day=2.0,
        busiest_before=1.0,
        busiest_after=2.0,
        queues={"attacks": (1.0, 2.0)},
        days={START.date(): (1.0, 2.0)},
    )
    shift = Shift(before=Outcome.ALLOW, after=Outcome.FLAG, count=1)
    return Backtest(
        site=NORTH,
        before="default@00",
        after="default@aa",
        on_record=9,
        looked_at=9,
        untellable=0,
        changed=1,
        shifts=(shift,),
        rules=(RuleShift(rule="flood", held_before=0, held_after=1, shifts=(shift,)),),
        contradicting=0,
        agreeing=0,
        contradictions=(),
        mistakes=(case,),
        misses=(),
        queue=load,
        notes=("A sample.",),
    )


def drafted() -> Drafted:
    """Make a word that a search found, with every kind of value."""
    quote = Quote(text="The barnacles again.", span=Span(4, 13), section="Local", comment=CommentId("c-1"))
    suggestion = Suggestion(
        term="barnacle*",
        names_people=False,
        authors=9,
        uncaught=8,
        approved=1,
        elsewhere=0,
        log_odds=4.5,
        z=3.25,
        sections=("Local",),
        clause="hate",
        hits=(quote,),
        misses=(replace(quote, span=None, section=None),),
    )
    return Drafted(suggestion=suggestion, yaml="- id: said-barnacle\n", held=8, changed=7)


class PoliciesContract:
    """Versions and what was tried of them are kept, each site's apart."""

    @pytest.fixture(autouse=True)
    def sites(self, store: Store) -> None:
        """Make two sites."""
        for id in (NORTH, SOUTH):
            store.sites.add(site(id))

    def test_version_comes_back_as_it_was_kept(self, store: Store) -> None:
        """Who and why is what a colleague asks in a year."""
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add(draft(), FILES)

        with store.storage.read(NORTH) as transaction:
            assert transaction.policies.versions() == [draft()]
            assert list(transaction.policies.files("aa").files.items()) == list(FILES.items())
        with store.storage.read(SOUTH) as transaction:
            assert transaction.policies.versions() == []

    def test_versions_come_newest_first(self, store: Store) -> None:
        """What is worked on stands on top."""
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add(draft("aa"), FILES)
            transaction.policies.add(draft("bb", at=LATER), FILES)

            assert [version.hash for version in transaction.policies.versions()] == ["bb", "aa"]

    def test_live_version_is_what_the_site_is_judged_by(self, store: Store) -> None:
        """A version that is called live and does not judge would be worse than none."""
        live = replace(
            draft(), state=VersionState.LIVE, published_at=LATER, published_by="ben", replaced="00"
        )  # fmt: skip
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add(draft(), FILES)
            transaction.policies.save(live)

        assert (store.sites.get(NORTH).policy, store.sites.policies(NORTH)) == ("aa", [live])
        assert store.sites.get(SOUTH).policy == site().policy

    def test_what_fails_leaves_the_live_version(self, store: Store) -> None:
        """Half a publication must not judge anybody."""
        live = replace(draft(), state=VersionState.LIVE)
        with suppress(RuntimeError), store.storage.write(NORTH) as transaction:
            transaction.policies.add(draft(), FILES)
            transaction.policies.save(live)
            raise RuntimeError

        assert (store.sites.get(NORTH).policy, store.sites.policies(NORTH)) == (site().policy, [])

    def test_version_that_is_not_there_is_not_found(self, store: Store) -> None:
        """A typing error in a hash must not pass in silence."""
        with store.storage.write(NORTH) as transaction:
            with pytest.raises(NotFound):
                transaction.policies.files("aa")
            with pytest.raises(NotFound):
                transaction.policies.save(draft())

    def test_reports_come_newest_first(self, store: Store) -> None:
        """What was looked at last is what somebody goes by."""
        reports = [backtest_report(), backtest_report("bb"), backtest_report(at=LATER)]
        with store.storage.write(NORTH) as transaction:
            for report in reports:
                transaction.policies.add_report(report)

        with store.storage.read(NORTH) as transaction:
            assert transaction.policies.reports("aa") == [reports[2], reports[0]]
        with store.storage.read(SOUTH) as transaction:
            assert transaction.policies.reports("aa") == []

    def test_acts_come_newest_first(self, store: Store) -> None:
        """Whoever comes in the morning reads what the night did; what is no business of the policy is left out."""
        with store.storage.write(NORTH) as transaction:
            for by, what in (("ann", "policy.save"), ("eve", "author.standing"), ("brake", "policy.brake")):
                transaction.audit(by=by, what=what, detail={"rule": "flood"}, at=START)

        with store.storage.read(NORTH) as transaction:
            found = transaction.policies.acts(limit=9)
            assert transaction.policies.acts(limit=1) == found[:1]
        assert [(act.by, act.what, act.detail, act.at) for act in found] == [
            ("brake", "policy.brake", {"rule": "flood"}, START),
            ("ann", "policy.save", {"rule": "flood"}, START),
        ]
        with store.storage.read(SOUTH) as transaction:
            assert transaction.policies.acts(limit=9) == []

    def test_look_back_comes_back_as_far_as_it_is(self, store: Store) -> None:
        """Whichever process is asked shows what another one works on."""
        begun = look_back()
        later = replace(begun, judged=300, of=1_000, told_at=LATER)
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add_look(begun)
            assert transaction.policies.save_look(later)

        with store.storage.read(NORTH) as transaction:
            assert transaction.policies.look("l_1") == later
        with store.storage.read(SOUTH) as transaction:
            assert transaction.policies.look("l_1") is None

    def test_look_back_that_was_cancelled_is_not_told_of(self, store: Store) -> None:
        """Whoever works on it learns so that nobody waits for it."""
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add_look(look_back())
            transaction.policies.drop_look("l_1")

            assert not transaction.policies.save_look(look_back())
            assert transaction.policies.look("l_1") is None

    def test_what_a_look_back_found_is_kept_for_a_day(self, store: Store) -> None:
        """It quotes comments, so it is kept no longer than somebody reads it."""
        done = replace(look_back(), is_done=True, found=found())
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add_look(look_back())
            transaction.policies.save_look(done)
            kept = transaction.policies.look("l_1")
            transaction.policies.add_look(replace(look_back(at=START + 2 * KEPT), id="l_2"))

            assert kept == done
            assert transaction.policies.look("l_1") is None

    def test_the_latest_words_that_were_found_are_at_hand(self, store: Store) -> None:
        """Whoever opens the page finds what a colleague's search found, whichever process made it."""
        done = replace(look_back(), is_done=True, section="Local", drafted=(drafted(),))
        later = replace(done, id="l_2", began_at=LATER, drafted=())
        with store.storage.write(NORTH) as transaction:
            transaction.policies.add_look(done)
            assert transaction.policies.words_found("aa") == done
            transaction.policies.add_look(later)
            transaction.policies.add_look(replace(look_back(at=LATER), id="l_3"))

            assert transaction.policies.words_found("aa") == later
            assert transaction.policies.words_found("bb") is None
        with store.storage.read(SOUTH) as transaction:
            assert transaction.policies.words_found("aa") is None

    def test_look_back_forgets_its_cases_once_a_text_is_erased(self, store: Store) -> None:
        """What is erased must not live on in a report, whether that was done or under way."""
        with store.storage.write(NORTH) as transaction:
            transaction.decisions.record([entry()], at=START)
            for id in ("l_1", "l_2"):
                transaction.policies.add_look(replace(look_back(), id=id))
            done = replace(look_back(), is_done=True, found=found(), drafted=(drafted(),))
            transaction.policies.save_look(done)
            transaction.decisions.erase(entry().decision.comment_id, at=LATER)
            transaction.policies.save_look(replace(done, id="l_2"))

            looks = [transaction.policies.look(id) for id in ("l_1", "l_2")]
        left = [look and (look.is_done, look.found, look.drafted) for look in looks]
        assert left == [(True, None, None), (True, None, None)]
