"""A comment on its way: form, REST, pingback and trackback; answered, late, or not at all."""

import html
import socket
import threading
from collections.abc import Iterator

import pytest

from tests.server.processes import KEY
from tests.wordpress.conftest import Site

CIVIL, RUDE = "The fees in %s are too high for families.", "You are an idiot, %s."


def test_allowed_comment_appears(site: Site) -> None:
    """Most comments are fine, and nobody should wait for them."""
    text = CIVIL % "Ararat"
    answer = site.comment(text)

    assert answer.status_code == 302
    assert site.status(text) == "1"
    assert text in html.unescape(site.wordpress.get(f"/?p={site.post}").text)
    kept = site.at_service(text)
    assert kept["article"]["title"] == "test_allowed_comment_appears"
    assert (kept["author"]["name"], kept["outcome"], kept["article"]["id"]) == ("Ann", "allow", str(site.post))


def test_flagged_comment_is_held_and_its_writer_told(site: Site) -> None:
    """Who waits should know why, and nobody else."""
    text = RUDE % "Bob"
    answer = site.comment(text)

    assert site.status(text) == "0"
    place = answer.headers["location"]
    page = site.wordpress.get(place.removeprefix(site.wordpress.url).partition("#")[0]).text
    assert "moderation-desk-notice" in page
    assert "Say what is wrong with the argument instead." in page
    assert "moderation-desk-notice" not in site.wordpress.get(f"/?p={site.post}").text
    link = place.partition("#")[0].removeprefix(site.wordpress.url)
    forged = link[:-1] + ("1" if link.endswith("0") else "0")
    assert "moderation-desk-notice" not in site.wordpress.get(forged).text


def test_writer_is_led_to_their_page(site: Site) -> None:
    """Where the service has a page for the writer, the notice leads there, and to nothing but a page."""
    text = RUDE % "Dan"
    location = site.comment(text).headers["location"]
    place = location.removeprefix(site.wordpress.url).partition("#")[0]
    pages = []
    for url in ("https://desk.example/w/abc?a=1&b=2", "javascript:alert(1)"):
        writer = f"array( 'title' => 'Held', 'message' => '<b>Wait</b>', 'url' => '{url}' )"
        answer = f"array( 'verdict' => 'flag', 'writer' => {writer} )"
        site.wordpress.php(
            f"Moderation_Desk_Gate::keep_verdict( {site.row(text)['comment_ID']}, {answer} ); return 1;"
        )
        pages.append(site.wordpress.get(place).text)

    assert 'href="https://desk.example/w/abc?a=1&b=2"' in html.unescape(pages[0])
    assert "<b>Wait" not in pages[0]
    assert "javascript:" not in pages[1]


def test_filter_that_runs_twice_asks_once(site: Site) -> None:
    """Newer versions of WordPress run it again on the text that they have cleaned."""
    code = (
        "$named = apply_filters( 'preprocess_comment', array( 'comment_content' => 'You are an idiot, twice.',"
        f"'comment_post_ID' => {site.post}, 'comment_author' => 'Ann', 'comment_type' => 'comment' ) );"
        "$first = apply_filters( 'pre_comment_approved', 1, $named ); $named['comment_content'] = 'cleaned';"
        "return array( $first, apply_filters( 'pre_comment_approved', $first, $named ),"
        "$named['comment_meta']['_moderation_desk_id'] );"
    )
    first, second, id = site.wordpress.php(code)

    assert (first, second) == (0, 0)
    assert len(site.service.ask(f"/v1/comments/{id}").json()["decisions"]) == 1


@pytest.mark.parametrize(("flag", "status"), [("spam", "spam"), ("trash", "trash")])
def test_setting_says_what_becomes_of_a_comment(site: Site, flag: str, status: str) -> None:
    """A site without moderators holds nothing."""
    site.set(flag=flag)
    text = RUDE % flag
    site.comment(text)

    assert site.status(text) == status


ADVERTISEMENT = "The best casino is %s."


