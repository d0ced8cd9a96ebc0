"""Labelled data: every source read into one scheme, and nothing of it in evaluation too."""

import csv
import hashlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from moderation.domain.errors import Invalid
from moderation.training import sources
from moderation.training.sources import Labelled

#: The attributes in the order in which models hold them.
ATTRIBUTES: Final = (
    "toxicity",
    "severe_toxicity",
    "obscene",
    "threat",
    "insult",
    "identity_attack",
    "spam",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A text and what people said of it; an attribute that is not in `labels` is unknown."""

    text: str
    labels: Mapping[str, int]
    source: str
    language: str
    #: Kept back from fitting, to calibrate and to choose thresholds on.
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A set of labelled texts, where it lies, and how much a row of it counts."""

    name: str
    language: str
    read: Callable[[Path], Iterable[Labelled]]
    weight: float
    licence: str


#: What English, Russian and Turkish models are fitted on; the folder is `train/<name up to a colon>`.
SOURCES: Final = (
    Source(name="jigsaw", language="en", read=sources.jigsaw, weight=1.0, licence="CC0, text CC BY-SA 3.0"),
    Source(name="jigsaw:lowercased", language="en", read=sources.jigsaw_lowercased, weight=0.7, licence="same"),
    Source(name="toxic_spans", language="en", read=sources.toxic_spans, weight=0.35, licence="CC0"),
    Source(name="toxic_spans:sentences", language="en", read=sources.toxic_sentences, weight=0.25, licence="CC0"),
    Source(name="toxic_spans:remainders", language="en", read=sources.toxic_remainders, weight=0.0, licence="CC0"),
    Source(name="fox_news", language="en", read=sources.fox_news, weight=0.5, licence="MIT"),
    Source(name="stormfront", language="en", read=sources.stormfront, weight=0.15, licence="CC BY-SA 3.0 ES"),
    Source(name="toxigen", language="en", read=sources.toxigen, weight=0.15, licence="MIT"),
    Source(name="davidson", language="en", read=sources.davidson, weight=0.07, licence="MIT"),
    Source(name="hatemoji", language="en", read=sources.hatemoji, weight=0.15, licence="CC BY 4.0"),
    Source(name="surge", language="en", read=sources.surge, weight=0.5, licence="MIT"),
    Source(name="hatexplain", language="en", read=sources.hatexplain, weight=0.07, licence="MIT"),
    Source(name="youtube_spam", language="en", read=sources.youtube_spam, weight=1.0, licence="CC BY 4.0"),
    Source(name="sms_spam", language="en", read=sources.sms_spam, weight=0.3, licence="none stated"),
    Source(name="own", language="en", read=sources.own, weight=1.0, licence="yours"),
    Source(name="templates", language="en", read=sources.own_templates, weight=1.0, licence="Apache-2.0"),
    Source(name="ru_toxic", language="ru", read=sources.ru_toxic, weight=1.0, licence="MIT"),
    Source(name="tr_offenseval", language="tr", read=sources.tr_offenseval, weight=1.0, licence="CC BY"),
    Source(name="tr_teknofest", language="tr", read=sources.tr_teknofest, weight=0.2, licence="Apache-2.0"),
)


def load(data: Path, *, languages: Iterable[str]) -> list[Row]:
    """Read every source that is under `data/train`, less what is also under `data/eval`.

    Raises:
        Invalid: if there is no folder `train` in `data`.
    """
    if not (data / "train").is_dir():
        raise Invalid(f"{data}: holds no folder `train`; --data names the folder that holds `train` and `eval`")
    evaluated = Fingerprints(evaluation_texts(data / "eval"))
    wanted = set(languages)
    rows: list[Row] = []
    seen: set[tuple[str, str]] = set()
    for source in SOURCES:
        if source.language in wanted:
            rows.extend(_rows(source, data, seen=seen, evaluated=evaluated))
    return rows


def _rows(source: Source, data: Path, *, seen: set[tuple[str, str]], evaluated: "Fingerprints") -> Iterator[Row]:
    folder = data / "train" / source.name.partition(":")[0]
    if not (folder.is_dir() or source.read is sources.own_templates):
        return
    for text, labels in source.read(folder):
        key = (source.name.partition(":")[0], key_of(text))
        if not key[1] or key in seen or evaluated.holds(text):
            continue
        seen.add(key)
        yield Row(text=text, labels=labels, source=source.name, language=source.language, held=is_held(text))


def is_held(text: str) -> bool:
    """Whether a text is kept back from fitting: one in eight, the same ones each time."""
    return hashlib.blake2b(key_of(text).encode(), digest_size=1).digest()[0] % 8 == 0


def key_of(text: str) -> str:
    """What is left of a text without case, spaces and punctuation: equal for copies."""
    return "".join(_KEPT.findall(text.lower()))


class Fingerprints:
    """Recognises texts of a collection, also when they were cut, joined or punctuated otherwise."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Remember the texts as keys and as hashes of their runs of six words."""
        self._keys: set[str] = set()
        self._runs: set[int] = set()
        for text in texts:
            self._keys.add(key_of(text))
            self._runs.update(_runs_of(text))

    def holds(self, text: str) -> bool:
        """Whether the text is in the collection, or half of its runs of six words are."""
        if key_of(text) in self._keys:
            return True
        runs = _runs_of(text)
        return bool(runs) and sum(run in self._runs for run in runs) * 2 >= len(runs)


def evaluation_texts(folder: Path) -> Iterator[str]:
    """Every text under a folder of CSV and TSV files: each cell that is longer than a label."""
    csv.field_size_limit(sys.maxsize)
    for path in sorted([*folder.rglob("*.csv"), *folder.rglob("*.tsv")]):
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            rows = (
                csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                if path.suffix == ".tsv"
                else csv.reader(file)
            )
            for cells in rows:
                yield from (cell for cell in cells if _is_text(cell))


_KEPT: Final = re.compile(r"[^\s!-/:-@\[-`{-~]+")
_WORDS: Final = re.compile(r"\w+")
_NUMBERS: Final = re.compile(r"[\[\]\d\s,.:-]*")


def _is_text(cell: str) -> bool:
    return " " in cell and _NUMBERS.fullmatch(cell) is None


def _runs_of(text: str) -> list[int]:
    words = _WORDS.findall(text.lower())
    return [hash(run) for run in zip(*(words[i:] for i in range(6)), strict=False)]
