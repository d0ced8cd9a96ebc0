"""The shipped policy speaks with its writers in their language."""

import pytest

from moderation.domain.policy import Clause, Policy, Writer

LANGUAGES = ("hy", "ru", "tr")
_NOTHING = Writer(title="", message="")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_is_said_whole_in_every_language(default_policy: Policy, language: str) -> None:
    """A clause of which half is in another language asks readers to keep what they cannot read."""
    said = {name: clause.in_language(language) for name, clause in default_policy.clauses.items()}

    assert [
        name for name, clause in said.items() if _filled(clause) != _filled(default_policy.clauses[name])
    ] == []
    assert [name for name, clause in said.items() if clause.text == default_policy.clauses[name].text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_waits_without_a_clause_is_told_so_in_every_language(default_policy: Policy, language: str) -> None:
    """A site that looks at every comment first says this most."""
    waiting = default_policy.settings.waiting

    assert waiting is not None
    assert waiting.in_language(language).message != waiting.message


def _filled(clause: Clause) -> tuple[bool, ...]:
    said = [clause.writer or _NOTHING, clause.refused or _NOTHING]
    return *(bool(part) for each in said for part in (each.message, each.advice)), bool(clause.guidance)
