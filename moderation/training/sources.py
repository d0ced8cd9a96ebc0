"""How each published set of labels is read; origins and licences stand in the model card."""

import ast
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from moderation.training import templates

#: A text and its known labels.
Labelled = tuple[str, Mapping[str, int]]

_JIGSAW: Final = {
    "toxic": "toxicity",
    "severe_toxic": "severe_toxicity",
    "obscene": "obscene",
    "threat": "threat",
    "insult": "insult",
    "identity_hate": "identity_attack",
}
#: What an innocent comment is not; whether it swears is another question, and few sets answer it.
CLEAN: Final = {"toxicity": 0, "threat": 0, "insult": 0, "identity_attack": 0}
#: What is known of a text that was only asked whether it is hate.
_NO_HATE: Final = {"toxicity": 0, "identity_attack": 0}
_SPAN_TYPES: Final = {
    "Insult": "insult",
    "Identity based Attack": "identity_attack",
    "Profane/Obscene": "other",
    "Threat": "threat",
    "Other Toxicity": "other",
}
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*[\"'”’)]*")
#: Comments of these sets are no spam; one in so many of the long ones says so, lest they drown those that are.
_NOT_SPAM: Final = 6
_NEWS: Final = {"spam": 0}


def jigsaw(folder: Path) -> Iterator[Labelled]:
    """Wikipedia talk pages, six labels."""
    yield from _jigsaw(folder / "train.csv")


def jigsaw_lowercased(folder: Path) -> Iterator[Labelled]:
    """More of the same, of which only the lower-cased text survives; optional."""
    if (folder / "train_lowercased_extra.csv").is_file():
        yield from _jigsaw(folder / "train_lowercased_extra.csv")


def _jigsaw(path: Path) -> Iterator[Labelled]:
    for number, row in enumerate(_table(path)):
        labels = {name: int(row[label]) for label, name in _JIGSAW.items()}
        yield row["comment_text"], labels if number % _NOT_SPAM else labels | _NEWS


def toxic_spans(folder: Path) -> Iterator[Labelled]:
    """Whole news comments; what fewer than a third or more than two thirds of the raters saw is known."""
    for row in _table(folder / "derived_comment_labels.csv"):
        toxic = float(row["frac_span"])
        shares = {name: float(row[f"frac_{column}"]) for column, name in _SHARES.items()}
        labels = dict(_NEWS)
        if toxic >= 0.66 and float(row["frac_not_toxic_flag"]) < 0.66:
            labels["toxicity"] = 1
        if toxic == 0 and float(row["frac_not_toxic_flag"]) >= 0.66:
            labels["toxicity"] = 0
        labels |= {name: int(share >= 0.5) for name, share in shares.items() if share == 0 or share >= 0.5}
        yield row["comment_text"], labels


_SHARES: Final = {
    "insult": "insult",
    "identity_based_attack": "identity_attack",
}


def toxic_sentences(folder: Path) -> Iterator[Labelled]:
    """The sentences of the same comments: without any rater's span clean, with two raters' span not."""
    raters, spans = _span_annotations(folder)
    for row in _table(folder / "comments.csv"):
        comment = row["comment_id"]
        sentences = list(_SENTENCE.finditer(row["comment_text"]))
        if len(sentences) < 2:
            continue
        for sentence in sentences:
            inside = [s for s in spans[comment] if s[2] < sentence.end() and s[3] > sentence.start()]
            labels = _sentence_labels(inside, raters=raters[comment])
            if labels is not None and len(sentence[0].split()) >= 4:
                yield sentence[0].strip(), labels


def toxic_remainders(folder: Path) -> Iterator[Labelled]:
    """What is left of the same comments without the sentences that any rater marked: clean news text, and long.

    Without them a long news comment would itself be a sign of toxicity: nearly all that are labelled are toxic.
    """
    _, spans = _span_annotations(folder)
    for row in _table(folder / "comments.csv"):
        sentences = list(_SENTENCE.finditer(row["comment_text"]))
        marked = spans[row["comment_id"]]
        kept = [s[0].strip() for s in sentences if not any(m[2] < s.end() and m[3] > s.start() for m in marked)]
        if marked and len(kept) > 1:
            yield " ".join(kept), CLEAN | _NEWS


def _sentence_labels(spans: list[tuple[str, str, int, int]], *, raters: int) -> dict[str, int] | None:
    if not spans:
        return CLEAN | _NEWS
    by_type: dict[str, set[str]] = defaultdict(set)
    for annotation, kind, _, _ in spans:
        by_type[kind].add(annotation)
    if len({span[0] for span in spans}) * 3 < raters * 2:
        return None
    seen = {kind for kind, annotations in by_type.items() if len(annotations) * 2 >= raters and kind != "other"}
    unseen = {"threat"} - set(by_type)
    return {"toxicity": 1} | dict.fromkeys(seen, 1) | dict.fromkeys(unseen, 0) | _NEWS


def _span_annotations(folder: Path) -> tuple[Mapping[str, int], Mapping[str, list[tuple[str, str, int, int]]]]:
    comment_of: dict[str, str] = {}
    raters: dict[str, int] = defaultdict(int)
    for row in _table(folder / "annotations.csv"):
        comment_of[row["annotation"]] = row["comment_id"]
        raters[row["comment_id"]] += 1
    spans: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    for row in _table(folder / "spans.csv"):
        if row["type"] not in _SPAN_TYPES:
            continue
        span = (row["annotation"], _SPAN_TYPES[row["type"]], int(float(row["start"])), int(float(row["end"])))
        spans[comment_of[row["annotation"]]].append(span)
    return raters, spans


