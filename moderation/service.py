"""What a request works with: the ports, the live policies, the clock, and how people sign in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from time import monotonic
from urllib.parse import quote

import structlog

from moderation.braking import Shadow
from moderation.domain.backtesting.backtest import Advanced, Backtest, Trial
from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision
from moderation.domain.errors import NotAllowed, PolicyInvalid, Unavailable
from moderation.domain.example import KeptExample
from moderation.domain.policy import Policy, PolicyMode
from moderation.domain.site import ApiKey, PolicyFiles, Reviews, Site
from moderation.domain.suggestions.suggestion import Drafted, Search
from moderation.domain.verdict import Outcome
from moderation.domain.webhook import Answer, Message, Webhook
from moderation.effect import Switched
from moderation.examples import Keep
from moderation.keys import digest_of, is_same, prefix_of, writer_token
from moderation.ports import Clock, LanguageDetector, Scorer, Sites, Storage
from moderation.ports_people import Accounts, Passwords
from moderation.ports_sites import PolicyEditor
from moderation.ports_work import Sender
from moderation.publishing import Requirements

log = structlog.get_logger("moderation.service")

#: For how long a key, a site or the name of its policy may be remembered: a revoked key ends within it.
REMEMBERED_SECONDS = 1.0


def cannot_look_back(_: Trial, _advanced: Advanced) -> Backtest:
    """Stand in where there is no archive to look at."""
    raise Unavailable("This service cannot look back.")


def cannot_prove(_: Policy) -> None:
    """Stand in where nobody publishes."""
    raise Unavailable("This service publishes no policies.")


def cannot_switch(_: PolicyFiles, __: PolicyMode) -> PolicyFiles:
    """Stand in where no policy is edited."""
    raise Unavailable("This service cannot switch a site's mode.")


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


def cannot_keep(_: PolicyFiles, __: KeptExample) -> PolicyFiles:
    """Stand in where no policy is edited."""
    raise Unavailable("This service edits no policies.")


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


def cannot_suggest(_: Search, _advanced: Advanced) -> list[Drafted]:
    """Stand in where there is no archive to learn from."""
    raise Unavailable("This service cannot suggest.")


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
    #: Address under which clients and readers reach the service, without a slash at its end.
    public_url: str = "http://127.0.0.1:8000"
    #: Makes a policy of its stored files.
    load_policy: Callable[[str, Mapping[str, str]], Policy]
    #: Tries a policy on the verdicts of the past, aside from the requests of now.
    look_back: Callable[[Trial, Advanced], Backtest] = cannot_look_back
    #: So long a page waits for a look back before it shows how far it is; `None`: until it is done.
    look_seconds: float | None = None
    #: Finds words that no rule of a site catches, with a rule each.
    suggest: Callable[[Search, Advanced], list[Drafted]] = cannot_suggest
    #: Returns a policy's files in another mode.
    switched: Switched = cannot_switch
    #: Raises `PolicyInvalid` where a policy's own examples fail.
    prove_policy: Callable[[Policy], None] = cannot_prove
    #: Returns a policy's files with some rules in shadow.
    in_shadow: Shadow = cannot_shadow
    #: Writes an example into a policy's files.
    keep_example: Keep = cannot_keep
    #: Whether a policy that blocks more needs a second person.
    second_editor: bool = False
    #: Changes the files of a policy; `None` where nobody edits.
    editor: PolicyEditor | None = None
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

    def writer_url(self, decision: Decision) -> str | None:
        """Return the address of the page for the writer; `None` for what was allowed without a word to them."""
        if decision.outcome is Outcome.ALLOW and not decision.is_warning:
            return None
        token = writer_token(decision.id, site=decision.site, secret=self.secret)
        return f"{self.public_url}/comment/{quote(decision.site, safe='')}/{token}"

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
            policy = self.load_policy(name, files)
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
        policy.compiled.prepare()  # so that the first comment need not wait
        return policy
