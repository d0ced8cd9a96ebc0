"""Perspective's attribute names, and which of our attributes answers for each."""

from typing import Final

#: Name → our attribute. The experimental names are other versions of the same question.
RATED: Final[dict[str, str]] = {
    "TOXICITY": "toxicity",
    "SEVERE_TOXICITY": "severe_toxicity",
    "IDENTITY_ATTACK": "identity_attack",
    "INSULT": "insult",
    "PROFANITY": "obscene",
    "THREAT": "threat",
    "TOXICITY_EXPERIMENTAL": "toxicity",
    "SEVERE_TOXICITY_EXPERIMENTAL": "severe_toxicity",
    "IDENTITY_ATTACK_EXPERIMENTAL": "identity_attack",
    "INSULT_EXPERIMENTAL": "insult",
    "PROFANITY_EXPERIMENTAL": "obscene",
    "THREAT_EXPERIMENTAL": "threat",
    "TOXICITY_FAST": "toxicity",
    "OBSCENE": "obscene",
    "SPAM": "spam",
    "SEXUALLY_EXPLICIT": "sexual_explicit",
}

_UNRATED_NAMES: Final = """
    FLIRTATION AFFINITY_EXPERIMENTAL COMPASSION_EXPERIMENTAL CONSTRUCTIVE_EXPERIMENTAL CURIOSITY_EXPERIMENTAL
    NUANCE_EXPERIMENTAL PERSONAL_STORY_EXPERIMENTAL REASONING_EXPERIMENTAL RESPECT_EXPERIMENTAL
    ALIENATION_EXPERIMENTAL FEARMONGERING_EXPERIMENTAL GENERALIZATION_EXPERIMENTAL MORAL_OUTRAGE_EXPERIMENTAL
    POWER_APPEAL_EXPERIMENTAL SCAPEGOATING_EXPERIMENTAL
    ATTACK_ON_AUTHOR ATTACK_ON_COMMENTER INCOHERENT INFLAMMATORY LIKELY_TO_REJECT UNSUBSTANTIAL OFF_TOPIC
"""
#: Names that Perspective knows and no model of ours rates: unsupported, whatever the language.
UNRATED: Final = frozenset(_UNRATED_NAMES.split())


def is_known(name: str) -> bool:
    """Whether Perspective has an attribute of this name."""
    return name in RATED or name in UNRATED
