"""Builds the use cases from the settings: the one place that names concrete classes."""

import os
import secrets
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from ipaddress import ip_network
from pathlib import Path
from threading import Lock

import structlog
from sqlalchemy import Engine

from moderation.accounts import make_link
from moderation.clock import SystemClock
from moderation.domain.backtesting.backtest import Advanced, Backtest, Trial
from moderation.domain.comment import SiteId
from moderation.domain.digest import Interval
from moderation.domain.errors import Invalid, Overloaded, PolicyInvalid, ScorerUnavailable
from moderation.domain.policy import Policy
from moderation.domain.policy_version import VersionState
from moderation.domain.site import ApiKey, Scope, Site
from moderation.domain.suggestions.suggestion import Drafted, Search
from moderation.drafting import aside
from moderation.keys import digest_of, key_of, new_token
from moderation.mail import SmtpMailer
from moderation.passwords import Argon2
from moderation.policyfile import edit, files
from moderation.policyfile.keep import with_example
from moderation.policyfile.proof import prove
from moderation.policyfile.shadow import in_shadow
from moderation.policyfile.switch import switched
from moderation.ports import Scorer
from moderation.ports_mail import Mailer
from moderation.ports_work import Sender
from moderation.publishing import Requirements
from moderation.scoring.guard import NoScorer, TimedScorer
from moderation.scoring.language import Langid
from moderation.scoring.loading import load, load_fallback
from moderation.service import PeopleSettings, Service
from moderation.settings import Settings
from moderation.storage.accounts import AccountRepository
from moderation.storage.database import Database
from moderation.storage.engine import connect
from moderation.storage.migrate import upgrade
from moderation.storage.sites import SiteRepository
from moderation.timemachine import run
from moderation.webhooks.sender import SigningSender

log = structlog.get_logger("moderation.wiring")

#: Share of the deadline that the model may use; the rest is for rules and the disk.
MODEL_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What the first start made, to be shown once."""

    site: Site
    key: ApiKey
    token: str
    is_given: bool
    #: Opens the page on which the first administrator chooses name and password.
    link: str


def build(settings: Settings, *, is_prepared: bool = False) -> Service:
    """Connect everything; prepares the database (`prepare`) unless whoever calls has done so."""
    engine = open_database(settings)
    if not is_prepared:
        prepare(settings, engine)
    scorer, fallback = load_scorers(settings)
    service = Service(
        storage=Database(engine),
        sites=SiteRepository(engine),
        accounts=AccountRepository(engine),
        passwords=Argon2(),
        scorer=scorer,
        fallback=fallback,
        no_scorer=scorer if isinstance(scorer, NoScorer) else NoScorer(like=scorer),
        languages=Langid(),
        clock=SystemClock(),
        secret=read_secret(settings.secret_file),
        public_url=base_url(settings),
        switched=switched,
        load_policy=load_policy,
        look_back=looking_back(settings),
        look_seconds=2.0,
        suggest=suggesting(settings),
        prove_policy=prove_policy,
        editor=edit,
        in_shadow=in_shadow,
        keep_example=with_example,
        second_editor=settings.second_editor,
        sender=new_sender(settings),
    )
    for site in service.sites.all():
        service.policy(site)  # so that the first comment need not wait for it
    return service


def open_database(settings: Settings) -> Engine:
    """Open the database and bring its tables up to date."""
    if settings.database_url.startswith("sqlite:///"):
        path = Path(settings.database_url.removeprefix("sqlite:///"))
        path.parent.mkdir(parents=True, exist_ok=True)
    engine = connect(settings.database_url)
    upgrade(engine)
    return engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A policy file that is not what is live."""

    site: SiteId
    live: str
    file: Path
    #: The version as which it is kept; `None` where it cannot be used.
    version: str | None = None
    #: Whether that version was live before, or given up, so that the file is what is old.
    is_retired: bool = False
    why: str | None = None

    @property
    def to_publish(self) -> str:
        """The command that makes the file live."""
        return f"moderation policy publish {self.version} --site {self.site}"

    def __str__(self) -> str:
        """Say it in a sentence."""
        if self.version is None:
            return f"{self.file} cannot be used, so the live policy '{self.live}' stays: {self.why}"
        kept = "It is the earlier version" if self.is_retired else "It is kept as the draft"
        return (
            f"{self.file} differs from the live policy '{self.live}', which stays."
            f" {kept} '{self.version}'; '{self.to_publish}' makes it live."
        )


