"""The path of a comment: judged once, recorded whole, and the same answer when it is sent again."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from moderation.domain.comment import Article, Comment, CommentId, Kind, Parent
from moderation.domain.decision import Decision, Source
from moderation.domain.errors import KeyReused, ScorerUnavailable, StorageUnavailable
from moderation.domain.policy import PolicyMode, Settings
from moderation.domain.record import Submission
from moderation.domain.site import Reviews
from moderation.domain.verdict import Effect, Outcome
from moderation.pipeline import assess, moderate
from moderation.policyfile import files
from moderation.policyfile.load import loads
from moderation.ports import Scorer
from moderation.testing.acts import decisions_on, page, review_of
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, author, comment, edit, submission
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.policies import policy
from moderation.testing.scorers import BrokenScorer, OneLanguage, WordScorer

Judge = Callable[..., Decision]
Answers = list[Decision | KeyReused]


@pytest.fixture
def judge_all(memory: MemoryStorage, scorer: WordScorer, clock: FixedClock) -> Callable[..., Answers]:
    """Return what judges several submissions together, a second later each time."""

    def judge_all(*sent: Submission, by: Scorer = scorer) -> Answers:
        at = clock.advance(seconds=1)
        return moderate(sent, policy=policy(), scorer=by, languages=OneLanguage(), storage=memory, at=at)

    return judge_all


def outcomes(answers: Answers) -> list[str]:
    """Return the outcomes of answers, or that a key came before with another body."""
    return [answer.outcome if isinstance(answer, Decision) else "reused" for answer in answers]


@pytest.mark.parametrize(
    ("text", "outcome", "queue"),
    [
        ("The fees rise again.", Outcome.ALLOW, None),
        ("You idiot.", Outcome.FLAG, "attacks"),
        ("I will kill you, idiot.", Outcome.FLAG, "threats"),
        ("Cheap pharmacy!", Outcome.BLOCK, None),
    ],
)
def test_comment_gets_its_outcome_and_its_queue(
    judge: Judge, memory: MemoryStorage, text: str, outcome: Outcome, queue: str | None
) -> None:
    """This is what the service is for."""
    made = judge(text)

    waiting = review_of(memory)
    assert (made.outcome, made.review_queue, made.source) == (outcome, queue, Source.POLICY)
    assert (waiting.queue if waiting else None) == queue
    assert decisions_on(memory) == [made]


def test_decision_tells_what_it_rests_on(judge: Judge) -> None:
    """Model, policy and words are named, so that a decision can be explained and contested."""
    made = judge("You idiot.")

    assert made.verdict is not None
    assert (made.model, made.language, made.scores["insult"]) == ("words@1", "en", 0.95)
    assert made.verdict.policy == "test@0123456789ab"
    assert [(m.rule, [(s.start, s.end) for s in m.spans]) for m in made.verdict.matches] == [("insult", [(4, 9)])]


@pytest.mark.parametrize("named", [True, False], ids=["somebody", "nobody"])
def test_whom_the_site_does_not_name_has_no_count(judge_all: Callable[..., Answers], named: bool) -> None:
    """No count is not 0: a rule about few comments would hold of everybody."""
    (made,) = judge_all(submission(comment("The fees rise again.", author=author("u-1") if named else None)))

    assert isinstance(made, Decision)
    assert made.verdict is not None
    assert ("rate.author.600" not in made.verdict.not_checked) is named
    assert "duplicate.any.600" not in made.verdict.not_checked


def test_repeat_gets_the_same_decision_and_is_recorded_once(judge: Judge, memory: MemoryStorage) -> None:
    """A client that lost the answer sends again."""
    first = judge("You idiot.")

    assert judge("You idiot.") == first
    assert (decisions_on(memory), len(page(memory))) == ([first], 1)


def test_twins_in_one_batch_get_one_decision(judge_all: Callable[..., Answers], memory: MemoryStorage) -> None:
    """A retry may overtake its first try and wait beside it."""
    answers = judge_all(submission(), submission(comment("Other.", id="c-2")), submission())

    assert answers[0] == answers[2] != answers[1]
    assert [len(decisions_on(memory, id)) for id in ("c-1", "c-2")] == [1, 1]


def test_answers_come_in_the_order_of_the_questions(judge_all: Callable[..., Answers]) -> None:
    """A batch whose answers are shuffled publishes the wrong comments."""
    texts = ["Civil.", "You idiot.", "Cheap pharmacy!", "Calm."] * 3
    sent = [submission(comment(f"{t} {n}", id=f"c-{n}", author=author(f"u-{n}"))) for n, t in enumerate(texts)]

    assert outcomes(judge_all(*sent)) == ["allow", "flag", "block", "allow"] * 3


def test_comments_of_one_batch_know_of_one_another(judge_all: Callable[..., Answers]) -> None:
    """A flood that arrives in one batch is a flood, and a copy beside its original is a copy."""
    flood = [submission(comment(f"Number {n}.", id=f"c-{n}")) for n in range(5)]
    copies = [submission(comment("Buy!", id=f"b-{n}", author=author(f"u-{n}"))) for n in range(2)]

    assert outcomes(judge_all(*flood)) == ["allow"] * 3 + ["flag"] * 2
    assert outcomes(judge_all(*copies)) == ["allow", "flag"]


@pytest.mark.parametrize(("one", "other"), [("👍", "❤️"), ("", ""), ("!!!", "?")])
def test_comments_without_letters_are_not_each_others_copies(judge: Judge, one: str, other: str) -> None:
    """Two readers who like an article do not flood it."""
    judge(one, id="c-1", author=author("u-1"))

    assert judge(other, id="c-2", author=author("u-2")).outcome is Outcome.ALLOW


def test_copies_meet_whatever_their_dress(judge: Judge) -> None:
    """A spammer changes case, spacing and punctuation, and sends the same again."""
    judge("Visit our new shop", id="c-1", author=author("u-1"))

    assert judge("VISIT  our... new-shop!", id="c-2", author=author("u-2")).outcome is Outcome.FLAG


def test_edit_is_judged_anew_and_there_and_back(judge: Judge) -> None:
    """What is approved once must not be a licence to change the text, and going back is a change too."""
    texts = ["A calm word.", "You idiot.", "A calm word."]
    made = [judge(text, kind=Kind.EDIT if n else Kind.COMMENT) for n, text in enumerate(texts)]

    assert [d.revision for d in made] == [1, 2, 3]
    assert [d.outcome for d in made] == ["allow", "flag", "allow"]


def test_edit_ends_the_review_of_the_older_text(judge: Judge, memory: MemoryStorage) -> None:
    """Wherever flags are reviewed by then, nobody is to rule on a text that is gone."""
    judge("You idiot.")
    judge("A calm word.", kind=Kind.EDIT, reviews=Reviews.OFF)

    assert page(memory) == []


@pytest.mark.parametrize("reviews", [Reviews.SITE, Reviews.OFF])
def test_flag_opens_no_review_where_reviews_are_elsewhere(
    judge: Judge, memory: MemoryStorage, reviews: Reviews
) -> None:
    """A site with its own queue must not fill ours."""
    made = judge("You idiot.", reviews=reviews)

    assert (made.outcome, made.review_id, page(memory)) == (Outcome.FLAG, None, [])


def test_key_with_another_body_is_refused_alone(judge_all: Callable[..., Answers]) -> None:
    """A client's fault is told to that client, and its neighbours are served."""
    judge_all(submission(idempotency_key="k-1"))
    other = submission(comment("Other.", id="c-2"), idempotency_key="k-1")
    neighbour = submission(comment("Third.", id="c-3"))

    assert outcomes(judge_all(other, neighbour)) == ["reused", "allow"]


