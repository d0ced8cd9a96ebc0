"""Measure every phrase in every disguise, and print the tables that docs/explanation/how-much-is-caught.md shows.

Run `python -m tests.attacks.measured` from the repository's root; `--missed` lists what escapes.
"""

import sys
from collections import Counter
from collections.abc import Iterable

from moderation.domain.verdict import Outcome
from tests.attacks.attacks import KINDS, Phrase, applies, disguised, each_kind, phrases, plain
from tests.attacks.judging import outcome_of

#: The parts of the phrases, by when they were written.
PARTS = ("seen", "held_back", "outside")


def caught_plain(half: str) -> list[Phrase]:
    """The phrases that are caught as they are: what is not listed cannot be seen through."""
    return [phrase for phrase in phrases(half) if outcome_of(plain(phrase.attack)) is not Outcome.ALLOW]


def tally(some: Iterable[Phrase], *, missed: bool = False) -> dict[str, Counter[str]]:
    """Count by family what was tried and caught, and what became of the twins."""
    found: dict[str, Counter[str]] = {family: Counter() for family in KINDS}
    for family, kind, trick in each_kind():
        for phrase in some:
            attack = disguised(phrase.attack, family, trick) if applies(phrase, family) else None
            if attack is None:
                continue
            caught = outcome_of(attack) is not Outcome.ALLOW
            found[family].update(tried=1, caught=int(caught))
            if missed and not caught:
                print(f"{kind}: {attack!r}")  # noqa: T201
            twin = disguised(phrase.twin, family, trick)
            innocent = (
                twin if twin and twin != attack else plain(phrase.twin)
            )  # "s**t" is neither "shit" nor "salt"
            found[family][f"twin {outcome_of(innocent).value}"] += 1
    return found


def table(found: dict[str, Counter[str]]) -> str:
    """The counts as a table, a family a row."""
    rows = ["| Family | Kinds | Attacks | Caught | Twins flagged | Twins blocked |", "|---|---|---|---|---|---|"]
    whole = sum(found.values(), Counter[str]())
    for name, count in [*found.items(), ("all", whole)]:
        kinds = len(KINDS[name]) if name in KINDS else sum(map(len, KINDS.values()))
        twins = sum(count[f"twin {outcome.value}"] for outcome in Outcome)
        shares = [count["caught"] / count["tried"], count["twin flag"] / twins, count["twin block"] / twins]
        rows.append(f"| {name} | {kinds} | {count['tried']} | " + " | ".join(f"{s:.1%}" for s in shares) + " |")
    return "\n".join(rows)


def main() -> None:
    """Print the table of each part."""
    for half in PARTS:
        some = caught_plain(half)
        print(f"\n{half}: {len(some)} phrases of {len(phrases(half))} are caught as they are\n")  # noqa: T201
        print(table(tally(some, missed="--missed" in sys.argv)))  # noqa: T201


if __name__ == "__main__":
    main()
