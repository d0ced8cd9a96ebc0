"""Names by which a comment may mean somebody who writes in the thread: no official, place or ordinary word."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from moderation.domain.aim import addressing
from moderation.domain.aim.names import fold_name
from moderation.domain.aim.terms import Terms
from moderation.domain.comment import Comment
from moderation.domain.readings.innocent import INNOCENT
from moderation.domain.readings.ordinary import ORDINARY
from moderation.domain.readings.wordset import set_of
from moderation.domain.text import NormalisedText

#: Words that people go by in comments, and that others use as words.
_NICKNAMES: Final = set_of(
    """
    admin anon anonymous army atheist author banker believer boss boy bystander captain centrist christian
    citizen civilian commentator commenter common commuter concerned conservative consumer cyclist dad
    daughter democrat diaspora doctor dreamer driver editor employee engineer everybody everyone expat
    expert farmer father fighter freedom friend girl god grandma grandpa guest guy historian homeland honest
    human humanist humble immigrant independent informed insider journalist judge justice king lady landlord
    lawyer leftist liberal liberty lion local logic lone man manager master mister moderator mom mother mum
    nation nationalist native neighbor neighbour neutral nobody nurse objective observer officer old parent
    passenger patient patriot peace peaceful people person pilot police poet political politician poor
    president priest pro professor prophet proud queen random rational real realist reason rebel republican
    resident resistance revolution sane sceptic scientist seeker senior sense silent simple sister skeptic
    socialist soldier somebody someone son spectator speaker state student subscriber taxpayer teacher
    tenant the thinker traveler traveller tourist troll true truth uncle unknown user veteran victim victory
    viewer visitor voice voter warrior watcher wise witness woman worker writer young
    """
)
_WORDS: Final = ORDINARY | INNOCENT | addressing.ALSO_WORDS | _NICKNAMES
#: A name is no shorter than this; initials name nobody.
_SHORTEST: Final = 3


def participants_of(
    names: Iterable[str], comment: Comment, text: NormalisedText, *, groups: Terms, besides: Sequence[str]
) -> tuple[str, ...]:
    """Return the parts of names in a thread that stand in a text and can only mean who bears them.

    Args:
        names: of those whose comments stand in the thread.
        comment: whose author means others by a name, and not the writer of the article.
        text: the comment as read.
        groups: terms for groups of people: "Muslim" in a nickname is a group all the same.
        besides: names of people, places and groups that the site writes about: who borrows the name of an
            official must not turn every word about the official into one about a commenter.
    """
    readings = " ".join(view.text for view in (text.soft, *text.hard))
    found = {
        part: folded for name in names for part, folded in _telling(name) if _may_stand(folded, part, readings)
    }
    if not found:
        return ()
    own = comment.author.name if comment.author else None
    writer = comment.article.author if comment.article else None
    taken = {part for name in (*besides, own or "", writer or "") for part in _folded(name)}
    parts = [part for part, folded in found.items() if folded not in taken]
    return tuple(part for part in parts if not _is_group(part.casefold(), groups))


def _may_stand(folded: str, part: str, readings: str) -> bool:
    """Whether a name may stand in a text, told in no time; what is written with marks is looked at closely."""
    return folded in readings or not part.isalnum()


def _is_group(part: str, groups: Terms) -> bool:
    forms = [part, part + "s"]
    return bool(groups.find(forms, {form: [i] for i, form in enumerate(forms)}))


@lru_cache(maxsize=8_192)
def _folded(name: str) -> tuple[str, ...]:
    return tuple(folded for part in name.split() if (folded := fold_name(part)))


@lru_cache(maxsize=8_192)
def _telling(name: str) -> tuple[tuple[str, str], ...]:
    """Parts of a name that are no ordinary words, as they are written and folded."""
    parts = [(part, fold_name(part)) for part in name.split()]
    return tuple((part, folded) for part, folded in parts if len(folded) >= _SHORTEST and folded not in _WORDS)
