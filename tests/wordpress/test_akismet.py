"""Akismet's own plugin, as it comes with WordPress, pointed at the service by the file that we ship for it."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.server.processes import Server, free_port
from tests.wordpress.conftest import Site, act, nonce
from tests.wordpress.site import PLUGIN, WORDPRESS, WordPress

AKISMET = WORDPRESS / "wp-content/plugins/akismet"
HERE = PLUGIN.parent / "akismet-here.php"
CIVIL, RUDE, ADVERTISEMENT = "The buses of %s are late.", "You are an idiot, %s.", "The best casino is %s."
#: What a browser sends along, and nobody may keep.
SECRET = "Basic c2VjcmV0LW9mLWEtcmVhZGVy"
SETTINGS = "/wp-admin/options-general.php?page=akismet-key-config"
#: From here on, the plugin holds a comment until it is told more.
TAKES_LATE_VERDICTS = (5, 5)


def version() -> tuple[int, ...]:
    """Return the version of Akismet's plugin that is installed."""
    text = (AKISMET / "akismet.php").read_text()
    found = re.search(r"AKISMET_VERSION', '([\d.]+)'", text)
    assert found is not None
    return tuple(map(int, found[1].split(".")))


def start(folder: Path, **changed: str) -> Server:
    """Run the service with a policy of known words."""
    changed |= {"MODERATION_POLICY": str(Path(__file__).parent / "policy.yaml")}
    return Server(folder, command=None, MODERATION_WEBHOOK_HOSTS="127.0.0.1", **changed).start()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service that lets WordPress throw away what is blocked."""
    server = start(tmp_path_factory.mktemp("akismet"), MODERATION_AKISMET_BLOCK="discard")
    yield server
    server.end()


@pytest.fixture(scope="module")
def blog(wordpress: WordPress) -> Iterator[WordPress]:
    """A WordPress with Akismet's plugin in the place of ours."""
    if not AKISMET.exists():
        pytest.skip(f"not installed: Akismet's plugin in {AKISMET.parent} (make wordpress)")
    content, extra = wordpress.tree / "wp-content", wordpress.folder / "extra.php"
    shutil.copytree(AKISMET, content / "plugins/akismet", dirs_exist_ok=True)
    shutil.copy(HERE, content / "mu-plugins")
    extra.write_text(f"<?php define( 'AKISMET_HERE', file_get_contents( '{wordpress.folder}/address' ) );")
    point(wordpress, "http://127.0.0.1")
    swap = "require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins( '%s' );"
    swap += "return activate_plugin( '%s' );"
    ours, theirs = "moderation-desk/moderation-desk.php", "akismet/akismet.php"
    wordpress.php(swap % (ours, theirs))
    try:
        yield wordpress
    finally:
        extra.unlink(missing_ok=True)
        (content / "mu-plugins" / HERE.name).unlink()
        wordpress.php("delete_option( 'wordpress_api_key' );" + swap % (theirs, ours))


def point(wordpress: WordPress, url: str) -> None:
    """Name the service to the configuration; PHP keeps programs for two seconds, and reads what is none anew."""
    (wordpress.folder / "address").write_text(url + "/")


def make_key(server: Server) -> str:
    """Make a key as the how-to says."""
    return server.run("key", "create", "--akismet", "--name", "blog").strip()


@pytest.fixture(scope="module")
def key(served: Server) -> str:
    """Return the key that the plugin is given."""
    return make_key(served)


@pytest.fixture
def site(blog: WordPress, served: Server, key: str, request: pytest.FixtureRequest) -> Iterator[Site]:
    """Return a site with a fresh article that asks the service through Akismet's plugin."""
    yield from connected(blog, served, key=key, title=request.node.name)


def connected(wordpress: WordPress, server: Server, *, key: str, title: str) -> Iterator[Site]:
    """Point Akismet's plugin at a service, and let it have a key."""
    point(wordpress, server.url)
    post = wordpress.php(
        f"wp_cache_flush(); update_option( 'wordpress_api_key', '{key}' );"
        "update_option( 'akismet_strictness', '0' ); delete_option( 'akismet_ssl_disabled' );"
        f"return wp_insert_post( array( 'post_title' => '{title}', 'post_content' => 'The council met.',"
        "'post_status' => 'publish', 'comment_status' => 'open', 'ping_status' => 'open' ) );"
    )
    yield Site(wordpress, server, post)


