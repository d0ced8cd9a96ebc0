"""What a reader sees at once is caught however it is typed; innocent phrases in the same dress are not refused."""

import pytest

from moderation.domain.verdict import Outcome
from tests.attacks.attacks import BUILT_WITH, KINDS, applies, disguised, phrases, plain
from tests.attacks.judging import outcome_of
from tests.attacks.kinds import COMBINED, FAMILIES
from tests.attacks.measured import PARTS, caught_plain

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

#: A sample that changes with the kind, so that every phrase meets every family.
_STEP = 9


def _sample(half: str, family: str) -> list[tuple[str, str]]:
    """Attacks and twins of one family: each kind on every ninth phrase, another one for the next kind."""
    some = caught_plain(half)
    found = []
    for offset, trick in enumerate(KINDS[family].values()):
        for phrase in some[offset % _STEP :: _STEP]:
            attack = disguised(phrase.attack, family, trick) if applies(phrase, family) else None
            if attack is not None:
                twin = disguised(phrase.twin, family, trick)
                found.append((attack, twin if twin and twin != attack else plain(phrase.twin)))
    return found


def test_the_set_is_as_large_as_it_says() -> None:
    """A figure over ten phrases and five tricks says nothing."""
    kinds = [kind for kinds in FAMILIES.values() for kind in kinds]

    assert len(kinds) >= 180
    assert len(COMBINED) >= 20
    assert len(phrases("seen")) >= 60
    assert len(phrases("held_back")) >= 50
    assert len(phrases("outside")) >= 140


@pytest.mark.parametrize(("half", "share"), [("seen", 0.98), ("held_back", 0.9), ("outside", 0.95)])
def test_nearly_all_phrases_are_caught_as_they_are(half: str, share: float) -> None:
    """What is not on a list cannot be seen through a disguise."""
    assert len(caught_plain(half)) >= len(phrases(half)) * share


@pytest.mark.parametrize("half", PARTS)
def test_disguises_are_seen_through(half: str) -> None:
    """Of all families together, nineteen in twenty."""
    attacks = [attack for family in KINDS for attack, _ in _sample(half, family)]

    caught = sum(outcome_of(attack) is not Outcome.ALLOW for attack in attacks)

    assert caught >= len(attacks) * 0.95


@pytest.mark.parametrize("family", [family for family in FAMILIES if family not in BUILT_WITH])
def test_no_family_is_a_way_around(family: str) -> None:
    """A family that escapes becomes a fashion within a day."""
    attacks = [attack for half in PARTS for attack, _ in _sample(half, family)]

    caught = sum(outcome_of(attack) is not Outcome.ALLOW for attack in attacks)

    assert caught >= len(attacks) * (0.75 if family == "transliteration" else 0.85)


def test_innocent_phrases_in_the_same_dress_are_not_refused() -> None:
    """Somebody who writes in small capitals has done nothing; at most a person looks."""
    twins = [outcome_of(twin) for half in PARTS for family in KINDS for _, twin in _sample(half, family)]

    assert twins.count(Outcome.BLOCK) <= len(twins) * 0.01  # some twins are a letter from the attack, and masked
    assert twins.count(Outcome.FLAG) <= len(twins) * 0.04
