"""Golden scores: a few texts whose scores tell whether a model's files and this code belong together."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from moderation.scoring import artefact
from moderation.scoring.model import Model

#: Language and text.
TEXTS: Final = (
    ("en", "You are an idiot."),
    ("en", "The council voted last night, and parking fees rise again."),
    ("en", "I will find you and kill you."),
    ("en", "Armenians and Azeris both live in this town, and I like my neighbours."),
    ("en", "Subscribe to my channel http://example.com and win a free phone!!!"),
    ("ru", "Ты идиот и дурак."),
    ("ru", "Вчера в городе прошёл дождь."),
    ("tr", "Sen aptal bir herifsin."),
    ("tr", "Dün akşam belediye meclisi toplandı."),
)
#: How far a score may be from the golden one: other processors add in another order,
#: and a sum that falls on the other side of a rounding moves a transformer's score further.
TOLERANCE: Final = 1e-3
_ROUNDED_TOLERANCE: Final = 2e-2


def write(folder: Path, scorer: Model) -> None:
    """Write the scores that `scorer` gives."""
    chosen = [(tag, text) for tag, text in TEXTS if tag in scorer.languages]
    scores = scorer.score([text for _, text in chosen], languages=[tag for tag, _ in chosen])
    golden = [
        {"language": tag, "text": text, "scores": {name: round(score, 5) for name, score in by_attribute.items()}}
        for (tag, text), by_attribute in zip(chosen, scores, strict=True)
    ]
    (folder / artefact.GOLDEN).write_text(json.dumps(golden, indent=1, ensure_ascii=False) + "\n", "utf-8")


def differences(folder: Path, scorer: Model) -> Iterator[str]:
    """Name each text and attribute whose score is no longer the golden one.

    Raises:
        ScorerUnavailable: if the file is missing or altered.
    """
    manifest = artefact.read_manifest(folder)
    content = artefact.read_checked(folder, artefact.GOLDEN, manifest)
    tolerance = TOLERANCE if manifest["kind"] == "linear" else _ROUNDED_TOLERANCE
    for entry in json.loads(content):
        scores = scorer.score([entry["text"]], languages=[entry["language"]])[0]
        for name, golden in entry["scores"].items():
            if abs(scores.get(name, -1.0) - golden) > tolerance:
                yield f"{entry['text']!r}: {name} is {scores.get(name)}, was {golden}"
