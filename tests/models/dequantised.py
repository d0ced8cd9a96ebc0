"""The shipped transformer as a detoxify checkpoint: its weights of eight bits made whole again."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import BertConfig

from moderation.scoring import artefact
from moderation.scoring.transformer import ONNX

#: Names under which detoxify's checkpoints have the attributes.
_CLASSES = {"toxicity": "toxic", "severe_toxicity": "severe_toxic", "identity_attack": "identity_hate"}

_Floats = NDArray[np.float32]


def write_checkpoint(model: Path, target: Path) -> tuple[Path, Path]:
    """Write a checkpoint and the folder of its encoder, which are returned, from a transformer's files."""
    manifest = artefact.read_manifest(model)
    state = {name: torch.from_numpy(array) for name, array in _state(onnx.load(model / ONNX).graph)}
    attributes = manifest["attributes"]
    args = {
        "num_classes": len(attributes),
        "model_type": "bert-base-uncased",
        "model_name": "BertForSequenceClassification",
        "tokenizer_name": "BertTokenizer",
    }
    dataset = {"args": {"classes": [_CLASSES.get(name, name) for name in attributes]}}
    torch.save(
        {"config": {"arch": {"type": "BERT", "args": args}, "dataset": dataset}, "state_dict": state},
        target / "ours.ckpt",
    )
    shape = {name: value for name, value in manifest["encoder"].items() if name not in ("base", "epochs")}
    config = BertConfig(**shape)
    config.num_labels = len(attributes)
    config.save_pretrained(target / "encoder")
    vocabulary = Tokenizer.from_file(str(model / "tokenizer.json")).get_vocab()
    words = "\n".join(sorted(vocabulary, key=lambda word: vocabulary[word]))
    (target / "encoder" / "vocab.txt").write_text(words + "\n", "utf-8")
    return target / "ours.ckpt", target / "encoder"


def _state(graph: Any) -> Iterator[tuple[str, _Floats]]:
    """Yield every weight of the encoder under the name that transformers gives it."""
    arrays = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    for name, array in arrays.items():
        if "_Transposed" in name:
            continue
        if name.startswith("model.") and name.endswith("_quantized"):
            yield _plain(name.removesuffix("_quantized")), _whole(name.removesuffix("_quantized"), arrays)
        elif (
            name.startswith("model.")
            and array.dtype == np.float32
            and not name.endswith(("_scale", "_zero_point"))
        ):
            yield _plain(name), array.copy()
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        name = node.input[1].removesuffix("_quantized")
        whole = np.ascontiguousarray(_whole(name, arrays).T)
        if name.endswith("_Transposed"):
            yield _plain(name.removesuffix("_Transposed")), whole
        else:
            yield _plain(_bias_after(node, graph)).removesuffix("bias") + "weight", whole


def _plain(name: str) -> str:
    return name.removeprefix("model.")


def _whole(name: str, arrays: Mapping[str, NDArray[Any]]) -> _Floats:
    levels = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(levels * arrays[f"{name}_scale"], dtype=np.float32)


def _bias_after(node: Any, graph: Any) -> str:
    """Follow a product to the bias that is added to it: the exporter keeps names of biases alone."""
    output = node.output[0]
    while True:
        following = next(each for each in graph.node if output in each.input)
        biases = [name for name in following.input if name.endswith(".bias")]
        if biases:
            return str(biases[0])
        output = following.output[0]
