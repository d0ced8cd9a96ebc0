"""Evaluation sets: read as their authors meant them."""

from pathlib import Path

import numpy as np

from moderation.training.benchmarks import benchmarks

from .conftest import write_csv


def test_sets_that_are_there_are_read(data: Path) -> None:
    """Nobody has all of them."""
    sets = {benchmark.name: benchmark for benchmark in benchmarks(data / "eval")}

    assert set(sets) == {"jigsaw_test", "jigsaw_balanced", "madlibs"}
    assert sets["jigsaw_test"].labels["insult"].sum() == 20


def test_rows_that_were_not_scored_are_left_out(data: Path) -> None:
    """Kaggle marks with -1 what nobody labelled."""
    head = ("id", "toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate")
    unscored = [(f"e{i}", *[-1 if i else 0] * 6) for i in range(40)]
    write_csv(data / "eval/jigsaw/test_labels.csv", head, unscored)

    assert len(next(iter(benchmarks(data / "eval"))).texts) == 1


def test_any_fault_of_news_comments_counts(tmp_path: Path) -> None:
    """A moderator's time was not wasted if annotators marked any fault."""
    faults = (
        "antagonize",
        "condescending",
        "dismissive",
        "generalisation",
        "generalisation_unfair",
        "hostile",
        "sarcastic",
    )
    rows = [("fine", *"0000000", 1), ("sharp", *"0000001", 1), ("foul", *"0000010", 0)]
    write_csv(tmp_path / "ucc/val.csv", ("comment", *faults, "healthy"), rows)

    (ucc,) = benchmarks(tmp_path)

    assert ucc.labels["any"].tolist() == [0, 1, 1]
    assert ucc.labels["unhealthy"].tolist() == [0, 0, 1]
    assert not np.isnan(ucc.labels["hostile"]).any()


def test_each_set_keeps_its_classes(tmp_path: Path) -> None:
    """A label read upside down would praise the worst model."""
    write_csv(tmp_path / "civil_comments/subset.csv", ("comment", "target"), [("a", 0.7), ("b", 0.49)])
    write_csv(tmp_path / "youtube_spam/Youtube04-Eminem.csv", ("CONTENT", "CLASS"), [("a", 1), ("b", 0)])
    comments = [("a", 1), ("b", 0), ("c", "")]
    write_csv(tmp_path / "datacamp_spam/final_data_extended_labeledPhase1.csv", ("comment", "label"), comments)
    write_csv(tmp_path / "ru_toxic/test.csv", ("", "comment", "toxic"), [(1, "a\n", 1.0), (2, "b", 0.0)])

    read = {one.name: (one.texts, next(iter(one.labels.values())).tolist()) for one in benchmarks(tmp_path)}

    assert set(read) == {"civil_comments", "youtube_spam", "datacamp_spam", "ru_toxic"}
    assert all(found == (["a", "b"], [1, 0]) for found in read.values())


def test_turkish_tweets_meet_their_gold_labels(tmp_path: Path) -> None:
    """Tweets and labels lie in two files, in another order."""
    folder = tmp_path / "tr_offenseval"
    folder.mkdir()
    (folder / "offenseval-tr-labela-v1.tsv").write_text("2,OFF\n1,NOT\n", "utf-8")
    (folder / "offenseval-tr-testset-v1.tsv").write_text('id\ttweet\n1\t"iyi\n2\tkötü\n', "utf-8")

    (turkish,) = benchmarks(tmp_path)

    assert turkish.texts == ['"iyi', "kötü"]
    assert turkish.labels["offensive"].tolist() == [0, 1]
