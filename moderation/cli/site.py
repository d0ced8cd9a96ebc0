"""`moderation site`: the sites that this service moderates for."""

import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from moderation.cli.console import settings_of, show, table_of
from moderation.cli.opened import opened
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, Invalid
from moderation.domain.policy import PolicyMode
from moderation.domain.site import Reviews, Site
from moderation.effect import Switch, draft_of
from moderation.policyfile import files
from moderation.policyfile.switch import switched
from moderation.publishing import Publication, publish
from moderation.storage.database import Database
from moderation.wiring import load_policy, requirements_of

app = typer.Typer()

#: What each mode means from now on.
TOLD = {
    PolicyMode.LIVE: "Verdicts take effect on '{name}' from now on; 'moderation site observe {name}' ends that.",
    PolicyMode.OBSERVE: "'{name}' observes: every answer is allow, with what it would be.",
}

NameArgument = Annotated[str, typer.Argument(help="Name of the site.", show_default=False)]
ByOption = Annotated[str, typer.Option(help="Who decides; noted in the audit.")]
WhyOption = Annotated[str | None, typer.Option(help="Why, in a sentence; kept.")]


@app.command()
def add(
    name: NameArgument,
    policy: Annotated[Path | None, typer.Option(help="Its policy file; otherwise MODERATION_POLICY.")] = None,
    reviews: Annotated[
        Reviews,
        typer.Option(help="Where flagged comments are reviewed: here, in the site's own queue, or nowhere."),
    ] = Reviews.HERE,
) -> None:
    """Add a site with a policy of its own; `key create` then makes its key."""
    if not name.strip() or len(name) > 100 or not name.isprintable():
        raise Invalid("A site's name has 1 to 100 printable characters.")
    settings = settings_of(policy=policy)
    with opened(settings) as found:
        live, sources = files.read(settings.policy)
        site = Site(id=SiteId(name), policy=live.hash, reviews=reviews, created_at=found.now)
        found.sites.add(site)
        found.sites.keep_policy(site.id, hash=live.hash, name=live.name, files=sources, at=found.now)
        found.sites.publish_policy(site.id, live.hash, by="site add", at=found.now)
    typer.echo(f"Site '{name}' moderates by {live.ref}. Next: moderation key create --site {name}")


@app.command("list")
def list_() -> None:
    """List the sites."""
    with opened(settings_of()) as found:
        sites, keys = found.sites.all(), found.sites.keys()
    table = table_of("site", "policy", "reviews", "live keys", "since", "state")
    for site in sites:
        live = sum(key.site == site.id and key.revoked_at is None for key in keys)
        state = "disabled" if site.disabled_at else "in use"
        since = f"{site.created_at:%Y-%m-%d}"
        table.add_row(site.id, site.policy, site.reviews.value, str(live), since, state)
    show(table)


@app.command()
def disable(name: NameArgument) -> None:
    """Refuse a site's keys until it is enabled again; nothing is deleted."""
    with opened(settings_of()) as found:
        site = found.sites.get(SiteId(name))
        found.sites.save(dataclasses.replace(site, disabled_at=site.disabled_at or found.now))
    typer.echo(f"Site '{name}' is disabled; a running server refuses its keys within a second.")


@app.command()
def enable(name: NameArgument) -> None:
    """Accept a disabled site's keys again."""
    with opened(settings_of()) as found:
        found.sites.save(dataclasses.replace(found.sites.get(SiteId(name)), disabled_at=None))
    typer.echo(f"Site '{name}' is in use.")


@app.command()
def live(name: NameArgument, by: ByOption = "command line", why: WhyOption = None) -> None:
    """Let verdicts take effect on a site that only observes; **report agreement** says whether it is ready.

    It asks what **policy publish** asks: where rules block, somebody must have looked back first.
    """
    _switch(name, PolicyMode.LIVE, by=by, why=why)


@app.command()
def observe(name: NameArgument, by: ByOption = "command line", why: WhyOption = None) -> None:
    """Answer allow to everything on a site, and record what it would have been."""
    _switch(name, PolicyMode.OBSERVE, by=by, why=why)


def _switch(name: str, mode: PolicyMode, *, by: str, why: str | None) -> None:
    """Publish the live policy in another mode, by the gate of every policy."""
    settings = settings_of()
    with opened(settings) as found:
        storage, order = Database(found.engine), Switch(site=found.site(name), mode=mode, by=by, why=why)
        try:
            hash = draft_of(storage, order, load=load_policy, switched=switched, at=found.now)
        except Conflict as error:
            typer.echo(error.message)
            return
        publication = Publication(hash=hash, by=by, why=why)
        requirements = requirements_of(settings)
        version = publish(storage, publication, site=order.site, requirements=requirements, at=found.now)
    typer.echo(
        f"{TOLD[mode].format(name=name)} The policy is {version.name}@{hash}, the one before {version.replaced}."
    )
