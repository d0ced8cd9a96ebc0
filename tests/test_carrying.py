"""A draft carried over to what went live meanwhile."""

import pytest

from moderation.carrying import carry_over
from moderation.domain.errors import Conflict, PolicyInvalid
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.site import PolicyFiles, Site
from moderation.policyfile import files
from moderation.publishing import Draft, Publication, Requirements, publish, save, version, versions
from moderation.testing.clock import START
from moderation.testing.factories import NORTH
from moderation.testing.stores import Store
from tests.cli.conftest import SMALL

ASKED = Requirements(load=files.load, prove=lambda _: None)
NOTED = SMALL.replace("name: evening", "name: evening\nlanguage: en")
RULE = """\
  - id: {id}
    clause: attacks
    mode: shadow
    when: {{word: {{words: [zebra]}}}}
    then: {{verdict: flag}}
"""


@pytest.fixture
def first(store: Store) -> str:
    """The hash of the version that a site started with."""
    policy = files.load("evening", {"evening.yaml": SMALL})
    store.sites.add(Site(id=NORTH, policy=policy.hash, created_at=START))
    store.sites.keep_policy(NORTH, hash=policy.hash, name="evening", files={"evening.yaml": SMALL}, at=START)
    store.sites.publish_policy(NORTH, policy.hash, by="first start", at=START)
    return policy.hash


def _saved(store: Store, text: str, *, base: str, by: str = "ann") -> PolicyVersion:
    kept = PolicyFiles(name="evening", files={"evening.yaml": text})
    draft = Draft(files=kept, base=base, by=by, why=f"{by}'s reason", is_beside=True)
    return save(store.storage, draft, site=NORTH, load=files.load, at=START)


def _published(store: Store, text: str, *, base: str) -> str:
    hash = _saved(store, text, base=base, by="ben").hash
    order = Publication(hash=hash, by="ben")
    return publish(store.storage, order, site=NORTH, requirements=ASKED, at=START).hash


def _carried(store: Store, hash: str) -> PolicyVersion:
    return carry_over(store.storage, hash, site=NORTH, load=files.load, by="cleo", at=START)


def test_both_changes_stand_and_the_old_draft_is_given_up(store: Store, first: str) -> None:
    """Whoever publishes second loses nothing, and neither does who was first."""
    draft = _saved(store, SMALL + RULE.format(id="mine"), base=first)
    live = _published(store, SMALL + RULE.format(id="theirs"), base=first)

    carried = _carried(store, draft.hash)

    text = version(store.storage, carried.hash, site=NORTH)[1].files["evening.yaml"]
    states = {each.hash: each.state.value for each in versions(store.storage, site=NORTH)}
    assert text == SMALL + RULE.format(id="theirs") + RULE.format(id="mine")
    assert (carried.parent, carried.saved_by, carried.saved_why) == (live, "cleo", "ann's reason")
    assert (states[carried.hash], states[draft.hash]) == ("draft", "retired")


def test_what_cannot_be_put_together_stays_a_draft(store: Store, first: str) -> None:
    """Two changes of one line, or two rules of one name, are for a person."""
    clash = _saved(store, SMALL.replace("[clown]", "[clown, fool]"), base=first)
    double = _saved(store, SMALL + RULE.format(id="theirs").replace("zebra", "horse"), base=first)
    theirs = SMALL.replace("[clown]", "[clown, oaf]") + RULE.format(id="theirs")
    _published(store, theirs, base=first)

    with pytest.raises(Conflict, match=r"the same lines \(evening.yaml at line \d+\)"):
        _carried(store, clash.hash)
    with pytest.raises(PolicyInvalid, match="duplicate rule 'theirs'"):
        _carried(store, double.hash)
    states = {each.hash: each.state.value for each in versions(store.storage, site=NORTH)}
    assert (states[clash.hash], states[double.hash]) == ("draft", "draft")


def test_draft_of_the_live_version_has_nothing_to_carry(store: Store, first: str) -> None:
    """The page offers it for others alone; a stale page is told."""
    draft = _saved(store, SMALL + RULE.format(id="mine"), base=first)

    for hash in (draft.hash, first):
        with pytest.raises(Conflict, match="nothing to carry over"):
            _carried(store, hash)
