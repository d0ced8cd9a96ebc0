"""What an import of an archive came to, in numbers and with the first few examples."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from moderation.domain.archive import ArchivedComment, Fate, Unusable
from moderation.domain.verdict import Verdict

#: So many places are named for each reason.
EXAMPLES = 3


@dataclass(slots=True, kw_only=True)
class Skipped:
    """What could not be used for one reason."""

    count: int = 0
    #: The first places, such as `line 17 (comment 42)`.
    places: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Tally:
    """Counts as an archive goes by; however long it is, this stays small."""

    fates: Counter[Fate] = field(default_factory=Counter)
    skipped: dict[str, Skipped] = field(default_factory=dict)
    #: What the site's people did, beside what the policy says: `("published", "flag")`.
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def read(self) -> int:
        """How many comments were found, the unusable among them."""
        return self.fates.total() + sum(each.count for each in self.skipped.values())

    def skip(self, found: Unusable) -> None:
        """Count what cannot be used."""
        skipped = self.skipped.setdefault(found.reason, Skipped())
        skipped.count += 1
        if len(skipped.places) < EXAMPLES:
            named = "" if found.id is None else f" (comment {found.id})"
            skipped.places.append(f"line {found.line}{named}")

    def add(self, archived: ArchivedComment, fate: Fate, verdict: Verdict | None) -> None:
        """Count a comment with what became of it, and with its verdict if it was judged."""
        self.fates[fate] += 1
        if verdict is not None:
            told = archived.outcome.value if archived.outcome else "untold"
            self.verdicts[told, (verdict.would_be or verdict.outcome).value] += 1

    def as_json(self) -> dict[str, Any]:
        """Return everything as JSON values."""
        verdicts: dict[str, dict[str, int]] = {}
        for (told, verdict), count in sorted(self.verdicts.items()):
            verdicts.setdefault(told, {})[verdict] = count
        skipped = [
            {"reason": reason, "count": each.count, "first": each.places} for reason, each in self.skipped.items()
        ]
        fates = {fate.value: self.fates[fate] for fate in Fate}
        return {"read": self.read} | fates | {"skipped": skipped, "verdicts": verdicts}
