"""`moderation policy`: check a policy file, prove it, publish it."""

import typer

from moderation.cli.late import Late, add

app = typer.Typer()

#: In the order in which `--help` shows them.
COMMANDS = (
    Late(
        "lint",
        "moderation.cli.policy_check:lint",
        "Check a policy file: faults with line, caret and way out; then what it may still want.",
    ),
    Late(
        "test",
        "moderation.cli.policy_check:prove",
        "Run the examples of every rule, and the scenarios of the whole policy.",
    ),
    Late(
        "backtest",
        "moderation.cli.backtest:backtest",
        "See what a policy would have done to the comments of the past.",
    ),
    Late(
        "budget",
        "moderation.cli.budget:budget",
        "State how much may go wrong, and see from which scores the service may decide alone.",
    ),
    Late(
        "suggest",
        "moderation.cli.suggest:suggest",
        "Find words that rejected comments have, approved ones lack, and no rule catches.",
    ),
    Late(
        "word",
        "moderation.cli.policy_word:word",
        "Tell which disguises of a word escape, and which innocent words, comments and names it would catch.",
    ),
    Late(
        "pull",
        "moderation.cli.policy_life:pull",
        "Write a version's files to a folder, to edit and to push again.",
    ),
    Late(
        "push",
        "moderation.cli.policy_life:push",
        "Save a folder, or a file, as a draft; refused with the difference where somebody else was first.",
    ),
    Late(
        "carry-over",
        "moderation.cli.policy_life:carry_over_",
        "Make a draft that the live version overtook one of the live version: both changes stand.",
    ),
    Late(
        "publish",
        "moderation.cli.policy_life:publish_",
        "Make a policy live on a site: a version that the site keeps, or a file.",
    ),
    Late(
        "rollback",
        "moderation.cli.policy_life:rollback_",
        "Bring back the version that was live before; once more goes further back.",
    ),
    Late("discard", "moderation.cli.policy_life:discard_", "Give a draft up; it stays on record."),
    Late(
        "diff",
        "moderation.cli.policy_life:diff",
        "Show what one version says otherwise than another: by rule, list and clause, then line by line.",
    ),
    Late(
        "list",
        "moderation.cli.policy_life:list_",
        "List the versions of a site's policy, the newest first: state, who, when, why.",
    ),
    Late(
        "history",
        "moderation.cli.policy_rules:history",
        "Tell who did what to a policy, the latest first: saved, published, went back, stopped, took back.",
    ),
    Late(
        "reverse",
        "moderation.cli.policy_rules:reverse",
        "Take back what a rule did since a moment, or undo it: each comment gets what the other rules conclude.",
    ),
    Late(
        "figures",
        "moderation.cli.policy_figures:figures_",
        "Tell what each rule of the live policy does: matches, precision by rulings, last match, cost.",
    ),
    Late(
        "example",
        "moderation.cli.policy_figures:example",
        "Keep a comment as an example of a rule, in a draft of the policy; nothing goes live.",
    ),
    Late(
        "schema",
        "moderation.cli.policy_check:schema",
        "Print the JSON Schema of policy files, for editors that complete and check.",
    ),
)

add(app, COMMANDS)
