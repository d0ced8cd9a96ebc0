"""All, any, none and sentences, in Kleene's three-valued logic.

Kleene, S. C. (1952), Introduction to Metamathematics, section 64: the strong tables.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import reduce
from operator import and_

from moderation.domain.conditions.scene import HOLDS, Found, Place, Scene, Truth, joined

Check = Callable[[Scene], Truth]

#: A check with the groups of clues that it needs, and its place among others.
_Guarded = tuple[int, int, Check]

#: A reviewer needs no more places than these to see what is meant.
ENOUGH = 50
#: What it costs to look at one sentence, besides what each condition costs that is asked about it.
_ONE_SENTENCE = 10


def all_of(free: Sequence[Check], bound: Sequence[Check] = ()) -> Check:
    """Hold where every check holds; the bound ones are told what the free ones found."""
    if len(free) == 1 and not bound:
        return free[0]
    free, bound = tuple(free), tuple(bound)

    def check(scene: Scene) -> Truth:
        found: list[Found] = []
        unknown = False
        for part in free:
            truth = part(scene)
            if truth is False:
                return False
            if truth is None:
                unknown = True
            else:
                found.append(truth)
        if bound:
            beside = scene.beside(scene.anchors + tuple(s for f in found for s in f.spans))
            truth = _all([part(beside) for part in bound])
            if truth is False:
                return False
            unknown = unknown or truth is None
            found += [truth] if truth else []
        if unknown:
            return None
        return joined(found) if found else HOLDS

    return check


def _all(truths: Sequence[Truth]) -> Truth:
    if False in truths:
        return False
    found = [truth for truth in truths if truth]
    return joined(found) if len(found) == len(truths) else None


def remembered(check: Check) -> Check:
    """Ask about a comment, or a sentence of it, once, however many rules want to know."""

    def recalled(scene: Scene) -> Truth:
        asked = (check, None if scene.window is None else scene.window[0])
        try:
            return scene.answers[asked]
        except KeyError:
            truth = scene.answers[asked] = check(scene)
            return truth

    return recalled


def any_of(parts: Sequence[Check], needs: Sequence[int] = ()) -> Check:
    """Hold where a check holds; all are asked, so that every reason is told.

    Each is asked only where the comment has a clue of every group that it `needs`, as with `where_clues`.
    """
    if not any(needs):
        return parts[0] if len(parts) == 1 else _any_of(tuple(parts))
    bundles = _bundled(list(zip(needs, range(len(parts)), parts, strict=True)))

    def check(scene: Scene) -> Truth:
        clues = scene.clues
        asked = [
            (place, part)
            for shared, bundle in bundles
            if shared & clues == shared
            for groups, place, part in bundle
            if groups & clues == groups
        ]
        return _any([part(scene) for _, part in sorted(asked)]) if asked else False

    return check


def _bundled(guarded: list[_Guarded]) -> tuple[tuple[int, tuple[_Guarded, ...]], ...]:
    """Put together what needs the same group, the most that do so first: most bundles end at what they share."""
    bundles = []
    while guarded:
        wanted = Counter(bit for groups, _, _ in guarded for bit in _bits(groups))
        most = max(wanted, key=lambda bit: (wanted[bit], -bit), default=0)
        bundle = tuple(each for each in guarded if each[0] & most == most)
        guarded = [each for each in guarded if each[0] & most != most]
        bundles.append((reduce(and_, (groups for groups, _, _ in bundle)), bundle))
    return tuple(bundles)


def _bits(groups: int) -> Iterator[int]:
    """Yield the bits of a number, the lowest first."""
    while groups:
        yield groups & -groups
        groups &= groups - 1


def _any_of(parts: Sequence[Check]) -> Check:
    def check(scene: Scene) -> Truth:
        return _any([part(scene) for part in parts])

    return check


def _any(truths: Sequence[Truth]) -> Truth:
    found = [truth for truth in truths if truth]
    if found:
        return joined(found)
    return None if None in truths else False


def where_clues(needs: int, check: Check) -> Check:
    """Ask only where the comment has a clue of every group: most rules end here, on most comments."""
    if not needs:
        return check

    def guarded(scene: Scene) -> Truth:
        return check(scene) if needs & scene.clues == needs else False

    return guarded


def none_of(parts: Sequence[Check]) -> Check:
    """Hold where every check is false."""
    parts = tuple(parts)

    def check(scene: Scene) -> Truth:
        unknown = False
        for part in parts:
            truth = part(scene)
            if truth is None:
                unknown = True
            elif truth is not False:
                return False
        return None if unknown else HOLDS

    return check


def same_sentence(
    whole: Check, *, facts: Sequence[Check], needs: Sequence[frozenset[str]], placed: Sequence[Check], size: int
) -> Check:
    """Hold where a check holds of one sentence by itself; the first such sentences are told.

    None does where one of `facts` is false of the comment, or no sentence has a word of each group of `needs`.
    What `placed` finds must have its place in the sentence: it is quick to ask, and tells where to look.
    `size` says how many conditions are asked about a sentence.
    """
    facts, needs, placed = tuple(facts), tuple(needs), tuple(placed)

    def check(scene: Scene) -> Truth:
        if any(fact(scene) is False for fact in facts) or not scene.share_sentence(needs):
            return False
        clues: list[Sequence[Place]] = []
        for part in placed:
            clue = part(scene)
            if not clue:
                return False
            clues.append(clue.spans)
        truths: list[Truth] = []
        holding = 0
        for sentence in scene.sentences(*clues):
            scene.effort.spend(_ONE_SENTENCE + size // 2)
            truths.append(truth := whole(scene.within(sentence)))
            holding += bool(truth)
            if holding == ENOUGH:
                break
        return _any(truths)

    return check


def beside_match(part: Check) -> Check:
    """Hold where a check holds of every sentence in which the rule found something."""

    def check(scene: Scene) -> Truth:
        if not scene.anchors or scene.window:
            return part(scene)
        sentences = scene.sentences(scene.anchors)
        scene.effort.spend(2 * len(sentences))
        return _all([part(scene.within(sentence)) for sentence in sentences])

    return check


def never(_: Scene) -> Truth:
    """Hold of nothing."""
    return False


def rule_holds(rule: str, check: Check, *, expires: date | None) -> Check:
    """Hold where another rule does, of the whole comment whatever is looked at; one that expired does not."""
    asked = remembered(check)

    def holds(scene: Scene) -> Truth:
        if scene.today and expires and expires < scene.today:
            return False
        truth = asked(scene.whole())
        if not truth:
            return truth
        because = f" ({', '.join(truth.said)})" if truth.said else ""
        return truth._replace(said=(f"rule '{rule}' holds{because}",))

    return holds
