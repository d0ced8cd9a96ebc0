"""`moderation serve`: prepare what is missing, say where things are, and answer."""

import errno
import os
import shlex
import signal
import socket
import sys
from typing import Annotated

import typer
import uvicorn
from pydantic_core import to_json

from moderation.cli.console import UNUSABLE, fail, settings_of
from moderation.server import server_settings
from moderation.settings import Settings
from moderation.wiring import FirstStart, base_url, open_database, prepare, read_secret

#: The request that the first start shows, and the README.
EXAMPLE = {
    "comment": {"id": "c-17", "text": "You are an idiot."},
    "author": {"id": "u-4", "name": "Ann"},
    "article": {"title": "Parking fees rise"},
}

HostOption = Annotated[str | None, typer.Option(help="Address to listen on; otherwise MODERATION_HOST.")]
PortOption = Annotated[int | None, typer.Option(help="Port to listen on; otherwise MODERATION_PORT.")]
WorkersOption = Annotated[int | None, typer.Option(help="Server processes; otherwise MODERATION_WORKERS.")]
ReloadOption = Annotated[bool, typer.Option("--reload", help="Start anew when the code changes.")]


def serve(
    host: HostOption = None, port: PortOption = None, workers: WorkersOption = None, reload: ReloadOption = False
) -> None:
    """Start the service. The first start makes the database and prints the API key, once.

    Stop it with Ctrl+C or SIGTERM: what is in flight is answered first.
    """
    settings = settings_of(host=host, port=port, workers=workers)
    _check_address(settings.host, settings.port)
    engine = open_database(settings)
    first = prepare(settings, engine)
    engine.dispose()
    read_secret(settings.secret_file)
    for line in greeting(settings, first):
        typer.echo(line)
    _run(settings, reload=reload)


def greeting(settings: Settings, first: FirstStart | None) -> list[str]:
    """Say where the documentation is and, at the first start, what to paste."""
    base = base_url(settings)
    lines = [f"Comment moderation at {base} with the documentation of its API at {base}/docs"]
    if first is None:
        return [*lines, "'moderation key list' shows the API keys there are, 'moderation key create' makes one."]
    if first.is_given:
        lines += [f"The key in MODERATION_API_KEY is the key of the site '{first.site.id}'."]
    else:
        lines += [
            f"The API key of the site '{first.site.id}' is shown this once; keep it:",
            "",
            f"  {first.token}",
        ]
    lines += ["", "Open this address once, within two days, to become the first administrator:", ""]
    lines += [f"  {base}/welcome/{first.link}"]
    shown = "$MODERATION_API_KEY" if first.is_given else first.token
    return [*lines, "", "Once the server runs, try it from another terminal:", "", f"  {curl(base, shown)}", ""]


def curl(base: str, token: str) -> str:
    """Return a line for a shell that asks for a first verdict."""
    body = shlex.quote(to_json(EXAMPLE).decode())
    return (
        f'curl -s {base}/v1/verdicts -H "Authorization: Bearer {token}"'
        f' -H "Content-Type: application/json" -d {body}'
    )


def _run(settings: Settings, *, reload: bool) -> None:
    # The factory reads the environment, in this process and in others.
    os.environ |= {"MODERATION_HOST": settings.host, "MODERATION_PORT": str(settings.port)}
    # uvicorn raises the signal again once it has stopped; a stop that was asked for is a success.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    uvicorn.run(**server_settings(settings), reload=reload)


def _check_address(host: str, port: int) -> None:
    """End the command where nothing can listen there, before anything is made."""
    try:
        family, kind, *_, address = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        fail(f"MODERATION_HOST is '{host}', which is no address of this machine: {error}.", status=UNUSABLE)
    with socket.socket(family, kind) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(address)
        except OSError as error:
            fail(_why_not(error, host=host, port=port), status=UNUSABLE)


def _why_not(error: OSError, *, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use; stop what listens there, or set MODERATION_PORT (or --port)."
    if error.errno == errno.EACCES:
        return f"Port {port} is kept for the system; set MODERATION_PORT to 1024 or more, or use a proxy."
    return f"Nothing can listen on {host}:{port} ({error.strerror}); set MODERATION_HOST and MODERATION_PORT."
