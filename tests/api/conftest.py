"""A whole application on a database of its own: real policy, real model, real SQLite."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from pydantic import SecretStr

from moderation.app import create_app
from moderation.clock import SystemClock
from moderation.domain.comment import SiteId
from moderation.domain.site import Reviews, Scope, Site
from moderation.keys import key_of
from moderation.policyfile import files
from moderation.service import Service
from moderation.settings import Settings

KEY = "mod_test-key-of-the-first-site"

EXAMPLE: dict[str, Any] = {
    "comment": {"id": "c-17", "text": "You are an idiot."},
    "author": {"id": "u-4", "name": "Ann"},
    "article": {"title": "Parking fees rise"},
}


def settings_in(folder: Path, **changed: Any) -> Settings:
    """Settings of a fresh service that lives in a folder."""
    fresh: dict[str, Any] = {
        "database_url": f"sqlite:///{folder}/moderation.sqlite3",
        "secret_file": folder / "secret",
        "api_key": SecretStr(KEY),
        "deadline_ms": 60_000,  # a busy machine must not make a verdict degraded
        "log_level": "warning",
    }
    return Settings(**fresh | changed)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client with the first site's key; the database lasts for the module."""
    app = create_app(settings_in(tmp_path_factory.mktemp("service")))
    with TestClient(app, headers={"Authorization": f"Bearer {KEY}"}, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def service(api: TestClient) -> Service:
    """The service behind the client."""
    found = api.app.state.service  # type: ignore[attr-defined]
    assert isinstance(found, Service)
    return found


@pytest.fixture
def new_client(api: TestClient, service: Service) -> Callable[..., dict[str, str]]:
    """Make a key, on a site of its own where asked, and return the headers that show it."""

    def make(
        token: str, *, site: str = "default", scopes: str = "verdicts moderate admin", **more: Any
    ) -> dict[str, str]:
        now, first = SystemClock().now(), service.sites.get(SiteId("default"))
        if site not in [known.id for known in service.sites.all()]:
            name, sources = service.sites.policy(first.id, first.policy)
            policy = files.load(name, sources)
            service.sites.add(Site(id=SiteId(site), policy=policy.hash, created_at=now))
            service.sites.keep_policy(SiteId(site), hash=policy.hash, name=name, files=sources, at=now)
            service.sites.publish_policy(SiteId(site), policy.hash, by="test", at=now)
        wanted = frozenset(Scope(scope) for scope in scopes.split())
        reviews = Reviews(more["reviews"]) if "reviews" in more else None
        service.sites.add_key(key_of(token, site=SiteId(site), name=token, scopes=wanted, at=now, reviews=reviews))
        return {"Authorization": f"Bearer {token}"}

    return make


@pytest.fixture
def judge(api: TestClient) -> Callable[..., Response]:
    """Ask for a verdict on a text."""

    def ask(text: str, *, headers: dict[str, str] | None = None, **more: Any) -> Response:
        comment = {"text": text} | more.pop("comment", {})
        return api.post("/v1/verdicts", json={"comment": comment} | more, headers=headers)

    return ask