def test_key_that_came_with_a_repeat_is_taken(judge_all: Callable[..., Answers]) -> None:
    """The second key of one comment stands for it as well as the first."""
    judge_all(submission(idempotency_key="k-1"))
    judge_all(submission(idempotency_key="k-2"))
    other = submission(comment("Other.", id="c-2"), idempotency_key="k-2")

    assert outcomes(judge_all(other)) == ["reused"]


def test_scorer_that_fails_leaves_rules_and_a_person(
    judge_all: Callable[..., Answers], memory: MemoryStorage
) -> None:
    """A model that is down must neither publish what it would have held nor stop the rules."""
    sent = [submission(comment(t, id=f"c-{t}")) for t in ("Calm words.", "Ch\u200beap pharmacy!")]
    answers = judge_all(*sent, by=BrokenScorer())

    assert outcomes(answers) == ["flag", "block"]
    assert [a.verdict and a.verdict.degraded for a in answers if isinstance(a, Decision)] == [True, False]
    assert [a.model for a in answers if isinstance(a, Decision)] == [None, None]
    jobs = memory.rows(NORTH).jobs.values()
    assert [job.payload["comment_id"] for job in jobs] == ["c-Calm words.", "c-Ch\u200beap pharmacy!"]


def test_storage_that_is_down_makes_no_decision(judge: Judge, memory: MemoryStorage) -> None:
    """A verdict that was not kept was not given."""
    memory.is_down = True
    with pytest.raises(StorageUnavailable):
        judge("You idiot.")
    memory.is_down = False

    assert memory.rows(NORTH).decisions == []