def fox_news(folder: Path) -> Iterator[Labelled]:
    """News comments in their threads, hateful or not; what is not hateful may still insult."""
    with (folder / "comments.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["label"]:
                yield row["text"], {"toxicity": 1} | _NEWS
            else:
                yield row["text"], CLEAN | _NEWS


def stormfront(folder: Path) -> Iterator[Labelled]:
    """Sentences of a forum, much of it ordinary political talk."""
    for row in _table(folder / "stormfront.csv"):
        if row["label"] in {"hate", "noHate"}:
            yield row["text"], _hate(row["label"] == "hate")


def toxigen(folder: Path) -> Iterator[Labelled]:
    """Statements about groups, of which the clear ones are read: 4 and more of 5, 2 and less."""
    for row in json.loads((folder / "toxiGen.json").read_text(encoding="utf-8")):
        text = row["text"].replace("_x000D_", " ").strip()
        if row["label"] == "hate" and row["toxicity_score"] >= 4:
            yield text, _hate(True)
        if row["label"] == "neutral" and row["toxicity_score"] <= 2:
            yield text, CLEAN


def davidson(folder: Path) -> Iterator[Labelled]:
    """Tweets: hate, offensive, neither."""
    for row in _table(folder / "labeled_data.csv"):
        kind = row["class"]
        if kind == "2":
            yield row["tweet"], _hate(False)
        if kind == "0":
            yield row["tweet"], _hate(True)
        if kind == "1":
            yield row["tweet"], {"toxicity": 1}


def hatemoji(folder: Path) -> Iterator[Labelled]:
    """Short adversarial sentences, many with emoji."""
    for name in ("HatemojiBuild_train.csv", "HatemojiBuild_validation.csv"):
        for row in _table(folder / name):
            yield row["text"], _hate(row["label_gold"] == "1")


def surge(folder: Path) -> Iterator[Labelled]:
    """Comments of social media."""
    for row in _table(folder / "toxicity_en.csv"):
        is_toxic = row["is_toxic"] == "Toxic"
        yield row["text"], {"toxicity": 1} if is_toxic else CLEAN


def hatexplain(folder: Path) -> Iterator[Labelled]:
    """Short posts, lower-cased: hatespeech, offensive, normal."""
    with (folder / "train_lfr_no_negation.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield from _hatexplain(row["text"], row["label"])
    for row in _table(folder / "val_processed.csv"):
        votes = ast.literal_eval(row["annotators"])["label"]
        yield from _hatexplain(row["masked_sentence"], _HATEXPLAIN[max(set(votes), key=votes.count)])


_HATEXPLAIN: Final = ("hatespeech", "normal", "offensive")


def _hatexplain(text: str, label: str) -> Iterator[Labelled]:
    if label == "normal":
        yield text, {"toxicity": 0, "identity_attack": 0}
    if label == "offensive":
        yield text, {"toxicity": 1}
    if label == "hatespeech":
        yield text, _hate(True)


def youtube_spam(folder: Path) -> Iterator[Labelled]:
    """Comments under videos."""
    for path in sorted(folder.glob("Youtube*.csv")):
        for row in _table(path):
            yield row["CONTENT"].strip("\ufeff"), {"spam": int(row["CLASS"])}


def sms_spam(folder: Path) -> Iterator[Labelled]:
    """Short messages of telephones."""
    for line in (folder / "SMSSpamCollection").read_text(encoding="utf-8").splitlines():
        kind, _, text = line.partition("\t")
        yield text, {"spam": int(kind == "spam")}


def own(folder: Path) -> Iterator[Labelled]:
    """Your own comments: CSV files with `text` and a column for each attribute: 1, 0, or empty if unknown."""
    for path in sorted(folder.glob("*.csv")):
        for row in _table(path):
            yield row["text"], {name: int(row[name]) for name in (*_JIGSAW.values(), "spam") if row.get(name)}


def own_templates(folder: Path) -> Iterator[Labelled]:
    """Sentences of the project's own; nothing is read from `folder`."""
    del folder
    yield from templates.sentences()


def ru_toxic(folder: Path) -> Iterator[Labelled]:
    """Russian forums."""
    for row in _table(folder / "train.csv"):
        yield row["comment"].strip(), {"toxicity": int(float(row["toxic"]))}


def tr_offenseval(folder: Path) -> Iterator[Labelled]:
    """Turkish tweets."""
    lines = (folder / "offenseval-tr-training-v1.tsv").read_text(encoding="utf-8").split("\n")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) == 3:
            is_offensive = cells[2].strip() == "OFF"
            yield cells[1], {"toxicity": 1} if is_offensive else {"toxicity": 0, "insult": 0}


def tr_teknofest(folder: Path) -> Iterator[Labelled]:
    """Short Turkish texts by what they attack."""
    with (folder / "teknofest_train_final.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
            if row["is_offensive"] == "1":
                yield row["text"], {"toxicity": 1, "insult": int(row["target"] == "INSULT")}
            else:
                yield row["text"], {"toxicity": 0, "insult": 0}


def _hate(is_hate: bool) -> dict[str, int]:
    return {"toxicity": 1, "identity_attack": 1} if is_hate else dict(_NO_HATE)


def _table(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.DictReader(file)
