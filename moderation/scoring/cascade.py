"""The cascade: the linear model answers where it is sure, and is asked together with the transformer where not."""

import copy
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from moderation.domain.errors import ScorerUnavailable
from moderation.ports import Scores
from moderation.scoring import artefact, linear, transformer
from moderation.scoring.model import Model

#: Identifies how the two answers become one.
FEATURES: Final = "blend-1"
_EDGE: Final = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend:
    """One attribute of both models, stacked (Wolpert 1992): 1 / (1 + exp(-(first * l1 + second * l2 + offset))).

    l1 and l2 are the logits of the two models' scores.

    Both weights are at least zero, so that what either finds worse is never rated better for it.
    """

    first: float
    second: float
    offset: float

    def of(self, one: float, other: float) -> float:
        """Join two scores in [0, 1]."""
        margin = self.first * _logit(one) + self.second * _logit(other) + self.offset
        return 1 / (1 + math.exp(-max(min(margin, 40.0), -40.0)))  # beyond that, floats overflow


class CascadeScorer:
    """Rates texts with a linear model, and what that is not sure of with a transformer; implements `Scorer`."""

    def __init__(
        self,
        *,
        name: str,
        first: Model,
        second: Model,
        blends: Mapping[str, Blend],
        doubtful_from: float,
        thresholds: Mapping[str, Mapping[str, float]],
    ) -> None:
        """Join two models; `thresholds` are recommendations, by language and attribute.

        The second is asked about texts of which some attribute that has a blend scores `doubtful_from` or more.
        """
        self.name = name
        self.first, self.second = first, second
        self.attributes, self.languages = first.attributes, first.languages
        self.blends, self.doubtful_from = dict(blends), doubtful_from
        self.thresholds = {language: dict(by_attribute) for language, by_attribute in thresholds.items()}

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        """Rate texts.

        Raises:
            ScorerUnavailable: if the transformer is needed and fails.
        """
        scores = self.first.score(texts, languages=languages)
        doubtful = [place for place, tag in enumerate(languages) if self._doubts(scores[place], tag)]
        asked = [texts[place] for place in doubtful]
        second = self.second.score(asked, languages=[languages[place] for place in doubtful])
        for place, others in zip(doubtful, second, strict=True):
            scores[place] = self.blended(scores[place], others)
        return scores

    def blended(self, one: Scores, other: Scores) -> Scores:
        """Join what both models said of a text.

        A score may rise as it will, and falls no lower than to where doubt begins: a text that was asked about
        ranks above those that were not, which nobody looked at twice.
        """
        return {name: self._joined(name, score, other) for name, score in one.items()}

    def with_doubt_from(self, score: float) -> "CascadeScorer":
        """Return the same cascade with another bound of doubt."""
        other = copy.copy(self)
        other.doubtful_from = score
        return other

    def is_doubtful(self, scores: Scores) -> bool:
        """Whether the first model is not sure enough to answer alone."""
        return any(scores.get(attribute, 0.0) >= self.doubtful_from for attribute in self.blends)

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Return which words carry the score: those of the model that scores the attribute higher."""
        (one,) = self.first.score([text], languages=[language])
        if attribute in self.blends and self._doubts(one, language):
            (other,) = self.second.score([text], languages=[language])
            if other[attribute] > one[attribute]:
                return self.second.explain(text, attribute, language=language)
        return self.first.explain(text, attribute, language=language)

    def _joined(self, attribute: str, score: float, other: Scores) -> float:
        if attribute not in self.blends:
            return score
        return max(self.blends[attribute].of(score, other[attribute]), min(score, self.doubtful_from))

    def _doubts(self, scores: Scores, tag: str) -> bool:
        return tag.partition("-")[0].lower() in self.second.languages and self.is_doubtful(scores)


def load_folder(folder: Path) -> CascadeScorer:
    """Load a cascade and the two models that it names, which lie in the same folder of models.

    Raises:
        ScorerUnavailable: if a file of the three is missing or altered, or one of the two is not the one
            that the cascade was measured with.
    """
    manifest = artefact.read_manifest(folder)
    artefact.require_kind(folder, manifest, kind="cascade", features=FEATURES)
    try:
        parts = {role: artefact.locate_part(folder, manifest, role) for role in ("first", "second")}
        about = manifest["languages"]["en"]
        blends = {attribute: Blend(**blend) for attribute, blend in about["blends"].items()}
        doubtful_from = float(about["doubtful_from"])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ScorerUnavailable(
            f"{folder / artefact.MANIFEST}: lacks or mistakes {error}; {artefact.REMEDY}"
        ) from error
    return CascadeScorer(
        name=f"{manifest['name']}@{manifest['version']}",
        first=linear.load_folder(parts["first"]),
        second=transformer.load_folder(parts["second"]),
        blends=blends,
        doubtful_from=doubtful_from,
        thresholds={tag: each.get("thresholds", {}) for tag, each in manifest["languages"].items()},
    )


def _logit(score: float) -> float:
    kept = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))
