"""Gather the signals of one comment: what its text shows, what the site said, what the past holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from moderation.domain.aim.participants import participants_of
from moderation.domain.aim.people import derive
from moderation.domain.comment import Article, Comment, Kind
from moderation.domain.history import History, Talk
from moderation.domain.own_data import is_own_data
from moderation.domain.policy import Entity, Policy
from moderation.domain.premoderation import Premoderation
from moderation.domain.shape import shape_of
from moderation.domain.signals import PREMODERATED_BY, PREMODERATED_UNTIL, UNKNOWN, Fact, Signals
from moderation.domain.standing import Sanctioned, live_strikes, standing_of, total_of
from moderation.domain.target import targets_of
from moderation.domain.text import NormalisedText, normalise
from moderation.domain.verdict import Span

#: Whether all personal data of a comment is the author's own.
SELF_DISCLOSURE: Final = "author.is_self_disclosure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What the model said about one text."""

    #: Scores by attribute; `None` where the model failed.
    scores: Mapping[str, float] | None
    language: str
    #: Whether a model was measured on the language.
    is_measured: bool
    #: Attributes that a working model would have rated.
    attributes: tuple[str, ...]
    #: `name@version` of the model.
    model: str
    #: Whether the model failed and a lesser one answered in its place.
    is_fallback: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The people and subjects of the article, as sent or as derived."""

    people: tuple[str, ...]
    about: tuple[str, ...]
    derived_people: tuple[str, ...] | None
    derived_about: tuple[str, ...] | None


def scene_of(article: Article | None, policy: Policy) -> Scene | None:
    """Take people and subjects from the article, and derive what the site did not send."""
    return None if article is None else _scene(article, policy.entities)


@lru_cache(maxsize=512)  # of entities, not of the policy: one that is no longer in force must not be kept by it
def _scene(article: Article, entities: tuple[Entity, ...]) -> Scene:
    """Read an article once, however many comments stand under it."""
    if article.people is not None and article.about is not None:
        return Scene(people=article.people, about=article.about, derived_people=None, derived_about=None)
    people, about = derive(article, entities)
    return Scene(
        people=article.people if article.people is not None else people,
        about=article.about if article.about is not None else about,
        derived_people=people if article.people is None else None,
        derived_about=about if article.about is None else None,
    )


def observe(
    comment: Comment,
    text: NormalisedText,
    *,
    rating: Rating,
    scene: Scene | None,
    history: History | None,
    policy: Policy,
    at: datetime,
) -> Signals:
    """Prepare everything that rules may ask about one comment.

    `history` is `None` where the past could not be read: what rests on it is then unknown.
    """
    facts, spans = shape_of(text)
    facts = dict(facts) | {"kind": comment.kind.value, "language": rating.language}
    spans = dict(spans)
    _scores(facts, rating)
    if text.is_crowded:
        facts["text.crowded"] = True
    targets = _targets(comment, text, scene=scene, history=history, policy=policy)
    facts["target"] = tuple(targets)
    spans |= {f"target.{name}": found for name, found in targets.items()}
    _author(facts, comment, history, policy=policy, at=at)
    _article(facts, comment, scene, at=at)
    if history is not None and history.premoderation is not None:
        facts |= _waiting(history.premoderation)
    if history is not None:
        facts |= _counts(comment, history) | _talk(comment, history.talk, policy)
    if SELF_DISCLOSURE in policy.asks and comment.author is not None:
        facts[SELF_DISCLOSURE] = is_own_data(text, spans, email=comment.author.email)
    if "comment.id" in policy.asks:
        facts["comment.id"] = comment.id
    if "time" in policy.asks:
        facts["time"] = (comment.created_at or at).isoformat()
    return Signals(facts=facts, spans=spans, text=text, fields=fields_of(comment))


def _targets(
    comment: Comment, text: NormalisedText, *, scene: Scene | None, history: History | None, policy: Policy
) -> dict[str, tuple[Span, ...]]:
    """Tell whom it is aimed at; the past tells who is answered and who else writes here."""
    history = history or History()
    people = scene.people if scene else ()
    names: tuple[str, ...] = ()
    if history.thread_names:
        besides = (*people, *(scene.about if scene else ()), *policy.entity_names)
        names = participants_of(history.thread_names, comment, text, groups=policy.groups, besides=besides)
    parent = comment.parent
    if parent is not None and parent.author is None and history.parent_author is not None:
        comment = replace(comment, parent=replace(parent, author=history.parent_author))
    apart = policy.compiled.lexicon.apart
    return targets_of(comment, text, people=people, groups=policy.groups, names=names, apart=apart)


def sanctioned(comment: Comment, history: History, policy: Policy, *, at: datetime) -> Sanctioned:
    """Return the author's standing: what a person set while it lasts, else what the strikes imply."""
    set_by_person = history.set_standing
    if set_by_person and (set_by_person.until is None or set_by_person.until > at):
        return set_by_person
    is_verified = bool(comment.author and comment.author.verified)
    return standing_of(history.strikes, policy.ladder, is_verified=is_verified, at=at)


