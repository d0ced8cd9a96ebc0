"""Fine-tunes a small encoder (BERT's architecture) on labelled rows; resumable, on a GPU where there is one."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import Progress
from tokenizers import Tokenizer
from transformers import BertForSequenceClassification

from moderation.training import mixture
from moderation.training.dataset import ATTRIBUTES, Row

#: Longer texts are cut in training; served texts are read in windows of that many tokens.
MAX_TOKENS: Final = 128
_BATCH: Final = 32
_PEAK_RATE: Final = 1e-4
_WARM_UP: Final = 0.06
_DECAY: Final = 0.01
_LONGEST_TEXT: Final = 3000
#: A checkpoint is written as often, and at the end.
CHECKPOINT_SECONDS: Final = 600.0
#: What a label of a rarer attribute weighs beside one of toxicity: they are known for fewer rows.
_LABEL_WEIGHTS: Final = {"toxicity": 1.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """Rows as the encoder reads them.

    Attributes:
        tokens: the token ids of each row, with the marks at both ends.
        targets: float32 array of shape (n_rows, n_attributes); 0 where unknown.
        weights: float32 array of the same shape; 0 where unknown.
    """

    tokens: list[list[int]]
    targets: NDArray[np.float32]
    weights: NDArray[np.float32]


def encode(rows: Sequence[Row], tokenizer: Tokenizer) -> Encoded:
    """Tokenise rows and lay their labels out."""
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.no_padding()
    tokens: list[list[int]] = []
    for start in range(0, len(rows), 2000):
        texts = [row.text[:_LONGEST_TEXT] for row in rows[start : start + 2000]]
        tokens += [encoding.ids for encoding in tokenizer.encode_batch_fast(texts)]
    targets = np.zeros((len(rows), len(ATTRIBUTES)), dtype=np.float32)
    weights = np.zeros_like(targets)
    for place, row in enumerate(rows):
        for column, attribute in enumerate(ATTRIBUTES):
            if attribute in row.labels:
                targets[place, column] = row.labels[attribute]
                weights[place, column] = _LABEL_WEIGHTS.get(attribute, 1.0)
    return Encoded(tokens=tokens, targets=targets, weights=weights)


def fine_tune(
    encoded: Encoded,
    rows: Sequence[Row],
    *,
    base: Path,
    work: Path,
    epochs: int,
    seed: int,
    bar: Progress,
    checkpoint_seconds: float = CHECKPOINT_SECONDS,
) -> BertForSequenceClassification:
    """Train, going on from the last checkpoint under `work` where there is one.

    With the same seed and data a run that was interrupted gives what an uninterrupted one gives, up to rounding.
    """
    torch.manual_seed(seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model: BertForSequenceClassification = BertForSequenceClassification.from_pretrained(
        base, num_labels=len(ATTRIBUTES), problem_type="multi_label_classification"
    )
    torch.nn.Module.to(model, device)
    plan = _plan(encoded, rows, epochs=epochs, seed=seed)
    optimizer = torch.optim.AdamW(_groups(model), lr=_PEAK_RATE, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, len(plan)))
    state = {"model": model, "optimizer": optimizer, "schedule": schedule}
    first = _resume(work, state)
    task = bar.add_task("en: fine-tuning", total=len(plan), completed=first)
    saved = time.monotonic()
    model.train()
    average = 0.0
    for step in range(first, len(plan)):
        torch.manual_seed(seed * 1_000_003 + step)  # so that dropout is the same after a resumption
        loss = _step(model, encoded, plan[step], device)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        average = loss if step == first else 0.99 * average + 0.01 * loss
        bar.update(task, advance=1, description=f"en: fine-tuning, loss {average:.4f}")
        if time.monotonic() - saved > checkpoint_seconds or step == len(plan) - 1:
            _save(work, state, step=step + 1)
            saved = time.monotonic()
    model.eval()
    return model


def _plan(encoded: Encoded, rows: Sequence[Row], *, epochs: int, seed: int) -> list[list[int]]:
    lengths = [len(tokens) for tokens in encoded.tokens]
    plan: list[list[int]] = []
    for epoch in range(epochs):
        chosen = mixture.draw(rows, seed=seed, epoch=epoch)
        plan += mixture.batches(chosen, lengths, size=_BATCH, seed=seed, epoch=epoch)
    return plan


def _groups(model: torch.nn.Module) -> list[dict[str, Any]]:
    """Biases and norms are not decayed (Loshchilov and Hutter 2019; BERT's own recipe)."""
    decayed = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim <= 1]
    return [{"params": decayed, "weight_decay": _DECAY}, {"params": others, "weight_decay": 0.0}]


def _rate(step: int, total: int) -> float:
    warm = max(1, int(total * _WARM_UP))
    return (step + 1) / warm if step < warm else max(0.0, (total - step) / max(1, total - warm))


def _step(
    model: BertForSequenceClassification, encoded: Encoded, batch: Sequence[int], device: torch.device
) -> float:
    ids, mask = padded([encoded.tokens[place] for place in batch])
    targets = torch.from_numpy(encoded.targets[batch]).to(device)
    weights = torch.from_numpy(encoded.weights[batch]).to(device)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        logits = model(
            input_ids=torch.from_numpy(ids).to(device), attention_mask=torch.from_numpy(mask).to(device)
        )
    losses = torch.nn.functional.binary_cross_entropy_with_logits(logits.logits.float(), targets, reduction="none")
    loss = (losses * weights).sum() / weights.sum().clamp(min=1.0)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    return float(loss.detach())


def padded(tokens: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Lay texts side by side: ids and mask, int64 arrays of shape (n_texts, longest)."""
    longest = max(map(len, tokens))
    ids = np.zeros((len(tokens), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    for place, row in enumerate(tokens):
        ids[place, : len(row)] = row
        mask[place, : len(row)] = 1
    return ids, mask


def _save(work: Path, state: dict[str, Any], *, step: int) -> None:
    work.mkdir(parents=True, exist_ok=True)
    draft = work / "checkpoint.draft"
    torch.save({name: part.state_dict() for name, part in state.items()} | {"step": step}, draft)
    draft.replace(work / "checkpoint.pt")
    (work / "progress.json").write_text(json.dumps({"step": step}))


def _resume(work: Path, state: dict[str, Any]) -> int:
    path = work / "checkpoint.pt"
    if not path.is_file():
        return 0
    saved = torch.load(path, weights_only=True)
    for name, part in state.items():
        part.load_state_dict(saved[name])
    return int(saved["step"])
