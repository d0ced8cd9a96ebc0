"""A statement of reasons with the fields of the DSA Transparency Database, as its schema is since 1 July 2025.

Article 17 of the Digital Services Act asks for it with each restriction. Nothing here names a person or quotes
a comment: facts are made of rules and clauses alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moderation.domain.decision import Source
from moderation.domain.insights.cohort import Course
from moderation.domain.insights.decided import Decided
from moderation.domain.policy import Clause
from moderation.domain.verdict import Outcome

_COUNTRIES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"

#: Where the statement holds: every country of the European Union and the European Economic Area.
TERRITORY = tuple(_COUNTRIES.split())

#: The categories that a statement may have, by their names in the database.
NAMES = (
    "ANIMAL_WELFARE",
    "CONSUMER_INFORMATION",
    "CYBER_VIOLENCE",
    "CYBER_VIOLENCE_AGAINST_WOMEN",
    "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
    "ILLEGAL_OR_HARMFUL_SPEECH",
    "INTELLECTUAL_PROPERTY_INFRINGEMENTS",
    "NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
    "OTHER_VIOLATION_TC",
    "PROTECTION_OF_MINORS",
    "RISK_FOR_PUBLIC_SECURITY",
    "SCAMS_AND_FRAUD",
    "SELF_HARM",
    "UNSAFE_AND_PROHIBITED_PRODUCTS",
    "VIOLENCE",
)

#: Clause → category and keywords, where it names none itself; what is not here is another violation.
CATEGORIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "hate": ("ILLEGAL_OR_HARMFUL_SPEECH", ("HATE_SPEECH",)),
    "threats": ("VIOLENCE", ("INCITEMENT_VIOLENCE_HATRED",)),
    "attacks": ("CYBER_VIOLENCE", ("CYBER_HARASSMENT",)),
    "sexual": ("OTHER_VIOLATION_TC", ("ADULT_SEXUAL_MATERIAL",)),
    "spam": ("SCAMS_AND_FRAUD", ("HIDDEN_ADVERTISEMENT",)),
    "privacy": ("DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", ()),
}

_MASKED = "Published with the words masked that went against the terms."

#: The queue of what readers reported.
_REPORTED = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementOfReasons:
    """One statement; the names of the fields are those of the database."""

    decision_visibility: tuple[str, ...]
    #: What was done where visibility is `OTHER`; `None` otherwise.
    decision_visibility_other: str | None
    decision_ground: str
    incompatible_content_ground: str
    incompatible_content_explanation: str
    decision_facts: str
    content_type: tuple[str, ...]
    category: str
    category_specification: tuple[str, ...]
    territorial_scope: tuple[str, ...]
    #: Two letters of ISO 639-1, upper case; `None` where the language has none.
    content_language: str | None
    content_date: date
    application_date: date
    source_type: str
    automated_detection: str
    automated_decision: str
    puid: str


def statement_of(course: Course, rejection: Decided, clause: Clause) -> StatementOfReasons:
    """Return the statement of reasons for one rejection, or for one publication with words masked."""
    is_by_person, is_reported = rejection.verdict is None, rejection.review_queue == _REPORTED
    category, keywords = CATEGORIES.get(clause.id, ("OTHER_VIOLATION_TC", ()))
    if clause.category not in (None, category):  # the keywords are those of another category
        category, keywords = clause.category or category, ()
    language = rejection.language or course.verdict.language or ""
    return StatementOfReasons(
        decision_visibility=(f"DECISION_VISIBILITY_{'OTHER' if rejection.masked else 'CONTENT_REMOVED'}",),
        decision_visibility_other=_MASKED if rejection.masked else None,
        decision_ground="DECISION_GROUND_INCOMPATIBLE_CONTENT",
        incompatible_content_ground=clause.title[:500],
        incompatible_content_explanation=clause.text[:2_000],
        decision_facts=_facts(course, rejection, clause),
        content_type=("CONTENT_TYPE_TEXT",),
        category=f"STATEMENT_CATEGORY_{category}",
        category_specification=tuple(f"KEYWORD_{keyword}" for keyword in keywords),
        territorial_scope=TERRITORY,
        content_language=language.upper() if len(language) == 2 else None,
        content_date=course.verdict.at.date(),
        application_date=rejection.at.date(),
        source_type="SOURCE_TYPE_OTHER_NOTIFICATION" if is_reported else "SOURCE_VOLUNTARY",
        automated_detection="Yes" if course.rules and not is_reported else "No",
        automated_decision=_automation(course, is_by_person=is_by_person),
        puid=rejection.id,
    )


def rejections(course: Course) -> list[Decided]:
    """Return the decisions on a comment that took it, or words of it, from readers, each where it did."""
    found, stands = [], (Outcome.FLAG, False)
    for decision in (course.verdict, *course.later):
        is_ours = decision.source in (Source.POLICY, Source.REJUDGED, Source.MODERATOR)
        now = decision.outcome, bool(decision.masked)
        if is_ours and now != stands and (decision.outcome is Outcome.BLOCK or decision.masked):
            found.append(decision)
        stands = now
    return found


def _automation(course: Course, *, is_by_person: bool) -> str:
    if not is_by_person:
        return "AUTOMATED_DECISION_FULLY"
    return "AUTOMATED_DECISION_PARTIALLY" if course.rules else "AUTOMATED_DECISION_NOT_AUTOMATED"


def _facts(course: Course, rejection: Decided, clause: Clause) -> str:
    """Say in general words what was found; the comment itself is never quoted."""
    rules: Sequence[str] = course.rules
    found = f"Rules of the site's written policy matched it: {', '.join(rules)}. " if rules else ""
    who = "A person read it and decided." if rejection.verdict is None else "The policy decided, without a person."
    start = "A reader reported it." if rejection.review_queue == _REPORTED else "Nobody reported it."
    return f"A comment under an article went against the clause '{clause.title}'. {start} {found}{who}"