def _log(found: Differing) -> None:
    if found.version is None:
        log.error("the policy file cannot be used; the live policy stays", site=found.site, why=found.why)
        return
    kept = "it is an earlier version" if found.is_retired else "it is kept as a draft"
    log.warning(
        f"the policy file differs from the live policy; {kept}",
        site=found.site,
        version=found.version,
        live=found.live,
        to_publish=found.to_publish,
    )


def prepare(
    settings: Settings, engine: Engine, *, announce: Callable[[Differing], None] = _log
) -> FirstStart | None:
    """Make the first site, its policy and its key; on a later start announce a policy file that changed.

    Raises:
        PolicyInvalid: if the policy file has faults.
    """
    sites, now = SiteRepository(engine), SystemClock().now()
    id = SiteId(settings.site)
    known = {site.id: site for site in sites.all()}
    if id in known:
        if (found := _differing(sites, known[id], settings.policy)) is not None:
            announce(found)
        return None
    policy, sources = _read(settings.policy)
    site = Site(id=id, policy=policy.hash, created_at=now)
    sites.add(site)
    sites.keep_policy(id, hash=policy.hash, name=policy.name, files=sources, at=now)
    sites.publish_policy(id, policy.hash, by="first start", at=now)
    given = settings.api_key.get_secret_value() if settings.api_key else None
    token = given or new_token()
    key = key_of(token, site=id, name="first", scopes=frozenset(Scope), at=now)
    sites.add_key(key)
    link = secrets.token_urlsafe(32)
    make_link(AccountRepository(engine), name=None, site=id, digest=digest_of(link), at=now)
    return FirstStart(site=site, key=key, token=token, is_given=given is not None, link=link)


def people_settings(settings: Settings) -> PeopleSettings:
    """Return what of the settings concerns people.

    Raises:
        Invalid: if an address is none, or a header is to be trusted from nobody.
    """
    proxies = tuple(part.strip() for part in settings.proxy_addresses.split(",") if part.strip())
    for each in proxies:
        try:
            ip_network(each)
        except ValueError as error:
            raise Invalid(f"MODERATION_PROXY_ADDRESSES: {error}.") from error
    if settings.proxy_user_header and not proxies:
        raise Invalid("MODERATION_PROXY_USER_HEADER needs MODERATION_PROXY_ADDRESSES: who may send it.")
    return PeopleSettings(
        idle=timedelta(minutes=settings.session_idle_minutes),
        longest=timedelta(hours=settings.session_hours),
        header=settings.proxy_user_header,
        proxies=proxies,
        is_secure=bool(settings.public_url and settings.public_url.startswith("https://")),
    )