def test_assessment_is_the_same_answer_and_records_nothing(
    judge: Judge, memory: MemoryStorage, scorer: WordScorer
) -> None:
    """A hint before posting must not be a comment, not even to the one that follows."""
    hint = assess(
        submission(comment("You idiot.")),
        policy=policy(),
        scorer=scorer,
        languages=OneLanguage(),
        storage=memory,
        at=START,
    )
    assert memory.rows(NORTH).decisions == []
    made = judge("You idiot.")

    assert (hint.verdict, hint.scores, hint.review_id) == (made.verdict, made.scores, None)


def test_disguised_text_is_scored_as_read_and_as_typed(judge: Judge, scorer: WordScorer) -> None:
    """Whichever reading is worse counts, or a disguise would lower a score."""
    made = judge("You i\u200bd\u200bi\u200bo\u200bt.")

    assert made.outcome is Outcome.FLAG
    assert "You idiot." in scorer.asked


@pytest.mark.parametrize(
    ("tag", "stated", "language", "is_scored"),
    [("en", None, "en", True), ("de", None, "de", False), ("de", "en-GB", "en", True), ("en", "de", "de", False)],
)
def test_language_that_no_model_was_measured_on_gets_no_score(
    memory: MemoryStorage, scorer: WordScorer, tag: str, stated: str | None, language: str, is_scored: bool
) -> None:
    """No score is not a zero, and what the site states counts more than a guess."""
    sent = submission(comment("You idiot.", language=stated))
    (made,) = moderate(
        [sent], policy=policy(), scorer=scorer, languages=OneLanguage(tag), storage=memory, at=START
    )

    assert isinstance(made, Decision)
    assert (made.language, bool(made.scores), made.model) == (
        language,
        is_scored,
        "words@1" if is_scored else None,
    )


def test_site_that_observes_is_told_what_would_be(memory: MemoryStorage, scorer: WordScorer) -> None:
    """A publisher tries the policy for a week before it takes effect, and everything is on record."""
    observing = policy(settings=Settings(mode=PolicyMode.OBSERVE))
    (made,) = moderate(
        [submission(comment("You idiot."))],
        policy=observing,
        scorer=scorer,
        languages=OneLanguage(),
        storage=memory,
        at=START,
    )

    assert isinstance(made, Decision)
    assert made.verdict is not None
    assert (made.outcome, made.verdict.would_be, page(memory)) == (Outcome.ALLOW, Outcome.FLAG, [])
    assert [match.rule for match in made.verdict.matches] == ["insult"]


