"""The labelled sentences on which the reading of targets is measured, and the measuring."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moderation.domain.comment import Article, Comment, CommentId, Kind, Parent, SiteId
from moderation.domain.target import targets_of
from moderation.domain.text import normalise
from moderation.policyfile.load import load

TARGETS = ("commenter", "named_in_article", "article_author", "group", "self", "person", "nobody")
#: `building` was looked at while the reading was made; `blind` was written before its code was read, and `fresh`
#: after the code was written: of neither did anybody look at the sentences that were read wrong.
HALVES = ("building", "blind", "fresh")
#: The terms that the shipped policy has, as a site's first comment is read with them.
GROUPS = load(Path(__file__).parents[2] / "policies" / "default.yaml").groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How often a target was found rightly, wrongly, and not at all."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is so."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is so that was found."""
        return self.right / (self.right + self.missed)


def targets(text: str, **context: Any) -> dict[str, list[str]]:
    """Read whom a sentence is aimed at, with the words that tell."""
    parent, writer = context.get("parent"), context.get("writer")
    comment = Comment(
        site=SiteId("s"),
        id=CommentId("c"),
        text=text,
        kind=Kind.REPLY if parent else Kind.COMMENT,
        parent=Parent(author=parent) if parent else None,
        article=Article(author=writer) if writer else None,
    )
    people, names = context.get("people", ()), context.get("names", ())
    found = targets_of(comment, normalise(text), people=people, groups=GROUPS, names=names)
    return {target: [text[s.start : s.end] for s in spans] for target, spans in found.items()}


def labelled(half: str) -> Iterator[dict[str, Any]]:
    """Give the sentences of a half, each with its context and its targets."""
    for line in Path(__file__).with_name("targets.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry.pop("half") == half:
            yield entry


def measure(half: str) -> dict[str, Figures]:
    """Count for every target what was found and what is so."""
    read = [(entry["targets"], targets(**entry)) for entry in labelled(half)]
    return {
        target: _figures([(target in found, target in wanted) for wanted, found in read]) for target in TARGETS
    }


def _figures(pairs: Sequence[tuple[bool, bool]]) -> Figures:
    return Figures(
        right=pairs.count((True, True)), wrong=pairs.count((True, False)), missed=pairs.count((False, True))
    )


def table() -> str:
    """Return the figures as the docs show them."""
    rows = ["| Target | " + " | ".join(f"{half}: precision | recall" for half in HALVES) + " |"]
    rows.append("|---|" + "---|" * 2 * len(HALVES))
    figures = {half: measure(half) for half in HALVES}
    for target in TARGETS:
        cells = [f"{figures[half][target].precision:.2f} | {figures[half][target].recall:.2f}" for half in HALVES]
        rows.append(f"| `{target}` | " + " | ".join(cells) + " |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
