"""What moderators do in WordPress reaches the service, and what is ruled there changes WordPress."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from standardwebhooks import Webhook as Signer

from tests.server.processes import KEY
from tests.wordpress.conftest import Site, act, nonce
from tests.wordpress.site import PLUGIN, WordPress

CIVIL, RUDE, ADVERTISEMENT = "The trains of %s are late.", "You are an idiot, %s.", "The best casino is %s."
Wait = Callable[[Callable[[], bool]], None]


def test_moderators_act_in_the_list_reaches_the_service(site: Site, editor: httpx2.Client) -> None:
    """The review at the service is over when somebody decided here."""
    texts = RUDE % "one", RUDE % "two"
    for text in texts:
        site.comment(text)
    assert site.at_service(texts[0])["review"]["state"] == "open"
    act(editor, "approve", *(site.row(text)["comment_ID"] for text in texts))

    for text in texts:
        known = site.at_service(text)
        assert (known["outcome"], known["review"]) == ("allow", None)
        assert (known["decisions"][-1]["source"], known["decisions"][-1]["by"]) == ("site", "editor")


def test_act_on_a_comment_that_still_waits_is_told_with_it(site: Site, editor: httpx2.Client, nobody: str) -> None:
    """A moderator who was faster than the service is right, and no review opens for what is decided."""
    text = RUDE % "still waiting"
    site.set(url=nobody)
    site.comment(text)
    act(editor, "approve", site.row(text)["comment_ID"])
    site.set(url=site.service.url)
    site.cron("moderation_desk_recheck")

    known = site.at_service(text)
    assert (site.status(text), known["outcome"], known["review"]) == ("1", "allow", None)


@pytest.mark.parametrize("action", ["unapprove", "spam", "trash"])
def test_each_act_says_that_a_comment_is_away(site: Site, editor: httpx2.Client, action: str) -> None:
    """Whatever the site calls it, the readers see it no more."""
    text = CIVIL % action
    site.comment(text)
    act(editor, action, site.row(text)["comment_ID"])

    assert site.at_service(text)["outcome"] == "block"


def test_act_over_rest_reaches_the_service(site: Site) -> None:
    """The app on a moderator's telephone acts this way."""
    text = RUDE % "app"
    site.comment(text)
    path = f"/index.php?rest_route=/wp/v2/comments/{site.row(text)['comment_ID']}"
    answer = site.wordpress.post(path, json={"status": "approved"}, auth=site.app())

    assert answer.json()["status"] == "approved"
    assert site.at_service(text)["decisions"][-1]["source"] == "site"


def test_act_is_sent_later_when_the_service_is_down(site: Site, editor: httpx2.Client, nobody: str) -> None:
    """A moderator's work is never lost, and never waits."""
    text = RUDE % "later"
    site.comment(text)
    site.set(url=nobody)
    act(editor, "spam", site.row(text)["comment_ID"])
    site.set(url=site.service.url)
    assert site.at_service(text)["outcome"] == "flag"
    assert site.scheduled("moderation_desk_outcomes")
    site.cron("moderation_desk_outcomes")

    assert site.at_service(text)["outcome"] == "block"


@pytest.mark.parametrize(("ruling", "before", "after"), [("approve", "0", "1"), ("reject", "1", "spam")])
def test_ruling_changes_the_comment_by_the_feed(site: Site, ruling: str, before: str, after: str) -> None:
    """A site behind a firewall asks, and gets the same."""
    text = (RUDE if ruling == "approve" else CIVIL) % f"feed {ruling}"
    site.comment(text)
    assert site.status(text) == before
    site.rule(text, ruling)
    site.cron("moderation_desk_poll")
    known = len(site.at_service(text)["decisions"])
    site.cron("moderation_desk_poll")

    assert site.status(text) == after
    assert len(site.at_service(text)["decisions"]) == known, "what came from the service was sent back"


def test_blocked_comment_that_is_approved_comes_back(site: Site) -> None:
    """Who was blocked by mistake must be able to appear: nothing is thrown away."""
    text = ADVERTISEMENT % "a good one"
    site.comment(text)
    assert site.status(text) == "spam"
    site.rule(text, "approve")
    site.cron("moderation_desk_poll")

    assert site.status(text) == "1"