def test_explanation_that_fails_takes_nothing_from_the_verdict(memory: MemoryStorage) -> None:
    """Showing the words is a courtesy; the score has been given."""

    class Speechless(WordScorer):
        """Scores, and cannot say why."""

        def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
            raise ScorerUnavailable

    sent = [submission(comment("You idiot."))]
    (made,) = moderate(
        sent, policy=policy(), scorer=Speechless(), languages=OneLanguage(), storage=memory, at=START
    )

    assert isinstance(made, Decision)
    assert made.outcome is Outcome.FLAG


def test_edit_of_an_unknown_comment_is_its_first_revision(judge_all: Callable[..., Answers]) -> None:
    """A site may start to use the service in the middle of a discussion."""
    (made,) = judge_all(edit("A calm word."))

    assert isinstance(made, Decision)
    assert made.revision == 1


class _Lesser(WordScorer):
    """Knows one word only, under a name of its own."""

    def __init__(self) -> None:
        super().__init__({"idiot": {"toxicity": 0.9, "insult": 0.9}})
        self.name = "lesser@1"


def _judged_without_the_better(memory: MemoryStorage, text: str, fallback: Scorer) -> Decision:
    (made,) = moderate(
        [submission(comment(text))],
        policy=policy(),
        scorer=BrokenScorer(),
        fallback=fallback,
        languages=OneLanguage(),
        storage=memory,
        at=START,
    )
    assert isinstance(made, Decision)
    return made


@pytest.mark.parametrize(("text", "outcome"), [("You idiot.", Outcome.FLAG), ("The fees rise.", Outcome.ALLOW)])
def test_lesser_model_answers_where_the_better_fails(memory: MemoryStorage, text: str, outcome: Outcome) -> None:
    """Its verdict stands, says that it is degraded, and is looked at again when the better one is back."""
    made = _judged_without_the_better(memory, text, _Lesser())

    assert made.verdict is not None
    assert (made.outcome, made.model, made.verdict.degraded) == (outcome, "lesser@1", True)
    assert made.verdict.unknown == ()
    assert [job.kind for job in memory.rows(NORTH).jobs.values()] == ["rejudge"]


def test_words_that_carry_a_score_are_asked_of_the_model_that_gave_it(memory: MemoryStorage) -> None:
    """The one that failed would fail again, and the moderator would see no reason."""
    made = _judged_without_the_better(memory, "You idiot.", _Lesser())

    assert made.verdict is not None
    assert [(span.start, span.end) for span in made.verdict.matches[0].spans] == [(4, 9)]


def test_rules_alone_judge_where_both_fail(memory: MemoryStorage) -> None:
    """What no model could rate goes to a person, never through in silence."""
    made = _judged_without_the_better(memory, "The fees rise.", BrokenScorer())

    assert made.verdict is not None
    assert (made.outcome, made.verdict.degraded, made.model) == (Outcome.FLAG, True, None)


ATTACKS = """\
version: 1
name: attacks
clauses:
  attacks: {title: Attacks, text: No attacks on each other.}
entities:
  - {name: Doyle, kind: person}
rules:
  - id: insult
    clause: attacks
    when: {all: [{word: {words: [fool]}}, {target: commenter}]}
    then: {verdict: flag}
"""


