"""The signals of an example: what its text shows, and what it states outright."""

from collections.abc import Mapping

from moderation.domain.comment import Article, Author, Comment, CommentId, Parent, SiteId
from moderation.domain.example import Example
from moderation.domain.observation import SELF_DISCLOSURE, fields_of, scene_of
from moderation.domain.own_data import is_own_data
from moderation.domain.policy import Policy
from moderation.domain.shape import shape_of
from moderation.domain.signals import UNKNOWN, Fact, Signals
from moderation.domain.target import targets_of
from moderation.domain.text import normalise
from moderation.policyfile.examples import Observe
from moderation.ports import LanguageDetector


def observer(policy: Policy, *, languages: LanguageDetector | None = None) -> Observe:
    """Make the function that prepares signals for a policy's examples: no model, no history, no network.

    A score is only there where the example states one, so that word rules are tested by themselves.
    An example that states no language is in the one that `languages` tells; without it, in the policy's first.
    """

    def observe(text: str, example: Example) -> Signals:
        return _signals(policy, text, example, languages=languages)

    return observe


def _signals(policy: Policy, typed: str, example: Example, *, languages: LanguageDetector | None) -> Signals:
    text, comment = normalise(typed), _comment(typed, example)
    expected = policy.settings.languages[0]
    language = languages.detect(text.read, expected=expected) if languages else expected
    scene = scene_of(comment.article, policy)
    shape, seen = shape_of(text)
    people = scene.people if scene else ()
    targets = targets_of(
        comment,
        text,
        people=people,
        groups=policy.groups,
        names=example.thread_authors,
        apart=policy.compiled.lexicon.apart,
    )
    facts: dict[str, Fact] = {**shape, **_linked(example), "target": tuple(targets)}
    facts |= {"language": language, "language.measured": True}
    if scene:
        facts |= {"article.people": scene.people, "article.about": scene.about}
    if SELF_DISCLOSURE in policy.asks:
        facts[SELF_DISCLOSURE] = is_own_data(text, seen, email=example.author_email)
    facts |= _stated(policy, example)
    spans = {**seen, **{f"target.{name}": places for name, places in targets.items()}}
    return Signals(facts=facts, spans=spans, text=text, fields=fields_of(comment))


def _comment(typed: str, example: Example) -> Comment:
    has_parent = example.parent_text or example.parent_author
    has_article = example.article_author or example.article_title or _names(example, "people") is not None
    return Comment(
        site=SiteId("example"),
        id=CommentId("example"),
        text=typed,
        kind=example.kind,
        parent=Parent(text=example.parent_text, author=example.parent_author) if has_parent else None,
        author=Author(name=example.author_name, url=example.author_url, email=example.author_email),
        article=Article(
            author=example.article_author,
            title=example.article_title,
            people=_names(example, "people"),
            about=_names(example, "about"),
        )
        if has_article or _names(example, "about") is not None
        else None,
    )


def _names(example: Example, key: str) -> tuple[str, ...] | None:
    value = example.facts.get(f"article.{key}")
    return value if isinstance(value, tuple) else None


def _linked(example: Example) -> Mapping[str, Fact]:
    """Read the links that an example names as if they stood in its text."""
    if not example.links:
        return {}
    addresses = [link if "://" in link else f"http://{link}" for link in example.links]
    facts, _ = shape_of(normalise(" ".join(addresses)))
    return {name: facts[name] for name in ("links", "link_domain") if name in facts}


def _stated(policy: Policy, example: Example) -> Mapping[str, Fact]:
    """Return the facts that an example states; what it calls unknown has failed."""
    facts: dict[str, Fact] = {}
    asked = {name for rule in policy.rules for name in rule.asks}
    for name, fact in example.facts.items():
        prefix = name.removesuffix("*")
        names = [each for each in asked if each.startswith(prefix)] if prefix != name else [name]
        facts |= dict.fromkeys(names, fact)
    for name in example.unknown:
        failed = [each for each in asked if each == name or each.startswith(f"{name}.")]
        facts |= dict.fromkeys(failed, UNKNOWN)
    return facts
