"""A site goes live by the gate of every policy, and back without being asked."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from moderation.domain.errors import Conflict, NotAllowed
from moderation.domain.policy import PolicyMode
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.site import Site
from moderation.effect import Switch, draft_of
from moderation.policyfile import files
from moderation.policyfile.switch import switched
from moderation.publishing import Publication, publish, versions
from moderation.testing.clock import START
from moderation.testing.factories import NORTH
from moderation.testing.stores import Store
from tests.cli.conftest import SMALL
from tests.test_publishing import AT, REQUIREMENTS, kept, tried

BLOCKING = SMALL.replace("verdict: flag", "verdict: block")
Turn = Callable[..., PolicyVersion]


def begun(store: Store, text: str) -> str:
    """Make a site that only observes; returns the hash of its policy."""
    policy = kept(f"settings: {{mode: observe}}\n{text}")
    hash = files.load("evening", policy.files).hash
    store.sites.add(Site(id=NORTH, policy=hash, created_at=START))
    store.sites.keep_policy(NORTH, hash=hash, name="evening", files=policy.files, at=START)
    store.sites.publish_policy(NORTH, hash, by="first start", at=START)
    return hash


@pytest.fixture
def turn(store: Store) -> Turn:
    """What switches the site."""

    def turn(mode: PolicyMode, *, by: str = "ann", second_editor: bool = False) -> PolicyVersion:
        order = Switch(site=NORTH, mode=mode, by=by, why="it is time")
        hash = draft_of(store.storage, order, load=files.load, switched=switched, at=AT)
        asked = replace(REQUIREMENTS, second_editor=second_editor)
        publication = Publication(hash=hash, by=by, why=order.why)
        return publish(store.storage, publication, site=NORTH, requirements=asked, at=AT)

    return turn


def draft(store: Store) -> str:
    """The hash of the one draft."""
    (found,) = [each.hash for each in versions(store.storage, site=NORTH) if each.state == "draft"]
    return found


def test_policy_that_blocks_nothing_goes_live_in_one_act(store: Store, turn: Turn) -> None:
    """Holding a comment for a person asks for no proof."""
    before = begun(store, SMALL)

    live = turn(PolicyMode.LIVE)

    assert (live.replaced, live.published_by, live.published_why) == (before, "ann", "it is time")
    assert store.sites.get(NORTH).policy == live.hash


def test_what_blocks_goes_live_once_somebody_looked(store: Store, turn: Turn) -> None:
    """The rules have blocked nobody yet, however long they have been there."""
    before = begun(store, BLOCKING)
    with pytest.raises(NotAllowed, match="'name-calling' would block comments"):
        turn(PolicyMode.LIVE)
    tried(store, draft(store), before=before)

    assert turn(PolicyMode.LIVE).state == "live"


def test_second_editor_may_be_the_one_who_switches_again(store: Store, turn: Turn) -> None:
    """Whoever asks second publishes what the first one saved, and does not become its author."""
    before = begun(store, BLOCKING)
    with pytest.raises(NotAllowed):
        turn(PolicyMode.LIVE, by="ann")
    tried(store, draft(store), before=before)
    with pytest.raises(NotAllowed, match="another person"):
        turn(PolicyMode.LIVE, by="ann", second_editor=True)

    assert turn(PolicyMode.LIVE, by="ben", second_editor=True).published_by == "ben"


def test_stepping_back_and_returning_ask_nothing(store: Store, turn: Turn) -> None:
    """In an emergency nobody should have to prove anything."""
    before = begun(store, BLOCKING)
    with pytest.raises(NotAllowed):
        turn(PolicyMode.LIVE)
    tried(store, draft(store), before=before)
    live = turn(PolicyMode.LIVE)

    assert turn(PolicyMode.OBSERVE).hash == before
    assert turn(PolicyMode.LIVE).hash == live.hash


def test_switching_to_what_it_is_changes_nothing(store: Store, turn: Turn) -> None:
    """A second click is no second version."""
    begun(store, SMALL)

    with pytest.raises(Conflict, match="in mode 'observe' already"):
        turn(PolicyMode.OBSERVE)
    assert len(versions(store.storage, site=NORTH)) == 1
