"""`moderation demo`: something to look at within a minute."""

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.weights


def test_it_shows_every_verdict_and_where_to_look_and_may_be_run_again(run: Run) -> None:
    """The next step must be a line to paste; curious people run things twice."""
    result = run("demo")

    assert result.exit_code == 0, result.output
    rows = [line.split(" ", 1)[1] for line in result.stdout.splitlines() if line.startswith("demo-")]
    assert len(rows) >= 12
    assert all(any(f" {verdict} " in row for row in rows) for verdict in ("allow", "flag", "block"))
    assert "/v1/reviews" in result.stdout
    assert "/insights" in result.stdout
    assert "/comment/default/d_" in result.stdout
    assert "mod_" in result.stdout, "the first start's key is needed for it"
    again = run("demo")
    assert again.exit_code == 0, again.output
    assert "nothing was added" in again.stderr