def _scores(facts: dict[str, Fact], rating: Rating) -> None:
    facts["language.measured"] = rating.is_measured
    if rating.scores is None:
        facts |= {f"score.{attribute}": UNKNOWN for attribute in rating.attributes}
        return
    facts |= {f"score.{attribute}": score for attribute, score in rating.scores.items()}


def _author(
    facts: dict[str, Fact], comment: Comment, history: History | None, *, policy: Policy, at: datetime
) -> None:
    author = comment.author
    if author is None:
        return
    for name in ("verified", "role"):
        if getattr(author, name) is not None:
            facts[f"author.{name}"] = getattr(author, name)
    if author.approved_count is not None:
        facts["author.approved"] = author.approved_count
    if not (author.id or author.name or author.email):
        return
    if history is None:
        asked = ("approved", "rejected", "rejection_rate", "strikes", "standing", "age_days")
        facts.update({f"author.{name}": UNKNOWN for name in asked if f"author.{name}" not in facts})
        if "label" in policy.asks:
            facts["label"] = UNKNOWN
        return
    if "label" in policy.asks:
        facts["label"] = history.labels
    _past(facts, history, at=at)
    facts["author.standing"] = sanctioned(comment, history, policy, at=at).standing.value
    if author.verified:
        live = live_strikes(history.strikes, policy.ladder, at=at)
        facts["author.strikes"] = total_of(live, policy.ladder, at=at)


def _past(facts: dict[str, Fact], history: History, *, at: datetime) -> None:
    facts.setdefault("author.approved", history.approved)
    facts["author.rejected"] = history.rejected
    judged = history.approved + history.rejected
    facts["author.rejection_rate"] = history.rejected / judged if judged else 0.0
    age = at - history.first_seen if history.first_seen else timedelta(0)
    facts["author.age_days"] = round(age / timedelta(days=1), 3)
    facts["author.name_taken_by_other"] = history.name_taken_by_other


def _counts(comment: Comment, history: History) -> dict[str, Fact]:
    """Take what was counted; who or what the site does not name has no count, which is not 0."""
    author, article = comment.author, comment.article
    is_named = {
        "any": True,
        "text": True,
        "link_domain": True,
        "author": author is not None and bool(author.id or author.name or author.email),
        "ip": author is not None and bool(author.ip),
        "article": article is not None and bool(article.id or article.url or article.title),
    }
    counts: dict[str, Fact] = {name: n for name, n in history.counts.items() if is_named[name.split(".")[1]]}
    return counts | {"thread.length": history.thread_length} if is_named["article"] else counts


def _waiting(premoderation: Premoderation) -> dict[str, Fact]:
    """Say that every comment under the article waits, whatever the site said of it, until when and why."""
    return {
        "article.premoderated": True,
        PREMODERATED_UNTIL: premoderation.until.isoformat(),
        PREMODERATED_BY: premoderation.rule,
    }


def _talk(comment: Comment, talk: Talk, policy: Policy) -> dict[str, Fact]:
    """Take what is known of the talk; a reply to nobody knows whom has no depth, and no staff above it."""
    facts: dict[str, Fact] = {}
    if talk.depth is not None and not _is_lost(comment):
        facts["thread.depth"] = talk.depth
    if talk.parent_role is not None:
        facts["thread.replies_to_staff"] = talk.parent_role in policy.settings.roles_exempt
    elif "thread.replies_to_staff" in policy.asks and comment.parent is None and not _is_lost(comment):
        facts["thread.replies_to_staff"] = False
    if talk.temperature is not None:
        facts["thread.temperature"] = talk.temperature
    return facts


def _is_lost(comment: Comment) -> bool:
    """Whether it is said to be a reply, and not to what."""
    return comment.kind is Kind.REPLY and comment.parent is None


def _article(facts: dict[str, Fact], comment: Comment, scene: Scene | None, *, at: datetime) -> None:
    article = comment.article
    if article is None or scene is None:
        return
    if article.section is not None:
        facts["article.section"] = article.section
    if article.tags is not None:
        facts["article.tags"] = article.tags
    for name in ("premoderated", "sensitive"):
        if getattr(article, name) is not None:
            facts[f"article.{name}"] = getattr(article, name)
    facts["article.people"] = scene.people
    facts["article.about"] = scene.about
    if article.published_at is not None:
        facts["article.age_days"] = round((at - article.published_at) / timedelta(days=1), 3)


def fields_of(comment: Comment) -> dict[str, NormalisedText]:
    """Read the texts that come with a comment; one that is sent empty says that there is none."""
    author = comment.author
    named = {f"author.{key}": getattr(author, key, None) for key in ("name", "url", "email")}
    return {name: _read(value) for name, value in named.items() if value is not None}


#: The same people write again and again.
_read = lru_cache(maxsize=4_096)(normalise)
