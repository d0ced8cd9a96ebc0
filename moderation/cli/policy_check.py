"""`moderation policy lint`, `test`, `schema`: check a policy file, prove it."""

import json
from pathlib import Path
from typing import Annotated

import typer

from moderation.cli.console import FAILED, check_readable, printable, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.swapping import show_fairness
from moderation.clock import SystemClock
from moderation.domain.policy import Policy
from moderation.policyfile.examples import ExampleOutcome, run_examples, run_scenarios
from moderation.policyfile.lint import lint as advice_on
from moderation.policyfile.load import load
from moderation.policyfile.places import example_places
from moderation.policyfile.rehearse import observer
from moderation.policyfile.schema import schema as schema_of
from moderation.policyfile.swap import run_swaps
from moderation.scoring.language import Langid

FileArgument = Annotated[Path, typer.Argument(help="Policy file.", show_default=False)]


def lint(
    file: FileArgument,
    words: Annotated[
        bool,
        typer.Option("--words", help="Also try each word: what innocent it catches, which disguise hides it."),
    ] = False,
    new: Annotated[
        bool, typer.Option("--new", help="Try only the words that the site's live policy lacks.")
    ] = False,
    comments: Annotated[
        int, typer.Option(help="So many of the site's latest comments are tried, and their authors' names.", min=0)
    ] = 0,
    site: SiteOption = "default",
) -> None:
    """Check a policy file: faults with line, caret and way out; then what it may still want.

    The exit status is 2 where it has faults. Advice alone is no failure.
    With --words or --new its words are tried as `moderation policy word` tries one.
    """
    check_readable(file)
    policy = load(file)
    advice = advice_on(file, today=SystemClock().now().date())
    for each in advice:
        typer.echo(f"{each}\n")
    told = "no advice" if not advice else f"{len(advice)} piece{'s' * (len(advice) > 1)} of advice above"
    typer.echo(f"{file}: sound, {policy.ref}, {len(policy.rules)} rule{'s' * (len(policy.rules) != 1)}, {told}.")
    if words or new:
        from moderation.cli.colliding import try_words  # with the database, which the rest does without

        try_words(file, new=new, comments=comments, site=site)


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
    check_readable(file)
    policy = load(file)
    observe, today = observer(policy, languages=Langid()), SystemClock().now().date()
    if swap:
        fairness = run_swaps(policy, observe=observe, today=today)
        show_fairness(fairness, as_json=only_json)
        raise typer.Exit(FAILED if fairness.findings else 0)
    outcomes = run_examples(policy, observe=observe) + run_scenarios(policy, observe=observe, today=today)
    _show_rules(policy, outcomes)
    for each, place in zip(outcomes, example_places(file), strict=True):
        if verbose or not each.passed:
            mark = "pass" if each.passed else "FAIL"
            kind = f"{each.rule}  {each.expectation}" if each.rule else each.expectation
            typer.echo(f"{mark}  {place}: {kind}: {printable(each.text)[:100]}")
            typer.echo(f"      {printable(each.found)}")
    failed = sum(not each.passed for each in outcomes)
    typer.echo(f"{len(outcomes) - failed} of {len(outcomes)} examples pass.")
    if failed:
        raise typer.Exit(FAILED)


def schema() -> None:
    """Print the JSON Schema of policy files, for editors that complete and check."""
    typer.echo(json.dumps(schema_of(), indent=1, ensure_ascii=False))  # as policies/schema.json, byte by byte


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