@pytest.fixture
def heard(memory: MemoryStorage, scorer: WordScorer, clock: FixedClock) -> Callable[[Comment], Outcome]:
    """Return what judges a comment by a policy that holds attacks on commenters."""
    attacks = files.load("attacks", {"attacks.yaml": ATTACKS})

    def heard(sent: Comment) -> Outcome:
        at = clock.advance(seconds=1)
        [answer] = moderate(
            [submission(sent)], policy=attacks, scorer=scorer, languages=OneLanguage(), storage=memory, at=at
        )
        assert isinstance(answer, Decision)
        return answer.outcome

    return heard


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Otto is a fool.", Outcome.FLAG),
        ("Doyle is a fool.", Outcome.ALLOW),
        ("Stranger is a fool.", Outcome.ALLOW),
        ("Ann, the fool, says so.", Outcome.ALLOW),
    ],
    ids=["who writes here", "whom the site writes about", "nobody here", "oneself"],
)
def test_who_writes_under_the_article_is_known_by_name(
    heard: Callable[[Comment], Outcome], text: str, outcome: Outcome
) -> None:
    """A site sends one comment at a time, and no list of who talks there."""
    for n, name in enumerate(("Otto K", "Doyle")):
        heard(comment("The fees rise.", id=f"c-{n}", author=author(f"u-{n}", name=name)))

    assert heard(comment(text, id="c-9", author=author("u-9", name="Ann"))) is outcome


def test_who_wrote_what_is_answered_is_known_by_its_id(heard: Callable[[Comment], Outcome]) -> None:
    """Where the site sends a number alone, and the comment stands under an article that was not named."""
    nowhere = {"article": None}
    heard(comment("The fees rise.", id="c-1", author=author("u-1", name="brandt"), **nowhere))
    text = "So that fool of a brandt writes again."
    found = [
        heard(comment(f"{text} {id}", id=f"to-{id}", parent=Parent(id=CommentId(id)), **nowhere))
        for id in ("c-1", "c-404")
    ]

    assert found == [Outcome.FLAG, Outcome.ALLOW]


LABELLING = """
version: 1
clauses: {a: {title: A, text: B}}
rules:
  - {id: loud, clause: a, when: {word: {words: shout}}, then: {verdict: allow, label: {name: loud, for: 10m}}}
  - id: quiet
    clause: a
    mode: shadow
    when: {word: {words: hush}}
    then: {verdict: allow, label: {name: mute, for: 1d}}
  - {id: watched, clause: a, when: {label: [loud, mute]}, then: {verdict: flag}}
"""


@pytest.mark.parametrize(
    ("first", "minutes", "outcome"),
    [("I shout.", 9, Outcome.FLAG), ("I shout.", 11, Outcome.ALLOW), ("I hush.", 1, Outcome.ALLOW)],
    ids=["while it lasts", "afterwards", "of a shadow rule"],
)
def test_label_of_one_rule_is_what_another_asks_for(
    memory: MemoryStorage, scorer: WordScorer, first: str, minutes: int, outcome: Outcome
) -> None:
    """What an author did counts for the next comments, for as long as the editor said."""
    labelling = loads(LABELLING, name="labelling.yaml")

    def judged(text: str, id: str, after: int) -> Outcome:
        sent = submission(comment(text, id=id, author=author("u-1")))
        at = START + timedelta(minutes=after)
        (made,) = moderate([sent], policy=labelling, scorer=scorer, languages=OneLanguage(), storage=memory, at=at)
        assert isinstance(made, Decision)
        return made.outcome

    assert judged(first, "c-1", 0) is Outcome.ALLOW
    assert judged("Hello.", "c-2", minutes) is outcome


OWN = """
version: 1
clauses: {a: {title: A, text: B}}
rules:
  - id: doxxing
    clause: a
    when: {pii: [email, phone]}
    unless: {author: {is_self_disclosure: true}}
    then: {verdict: flag}
  - {id: delicate, clause: a, when: {article: {sensitive: true, premoderated: false}}, then: {verdict: block}}
"""


