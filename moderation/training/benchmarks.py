"""The sets that models are judged on: nothing is fitted, calibrated or given a threshold on them."""

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """Texts with human labels under their own names, and the attribute that should foretell each label."""

    name: str
    language: str
    texts: list[str]
    #: By the set's own label: float32 array of shape (n_texts,), 1, 0, or NaN where nobody said.
    labels: Mapping[str, NDArray[np.float32]]
    #: Label → attribute whose score is compared with it.
    attribute_by_label: Mapping[str, str]


_JIGSAW: Final = {
    "toxic": "toxicity",
    "severe_toxic": "severe_toxicity",
    "obscene": "obscene",
    "threat": "threat",
    "insult": "insult",
    "identity_hate": "identity_attack",
}
_UCC_FAULTS: Final = (
    "antagonize",
    "condescending",
    "dismissive",
    "generalisation",
    "generalisation_unfair",
    "hostile",
    "sarcastic",
)


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """Read each evaluation set that is there."""
    for name, read in READERS.items():
        if (folder / name.partition(":")[0]).is_dir():
            yield read(folder / name.partition(":")[0])


def jigsaw_test(folder: Path) -> Benchmark:
    """Wikipedia comments at their natural rates, six labels."""
    labels = {row["id"]: row for row in _table(folder / "test_labels.csv")}
    rows = [row for row in _table(folder / "test.csv") if labels[row["id"]]["toxic"] != "-1"]
    return Benchmark(
        name="jigsaw_test",
        language="en",
        texts=[row["comment_text"] for row in rows],
        labels={label: _floats(labels[row["id"]][label] for row in rows) for label in _JIGSAW},
        attribute_by_label=_JIGSAW,
    )


def jigsaw_balanced(folder: Path) -> Benchmark:
    """Every toxic comment of the full test, and as many clean ones."""
    rows = list(_table(folder / "test_balanced_12180.csv"))
    return Benchmark(
        name="jigsaw_balanced",
        language="en",
        texts=[row["comment_text"] for row in rows],
        labels={"toxic": _floats(row["toxic"] for row in rows)},
        attribute_by_label={"toxic": "toxicity"},
    )


def ucc(folder: Path) -> Benchmark:
    """News comments at their natural rates, with subtle faults."""
    rows = list(_table(folder / "val.csv"))
    faults = {fault: _floats(row[fault] for row in rows) for fault in _UCC_FAULTS}
    unhealthy = 1 - _floats(row["healthy"] for row in rows)
    marked = np.maximum.reduce([*faults.values(), unhealthy])
    labels = {
        "hostile": faults["hostile"],
        "antagonize": faults["antagonize"],
        "unhealthy": unhealthy,
        "any": marked,
    }
    return Benchmark(
        name="ucc",
        language="en",
        texts=[row["comment"] for row in rows],
        labels=labels,
        attribute_by_label=dict.fromkeys(labels, "toxicity"),
    )


def civil_comments(folder: Path) -> Benchmark:
    """Comments of news sites, toxic where half of the raters said so."""
    rows = list(_table(folder / "subset.csv"))
    return Benchmark(
        name="civil_comments",
        language="en",
        texts=[row["comment"] for row in rows],
        labels={"toxic": (_floats(row["target"] for row in rows) >= 0.5).astype(np.float32)},
        attribute_by_label={"toxic": "toxicity"},
    )


def madlibs(folder: Path) -> Benchmark:
    """Templates filled with identity terms: what is measured is bias."""
    rows = list(_table(folder / "bias_madlibs_77k.csv"))
    return Benchmark(
        name="madlibs",
        language="en",
        texts=[row["Text"] for row in rows],
        labels={"bad": _floats(row["Label"] == "BAD" for row in rows)},
        attribute_by_label={"bad": "toxicity"},
    )


def youtube_spam(folder: Path) -> Benchmark:
    """Comments under a video that training does not hold."""
    rows = list(_table(folder / "Youtube04-Eminem.csv"))
    return Benchmark(
        name="youtube_spam",
        language="en",
        texts=[row["CONTENT"].strip("\ufeff") for row in rows],
        labels={"spam": _floats(row["CLASS"] for row in rows)},
        attribute_by_label={"spam": "spam"},
    )


def datacamp_spam(folder: Path) -> Benchmark:
    """Comments under tutorials; "spam" holds contentless ones too."""
    rows = [row for row in _table(folder / "final_data_extended_labeledPhase1.csv") if row["label"] in {"0", "1"}]
    return Benchmark(
        name="datacamp_spam",
        language="en",
        texts=[row["comment"] for row in rows],
        labels={"spam": _floats(row["label"] for row in rows)},
        attribute_by_label={"spam": "spam"},
    )


def ru_toxic(folder: Path) -> Benchmark:
    """Russian forums."""
    rows = list(_table(folder / "test.csv"))
    return Benchmark(
        name="ru_toxic",
        language="ru",
        texts=[row["comment"].strip() for row in rows],
        labels={"toxic": _floats(row["toxic"] for row in rows)},
        attribute_by_label={"toxic": "toxicity"},
    )


def tr_offenseval(folder: Path) -> Benchmark:
    """Turkish tweets."""
    gold = dict(line.split(",") for line in _lines(folder / "offenseval-tr-labela-v1.tsv"))
    tweets = [line.split("\t") for line in _lines(folder / "offenseval-tr-testset-v1.tsv")[1:]]
    rows = [cells for cells in tweets if len(cells) == 2 and cells[0] in gold]
    return Benchmark(
        name="tr_offenseval",
        language="tr",
        texts=[text for _, text in rows],
        labels={"offensive": _floats(gold[key] == "OFF" for key, _ in rows)},
        attribute_by_label={"offensive": "toxicity"},
    )


#: Folder (and part of it) → how it is read.
READERS: Final[dict[str, Callable[[Path], Benchmark]]] = {
    "jigsaw:test": jigsaw_test,
    "jigsaw:balanced": jigsaw_balanced,
    "ucc": ucc,
    "civil_comments": civil_comments,
    "youtube_spam": youtube_spam,
    "datacamp_spam": datacamp_spam,
    "ru_toxic": ru_toxic,
    "tr_offenseval": tr_offenseval,
    "madlibs": madlibs,
}


def _floats(values: Iterable[str | bool]) -> NDArray[np.float32]:
    return np.array([np.nan if value == "" else float(value) for value in values], dtype=np.float32)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]


def _table(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.DictReader(file)