def known(site: Site, text: str) -> dict[str, Any]:
    """Return what the service keeps of the comment with a text."""
    decisions: list[dict[str, Any]] = []
    after = 0
    while page := site.service.ask(f"/v1/decisions?after={after}&limit=500").json()["decisions"]:
        decisions, after = decisions + page, page[-1]["position"]
    for id in dict.fromkeys(each["comment_id"] for each in reversed(decisions)):
        kept: dict[str, Any] = site.service.ask(f"/v1/comments/{id}").json()
        if kept["text"] and text in kept["text"]:
            return kept
    raise AssertionError(f"not at the service: {text}")


def test_key_is_taken_on_the_plugins_own_page(site: Site, editor: httpx2.Client, key: str) -> None:
    """The page drops every letter beyond f, and refuses what is not twelve long or has no subscription."""
    site.wordpress.php("return delete_option( 'wordpress_api_key' );")
    page = editor.get(SETTINGS + "&view=enter_key").text
    form = {"action": "enter-key", "key": key, "_wpnonce": nonce(page)}
    saved = editor.post(SETTINGS, data=form).text

    assert site.wordpress.php("return get_option( 'wordpress_api_key' );") == key
    assert "akismet" in saved.lower()
    assert "you entered is invalid" not in saved


def test_wrong_key_is_refused_on_the_plugins_own_page(site: Site, editor: httpx2.Client) -> None:
    """Whoever mistypes it learns so at once, and not by spam."""
    site.wordpress.php("return delete_option( 'wordpress_api_key' );")
    page = editor.get(SETTINGS + "&view=enter_key").text
    editor.post(SETTINGS, data={"action": "enter-key", "key": "0" * 12, "_wpnonce": nonce(page)})

    assert not site.wordpress.php("return get_option( 'wordpress_api_key' );")


@pytest.mark.parametrize(
    ("text", "status", "outcome"),
    [(CIVIL, "1", "allow"), (RUDE, "spam", "flag"), (ADVERTISEMENT, "spam", "block")],
)
def test_comment_is_filed_as_the_policy_says(site: Site, text: str, status: str, outcome: str) -> None:
    """Spam is what the policy would not let stand; the service knows under which article it was written."""
    site.comment(text % outcome)
    kept = known(site, text % outcome)

    assert (site.status(text % outcome), kept["outcome"]) == (status, outcome)
    assert (kept["article"]["id"], kept["author"]["name"]) == (str(site.post), "Ann")


def test_spam_can_be_tried(site: Site) -> None:
    """The how-to says so: it is how an owner sees that the plugin asks the service, and not Akismet."""
    site.comment(CIVIL % "the try", name="viagra-test-123")

    assert site.status(CIVIL % "the try") == "spam"


def test_blocked_comment_is_thrown_away_where_the_site_chose_so(site: Site) -> None:
    """`discard` is for sites that do not look through their spam."""
    site.wordpress.php("return update_option( 'akismet_strictness', '1' );")
    site.comment(RUDE % "strict")
    site.comment(ADVERTISEMENT % "strict")

    assert site.status(RUDE % "strict") == "spam"
    assert site.status(ADVERTISEMENT % "strict") is None
    assert known(site, ADVERTISEMENT % "strict")["outcome"] == "block"


def test_what_the_visitor_sends_along_is_not_kept(site: Site) -> None:
    """The plugin forwards every header and every field of the form, a password among them."""
    headers = {"Authorization": SECRET, "X-WP-Nonce": "nonce-of-a-reader"}
    form = {"author": "Ann", "email": "ann@example.org", "comment": CIVIL % "secrets", "comment_parent": "0"}
    form |= {"comment_post_ID": str(site.post), "password": "password-of-a-reader"}
    site.wordpress.post("/wp-comments-post.php", data=form, headers=headers)
    assert known(site, CIVIL % "secrets")["outcome"] == "allow"
    stored = b"".join(path.read_bytes() for path in site.service.folder.iterdir() if path.is_file())

    assert b"secrets" in stored
    for secret in (SECRET, "nonce-of-a-reader", "password-of-a-reader", "ann@example.org"):
        assert secret.encode() not in stored


