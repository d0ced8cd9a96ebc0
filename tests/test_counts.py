"""Rules about the talk and about what came before, from the first comment to the verdict."""

from typing import Any

import pytest

from moderation.domain.comment import CommentId, Kind, Parent
from moderation.domain.decision import Decision
from moderation.domain.verdict import Outcome
from moderation.pipeline import moderate
from moderation.policyfile import files
from moderation.testing.clock import FixedClock
from moderation.testing.factories import author, comment, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.scorers import OneLanguage, WordScorer

STAFF = """\
version: 1
name: staff
settings: {roles_exempt: staff}
clauses:
  conduct: {title: Conduct, text: Be fair.}
rules:
  - id: answer-to-staff
    clause: conduct
    when: {thread: {replies_to_staff: true, depth: ">= 1"}}
    then: {verdict: flag}
"""


@pytest.mark.parametrize(
    ("changes", "outcome", "unchecked"),
    [
        ({"parent": Parent(id=CommentId("c-1"))}, Outcome.FLAG, []),
        ({"parent": Parent(id=CommentId("c-2"))}, Outcome.ALLOW, []),
        ({}, Outcome.ALLOW, []),
        ({"parent": Parent(id=CommentId("c-404"))}, Outcome.ALLOW, ["thread.replies_to_staff"]),
        ({"kind": Kind.REPLY}, Outcome.ALLOW, ["thread.depth", "thread.replies_to_staff"]),
    ],
    ids=["staff", "reader", "article", "stranger", "nobody knows what"],
)
def test_who_answers_the_newsroom_is_known(
    memory: MemoryStorage,
    scorer: WordScorer,
    clock: FixedClock,
    changes: dict[str, Any],
    outcome: Outcome,
    unchecked: list[str],
) -> None:
    """What the site does not tell is not checked, and nobody is taken for staff."""
    rules = files.load("staff", {"staff.yaml": STAFF})
    last = submission(comment("So?", id="c-9", **changes))
    for sent in (
        submission(comment("Ask us.", id="c-1", author=author("s-1", role="staff"))),
        submission(comment("Well.", id="c-2")),
        last,
    ):
        at = clock.advance(seconds=1)
        [made] = moderate([sent], policy=rules, scorer=scorer, languages=OneLanguage(), storage=memory, at=at)

    assert isinstance(made, Decision)
    assert made.verdict is not None
    assert (made.outcome, sorted(made.verdict.not_checked)) == (outcome, unchecked)
