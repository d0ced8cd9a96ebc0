"""A whole application, and what goes over the wire written down beside what came back."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from moderation.app import create_app
from moderation.service import Service
from tests.api.conftest import KEY, settings_in
from tests.conftest import Golden

#: What differs from one run to the next, or from one model to the next, and what stands for it.
_CHANGING = (
    (re.compile(r'("value": )[\d.e-]+'), r'\1"score"'),
    (re.compile(r'("(?!scoreT)[\w/-]+": )\d\.[\de-]+'), r'\1"score"'),
    (re.compile(r"modr-[0-9a-f]{32}"), "modr-…"),
)


@pytest.fixture(scope="module")
def app_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client that shows no key; the database lasts for the module."""
    app = create_app(settings_in(tmp_path_factory.mktemp("service")))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def service(app_client: TestClient) -> Service:
    """The service behind the client."""
    found = app_client.app.state.service  # type: ignore[attr-defined]
    assert isinstance(found, Service)
    return found


@pytest.fixture
def ours(app_client: TestClient) -> Callable[..., Response]:
    """Ask the service's own API."""

    def ask(path: str, method: str = "GET") -> Response:
        return app_client.request(method, path, headers={"Authorization": f"Bearer {KEY}"})

    return ask


@pytest.fixture
def wire(golden: Golden) -> Callable[[Path, Any, Response], None]:
    """Compare a request and its answer with a golden file."""

    def compare(path: Path, sent: Any, answer: Response) -> None:
        lines = [json.dumps(sent, indent=1, ensure_ascii=False), f"→ {answer.status_code}"]
        kept = ("content-type", "retry-after")
        lines += [f"{name}: {answer.headers[name]}" for name in kept if name in answer.headers]
        is_json = "json" in answer.headers.get("content-type", "")
        lines.append(json.dumps(answer.json(), indent=1, ensure_ascii=False) if is_json else answer.text)
        text = "\n".join(lines) + "\n"
        for pattern, put in _CHANGING:
            text = pattern.sub(put, text)
        golden(path, text)

    return compare
