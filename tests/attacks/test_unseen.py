"""What was written before it was looked at what is caught stays caught, plain and in disguise."""

import pytest

from tests.attacks.attacks import applies_to, disguised, plain
from tests.attacks.unseen import HALVES, Attack, attacks, is_caught
from tests.attacks.unseen_kinds import COMBINED, UNSEEN

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

#: A sample that changes with the kind, so that every phrase meets every family.
_STEP = 9


def _sample(half: str, family: str) -> list[str]:
    """Attacks of one family in disguise: each kind on every ninth phrase, another one for the next kind."""
    some: list[Attack] = [attack for attack in attacks(half) if is_caught(plain(attack.text))]
    found = (
        disguised(attack.text, family, trick)
        for offset, trick in enumerate(UNSEEN[family].values())
        for attack in some[offset % _STEP :: _STEP]
        if applies_to(attack.language, family)
    )
    return [typed for typed in found if typed is not None]


def test_the_set_is_as_large_as_it_says() -> None:
    """A figure over ten phrases and five tricks says nothing."""
    assert len(attacks("first")) >= 300
    assert sum(map(len, UNSEEN.values())) >= 100
    assert len(COMBINED) >= 10


@pytest.mark.parametrize(("half", "share"), [("first", 0.95), ("second", 0.9)])
def test_nearly_all_are_caught_as_they_are(half: str, share: float) -> None:
    """Most abuse is typed plainly."""
    some = attacks(half)

    assert sum(is_caught(plain(attack.text)) for attack in some) >= len(some) * share


@pytest.mark.parametrize("family", UNSEEN)
def test_no_family_of_disguise_is_a_way_around(family: str) -> None:
    """Also the tricks that nothing was built for; the mean over all of them stands in the documentation."""
    typed = [text for half in HALVES for text in _sample(half, family)]

    assert sum(map(is_caught, typed)) >= len(typed) * 0.75
