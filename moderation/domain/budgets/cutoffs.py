"""Finds cut-offs of scores that keep an error budget, on one part of the rulings; others prove them.

Whoever tries many cut-offs finds one that looks good by chance. What is found on one part is therefore proved,
once, on another, so that the bound means what it says (sample splitting: Cox 1975, Biometrika 62(2)).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from moderation.domain.budgets.interval import upper
from moderation.domain.budgets.rated import Rated, count

#: The cut-offs that are tried; more would be no more exact than scores are.
GRID = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.99)
#: How sure to be while looking for a cut-off; the proof is stricter.
HOPEFUL = 0.8
#: No score reaches it.
NEVER = 1.01

#: Rule, or attribute → the score from which it counts.
CutOffs = Mapping[str, float]


def blocks(each: Rated, cutoffs: CutOffs) -> bool:
    """Whether a comment would be blocked: by rules without a score, or by a score from a cut-off on."""
    return each.is_blocked or any(level >= cutoffs.get(rule, NEVER) for rule, level in each.levels.items())


def passes(each: Rated, cutoffs: CutOffs) -> bool:
    """Whether a comment would be published alone: nothing stops it, and every score is below its cut-off."""
    return not each.is_stopped and all(
        score < cutoffs.get(attribute, NEVER) for attribute, score in each.scores.items()
    )


def block_from(rated: Sequence[Rated], *, rules: Collection[str], allowed: float) -> CutOffs:
    """Find, for each rule by score, the lowest cut-off from which blocking seems to keep the budget."""
    found = {rule: at for rule in rules if (at := _lowest(rated, rule, allowed)) is not None}
    while found and _wrong(rated, found) > allowed:  # what keeps it alone may not keep it together
        del found[max(found, key=lambda rule: (_wrong(rated, {rule: found[rule]}), rule))]
    return found


def hold_from(rated: Sequence[Rated], *, attributes: Collection[str], allowed: float) -> CutOffs:
    """Find cut-offs below which publishing seems to keep the budget, and that hold few comments in vain."""
    cutoffs: dict[str, float] = {}
    left = [each for each in rated if each.by_chance and each.is_removed is not None and passes(each, {})]
    while (missed := sum(bool(each.is_removed) for each in left)) and (
        upper(missed, len(left), confidence=HOPEFUL) > allowed
    ):
        steps = [step for name in attributes for step in _steps(left, name)]
        if not steps:
            break  # no score tells what is left
        _, _, at, attribute = max(steps)
        cutoffs[attribute] = at
        left = [each for each in left if passes(each, cutoffs)]
    return cutoffs


def _lowest(rated: Sequence[Rated], rule: str, allowed: float) -> float | None:
    some = [each for each in rated if rule in each.levels and not each.is_blocked]  # the others tell nothing of it
    good = [at for at in GRID if _wrong(some, {rule: at}) <= allowed]
    return min(good, default=None)


def _wrong(rated: Sequence[Rated], cutoffs: CutOffs) -> float:
    """Return the share of blocks that is wrong at most, by these cut-offs."""
    removed, judged = count(rated, lambda each: blocks(each, cutoffs))
    return upper(judged - removed, judged, confidence=HOPEFUL)


def _steps(left: Iterable[Rated], attribute: str) -> list[tuple[float, int, float, str]]:
    """Return what each cut-off of an attribute would catch: how rightly, how many, from where."""
    caught: Counter[float] = Counter()
    held: Counter[float] = Counter()
    for each in left:
        score = each.scores.get(attribute, 0.0)
        for at in GRID:
            if score < at:
                break
            held[at] += 1
            caught[at] += bool(each.is_removed)
    # Two more that were held in vain are added, so that a single lucky catch does not decide.
    return [(caught[at] / (held[at] + 2), caught[at], at, attribute) for at in GRID if caught[at]]
