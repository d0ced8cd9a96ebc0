"""The README shows a request and its answer: they must be what the service does."""

import json
import re
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from moderation.app import create_app
from tests.api.conftest import EXAMPLE, KEY, settings_in

README = Path("README.md").read_text(encoding="utf-8")


def _shown(answer: dict[str, Any]) -> dict[str, Any]:
    """Leave out what differs from one machine, or one model, to the next."""
    changing = {"decision_id", "policy", "model", "scores", "review"}
    token = re.compile(r"d_[0-9a-f]{24}\.[\w-]{22}$")
    writer = answer["writer"] | {"url": token.sub("TOKEN", answer["writer"]["url"])}
    return {name: value for name, value in answer.items() if name not in changing} | {"writer": writer}


def test_the_readme_sends_the_published_example() -> None:
    """The line to paste must be the one that everything else talks about."""
    [body] = re.findall(r"-d '(.*)'", README)

    assert json.loads(body) == EXAMPLE


def test_the_answer_in_the_readme_is_the_answer(tmp_path: Path) -> None:
    """A reader who pastes the line compares what comes back word for word."""
    [block] = re.findall(r"```json\n(.*?)```", README, flags=re.DOTALL)
    with TestClient(create_app(settings_in(tmp_path)), headers={"Authorization": f"Bearer {KEY}"}) as client:
        answer = client.post("/v1/verdicts", json=EXAMPLE).json()

    shown = json.loads(block)
    assert _shown(shown) == _shown(answer)
    assert shown["scores"].keys() == answer["scores"].keys()
