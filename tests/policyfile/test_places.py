"""Where examples stand in a policy's files."""

from pathlib import Path

import pytest

from moderation.policyfile.examples import run_examples, run_scenarios
from moderation.policyfile.load import load
from moderation.policyfile.places import example_places
from moderation.policyfile.rehearse import observer

PROVED = """    examples:
      miss: [A fine day.]
      hit: [You moron., {text: What an idiot.}]
scenarios:
  - {text: You moron., expect: block}
"""


@pytest.fixture
def proved(sound: str, tmp_path: Path) -> Path:
    """A file whose examples stand on known lines, a miss before the hits."""
    path = tmp_path / "proved.yaml"
    path.write_text(sound + PROVED)
    return path


def test_examples_are_found_in_the_order_in_which_they_run(proved: Path) -> None:
    """An editor goes from the failure to the line."""
    policy = load(proved)
    observe = observer(policy)
    outcomes = run_examples(policy, observe=observe) + run_scenarios(policy, observe=observe)
    lines = proved.read_text().splitlines()

    places = [int(place.rpartition(":")[2]) - 1 for place in example_places(proved)]

    assert [each.text in lines[at] for each, at in zip(outcomes, places, strict=True)] == [True] * 4


def test_examples_of_what_is_extended_are_named_by_its_file(proved: Path) -> None:
    """A site's editor learns that the example is another's."""
    site = proved.with_name("site.yaml")
    site.write_text("version: 1\nextends: proved.yaml\nscenarios: [{text: A fine day., expect: allow}]\n")

    files = [place.rpartition(":")[0].rpartition("/")[2] for place in example_places(site)]

    assert files == ["proved.yaml"] * 4 + ["site.yaml"]
