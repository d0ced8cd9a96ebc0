"""A text that changes is judged again, under the id of its comment."""

import httpx2
import pytest

from tests.wordpress.conftest import Site, nonce

CIVIL, RUDE, ADVERTISEMENT = "The buses of %s are late.", "You are an idiot, %s.", "The best casino is %s."


def edit_in_the_dashboard(editor: httpx2.Client, number: str, into: str, *, status: str) -> None:
    """Open a comment in the dashboard, write another text, and press Update."""
    page = editor.get(f"/wp-admin/comment.php?action=editcomment&c={number}").text
    sent = {
        "action": "editedcomment",
        "_wpnonce": nonce(page),
        "comment_ID": number,
        "newcomment_author": "Ann",
        "newcomment_author_email": "ann@example.org",
        "newcomment_author_url": "",
        "comment_status": status,
        "content": into,
    }
    assert editor.post("/wp-admin/comment.php", data=sent).status_code == 200


def test_writers_edit_is_judged_and_takes_effect(site: Site) -> None:
    """Who is let in with a civil text must not put another in its place; who mends their words need not wait."""
    first, then, last = CIVIL % "Gyumri", RUDE % "Gyumri", CIVIL % "Vanadzor"
    site.comment(first)
    id = site.row(first)["service_id"]
    site.edit(first, then)
    held = site.status(then), site.at_service(then)
    site.edit(then, last)
    released = site.status(last), site.at_service(last)

    assert (site.row(last)["service_id"], held[0], released[0]) == (id, "0", "1")
    assert (held[1]["revision"], held[1]["kind"], held[1]["outcome"]) == (2, "edit", "flag")
    assert held[1]["review"]["state"] == "open"
    assert (released[1]["revision"], released[1]["outcome"], released[1]["review"]) == (3, "allow", None)


def test_edit_that_goes_back_is_judged_as_it_stands(site: Site) -> None:
    """A civil text, a rude one and the civil one again: the service must not think of the second as the last."""
    first, then = CIVIL % "Spitak", RUDE % "Spitak"
    site.comment(first)
    site.edit(first, then)
    site.edit(then, first)

    assert (site.status(first), site.at_service(first)["outcome"], site.at_service(first)["revision"]) == (
        "1",
        "allow",
        3,
    )


def test_edit_is_refused_where_such_a_comment_is(site: Site) -> None:
    """The text that was allowed stays."""
    site.set(block="refuse")
    text = CIVIL % "Ashtarak"
    site.comment(text)

    assert not site.edit(text, ADVERTISEMENT % "Ashtarak")
    assert site.status(text) == "1"


def test_edit_that_changes_no_word_is_not_sent(site: Site) -> None:
    """Another name or a new state is no new text."""
    text = CIVIL % "Dilijan"
    site.comment(text)
    site.edit(text, text)

    assert site.at_service(text)["revision"] == 1


def test_edit_while_observing_changes_nothing(site: Site) -> None:
    """Observing is a promise, for edits too."""
    site.set(observe=True)
    text, then = CIVIL % "Sevan", RUDE % "Sevan"
    site.comment(text)
    site.edit(text, then)

    assert (site.status(then), site.at_service(then)["revision"]) == ("1", 2)


@pytest.mark.parametrize("way", ["dashboard", "app"])
def test_moderators_edit_stands_and_is_told(site: Site, editor: httpx2.Client, way: str) -> None:
    """A person read what they wrote: the service learns the text, and asks nobody to read it again."""
    text, into = CIVIL % way, RUDE % way
    site.comment(text)
    number = site.row(text)["comment_ID"]
    if way == "dashboard":
        edit_in_the_dashboard(editor, number, into, status="1")
    else:
        answer = site.wordpress.post(
            f"/index.php?rest_route=/wp/v2/comments/{number}", json={"content": into}, auth=site.app()
        )
        assert answer.status_code == 200, answer.text

    known = site.at_service(into)
    assert (site.status(into), known["revision"], known["outcome"], known["review"]) == ("1", 2, "allow", None)
    assert [each["source"] for each in known["decisions"]] == ["policy", "policy", "site"]
    assert known["decisions"][-1]["by"] == "editor"


