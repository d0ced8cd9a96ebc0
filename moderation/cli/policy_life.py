"""`moderation policy pull`, `push`, `carry-over`, `publish`, `rollback` and others: the life of a policy."""

import getpass
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from moderation.carrying import brought_up, carry_over
from moderation.cli.console import fail, say, settings_of, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import Opened, opened
from moderation.cli.policy_folder import Marker, marker_of, pulled, to_push
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, Invalid, StaleVersion
from moderation.domain.policy_difference import PolicyDifference, difference_of
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.site import PolicyFiles
from moderation.policyfile import files
from moderation.publishing import Draft, Publication, Rollback, discard, publish, rollback, save, version, versions
from moderation.storage.database import Database
from moderation.wiring import load_policy, requirements_of

ByOption = Annotated[
    str | None,
    typer.Option("--by", help="Who does it; kept.", show_default="your login name"),
]
WhyOption = Annotated[str | None, typer.Option("--why", help="Why, in a sentence; kept.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON alone.")]
VersionArgument = Annotated[str, typer.Argument(help="Hash of a kept version.", show_default=False)]

_VERSIONS = TypeAdapter(list[PolicyVersion])
_DIFFERENCE = TypeAdapter(PolicyDifference)


def pull(
    folder: Annotated[Path, typer.Argument(help="Folder to write to.")] = Path("policy"),
    site: SiteOption = "default",
    hash: Annotated[
        str | None, typer.Option("--version", help="Hash of the version.", show_default="the live one")
    ] = None,
    force: Annotated[bool, typer.Option(help="Write over files that were changed there.")] = False,
) -> None:
    """Write a version's files to a folder, to edit and to push again."""
    with opened(settings_of()) as found:
        id = found.site(site)
        chosen, kept = version(Database(found.engine), hash or found.sites.get(id).policy, site=id)
    pulled(folder, chosen, kept, site=site, force=force)
    typer.echo(f"{chosen.name}@{chosen.hash} of '{site}' is in {folder}/. Next: moderation policy push {folder}")


