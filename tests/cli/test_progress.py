"""How far long work is, where nobody watches a terminal."""

import pytest

from moderation.cli import progress


def test_work_that_a_log_records_says_now_and_then_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who starts an hour's work from a script wants to know that it goes on, and not read a line a second."""
    monkeypatch.setattr(progress, "EVERY_SECONDS", 3_600.0)
    with progress.progress() as bar:
        bar("reading")(500, 26_000)
        monkeypatch.setattr(progress, "EVERY_SECONDS", 0.0)
        bar("trying")(1_000, 26_000)

    assert capsys.readouterr().err == "trying: 1,000 of 26,000\n"
