"""Attacks that were written before it was looked at what is caught, in disguises that were not built for.

Run `python -m tests.attacks.unseen` from the repository's root for the figures; `--missed` lists what escapes.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from moderation.domain.verdict import Outcome
from tests.attacks.attacks import applies_to, disguised, plain
from tests.attacks.judging import outcome_of
from tests.attacks.unseen_kinds import UNSEEN

#: The files, by the order in which they were written; each before it was looked at what it gives.
HALVES = ("first", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """An abusive phrase; what an evader would disguise stands in brackets."""

    language: str
    family: str
    text: str


def attacks(half: str) -> list[Attack]:
    """Read the attacks of one half, in the order of the file."""
    lines = (Path(__file__).parent / f"unseen_{half}.txt").read_text(encoding="utf-8").splitlines()
    parts = (line.split(" ", 2) for line in lines if line and not line.startswith("#"))
    return [Attack(language=language, family=family, text=text) for language, family, text in parts]


def is_caught(text: str) -> bool:
    """Whether the default policy stops a text by its rules alone."""
    return outcome_of(text) is not Outcome.ALLOW


def tally(some: Iterable[Attack], *, missed: bool = False) -> dict[str, Counter[str]]:
    """Count by family of disguise what was tried and caught, of those that are caught as they are."""
    found: dict[str, Counter[str]] = {family: Counter() for family in UNSEEN}
    for attack in some:
        if not is_caught(plain(attack.text)):
            continue
        for family, kinds in UNSEEN.items():
            for kind, trick in kinds.items() if applies_to(attack.language, family) else ():
                typed = disguised(attack.text, family, trick)
                if typed is None:
                    continue
                caught = is_caught(typed)
                found[family].update(tried=1, caught=int(caught))
                if missed and not caught:
                    print(f"{kind}: {typed[-160:]!r}")  # noqa: T201
    return found


def main() -> None:
    """Print what is caught of each half: as it is by family of attack, in disguise by family of disguise."""
    for half in HALVES:
        some = attacks(half)
        bare = [attack for attack in some if is_caught(plain(attack.text))]
        print(f"\n{half}: {len(bare)} of {len(some)} phrases are caught as they are\n")  # noqa: T201
        print("| Family | Kinds | Attacks | Caught |\n|---|---|---|---|")  # noqa: T201
        found = tally(some, missed="--missed" in sys.argv)
        for family, count in [*found.items(), ("all", sum(found.values(), Counter[str]()))]:
            kinds = len(UNSEEN[family]) if family in UNSEEN else sum(map(len, UNSEEN.values()))
            share = count["caught"] / count["tried"]
            print(f"| {family} | {kinds} | {count['tried']} | {share:.1%} |")  # noqa: T201


if __name__ == "__main__":
    main()
