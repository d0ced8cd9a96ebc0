"""From a fine-tuned encoder to an ONNX graph, and from that to one with weights of eight bits."""

import logging
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertForSequenceClassification

#: Weights of a matrix that a graph multiplies with, and the table of embeddings, are what the file is made of.
_QUANTISED = ["MatMul", "Gemm", "Gather"]


class _Logits(torch.nn.Module):
    """The encoder with the two inputs that differ between texts, and logits alone as its answer."""

    def __init__(self, model: BertForSequenceClassification) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Rate tokens: float32 tensor of shape (n_texts, n_attributes)."""
        answer: torch.Tensor = self.model(input_ids=input_ids, attention_mask=attention_mask).logits
        return answer


def to_onnx(model: BertForSequenceClassification, path: Path) -> None:
    """Write an encoder as an ONNX graph of float32 that takes any number and length of texts."""
    example = torch.ones((2, 16), dtype=torch.int64)
    batch, length = torch.export.Dim("batch", min=1), torch.export.Dim("length", min=2, max=512)
    shape = {0: batch, 1: length}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own internals
        torch.onnx.export(
            _Logits(model.eval().to("cpu").float()),
            (example, example),
            path,
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_shapes=(shape, shape),
            dynamo=True,
            external_data=False,
            verbose=False,
        )


def quantise(source: Path, target: Path) -> None:
    """Write a graph anew with its weights in seven of eight bits, a scale for each column.

    The eighth bit is left free because processors without VNNI add two products in 16 bits and would overflow:
    scores must be the same on every machine (ONNX Runtime's documentation, "Quantize ONNX models").
    """
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=_QUANTISED,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
