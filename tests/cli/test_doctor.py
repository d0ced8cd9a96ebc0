"""`moderation doctor`: the page that somebody reads when it does not work."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.weights


def line_of(output: str, part: str) -> str:
    """Return the line about a part."""
    return next(line for line in output.splitlines() if line.startswith(f"{part} "))


def test_a_fresh_folder_is_no_failure(run: Run, tmp_path: Path) -> None:
    """Before the first start nothing is broken, and looking makes nothing."""
    result = run("doctor")

    assert result.exit_code == 0, result.stdout
    assert "'moderation serve' makes it" in line_of(result.stdout, "database")
    assert list(tmp_path.iterdir()) == []


def test_what_works_is_listed(prepared: Run) -> None:
    """One look must do."""
    result = prepared("doctor")

    assert result.exit_code == 0, result.stdout
    for part in ("database", "secret", "policy file", "site default", "model"):
        assert " ok " in line_of(result.stdout, part), part


def test_a_secret_that_others_may_read_is_broken(prepared: Run, tmp_path: Path) -> None:
    """With it, hashed names can be guessed back."""
    (tmp_path / "secret").chmod(0o644)

    result = prepared("doctor")

    assert result.exit_code == 1
    assert f"chmod 600 {tmp_path}/secret" in line_of(result.stdout, "secret")


@pytest.mark.parametrize(
    ("setting", "value", "part"),
    [
        ("policy", "/nowhere.yaml", "policy file"),
        ("model", "none/1", "model"),
        ("database_url", "mysql://here/db", "database"),
        ("database_url", "postgresql+psycopg://nobody@127.0.0.1:1/db", "database"),
        ("public_url", "news.example", "address"),
    ],
)
def test_what_is_broken_is_named(setting: str, value: str, part: str, small: str, run: Run) -> None:
    """Each broken part has its line, and the status tells a script."""
    result = run("doctor", **{"policy": small} | {setting: value})

    assert result.exit_code == 1
    assert "BROKEN" in line_of(result.stdout, part)


def test_a_misspelt_setting_is_noticed(small: str, run: Run) -> None:
    """A setting that nobody reads looks set to whoever set it."""
    result = run("doctor", databse_url="sqlite:///x", policy=small)

    assert "did you mean MODERATION_DATABASE_URL?" in line_of(result.stdout, "settings")


def test_passwords_are_not_shown(small: str, run: Run) -> None:
    """The page ends up in tickets and chats."""
    result = run(
        "doctor", database_url="postgresql://me:s3cret@127.0.0.1:1/db", api_key="mod_s3cret", policy=small
    )

    assert "s3cret" not in result.output