@pytest.mark.parametrize(
    ("text", "action", "status", "outcome"), [(CIVIL, "spam", "spam", "block"), (RUDE, "unspam", "0", "allow")]
)
def test_moderators_act_in_wordpress_is_a_label(
    site: Site, editor: httpx2.Client, text: str, action: str, status: str, outcome: str
) -> None:
    """`submit-spam` and `submit-ham` used to teach Akismet; now they teach the publisher, and end the review."""
    site.comment(text % action)
    act(editor, action, site.row(text % action)["comment_ID"])
    kept = known(site, text % action)

    assert (site.status(text % action), kept["outcome"], kept["review"]) == (status, outcome, None)
    assert kept["decisions"][-1]["source"] == "site"


def recheck(site: Site) -> None:
    """Let the plugin ask again about what it could not have judged."""
    code = "wp_set_current_user( 0 ); update_option( 'akismet_next_check', 0 ); Akismet::cron_recheck(); return 1;"
    site.wordpress.php(code, DOING_CRON="true")


def test_comment_waits_while_the_service_is_away_and_is_judged_afterwards(site: Site) -> None:
    """Left alone, newer versions of the plugin let a reader wait 45 seconds, and publish then."""
    point(site.wordpress, f"http://127.0.0.1:{free_port()}")
    for text in (CIVIL % "away", RUDE % "away"):
        site.comment(text)
    waiting = [site.status(CIVIL % "away"), site.status(RUDE % "away")]
    point(site.wordpress, site.service.url)
    recheck(site)

    assert waiting == ["0", "0"]
    assert (site.status(CIVIL % "away"), site.status(RUDE % "away")) == ("1", "spam")


def test_recheck_says_what_a_moderator_ruled(site: Site) -> None:
    """The button that looks through what waits must not undo a ruling."""
    text = RUDE % "rechecked"
    site.comment(text)
    id = known(site, text)["id"]
    site.service.ask(f"/v1/comments/{id}/ruling", {"ruling": "approve", "clause": "attacks", "moderator": "Eve"})
    number = site.row(text)["comment_ID"]

    assert site.wordpress.php(f"return Akismet::recheck_comment( {number} );") == "false"


def test_statistics_of_the_service_are_shown(site: Site, editor: httpx2.Client) -> None:
    """The plugin's page asks for them, and a page that breaks looks like a service that broke."""
    site.comment(ADVERTISEMENT % "statistics")
    answer = editor.get(SETTINGS)
    page = answer.text
    load = "require_once AKISMET__PLUGIN_DIR . 'class.akismet-admin.php';"
    stats = site.wordpress.php(load + "return Akismet_Admin::get_stats( Akismet::get_api_key() )['all'];")

    assert "Fatal error" not in page
    assert "frame-src 'self'" in answer.headers["content-security-policy"], "a frame from Akismet, with the key"
    assert "akismet" in page
    assert int(stats["spam"]) >= 1


@pytest.fixture
def late(blog: WordPress, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Site]:
    """A site whose flagged comments wait for a ruling, and that is told of it."""
    if version() < TAKES_LATE_VERDICTS:
        pytest.skip("not installed: Akismet's plugin 5.5, which takes late verdicts (WordPress 6.8)")
    server = start(tmp_path, MODERATION_AKISMET_FLAG="recheck")
    try:
        yield from connected(blog, server, key=make_key(server), title=request.node.name)
    finally:
        server.end()


@pytest.mark.parametrize(("ruling", "status"), [("approve", "1"), ("reject", "spam")])
def test_ruling_reaches_the_plugin_that_waits(
    late: Site, wait_for: Callable[[Callable[[], bool]], None], ruling: str, status: str
) -> None:
    """What is flagged is held, and the desk says what becomes of it."""
    late.service.run("webhook", "add", late.wordpress.url + "/index.php?rest_route=/akismet/v1/webhook")
    text = RUDE % f"late {ruling}"
    late.comment(text)
    assert late.status(text) == "0"
    body = {"ruling": ruling, "clause": "attacks", "moderator": "Eve"}
    late.service.ask(f"/v1/comments/{known(late, text)['id']}/ruling", body)

    wait_for(lambda: late.status(text) == status)
