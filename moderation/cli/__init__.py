"""The command line: `moderation --help`."""

from typing import Annotated

import typer

from moderation import __version__
from moderation.cli.console import Group
from moderation.cli.late import Late, add

__all__ = ["app"]

app = typer.Typer(
    cls=Group,
    name="moderation",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

#: Every command and every group of them, in the order in which `--help` shows them.
COMMANDS = (
    Late(
        "serve",
        "moderation.cli.serve:serve",
        "Start the service. The first start makes the database and prints the API key, once.",
    ),
    Late(
        "score",
        "moderation.cli.score:score",
        "Judge comments from a file or standard input, and record nothing.",
        needs_file=True,
    ),
    Late(
        "demo",
        "moderation.cli.demo:demo",
        "Fill the database with two weeks of an invented newsroom, and show where to look.",
    ),
    Late(
        "import",
        "moderation.cli.importing:import_",
        "Fill a site's archive with the comments that it has already: authors have a past from the first day.",
        needs_file=True,
    ),
    Late(
        "thread",
        "moderation.cli.thread:thread",
        "Send a page's article and comments through a server, and show the expected verdicts beside the given.",
    ),
    Late(
        "doctor",
        "moderation.cli.doctor:doctor",
        "Look at everything that the service needs: what is set, what works, and what to do about the rest.",
    ),
    Late(
        "bench",
        "moderation.cli.bench:bench",
        "Measure verdicts over HTTP, every one of them on disk, beside a bare FastAPI endpoint.",
    ),
    Late("policy", "moderation.cli.policy:app", "Check, prove and publish policies."),
    Late("report", "moderation.cli.report:app", "See how verdicts compare with what people decide."),
    Late("model", "moderation.cli.model:app", "Train, tune, evaluate, list and choose models."),
    Late("site", "moderation.cli.site:app", "Add, list and disable sites."),
    Late("key", "moderation.cli.key:app", "Create, list, rotate and revoke API keys."),
    Late("user", "moderation.cli.user:app", "Create, list, disable and reset people's accounts."),
    Late("webhook", "moderation.cli.webhook:app", "Say who is told of decisions, signed."),
    Late("db", "moderation.cli.db:app", "Upgrade and back up the database."),
)

add(app, COMMANDS)


def _version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Comment moderation that a publisher runs itself: allow, flag or block, by your own written policy.

    Start with **moderation serve**. Settings come from the environment, as `MODERATION_<NAME>`;
    **moderation doctor** shows them, what works, and what to do about what does not.
    """
