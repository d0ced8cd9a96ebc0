"""`moderation doctor`: what is configured, what works, what does not, and what to do."""

import difflib
import os
import socket
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import typer
from rich.table import Table
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from moderation.cli.console import FAILED, settings_of, show, table_of
from moderation.domain.errors import ModerationError
from moderation.policyfile import files
from moderation.policyfile.load import load as load_policy
from moderation.scoring.loading import load
from moderation.settings import Settings
from moderation.storage.database import translated
from moderation.storage.engine import connect
from moderation.storage.migrate import head, revision
from moderation.storage.sites import SiteRepository
from moderation.wiring import read_secret


class State(StrEnum):
    """How a part fares."""

    #: It works.
    OK = "ok"
    #: The service runs, and somebody should know.
    NOTE = "note"
    #: The service does not run, or not as it should.
    BROKEN = "BROKEN"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what to do about it."""

    part: str
    state: State
    what: str
    remedy: str = ""


def doctor() -> None:
    """Look at everything that the service needs: what is set, what works, and what to do about the rest.

    Nothing is made or changed. The exit status is 1 where something is broken.
    """
    settings = settings_of(log_level="error")
    show(_configured(settings, os.environ))
    typer.echo()
    table = table_of("part", "state", "what", "what to do")
    findings = examine(settings, os.environ)
    for each in findings:
        table.add_row(each.part, each.state.value, each.what, each.remedy)
    show(table)
    broken = sum(each.state is State.BROKEN for each in findings)
    typer.echo("\nEverything that is needed works." if not broken else f"\n{broken} of these are broken.")
    if broken:
        raise typer.Exit(FAILED)


def examine(settings: Settings, environment: Mapping[str, str]) -> list[Finding]:
    """Look at every part, in the order in which a start would need it."""
    findings = [*_names(environment)]
    for check in CHECKS:
        try:
            findings += check(settings)
        except ModerationError as error:
            part = check.__name__.strip("_").replace("_", " ")
            findings.append(Finding(part, State.BROKEN, error.message.split("\n")[0], error.private or ""))
    return findings


def _python(_settings: Settings) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("python", State.OK, f"{version} at {sys.executable}")


def _database(settings: Settings) -> Iterator[Finding]:
    shown = _shown_url(settings.database_url)
    if _is_unmade(settings):
        yield Finding("database", State.NOTE, f"{shown} is not there yet", "'moderation serve' makes it")
        return
    engine = connect(settings.database_url)
    try:
        with translated(), engine.connect().execution_options(read_only=True) as connection:
            found, newest = revision(connection), head()
    finally:
        engine.dispose()
    if found != newest:
        yield Finding(
            "database", State.NOTE, f"{shown} is at {found}", "'moderation db upgrade' brings it up to date"
        )
        return
    yield Finding("database", State.OK, f"{shown} is up to date ({found})")


def _policy(settings: Settings) -> Iterator[Finding]:
    if not settings.policy.is_file():
        yield Finding("policy file", State.BROKEN, f"{settings.policy} is not there", "set MODERATION_POLICY")
        return
    policy = load_policy(settings.policy)
    yield Finding("policy file", State.OK, f"{settings.policy} is sound: {policy.ref}, {len(policy.rules)} rules")


def _sites(settings: Settings) -> Iterator[Finding]:
    if _is_unmade(settings):
        return
    engine = connect(settings.database_url)
    try:
        with translated(), engine.connect().execution_options(read_only=True) as connection:
            if revision(connection) != head():
                return
        yield from _each_site(SiteRepository(engine))
    finally:
        engine.dispose()


def _each_site(sites: SiteRepository) -> Iterator[Finding]:
    for site in sites.all():
        part = f"site {site.id}"
        if site.disabled_at:
            yield Finding(part, State.NOTE, "is disabled", f"'moderation site enable {site.id}' ends that")
            continue
        policy = files.load(*sites.policy(site.id, site.policy))
        live = [key for key in sites.keys(site.id) if key.revoked_at is None]
        drafts = [each for each in sites.policies(site.id) if each.state == "draft"]
        remedy = "" if live else f"'moderation key create --site {site.id}' makes a key"
        if drafts:
            remedy = (
                remedy or f"'moderation policy publish {drafts[0].hash} --site {site.id}' makes the draft live"
            )
        state = State.OK if live and not drafts else State.NOTE
        what = f"moderates by {policy.ref}, live keys: {len(live)}, drafts: {len(drafts)}"
        yield Finding(part, state, what, remedy)


def _secret(settings: Settings) -> Iterator[Finding]:
    path = settings.secret_file
    if not path.exists():
        lost = "" if _is_unmade(settings) else "; restore it from a backup, or names hashed before will not match"
        state = State.NOTE if _is_unmade(settings) else State.BROKEN
        yield Finding("secret", state, f"{path} is not there yet", f"'moderation serve' writes it{lost}")
        return
    read_secret(path)
    mode = stat.S_IMODE(path.stat().st_mode)
    yield Finding("secret", State.OK, f"{path}, mode {mode:04o}", "back it up with the database")


def _model(settings: Settings) -> Iterator[Finding]:
    scorer = load(settings.models, settings.model)
    attributes, languages = ", ".join(scorer.attributes), ", ".join(scorer.languages)
    yield Finding("model", State.OK, f"{scorer.name}, checksums match; {languages}: {attributes}")


def _address(settings: Settings) -> Iterator[Finding]:
    public = urlsplit(settings.public_url or "")
    if settings.public_url and (public.scheme not in ("http", "https") or not public.netloc):
        what = f"MODERATION_PUBLIC_URL is '{settings.public_url}'"
        yield Finding("address", State.BROKEN, what, "write it as https://host/prefix")
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "") else settings.host  # noqa: S104
    here = f"{host}:{settings.port}"
    try:
        socket.create_connection((host, settings.port), timeout=2).close()
    except OSError:
        yield Finding("server", State.NOTE, f"nothing listens on {here}", "'moderation serve' starts it")
        return
    yield _server(here)


def _server(here: str) -> Finding:
    try:
        answer = httpx2.get(f"http://{here}/readyz", timeout=5, trust_env=False)
        told = answer.json() if answer.headers.get("content-type", "").startswith("application/json") else {}
    except (httpx2.HTTPError, ValueError):
        told = {}
    status = told.get("status") if isinstance(told, dict) else None
    if status == "ready":
        return Finding("server", State.OK, f"answers on {here} and is ready")
    if status in ("degraded", "not ready"):
        return Finding(
            "server", State.BROKEN, f"on {here} is {status}", str(told.get("why", "the other lines say why"))
        )
    return Finding("server", State.BROKEN, f"something else listens on {here}", "stop it, or set MODERATION_PORT")


#: In the order in which a start would need them.
CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    _python,
    _database,
    _secret,
    _policy,
    _sites,
    _model,
    _address,
)


def _names(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Find variables that look like settings and are none."""
    known = [f"MODERATION_{name.upper()}" for name in Settings.model_fields]
    for name in sorted(environment):
        if name.startswith("MODERATION_") and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            remedy = f"did you mean {near[0]}?" if near else "take it out"
            yield Finding("settings", State.NOTE, f"{name} is no setting", remedy)


def _configured(settings: Settings, environment: Mapping[str, str]) -> Table:
    table = table_of("setting", "value", "from", "what it is")
    for name, field in Settings.model_fields.items():
        variable = f"MODERATION_{name.upper()}"
        value = getattr(settings, name)
        shown = _shown_url(value) if name == "database_url" else "" if value is None else str(value)
        origin = "environment" if variable in environment else "default"
        table.add_row(variable, shown, origin, field.description)
    return table


def _shown_url(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "(not a URL)"


def _is_unmade(settings: Settings) -> bool:
    """Whether the database is a file that nobody made yet."""
    return (
        settings.database_url.startswith("sqlite:///")
        and not Path(settings.database_url.removeprefix("sqlite:///")).exists()
    )
