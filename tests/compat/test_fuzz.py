"""Requests made from the OpenAPI document, sound and broken: whatever comes, nothing crashes."""

import hashlib
import hmac
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import SecretStr

from moderation.app import create_app
from tests.api.conftest import KEY, settings_in

#: Under these stands all that speaks another's protocol.
PROTOCOLS = ("/v1alpha1/", "/1.1/", "/1.2/", "/v1/moderations", "/coral/")
#: Addresses that look through much at each question.
SLOW = ("/v1/suggestions", "/v1/words/check")
SECRET = "empsec_a"


#: Names that chance does not find, so that what was made is sent once more with them in it.
SOUND: dict[str, dict[str, Any]] = {
    "/v1alpha1/comments:analyze": {"comment": {"text": "Well."}, "requestedAttributes": {"TOXICITY": {}}},
    "/v1alpha1/comments:suggestscore": {
        "comment": {"text": "Well."},
        "attributeScores": {"TOXICITY": {"summaryScore": {"value": 0}}},
    },
}


def sent(client: TestClient, case: "schemathesis.Case[Any]") -> set[int]:
    """Send a request, also with what makes it sound, and return the statuses."""
    made = case.as_transport_kwargs()
    statuses = {send(client, case, made)}
    if case.path in SOUND and isinstance(made.get("json"), dict):
        statuses.add(send(client, case, made | {"json": made["json"] | SOUND[case.path]}))
    return statuses


def send(client: TestClient, case: "schemathesis.Case[Any]", made: dict[str, Any]) -> int:
    """Send it with every proof that it is allowed to."""
    body = {name: made[name] for name in ("json", "data", "content") if made.get(name) is not None}
    headers = {"Authorization": f"Bearer {KEY}"}
    query = (made.get("params") or {}) | {"key": KEY}
    request = client.build_request(case.method, case.formatted_path, params=query, headers=headers, **body)
    signature = hmac.new(SECRET.encode(), request.read(), hashlib.sha256).hexdigest()
    request.headers["X-Coral-Signature"] = f"sha256={signature}"
    return client.send(request).status_code


@pytest.mark.filterwarnings("ignore")  # of the generator's own
@pytest.mark.timeout(300)
def test_no_request_crashes_an_endpoint(tmp_path: Path) -> None:
    """One reader must not be able to stop the moderation of a whole site."""
    app = create_app(settings_in(tmp_path, coral_secrets=SecretStr(SECRET)))
    with TestClient(app, raise_server_exceptions=False) as client:
        schema = schemathesis.openapi.from_dict(app.openapi())
        tried: dict[str, set[int]] = {}
        for found in schema.get_all_operations():
            operation = found.ok()  # type: ignore[union-attr]

            @settings(
                max_examples=3 if operation.path in SLOW else 20,
                deadline=None,
                database=None,
                derandomize=True,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(case=operation.as_strategy())
            def sound(case: "schemathesis.Case[Any]") -> None:
                tried.setdefault(case.path, set()).update(sent(client, case))

            sound()
    assert set(tried) == set(app.openapi()["paths"])
    assert {path: statuses for path, statuses in tried.items() if max(statuses) >= 500} == {}
    assert [path for path in tried if path.startswith(PROTOCOLS) and 200 not in tried[path]] == []