@pytest.mark.parametrize(
    ("text", "sensitive", "outcome"),
    [
        ("Write to anna@post.example if you saw it.", None, Outcome.ALLOW),
        ("Write to otto@post.example if you saw it.", None, Outcome.FLAG),
        ("Hello.", False, Outcome.ALLOW),
        ("Hello.", True, Outcome.BLOCK),
    ],
)
def test_rules_see_whose_data_it_is_and_what_the_site_says_of_the_article(
    memory: MemoryStorage, scorer: WordScorer, text: str, sensitive: bool | None, outcome: Outcome
) -> None:
    """Who leaves an own address is no offender, and a site knows best what is delicate."""
    article = Article(id="a-1", title="Fees", sensitive=sensitive, premoderated=False)
    made = dataclasses.replace(comment(text, author=author(email="Anna@post.example")), article=article)
    by = loads(OWN, name="own.yaml")
    (found,) = moderate(
        [submission(made)], policy=by, scorer=scorer, languages=OneLanguage(), storage=memory, at=START
    )

    assert isinstance(found, Decision)
    assert found.outcome is outcome


RAIDED = """
version: 1
clauses: {a: {title: A, text: B}}
rules:
  - {id: raid, clause: a, when: {word: {words: raid}}, then: {verdict: flag, article: {premoderate: 2h}}}
  - id: rehearsed
    clause: a
    mode: shadow
    when: {word: {words: drill}}
    then: {verdict: flag, article: {premoderate: 2h}}
  - id: gentle
    clause: a
    when: {word: {words: maybe}}
    then: {verdict: flag, effect: publish_and_review}
  - {id: careful, clause: a, mode: shadow, when: {article: {premoderated: true}}, then: {verdict: block}}
settings: {time_zone: Europe/Helsinki}
"""


def sent_under(article: str, text: str, *, id: str) -> Submission:
    """Send a comment under an article that the site says is not premoderated."""
    return submission(comment(text, id=id, article=Article(id=article, title="Fees", premoderated=False)))


@pytest.mark.parametrize(
    ("first", "article", "minutes", "waits"),
    [
        ("A raid.", "a-1", 119, True),
        ("A raid.", "a-1", 120, False),
        ("A raid.", "a-2", 1, False),
        ("A drill.", "a-1", 1, False),
    ],
    ids=["while it lasts", "afterwards", "elsewhere", "of a shadow rule"],
)
def test_rule_lets_every_further_comment_under_an_article_wait(
    memory: MemoryStorage, scorer: WordScorer, first: str, article: str, minutes: int, waits: bool
) -> None:
    """A raid is met for as long as the editor said; the reason names the rule, by the site's clock."""
    raided = loads(RAIDED, name="raided.yaml")

    def judged(sent: Submission, after: int) -> Decision:
        at = START + timedelta(minutes=after)
        (made,) = moderate([sent], policy=raided, scorer=scorer, languages=OneLanguage(), storage=memory, at=at)
        assert isinstance(made, Decision)
        return made

    judged(sent_under("a-1", first, id="c-1"), 0)
    made = judged(sent_under(article, "Hello.", id="c-2"), minutes)

    assert made.outcome is (Outcome.FLAG if waits else Outcome.ALLOW)
    assert made.verdict is not None
    assert ("careful" in [match.rule for match in made.verdict.shadow]) is waits
    until = (START + timedelta(hours=2)).astimezone(ZoneInfo("Europe/Helsinki"))
    told = f"every comment under this article waits until {until:%H:%M} on {until.day} {until:%B}"
    reasons = [(match.rule, match.message) for match in made.verdict.matches]
    assert reasons == ([("article-premoderated", f"{told}, since rule raid held")] if waits else [])


def test_comment_that_may_appear_meanwhile_waits_under_a_raided_article(
    memory: MemoryStorage, scorer: WordScorer
) -> None:
    """In one batch, too: what a rule lets appear and be looked at later is held where all are."""
    raided = loads(RAIDED, name="raided.yaml")
    sent = [sent_under("a-1", text, id=f"c-{n}") for n, text in enumerate(["Maybe.", "A raid.", "Maybe so."])]

    made = moderate(sent, policy=raided, scorer=scorer, languages=OneLanguage(), storage=memory, at=START)

    effects = [each.verdict.effect for each in made if isinstance(each, Decision) and each.verdict is not None]
    assert effects == [Effect.PUBLISH_AND_REVIEW, Effect.HOLD, Effect.HOLD]
