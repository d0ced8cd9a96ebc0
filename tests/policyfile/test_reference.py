"""The rule language on one page is what the code does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from moderation.policyfile.load import loads
from moderation.policyfile.reference import reference

README = Path(__file__).parents[2] / "policies" / "README.md"
BEGIN, END = "<!-- keys: made from the code -->\n", "<!-- end of keys -->\n"


def test_the_table_of_keys_is_current(golden: Callable[[Path, str], None]) -> None:
    """A reference that lies is worse than none."""
    text = README.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]

    golden(README, f"{before}{BEGIN}\n{reference()}\n{END}{after}")


def test_the_example_on_the_page_loads() -> None:
    """Who copies the example must not get an error."""
    text = README.read_text(encoding="utf-8")
    example = text.split("```yaml\n")[1].split("```")[0]

    assert loads(example, name="readme.yaml").rules


@pytest.mark.parametrize("title", ["### A rule", "### `word`", "### A step of the ladder"])
def test_each_part_has_its_table(title: str) -> None:
    """One looks up a key where it is used."""
    assert title in reference()
