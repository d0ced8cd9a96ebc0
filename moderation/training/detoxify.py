"""Puts a detoxify checkpoint into a folder of models: downloaded where that is possible, or from files."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.error import URLError

from moderation.domain.errors import Invalid
from moderation.scoring import artefact
from moderation.scoring.detoxify import CHECKPOINT, ENCODER, FEATURES, open_checkpoint, read_plain
from moderation.training import provenance
from moderation.training.finish import finish

#: The library's own checkpoints, and the languages that each was trained on.
LANGUAGES: Final = {
    "original": ("en",),
    "original-small": ("en",),
    "unbiased": ("en",),
    "unbiased-small": ("en",),
    "multilingual": ("en", "es", "fr", "it", "pt", "ru", "tr"),
}
#: Files of an encoder's folder that are kept: what configures it and its tokeniser, and never code or weights.
_KEPT: Final = frozenset(
    {
        "added_tokens.json",
        "config.json",
        "merges.txt",
        "sentencepiece.bpe.model",
        "special_tokens_map.json",
        "spiece.model",
        "tokenizer.json",
        "tokenizer_config.json",
        "vocab.json",
        "vocab.txt",
    }
)


def import_checkpoint(
    source: str, out: Path, *, encoder: Path | None, languages: tuple[str, ...] = (), version: str = "1.0"
) -> Path:
    """Write `out/detoxify-<name>/<version>`, which is returned; `source` is a file or a name of the library's.

    Raises:
        Invalid: if the file is not there, no encoder is given for it, or nothing can be downloaded.
        ScorerUnavailable: if the checkpoint is not of detoxify's format or does not fit its encoder.
    """
    path = Path(source)
    name = source if source in LANGUAGES else path.stem
    folder = out / f"detoxify-{name}" / version
    if (folder / artefact.MANIFEST).exists():
        raise Invalid(f"{folder} is there already; give another --version")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if source in LANGUAGES:
            _download(source, folder / CHECKPOINT)
        elif path.is_file():
            shutil.copyfile(path, folder / CHECKPOINT)
        else:
            raise Invalid(f"{source}: there is no such file, and detoxify has {', '.join(LANGUAGES)}")
        _keep_encoder(encoder, folder)
        classes = open_checkpoint(folder / CHECKPOINT, folder / ENCODER).class_names
    except BaseException:
        shutil.rmtree(folder)
        raise
    tags = languages or LANGUAGES.get(source, ("en",))
    return finish(
        folder,
        {
            "name": f"detoxify-{name}",
            "version": version,
            "kind": "detoxify",
            "features": FEATURES,
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "attributes": list(classes),
            "languages": {tag: {"attributes": list(classes), "thresholds": {}, "metrics": {}} for tag in tags},
            "training": {"seed": 0, "sources": {}},
            "libraries": provenance.libraries("detoxify", "torch", "transformers"),
        },
    )


def _keep_encoder(encoder: Path | None, folder: Path) -> None:
    target = folder / ENCODER
    target.mkdir()
    if encoder is None:
        _download_encoder(folder / CHECKPOINT, target)
        return
    for path in encoder.iterdir():
        if path.name in _KEPT:
            shutil.copyfile(path, target / path.name)
    if not (target / "config.json").is_file():
        raise Invalid(
            f"{encoder}: holds no config.json; --encoder names a folder with it and the tokeniser's files"
        )


def _download(name: str, target: Path) -> None:
    import torch
    from detoxify.detoxify import MODEL_URLS

    try:
        torch.hub.download_url_to_file(MODEL_URLS[name], str(target))
    except (URLError, OSError) as error:
        raise Invalid(
            f"{MODEL_URLS[name]}: cannot be downloaded ({error}); fetch it elsewhere, and name the file here"
        ) from error


def _download_encoder(checkpoint: Path, target: Path) -> None:
    import transformers

    loaded = read_plain(checkpoint)
    try:
        base = str(loaded["config"]["arch"]["args"]["model_type"])
    except (KeyError, TypeError) as error:
        raise Invalid(f"{checkpoint}: names no encoder; give its folder by --encoder") from error
    try:
        transformers.AutoConfig.from_pretrained(base).save_pretrained(target)
        transformers.AutoTokenizer.from_pretrained(base).save_pretrained(target)
    except (OSError, ValueError) as error:
        raise Invalid(
            f"{base}: its configuration and tokeniser cannot be downloaded; fetch config.json and the tokeniser's "
            "files elsewhere, and name their folder by --encoder"
        ) from error
