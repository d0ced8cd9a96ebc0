"""The life of a policy: nobody's work is lost, a bad version never goes live, and the way back is one act."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from moderation.domain.backtesting.backtest import Backtest, QueueLoad, RuleShift
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.errors import Conflict, ModerationError, NotAllowed, NotFound, PolicyInvalid, StaleVersion
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.site import PolicyFiles, Site
from moderation.policyfile import files
from moderation.policyfile.proof import prove
from moderation.publishing import (
    Draft,
    Publication,
    Requirements,
    Rollback,
    compare,
    discard,
    keep_report,
    publish,
    rollback,
    save,
    version,
    versions,
)
from moderation.testing.clock import START
from moderation.testing.factories import NORTH
from moderation.testing.stores import Store
from tests.cli.conftest import SMALL

AT = START + timedelta(hours=1)
REQUIREMENTS = Requirements(load=files.load, prove=prove)
BLOCKING = """\
  - id: drug-shop
    clause: attacks
    when: {word: {words: [pharmacy]}}
    then: {verdict: block}
"""


def with_words(*words: str) -> str:
    """The small policy with other names."""
    listed = SMALL.replace("[clown]", f"[{', '.join(words)}]")
    return listed.replace("what a clown", f"what a {words[0]}")


def kept(text: str) -> PolicyFiles:
    """A policy of one file."""
    return PolicyFiles(name="evening", files={"evening.yaml": text})


@pytest.fixture
def first(store: Store) -> str:
    """The hash of the version that a site started with."""
    policy = files.load("evening", kept(SMALL).files)
    store.sites.add(Site(id=NORTH, policy=policy.hash, created_at=START))
    store.sites.keep_policy(NORTH, hash=policy.hash, name="evening", files=kept(SMALL).files, at=START)
    store.sites.publish_policy(NORTH, policy.hash, by="first start", at=START)
    return policy.hash


Save = Callable[..., PolicyVersion]
Publish = Callable[..., PolicyVersion]


@pytest.fixture
def drafted(store: Store, first: str) -> Save:
    """What saves a text as a draft."""

    def drafted(text: str, *, base: str | None = first, by: str = "ann", is_beside: bool = False) -> PolicyVersion:
        draft = Draft(files=kept(text), base=base, by=by, why=f"{by}'s reason", is_beside=is_beside)
        return save(store.storage, draft, site=NORTH, load=files.load, at=AT)

    return drafted


@pytest.fixture
def published(store: Store, first: str) -> Publish:
    """What makes a version live."""

    def published(hash: str, *, by: str = "ben", second_editor: bool = False) -> PolicyVersion:
        asked = replace(REQUIREMENTS, second_editor=second_editor)
        order = Publication(hash=hash, by=by, why="it helps")
        return publish(store.storage, order, site=NORTH, requirements=asked, at=AT)

    return published


def tried(store: Store, hash: str, *, before: str, query: VerdictQuery | None = None, looked_at: int = 9) -> None:
    """Note that a version was tried."""
    found = Backtest(
        site=NORTH,
        before=f"evening@{before}",
        after=f"evening@{hash}",
        on_record=9,
        looked_at=looked_at,
        untellable=0,
        changed=1,
        shifts=(),
        rules=(RuleShift(rule="drug-shop", held_before=0, held_after=1, shifts=()),),
        contradicting=0,
        agreeing=1,
        contradictions=(),
        mistakes=(),
        misses=(),
        queue=QueueLoad(before_per_day=0, after_per_day=0, busiest_before=0, busiest_after=0, queues={}, days={}),
        notes=(),
    )
    keep_report(store.storage, found, query or VerdictQuery(), by="ann", at=AT)


def live(store: Store) -> str:
    """The hash of what the site is judged by."""
    return store.sites.get(NORTH).policy


def states(store: Store) -> dict[str, str]:
    """Version → its state."""
    return {each.hash: each.state.value for each in versions(store.storage, site=NORTH)}


def test_draft_keeps_who_and_why_and_changes_no_verdict(store: Store, first: str, drafted: Save) -> None:
    """What somebody tries must not judge anybody, and a colleague must see whose it is."""
    saved = drafted(with_words("clown", "fool"))

    assert (saved.state, saved.parent, saved.saved_by, saved.saved_why) == ("draft", first, "ann", "ann's reason")
    assert live(store) == first
    assert version(store.storage, saved.hash, site=NORTH) == (saved, kept(with_words("clown", "fool")))


def test_publishing_retires_the_version_before(
    store: Store, first: str, drafted: Save, published: Publish
) -> None:
    """One version is live; the record says who made it so, when, why, and what it replaced."""
    made = published(drafted(with_words("fool")).hash)

    told = (made.state, made.published_by, made.published_why, made.published_at, made.replaced)
    assert told == ("live", "ben", "it helps", AT, first)
    assert (live(store), states(store)[first]) == (made.hash, "retired")


def test_second_save_of_one_base_is_refused_with_the_difference(store: Store, first: str, drafted: Save) -> None:
    """Two editors who open the same version must not undo each other's work unseen."""
    drafted(with_words("clown", "fool"), by="ann")

    with pytest.raises(StaleVersion, match="ann saved") as refused:
        drafted(with_words("clown", "oaf"), by="ben")
    assert "list 'names' changed: adds 'fool'" in str(refused.value.difference)
    assert len(states(store)) == 2