def test_comment_that_is_approved_masked_appears_so(site: Site) -> None:
    """Readers see no letter of the word, on the page, in the feed and over REST; the text itself stays."""
    text = RUDE % "who hides"
    site.comment(f"{text} & seeks")
    site.rule(text, "approve_masked")
    site.cron("moderation_desk_poll")
    paths = (f"/?p={site.post}", f"/?feed=rss2&p={site.post}", f"/?rest_route=/wp/v2/comments&post={site.post}")
    shown = [site.wordpress.get(path).text.replace("\\u2588", "█") for path in paths]

    assert site.status(text) == "1"
    assert [("█" * 5 in page, "idiot" in page) for page in shown] == [(True, False)] * 3
    assert "idiot" in site.row(text)["comment_content"]
    site.rule(text, "approve")
    site.cron("moderation_desk_poll")
    assert "idiot" in site.wordpress.get(paths[0]).text


def test_comment_that_cannot_be_masked_is_held(site: Site) -> None:
    """Where the text is no longer the one that was judged, the wrong letters would be hidden: a person decides."""
    text = RUDE % "who was changed"
    site.comment(text)
    site.rule(text, "approve_masked")
    number = site.row(text)["comment_ID"]
    site.wordpress.php(
        f"global $wpdb; clean_comment_cache( {number} ); return $wpdb->update( $wpdb->comments,"
        f" array( 'comment_content' => 'So, {text}' ), array( 'comment_ID' => {number} ) );"
    )
    site.cron("moderation_desk_poll")

    assert site.status(text) == "0"


def test_ruling_on_an_imported_comment_arrives(site: Site) -> None:
    """An archive that was imported names its comments by their numbers."""
    text = CIVIL % "the archive"
    number = site.wordpress.php(
        f"return wp_insert_comment( array( 'comment_post_ID' => {site.post}, 'comment_content' => '{text}' ) );"
    )
    site.service.ask("/v1/verdicts", {"comment": {"id": str(number), "text": text}})
    ruling = {"ruling": "reject", "clause": "attacks", "moderator": "Eve"}
    site.service.ask(f"/v1/comments/{number}/ruling", ruling)
    site.cron("moderation_desk_poll")

    assert site.status(text) == "spam"


def test_ruling_while_observing_changes_nothing(site: Site) -> None:
    """Observing is a promise."""
    site.set(observe=True)
    text = CIVIL % "observing"
    site.comment(text)
    site.rule(text, "reject")
    site.cron("moderation_desk_poll")

    assert site.status(text) == "1"


@pytest.fixture
def secret(site: Site) -> Iterator[str]:
    """Register WordPress's address with the service; returns the secret that both now hold."""
    url = site.wordpress.php("return rest_url( 'moderation-desk/v1/webhook' );")
    made = site.service.ask("/v1/webhooks", {"url": url}).json()
    site.wordpress.php(f"update_option( 'moderation_desk_secret', '{made['secret']}', false ); return 1;")
    yield made["secret"]
    headers = {"Authorization": f"Bearer {KEY}"}
    httpx2.delete(f"{site.service.url}/v1/webhooks/{made['id']}", headers=headers, trust_env=False)


def test_ruling_changes_the_comment_by_webhook(site: Site, secret: str, wait_for: Wait) -> None:
    """What the desk decides shows at once."""
    text = RUDE % "webhook"
    site.comment(text)
    site.rule(text, "approve")
    wait_for(lambda: site.status(text) == "1")

    assert site.at_service(text)["decisions"][-1]["source"] == "moderator"


def send(site: Site, secret: str, told: dict[str, Any], *, at: float, id: str, **changed: str) -> int:
    """Send a message as the service does; returns the status."""
    body = json.dumps({"type": "decision.moderator", "timestamp": "2026-01-01T00:00:00Z", "data": told})
    moment = datetime.fromtimestamp(at, UTC)
    headers = {
        "webhook-id": id,
        "webhook-timestamp": str(int(at)),
        "webhook-signature": "v1,b2xk " + Signer(secret).sign(id, moment, body),
        "Content-Type": "application/json",
    }
    path = "/index.php?rest_route=/moderation-desk/v1/webhook"
    return site.wordpress.post(path, content=body, headers=headers | changed).status_code


