"""How fast the pages of moderators are where much waits: a server of its own, asked as a browser asks it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import httpx2
from rich.table import Table

from moderation.accounts import create
from moderation.benchmark.queue import fill
from moderation.cli.console import say, table_of
from moderation.cli.own_server import own_server
from moderation.domain.account import Role
from moderation.domain.comment import SiteId
from moderation.settings import Settings
from moderation.wiring import build

#: The proxy's header by which the bench is signed in, and its name.
_HEADER, _NAME = "X-Bench-User", "bench"
#: For each review that waits, so many that were decided.
_HISTORY = 0.2
#: So many reviews that it has seen a browser names, at most, when it asks for others.
_PASSED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How long the server took over one kind of request, connection included, of so many."""

    request: str
    waiting: int
    count: int
    median_ms: float
    #: Nine in ten took no longer.
    p90_ms: float
    slowest_ms: float
    kilobytes: float


def answers(settings: Settings, *, reviews: int, rounds: int) -> list[Answered]:
    """Let so many reviews wait on a database that is thrown away, and work at the desk for some rounds."""
    environment = {"MODERATION_PROXY_USER_HEADER": _HEADER, "MODERATION_PROXY_ADDRESSES": "127.0.0.1"}
    with own_server(environment) as ours:
        fresh = {
            "database_url": f"sqlite:///{ours.folder}/moderation.sqlite3",
            "secret_file": ours.folder / "secret",
            "deadline_ms": 60_000,
        }
        service, site = build(settings.model_copy(update=fresh)), SiteId(settings.site)
        say(f"filling a database with {reviews:,} reviews")
        fill(service, site, waiting=reviews, decided=int(_HISTORY * reviews))
        create(service.accounts, name=_NAME, roles={site: Role.MODERATOR}, by=_NAME, at=service.clock.now())
        with httpx2.Client(base_url=ours.url, headers={_HEADER: _NAME}, timeout=120, trust_env=False) as client:
            shift = _Shift(client)
            shift.work(rounds)
        return list(shift.figures(reviews))


class _Shift:
    """A moderator's browser at work, with a watch."""

    def __init__(self, client: httpx2.Client) -> None:
        """Sign in."""
        self._client = client
        self._taken: dict[str, list[tuple[float, int]]] = {}
        found = re.search(r'name="csrf" content="([^"]+)"', self._get("signed in", "/desk").text)
        assert found is not None, "a page holds the token of its forms"
        client.headers["X-CSRF-Token"] = found[1]

    def work(self, rounds: int) -> None:
        """Open the desk, rule on what is next, look at the lists and the figures; so many times."""
        passed: list[str] = []
        for number in range(rounds):
            say(f"round {number + 1} of {rounds}")
            self._get("first paint", "/desk")
            self._get("first paint of one queue", "/desk?queue=attacks")
            for _ in range(5):
                ahead = f"/desk/next?but={','.join(passed[-_PASSED:])}"
                card = self._get("the next five cards", ahead).json()["cards"][0]
                self._get("one card", f"/desk/card?comment={card['comment']}")
                passed.append(card["review"])
                claimed = self._post("claim", "/desk/claim", {"review": card["review"]})
                item = {"comment": card["comment"], "review": card["review"], "version": claimed["version"]}
                self._post("ruling", "/desk/rule", {"items": [item], "ruling": "approve"})
            self._get("what waits where", "/desk/waiting")
            for order in ("priority", "oldest", "newest"):
                self._get("list", f"/desk/list?order={order}")
            # Another period each time: what was gathered a moment ago is remembered.
            self._get("insights", f"/insights?days={90 + number}")

    def figures(self, waiting: int) -> Iterator[Answered]:
        """Return how long each kind of request took."""
        for request, taken in self._taken.items():
            times = sorted(milliseconds for milliseconds, _ in taken)
            yield Answered(
                request=request,
                waiting=waiting,
                count=len(times),
                median_ms=median(times),
                p90_ms=times[int(0.9 * (len(times) - 1))],
                slowest_ms=times[-1],
                kilobytes=median(size for _, size in taken) / 1_000,
            )

    def _get(self, request: str, path: str) -> httpx2.Response:
        return self._timed(request, lambda: self._client.get(path))

    def _post(self, request: str, path: str, body: object) -> dict[str, int]:
        answer: dict[str, int] = self._timed(request, lambda: self._client.post(path, json=body)).json()
        return answer

    def _timed(self, request: str, ask: Callable[[], httpx2.Response]) -> httpx2.Response:
        began = perf_counter()
        answer = ask()
        taken = (perf_counter() - began) * 1_000
        answer.raise_for_status()
        self._taken.setdefault(request, []).append((taken, len(answer.content)))
        return answer


def answers_table(measured: list[Answered]) -> Table:
    """Return the figures as a table."""
    table = table_of("request", "waiting", "times", "median ms", "p90 ms", "slowest ms", "kB")
    for each in measured:
        times = (f"{value:.1f}" for value in (each.median_ms, each.p90_ms, each.slowest_ms))
        table.add_row(each.request, f"{each.waiting:,}", str(each.count), *times, f"{each.kilobytes:.0f}")
    return table