def test_blocked_comment_is_refused_with_a_message(site: Site) -> None:
    """Where the site keeps no refused comment, the writer still learns why."""
    site.set(flag="hold", block="refuse")
    text = ADVERTISEMENT % "refused"
    verdict = site.service.ask("/v1/assessments", {"comment": {"text": text}}).json()
    assert verdict["verdict"] == "block", verdict
    answer = site.comment(text)

    assert site.row(text) is None
    assert answer.status_code in (200, 403)
    assert html.escape(verdict["writer"]["message"], quote=False)[:30] in answer.text


def test_observing_changes_nothing(site: Site) -> None:
    """An editor wants to see what would happen before it does."""
    site.set(observe=True)
    text = RUDE % "observer"
    answer = site.comment(text)

    assert site.status(text) == "1"
    assert site.at_service(text)["outcome"] == "flag"
    assert "moderation-desk" not in answer.headers["location"]


def test_wordpress_own_rules_still_hold(site: Site) -> None:
    """A verdict never makes a site laxer than its administrator set it, unless told to."""
    site.wordpress.php("update_option( 'comment_moderation', 1 ); return 1;")
    try:
        site.comment(CIVIL % "held")
        site.set(allow="approve")
        site.comment(CIVIL % "published")
    finally:
        site.wordpress.php("update_option( 'comment_moderation', 0 ); return 1;")

    assert (site.status(CIVIL % "held"), site.status(CIVIL % "published")) == ("0", "1")


def test_comment_over_rest_is_judged(site: Site) -> None:
    """Apps and block themes post this way, and `wp_new_comment` is never called."""
    texts = CIVIL % "REST", RUDE % "REST"
    answers = [
        site.wordpress.post(
            "/index.php?rest_route=/wp/v2/comments",
            json={"post": site.post, "content": text, "author_name": "Ann", "author_email": "ann@example.org"},
        )
        for text in texts
    ]

    assert [answer.json()["status"] for answer in answers] == ["approved", "hold"]
    assert [site.at_service(text)["outcome"] for text in texts] == ["allow", "flag"]
    assert "attack" in answers[1].json()["moderation_desk"]["message"]
    assert "moderation_desk" not in answers[0].json()


def test_reply_is_judged_with_what_it_answers(site: Site) -> None:
    """Who "you" is depends on the comment above."""
    above, text = CIVIL % "the first", CIVIL % "the second"
    site.comment(above, name="Cleo")
    site.comment(text, comment_parent=site.row(above)["comment_ID"])

    kept = site.at_service(text)
    assert (kept["kind"], kept["parent"]["author"]) == ("reply", "Cleo")
    assert kept["parent"]["id"] == site.row(above)["service_id"]


def test_text_arrives_as_typed(site: Site) -> None:
    """Slashes, quotes and tags that WordPress takes out are what disguises are made of."""
    text = 'It\'s \\\\ a "quoted" <i>word</i> Üñí 👍 of the fees'
    site.comment('It\'s \\ a "quoted" <i>word</i> <font>Üñí</font> 👍 of the fees')

    kept = site.service.ask(f"/v1/comments/{site.row('of the fees')['service_id']}").json()
    assert kept["text"] == text.replace("\\\\", "\\").replace("Üñí", "<font>Üñí</font>")


def test_pingback_is_judged(site: Site) -> None:
    """Spam comes by this door as much as by the form."""
    page = site.wordpress.tree / "blog.html"
    here = f"{site.wordpress.url}/?p={site.post}"
    page.write_text(
        f"<html><title>A blog on fees</title><p>They write <a href='{here}'>about fees</a> today.</html>"
    )
    call = (
        "<?xml version='1.0'?><methodCall><methodName>pingback.ping</methodName><params>"
        f"<param><value><string>{site.wordpress.url}/blog.html</string></value></param>"
        f"<param><value><string>{here}</string></value></param></params></methodCall>"
    )
    answer = site.wordpress.post("/xmlrpc.php", content=call, headers={"Content-Type": "text/xml"})

    assert "registered" in answer.text, answer.text
    assert site.at_service("about fees")["kind"] == "pingback"


