"""A model that is missing, cut short or hangs: somebody is told, and a lesser one answers until it is back."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from moderation.app import create_app
from moderation.ports import Scores
from moderation.scoring.guard import TimedScorer
from moderation.service import Service
from moderation.settings import Settings
from moderation.testing.scorers import WordScorer
from moderation.wiring import load_scorers
from moderation.worker import work
from tests.api.conftest import EXAMPLE, KEY, settings_in

pytestmark = pytest.mark.weights
_MODELS = Path("models")
_ONNX = "transformer/1.0/model.onnx"


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """Return a copy of the shipped models that a test may spoil."""
    ignore = shutil.ignore_patterns(".work", "*.svg", "report.*")
    return Path(shutil.copytree(_MODELS, tmp_path / "models", ignore=ignore))


@pytest.fixture
def client(tmp_path: Path, models: Path) -> Iterator[Callable[..., TestClient]]:
    """Return what starts the service on those models."""
    started: list[TestClient] = []

    def start(**changed: Any) -> TestClient:
        app = create_app(settings_in(tmp_path, models=models, **changed))
        client = TestClient(app, headers={"Authorization": f"Bearer {KEY}"})
        started.append(client.__enter__())
        return client

    yield start
    for one in started:
        one.__exit__(None, None, None)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _alter(path: Path) -> None:
    path.write_bytes(b"\x00" + path.read_bytes()[1:])


@pytest.mark.parametrize("spoil", [Path.unlink, _cut, _alter], ids=["missing", "cut short", "altered"])
def test_linear_model_serves_while_the_transformer_cannot(
    client: Callable[..., TestClient], models: Path, spoil: Callable[[Path], None]
) -> None:
    """A bad copy of one file must not leave a newsroom without scores, nor hide itself."""
    spoil(models / _ONNX)

    running = client()
    answer = running.post("/v1/verdicts", json=EXAMPLE).json()

    assert (answer["verdict"], answer["degraded"], answer["model"]) == ("flag", True, "linear@1.0")
    assert running.get("/readyz").json()["status"] == "degraded"


def test_rules_serve_while_no_model_can(client: Callable[..., TestClient], models: Path) -> None:
    """What rules cannot tell without a score waits for a person."""
    shutil.rmtree(models)

    answer = client().post("/v1/verdicts", json={"comment": {"text": "The fees rise again."}}).json()

    assert (answer["verdict"], answer["degraded"], answer["model"]) == ("flag", True, None)


def test_model_that_is_spoilt_later_goes_on_serving(client: Callable[..., TestClient], models: Path) -> None:
    """A running service keeps its last good model, whatever happens to the files."""
    running = client()
    shutil.rmtree(models)

    answer = running.post("/v1/verdicts", json=EXAMPLE).json()

    assert (answer["degraded"], answer["model"]) == (False, "cascade@1.0")


class _Hanging(WordScorer):
    """Hangs until it is told to answer."""

    def score(self, texts: Sequence[str], *, languages: Sequence[str]) -> list[Scores]:
        self.answers.wait(timeout=20)
        return super().score(texts, languages=languages)


def test_slow_model_is_passed_by_and_its_comments_judged_again(client: Callable[..., TestClient]) -> None:
    """The site gets its answer in time, and the second look is nobody's work."""
    running = client()
    service: Service = running.app.state.service  # type: ignore[attr-defined]
    slow = _Hanging()
    slow.answers.clear()
    service.scorer = TimedScorer(slow, seconds=0.05)
    text = {"comment": {"id": "c-1", "text": "The fees rise again."}}
    first = running.post("/v1/verdicts", json=text).json()
    slow.answers.set()
    service.clock = _Later(service.clock)
    work(service)

    decisions = running.get("/v1/comments/c-1").json()["decisions"]
    assert (first["verdict"], first["degraded"], first["model"]) == ("allow", True, "linear@1.0")
    assert [each["source"] for each in decisions] == ["policy", "rejudged"]


class _Later:
    """Tells a time ten minutes on."""

    def __init__(self, clock: Any) -> None:
        self._clock = clock

    def now(self) -> Any:
        """Return the time."""
        from datetime import timedelta

        return self._clock.now() + timedelta(minutes=10)


def test_linear_model_has_no_lesser_one(models: Path) -> None:
    """Two copies of one model would fail together."""
    scorer, fallback = load_scorers(Settings(models=models, model="linear"))

    assert (scorer.name, fallback) == ("linear@1.0", None)