def test_save_after_a_publication_is_refused(drafted: Save, published: Publish) -> None:
    """What went live meanwhile would be gone with the next publication."""
    published(drafted(with_words("fool")).hash, by="ben")

    with pytest.raises(StaleVersion, match="ben published"):
        drafted(with_words("oaf"))


def test_draft_takes_the_place_of_the_draft_it_was_made_from(store: Store, drafted: Save) -> None:
    """Whoever saves five times before lunch leaves one draft, not five."""
    one = drafted(with_words("fool"))
    two = drafted(with_words("fool", "oaf"), base=one.hash)

    assert (states(store)[one.hash], states(store)[two.hash]) == ("retired", "draft")
    with pytest.raises(StaleVersion, match="ann saved"):
        drafted(with_words("ass"), base=one.hash, by="ben")


def test_draft_that_grew_out_of_another_is_told_all_the_same(drafted: Save) -> None:
    """A colleague who saved twice is no less there than one who saved once."""
    drafted(with_words("fool", "oaf"), base=drafted(with_words("fool")).hash)

    with pytest.raises(StaleVersion, match="ann saved") as refused:
        drafted(with_words("ass"), by="ben")
    assert "adds 'fool', 'oaf'" in str(refused.value.difference)


def test_draft_of_a_draft_goes_live(store: Store, drafted: Save, published: Publish) -> None:
    """Its line leads to what is live."""
    two = drafted(with_words("oaf"), base=drafted(with_words("fool")).hash)

    assert published(two.hash).hash == live(store) == two.hash


def test_draft_beside_another_is_made_when_asked(drafted: Save, published: Publish) -> None:
    """An urgent change must not wait for somebody's unfinished one, and the later of them is refused."""
    slow = drafted(with_words("fool"))
    urgent = drafted(with_words("oaf"), is_beside=True)
    published(urgent.hash)

    with pytest.raises(StaleVersion, match="ben published") as refused:
        published(slow.hash)
    assert "adds 'oaf'" in str(refused.value.difference)


def test_what_a_start_offers_keeps_nobody_from_saving(store: Store, first: str, drafted: Save) -> None:
    """A file on a server's disk is no colleague."""
    store.sites.keep_policy(NORTH, hash="ff", name="evening", files=kept(with_words("ass")).files, at=AT)

    assert drafted(with_words("fool")).parent == first


def test_saving_what_is_live_is_refused(drafted: Save) -> None:
    """Nothing to publish, and nothing to look at."""
    with pytest.raises(Conflict, match="nothing was saved"):
        drafted(SMALL + "# a remark\n")


