"""A site's head: it changes one attribute of one language, and comes with the model that it was fitted on."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.errors import ScorerUnavailable
from moderation.scoring import artefact, linear
from moderation.scoring.tuned import FEATURES, LABELS, TunedScorer, load_folder
from moderation.testing.contracts.scorers import ScorerContract
from moderation.testing.scorers import WordScorer

_WORDS = {"idiot": {"toxicity": 0.8, "insult": 0.8}, "casino": {"spam": 0.8}}


def tuned(**changed: Any) -> TunedScorer:
    """Put a head on a scorer of words; by hand: twice the logit of toxicity, and that of insult."""
    head: dict[str, Any] = {"language": "en", "attribute": "toxicity", "offset": 0.0}
    head |= {"weights": {"toxicity": 2.0, "insult": 1.0}} | changed
    return TunedScorer(name="words-north@1", base=WordScorer(_WORDS, languages=("en", "en-GB", "ru")), **head)


@pytest.fixture
def scorer() -> TunedScorer:
    """Return a scorer with a head."""
    return tuned()


class TestTuned(ScorerContract):
    """It keeps the contract that every scorer keeps."""


@pytest.mark.parametrize("tag", ["en", "en-GB"])
def test_head_weighs_its_attribute_anew(scorer: TunedScorer, tag: str) -> None:
    """By hand: 0.8 has odds of 4, and twice and once its logarithm make odds of 64."""
    (scores,) = scorer.score(["You idiot."], languages=[tag])

    assert scores["toxicity"] == pytest.approx(64 / 65)
    assert scores["insult"] == 0.8


def test_other_languages_keep_the_models_score(scorer: TunedScorer) -> None:
    """What English readers wrote teaches nothing about Russian."""
    scores = scorer.score(["You idiot.", "You idiot."], languages=["ru", "xx"])

    assert scores == scorer.base.score(["You idiot.", "You idiot."], languages=["ru", "xx"])


def test_attribute_that_the_model_does_not_rate_is_not_invented() -> None:
    """A score out of an offset alone would look like a model's word."""
    scorer = tuned(attribute="sarcasm", offset=3.0)

    assert scorer.score(["You idiot."], languages=["en"]) == scorer.base.score(["You idiot."], languages=["en"])


def test_weight_of_a_missing_attribute_counts_as_its_lowest_score() -> None:
    """By hand: 0 is kept at a millionth, and half of its logit makes odds of a thousandth."""
    (scores,) = tuned(weights={"sarcasm": 0.5}).score(["You idiot."], languages=["en"])

    assert scores["toxicity"] == pytest.approx(1 / 1001, rel=1e-3)


@given(
    weights=st.dictionaries(st.sampled_from(["toxicity", "insult", "spam"]), st.floats(-1e6, 1e6)),
    offset=st.floats(-1e6, 1e6),
)
def test_score_is_one_whatever_the_head(weights: dict[str, float], offset: float) -> None:
    """An overflow while scoring would take the model away from every comment."""
    (scores,) = tuned(weights=weights, offset=offset).score(["You idiot."], languages=["en"])

    assert 0 <= scores["toxicity"] <= 1


def test_words_and_recommendations_are_those_of_the_model_below(scorer: TunedScorer) -> None:
    """A head weighs scores and knows no words of its own."""
    assert scorer.explain("You idiot.", "insult", language="en") == [(4, 9, 0.8)]
    assert (scorer.attributes, scorer.languages) == (scorer.base.attributes, scorer.base.languages)


@pytest.fixture
def write_head(tmp_path: Path, write_model: Callable[..., Path]) -> Callable[..., Path]:
    """Write a head for the tiny model, with what the test changes in its manifest."""
    base = artefact.part_of(write_model())

    def write(**changed: Any) -> Path:
        folder = tmp_path / "linear-north/1"
        folder.mkdir(parents=True)
        (folder / LABELS).write_text('["00ff"]\n', "utf-8")
        head = {"language": "en", "attribute": "insult", "weights": {"insult": 1.0}, "offset": 1.0}
        manifest: dict[str, Any] = {"name": "linear-north", "version": "1", "kind": "tuned", "features": FEATURES}
        manifest |= {"parts": {"base": base}, "head": head | changed.pop("head", {}), "languages": {}}
        artefact.write_manifest(folder, manifest | changed)
        return folder

    return write


def test_loaded_head_works_on_the_model_that_it_names(write_head: Callable[..., Path]) -> None:
    """By hand: the model's odds of a word that it does not know are exp(-4), and the offset makes them exp(-3)."""
    scorer = load_folder(write_head(), linear.load_folder)

    (scores,) = scorer.score(["\u200b"], languages=["en"])

    assert scores["insult"] == pytest.approx(1 / (1 + math.exp(3)), abs=1e-6)
    assert (scorer.name, scorer.base.name) == ("linear-north@1", "linear@1.0")


def _load(folder: Path) -> TunedScorer:
    return load_folder(folder, linear.load_folder)


def test_missing_labels_are_named(write_head: Callable[..., Path]) -> None:
    """Without them nobody can tell whether a comment taught the model that is measured on it."""
    folder = write_head()
    (folder / LABELS).unlink()

    with pytest.raises(ScorerUnavailable, match=rf"{LABELS}: cannot be read"):
        _load(folder)


def test_altered_labels_are_refused(write_head: Callable[..., Path]) -> None:
    """Somebody may have taken out the very comments that the head was fitted to."""
    folder = write_head()
    (folder / LABELS).write_text("[]\n", "utf-8")

    with pytest.raises(ScorerUnavailable, match="altered or cut short"):
        _load(folder)


def test_base_that_is_another_one_is_refused(
    write_head: Callable[..., Path], write_model: Callable[..., Path], arrays: dict[str, Any]
) -> None:
    """A head that was fitted to one model's scores misreads another's, under the same name too."""
    folder = write_head()
    write_model(arrays={"en.intercepts": arrays["en.intercepts"] + 1})

    with pytest.raises(ScorerUnavailable, match=r"linear/1\.0: is not the model that"):
        _load(folder)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"features": "head-9"}, "is for tuned on head-9"),
        ({"kind": "linear"}, "is for linear on head-1"),
        ({"parts": {}}, "lacks or mistakes 'base'"),
        ({"parts": {"base": None}}, "lacks or mistakes"),
        ({"head": {"weights": [1.0]}}, "lacks or mistakes"),
        ({"head": {"weights": {"insult": "much"}}}, "lacks or mistakes"),
        ({"head": {"offset": None}}, "lacks or mistakes"),
    ],
    ids=["other head", "other kind", "no base", "base unnamed", "list", "no number", "no offset"],
)
def test_altered_manifest_is_refused_by_name(
    write_head: Callable[..., Path], changed: dict[str, Any], told: str
) -> None:
    """An operator must learn which file to restore, and not read a traceback."""
    folder = write_head(**changed)

    with pytest.raises(ScorerUnavailable, match=told) as caught:
        _load(folder)
    assert str(folder / artefact.MANIFEST) in str(caught.value)


def test_manifest_without_a_head_is_refused(write_head: Callable[..., Path]) -> None:
    """A file that was cut by hand, and still is JSON."""
    folder = write_head()
    manifest = json.loads((folder / artefact.MANIFEST).read_text("utf-8"))
    del manifest["head"]
    artefact.write_manifest(folder, manifest)

    with pytest.raises(ScorerUnavailable, match="lacks or mistakes 'head'"):
        _load(folder)
