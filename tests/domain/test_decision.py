"""A verdict takes effect: named after what it decides and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, Grounds, Source, decide, decision_id, without_quotes
from moderation.domain.verdict import Outcome
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, SOUTH, match, ruled, verdict

C1, C2 = CommentId("c-1"), CommentId("c-2")


def made(outcome: Outcome = Outcome.FLAG) -> Decision:
    """Let a verdict take effect."""
    grounds = Grounds(scores={"insult": 0.9}, language="en", model="words@1", derived_people=("Ann",))
    return decide(verdict(outcome), grounds, site=NORTH, comment_id=C1, revision=2, at=START)


def test_decision_holds_all_that_it_rests_on() -> None:
    """Years later it must be explained without running anything again."""
    decision = made()

    assert (decision.site, decision.comment_id, decision.revision, decision.at) == (NORTH, C1, 2, START)
    assert (decision.outcome, decision.source, decision.clause) == (Outcome.FLAG, Source.POLICY, "attacks")
    assert (decision.scores, decision.language, decision.model) == ({"insult": 0.9}, "en", "words@1")
    assert (decision.derived_people, decision.derived_about) == (("Ann",), None)
    assert (decision.verdict, decision.position) == (verdict(Outcome.FLAG), 0)


@pytest.mark.parametrize(("outcome", "clause"), [(Outcome.ALLOW, None), (Outcome.BLOCK, "attacks")])
def test_clause_is_that_of_the_leading_match(outcome: Outcome, clause: str | None) -> None:
    """An author is told the sentence of the policy that weighed most, and none where none did."""
    assert made(outcome).clause == clause


@given(
    st.lists(
        st.tuples(
            st.sampled_from([NORTH, SOUTH]), st.sampled_from([C1, C2]), st.integers(1, 3), st.integers(0, 3)
        ),
        unique=True,
    )
)
def test_ids_differ_where_anything_does(parts: list[tuple[SiteId, CommentId, int, int]]) -> None:
    """Two decisions with one id would be one decision."""
    moments = [START, *(FixedClock().advance(microseconds=n) for n in (1, 2, 3))]
    ids = [decision_id(site, id, revision=revision, at=moments[n]) for site, id, revision, n in parts]

    assert len(set(ids)) == len(parts)
    assert all(id.startswith("d_") and len(id) == 26 for id in ids)


def test_ids_cannot_be_confused_by_what_a_site_calls_its_comments() -> None:
    """A client chooses comment ids, and must not be able to choose a decision's."""
    one = decision_id(SiteId("a"), CommentId("b\x001"), revision=1, at=START)
    other = decision_id(SiteId("a"), CommentId("b"), revision=11, at=START)

    assert one != other


def test_erased_decision_quotes_nothing_and_still_tells_which_rules_held() -> None:
    """A reason such as 'the word …' holds a piece of the text, and must go with it."""
    said = verdict(matches=(match(message="canary"),), shadow=(match("watching", message="canary"),))
    decision = decide(
        said, Grounds(scores={}, language="en", model=None), site=NORTH, comment_id=C1, revision=1, at=START
    )
    erased = without_quotes(decision)

    assert "canary" not in repr(erased)
    assert erased.verdict is not None
    assert [m.rule for m in (*erased.verdict.matches, *erased.verdict.shadow)] == [
        "attack-on-commenter",
        "watching",
    ]
    assert without_quotes(erased) == erased
    assert without_quotes(ruled(Outcome.ALLOW, at=START)) == ruled(Outcome.ALLOW, at=START)


def test_match_without_effect_gives_no_clause() -> None:
    """A shadow rule is recorded, and decides nothing."""
    watched = verdict(shadow=(match(),))
    grounds = Grounds(scores={}, language="en", model=None)

    assert decide(watched, grounds, site=NORTH, comment_id=C1, revision=1, at=START).clause is None