def test_forged_old_and_changed_messages_are_refused(site: Site, secret: str) -> None:
    """Whoever can publish by a request can publish anything."""
    text = RUDE % "forger"
    site.comment(text)
    told = {
        "comment_id": site.row(text)["service_id"],
        "outcome": "allow",
        "source": "moderator",
        "position": 10**6,
    }
    now = time.time()
    other = "whsec_" + "A" * 43 + "="

    assert send(site, other, told, at=now, id="msg_f1") == 401
    assert send(site, secret, told, at=now - 400, id="msg_f2") == 401
    assert send(site, secret, told, at=now + 900, id="msg_f3") == 401
    assert send(site, secret, told, at=now, id="msg_f4", **{"webhook-id": "msg_f5"}) == 401
    assert send(site, secret, told, at=now, id="msg_f6", **{"webhook-signature": ""}) == 401
    assert site.status(text) == "0"
    assert send(site, secret, told, at=now, id="msg_f7") == 204
    assert site.status(text) == "1"


def test_message_that_comes_again_or_late_changes_nothing(site: Site, secret: str) -> None:
    """Messages may come twice and out of order; the latest decision stands."""
    text = RUDE % "twice"
    site.comment(text)
    told = {
        "comment_id": site.row(text)["service_id"],
        "outcome": "allow",
        "source": "moderator",
        "position": 10**6,
    }
    send(site, secret, told, at=time.time(), id="msg_t1")
    send(site, secret, told | {"outcome": "block", "position": 10**6 - 1}, at=time.time(), id="msg_t2")
    assert site.status(text) == "1"

    site.wordpress.php(f"wp_set_comment_status( {site.row(text)['comment_ID']}, 'hold' ); return 1;")
    send(site, secret, told, at=time.time(), id="msg_t1")
    assert site.status(text) == "0"


def test_site_without_a_secret_takes_no_messages(site: Site) -> None:
    """An empty secret is a secret that everybody knows."""
    site.wordpress.php("update_option( 'moderation_desk_secret', '', false ); return 1;")
    assert send(site, "whsec_" + "A" * 43 + "=", {}, at=time.time(), id="msg_e1") == 401
    assert site.wordpress.post("/index.php?rest_route=/moderation-desk/v1/webhook").status_code == 401


def test_list_shows_the_verdict_and_the_way_to_the_desk(site: Site, editor: httpx2.Client) -> None:
    """A moderator sees why a comment waits, and gets to where it can be ruled on."""
    text = RUDE % "list"
    site.comment(text)
    page = editor.get("/wp-admin/edit-comments.php").text

    assert f"{site.service.url}/desk/comment?id={site.row(text)['service_id']}" in page
    assert "<strong>flag</strong><br>An insult" in page
    assert "<summary>" not in page


def test_list_shows_one_reason_and_the_others_on_demand(site: Site, editor: httpx2.Client) -> None:
    """A long row hides the next comment; what reasons say is text, whoever wrote the policy."""
    text = RUDE % "reasons"
    site.comment(text)
    reasons = (
        "array( array( 'message' => 'First' ), array( 'message' => 'A < b & c' ), array( 'message' => 'Last' ) )"
    )
    answer = f"array( 'verdict' => 'flag', 'reasons' => {reasons} )"
    site.wordpress.php(
        f"Moderation_Desk_Gate::keep_verdict( {site.row(text)['comment_ID']}, {answer} ); return 1;"
    )
    page = editor.get("/wp-admin/edit-comments.php").text

    assert "<br>First<details><summary>More reasons</summary><ul" in page
    assert "<li>A &lt; b &amp; c</li><li>Last</li></ul></details>" in page


