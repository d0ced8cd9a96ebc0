"""The cascade: who is asked, how two answers become one, and what it will not load."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers

from moderation.domain.errors import ScorerUnavailable
from moderation.scoring import artefact, transformer
from moderation.scoring.cascade import FEATURES, Blend, CascadeScorer, load_folder
from moderation.testing.contracts.scorers import ScorerContract
from moderation.testing.scorers import WordScorer

#: The first is sure of an idiot and knows no fool; the second tells a fool from a friend.
_FIRST = {"idiot": {"toxicity": 0.95, "insult": 0.95}, "fool": {"toxicity": 0.4, "insult": 0.5}}
_SECOND = {"old fool": {"toxicity": 0.9, "insult": 0.8}}
_TAGS = ("en", "en-GB", "ru")
_EVEN = Blend(first=0.5, second=0.5, offset=0.0)
_PROBABLE = st.floats(0, 1)
_WEIGHT = st.floats(0, 100)


@pytest.fixture
def first() -> WordScorer:
    """Return the quick model, which also rates Russian."""
    return WordScorer(_FIRST, languages=_TAGS)


@pytest.fixture
def second() -> WordScorer:
    """Return the slow model, which rates English alone."""
    return WordScorer(_SECOND, languages=("en", "en-GB"))


@pytest.fixture
def scorer(first: WordScorer, second: WordScorer) -> CascadeScorer:
    """Return the two as a cascade that blends all but spam."""
    return CascadeScorer(
        name="cascade@1",
        first=first,
        second=second,
        blends={"toxicity": _EVEN, "insult": _EVEN},
        doubtful_from=0.3,
        thresholds={"en": {"insult": 0.6}},
    )


class TestCascade(ScorerContract):
    """It keeps the contract that every scorer keeps."""


@pytest.mark.parametrize(
    ("text", "tag", "is_asked"),
    [
        ("The fees rise again.", "en", False),
        ("You idiot.", "en", True),
        ("You fool.", "en", True),
        ("You fool.", "en-GB", True),
        ("You fool.", "ru", False),
        ("You fool.", "xx", False),
    ],
    ids=["surely civil", "harsh", "doubtful", "region", "language of the first alone", "unknown language"],
)
def test_only_doubtful_texts_reach_the_second_model(
    scorer: CascadeScorer, second: WordScorer, text: str, tag: str, is_asked: bool
) -> None:
    """The second costs thirty times as much: four comments in five must do without."""
    scorer.score([text], languages=[tag])

    assert second.asked == [text] * is_asked


def test_scores_of_doubtful_texts_stay_in_their_places(scorer: CascadeScorer) -> None:
    """The second gets a part of the batch; a slip of one place would put words in another's mouth."""
    texts = ["You fool.", "Good morning.", "You old fool.", "You idiot."]

    rated = [scores["toxicity"] for scores in scorer.score(texts, languages=["en"] * 4)]

    assert rated == pytest.approx([0.3, 0.01, _EVEN.of(0.4, 0.9), _EVEN.of(0.95, 0.01)])


def test_score_falls_no_lower_than_to_where_doubt_begins(scorer: CascadeScorer) -> None:
    """What was looked at twice and found harmless must still rank above what nobody looked at."""
    blended = scorer.blended({"toxicity": 0.4, "insult": 0.2}, {"toxicity": 0.01, "insult": 0.01})

    assert blended == {"toxicity": 0.3, "insult": 0.2}


def test_another_bound_of_doubt_leaves_the_cascade_as_it_is(scorer: CascadeScorer, second: WordScorer) -> None:
    """A report tries several shares on the model that is in use."""
    scorer.with_doubt_from(0.0).score(["Good morning."], languages=["en"])
    scorer.score(["Good day."], languages=["en"])

    assert second.asked == ["Good morning."]


def test_attribute_without_a_blend_keeps_the_first_models_score(scorer: CascadeScorer) -> None:
    """The encoder was never shown spam; its word on it would be chance."""
    blended = scorer.blended({"toxicity": 0.4, "spam": 0.7}, {"toxicity": 0.9, "spam": 0.1})

    assert blended == {"toxicity": _EVEN.of(0.4, 0.9), "spam": 0.7}


def test_second_model_that_fails_is_told(scorer: CascadeScorer, second: WordScorer) -> None:
    """A doubtful comment without an answer is for a person, a sure one is answered still."""
    second.fault = ScorerUnavailable("Down.")

    with pytest.raises(ScorerUnavailable, match="Down"):
        scorer.score(["You fool."], languages=["en"])


@pytest.mark.parametrize(
    ("text", "attribute", "word"),
    [
        ("You old fool.", "insult", "old fool"),
        ("You fool.", "insult", "fool"),
        ("fool, casino", "spam", None),
    ],
    ids=["second decided", "second saw nothing worse", "never blended"],
)
def test_words_are_those_of_the_model_that_scores_higher(
    scorer: CascadeScorer, text: str, attribute: str, word: str | None
) -> None:
    """The one that saw less would point at nothing, and the linear one is exact and costs next to nothing."""
    parts = scorer.explain(text, attribute, language="en")

    assert [text[start:end] for start, end, _ in parts] == [word] * (word is not None)


def test_blend_is_the_regression_that_it_says() -> None:
    """By hand: logits of 0.5 are 0, of 0.8 ln 4; weights 1 and 2 and offset ln 2 make odds of 32."""
    blend = Blend(first=1.0, second=2.0, offset=float(np.log(2)))

    assert blend.of(0.5, 0.5) == pytest.approx(2 / 3)
    assert blend.of(0.5, 0.8) == pytest.approx(32 / 33)


