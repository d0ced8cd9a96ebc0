"""Errors like a good compiler's, pinned word for word."""

from collections.abc import Callable
from pathlib import Path

import pytest

from moderation.domain.errors import PolicyInvalid
from moderation.policyfile.due import keys_at
from moderation.policyfile.explain import locate
from moderation.policyfile.load import load
from moderation.policyfile.source import parse

HERE = Path(__file__).parent
FAULTY = sorted((HERE / "faulty").glob("*.yaml"))


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_a_faulty_policy_is_explained(path: Path, golden: Callable[[Path, str], None]) -> None:
    """An editor who is told the place, the fault and the way out needs no programmer."""
    with pytest.raises(PolicyInvalid) as refused:
        load(path)

    shown = str(refused.value).replace(f"{path.parent.parent}/", "")
    golden(HERE / "golden" / f"{path.stem}.txt", f"{shown}\n")


def test_every_fault_is_told_at_once() -> None:
    """Mending a file one error a run is no way to spend a morning."""
    with pytest.raises(PolicyInvalid) as refused:
        load(HERE / "faulty" / "all-at-once.yaml")

    assert len(refused.value.faults) == 5


def test_places_are_found_through_shorthand() -> None:
    """A list under `when` means `all`, which stands in no file."""
    root = parse("rules:\n  - when:\n      - {links: x}\n", name="p.yaml")

    assert locate(root, ("rules", 0, "when", "all", 0, "links")).place.line == 2


@pytest.mark.parametrize(
    ("location", "key"),
    [
        ((), "rules"),
        (("rules", 0), "clause"),
        (("rules", 0, "when", "all", 0, "word"), "fold"),
        (("ladder", "steps", 0), "for"),
    ],
)
def test_known_keys_are_those_of_the_place(location: tuple[str | int, ...], key: str) -> None:
    """The nearest name has to come from the right table."""
    assert key in keys_at(location)