def base_url(settings: Settings) -> str:
    """Return the address under which a client on this machine, or the public one, reaches the server."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}.get(settings.host, settings.host)  # noqa: S104
    return f"http://{host}:{settings.port}"


def mailer_of(settings: Settings) -> Mailer | None:
    """Return what sends digests; `None` where no mail server, or nobody to write to, is set."""
    recipients = [part.strip() for part in settings.digest_to.split(",") if part.strip()]
    if settings.smtp_host is None or not recipients:
        return None
    return SmtpMailer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        security=settings.smtp_security,
        sender=settings.digest_from,
        recipients=recipients,
        clock=SystemClock(),
        user=settings.smtp_user,
        password=settings.smtp_password.get_secret_value() if settings.smtp_password else None,
    )


def interval_of(settings: Settings) -> Interval:
    """Return how often the desk wants to hear, and of what at once."""
    urgent = tuple(part.strip() for part in settings.digest_urgent.split(",") if part.strip())
    return Interval(every=timedelta(hours=settings.digest_hours), urgent=urgent)


def load_policy(name: str, sources: Mapping[str, str]) -> Policy:
    """Make a policy of its stored files; the last three are remembered: the live one, and two to compare."""
    return _loaded(name, tuple(sources.items()))


@lru_cache(maxsize=3)
def _loaded(name: str, sources: tuple[tuple[str, str], ...]) -> Policy:
    return files.load(name, dict(sources))


def requirements_of(settings: Settings) -> Requirements:
    """Return what is asked of whoever publishes a policy."""
    return Requirements(load=load_policy, prove=prove_policy, second_editor=settings.second_editor)


def prove_policy(policy: Policy) -> None:
    """Run a policy's examples and scenarios as the service would judge them today.

    Raises:
        PolicyInvalid: with those that fail.
    """
    prove(policy, languages=Langid(), today=SystemClock().now().date())


def looking_back(settings: Settings) -> Callable[[Trial, Advanced], Backtest]:
    """Return what tries a policy on the archive: in a process of its own, one trial at a time."""
    turn = Lock()

    def look_back(trial: Trial, advanced: Advanced) -> Backtest:
        if not turn.acquire(blocking=False):
            raise Overloaded("Another backtest is running; try again when it is done.")
        try:
            return run(settings.database_url, trial, processes=1, aside=True, advanced=advanced)
        finally:
            turn.release()

    return look_back


def suggesting(settings: Settings) -> Callable[[Search, Advanced], list[Drafted]]:
    """Return what finds words that no rule catches: one search at a time, in a process of its own."""
    turn = Lock()

    def suggest(search: Search, advanced: Advanced) -> list[Drafted]:
        if not turn.acquire(blocking=False):
            raise Overloaded("Another search is running; try again when it is done.")
        try:
            return aside(settings.database_url, search, advanced)
        finally:
            turn.release()

    return suggest


def new_sender(settings: Settings) -> Sender:
    """Return what signs and sends messages to webhooks."""
    return SigningSender(read_secret(settings.secret_file), named=settings.webhook_hosts.replace(",", " ").split())


def load_scorers(settings: Settings) -> tuple[Scorer, Scorer | None]:
    """Load the model, and what answers where it fails; a model that cannot be loaded is announced."""
    seconds = settings.deadline_ms * MODEL_SHARE / 1_000
    try:
        model: Scorer = load(settings.models, settings.model)
    except ScorerUnavailable as error:
        model = NoScorer(why=error.message)
    simpler = load_fallback(settings.models, model)
    if isinstance(model, NoScorer):
        rest = f"{simpler.name} answers in its place" if simpler else "comments are judged by rules alone"
        log.error(f"no model: {rest}, degraded", why=model.why)
        return model, simpler
    # The model may use two thirds of the time where another must still answer after it.
    return TimedScorer(model, seconds=seconds * (2 / 3 if simpler else 1)), simpler


def read_secret(path: Path) -> bytes:
    """Read the secret of the keyed hashes; written at first start, mode 0600.

    Raises:
        Invalid: if others may read the file, or it is too short.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return read_secret(path)
    else:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise Invalid(f"{path} can be read by others; run 'chmod 600 {path}'.")
    secret = path.read_text().strip().encode()
    if len(secret) < 32:
        raise Invalid(f"{path} is too short to be a secret; restore it from a backup.")
    return secret


def _read(path: Path) -> tuple[Policy, dict[str, str]]:
    """Load a policy file, so that it is at hand when the site asks for its policy."""
    try:
        sources = files.sources(path)
        return load_policy(path.stem, sources), sources
    except (PolicyInvalid, OSError):
        return files.read(path)  # tells the faults by the name that the file was given under


def _differing(sites: SiteRepository, site: Site, path: Path) -> Differing | None:
    """Keep a policy file that differs from the live version as a draft; the live one stays."""
    try:
        if files.sources(path) == sites.policy(site.id, site.policy)[1]:
            return None
        policy, sources = files.read(path)
    except (PolicyInvalid, OSError) as error:
        return Differing(site=site.id, live=site.policy, file=path, why=str(error))
    if policy.hash == site.policy:
        return None
    sites.keep_policy(site.id, hash=policy.hash, name=policy.name, files=sources, at=SystemClock().now())
    is_retired = policy.hash in {
        each.hash for each in sites.policies(site.id) if each.state is VersionState.RETIRED
    }
    return Differing(site=site.id, live=site.policy, file=path, version=policy.hash, is_retired=is_retired)