def test_saving_again_what_was_saved_leads_back(store: Store, first: str, drafted: Save) -> None:
    """Back and forth between two texts must end in a draft of the live version, and no circle."""
    one = drafted(with_words("fool"))
    two = drafted(with_words("oaf"), base=one.hash)
    again = drafted(with_words("fool"), base=two.hash)

    assert (again.hash, again.parent, again.state) == (one.hash, first, "draft")
    assert states(store)[two.hash] == "retired"


def test_faults_are_not_saved(store: Store, drafted: Save) -> None:
    """A draft is at least a policy."""
    with pytest.raises(PolicyInvalid, match=r"evening\.yaml:13:"):
        drafted(SMALL.replace("verdict: flag", "verdict: flagg"))
    assert len(states(store)) == 1


def test_policy_that_fails_its_examples_does_not_go_live(
    store: Store, first: str, drafted: Save, published: Publish
) -> None:
    """The last good one stays."""
    broken = drafted(SMALL.replace("a civil word", "no clown here"))

    with pytest.raises(PolicyInvalid, match="name-calling, miss: no clown here"):
        published(broken.hash)
    assert live(store) == first


def test_discarded_draft_stays_on_record(store: Store, drafted: Save) -> None:
    """What was tried and left is worth knowing; and it is in nobody's way any more."""
    given_up = discard(store.storage, drafted(with_words("fool")).hash, site=NORTH, by="ann", at=AT)

    assert given_up.state == "retired"
    assert drafted(with_words("oaf"), by="ben").state == "draft"
    with pytest.raises(Conflict, match="only a draft"):
        discard(store.storage, given_up.hash, site=NORTH, by="ann", at=AT)


def test_going_back_is_one_act_and_again_goes_further(
    store: Store, first: str, drafted: Save, published: Publish
) -> None:
    """At night, with the queue filling, nobody looks for a hash."""
    second = published(drafted(with_words("fool")).hash)
    published(drafted(with_words("oaf"), base=second.hash).hash)

    order = Rollback(by="eve", why="too much")
    back = rollback(store.storage, order, site=NORTH, load=files.load, at=AT)
    assert (back.hash, back.published_by, back.published_why) == (second.hash, "eve", "too much")
    assert rollback(store.storage, order, site=NORTH, load=files.load, at=AT).hash == first == live(store)
    with pytest.raises(NotFound, match="no version before"):
        rollback(store.storage, order, site=NORTH, load=files.load, at=AT)


def test_version_is_known_by_why_it_was_made(store: Store, first: str, drafted: Save, published: Publish) -> None:
    """After a night of going back and forth, "too much" would name every version alike."""
    second = published(drafted(with_words("fool")).hash)
    order = Draft(files=kept(with_words("oaf")), base=second.hash, by="ann")
    third = published(save(store.storage, order, site=NORTH, load=files.load, at=AT).hash)
    for _ in range(2):
        rollback(store.storage, Rollback(by="eve", why="too much"), site=NORTH, load=files.load, at=AT)

    titles = {each.hash: each.title for each in versions(store.storage, site=NORTH)}
    assert titles == {first: "What the site began with", second.hash: "ann's reason", third.hash: "it helps"}


def test_going_back_to_what_never_was_live_is_refused(store: Store, first: str, drafted: Save) -> None:
    """Going back asks nothing, so it must not be a way around what publishing asks."""
    draft = drafted(SMALL + BLOCKING)

    for to, told in ((draft.hash, "never was live"), (first, "is live already")):
        with pytest.raises(Conflict, match=told):
            rollback(store.storage, Rollback(by="eve", to=to), site=NORTH, load=files.load, at=AT)


def test_new_rule_that_blocks_has_to_be_tried(store: Store, first: str, drafted: Save, published: Publish) -> None:
    """The harm of a rule that blocks is done before anybody sees it; the refusal gives the command."""
    draft = drafted(SMALL + BLOCKING)

    with pytest.raises(NotAllowed, match=f"'drug-shop' would block.*moderation policy backtest {draft.hash}"):
        published(draft.hash)
    tried(store, draft.hash, before=first)
    assert published(draft.hash).hash == live(store)


