"""Browsers without a screen: they keep cookies, follow redirects, and send a form's token along."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from moderation.accounts import create
from moderation.app import create_app
from moderation.clock import SystemClock
from moderation.domain.account import Role
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.outcome import SiteOutcome
from moderation.domain.site import Scope, Site
from moderation.keys import key_of
from moderation.policyfile import files
from moderation.reports import settle
from moderation.service import Service
from tests.api.conftest import settings_in

PASSWORD = "a heron in the reeds"
#: What the first site sends, once `rule_on` was asked for.
KEY = "mod_" + "a" * 40
SITES = (SiteId("default"), SiteId("evening"))

Browse = Callable[..., "Browser"]


class Browser:
    """A client that does what a browser does with pages."""

    def __init__(self, client: TestClient) -> None:
        """Begin without cookies."""
        self.client = client

    def get(self, path: str, **more: Any) -> Response:
        """Open a page."""
        return self.client.get(path, **more)

    def token(self, path: str = "/account") -> str:
        """Return the token that a page's forms hold."""
        found = re.search(r'name="csrf" content="([0-9a-f]+)"', self.get(path).text)
        assert found is not None
        return found[1]

    def submit(self, path: str, *, of: str | None = None, **fields: str) -> Response:
        """Send a form as the page `of` would."""
        return self.client.post(path, data=fields | {"csrf": self.token(of or "/account")})

    def post(self, path: str, body: Any, **headers: str) -> Response:
        """Send JSON as a script would."""
        sent = {"X-CSRF-Token": self.token(), "Accept": "application/json"} | headers
        return self.client.post(path, json=body, headers=sent)

    def sign_in(self, name: str, password: str = PASSWORD) -> Response:
        """Sign in."""
        return self.submit("/sign-in", of="/sign-in", name=name, password=password)


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Run an application with two sites, and on the first somebody of each role."""
    app = create_app(settings_in(tmp_path_factory.mktemp("web")))
    with TestClient(app) as client:
        service: Service = app.state.service
        service.look_seconds = None  # how busy the machine is must not choose the page
        _add_site(service, SITES[1])
        password = service.passwords.hash(PASSWORD)
        for role in Role:
            create(
                service.accounts,
                name=role.value,
                roles={SITES[0]: role},
                by="test",
                at=service.clock.now(),
                password=password,
            )
        yield client


@pytest.fixture
def service(application: TestClient) -> Service:
    """Return the service behind the pages."""
    found: Service = application.app.state.service  # type: ignore[attr-defined]
    return found


@pytest.fixture
def browse(application: TestClient) -> Browse:
    """Open browsers: `browse()` is nobody yet, `browse("editor")` is signed in."""

    def opened(name: str | None = None, **headers: str) -> Browser:
        client = TestClient(application.app, raise_server_exceptions=False, headers=headers)
        browser = Browser(client)
        if name is not None:
            assert "Sign out" in browser.sign_in(name).text
        return browser

    return opened


def rule_on(application: TestClient, told: Iterable[tuple[str, SiteOutcome]]) -> None:
    """Send comments to the first site, each by somebody else, and say what its people did with each."""
    service: Service = application.app.state.service  # type: ignore[attr-defined]
    scopes = frozenset(Scope)
    service.sites.add_key(key_of(KEY, site=SITES[0], name="t", scopes=scopes, at=service.clock.now()))
    for number, (text, outcome) in enumerate(told):
        body = {
            "comment": {"id": f"t-{number}", "text": text},
            "author": {"id": f"u-{number}", "name": f"N{number}"},
        }
        answer = application.post("/v1/verdicts", json=body, headers={"Authorization": f"Bearer {KEY}"})
        assert answer.json()["verdict"] in ("allow", "flag", "block"), answer.text
        at = service.clock.now()
        settle(service.storage, site=SITES[0], id=CommentId(f"t-{number}"), outcome=outcome, by="eve", at=at)


def _add_site(service: Service, id: SiteId) -> None:
    now, first = SystemClock().now(), service.sites.get(SITES[0])
    name, sources = service.sites.policy(first.id, first.policy)
    policy = files.load(name, sources)
    service.sites.add(Site(id=id, policy=policy.hash, created_at=now))
    service.sites.keep_policy(id, hash=policy.hash, name=name, files=sources, at=now)
    service.sites.publish_policy(id, policy.hash, by="test", at=now)
