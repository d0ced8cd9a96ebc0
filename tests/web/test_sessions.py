"""Signing in and out, sessions that end, links that open once, and what is refused."""

import re
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from moderation.accounts import MOST_FAILURES, create, disable, give_role, make_link
from moderation.app import create_app
from moderation.domain.account import AccountName, Role
from moderation.keys import digest_of
from moderation.service import Service
from moderation.web.visitors import SESSION
from moderation.wiring import open_database, prepare
from tests.api.conftest import settings_in
from tests.web.conftest import PASSWORD, SITES, Browse, Browser


def new_account(service: Service, name: str, role: Role = Role.MODERATOR) -> None:
    """Make somebody for one test alone."""
    password = service.passwords.hash(PASSWORD)
    create(
        service.accounts, name=name, roles={SITES[0]: role}, by="test", at=service.clock.now(), password=password
    )


def test_whoever_is_not_signed_in_is_asked_and_led_on(browse: Browse) -> None:
    """A link in a message leads to the page, after the password."""
    browser = browse()
    page = browser.get("/account?from=mail")
    place = re.search(r'name="next" value="([^"]*)"', page.text)
    assert place is not None

    landed = browser.submit("/sign-in", of="/sign-in", name="editor", password=PASSWORD, next=place[1])

    assert str(landed.url).endswith("/account?from=mail")


@pytest.mark.parametrize(
    "place", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "\t//evil.example"]
)
def test_nobody_is_led_to_another_host(browse: Browse, place: str) -> None:
    """A link to our own sign-in page must not be a way to somebody else's copy of it."""
    browser = browse()

    landed = browser.submit("/sign-in", of="/sign-in", name="editor", password=PASSWORD, next=place)

    assert landed.url.path == "/desk"
    assert landed.url.host == "testserver"


@pytest.mark.parametrize(
    ("name", "password"),
    [("editor", "not the password"), ("nobody-of-that-name", PASSWORD), ("", ""), ("editor", PASSWORD + "\0")],
)
def test_wrong_name_and_wrong_password_are_told_apart_by_nobody(browse: Browse, name: str, password: str) -> None:
    """Whoever guesses must not learn which names there are."""
    answer = browse().sign_in(name, password)

    assert answer.status_code == 403
    assert "Name or password is not right." in answer.text


def test_too_many_failures_lock_out_with_the_right_password_too(browse: Browse, service: Service) -> None:
    """A guesser gets five tries, not five thousand; a one-time link still lets the owner in."""
    new_account(service, "locked")
    browser = browse()
    for _ in range(MOST_FAILURES["pair"]):
        assert browser.sign_in("locked", "guess").status_code == 403

    assert browser.sign_in("locked").status_code == 429
    make_link(service.accounts, name="locked", site=SITES[0], digest=digest_of("way-in"), at=service.clock.now())
    entered = browser.submit(
        "/welcome/way-in", of="/welcome/way-in", password="quite another phrase", again="quite another phrase"
    )
    assert entered.url.path == "/desk"


def test_newsroom_behind_one_address_is_not_locked_out_by_signing_in(browse: Browse, service: Service) -> None:
    """Thirty people who come to work are no thirty guesses; a guess still counts, whoever signs in after it."""
    new_account(service, "early")
    browser = browse()
    failed = browser.sign_in("early", "guess").status_code

    entered = [browse().sign_in("early").url.path for _ in range(MOST_FAILURES["address"])]

    assert (failed, set(entered)) == (403, {"/desk"})


def test_session_ends_when_it_is_not_used(browse: Browse, service: Service) -> None:
    """A browser left open in a café is nobody's in the morning."""
    browser = browse("reader")
    digest = digest_of(browser.client.cookies[SESSION])
    long_ago = service.clock.now() - timedelta(minutes=481)
    service.accounts.use_session(digest, site=SITES[0], at=long_ago)

    assert "Sign in" in browser.get("/desk").text
    assert service.accounts.session(digest) is None


def test_cookie_is_hidden_from_scripts_and_other_sites(browse: Browse) -> None:
    """A stolen cookie is a stolen role; each sign-in makes a new one."""
    browser = browse()
    first = browser.client.post(
        "/sign-in",
        data={"name": "reader", "password": PASSWORD, "csrf": browser.token("/sign-in")},
        follow_redirects=False,
    )

    cookie = first.headers["set-cookie"].lower()
    assert {"httponly", "samesite=lax", "path=/"} <= set(cookie.split("; "))
    assert first.headers["location"] == "/desk"