@pytest.mark.parametrize(
    "report",
    [
        {"before": "0" * 12},
        {"before": "", "query": VerdictQuery(section="city")},
        {"before": "", "query": VerdictQuery(since=START)},
        {"before": "", "looked_at": 3},
    ],
    ids=["of another live version", "of a section", "of a period", "of too few"],
)
def test_report_that_tells_something_else_does_not_count(
    store: Store, first: str, drafted: Save, published: Publish, report: dict[str, object]
) -> None:
    """A look at something else is no look."""
    draft = drafted(SMALL + BLOCKING)
    tried(store, draft.hash, **report | {"before": report["before"] or first})  # type: ignore[arg-type]

    with pytest.raises(NotAllowed):
        published(draft.hash)


def test_second_editor_is_somebody_else(store: Store, first: str, drafted: Save, published: Publish) -> None:
    """Four eyes are two people."""
    draft = drafted(SMALL + BLOCKING, by="Ann")
    tried(store, draft.hash, before=first)

    for same in ("Ann", " ann "):
        with pytest.raises(NotAllowed, match="another person"):
            published(draft.hash, by=same, second_editor=True)
    assert published(draft.hash, by="ben", second_editor=True).published_by == "ben"


def test_second_editor_is_asked_for_blocks_alone(drafted: Save, published: Publish) -> None:
    """A word in a list that flags need not wait for the morning."""
    draft = drafted(with_words("fool"), by="ann")

    assert published(draft.hash, by="ann", second_editor=True).state == "live"


CAREFUL = f"settings: {{second_editor: true}}\n{SMALL}"


def test_site_asks_for_a_second_editor_by_what_is_in_force(
    store: Store, drafted: Save, published: Publish
) -> None:
    """One newsroom of several wants two people, and a draft cannot talk its way out of it."""
    careful = published(drafted(CAREFUL).hash).hash
    draft = drafted(SMALL + BLOCKING, base=careful, by="ann")
    tried(store, draft.hash, before=careful)

    with pytest.raises(NotAllowed, match="another person"):
        published(draft.hash, by="ann")
    assert published(draft.hash, by="ben").state == "live"


def test_nobody_lets_the_second_editor_go_alone(drafted: Save, published: Publish) -> None:
    """Else the first of two versions would take the lock away, and the second walk in."""
    careful = published(drafted(CAREFUL).hash).hash
    draft = drafted(SMALL.replace("a civil word", "a kind word"), base=careful, by="ann")

    with pytest.raises(NotAllowed, match="one editor alone"):
        published(draft.hash, by="ann")
    assert published(draft.hash, by="ben").state == "live"


def test_difference_is_told_in_words_and_lines(store: Store, drafted: Save) -> None:
    """An editor reads the words, an administrator the lines."""
    draft = drafted(SMALL.replace("verdict: flag", "verdict: block").replace("[clown]", "[clown, fool]"))
    found = compare(store.storage, site=NORTH, load=files.load, after=draft.hash)

    assert [str(change) for change in found.changes] == [
        "rule 'name-calling' changed: verdict flag → block",
        "list 'names' changed: adds 'fool'",
    ]
    assert "+  names: {words: [clown, fool]}" in found.text


def test_of_editors_who_publish_at_once_one_is_first(
    store: Store, first: str, drafted: Save, published: Publish
) -> None:
    """Two who press the button together must not both believe that theirs is live."""
    drafts = [drafted(with_words(f"oaf{n}"), is_beside=True).hash for n in range(4)]
    together = threading.Barrier(len(drafts))

    def go(hash: str) -> str | None:
        together.wait()
        try:
            return published(hash).hash
        except ModerationError:
            return None

    with ThreadPoolExecutor(len(drafts)) as pool:
        won = [hash for hash in pool.map(go, drafts) if hash]
    assert won == [live(store)]
    assert sorted(states(store).values()) == ["draft"] * 3 + ["live", "retired"]
