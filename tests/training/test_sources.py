"""Each published set says what it knows, and no more."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from moderation.training import sources

from .conftest import write_csv


def test_jigsaw_knows_six_labels(data: Path) -> None:
    """It is the only large set with all six."""
    labels = [labels for _, labels in sources.jigsaw(data / "train/jigsaw")]

    assert all(set(sources.CLEAN) <= set(one) for one in labels)
    assert {one["insult"] for one in labels} == {0, 1}


@pytest.fixture
def spans(tmp_path: Path) -> Path:
    """Return a folder in the form of Toxic Spans: one comment of two sentences, three raters."""
    comment = "What a fool he is, really. The bridge is open again."
    write_csv(tmp_path / "comments.csv", ("comment_id", "comment_text"), [("1", comment)])
    raters = [(str(i), "1", "w", "XX", "False", "False") for i in range(3)]
    write_csv(tmp_path / "annotations.csv", ("annotation", "comment_id", "worker", "country", "a", "b"), raters)
    marked = [("0", "Insult", 7, 11), ("1", "Insult", 7, 11), ("2", "", "", "")]
    write_csv(tmp_path / "spans.csv", ("annotation", "type", "start", "end"), marked)
    return tmp_path


def test_sentence_without_a_span_is_clean_news_text(spans: Path) -> None:
    """A source with one class teaches the source, not the fault."""
    sentences = dict(sources.toxic_sentences(spans))

    assert sentences["The bridge is open again."]["toxicity"] == 0
    assert sentences["What a fool he is, really."] == {"toxicity": 1, "insult": 1, "threat": 0, "spam": 0}


def test_comment_that_raters_doubt_is_unknown(tmp_path: Path) -> None:
    """What one rater of three saw is neither an insult nor none."""
    head = "comment_text frac_span frac_not_toxic_flag frac_insult frac_identity_based_attack frac_threat".split()  # noqa: SIM905
    rows = [("Hm.", 0.33, 0.33, 0.33, 0, 0), ("Fool.", 1.0, 0.0, 0.67, 0, 0)]
    write_csv(tmp_path / "derived_comment_labels.csv", head, rows)

    doubted, sure = (labels for _, labels in sources.toxic_spans(tmp_path))

    assert "toxicity" not in doubted
    assert "insult" not in doubted
    assert (sure["toxicity"], sure["insult"], sure["identity_attack"]) == (1, 1, 0)


def test_middling_statement_about_a_group_is_left_out(tmp_path: Path) -> None:
    """Three of five is no label."""
    rows = [("a_x000D_b", 5.0, "hate"), ("c", 3.0, "hate"), ("d", 1.0, "neutral"), ("e", 3.0, "neutral")]
    entries = [{"text": text, "toxicity_score": score, "label": label} for text, score, label in rows]
    (tmp_path / "toxiGen.json").write_text(json.dumps(entries), "utf-8")

    assert [text for text, _ in sources.toxigen(tmp_path)] == ["a b", "d"]


def test_absence_of_hate_is_no_absence_of_insult(tmp_path: Path) -> None:
    """Nobody asked those raters about insults or swearing."""
    write_csv(
        tmp_path / "stormfront.csv", ("file_id", "label", "text"), [("1", "noHate", "a"), ("2", "skip", "b")]
    )

    ((text, labels),) = sources.stormfront(tmp_path)

    assert text == "a"
    assert labels == {"toxicity": 0, "identity_attack": 0}


def test_turkish_tweets_are_read_without_quoting(tmp_path: Path) -> None:
    """A lone quotation mark would swallow every tweet up to the next."""
    lines = ["id\ttweet\tsubtask_a", '1\t"Merhaba\tNOT', "2\tSalak\tOFF", ""]
    (tmp_path / "offenseval-tr-training-v1.tsv").write_text("\n".join(lines), "utf-8")

    assert [labels["toxicity"] for _, labels in sources.tr_offenseval(tmp_path)] == [0, 1]


def test_hatexplain_takes_the_majority_of_raters(tmp_path: Path) -> None:
    """Three raters voted: 0 is hate, 1 normal, 2 offensive."""
    (tmp_path / "train_lfr_no_negation.csv").write_text('label\ttext\nnormal\ta "b\noffensive\tc\n', "utf-8")
    votes = [("d", "{'label': [0, 0, 2]}"), ("e", "{'label': [1, 1, 2]}")]
    write_csv(tmp_path / "val_processed.csv", ("masked_sentence", "annotators"), votes)

    read = {text: labels["toxicity"] for text, labels in sources.hatexplain(tmp_path)}

    assert read == {'a "b': 0, "c": 1, "d": 1, "e": 0}


def _write_fox(folder: Path) -> None:
    lines = [json.dumps({"text": text, "label": label}) for text, label in (("a", 1), ("b", 0))]
    (folder / "comments.jsonl").write_text("\n".join(lines), "utf-8")


def _write_davidson(folder: Path) -> None:
    write_csv(folder / "labeled_data.csv", ("class", "tweet"), [(0, "a"), (1, "c"), (2, "b")])


def _write_hatemoji(folder: Path) -> None:
    for name in ("HatemojiBuild_train.csv", "HatemojiBuild_validation.csv"):
        write_csv(folder / name, ("text", "label_gold"), [("a", 1), ("b", 0)])


def _write_surge(folder: Path) -> None:
    write_csv(folder / "toxicity_en.csv", ("text", "is_toxic"), [("a", "Toxic"), ("b", "Not Toxic")])


def _write_youtube(folder: Path) -> None:
    write_csv(folder / "Youtube01-Psy.csv", ("CONTENT", "CLASS"), [("a\ufeff", 1), ("b", 0)])


def _write_sms(folder: Path) -> None:
    (folder / "SMSSpamCollection").write_text('spam\ta\nham\tb\nham\t"c\n', "utf-8")


def _write_teknofest(folder: Path) -> None:
    lines = ["id|text|is_offensive|target", "1|a|1|INSULT", "2|c|1|SEXIST", "3|b|0|OTHER"]
    (folder / "teknofest_train_final.csv").write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize(
    ("read", "write", "attribute"),
    [
        (sources.fox_news, _write_fox, "toxicity"),
        (sources.davidson, _write_davidson, "toxicity"),
        (sources.hatemoji, _write_hatemoji, "identity_attack"),
        (sources.surge, _write_surge, "toxicity"),
        (sources.youtube_spam, _write_youtube, "spam"),
        (sources.sms_spam, _write_sms, "spam"),
        (sources.tr_teknofest, _write_teknofest, "insult"),
    ],
)
def test_positive_and_negative_rows_keep_their_class(
    tmp_path: Path,
    read: Callable[[Path], Iterator[sources.Labelled]],
    write: Callable[[Path], None],
    attribute: str,
) -> None:
    """A label read upside down would teach the opposite of what people said."""
    write(tmp_path)

    rows = dict(read(tmp_path))

    assert (rows["a"][attribute], rows["b"][attribute]) == (1, 0)
