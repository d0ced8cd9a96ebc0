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
    """The encoder with token ids as its only input and logits as its answer: texts are run one by one."""

    def __init__(self, model: BertForSequenceClassification) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        """Rate tokens: float32 tensor of shape (n_texts, n_attributes)."""
        answer: torch.Tensor = self.model(input_ids=input_ids).logits
        return answer


def to_onnx(model: BertForSequenceClassification, path: Path) -> None:
    """Write an encoder as an ONNX graph of float32 that takes texts of any one length."""
    length = torch.export.Dim("length", min=2, max=512)
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own internals
        torch.onnx.export(
            _Logits(model.eval().to("cpu").float()),
            (torch.full((1, 16), 7),),
            path,
            input_names=["input_ids"],
            output_names=["logits"],
            dynamic_shapes=({1: length},),
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
