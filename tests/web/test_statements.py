"""Statements of reasons, in as many parts as there are requests to send them with."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.conftest import KEY
from tests.web.conftest import Browse


def test_statements_come_in_parts_of_one_request(application: TestClient, browse: Browse) -> None:
    """The database of the Commission refuses more than a hundred at once; none may be sent twice or left out."""
    comments = [{"comment": {"id": f"c-{n}", "text": f"Go fuck yourself, number {n}."}} for n in range(101)]
    headers = {"Authorization": f"Bearer {KEY}"}
    answer = application.post("/v1/verdicts/batch", json={"comments": comments}, headers=headers).json()
    browser, path = browse("reader"), "/transparency/statements.json?since=2020-01-01&until=2037-01-01"
    whole: list[Any] = browser.get(path).json()["statements"]
    parts = [browser.get(f"{path}&part={part}").json()["statements"] for part in (1, 2, 3)]

    assert {each["verdict"] for each in answer["verdicts"]} == {"block"}
    assert [len(part) for part in parts] == [100, 1, 0]
    assert [each for part in parts for each in part] == whole
    assert browser.get(f"{path}&part=0").status_code == 422
