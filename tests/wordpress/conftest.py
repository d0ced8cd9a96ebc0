"""One WordPress and one service for the whole folder; each test starts with the plugin connected and live."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.server.processes import KEY, Server, free_port
from tests.wordpress.site import WordPress, missing

#: Longest wait for a message on a busy machine.
PATIENCE_SECONDS = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test here, and leave them out where WordPress is not installed; the summary says so."""
    absent = missing()
    for item in items:
        if Path(__file__).parent in item.path.parents and "wordpress" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.wordpress)
            if absent:
                item.add_marker(pytest.mark.skip(reason=f"not installed: {absent} (make wordpress)"))


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run the service itself, as `moderation serve` does."""
    server = Server(
        tmp_path_factory.mktemp("service"),
        MODERATION_WEBHOOK_HOSTS="127.0.0.1",
        MODERATION_POLICY=str(Path(__file__).parent / "policy.yaml"),
    ).start()
    yield server
    server.end()


@pytest.fixture(scope="session")
def wordpress(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordPress]:
    """Run WordPress with the plugin active."""
    site = WordPress(tmp_path_factory.mktemp("wordpress"))
    try:
        site.start()
        site.php(
            "require_once ABSPATH . 'wp-admin/includes/plugin.php';"
            "return activate_plugin( 'moderation-desk/moderation-desk.php' );"
        )
        yield site
    finally:
        site.stop()


@dataclass(slots=True)
class Site:
    """A WordPress that asks a service."""

    wordpress: WordPress
    service: Server
    post: int

    def set(self, **changed: Any) -> None:
        """Change settings of the plugin."""
        code = (
            "$changed = json_decode( '%s', true ); delete_transient( 'moderation_desk_pause' );"
            "update_option( 'moderation_desk', $changed + get_option( 'moderation_desk', array() ) ); return true;"
        )
        self.wordpress.php(code % json.dumps(changed))

    def comment(self, text: str, *, name: str = "Ann", **more: Any) -> Any:
        """Post a comment through the form, as a reader does."""
        sent = {"author": name, "email": f"{name.lower()}@example.org", "comment": text}
        sent |= {"comment_post_ID": str(self.post), "comment_parent": "0"} | more
        return self.wordpress.post("/wp-comments-post.php", data=sent)

    def status(self, text: str) -> str | None:
        """Return how WordPress stores the comment with a text."""
        found = self.row(text)
        return None if found is None else found["comment_approved"]

    def row(self, text: str) -> Any:
        """Return a comment with the id by which the service knows it."""
        code = (
            'global $wpdb; $row = $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->comments} WHERE '
            "comment_content LIKE %%s ORDER BY comment_ID DESC\", '%%' . $wpdb->esc_like( \"%s\" ) . '%%' ),"
            "ARRAY_A ); if ( $row ) {"
            "$row['service_id'] = get_comment_meta( $row['comment_ID'], '_moderation_desk_id', true );"
            "$row['metas'] = array_keys( get_comment_meta( $row['comment_ID'] ) ); } return $row;"
        )
        return self.wordpress.php(code % text.replace('"', '\\"'))

    def at_service(self, text: str) -> Any:
        """Return what the service knows of the comment with a text."""
        return self.service.ask(f"/v1/comments/{self.row(text)['service_id']}").json()

    def rule(self, text: str, ruling: str) -> None:
        """Rule on a comment at the service."""
        body = {"ruling": ruling, "clause": "attacks", "moderator": "Eve"}
        answer = self.service.ask(f"/v1/comments/{self.row(text)['service_id']}/ruling", body)
        assert answer.status_code == 200, answer.text

    def cron(self, job: str) -> None:
        """Run a job of the plugin now, as WordPress's cron would when it is due."""
        self.wordpress.php(
            f"wp_clear_scheduled_hook( '{job}' ); do_action( '{job}' ); return true;", DOING_CRON="true"
        )

    def edit(self, text: str, into: str) -> bool:
        """Change the text of a comment as a plugin does that lets writers mend their words."""
        number = self.row(text)["comment_ID"]
        code = (
            "return 1 === wp_update_comment( wp_slash( array( 'comment_ID' => %s, 'comment_content' => '%s' ) ) );"
        )
        return bool(self.wordpress.php(code % (number, into)))

    def app(self) -> tuple[str, str]:
        """Return the name and password with which the editor's app signs in."""
        password = self.wordpress.php(
            "$name = array( 'name' => 'app' . microtime() );"
            "return WP_Application_Passwords::create_new_application_password( 1, $name )[0];"
        )
        return "editor", password

    def scheduled(self, job: str) -> bool:
        """Whether a job waits to be run."""
        return bool(self.wordpress.php(f"return wp_next_scheduled( '{job}' );"))


@pytest.fixture
def site(wordpress: WordPress, service: Server, request: pytest.FixtureRequest) -> Iterator[Site]:
    """Return a site with a fresh article, whose plugin is connected and live; PHP must not have complained."""
    title = request.node.name.replace("'", "")
    post = wordpress.php(
        "wp_cache_flush(); Moderation_Desk_Settings::create();"
        f"update_option( 'moderation_desk', array( 'url' => '{service.url}', 'observe' => false ) );"
        f"update_option( 'moderation_desk_key', '{KEY}', false ); delete_transient( 'moderation_desk_pause' );"
        f"return wp_insert_post( array( 'post_title' => '{title}',"
        "'post_content' => 'The council raised the fees.',"
        "'post_status' => 'publish', 'comment_status' => 'open', 'ping_status' => 'open' ) );"
    )
    yield Site(wordpress, service, post)
    assert wordpress.faults() == ""


@pytest.fixture
def nobody() -> str:
    """Return an address where nobody listens."""
    return f"http://127.0.0.1:{free_port()}"


@pytest.fixture
def wait_for() -> Callable[[Callable[[], bool]], None]:
    """Return what waits until something is so."""

    def wait(is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < end
            time.sleep(0.2)

    return wait


@pytest.fixture
def editor(site: Site) -> Iterator[httpx2.Client]:
    """Sign in to WordPress as its editor, in a browser's way."""
    with httpx2.Client(base_url=site.wordpress.url, follow_redirects=True, timeout=60, trust_env=False) as client:
        client.get("/wp-login.php")
        form = {
            "log": "editor",
            "pwd": "password",
            "testcookie": "1",
            "redirect_to": site.wordpress.url + "/wp-admin/",
        }
        assert "wpadminbar" in client.post("/wp-login.php", data=form).text
        yield client


def nonce(page: str, name: str = "_wpnonce") -> str:
    """Return the token of a form."""
    return page.split(f'name="{name}" value="')[1].split('"')[0]


def act(editor: httpx2.Client, action: str, *numbers: str) -> None:
    """Mark comments in the list, and choose an action for all of them."""
    page = editor.get("/wp-admin/edit-comments.php?comment_status=all").text
    sent = {"action": action, "_wpnonce": nonce(page), "delete_comments[]": list(numbers), "comment_status": "all"}
    here = {"Referer": f"{editor.base_url}/wp-admin/edit-comments.php"}
    assert editor.get("/wp-admin/edit-comments.php", params=sent, headers=here).status_code == 200