def test_settings_page_saves_and_tests_and_never_shows_the_key(site: Site, editor: httpx2.Client) -> None:
    """What an administrator does on the first day."""
    page = editor.get("/wp-admin/options-general.php?page=moderation-desk").text
    assert KEY not in page
    url = site.wordpress.php("return rest_url( 'moderation-desk/v1/webhook' );")
    assert f'moderation webhook add "{url}"' in page
    sent = {
        "option_page": "moderation-desk",
        "action": "update",
        "_wpnonce": nonce(page),
        "_wp_http_referer": "/wp-admin/options-general.php?page=moderation-desk",
        "moderation_desk[url]": site.service.url + "/",
        "moderation_desk[observe]": "1",
        "moderation_desk[block]": "<script>",
        "moderation_desk[seconds]": "99",
        "moderation_desk_key": "",
    }
    saved = editor.post("/wp-admin/options.php", data=sent).text
    test = {"action": "moderation_desk_test", "_wpnonce": nonce(saved[saved.index("moderation_desk_test") :])}

    assert "The service answers, and knows the key." in editor.post("/wp-admin/admin-post.php", data=test).text
    kept = site.wordpress.php("return get_option( 'moderation_desk' );")
    assert (kept["url"], kept["observe"], kept["block"], kept["seconds"]) == (site.service.url, True, "spam", 5)
    loaded = site.wordpress.php(
        'global $wpdb; return $wpdb->get_col( "SELECT autoload FROM {$wpdb->options} WHERE option_name IN '
        "('moderation_desk_key', 'moderation_desk_secret')\" );"
    )
    assert loaded in (["no", "no"], ["off", "off"])  # the word changed with WordPress 6.6


def test_actions_need_the_right_and_the_token(site: Site, editor: httpx2.Client) -> None:
    """A link that an administrator is lured to click must do nothing."""
    for action in ("moderation_desk_test", "moderation_desk_backfill"):
        assert editor.post("/wp-admin/admin-post.php", data={"action": action}).status_code == 403
        anonymous = site.wordpress.post("/wp-admin/admin-post.php", data={"action": action})
        assert anonymous.status_code in (302, 400, 403) or anonymous.text == ""
    assert site.wordpress.php("return Moderation_Desk_Backfill::state();")["state"] != "running"


def test_old_comments_are_sent_in_the_background(site: Site, editor: httpx2.Client) -> None:
    """A service that knows the past judges the present better; no old comment is changed."""
    site.wordpress.php(
        "for ( $i = 0; $i < 60; $i++ ) { wp_insert_comment( array("
        f"'comment_post_ID' => {site.post}, 'comment_author' => 'Old ' . $i,"
        "'comment_content' => ( 0 === $i % 2 ? 'You are an idiot of old ' : 'Old words ' ) . $i,"
        "'comment_approved' => 59 === $i ? 'spam' : 1 ) ); } return 1;"
    )
    page = editor.get("/wp-admin/options-general.php?page=moderation-desk").text
    start = {
        "action": "moderation_desk_backfill",
        "_wpnonce": nonce(page[page.index('"moderation_desk_backfill"') :]),
    }
    editor.post("/wp-admin/admin-post.php", data=start)
    site.cron("moderation_desk_backfill_step")
    half = site.wordpress.php("return Moderation_Desk_Backfill::state();")
    assert 50 <= half["done"] < half["total"]
    assert "<progress" in editor.get("/wp-admin/options-general.php?page=moderation-desk").text
    while site.wordpress.php("return Moderation_Desk_Backfill::state();")["state"] == "running":
        site.cron("moderation_desk_backfill_step")

    state = site.wordpress.php("return Moderation_Desk_Backfill::state();")
    assert (state["state"], state["done"]) == ("done", state["total"])
    assert site.status("idiot of old 58") == "1"
    known = site.at_service("idiot of old 58")
    assert (known["outcome"], known["review"], known["decisions"][0]["outcome"]) == ("allow", None, "flag")
    assert site.at_service("Old words 59")["outcome"] == "block"


def test_backfill_goes_on_where_it_was_stopped(site: Site, nobody: str) -> None:
    """A service that is away costs a pause, not a second start."""
    site.wordpress.php(
        f"return wp_insert_comment( array( 'comment_post_ID' => {site.post}, 'comment_approved' => 1,"
        "'comment_content' => 'A late old one' ) );"
    )
    site.set(url=nobody)
    site.wordpress.php("Moderation_Desk_Backfill::resume(); return 1;")
    site.cron("moderation_desk_backfill_step")
    waiting = site.wordpress.php("return Moderation_Desk_Backfill::state();")
    assert (waiting["state"], waiting["done"]) == ("running", 0)
    assert waiting["why"]
    site.wordpress.php("Moderation_Desk_Backfill::stop(); return 1;")
    site.set(url=site.service.url)
    site.wordpress.php("Moderation_Desk_Backfill::resume(); return 1;")
    for _ in range(3):
        site.cron("moderation_desk_backfill_step")

    assert site.wordpress.php("return Moderation_Desk_Backfill::state();")["state"] == "done"
    assert site.at_service("A late old one")["outcome"] == "allow"


