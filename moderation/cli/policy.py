"""`moderation policy`: check a policy file, prove it, publish it."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic_core import to_json

from moderation.cli.backtest import backtest
from moderation.cli.console import FAILED, UNUSABLE, fail, printable, say, settings_of, show, table_of
from moderation.cli.opened import Opened, SiteOption, opened
from moderation.cli.swapping import show_fairness
from moderation.clock import SystemClock
from moderation.domain.comment import SiteId
from moderation.domain.policy import Policy
from moderation.policyfile import files
from moderation.policyfile.examples import ExampleOutcome, run_examples, run_scenarios
from moderation.policyfile.lint import lint as advice_on
from moderation.policyfile.rehearse import observer
from moderation.policyfile.schema import schema as schema_of
from moderation.policyfile.swap import run_swaps

app = typer.Typer()

FileArgument = Annotated[Path, typer.Argument(help="Policy file.", show_default=False)]


@app.command()
def lint(file: FileArgument) -> None:
    """Check a policy file: faults with line, caret and way out; then what it may still want.

    The exit status is 2 where it has faults. Advice alone is no failure.
    """
    _check_readable(file)
    policy, _ = files.read(file)
    advice = advice_on(file, today=SystemClock().now().date())
    for each in advice:
        typer.echo(f"{each}\n")
    told = "no advice" if not advice else f"{len(advice)} pieces of advice above"
    typer.echo(f"{file}: sound, {policy.ref}, {len(policy.rules)} rules, {told}.")


@app.command("test")
def prove(
    file: FileArgument,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show every example, not only failures.")
    ] = False,
    swap: Annotated[bool, typer.Option("--swap", help="Exchange the group terms, and show what differs.")] = False,
    only_json: Annotated[bool, typer.Option("--json", help="With --swap: print JSON alone.")] = False,
) -> None:
    """Run the examples of every rule, and the scenarios of the whole policy.

    With --swap, judge them with their group terms exchanged: who is judged otherwise for it is a finding,
    unless the policy says why. The exit status is 1 where an example fails or differs.
    """
    _check_readable(file)
    policy, _ = files.read(file)
    observe = observer(policy)
    if swap:
        fairness = run_swaps(policy, observe=observe)
        show_fairness(fairness, as_json=only_json)
        raise typer.Exit(FAILED if fairness.findings else 0)
    outcomes = run_examples(policy, observe=observe) + run_scenarios(policy, observe=observe)
    _show_rules(policy, outcomes)
    for each in outcomes:
        if verbose or not each.passed:
            mark = "pass" if each.passed else "FAIL"
            typer.echo(f"{mark}  {each.rule or 'scenario'}  {each.expectation}: {printable(each.text)[:100]}")
            typer.echo(f"      {printable(each.found)}")
    failed = sum(not each.passed for each in outcomes)
    typer.echo(f"{len(outcomes) - failed} of {len(outcomes)} examples pass.")
    if failed:
        raise typer.Exit(FAILED)


app.command()(backtest)


@app.command()
def publish(
    version: Annotated[str, typer.Argument(help="Hash of a kept version, or a policy file.", show_default=False)],
    site: SiteOption = "default",
    by: Annotated[str, typer.Option(help="Who publishes; noted in the audit.")] = "command line",
) -> None:
    """Make a policy live on a site: a file, or a version that the site keeps as a draft.

    A running server uses it within a second.
    """
    with opened(settings_of()) as found:
        id = found.site(site)
        hash = _kept(found, id, Path(version)) if Path(version).is_file() else version
        found.sites.publish_policy(id, hash, by=by, at=found.now)
        name, _ = found.sites.policy(id, hash)
    typer.echo(f"{name}@{hash} is live on '{site}'.")


@app.command("list")
def list_(site: SiteOption = "default") -> None:
    """List the versions of a site's policy, the newest first."""
    with opened(settings_of()) as found:
        versions = found.sites.policies(found.site(site))
    table = table_of("policy", "state", "kept at", "live since")
    for each in versions:
        published = f"{each.published_at:%Y-%m-%d %H:%M}" if each.published_at else ""
        table.add_row(f"{each.name}@{each.hash}", each.state, f"{each.created_at:%Y-%m-%d %H:%M}", published)
    show(table)


@app.command()
def schema() -> None:
    """Print the JSON Schema of policy files, for editors that complete and check."""
    typer.echo(to_json(schema_of(), indent=2))


def _check_readable(file: Path) -> None:
    try:
        file.open("rb").close()
    except OSError as error:
        fail(f"{file}: {error.strerror}.", status=UNUSABLE)


def _kept(found: Opened, site: SiteId, file: Path) -> str:
    """Keep a file as a draft of a site; returns its hash."""
    policy, sources = files.read(file)
    if not found.sites.keep_policy(site, hash=policy.hash, name=policy.name, files=sources, at=found.now):
        say(f"'{site}' keeps {policy.ref} already.")
    return policy.hash


def _show_rules(policy: Policy, outcomes: list[ExampleOutcome]) -> None:
    table = table_of("rule", "mode", "examples", "passed")
    for rule in policy.rules:
        own = [each for each in outcomes if each.rule == rule.id]
        table.add_row(rule.id, rule.mode.value, str(len(own)), _share(own))
    scenarios = [each for each in outcomes if not each.rule]
    if scenarios:
        table.add_row("(scenarios)", "", str(len(scenarios)), _share(scenarios))
    show(table)


def _share(outcomes: list[ExampleOutcome]) -> str:
    if not outcomes:
        return "none to run"
    passed = sum(each.passed for each in outcomes)
    return "all" if passed == len(outcomes) else f"{passed} of {len(outcomes)}"
