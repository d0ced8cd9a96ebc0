"""A ruling becomes an example of a rule: in a draft, with a word on whose it was, and nothing goes live."""

import dataclasses
from collections.abc import Callable

import pytest

from moderation.domain.comment import Article, CommentId, Parent
from moderation.domain.errors import Conflict, PolicyInvalid
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.review import Ruling
from moderation.domain.site import PolicyFiles, Site
from moderation.examples import ExampleOrder, Kind, keep_example
from moderation.pipeline import moderate
from moderation.policyfile import files
from moderation.policyfile.keep import with_example
from moderation.publishing import Draft, save
from moderation.reports import erase
from moderation.review import RulingRequest, rule_on_comment
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, comment, submission
from moderation.testing.memory.sites import MemorySites
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.scorers import OneLanguage, WordScorer
from tests.cli.conftest import SMALL

POLICY = files.load("evening", {"evening.yaml": SMALL})


@pytest.fixture
def sites(memory: MemoryStorage, clock: FixedClock) -> MemorySites:
    """A site with the small policy and two comments: one that its rule holds, one that it does not."""
    sites = MemorySites(memory)
    sites.add(Site(id=NORTH, policy=POLICY.hash, created_at=START))
    sites.keep_policy(NORTH, hash=POLICY.hash, name="evening", files={"evening.yaml": SMALL}, at=START)
    sites.publish_policy(NORTH, POLICY.hash, by="first start", at=START)
    for id, text in (("held", "The clown is here."), ("free", "You buffoon.")):
        moderate(
            [submission(comment(text, id=id))],
            policy=POLICY,
            scorer=WordScorer(),
            languages=OneLanguage(),
            storage=memory,
            at=clock.advance(seconds=1),
        )
    return sites


def rule(memory: MemoryStorage, id: str, ruling: Ruling, clock: FixedClock) -> None:
    """Rule on a comment."""
    request = RulingRequest(ruling=ruling, moderator="mia", clause=None if ruling is Ruling.APPROVE else "attacks")
    at = clock.advance(seconds=1)
    rule_on_comment(memory, request, site=NORTH, id=CommentId(id), policy=POLICY, at=at)


Keep = Callable[..., PolicyVersion]


@pytest.fixture
def keep(memory: MemoryStorage, sites: MemorySites, clock: FixedClock) -> Keep:
    """What keeps a comment as an example."""

    def keep(id: str, kind: Kind | None = None) -> PolicyVersion:
        order = ExampleOrder(comment=CommentId(id), rule="name-calling", by="ann", kind=kind, why="as we said")
        at = clock.advance(seconds=1)
        return keep_example(memory, order, site=NORTH, load=files.load, keep=with_example, at=at)

    return keep


def texts(sites: MemorySites, hash: str, kind: str) -> list[tuple[str, str | None]]:
    """The examples of the rule in a version, with their notes."""
    policy = files.load(*sites.policy(NORTH, hash))
    return [(each.text, each.note) for each in getattr(policy.rules[0].examples, kind)]


@pytest.mark.parametrize(
    ("id", "ruling", "kind"),
    [
        ("free", Ruling.REJECT, "hit"),
        ("held", Ruling.REJECT, "hit"),
        ("free", Ruling.APPROVE, "miss"),
        ("held", Ruling.APPROVE, "known_fp"),
    ],
)
def test_ruling_says_what_the_comment_proves(
    memory: MemoryStorage, sites: MemorySites, keep: Keep, clock: FixedClock, id: str, ruling: Ruling, kind: str
) -> None:
    """The moderator has said it once already."""
    rule(memory, id, ruling, clock)

    saved = keep(id)

    assert (saved.state, saved.parent, saved.saved_by) == ("draft", POLICY.hash, "ann")
    assert sites.get(NORTH).policy == POLICY.hash
    text = "The clown is here." if id == "held" else "You buffoon."
    assert texts(sites, saved.hash, kind)[0] == (text, "ruled by mia on 2026-03-02: as we said")


def test_examples_gather_in_one_draft(memory: MemoryStorage, sites: MemorySites, keep: Keep) -> None:
    """A morning's rulings are one draft to publish, not twenty."""
    first = keep("free", "hit")
    second = keep("held", "hit")

    assert [text for text, _ in texts(sites, second.hash, "hit")][:2] == ["The clown is here.", "You buffoon."]
    drafts = [version.hash for version in sites.policies(NORTH) if version.state == "draft"]
    assert (second.parent, drafts) == (first.hash, [second.hash])


def test_colleagues_draft_is_built_upon(memory: MemoryStorage, sites: MemorySites, keep: Keep) -> None:
    """Nobody's work is undone, and nobody has to wait."""
    changed = PolicyFiles(name="evening", files={"evening.yaml": SMALL.replace("[clown]", "[clown, fool]")})
    draft = Draft(files=changed, base=POLICY.hash, by="ben")
    theirs = save(memory, draft, site=NORTH, load=files.load, at=START)

    mine = keep("held", "hit")

    assert mine.parent == theirs.hash
    assert "fool" in sites.policy(NORTH, mine.hash)[1]["evening.yaml"]


def test_without_a_ruling_the_kind_has_to_be_said(keep: Keep) -> None:
    """Nobody has told yet what it proves."""
    with pytest.raises(Conflict, match="a hit, a miss or a known_fp"):
        keep("held")


def test_erased_text_is_not_kept(memory: MemoryStorage, keep: Keep, clock: FixedClock) -> None:
    """Whoever asked for erasure must not come back in a policy."""
    erase(memory, site=NORTH, id=CommentId("held"), at=clock.now())

    with pytest.raises(Conflict, match="erased"):
        keep("held", "hit")


def test_faulty_draft_is_not_saved(memory: MemoryStorage, sites: MemorySites, clock: FixedClock) -> None:
    """What a page or a program makes of a file is read like any other."""

    def spoil(policy: PolicyFiles, _: object) -> PolicyFiles:
        return PolicyFiles(name=policy.name, files={"evening.yaml": "version: 1\n"})

    order = ExampleOrder(comment=CommentId("held"), rule="name-calling", by="ann", kind="hit")
    with pytest.raises(PolicyInvalid):
        keep_example(memory, order, site=NORTH, load=files.load, keep=spoil, at=clock.now())
    assert len(sites.policies(NORTH)) == 1


def test_what_the_rule_rested_on_is_kept_with_the_text(
    memory: MemoryStorage, sites: MemorySites, keep: Keep, clock: FixedClock
) -> None:
    """A draft whose new example fails cannot be published, and the moderator who kept it would not know why."""
    sent = dataclasses.replace(
        comment("You clown.", id="reply"),
        parent=Parent(id=CommentId("p"), author="Ann"),
        article=Article(id="a", section="City"),
    )
    judged = moderate(
        [submission(sent)],
        policy=POLICY,
        scorer=WordScorer(),
        languages=OneLanguage(),
        storage=memory,
        at=clock.advance(seconds=1),
    )
    saved = keep("reply", "hit")
    [kept] = [each for each in files.load(*sites.policy(NORTH, saved.hash)).rules[0].examples.hit if each.note]

    assert len(judged) == 1
    assert (kept.parent_author, kept.facts["article.section"]) == ("Ann", "City")
