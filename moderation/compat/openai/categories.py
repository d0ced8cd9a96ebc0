"""OpenAI's thirteen categories, and what of ours answers for each: `from_verdict`."""

from collections.abc import Mapping
from typing import Any, Final

from moderation.domain.decision import Decision
from moderation.domain.verdict import Outcome

#: Category → the attributes that must all be there; none where no model of ours rates it.
RATED: Final[dict[str, tuple[str, ...]]] = {
    "harassment": ("insult",),
    "harassment/threatening": ("insult", "threat"),
    "hate": ("identity_attack",),
    "hate/threatening": ("identity_attack", "threat"),
    "illicit": (),
    "illicit/violent": (),
    "self-harm": (),
    "self-harm/instructions": (),
    "self-harm/intent": (),
    "sexual": ("sexual_explicit",),
    "sexual/minors": (),
    "violence": ("threat",),
    "violence/graphic": (),
}
#: What one asks of a spam filter, beside them; their clients leave alone what they do not know.
EXTRA: Final[dict[str, tuple[str, ...]]] = {"spam": ("spam",)}

#: A calibrated score says from here on that it is more likely than not.
_LIKELY = 0.5


def result_of(decision: Decision) -> dict[str, Any]:
    """Return one result: what the policy says, by category.

    No category is true of a text that the policy lets stand; of one that it does not, the clauses
    that it rests on are true, as `policy/attacks`.
    """
    verdict = decision.verdict
    flagged = decision.outcome is not Outcome.ALLOW
    clauses = sorted({match.clause for match in verdict.matches}) if verdict and flagged else []
    named = {attribute for match in verdict.matches for attribute in match.attributes} if verdict else set()
    scores = {name: _score(parts, decision.scores) for name, parts in (RATED | EXTRA).items()}
    categories = {
        name: flagged and (scores[name] >= _LIKELY or bool(parts and named.issuperset(parts)))
        for name, parts in (RATED | EXTRA).items()
    }
    applied = {
        name: ["text"] if _is_rated(parts, decision.scores) else [] for name, parts in (RATED | EXTRA).items()
    }
    return {
        "flagged": flagged,
        "categories": categories | {f"policy/{clause}": True for clause in clauses},
        "category_scores": scores | {f"policy/{clause}": 1.0 for clause in clauses},
        "category_applied_input_types": applied | {f"policy/{clause}": ["text"] for clause in clauses},
    }


def _is_rated(parts: tuple[str, ...], scores: Mapping[str, float]) -> bool:
    return bool(parts) and all(part in scores for part in parts)


def _score(parts: tuple[str, ...], scores: Mapping[str, float]) -> float:
    return min((scores[part] for part in parts), default=0.0) if _is_rated(parts, scores) else 0.0
