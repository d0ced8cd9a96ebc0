"""`moderation key`: API keys; shown once, kept hashed."""

from typing import Annotated

import typer

from moderation.cli.console import settings_of, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import opened
from moderation.domain.errors import NotFound
from moderation.domain.site import Reviews, Scope
from moderation.keys import key_of, new_token, short_token
from moderation.wiring import read_secret

app = typer.Typer()

PrefixArgument = Annotated[
    str, typer.Argument(help="The key's prefix, as `key list` shows it.", show_default=False)
]
ScopesOption = Annotated[
    list[Scope] | None,
    typer.Option(
        "--scope",
        help="What it may do; give it once a scope. Asking for verdicts alone, where none is given.",
    ),
]


@app.command()
def create(
    site: SiteOption = "default",
    name: Annotated[str, typer.Option(help="What the key is for; shown in the list.")] = "key",
    scope: ScopesOption = None,
    reviews: Annotated[
        Reviews | None,
        typer.Option(help="Where comments that come with this key are reviewed; otherwise the site's."),
    ] = None,
    akismet: Annotated[
        bool,
        typer.Option("--akismet", help="Make it as short as Akismet's clients want it: 12 hexadecimal digits."),
    ] = False,
) -> None:
    """Make a key. It is written to standard output, this once."""
    scopes = frozenset(scope or (Scope.VERDICTS,))
    settings = settings_of()
    with opened(settings) as found:
        token = new_token()
        if akismet:
            token = short_token(found.site(site), at=found.now, secret=read_secret(settings.secret_file))
        key = key_of(token, site=found.site(site), name=name, scopes=scopes, at=found.now, reviews=reviews)
        found.sites.add_key(key)
    typer.echo(f"Key {key.prefix} of '{site}' may: {', '.join(sorted(scopes))}. It is shown this once:", err=True)
    typer.echo(token)


@app.command("list")
def list_(
    site: Annotated[str | None, typer.Option(help="Keys of this site alone.")] = None,
) -> None:
    """List keys by their prefix, the newest first."""
    with opened(settings_of()) as found:
        keys = found.sites.keys(found.site(site) if site else None)
    table = table_of("prefix", "site", "name", "may", "reviews", "made", "state")
    for key in keys:
        state = f"revoked {key.revoked_at:%Y-%m-%d %H:%M}" if key.revoked_at else "live"
        reviews = key.reviews.value if key.reviews else ""
        made = f"{key.created_at:%Y-%m-%d %H:%M}"
        table.add_row(key.prefix, key.site, key.name, ", ".join(sorted(key.scopes)), reviews, made, state)
    show(table)


@app.command()
def rotate(prefix: PrefixArgument) -> None:
    """Replace a key by a new one that may do the same; the old one ends within a second.

    To change over without a gap, `create` the new key, put it in place, then `revoke` the old one.
    """
    with opened(settings_of()) as found:
        old = found.sites.key(prefix)
        if old is None or old.revoked_at is not None:
            raise NotFound(f"There is no live key '{prefix}'; 'moderation key list' shows those there are.")
        token = new_token()
        new = key_of(token, site=old.site, name=old.name, scopes=old.scopes, at=found.now, reviews=old.reviews)
        found.sites.add_key(new)
        found.sites.revoke_key(prefix, at=found.now)
    typer.echo(f"Key {prefix} is revoked. Key {new.prefix} replaces it, and is shown this once:", err=True)
    typer.echo(token)


@app.command()
def revoke(prefix: PrefixArgument) -> None:
    """End a key; a running server refuses it within a second."""
    with opened(settings_of()) as found:
        found.sites.revoke_key(prefix, at=found.now)
    typer.echo(f"Key {prefix} is revoked.")