def push(
    source: Annotated[Path, typer.Argument(help="Folder that was pulled, or a policy file.")] = Path("policy"),
    site: Annotated[
        str | None,
        typer.Option("--site", help="Name of the site.", show_default="the one that was pulled, else 'default'"),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(help="Hash of the version that it was made from.", show_default="the one that was pulled"),
    ] = None,
    beside: Annotated[bool, typer.Option(help="Stand beside another draft of the same version.")] = False,
    carry_over: Annotated[
        bool, typer.Option("--carry-over", help="Put it on top of what somebody saved or published meanwhile.")
    ] = False,
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Save a folder, or a file, as a draft; refused with the difference where somebody else was first."""
    marker = marker_of(source)
    main = to_push(source, marker)
    settings = settings_of()
    with opened(settings) as found:
        id = found.site(site or (marker.site if marker else settings.site))
        base = against or (marker.base if marker else None)
        if base is None:
            live = found.sites.get(id).policy
            raise Invalid(f"Say what this was made from: --against {live} is the live one; or pull first.")
        policy, sources = files.read(main)
        kept = PolicyFiles(name=policy.name, files=sources)
        draft = Draft(files=kept, base=base, by=who(by), why=why, is_beside=beside)
        storage = Database(found.engine)
        try:
            draft = brought_up(storage, draft, site=id) if carry_over else draft
            saved = save(storage, draft, site=id, load=load_policy, at=found.now)
        except StaleVersion as error:
            raise _with_ways(error) from None
    if draft.base != base:
        say(f"It stands on {draft.base} now, with what changed there.")
        if source.is_dir():
            pulled(source, saved, draft.files, site=id, force=True)
    elif source.is_dir():
        Marker(site=id, base=saved.hash, main=main.relative_to(source).as_posix()).write(source)
    if saved.published_at is not None:
        say(
            f"This is {saved.hash}, which was live before; 'moderation policy rollback --to {saved.hash}' returns."
        )
        return
    typer.echo(f"{saved.name}@{saved.hash} is a draft of '{id}', made from {draft.base}.")
    typer.echo(f"Next: moderation policy backtest {saved.hash} --site {id}")
    typer.echo(f"Then: moderation policy publish {saved.hash} --site {id} --why '…'")


def _with_ways(error: StaleVersion) -> StaleVersion:
    """Name the commands by which a refused push goes on."""
    if not isinstance(error.difference, PolicyDifference):
        return error
    newer = error.difference.after.partition("@")[2]
    return StaleVersion(
        f"{error.message}\nTo put yours on top of it: push again with --carry-over.\n"
        f"To look at it first: moderation policy pull newer --version {newer}\n"
        "Where that is a draft which may wait, push again with --beside.",
        difference=error.difference,
    )


def publish_(
    hash: Annotated[str, typer.Argument(help="Hash of a kept version, or a policy file.", show_default=False)],
    site: SiteOption = "default",
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Make a policy live on a site: a version that the site keeps, or a file.

    Its examples must pass, and a rule that newly blocks must have been tried by 'moderation policy backtest'.
    A running server uses it within a second.
    """
    settings = settings_of()
    with opened(settings) as found:
        id, storage = found.site(site), Database(found.engine)
        if Path(hash).is_file():
            hash = _saved(found, id, Path(hash), by=who(by), why=why)
        order = Publication(hash=hash, by=who(by), why=why)
        live = publish(storage, order, site=id, requirements=requirements_of(settings), at=found.now)
    typer.echo(f"{live.name}@{live.hash} is live on '{site}'.")
    if live.replaced:
        typer.echo(f"Back to {live.replaced}: moderation policy rollback --site {site}")


def rollback_(
    site: SiteOption = "default",
    to: Annotated[
        str | None, typer.Option(help="Hash of the version wanted.", show_default="the one before")
    ] = None,
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Bring back the version that was live before; once more goes further back."""
    with opened(settings_of()) as found:
        order = Rollback(by=who(by), why=why, to=to)
        back = rollback(Database(found.engine), order, site=found.site(site), load=load_policy, at=found.now)
    typer.echo(f"{back.name}@{back.hash} is live again on '{site}'.")


def discard_(hash: VersionArgument, site: SiteOption = "default", by: ByOption = None) -> None:
    """Give a draft up; it stays on record."""
    with opened(settings_of()) as found:
        discard(Database(found.engine), hash, site=found.site(site), by=who(by), at=found.now)
    typer.echo(f"{hash} is retired.")


def carry_over_(hash: VersionArgument, site: SiteOption = "default", by: ByOption = None) -> None:
    """Make a draft that the live version overtook one of the live version: both changes stand."""
    with opened(settings_of()) as found:
        id, storage = found.site(site), Database(found.engine)
        saved = carry_over(storage, hash, site=id, load=load_policy, by=who(by), at=found.now)
    typer.echo(f"{saved.name}@{saved.hash} is a draft of '{id}', made from {saved.parent}; {hash} is retired.")


def diff(
    before: Annotated[str, typer.Argument(help="Hash or file; compared with the live version where alone.")],
    after: Annotated[
        str | None, typer.Argument(help="Hash or file to compare it with.", show_default=False)
    ] = None,
    site: SiteOption = "default",
    only_json: JsonOption = False,
) -> None:
    """Show what one version says otherwise than another: by rule, list and clause, then line by line."""
    with opened(settings_of()) as found:
        id = found.site(site)
        names = (before, after) if after is not None else (found.sites.get(id).policy, before)
        kept = [_named(found, id, name) for name in names]
    old, new = ((load_policy(each.name, each.files), each) for each in kept)
    difference = difference_of(old, new)
    typer.echo(_DIFFERENCE.dump_json(difference, indent=1).decode() if only_json else str(difference))


def list_(site: SiteOption = "default", only_json: JsonOption = False) -> None:
    """List the versions of a site's policy, the newest first: state, who, when, why."""
    with opened(settings_of()) as found:
        known = versions(Database(found.engine), site=found.site(site))
    if only_json:
        typer.echo(_VERSIONS.dump_json(known, indent=1).decode())
        return
    table = table_of("policy", "state", "made from", "saved at", "by", "why", "live since", "by", "why")
    for each in known:
        saved = f"{each.created_at:%Y-%m-%d %H:%M}"
        published = f"{each.published_at:%Y-%m-%d %H:%M}" if each.published_at else ""
        by = "(file at a start)" if each.is_offered and not each.saved_by else each.saved_by
        told = (each.parent, saved, by, each.saved_why, published, each.published_by, each.published_why)
        table.add_row(f"{each.name}@{each.hash}", each.state.value, *(value or "" for value in told))
    show(table)


def _saved(found: Opened, site: SiteId, file: Path, *, by: str, why: str | None) -> str:
    """Keep a file as a draft of the live version, whichever that is; returns its hash."""
    policy, sources = files.read(file)
    draft = Draft(files=PolicyFiles(name=policy.name, files=sources), base=None, by=by, why=why)
    try:
        return save(Database(found.engine), draft, site=site, load=load_policy, at=found.now).hash
    except Conflict as error:
        fail(error.message)


def _named(found: Opened, site: SiteId, name: str) -> PolicyFiles:
    if Path(name).is_file():
        policy, sources = files.read(Path(name))
        return PolicyFiles(name=policy.name, files=sources)
    return version(Database(found.engine), name, site=site)[1]


def who(by: str | None) -> str:
    """Return the name given, else the login name."""
    return by or getpass.getuser()
