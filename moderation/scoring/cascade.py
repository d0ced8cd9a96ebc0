"""The cascade: the linear model answers where it is sure, and is asked together with the transformer where not."""

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
        return 1 / (1 + math.exp(-(self.first * _logit(one) + self.second * _logit(other) + self.offset)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Where the linear model is not sure: some attribute scores at least `above`, and toxicity below `below`."""

    above: Mapping[str, float]
    below: float

    def about(self, scores: Scores) -> bool:
        """Whether the transformer is to be asked too."""
        if scores.get("toxicity", 0.0) >= self.below:
            return False
        return any(scores.get(attribute, 0.0) >= least for attribute, least in self.above.items())


class CascadeScorer:
    """Rates texts with a linear model, and what that is not sure of with a transformer; implements `Scorer`."""

    def __init__(
        self,
        *,
        name: str,
        first: Model,
        second: Model,
        blends: Mapping[str, Blend],
        doubt: Doubt,
        thresholds: Mapping[str, Mapping[str, float]],
    ) -> None:
        """Join two models; `thresholds` are recommendations, by language and attribute."""
        self.name = name
        self.first, self.second = first, second
        self.attributes, self.languages = first.attributes, first.languages
        self.blends, self.doubt = dict(blends), doubt
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
        """Join what both models said of a text."""
        return {
            attribute: self.blends[attribute].of(score, other[attribute]) if attribute in self.blends else score
            for attribute, score in one.items()
        }

    def explain(self, text: str, attribute: str, *, language: str) -> list[tuple[int, int, float]]:
        """Return which words carry the score: those of the model that decided."""
        (scores,) = self.first.score([text], languages=[language])
        decisive = self.second if self._doubts(scores, language) and attribute in self.blends else self.first
        return decisive.explain(text, attribute, language=language)

    def _doubts(self, scores: Scores, tag: str) -> bool:
        return tag.partition("-")[0].lower() in self.second.languages and self.doubt.about(scores)


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
        doubt = Doubt(**about["doubt"])
    except (KeyError, TypeError) as error:
        raise ScorerUnavailable(
            f"{folder / artefact.MANIFEST}: lacks or mistakes {error}; {artefact.REMEDY}"
        ) from error
    return CascadeScorer(
        name=f"{manifest['name']}@{manifest['version']}",
        first=linear.load_folder(parts["first"]),
        second=transformer.load_folder(parts["second"]),
        blends=blends,
        doubt=doubt,
        thresholds={tag: each.get("thresholds", {}) for tag, each in manifest["languages"].items()},
    )


def _logit(score: float) -> float:
    kept = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))
