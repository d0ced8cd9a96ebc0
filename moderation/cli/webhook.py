"""`moderation webhook`: who is told of decisions, signed."""

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import Annotated

import typer

from moderation.cli.console import fail, say, settings_of, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import Opened, opened
from moderation.domain.decision import Source
from moderation.domain.webhook import LATER, Webhook, WebhookId
from moderation.ports import Storage
from moderation.ports_work import Sender
from moderation.storage.database import Database
from moderation.subscriptions import knock, rotate, set_enabled, subscribe, unsubscribe
from moderation.wiring import new_sender

app = typer.Typer()

IdArgument = Annotated[str, typer.Argument(help="The webhook, as `webhook list` shows it.", show_default=False)]
EventsOption = Annotated[
    list[Source] | None,
    typer.Option(
        "--event",
        help="Source of decisions that it is told of; give it once a source. All but `policy` where none is.",
    ),
]

#: Who did it, in the audit.
BY = "command line"


@app.command()
def add(
    url: Annotated[str, typer.Argument(help="Address that is told, https://…", show_default=False)],
    site: SiteOption = "default",
    event: EventsOption = None,
) -> None:
    """Register a webhook. Its secret is written to standard output, this once."""
    with _at_work(site) as (found, storage, sender):
        events = LATER if event is None else frozenset(event)
        id = WebhookId(f"wh_{token_hex(8)}")
        asked = Webhook(id=id, site=found.site(site), url=url, events=events, created_at=found.now)
        webhook = subscribe(storage, sender, asked, by=BY, at=found.now)
        secret = sender.secret_of(webhook)
    say(f"Webhook {id} of '{site}' is told of: {', '.join(sorted(events))}. Its secret is shown this once:")
    typer.echo(secret)


@app.command("list")
def list_(site: SiteOption = "default") -> None:
    """List the webhooks of a site, and why one is disabled."""
    with _at_work(site) as (found, storage, _), storage.read(found.site(site)) as transaction:
        webhooks = transaction.webhooks.all()
    table = table_of("id", "address", "told of", "since", "state")
    for webhook in webhooks:
        off = (
            f"disabled {webhook.disabled_at:%Y-%m-%d %H:%M}: {webhook.disabled_why}" if webhook.disabled_at else ""
        )
        since, events = f"{webhook.created_at:%Y-%m-%d}", ", ".join(sorted(webhook.events))
        table.add_row(webhook.id, webhook.url, events, since, off or "live")
    show(table)


@app.command("rotate")
def rotate_(id: IdArgument, site: SiteOption = "default") -> None:
    """Change the secret; for a day messages carry a signature of the old one too."""
    with _at_work(site) as (found, storage, sender):
        webhook = rotate(storage, site=found.site(site), id=WebhookId(id), by=BY, at=found.now)
        secret = sender.secret_of(webhook)
    say(f"The old secret of {id} signs along for a day. The new one is shown this once:")
    typer.echo(secret)


@app.command("test")
def knock_(id: IdArgument, site: SiteOption = "default") -> None:
    """Send a message that says nothing, now and once. The exit status is 1 where it does not arrive."""
    with _at_work(site) as (found, storage, sender):
        answer = knock(storage, sender, site=found.site(site), id=WebhookId(id), at=found.now)
    if not answer.is_taken:
        fail(f"The receiver answered {answer.status}; a message counts as delivered at 200 to 299.")
    typer.echo(f"Delivered: the receiver answered {answer.status}.")


@app.command()
def disable(id: IdArgument, site: SiteOption = "default") -> None:
    """Stop a webhook; what is decided meanwhile, the feed of decisions tells."""
    _set(id, site=site, is_enabled=False)


@app.command()
def enable(id: IdArgument, site: SiteOption = "default") -> None:
    """Start a webhook again."""
    _set(id, site=site, is_enabled=True)


@app.command()
def remove(id: IdArgument, site: SiteOption = "default") -> None:
    """Remove a webhook, with what it was still to be told."""
    with _at_work(site) as (found, storage, _):
        unsubscribe(storage, site=found.site(site), id=WebhookId(id), by=BY, at=found.now)
    typer.echo(f"Webhook {id} is removed.")


def _set(id: str, *, site: str, is_enabled: bool) -> None:
    with _at_work(site) as (found, storage, _):
        set_enabled(storage, site=found.site(site), id=WebhookId(id), is_enabled=is_enabled, by=BY, at=found.now)
    typer.echo(f"Webhook {id} is {'live' if is_enabled else 'disabled'}.")


@contextmanager
def _at_work(site: str) -> Iterator[tuple[Opened, Storage, Sender]]:
    settings = settings_of()
    with opened(settings) as found:
        found.site(site)
        yield found, Database(found.engine), new_sender(settings)