def test_erasing_a_person_erases_at_the_service(site: Site) -> None:
    """WordPress's own tool for the right to be forgotten must reach all that was sent."""
    text = CIVIL % "forgotten"
    site.comment(text, name="Zoe")
    id = site.row(text)["service_id"]
    done = site.wordpress.php(
        "$all = apply_filters( 'wp_privacy_personal_data_erasers', array() );"
        "return call_user_func( reset( $all )['callback'], 'zoe@example.org', 1 );"
    )

    assert (done["items_removed"], done["done"], done["messages"]) == (True, True, [])
    assert site.service.ask(f"/v1/comments/{id}").json()["text"] is None
    assert "moderation-desk" in site.wordpress.php(
        "return array_keys( apply_filters( 'wp_privacy_personal_data_exporters', array() ) );"
    )


def test_export_shows_what_is_kept(site: Site) -> None:
    """Who asks what is known of them gets the verdicts too."""
    site.comment(RUDE % "export", name="Yan")
    page = site.wordpress.php("return Moderation_Desk_Privacy::export( 'yan@example.org' );")

    assert [entry["value"] for entry in page["data"][0]["data"]] == ["flag", "An insult: “idiot”"]


def test_comment_that_is_deleted_for_good_is_erased(site: Site) -> None:
    """What is gone here has no reason to stay there."""
    text = CIVIL % "deleted"
    site.comment(text)
    row = site.row(text)
    site.wordpress.php(f"return wp_delete_comment( {row['comment_ID']}, true );")

    assert site.service.ask(f"/v1/comments/{row['service_id']}").json()["text"] is None


def test_uninstalling_leaves_nothing(site: Site) -> None:
    """A plugin that leaves a key behind is a leak with a date in the future."""
    site.comment(CIVIL % "uninstall")
    code = (
        "require_once ABSPATH . 'wp-admin/includes/plugin.php'; $plugin = 'moderation-desk/moderation-desk.php';"
        "deactivate_plugins( $plugin );"
        "$jobs = array_filter( array_map( 'wp_next_scheduled', Moderation_Desk_Settings::JOBS ) );"
        "uninstall_plugin( $plugin ); global $wpdb; $left = array("
        '$wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name '
        "LIKE '%moderation\\_desk%'\" ),"
        '$wpdb->get_col( "SELECT meta_key FROM {$wpdb->commentmeta} WHERE meta_key '
        "LIKE '%moderation\\_desk%'\" ) );"
        "activate_plugin( $plugin ); return array( $jobs, $left );"
    )
    jobs, left = site.wordpress.php(code)

    assert (jobs, left) == ([], [[], []])
    assert site.status(CIVIL % "uninstall") == "1"


def test_php_reads_every_file(wordpress: WordPress) -> None:
    """A slip of the keyboard in a part that no test runs would end the whole site."""
    for path in sorted((PLUGIN).rglob("*.php")):
        done = subprocess.run(["php", "-l", str(path)], capture_output=True, text=True)

        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("locale", "said"), [("ru_RU", "Сначала наблюдать"), ("tr_TR", "Önce gözle"), ("hy", "Նախ դիտարկել")]
)
def test_settings_are_read_in_the_language_of_the_site(site: Site, locale: str, said: str) -> None:
    """Who runs a newsroom in Yerevan need not know English; and PHP itself must read what was compiled."""
    code = "add_filter( 'determine_locale', function () { return '%s'; } );"
    code += "unload_textdomain( 'moderation-desk', true );"
    code += "moderation_desk_start(); wp_set_current_user( 1 ); ob_start();"
    code += "require_once ABSPATH . 'wp-admin/includes/admin.php'; Moderation_Desk_Admin::page();"
    code += "return ob_get_clean();"
    page = site.wordpress.php(code % locale, WP_ADMIN="true")

    assert said in page
    assert "Observe first" not in page


def test_translations_are_complete() -> None:
    """A sentence that is not in the template is one that nobody can translate."""
    done = subprocess.run(
        [sys.executable, str(PLUGIN.parent / "pot.py"), "--check"], capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