def test_trackback_is_judged(site: Site) -> None:
    """The older form of the same."""
    sent = {
        "url": "http://127.0.0.1/blog",
        "title": "Cheap pills",
        "excerpt": "An excerpt on trackbacks",
        "blog_name": "Blog",
    }
    answer = site.wordpress.post(f"/wp-trackback.php?p={site.post}", data=sent)

    assert "<error>0</error>" in answer.text, answer.text
    assert site.at_service("on trackbacks")["kind"] == "trackback"


def test_service_that_is_down_holds_and_judges_later(site: Site, nobody: str) -> None:
    """Nothing unread appears, and nobody has to wait for a person because a machine slept."""
    texts = CIVIL % "downtime", RUDE % "downtime"
    site.set(url=nobody)
    for text in texts:
        site.comment(text)
    assert [site.status(text) for text in texts] == ["0", "0"]
    assert site.scheduled("moderation_desk_recheck")
    site.cron("moderation_desk_recheck")
    assert [site.status(text) for text in texts] == ["0", "0"]

    site.set(url=site.service.url)
    site.cron("moderation_desk_recheck")

    assert [site.status(text) for text in texts] == ["1", "0"]
    assert [site.at_service(text)["outcome"] for text in texts] == ["allow", "flag"]
    assert "_moderation_desk_waiting" not in site.row(texts[1])["metas"]


@pytest.fixture
def mute() -> Iterator[str]:
    """Listen, and never answer; returns the address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(16)
        held: list[socket.socket] = []

        def accept() -> None:
            try:
                while True:
                    held.append(listening.accept()[0])
            except OSError:
                return

        thread = threading.Thread(target=accept)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()
        for each in held:
            each.close()


def test_service_that_is_slow_holds(site: Site, mute: str) -> None:
    """A reader waits a second or two, not fifteen, and the next one not at all."""
    site.set(url=mute, seconds=1)
    text = CIVIL % "slowness"
    answer = site.comment(text)

    assert answer.status_code == 302
    assert site.status(text) == "0"
    assert "_moderation_desk_waiting" in site.row(text)["metas"]
    assert site.wordpress.php("return Moderation_Desk_Client::is_paused();") is True


def test_wrong_key_holds_and_the_administrator_is_told(site: Site) -> None:
    """A key that was revoked must not open the gates."""
    text = CIVIL % "the wrong key"
    site.wordpress.php("update_option( 'moderation_desk_key', 'mod_wrong', false ); return 1;")
    site.comment(text)

    assert site.status(text) == "0"
    assert site.wordpress.php("return get_option( 'moderation_desk_trouble' )['code'];") == "refused"
    site.wordpress.php(f"update_option( 'moderation_desk_key', '{KEY}', false ); return 1;")
    site.cron("moderation_desk_recheck")
    assert site.status(text) == "1"
    assert site.wordpress.php("return get_option( 'moderation_desk_trouble' );") == ""


def test_key_may_stand_in_the_configuration(site: Site) -> None:
    """Then no one who reads the database has it."""
    site.wordpress.php("update_option( 'moderation_desk_key', '', false ); return 1;")
    extra = site.wordpress.folder / "extra.php"
    extra.write_text(f"<?php define( 'MODERATION_API_KEY', '{KEY}' );")
    try:
        site.comment(RUDE % "constant")
    finally:
        extra.unlink()

    assert site.status(RUDE % "constant") == "0"


def test_what_is_not_connected_stays_out_of_the_way(site: Site) -> None:
    """A plugin that was only just installed must not hold a site's comments."""
    site.wordpress.php("update_option( 'moderation_desk_key', '', false ); return 1;")
    site.comment(CIVIL % "nobody")

    assert site.status(CIVIL % "nobody") == "1"
    assert site.row(CIVIL % "nobody")["service_id"] == ""
