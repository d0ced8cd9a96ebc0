"""Coded words that nobody planted in a list are found, and each comes with a rule that proves itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from moderation.archive import Importer, Judge, Past
from moderation.domain.archive import ArchivedComment
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import CommentId
from moderation.domain.site import PolicyFiles, Site
from moderation.domain.suggestions.suggestion import Drafted, Quote, Search, Suggestion
from moderation.drafting import aside, drafts
from moderation.importers.fields import Limits
from moderation.importers.files import comments
from moderation.policyfile import draft, files
from moderation.policyfile.examples import run_examples
from moderation.policyfile.lint import lint
from moderation.policyfile.rehearse import observer
from moderation.reports import erase
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.sites import SiteRepository
from moderation.testing.factories import NORTH, submission
from moderation.testing.scorers import OneLanguage, WordScorer
from tests.cli.conftest import SMALL

ARCHIVE = Path(__file__).parents[1] / "notebooks/archive/comments.csv"
NOW = datetime(2026, 3, 2, tzinfo=UTC)
LIVE = PolicyFiles(
    name="evening", files={"evening.yaml": SMALL.replace("[clown]", "[idiot, moron, bullshit, watches]")}
)
PLANTED = {"goatmilkers", "green tea drinkers", "lanterns", "river folk"}


def fill(url: str) -> None:
    """Import the invented archive, judged by a policy that knows insults alone."""
    engine = connect(url)
    sites, policy = SiteRepository(engine), files.load(LIVE.name, LIVE.files)
    sites.add(Site(id=NORTH, policy=policy.hash, created_at=NOW))
    sites.keep_policy(NORTH, hash=policy.hash, name="evening", files=dict(LIVE.files), at=NOW)
    sites.publish_policy(NORTH, policy.hash, by="test", at=NOW)
    with ARCHIVE.open("rb") as file:
        found = [
            Past(archived=each, submission=submission(each.comment))
            for each in comments(file, Limits(site=NORTH, text=20_000, now=NOW), name=ARCHIVE.name)
            if isinstance(each, ArchivedComment)
        ]
    judge = Judge(policy=policy, scorer=WordScorer({}), languages=OneLanguage())
    Importer(site=NORTH, storage=Database(engine)).keep(found, judge.entries(found, at=NOW), at=NOW)
    engine.dispose()


def suggested(url: str, **query: str) -> list[Drafted]:
    """Return what is suggested on a filled database."""
    engine = connect(url)
    search = Search(site=NORTH, policy=LIVE, query=VerdictQuery(**query))  # type: ignore[arg-type]
    found = drafts(url, Database(engine), search)
    engine.dispose()
    return found


@pytest.fixture
def filled(database_url: str) -> str:
    """Return the URL of a database with the archive, once of each kind."""
    fill(database_url)
    return database_url


def test_planted_terms_are_found_and_nothing_else(filled: str) -> None:
    """One author's idiom, words that a rule catches and words that all use are in the archive too."""
    found = suggested(filled)

    assert {each.suggestion.term for each in found} == PLANTED
    lanterns = next(each.suggestion for each in found if each.suggestion.term == "lanterns")
    assert lanterns.sections == ("Region",)
    assert lanterns.elsewhere > 100
    assert all(each.suggestion.authors >= 10 and each.suggestion.approved <= 1 for each in found)


def test_each_rule_proves_itself_and_was_tried(filled: str, tmp_path: Path) -> None:
    """An editor takes over a rule that is known to hit, to miss, and to hold for so many comments."""
    found = suggested(filled)
    path = tmp_path / "suggested.yaml"
    policy = files.load(LIVE.name, LIVE.files)
    path.write_text(draft.standing_alone([each.suggestion for each in found], policy))

    drafted, _ = files.read(path)
    outcomes = run_examples(drafted, observe=observer(drafted))
    assert len(outcomes) == 6 * len(found)
    assert all(each.passed for each in outcomes)
    assert lint(path, today=NOW.date()) == []
    assert {rule.mode.value for rule in drafted.rules} == {"shadow"}
    assert all(each.held == each.changed == 14 for each in found)


def test_quotes_show_where_the_term_stands(filled: str) -> None:
    """A word without its sentence convinces nobody."""
    for each in suggested(filled):
        for quote in each.suggestion.hits:
            assert quote.span is not None
            assert quote.text[quote.span.start : quote.span.end].casefold() == each.suggestion.term


def test_nothing_is_learned_from_an_erased_text(sqlite_url: str) -> None:
    """What was erased must not come back as evidence."""
    fill(sqlite_url)
    engine = connect(sqlite_url)
    storage = Database(engine)
    with storage.read(NORTH) as transaction:
        page = transaction.verdicts.page(VerdictQuery(is_judged=True), after=-5_000, upto=0, limit=5_000)
    for each in page:
        if "goatmilkers" in (each.comment.text or ""):
            erase(storage, site=NORTH, id=each.decision.comment_id, at=NOW)
    engine.dispose()

    assert {each.suggestion.term for each in suggested(sqlite_url)} == PLANTED - {"goatmilkers"}


def test_a_term_that_the_live_policy_catches_is_no_news(sqlite_url: str) -> None:
    """Verdicts are as old as the policy that gave them; what was mended since is not suggested again."""
    fill(sqlite_url)
    newer = PolicyFiles(
        name="evening",
        files={"evening.yaml": LIVE.files["evening.yaml"].replace("[idiot,", "[goatmilkers, idiot,")},
    )
    engine = connect(sqlite_url)
    found = drafts(sqlite_url, Database(engine), Search(site=NORTH, policy=newer, query=VerdictQuery()))
    engine.dispose()

    assert {each.suggestion.term for each in found} == PLANTED - {"goatmilkers"}


def test_where_nothing_is_judged_nothing_is_suggested(sqlite_url: str) -> None:
    """A new site has no evidence yet."""
    fill(sqlite_url)

    assert suggested(sqlite_url, section="Nowhere") == []


def test_text_of_any_kind_becomes_sound_yaml() -> None:
    """A comment in an example must not break the file, nor become a part of it."""
    live = files.load(LIVE.name, LIVE.files)
    odd = Quote(
        text='Not {lanterns}: #no \\ "and" left', span=None, section='A "section": #1', comment=CommentId("c-1")
    )
    made = Suggestion(
        term="lanterns",
        names_people=False,
        authors=3,
        uncaught=3,
        approved=0,
        elsewhere=1,
        log_odds=1.0,
        z=2.0,
        sections=('A "section": #1',),
        clause="attacks",
        hits=(odd,),
        misses=(),
    )

    drafted = files.load("suggested", {"suggested.yaml": draft.standing_alone([made], live)})
    assert drafted.rules[0].examples.hit[0].text == odd.text
    assert draft.proved(made, live).hits == (odd,)


@pytest.mark.slow
def test_a_process_of_its_own_finds_the_same(sqlite_url: str) -> None:
    """Whoever waits for a verdict must not wait for a search through ten years."""
    fill(sqlite_url)

    assert aside(sqlite_url, Search(site=NORTH, policy=LIVE, query=VerdictQuery())) == suggested(sqlite_url)
