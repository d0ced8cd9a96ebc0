"""What a model costs: time to load, time a comment, memory. `python -m moderation.benchmark.models FOLDER`."""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from moderation.ports import Scorer
from moderation.scoring.detoxify import CHECKPOINT, ENCODER, DetoxifyScorer, open_checkpoint
from moderation.scoring.loading import load_folder

#: Stands for the detoxify library with the shape of its `original`, and weights made by chance.
DETOXIFY: Final = "detoxify original, random weights"
_SENTENCE: Final = (
    "I agree with much of what was said at the meeting, and would add a word on the bridge and its cost."
)
_WORDS: Final = 60
_ROUNDS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one model costs on one core."""

    model: str
    load_seconds: float
    #: Median of single comments of sixty words.
    milliseconds: float
    comments_per_second: float
    #: Most that the process held, the interpreter and libraries included.
    memory_mb: float


def cost_of(scorer: Scorer, *, load_seconds: float = 0.0, rounds: int = _ROUNDS) -> Cost:
    """Time a scorer on comments that differ."""
    durations = []
    for number in range(rounds):
        text = " ".join([*f"Number {number}.".split(), *(_SENTENCE.split() * 4)][:_WORDS])
        started = time.perf_counter()
        scorer.score([text], languages=["en"])
        durations.append(time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    return Cost(
        model=scorer.name,
        load_seconds=round(load_seconds, 2),
        milliseconds=round(sorted(durations)[rounds // 2] * 1_000, 3),
        comments_per_second=round(rounds / sum(durations), 1),
        memory_mb=round(memory),
    )


def random_detoxify(vocabulary: Mapping[str, int]) -> DetoxifyScorer:
    """Load the library on BERT's base shape with weights made by chance: its speed does not hang on them."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    torch.set_num_threads(1)
    config = BertConfig(vocab_size=len(vocabulary))
    config.num_labels = 6
    classes = ["toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate"]
    args = {
        "num_classes": len(classes),
        "model_type": "",
        "model_name": "BertForSequenceClassification",
        "tokenizer_name": "BertTokenizer",
    }
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        config.save_pretrained(place / ENCODER)
        ordered = sorted(vocabulary, key=lambda word: vocabulary[word])
        (place / ENCODER / "vocab.txt").write_text("\n".join(ordered) + "\n", encoding="utf-8")
        state: Any = BertForSequenceClassification(config).state_dict()
        checkpoint = {"config": {"arch": {"args": args}, "dataset": {"args": {"classes": classes}}}}
        torch.save(checkpoint | {"state_dict": state}, place / CHECKPOINT)
        library = open_checkpoint(place / CHECKPOINT, place / ENCODER)
    return DetoxifyScorer(name=DETOXIFY, detoxify=library, languages=["en"], thresholds={})


def main(folder: Path) -> None:
    """Load and time one model, or beside it detoxify with its vocabulary; write the figures as JSON."""
    started = time.perf_counter()
    scorer: Scorer
    if folder.name == "tokenizer.json":
        scorer = random_detoxify(json.loads(folder.read_text(encoding="utf-8"))["model"]["vocab"])
    else:
        scorer = load_folder(folder)
    sys.stdout.write(json.dumps(asdict(cost_of(scorer, load_seconds=time.perf_counter() - started))))


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main(Path(sys.argv[1]))
