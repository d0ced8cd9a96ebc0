"""The command line: `moderation --help`."""

from typing import Annotated

import typer

from moderation import __version__
from moderation.cli import (
    bench,
    db,
    demo,
    doctor,
    importing,
    key,
    model,
    policy,
    report,
    score,
    serve,
    site,
    thread,
    user,
    webhook,
)
from moderation.cli.console import Group

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

#: Single commands, in the order in which `--help` shows them.
COMMANDS = (
    serve.serve,  # the service itself
    score.score,  # verdicts without the service
    demo.demo,  # something to look at
    importing.import_,  # the comments that a site has already
    thread.thread,  # a page with its comments, expected beside given
    doctor.doctor,  # what works, what does not, what to do
    bench.bench,  # how fast it is here
)

for command in COMMANDS:
    needs_file = command in (score.score, importing.import_)
    app.command(command.__name__.rstrip("_"), no_args_is_help=needs_file)(command)

#: Groups of commands, by what they are about.
GROUPS = (
    (policy.app, "policy", "Check, prove and publish policies."),
    (report.app, "report", "See how verdicts compare with what people decide."),
    (model.app, "model", "Train, tune, evaluate, list and choose models."),
    (site.app, "site", "Add, list and disable sites."),
    (key.app, "key", "Create, list, rotate and revoke API keys."),
    (user.app, "user", "Create, list, disable and reset people's accounts."),
    (webhook.app, "webhook", "Say who is told of decisions, signed."),
    (db.app, "db", "Upgrade and back up the database."),
)

for group, name, about in GROUPS:
    app.add_typer(group, name=name, help=about, no_args_is_help=True)


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
