"""Each route is walked as each role, on one's own site and on another: the table is what happens."""

import pytest

from moderation.accounts import create, give_role
from moderation.domain.account import AccountName, Role
from moderation.service import Service
from moderation.web.permissions import PERMISSIONS, may, needed
from moderation.web.route import PageRoute
from moderation.web.routers import ROUTERS
from tests.web.conftest import SITES, Browse, Browser

ROUTES = sorted(PERMISSIONS, key=lambda route: (route[1], route[0]))
EACH = pytest.mark.parametrize("route", ROUTES, ids=" ".join)

#: These end the session that a walk goes on with; `test_sessions.py` looks at them.
ENDING = {("POST", "/sign-out"), ("POST", "/sign-out-everywhere")}


def test_table_and_routes_are_the_same() -> None:
    """An entry without a route is a typing error; a route without an entry cannot be made."""
    routes = [route for router in ROUTERS for route in router.routes if isinstance(route, PageRoute)]

    assert {(method, route.path) for route in routes for method in route.methods or ()} == set(PERMISSIONS)
    with pytest.raises(LookupError, match="add it"):
        needed("GET", "/no-such-page")


@pytest.fixture(scope="module")
def browsers() -> dict[str, Browser]:
    """Keep one browser a name: to sign in takes longer than to look."""
    return {}


@pytest.fixture
def as_role(browsers: dict[str, Browser], browse: Browse) -> dict[str, Browser]:
    """Return a browser for each role, and one for nobody."""
    for role in Role:
        if role.value not in browsers:
            browsers[role.value] = browse(role.value)
    browsers.setdefault("nobody", browse())
    return browsers


@EACH
def test_each_role_may_what_the_table_says(route: tuple[str, str], as_role: dict[str, Browser]) -> None:
    """A reader who could rule, or a moderator who could give roles, would be a hole that nobody sees."""
    for name, browser in as_role.items():
        role = Role(name) if name != "nobody" else None
        allowed = may(role, PERMISSIONS[route])
        if role is not None and allowed and route in ENDING:
            continue

        assert _is_let_in(browser, route) == allowed, name


@EACH
def test_a_role_on_one_site_is_none_on_another(
    route: tuple[str, str], browse: Browse, service: Service, browsers: dict[str, Browser]
) -> None:
    """The administrator of one newsroom is a reader, or nobody, in the next."""
    if "both" not in browsers:
        account = service.accounts.find(_both(service))
        assert account is not None
        browsers["both"] = browse("both")
        browsers["both"].submit("/site", site=SITES[1])
    allowed = may(Role.READER, PERMISSIONS[route])
    if allowed and (route in ENDING or route[1] == "/site"):
        return

    assert _is_let_in(browsers["both"], route) == allowed


@EACH
def test_post_without_the_token_changes_nothing(route: tuple[str, str], as_role: dict[str, Browser]) -> None:
    """Another page must not act through the browser of somebody who is signed in."""
    if route[0] == "GET":
        return
    browser = as_role["administrator"]

    assert browser.client.post(_path(route), data={}).status_code == 403
    assert browser.client.post(_path(route), data={"csrf": "0" * 64}).status_code == 403


def test_role_that_was_taken_away_ends_with_the_next_page(browse: Browse, service: Service) -> None:
    """Whoever left the newsroom must not read on in an open window."""
    create(
        service.accounts,
        name="leaver",
        roles={SITES[0]: Role.MODERATOR},
        by="test",
        at=service.clock.now(),
        password=service.passwords.hash("a heron in the reeds"),
    )
    browser = browse("leaver")
    give_role(service.accounts, name="leaver", site=SITES[0], role=None, by="test", at=service.clock.now())

    assert "Sign in" in browser.get("/desk").text


def _both(service: Service) -> AccountName:
    name = AccountName("both")
    roles = {SITES[0]: Role.ADMINISTRATOR, SITES[1]: Role.READER}
    password = service.passwords.hash("a heron in the reeds")
    create(service.accounts, name=name, roles=roles, by="test", at=service.clock.now(), password=password)
    return name


def _is_let_in(browser: Browser, route: tuple[str, str]) -> bool:
    """Whether a route lets a browser past permission and forgery, whatever it says then."""
    path = _path(route)
    if route[0] == "GET":
        answer = browser.client.get(path, follow_redirects=False)
        to_sign_in = answer.status_code == 303 and "/sign-in" in answer.headers["location"]
        return answer.status_code != 403 and not to_sign_in
    token = browser.token("/sign-in")
    answer = browser.client.post(path, data={"csrf": token}, follow_redirects=False)
    return not (answer.status_code == 401 or "This asks for the role" in answer.text)


def _path(route: tuple[str, str]) -> str:
    return route[1].replace("{", "").replace("}", "")
