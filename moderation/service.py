"""What a request works with: the ports, the live policies, the clock, and how people sign in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from time import monotonic

import structlog

from moderation.braking import Shadow
from moderation.domain.backtest import Backtest, Trial
from moderation.domain.comment import SiteId
from moderation.domain.errors import NotAllowed, PolicyInvalid, Unavailable
from moderation.domain.policy import Policy
from moderation.domain.site import ApiKey, PolicyFiles, Reviews, Site
from moderation.domain.webhook import Answer, Message, Webhook
from moderation.keys import digest_of, is_same, prefix_of
from moderation.ports import Clock, LanguageDetector, Scorer, Sites, Storage
from moderation.ports_people import Accounts, Passwords
from moderation.ports_work import Sender
from moderation.publishing import Requirements

log = structlog.get_logger("moderation.service")

#: For how long a key, a site or the name of its policy may be remembered: a revoked key ends within it.
REMEMBERED_SECONDS = 1.0


def cannot_look_back(_: Trial) -> Backtest:
    """Stand in where there is no archive to look at."""
    raise Unavailable("This service cannot look back.")


def cannot_prove(_: Policy) -> None:
    """Stand in where nobody publishes."""
    raise Unavailable("This service publishes no policies.")


class NoSender:
    """Stands in where nothing may be sent."""

    def check(self, url: str) -> None:
        """Refuse every address."""
        raise Unavailable("This service sends no messages.")

    def secret_of(self, webhook: Webhook) -> str:
        """Have no secrets."""
        raise Unavailable("This service sends no messages.")

    def send(self, webhook: Webhook, message: Message, *, at: datetime) -> Answer:
        """Send nothing."""
        raise Unavailable("This service sends no messages.")


def cannot_shadow(_: PolicyFiles, __: Iterable[str]) -> PolicyFiles:
    """Stand in where nothing is stopped."""
    raise Unavailable("This service stops no rules.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSettings:
    """How long sessions last, and which proxy may tell who somebody is."""

    idle: timedelta
    longest: timedelta
    #: The header that names who is signed in; `None` where the service asks for a password itself.
    header: str | None = None
    #: Networks whose machines may send that header.
    proxies: tuple[str, ...] = ()
    #: Whether people reach the pages by TLS alone, whatever the last proxy speaks.
    is_secure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A program that showed a good key: who it is, and for which site it speaks."""

    key: ApiKey
    site: Site
    policy: Policy

    @property
    def reviews(self) -> Reviews:
        """Where this client's flagged comments are reviewed."""
        return self.key.reviews or self.site.reviews


@dataclass(slots=True, kw_only=True)
class Service:
    """The ports that use cases are called with."""

    storage: Storage
    sites: Sites
    accounts: Accounts
    passwords: Passwords
    scorer: Scorer
    #: Rates where `scorer` fails; `None` where that is the simplest there is.
    fallback: Scorer | None = None
    #: Stands in where there is no time to score: every score is unknown.
    no_scorer: Scorer
    languages: LanguageDetector
    clock: Clock
    #: Secret of the keyed hashes.
    secret: bytes
    #: Makes a policy of its stored files.
    load_policy: Callable[[str, Mapping[str, str]], Policy]
    #: Tries a policy on the verdicts of the past, aside from the requests of now.
    look_back: Callable[[Trial], Backtest] = cannot_look_back
    #: Raises `PolicyInvalid` where a policy's own examples fail.
    prove_policy: Callable[[Policy], None] = cannot_prove
    #: Returns a policy's files with some rules in shadow.
    in_shadow: Shadow = cannot_shadow
    #: Whether a policy that blocks more needs a second person.
    second_editor: bool = False
    #: Signs and sends to webhooks.
    sender: Sender = field(default_factory=NoSender)
    _clients: dict[str, tuple[float, Client]] = field(default_factory=dict)
    #: Site → the hash that was asked for, and the policy in force.
    _policies: dict[SiteId, tuple[str, Policy]] = field(default_factory=dict)
    _loading: Lock = field(default_factory=Lock)

    def remembered(self, token: str) -> Client | None:
        """Return who showed this key a moment ago, without asking the database."""
        known = self._clients.get(digest_of(token))
        return known[1] if known is not None and monotonic() - known[0] < REMEMBERED_SECONDS else None

    def client(self, token: str) -> Client | None:
        """Return who shows this key; `None` where the key is not known or was revoked.

        Raises:
            NotAllowed: if the site is disabled.
        """
        digest = digest_of(token)
        key = self.sites.key(prefix_of(digest))
        if key is None or key.revoked_at is not None or not is_same(key.digest, digest):
            self._clients.pop(digest, None)
            return None
        site = self.sites.get(key.site)
        if site.disabled_at is not None:
            raise NotAllowed(f"Site '{site.id}' is disabled; 'moderation site enable {site.id}' ends that.")
        client = Client(key=key, site=site, policy=self.policy(site))
        self._clients[digest] = monotonic(), client
        return client

    @property
    def requirements(self) -> Requirements:
        """What is asked of whoever publishes."""
        return Requirements(load=self.load_policy, prove=self.prove_policy, second_editor=self.second_editor)

    def policy(self, site: Site) -> Policy:
        """Return the live policy of a site, loaded once a version.

        One that this process cannot read, since another release of the service published it, is announced,
        and the last good one stays in force here.
        """
        known = self._policies.get(site.id)
        if known is not None and known[0] == site.policy:
            return known[1]
        with self._loading:  # whoever comes meanwhile waits for the one that loads
            known = self._policies.get(site.id)
            if known is None or known[0] != site.policy:
                known = site.policy, self._loaded(site, otherwise=known[1] if known else None)
                self._policies[site.id] = known
        return known[1]

    def _loaded(self, site: Site, *, otherwise: Policy | None) -> Policy:
        name, files = self.sites.policy(site.id, site.policy)
        try:
            return self.load_policy(name, files)
        except PolicyInvalid as error:
            if otherwise is None:
                raise
            log.error(
                "the live policy cannot be read here; the last good one stays in force",
                site=site.id,
                live=site.policy,
                in_force=otherwise.ref,
                why=error.message,
            )
            return otherwise
