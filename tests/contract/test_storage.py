"""The database, on SQLite and on PostgreSQL, and its twin in memory keep the same promises."""

import pytest

from moderation.ports import Sites, Storage
from moderation.ports_people import Accounts
from moderation.testing.contracts.accounts import AccountsContract, LinksContract, SessionsContract
from moderation.testing.contracts.appeals import AppealsContract
from moderation.testing.contracts.archive import ArchiveContract
from moderation.testing.contracts.articles import ArticlesContract
from moderation.testing.contracts.author_labels import LabelsContract
from moderation.testing.contracts.authors import AuthorsContract
from moderation.testing.contracts.decisions import DecisionsContract, RepeatsContract
from moderation.testing.contracts.desk import DeskContract
from moderation.testing.contracts.digests import DigestsContract
from moderation.testing.contracts.histories import HistoriesContract
from moderation.testing.contracts.outbox import JobsContract, ReportsContract, WebhooksContract
from moderation.testing.contracts.policies import PoliciesContract
from moderation.testing.contracts.records import RecordsContract
from moderation.testing.contracts.reviews import ReviewsContract
from moderation.testing.contracts.rule_counts import RuleCountsContract
from moderation.testing.contracts.sanctions import SanctionsContract
from moderation.testing.contracts.sites import SitesContract
from moderation.testing.contracts.transactions import StorageContract
from moderation.testing.contracts.verdicts import VerdictsContract
from moderation.testing.factories import NORTH, SOUTH, site
from moderation.testing.stores import Store


@pytest.fixture
def sites(store: Store) -> Sites:
    """Return where sites are kept, empty."""
    return store.sites


@pytest.fixture
def storage(store: Store) -> Storage:
    """Return where everything is kept, with two sites."""
    for id in (NORTH, SOUTH):
        store.sites.add(site(id))
    return store.storage


@pytest.fixture
def accounts(store: Store, storage: Storage) -> Accounts:
    """Return where accounts are kept, empty, with two sites."""
    return store.accounts


class TestStorage(StorageContract):
    """Transactions."""


class TestDecisions(DecisionsContract):
    """Comments and decisions."""


class TestRepeats(RepeatsContract):
    """What was sent before."""


class TestArchive(ArchiveContract):
    """What stood before."""


class TestReviews(ReviewsContract):
    """The queue."""


class TestArticles(ArticlesContract):
    """Articles under which comments wait."""


class TestLabels(LabelsContract):
    """What rules call authors for a time."""


class TestHistories(HistoriesContract):
    """What is known before a comment is judged."""


class TestAuthors(AuthorsContract):
    """Authors, strikes and standing."""


class TestSanctions(SanctionsContract):
    """Steps of the ladder that wait for a person."""


class TestJobs(JobsContract):
    """The outbox."""


class TestAppeals(AppealsContract):
    """Authors' objections."""


class TestWebhooks(WebhooksContract):
    """Who is told."""


class TestRecords(RecordsContract):
    """The past, as reports read it."""


class TestDigests(DigestsContract):
    """What desks were told."""


class TestReports(ReportsContract):
    """Readers' notices."""


class TestVerdicts(VerdictsContract):
    """Verdicts of the past."""


class TestSites(SitesContract):
    """Sites, keys and policies."""


class TestRuleCounts(RuleCountsContract):
    """How often rules held."""


class TestAccounts(AccountsContract):
    """People's ways in."""


class TestSessions(SessionsContract):
    """Browsers in which somebody is signed in."""


class TestLinks(LinksContract):
    """Ways to choose a password."""


class TestPolicies(PoliciesContract):
    """Versions of a policy."""


class TestDesk(DeskContract):
    """What moderators look up and write down."""
