"""What the palette offers beside the keys of a page: every page, queue and kept search that one may open."""

from urllib.parse import quote

from fastapi import Response
from fastapi.responses import JSONResponse

from moderation.searches import searches_of
from moderation.service import Service
from moderation.web.desk import queues_of, waiting_of
from moderation.web.keys import KEYS
from moderation.web.permissions import PERMISSIONS, may
from moderation.web.route import ServiceDep, VisitorDep, pages
from moderation.web.searches import address_of
from moderation.web.visitors import Visitor

router = pages()

#: Pages to which no key leads.
LINKS = (
    ("Keys of the desk", "/desk/keys"),
    ("Batches that wait for a second person", "/desk/batches"),
    ("Authors who wait for a person: steps of the ladder", "/desk/steps"),
    ("Policy: clauses, rules, versions", "/policy"),
    ("Policy as it is written", "/policy/files"),
    ("A new rule", "/policy/new-rule"),
    ("Try a comment against the policy", "/policy/bench"),
    ("Try a word", "/policy/words"),
    ("Thresholds of scores", "/policy/thresholds"),
    ("Agreement with what people decided, and going live", "/policy/agreement"),
    ("Words that no rule knows", "/policy/suggestions"),
    ("Insights: how the newsroom does", "/insights"),
    ("Transparency report", "/transparency"),
    ("People and their roles", "/people"),
    ("Setup: keys, connection, health", "/setup"),
    ("Your account", "/account"),
)


@router.get("/palette")
def palette(visitor: VisitorDep, service: ServiceDep) -> Response:
    """Return names and paths; what the visitor may not open is not named."""
    return JSONResponse({"entries": [*_pages(visitor), *_queues(service, visitor), *_searches(service, visitor)]})


def _pages(visitor: Visitor) -> list[dict[str, str]]:
    keyed = [{"name": key.does, "path": key.path, "act": key.act} for key in KEYS if key.path is not None]
    named = [{"name": name, "path": path, "act": ""} for name, path in LINKS]
    return [
        each | {"group": "Page"}
        for each in (*keyed, *named)
        if may(visitor.role, PERMISSIONS["GET", each["path"]])
    ]


def _queues(service: Service, visitor: Visitor) -> list[dict[str, str]]:
    queues = queues_of(waiting_of(service, visitor), service.clock.now())
    return [
        {
            "name": f"Queue {queue['queue']}: {queue['count']}",
            "path": f"/desk?queue={quote(queue['queue'], safe='')}",
            "act": "",
            "group": "Queue",
        }
        for queue in queues
    ]


def _searches(service: Service, visitor: Visitor) -> list[dict[str, str]]:
    kept = searches_of(service.accounts, by=visitor.account.name, site=visitor.site).searches
    return [{"name": each.name, "path": address_of(each), "act": "", "group": "Search"} for each in kept]
