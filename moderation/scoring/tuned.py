"""A model with a site's head: one attribute weighed anew by what the site's people decided."""

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from moderation.domain.errors import ScorerUnavailable
from moderation.ports import Scores
from moderation.scoring import artefact
from moderation.scoring.model import Model

#: Identifies what a head does.
FEATURES: Final = "head-1"
#: Fingerprints of the labels that a head was fitted to, beside the manifest.
LABELS: Final = "labels.json"
_EDGE: Final = 1e-6


class TunedScorer:
    """Rates texts with another model, and one attribute of one language by a site's head; implements `Scorer`."""

    def __init__(
        self, *, name: str, base: Model, language: str, attribute: str, weights: Mapping[str, float], offset: float
    ) -> None:
        """Put a head on a model."""
        self.name, self.base = name, base
        self.attributes, self.languages, self.thresholds = base.attributes, base.languages, base.thresholds
        self._language, self._attribute = language, attribute
        self._weights, self._offset = dict(weights), offset

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts.

        Raises:
            ScorerUnavailable: if the model under the head fails.
        """
        scores = self.base.score(texts, languages=languages)
        return [
            {**each, self._attribute: self._weighed(each)}
            if self._attribute in each and tag.partition("-")[0].lower() == self._language
            else each
            for each, tag in zip(scores, languages, strict=True)
        ]

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Return which words carry the score of the model under the head."""
        return self.base.explain(text, attribute, language=language)

    def _weighed(self, scores: Scores) -> float:
        margin = self._offset + sum(
            weight * _logit(scores.get(attribute, 0.0)) for attribute, weight in self._weights.items()
        )
        return 1 / (1 + math.exp(-max(min(margin, 40.0), -40.0)))


def load_folder(folder: Path, load_base: Callable[[Path], Model]) -> TunedScorer:
    """Load a head, and by `load_base` the model that it was fitted on, which lies in the same folder of models.

    Raises:
        ScorerUnavailable: if a file of either is missing or altered, or the model is not the one of then.
    """
    manifest = artefact.read_manifest(folder)
    artefact.require_kind(folder, manifest, kind="tuned", features=FEATURES)
    artefact.read_checked(folder, LABELS, manifest)
    try:
        base = artefact.locate_part(folder, manifest, "base")
        head: Mapping[str, Any] = manifest["head"]
        weights = {str(name): float(weight) for name, weight in head["weights"].items()}
        language, attribute, offset = str(head["language"]), str(head["attribute"]), float(head["offset"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ScorerUnavailable(
            f"{folder / artefact.MANIFEST}: lacks or mistakes {error}; {artefact.REMEDY}"
        ) from error
    return TunedScorer(
        name=f"{manifest['name']}@{manifest['version']}",
        base=load_base(base),
        language=language,
        attribute=attribute,
        weights=weights,
        offset=offset,
    )


def _logit(score: float) -> float:
    kept = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))
