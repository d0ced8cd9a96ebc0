"""What is kept of one comment, read no further than a question about it needs."""

from collections.abc import Mapping
from functools import cached_property
from weakref import WeakKeyDictionary

from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.comment import Comment
from moderation.domain.folded import folded_of, soft_of
from moderation.domain.matching import Lexicon
from moderation.domain.observation import fields_of
from moderation.domain.policy import Policy
from moderation.domain.record import comment_of
from moderation.domain.signals import Fact, Signals
from moderation.domain.target import COMMENTER, NOBODY, targets_of
from moderation.domain.text import NormalisedText, normalise, plainly_read

#: What was seen in names and addresses, since the same people write again and again; gone with its lexicon.
_GLANCED: WeakKeyDictionary[Lexicon, dict[str, frozenset[str]]] = WeakKeyDictionary()
_MOST_GLANCED = 8_192


def _glanced(lexicon: Lexicon, text: str) -> frozenset[str]:
    known = _GLANCED.setdefault(lexicon, {})
    seen = known.get(text)
    if seen is None:
        if len(known) >= _MOST_GLANCED:  # other threads look at them as well
            known.clear()
        folded = folded_of(normalise(text))
        seen = known[text] = lexicon.lists if folded is None else frozenset(lexicon.glance(folded))
    return seen


class Evidence:
    """One archived verdict, with its text read when first asked for, and once."""

    def __init__(self, archived: PastVerdict) -> None:
        """Look at one archived verdict."""
        self.archived = archived
        self._text: NormalisedText | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the text was erased."""
        return self.archived.text is None

    @property
    def may_have_author(self) -> bool:
        """Whether it came with an author; of what was erased it is not known."""
        return self.is_gone or bool(self.archived.context.get("author"))

    @property
    def time(self) -> str:
        """When it was sent, in ISO 8601: as the site said, else when it came here."""
        return self.archived.context.get("created_at") or self.archived.gist.at.isoformat()

    @property
    def folded(self) -> str | None:
        """Every folded reading, as kept or read again; `None` where they are too long to be looked at."""
        return self.archived.folded if self.archived.folded is not None else folded_of(self.text)

    @property
    def readings(self) -> tuple[str, str] | None:
        """The text as typed and as folded; `None` where it is gone."""
        typed, folded = self.archived.text, None if self.is_gone else self.folded
        return None if typed is None or folded is None else (typed, soft_of(folded))

    @property
    def plain(self) -> NormalisedText | None:
        """The text by its plain folded reading alone; `None` where that does not tell all that was typed."""
        return None if self.readings is None else plainly_read(*self.readings)

    def words_beside(self, lexicon: Lexicon) -> frozenset[str]:
        """Return the lists of which a word may stand in the author's name or address."""
        author = self.archived.context.get("author") or {}
        found = [_glanced(lexicon, text) for name in ("name", "url") if (text := author.get(name))]
        return frozenset().union(*found)

    @property
    def text(self) -> NormalisedText:
        """The text as read."""
        if self._text is None:
            self._text = normalise(self.comment.text, format=self.comment.format)
        return self._text

    @cached_property
    def comment(self) -> Comment:
        """The comment as it was submitted, as far as it is kept."""
        return comment_of(self.archived.comment)

    def signals(self, facts: Mapping[str, Fact], *, retarget: Policy | None) -> Signals:
        """Return signals as rules saw them; with `retarget` whom it is aimed at is found out again."""
        comment = self.comment
        spans = dict(self.archived.spans)
        if retarget is not None:
            people = facts.get("article.people")
            targets = targets_of(
                comment,
                self.text,
                people=people if isinstance(people, tuple) else (),
                groups=retarget.groups,
                apart=retarget.compiled.lexicon.apart,
            )
            # Who else wrote in the thread is not kept with a comment: whom of them it meant was found out then.
            if (commenters := spans.get("target.commenter")) is not None:
                targets.pop(NOBODY, None)
                targets[COMMENTER] = commenters
            facts = {**facts, "target": tuple(targets)}
            spans = {name: places for name, places in spans.items() if not name.startswith("target.")}
            spans |= {f"target.{name}": places for name, places in targets.items()}
        return Signals(facts=facts, spans=spans, text=self.text, fields=fields_of(comment))
