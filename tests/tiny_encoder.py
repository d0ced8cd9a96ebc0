"""An encoder so small that it is trained in a second, in the files of a real one."""

from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertForSequenceClassification

_MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_WORDS = (
    "idiot",
    "moron",
    "you",
    "the",
    "was",
    "closed",
    "walked",
    "grandmother",
    "saw",
    "on",
    "at",
    "and",
    "i",
    "a",
)
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz.,!?'")


def write_base(folder: Path, *, outputs: int = 7) -> Path:
    """Write configuration, random weights and a tokeniser."""
    words = [*_MARKS, *_WORDS, *_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
    vocabulary = {word: place for place, word in enumerate(dict.fromkeys(words))}
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=512,
    )
    config.num_labels = outputs
    BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")
    return folder


def checkpoint_of(base: Path, *, classes: tuple[str, ...], **changed: Any) -> dict[str, Any]:
    """Return the encoder as detoxify keeps one: configuration and weights, here with what a test changes."""
    model = BertForSequenceClassification.from_pretrained(base)
    args = {
        "num_classes": model.config.num_labels,
        "model_type": "bert-base-uncased",
        "model_name": "BertForSequenceClassification",
        "tokenizer_name": "BertTokenizer",
    }
    return {
        "config": {
            "arch": {"type": "BERT", "args": args | changed.get("args", {})},
            "dataset": {"args": {"classes": list(classes)}},
        },
        "state_dict": changed.get("state_dict", model.state_dict()),
    }