def test_moderator_who_mends_and_approves_is_told_once(site: Site, editor: httpx2.Client) -> None:
    """To take out one word and publish the rest is one act, and ends the review."""
    text, into = RUDE % "Goris", CIVIL % "Goris"
    site.comment(text)
    edit_in_the_dashboard(editor, site.row(text)["comment_ID"], into, status="1")

    known = site.at_service(into)
    assert (site.status(into), known["outcome"], known["review"]) == ("1", "allow", None)


def test_comment_that_a_person_holds_stays_held(site: Site, editor: httpx2.Client) -> None:
    """What a moderator took down is not put up again by its writer's next edit."""
    text, into = RUDE % "Kapan", CIVIL % "Kapan"
    site.comment(text)
    number = site.row(text)["comment_ID"]
    for status in ("approved", "hold"):
        site.wordpress.post(
            f"/index.php?rest_route=/wp/v2/comments/{number}", json={"status": status}, auth=site.app()
        )
    site.edit(text, into)

    assert site.status(into) == "0"


def test_moderators_own_comment_is_not_sent_when_it_is_edited(site: Site) -> None:
    """It was not sent when it was written either."""
    text, into = CIVIL % "Meghri", CIVIL % "Sisian"
    code = "wp_set_current_user( 1 ); return wp_new_comment( array( 'comment_post_ID' => %s, 'user_id' => 1,"
    code += "'comment_author' => 'editor', 'comment_author_email' => 'editor@example.org',"
    code += "'comment_author_url' => '', 'comment_content' => '%s', 'comment_type' => 'comment' ) );"
    number = site.wordpress.php(code % (site.post, text))
    edit = f"wp_update_comment( array( 'comment_ID' => {number}, 'comment_content' => '{into}' ) )"
    site.wordpress.php(f"wp_set_current_user( 1 ); return {edit};")

    assert site.row(into)["service_id"] == ""


def test_edit_while_the_service_is_down_is_held_and_judged_later(site: Site, nobody: str) -> None:
    """What nobody has read does not appear, also as the second text of a comment."""
    text, into = CIVIL % "Armavir", CIVIL % "Artashat"
    site.comment(text)
    site.set(url=nobody)
    site.edit(text, into)
    assert site.status(into) == "0"
    site.set(url=site.service.url)
    site.cron("moderation_desk_recheck")

    known = site.at_service(into)
    assert (site.status(into), known["revision"], known["text"]) == ("1", 2, into)


def test_moderators_edit_while_the_service_is_down_is_told_later(
    site: Site, editor: httpx2.Client, nobody: str
) -> None:
    """A person is never held up by a machine, and the machine hears of it with the text."""
    text, into = CIVIL % "Hrazdan", RUDE % "Hrazdan"
    site.comment(text)
    site.set(url=nobody)
    edit_in_the_dashboard(editor, site.row(text)["comment_ID"], into, status="1")
    site.set(url=site.service.url)
    site.cron("moderation_desk_outcomes")
    site.cron("moderation_desk_recheck")

    known = site.at_service(into)
    assert (site.status(into), known["revision"], known["outcome"], known["review"]) == ("1", 2, "allow", None)
    assert known["decisions"][-1]["by"] == "editor"


def test_ruling_on_a_text_that_is_gone_changes_nothing(site: Site) -> None:
    """The desk approved the first text, not what its writer put in its place a moment later."""
    text, into = RUDE % "Abovyan", RUDE % "Ararat"
    site.comment(text)
    site.rule(text, "approve")
    site.edit(text, into)
    site.cron("moderation_desk_poll")

    assert (site.status(into), site.at_service(into)["outcome"]) == ("0", "flag")
