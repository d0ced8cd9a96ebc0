"""A statement of reasons against the schema of the DSA Transparency Database, as it is since 1 July 2025."""

import dataclasses
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from moderation.domain.decision import Decision, Grounds, decide
from moderation.domain.insights.cohort import Course
from moderation.domain.insights.statement import CATEGORIES, NAMES, StatementOfReasons, statement_of
from moderation.domain.policy import Clause
from moderation.domain.verdict import Outcome
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, comment, match, ruled, verdict

CATEGORY = """
    ANIMAL_WELFARE CONSUMER_INFORMATION CYBER_VIOLENCE CYBER_VIOLENCE_AGAINST_WOMEN
    DATA_PROTECTION_AND_PRIVACY_VIOLATIONS ILLEGAL_OR_HARMFUL_SPEECH INTELLECTUAL_PROPERTY_INFRINGEMENTS
    NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS NOT_SPECIFIED_NOTICE OTHER_VIOLATION_TC PROTECTION_OF_MINORS
    RISK_FOR_PUBLIC_SECURITY SCAMS_AND_FRAUD SELF_HARM UNSAFE_AND_PROHIBITED_PRODUCTS VIOLENCE
"""
KEYWORD = """
    HATE_SPEECH DEFAMATION DISCRIMINATION INCITEMENT_VIOLENCE_HATRED CYBER_BULLYING_INTIMIDATION CYBER_HARASSMENT
    CYBER_INCITEMENT CYBER_STALKING STALKING ADULT_SEXUAL_MATERIAL NUDITY PHISHING PYRAMID_SCHEMES
    INAUTHENTIC_ACCOUNTS IMPERSONATION_ACCOUNT_HIJACKING HIDDEN_ADVERTISEMENT MISINFORMATION_DISINFORMATION SUICIDE
    SELF_MUTILATION TERRORIST_CONTENT COORDINATED_HARM LANGUAGE_REQUIREMENTS GOODS_SERVICES_NOT_PERMITTED
"""
COUNTRIES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
#: Names that the schema had before, and that scripts of others still send.
OLD = [
    {"category": "STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR"},
    {"category": "STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT"},
    {"category": "STATEMENT_CATEGORY_SCOPE_OF_PLATFORM_SERVICE"},
    {"category": "STATEMENT_CATEGORY_UNSAFE_AND_ILLEGAL_PRODUCTS"},
    {"category_specification": ("KEYWORD_ONLINE_BULLYING_INTIMIDATION",)},
    {"category_specification": ("KEYWORD_DISINFORMATION",)},
]


def names(prefix: str, words: str) -> set[str]:
    """Return words with what stands before each."""
    return {prefix + word for word in words.split()}


ONE_OF: Mapping[str, set[str]] = {
    "decision_ground": {"DECISION_GROUND_INCOMPATIBLE_CONTENT"},
    "category": names("STATEMENT_CATEGORY_", CATEGORY),
    "source_type": names("SOURCE_", "ARTICLE_16 TRUSTED_FLAGGER TYPE_OTHER_NOTIFICATION VOLUNTARY"),
    "automated_detection": {"Yes", "No"},
    "automated_decision": names("AUTOMATED_DECISION_", "FULLY PARTIALLY NOT_AUTOMATED"),
}
SOME_OF: Mapping[str, set[str]] = {
    "decision_visibility": names("DECISION_VISIBILITY_", "CONTENT_REMOVED CONTENT_DISABLED CONTENT_DEMOTED"),
    "content_type": names("CONTENT_TYPE_", "TEXT IMAGE VIDEO AUDIO"),
    "category_specification": names("KEYWORD_", KEYWORD),
    "territorial_scope": set(COUNTRIES.split()),
}
LONGEST = {"incompatible_content_ground": 500, "incompatible_content_explanation": 2_000, "decision_facts": 5_000}


def faults(statement: Mapping[str, Any]) -> list[str]:
    """Return the fields that the database would refuse."""
    found = [name for name, allowed in ONE_OF.items() if statement[name] not in allowed]
    found += [name for name, allowed in SOME_OF.items() if not set(statement[name]) <= allowed]
    found += [name for name, longest in LONGEST.items() if not 0 < len(statement[name]) <= longest]
    found += [name for name in ("decision_visibility", "content_type", "territorial_scope") if not statement[name]]
    found += [] if re.fullmatch(r"[a-zA-Z0-9_-]{1,500}", statement["puid"]) else ["puid"]
    language = statement["content_language"]
    found += [] if language is None or re.fullmatch("[A-Z]{2}", language) else ["content_language"]
    days = date(2000, 1, 1) <= statement["content_date"] and date(2020, 1, 1) <= statement["application_date"]
    return found + ([] if days else ["dates"])


def made(clause: Clause, *, by_person: bool, language: str = "en") -> StatementOfReasons:
    """Make the statement of a rejection."""
    grounds = Grounds(scores={}, language=language, model=None)
    outcome = Outcome.FLAG if by_person else Outcome.BLOCK
    judged = verdict(outcome, matches=(match(outcome=outcome),))
    first = decide(judged, grounds, site=NORTH, comment_id=comment().id, revision=1, at=START)
    later: list[Decision] = [ruled(Outcome.BLOCK, at=START)] if by_person else []
    return statement_of(Course(verdict=first, later=[*later]), later[0] if later else first, clause)


@pytest.mark.parametrize("by_person", [True, False])
@pytest.mark.parametrize("language", ["en", "hyw", ""])
@pytest.mark.parametrize("clause", [*CATEGORIES, "conduct"])
def test_each_statement_is_what_the_database_takes(clause: str, language: str, by_person: bool) -> None:
    """It refuses a hundred statements for one that is wrong."""
    wordy = Clause(id=clause, title="T" * 600, text="x" * 3_000)
    statement = made(wordy, by_person=by_person, language=language)

    assert faults(dataclasses.asdict(statement)) == []


@pytest.mark.parametrize("old", OLD, ids=lambda old: str(*old.values()))
def test_old_names_are_refused(old: Mapping[str, Any]) -> None:
    """The names changed on 1 July 2025; whoever brings one back must not find out from the Commission."""
    statement = dataclasses.asdict(made(Clause(id="hate", title="Hate", text="No hate."), by_person=False))

    assert faults({**statement, **old}) == list(old)


def test_every_category_that_a_clause_may_name_is_one_of_the_database() -> None:
    """A statement that is refused leaves the site without its record."""
    assert set(NAMES) < set(CATEGORY.split())


@pytest.mark.parametrize(
    ("id", "category", "keywords"),
    [("rude", "CYBER_VIOLENCE", ()), ("hate", "VIOLENCE", ()), ("hate", None, ("KEYWORD_HATE_SPEECH",))],
)
def test_a_clause_may_name_its_category(id: str, category: str | None, keywords: tuple[str, ...]) -> None:
    """What a site calls its clauses says nothing to the database."""
    statement = made(Clause(id=id, title="A", text="B", category=category), by_person=True)

    assert statement.category == f"STATEMENT_CATEGORY_{category or 'ILLEGAL_OR_HARMFUL_SPEECH'}"
    assert statement.category_specification == keywords
