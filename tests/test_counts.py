"""Rules about the talk and about what came before, from the first comment to the verdict."""

from typing import Any

import pytest

from moderation.domain.comment import CommentId, Kind, Parent
from moderation.domain.decision import Decision
from moderation.domain.verdict import Outcome
from moderation.pipeline import moderate
from moderation.policyfile import files
from moderation.policyfile.examples import run_examples
from moderation.policyfile.rehearse import observer
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


RATES = """\
version: 1
name: rates
clauses:
  spam: {title: Spam, text: No advertising.}
rules:
  - id: one-site
    clause: spam
    when: {rate: {by: link_domain, distinct: author, count: ">= 2", within: 1h}}
    then: {verdict: flag}
    examples:
      hit: [{text: Buy, rates: {link_domain: 2}}]
      miss: [{text: Buy, rates: {link_domain: 1}}]
  - id: raid
    clause: spam
    when: {rate: {by: article, of: new_authors, count: ">= 3", within: 15m}}
    then: {verdict: flag}
    examples:
      hit: [{text: x, rates: {article: 3}}]
      miss: [{text: x, rates: {article: 2}}]
"""


def test_one_site_advertised_under_many_names_is_noticed(
    memory: MemoryStorage, scorer: WordScorer, clock: FixedClock
) -> None:
    """Advertisers change names and words, and hardly ever where they lead to."""
    rates = files.load("rates", {"rates.yaml": RATES})
    found = []
    for n, text in enumerate(["See shop.example.com", "Buy! shop.example.com/1", "www.example.com", "Me, too."]):
        sent = comment(text, id=f"c-{n}", author=author(f"u-{n}"), article=None)
        at = clock.advance(seconds=1)
        [made] = moderate(
            [submission(sent)], policy=rates, scorer=scorer, languages=OneLanguage(), storage=memory, at=at
        )
        assert isinstance(made, Decision)
        assert made.verdict is not None
        found.append((made.outcome, [match.message for match in made.verdict.matches], made.verdict.not_checked))

    said = "different authors of comments with a link to the same site within 1 h: 2 ≥ 2"
    raid = ("rate.article.new_authors.900",)
    assert found[2] == (Outcome.FLAG, [said], raid)
    assert [outcome for outcome, _, _ in found] == [Outcome.ALLOW, Outcome.ALLOW, Outcome.FLAG, Outcome.ALLOW]


def test_examples_supply_what_was_counted() -> None:
    """A count holds for whatever window a rule asks for, and for whomever it counts."""
    rates = files.load("rates", {"rates.yaml": RATES})

    assert [each.found for each in run_examples(rates, observe=observer(rates)) if not each.passed] == []


CAMPAIGN = """\
version: 1
name: campaign
clauses:
  spam: {title: Spam, text: No campaigns.}
rules:
  - id: campaign
    clause: spam
    when: {duplicate: {of: any, similarity: ">= 0.80", count: ">= 2", within: 24h, min_letters: 40}}
    then: {verdict: flag}
    examples:
      hit: [{text: "Vote no on the library levy, good neighbours of Ashby!", similarity: {any: 0.97}}]
      miss:
        - {text: "Vote no on the library levy, good neighbours of Ashby!", similarity: {any: 0.75}}
        - {text: Agreed., similarity: {any: 1}}
        - {text: "Vote no on the library levy, good neighbours of Ashby!", duplicates: {any: 4}}
"""
APPEAL = (
    "{}, vote no on the library levy this Tuesday: they promised to never raise it again, and then they shut"
    " the swimming pool and the old school to pay for the new town hall."
)


@pytest.mark.parametrize("is_together", [True, False], ids=["in one batch", "one by one"])
def test_campaign_with_a_word_changed_is_noticed(
    memory: MemoryStorage, scorer: WordScorer, clock: FixedClock, is_together: bool
) -> None:
    """The third comment of a campaign waits, whoever it addresses and whenever it comes."""
    campaign = files.load("campaign", {"campaign.yaml": CAMPAIGN})
    names = ["Friends", "Neighbours", "People", "Citizens"]
    sent = [
        submission(comment(APPEAL.format(name), id=f"c-{n}", author=author(f"u-{n}")))
        for n, name in enumerate(names)
    ]
    made = []
    for batch in [sent] if is_together else [[one] for one in sent]:
        at = clock.advance(seconds=1)
        made += moderate(batch, policy=campaign, scorer=scorer, languages=OneLanguage(), storage=memory, at=at)

    outcomes = [each.outcome for each in made if isinstance(each, Decision)]
    assert outcomes == [Outcome.ALLOW, Outcome.ALLOW, Outcome.FLAG, Outcome.FLAG]
    assert all(example.passed for example in run_examples(campaign, observe=observer(campaign)))