@given(first=_WEIGHT, second=_WEIGHT, offset=st.floats(-10, 10), one=_PROBABLE, other=_PROBABLE, more=_PROBABLE)
def test_blend_is_monotone(
    first: float, second: float, offset: float, one: float, other: float, more: float
) -> None:
    """Whoever writes worse must never be rated better, whichever model notices."""
    blend, higher = Blend(first=first, second=second, offset=offset), max(one, more)

    assert 0 <= blend.of(one, other) <= blend.of(higher, other) <= 1
    assert blend.of(other, one) <= blend.of(other, higher)


def write_encoder(folder: Path) -> Path:
    """Write a graph and a tokeniser: a text's logit is the sum of its tokens' weights."""
    folder.mkdir(parents=True)
    weights = numpy_helper.from_array(np.array([[0.0], [3.0]], dtype=np.float32), "weights")
    nodes = [
        helper.make_node("Gather", ["weights", "input_ids"], ["each"]),
        helper.make_node("ReduceSum", ["each", "axes"], ["logits"], keepdims=0),
    ]
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 1])
    axes = numpy_helper.from_array(np.array([1], dtype=np.int64), "axes")
    graph = helper.make_graph(nodes, "tiny", [ids], [logits], [weights, axes])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    (folder / transformer.ONNX).write_bytes(model.SerializeToString())
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "idiot": 1}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / transformer.TOKENIZER))
    about = {"attributes": ["insult"], "slopes": [1.0], "offsets": [0.0], "window_penalties": [0.0]}
    manifest = {"name": "transformer", "version": "1.0", "kind": "transformer", "languages": {"en": about}}
    artefact.write_manifest(folder, manifest | {"features": transformer.FEATURES})
    return folder


@pytest.fixture
def write_cascade(tmp_path: Path, write_model: Callable[..., Path]) -> Callable[..., Path]:
    """Write a cascade of two tiny models, with what the test changes in its manifest."""
    parts = {"first": write_model(), "second": write_encoder(tmp_path / "transformer/1.0")}

    def write(**changed: Any) -> Path:
        folder = tmp_path / "cascade/1.0"
        folder.mkdir(parents=True)
        about = {
            "blends": {"insult": {"first": 0.5, "second": 0.5, "offset": 0.0}},
            "doubtful_from": 0.5,
            "thresholds": {"insult": 0.6},
        }
        manifest = {
            "name": "cascade",
            "version": "1.0",
            "kind": "cascade",
            "features": FEATURES,
            "parts": {role: artefact.part_of(part) for role, part in parts.items()},
            "languages": {"en": about | changed.pop("about", {})},
        }
        artefact.write_manifest(folder, manifest | changed)
        return folder

    return write


def test_loaded_cascade_joins_the_models_that_it_names(write_cascade: Callable[..., Path]) -> None:
    """What was measured together is what serves."""
    scorer = load_folder(write_cascade())

    (scores,) = scorer.score(["idiot"], languages=["en"])

    (one,), (other,) = (part.score(["idiot"], languages=["en"]) for part in (scorer.first, scorer.second))
    assert scores["insult"] == pytest.approx(_EVEN.of(one["insult"], other["insult"]))
    assert one["insult"] != pytest.approx(other["insult"], abs=0.01)
    assert (scorer.name, scorer.thresholds) == ("cascade@1.0", {"en": {"insult": 0.6}})


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"features": "blend-9"}, "is for cascade on blend-9"),
        ({"parts": {}}, "lacks or mistakes 'first'"),
        ({"languages": {}}, "lacks or mistakes 'en'"),
        ({"about": {"blends": {"insult": {"first": 1.0}}}}, "lacks or mistakes"),
        ({"about": {"blends": []}}, "lacks or mistakes"),
        ({"about": {"doubtful_from": "often"}}, "lacks or mistakes"),
    ],
    ids=["other blend", "no parts", "no English", "half a blend", "list of blends", "strange doubt"],
)
def test_manifest_that_is_no_cascades_is_refused_by_name(
    write_cascade: Callable[..., Path], changed: dict[str, Any], told: str
) -> None:
    """An operator must learn which file to restore, and not read a traceback."""
    folder = write_cascade(**changed)

    with pytest.raises(ScorerUnavailable, match=told) as caught:
        load_folder(folder)
    assert str(folder / artefact.MANIFEST) in str(caught.value)


@pytest.mark.parametrize("part", ["linear/1.0", "transformer/1.0"])
def test_part_that_was_trained_again_is_refused(write_cascade: Callable[..., Path], part: str) -> None:
    """Blends fit the models that they were measured with; on others they are plausible nonsense."""
    folder = write_cascade()
    changed = folder.parents[1] / part
    (changed / "more.bin").write_bytes(b"more")
    artefact.write_manifest(changed, json.loads((changed / artefact.MANIFEST).read_text("utf-8")))

    with pytest.raises(ScorerUnavailable, match="is not the model that"):
        load_folder(folder)


def test_missing_part_is_named(write_cascade: Callable[..., Path]) -> None:
    """A release that was copied without one of its folders must not start half."""
    folder = write_cascade()
    (folder.parents[1] / "transformer/1.0" / artefact.MANIFEST).unlink()

    with pytest.raises(ScorerUnavailable, match=r"transformer/1\.0"):
        load_folder(folder)
