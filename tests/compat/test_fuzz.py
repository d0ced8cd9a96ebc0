"""Requests made from the OpenAPI document, sound and broken: whatever comes, nothing crashes."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import SecretStr

from moderation.app import create_app
from tests.api.conftest import KEY, settings_in

PATHS = ["/v1alpha1/comments:analyze", "/v1alpha1/comments:suggestscore", "/1.1/comment-check", "/1.1/submit-spam"]
PATHS += ["/1.1/verify-key", "/1.2/usage-limit", "/1.2/key-sites", "/v1/moderations", "/coral/moderation"]


@pytest.mark.filterwarnings("ignore")  # of the generator's own
@pytest.mark.timeout(120)
def test_no_request_crashes_an_endpoint(tmp_path: Path) -> None:
    """One reader must not be able to stop the moderation of a whole site."""
    app = create_app(settings_in(tmp_path, coral_secrets=SecretStr("empsec_a")))
    with TestClient(app, raise_server_exceptions=False) as client:
        schema = schemathesis.openapi.from_dict(app.openapi())
        tried = set()
        for found in schema.include(path=PATHS).get_all_operations():
            operation = found.ok()  # type: ignore[union-attr]

            @settings(
                max_examples=20,
                deadline=None,
                database=None,
                derandomize=True,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(case=operation.as_strategy())
            def sound(case: "schemathesis.Case[Any]") -> None:
                sent = case.as_transport_kwargs()
                headers = {"Authorization": f"Bearer {KEY}"}
                body = {name: sent[name] for name in ("json", "data", "content") if sent.get(name) is not None}
                answer = client.request(case.method, case.path, params={"key": KEY}, headers=headers, **body)
                assert answer.status_code < 500

            sound()
            tried.add(operation.path)
    assert tried == set(PATHS)