def test_cookie_is_secure_behind_tls(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Over plain HTTP somebody on the way would read it."""
    app = create_app(settings_in(tmp_path_factory.mktemp("tls"), public_url="https://news.example/desk"))
    with TestClient(app) as client:
        answer = client.get("/desk/sign-in")

    assert "; secure" in answer.headers["set-cookie"].lower()
    assert "path=/desk" in answer.headers["set-cookie"].lower()
    assert "Strict-Transport-Security" in answer.headers
    assert 'href="/desk/static/web/' in answer.text


def test_signing_out_ends_the_session_not_only_the_cookie(browse: Browse, service: Service) -> None:
    """A copy of the cookie must be worth nothing afterwards."""
    browser = browse("reader")
    cookie = browser.client.cookies[SESSION]
    browser.submit("/sign-out")

    assert service.accounts.session(digest_of(cookie)) is None
    assert "Sign in" in browser.get("/desk").text


def test_signing_out_everywhere_ends_every_session(browse: Browse, service: Service) -> None:
    """After a lost telephone one button must be enough."""
    new_account(service, "twice")
    here, there = browse("twice"), browse("twice")
    here.submit("/sign-out-everywhere")

    assert "Sign in" in there.get("/desk").text


def test_disabled_account_is_out_at_once_and_stays_out(browse: Browse, service: Service) -> None:
    """Whoever is dismissed at ten must not rule at five past."""
    new_account(service, "dismissed")
    browser = browse("dismissed")
    disable(service.accounts, name="dismissed", by="test", at=service.clock.now())

    assert "Sign in" in browser.get("/desk").text
    assert browser.sign_in("dismissed").status_code == 403


def test_form_of_another_site_is_refused(browse: Browse, service: Service) -> None:
    """Two windows on two sites share a session; what was meant for one must not happen to the other."""
    new_account(service, "two-sites", Role.ADMINISTRATOR)
    account = service.accounts.find(AccountName("two-sites"))
    assert account is not None
    browser = browse("two-sites")
    give_role(
        service.accounts, name="two-sites", site=SITES[1], role=Role.READER, by="test", at=service.clock.now()
    )
    old = browser.token()
    browser.submit("/site", site=SITES[1])

    assert browser.client.post("/sign-out", data={"csrf": old}).status_code == 403


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_request_from_another_site_is_refused_with_the_token_too(browse: Browse, headers: dict[str, str]) -> None:
    """The browser itself says where a form comes from."""
    browser = browse("reader")
    answer = browser.client.post("/sign-out", data={"csrf": browser.token()}, headers=headers)

    assert answer.status_code == 403


def test_first_start_makes_the_first_administrator_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever comes second to a fresh service must find the door shut."""
    settings = settings_in(tmp_path_factory.mktemp("first"))
    engine = open_database(settings)
    first = prepare(settings, engine)
    assert first is not None
    with TestClient(create_app(settings)) as client:
        browser, path = Browser(client), f"/welcome/{first.link}"
        wrong = browser.submit(path, of=path, name="chief", password="short", again="short")
        made = browser.submit(path, of=path, name="Chief", password=PASSWORD, again=PASSWORD)
        again = TestClient(client.app).get(path)

    assert (wrong.status_code, made.url.path, again.status_code) == (422, "/desk", 404)
    assert "administrator of default" in made.text


def test_pages_run_nothing_but_our_own(browse: Browse) -> None:
    """A comment that got through the escaping would still not run."""
    answer = browse("reader").get("/desk")

    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert not re.search(r'style="|<script(?![^>]*src=)|\son\w+=', answer.text)


def test_scripts_and_styles_are_kept_for_good_under_their_edition(browse: Browse) -> None:
    """A page in 100 ms does not fetch its style again."""
    browser = browse()
    style = re.search(r'href="(/static/web/[^"]+style.css)"', browser.get("/sign-in").text)
    assert style is not None
    answer = browser.get(style[1])

    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/css")
    assert browser.get("/static/web/x/..%2f__init__.py").status_code == 404


@pytest.mark.parametrize(
    ("peer", "is_let_in"), [("10.0.0.5", True), ("10.0.0.6", False)], ids=["from the proxy", "from elsewhere"]
)
def test_proxy_tells_who_somebody_is(tmp_path_factory: pytest.TempPathFactory, peer: str, is_let_in: bool) -> None:
    """Single sign-on is the proxy's word, and only the proxy's: a header is typed easily."""
    settings = settings_in(
        tmp_path_factory.mktemp("proxy"), proxy_user_header="X-Forwarded-User", proxy_addresses="10.0.0.5/32"
    )
    app = create_app(settings)
    with TestClient(app, client=(peer, 50_000)) as client:
        new_account(app.state.service, "ann")
        page = client.get("/desk", headers={"X-Forwarded-User": "Ann", "X-Forwarded-For": "203.0.113.9"})

    assert ("Sign out" in page.text) is is_let_in


def test_address_that_is_not_there_is_a_page_for_people_and_a_problem_for_programs(browse: Browse) -> None:
    """Each reads its own language."""
    page = browse().get("/no-such-page", headers={"Accept": "text/html"})
    problem = browse().get("/no-such-page", headers={"Accept": "application/json"})

    assert (page.status_code, problem.status_code) == (404, 404)
    assert "There is no page at this address." in page.text
    assert problem.headers["content-type"] == "application/problem+json"
