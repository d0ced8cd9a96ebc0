"""The editors' pages: from a changed rule over its backtest to live, and back."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event

import pytest

from moderation.domain.backtesting.backtest import Advanced, Backtest, Trial
from moderation.domain.comment import SiteId
from moderation.domain.errors import Unavailable
from moderation.domain.look_back import SILENCE, LookBack
from moderation.domain.policy_version import VersionState
from moderation.publishing import versions
from moderation.service import Service
from tests.web.conftest import SITES, Browse, Browser

RULE = "attack-on-commenter-by-model"
MILDER = '{all: [target: [commenter], score: {insult: ">= 0.40"}, none: [target: [named_in_article, self]]]}'


@pytest.fixture(scope="module")
def live(application: object) -> str:
    """Return the version that is live when these tests begin."""
    return _service(application).sites.get(SITES[0]).policy


@pytest.fixture(scope="module")
def browsers() -> dict[str, Browser]:
    """Keep one browser a name: to sign in takes longer than to look."""
    return {}


@pytest.fixture
def editor(browsers: dict[str, Browser], browse: Browse) -> Browser:
    """Return an editor's browser."""
    if "editor" not in browsers:
        browsers["editor"] = browse("editor")
    return browsers["editor"]


def _service(application: object) -> Service:
    found: Service = application.app.state.service  # type: ignore[attr-defined]
    return found


def _save(editor: Browser, rule: str = RULE, **fields: str) -> str:
    """Save a changed rule; returns the hash of the draft."""
    landed = editor.submit(f"/policy/rules/{rule}", why="to see", **fields)
    assert landed.status_code == 200, landed.text
    found = re.fullmatch(r"/policy/versions/([0-9a-f]{12})", landed.url.path)
    assert found is not None, landed.text
    return found[1]


def test_policy_is_shown_as_clauses_and_rules(editor: Browser) -> None:
    """An editor thinks in the sentences of the published policy, not in files."""
    page = editor.get("/policy").text

    assert "No personal attacks" in page
    assert f'href="/policy/rules/{RULE}"' in page
    assert "New rule" in page


def test_reader_sees_no_buttons_that_are_not_theirs(browse: Browse) -> None:
    """A button that answers "not for you" is worse than none."""
    reader = browse("reader")

    assert "New rule" not in reader.get("/policy").text
    assert "Save as a draft" not in reader.get(f"/policy/rules/{RULE}").text


def test_changed_threshold_becomes_a_draft_and_nothing_is_live(
    editor: Browser, service: Service, live: str
) -> None:
    """Saving must be free of fear."""
    hash = _save(editor, when=MILDER)

    page = editor.get(f"/policy/versions/{hash}").text
    assert "score.insult ≥ 0.65 → ≥ 0.40" in page
    assert service.sites.get(SITES[0]).policy == live
    editor.submit(f"/policy/versions/{hash}/discard")


def test_faulty_rule_keeps_what_was_typed(editor: Browser, service: Service, live: str) -> None:
    """Ten minutes of typing must not be lost to a missing bracket."""
    answer = editor.submit(f"/policy/rules/{RULE}", when="{wrd: {words: [mine]}}", why="a slip")

    assert answer.status_code == 422
    assert "unknown key &#39;wrd&#39;" in answer.text
    assert answer.text.count("{wrd: {words: [mine]}}") == 2  # in its field, and above a caret
    assert 'value="a slip"' in answer.text
    assert service.sites.get(SITES[0]).policy == live


def test_draft_goes_live_and_back(editor: Browser, service: Service, live: str) -> None:
    """The whole of an editor's morning: change, look back, publish, change one's mind."""
    hash = _save(editor, mode="shadow")
    report = editor.submit(f"/policy/versions/{hash}/backtest")
    published = editor.submit(f"/policy/versions/{hash}/publish", why="on trial")
    after = service.sites.get(SITES[0]).policy
    page = editor.get(f"/policy/versions/{hash}").text
    editor.submit(f"/policy/versions/{live}/rollback", why="not yet")

    assert "What it would have done" in report.text
    assert "No verdict of the past would have been another" in report.text
    assert "on trial" in published.text
    assert f'action="/policy/versions/{live}/rollback"' in page
    assert "Back to “What the site began with”" in published.text
    assert (after, service.sites.get(SITES[0]).policy) == (hash, live)


@pytest.fixture
def held(service: Service) -> Iterator[Callable[[bool], None]]:
    """Hold looks back at 300 of 1,000 until the test lets one end, well (`True`) or not."""
    ends, good = Event(), list[bool]()
    look_back, seconds = service.look_back, service.look_seconds

    def slow(trial: Trial, advanced: Advanced) -> Backtest:
        advanced(300, 1_000)
        ends.wait()
        advanced(900, 1_000)
        if not good[0]:
            raise Unavailable("The archive cannot be read.")
        return look_back(trial, advanced)

    def end(well: bool) -> None:
        good.append(well)
        ends.set()

    service.look_back, service.look_seconds = slow, 0
    yield end
    end(False)
    service.look_back, service.look_seconds = look_back, seconds


def _ended(editor: Browser, path: str) -> str:
    """Load a page until the look back is over, as the browser is told to."""
    while "Refresh" in (page := editor.get(path)).headers:
        pass
    return page.text


@pytest.mark.parametrize(
    ("well", "told"), [(True, "What it would have done"), (False, "The archive cannot be read.")]
)
def test_long_look_back_shows_how_far_it_is(
    editor: Browser, held: Callable[[bool], None], *, well: bool, told: str
) -> None:
    """A page that hangs for half a minute looks broken; one that counts can be left and loaded again."""
    hash = _save(editor, mode="shadow")

    begun = editor.submit(f"/policy/versions/{hash}/backtest")
    while "Getting ready" in (again := editor.get(begun.url.path)).text:
        pass
    held(well)

    assert (again.headers["Refresh"], "300 of about 1,000 verdicts" in again.text) == ("2", True)
    assert told in _ended(editor, begun.url.path)
    editor.submit(f"/policy/versions/{hash}/discard")


def test_look_back_that_was_cancelled_stops(editor: Browser, held: Callable[[bool], None]) -> None:
    """Who sees that it looks at the wrong section need not wait for it."""
    hash = _save(editor, mode="shadow")
    begun = editor.submit(f"/policy/versions/{hash}/backtest", section="Sport", sample="500")

    page = editor.submit(f"{begun.url.path}/cancel")
    again = editor.get(str(begun.url))
    held(True)

    assert (page.url.path, "It is no longer there" in again.text) == (f"/policy/versions/{hash}", True)
    assert 'name="section" value="Sport"' in again.text
    assert 'name="sample" value="500"' in again.text
    editor.submit(f"/policy/versions/{hash}/discard")


def test_look_back_of_another_process_is_shown(editor: Browser, service: Service) -> None:
    """With several workers, the one that is asked is seldom the one that looks."""
    hash, now = _save(editor, mode="shadow"), service.clock.now()
    look = LookBack(id="elsewhere", hash=hash, by="ann", began_at=now, told_at=now, judged=300, of=1_000)
    path = f"/policy/versions/{hash}/backtest/elsewhere"
    with service.storage.write(SITES[0]) as transaction:
        transaction.policies.add_look(look)
    under_way = editor.get(path)
    with service.storage.write(SITES[0]) as transaction:
        transaction.policies.save_look(replace(look, told_at=now - 2 * SILENCE))
    lost = editor.get(path)

    assert ("300 of about 1,000 verdicts" in under_way.text, under_way.headers["Refresh"]) == (True, "2")
    assert ("It ended too early" in lost.text, "Refresh" in lost.headers) == (True, False)
    editor.submit(f"/policy/versions/{hash}/discard")


def test_look_back_of_a_process_that_died_can_be_started_again(editor: Browser) -> None:
    """Whoever comes back after a restart must not wait for what nobody works on."""
    hash = _save(editor, mode="shadow")

    page = editor.get(f"/policy/versions/{hash}/backtest/{'0' * 32}")

    assert "Start again" in page.text
    assert "Refresh" not in page.headers
    editor.submit(f"/policy/versions/{hash}/discard")


def test_what_blocks_more_does_not_go_live_unseen(editor: Browser, service: Service, live: str) -> None:
    """The page says what is missing, and the live policy stays."""
    hash = _save(editor, verdict="block")

    answer = editor.submit(f"/policy/versions/{hash}/publish", why="sure")

    assert answer.status_code == 422
    assert "nobody has looked" in answer.text
    assert service.sites.get(SITES[0]).policy == live
    editor.submit(f"/policy/versions/{hash}/discard")


def test_failing_example_keeps_a_draft_from_going_live(editor: Browser, service: Service, live: str) -> None:
    """A rule is held to what its editor said that it does."""
    hash = _save(editor, examples='hit: ["Good.", "Fine.", "Nice."]\nmiss: ["A.", "B.", "C."]')

    answer = editor.submit(f"/policy/versions/{hash}/publish")

    assert answer.status_code == 422
    assert "examples fail" in answer.text
    assert service.sites.get(SITES[0]).policy == live
    editor.submit(f"/policy/versions/{hash}/discard")


def test_second_of_two_editors_is_told_and_keeps_the_text(editor: Browser, browse: Browse) -> None:
    """Two editors on one policy must not undo each other without knowing."""
    hash = _save(editor, priority="51")

    other, base = browse("administrator"), _live_of(editor)
    answer = other.submit(f"/policy/rules/{RULE}", version=base, priority="52", why="x")

    assert answer.status_code == 409
    assert "editor saved a draft" in answer.text
    assert "They changed the same lines as you." in answer.text
    assert 'value="52"' in answer.text
    editor.submit(f"/policy/versions/{hash}/discard")


def test_change_is_added_to_a_draft_of_other_rules(editor: Browser, browse: Browse, live: str) -> None:
    """Nobody types a change twice because a colleague is at work on another rule."""
    hash, other = _save(editor, priority="51"), browse("administrator")
    changed = {"version": live, "priority": "44", "why": "too loud"}

    refused = other.submit("/policy/rules/slur", **changed)
    added = other.submit("/policy/rules/slur", onto=hash, **changed)

    assert (refused.status_code, f'name="onto" value="{hash}"' in refused.text) == (409, True)
    assert added.status_code == 200
    assert "priority 90 → 44" in added.text
    assert f"{RULE}</a>" in added.text
    editor.submit(f"{added.url.path}/discard")


def test_change_of_the_same_rule_is_not_added_unseen(editor: Browser, browse: Browse, live: str) -> None:
    """Of two changes of one rule the second would undo the first."""
    hash, other = _save(editor, priority="51"), browse("administrator")

    answer = other.submit(f"/policy/rules/{RULE}", onto=hash, version=live, priority="52", why="x")

    assert answer.status_code == 409
    assert "They changed the same lines." in answer.text
    editor.submit(f"/policy/versions/{hash}/discard")


def test_draft_stands_beside_a_colleagues_and_both_are_told_of(editor: Browser, browse: Browse, live: str) -> None:
    """An urgent change does not wait; whoever opens a rule sees which drafts there are."""
    hash, other = _save(editor, priority="51"), browse("administrator")

    saved = other.submit(f"/policy/rules/{RULE}", beside="yes", version=live, priority="52", why="urgent")
    page = editor.get("/policy/rules/slur").text

    assert saved.status_code == 200
    assert "Drafts are under way" in page
    assert f'/policy/rules/slur?version={hash}">to see</a>, by you' in page
    for path in (saved.url.path, f"/policy/versions/{hash}"):
        editor.submit(f"{path}/discard")


def test_draft_is_carried_over_to_what_went_live_meanwhile(editor: Browser, browse: Browse, live: str) -> None:
    """A brake or a colleague that was quicker costs a click, not an afternoon."""
    slow, other = _save(editor, priority="51"), browse("administrator")
    quick = other.submit("/policy/rules/slur", beside="yes", version=live, priority="44", why="urgent").url.path
    other.submit(f"{quick}/publish")

    page = editor.get(f"/policy/versions/{slow}").text
    carried = editor.submit(f"/policy/versions/{slow}/carry-over")
    again = editor.submit(f"/policy/versions/{slow}/carry-over")
    editor.submit(f"/policy/versions/{live}/rollback", why="for the next test")

    assert "Another version went live since this draft was begun" in page
    assert "priority 90 → 44" not in page
    assert "→ 51" in carried.text
    assert "priority 90 → 44" not in carried.text
    assert (again.status_code, "nothing to carry over" in again.text) == (409, True)
    editor.submit(f"{carried.url.path}/discard")


def test_suggested_rule_goes_into_a_draft_of_its_own_unless_one_is_chosen(editor: Browser, live: str) -> None:
    """Whoever takes a word over must not take a colleague's draft over with it."""
    hash = _save(editor, priority="51")
    text = "id: zebras\nclause: spam\nmode: shadow\nwhen: {word: {words: [zebra*]}}\nthen: {verdict: flag}\n"
    text += 'examples: {hit: ["A zebra.", "Zebras.", "The zebra"], miss: ["A horse.", "Stripes.", "Zeb."]}\n'

    saved = editor.submit("/policy/new-rule", version="", text=text, why="stripes")

    assert saved.status_code == 200
    assert "rule <a" not in saved.text.split("zebras</a>")[1].split("</section>")[0]
    for path in (saved.url.path, f"/policy/versions/{hash}"):
        editor.submit(f"{path}/discard")


@pytest.mark.parametrize("same", [True, False])
def test_word_list_is_changed_in_a_draft_under_way(
    editor: Browser, browse: Browse, live: str, *, same: bool
) -> None:
    """A list that a colleague did not touch is no reason to type it twice; one that they did is."""
    theirs = "lists/spam-phrases.txt" if same else "lists/slurs.txt"
    first = editor.submit("/policy/files", file=theirs, text="buy zebras\n", why="stripes")
    other, hash = browse("administrator"), first.url.path.rpartition("/")[2]

    mine = {"version": live, "file": "lists/spam-phrases.txt", "text": "buy horses\n", "why": "manes"}
    answer = other.submit("/policy/files", onto=hash, **mine)

    assert answer.status_code == (409 if same else 200)
    assert "buy horses" in answer.text
    editor.submit(f"{answer.url.path if not same else first.url.path}/discard")


def _live_of(editor: Browser) -> str:
    found = re.search(r'name="version" value="([0-9a-f]{12})"', editor.get(f"/policy/rules/{RULE}").text)
    assert found is not None
    return found[1]


def test_new_rule_is_checked_before_it_is_saved(editor: Browser) -> None:
    """Errors come with their place in what was typed, not in a file that the editor never saw."""
    typed = "id: x\nclause: nope\nwhen: {wrd: {words: [a]}}\nthen: {verdict: flag}\n"

    answer = editor.post("/policy/check", {"is_new": True, "text": typed}).json()

    assert not answer["is_sound"]
    assert [(fault["line"], fault["message"]) for fault in answer["faults"]][:2] == [
        (2, "unknown clause 'nope'"),
        (3, "unknown key 'wrd'"),
    ]


def test_faults_of_a_save_stand_at_the_lines_that_were_typed(editor: Browser) -> None:
    """Line 2,185 of a file that nobody opened helps nobody; nor does a caret four letters off."""
    typed = "id: x\nclause: attacks\nwhen: {wrd: {words: [a]}}\nthen: {verdict: flag}\n"

    answer = editor.submit("/policy/new-rule", text=typed, why="a slip")

    assert answer.status_code == 422
    assert 'data-goto="3 8"' in answer.text
    assert "when: {wrd: {words: [a]}}\n       ^^^" in answer.text
    assert 'value="a slip"' in answer.text


def test_fault_in_a_long_line_stands_at_the_column_that_was_typed(editor: Browser) -> None:
    """Examples are long lines, and a place four letters off is the wrong one."""
    when = f"when: {{word: {{words: [{'a long, ' * 30}b], flod: hard}}}}"
    typed = f"id: x\nclause: attacks\n{when}\nthen: {{verdict: flag}}\n"

    answer = editor.post("/policy/check", {"is_new": True, "text": typed}).json()

    line, caret = answer["faults"][0]["shown"].split("\n")
    assert (answer["faults"][0]["column"], line[: len(caret)][-4:], caret.strip()) == (267, "flod", "^^^^")


def test_number_that_is_none_keeps_what_was_typed(editor: Browser) -> None:
    """The form says which field is wrong, and keeps the others."""
    answer = editor.submit(f"/policy/rules/{RULE}", priority="high", note="Ten minutes of typing.", why="a slip")

    assert answer.status_code == 422
    assert "priority is a whole number; &#39;high&#39; is none." in answer.text
    assert "Ten minutes of typing." in answer.text


def test_fields_of_a_rule_are_checked_before_they_are_saved(editor: Browser) -> None:
    """Whoever never opens the YAML gets the same answer as who does."""
    told = editor.post("/policy/check", {"rule": RULE, "when": "{wrd: {words: [a]}}"}).json()

    assert (told["is_sound"], told["faults"][0]["message"]) == (False, "unknown key 'wrd'")
    assert "data-goto" not in told["html"]


def test_draft_tells_which_examples_fail(editor: Browser) -> None:
    """Who opens a draft need not press Publish to learn that it cannot go live."""
    hash = _save(editor, examples='hit: ["Good.", "Fine.", "Nice."]\nmiss: ["A.", "B.", "C."]')

    page = editor.get(f"/policy/versions/{hash}").text
    told = editor.post("/policy/check", {"version": hash}).json()

    assert f'data-proof="{hash}"' in page
    assert "3 of " in told["detail"]
    assert "until they pass it cannot go live" in told["detail"]
    editor.submit(f"/policy/versions/{hash}/discard")


def test_rule_is_checked_with_its_examples(editor: Browser) -> None:
    """A word that does not catch its own example is found before it is saved."""
    page = editor.get("/policy/new-rule?clause=spam").text
    found = re.search(r"<textarea name=\"text\"[^>]*>(.*?)</textarea>", page, re.S)
    assert found is not None
    text = found[1].replace("&#34;", '"').replace("name-what-is-seen", "zebras")

    sound = editor.post("/policy/check", {"is_new": True, "text": text}).json()
    failing = editor.post("/policy/check", {"is_new": True, "text": text.replace('"a word"', '"zebra"')}).json()

    assert sound["is_sound"]
    assert "examples fail" in failing["detail"]


def test_new_rule_and_whole_files_are_saved(editor: Browser, service: Service) -> None:
    """What a form cannot say, YAML can."""
    text = (
        "id: zebras\nclause: spam\nmode: shadow\nwhen: {word: {words: [zebra*]}}\nthen: {verdict: flag}\n"
        'examples:\n  hit: ["A zebra.", "Zebras.", "The zebra"]\n  miss: ["A horse.", "Stripes.", "Zeb."]\n'
    )

    drafted = editor.submit("/policy/new-rule", text=text, why="stripes").url.path.rpartition("/")[2]
    page = editor.get(f"/policy/files?version={drafted}&file=lists/spam-phrases.txt").text
    again = editor.submit(
        "/policy/files", version=drafted, file="lists/spam-phrases.txt", text="buy zebras\n", why="all else goes"
    )

    assert "rule-tags" in editor.get(f"/policy?version={drafted}").text
    assert "lists/spam-phrases.txt</h1>" in page
    assert "buy zebras" in again.text
    editor.submit(f"/policy/versions/{again.url.path.rpartition('/')[2]}/discard")


def test_list_leads_to_its_words(editor: Browser) -> None:
    """Words in a file of their own, and words in the policy file itself, are both one click away."""
    assert "lists/slurs.txt</h1>" in editor.get("/policy/lists/slurs").text
    assert 'data-line="' in editor.get("/policy/lists/you").text


def test_word_is_tried_before_it_goes_on_a_list(editor: Browser) -> None:
    """The words that lists are laughed at for are found before readers find them."""
    page = editor.get("/policy/words?word=cock*").text

    assert "cockroaches" in page
    assert "Disguises that would escape" in page
    assert editor.get("/policy/words?word=" + "x" * 101).status_code == 422


def test_new_words_of_a_draft_are_tried(editor: Browser, live: str) -> None:
    """Whoever saves a list must not have to ask of each word by itself what else it catches."""
    words = editor.get("/policy/files?file=lists/spam-phrases.txt").text
    text = re.search(r"<textarea name=\"text\"[^>]*>(.*?)</textarea>", words, re.S)
    assert text is not None
    typed = html.unescape(text[1]) + "cock*\n"
    saved = editor.submit("/policy/files", file="lists/spam-phrases.txt", text=typed, why="a word")
    hash = saved.url.path.rpartition("/")[2]

    tried = editor.get(f"/policy/words?version={hash}").text

    assert f'/policy/words?version={hash}">Try its new word</a>' in saved.text
    assert "cockroaches" in tried
    assert tried.count("Innocent words it would catch") == 1
    assert "no word that could stop a comment" in editor.get(f"/policy/words?version={live}").text
    editor.submit(f"{saved.url.path}/discard")


def test_bench_says_what_fires_and_why(editor: Browser) -> None:
    """An editor types a comment and sees the rule, the words and the scores."""
    page = editor.submit("/policy/bench", text="You are such a l0ser, Bob.", parent_author="Bob").text

    assert "attack-on-commenter" in page
    assert "<mark>" in page
    assert "loser" in page
    assert "<meter" in page


def test_bench_shows_a_hostile_text_as_text(editor: Browser) -> None:
    """What a commenter typed is never markup of ours."""
    page = editor.submit("/policy/bench", text="<script>alert(1)</script> you idiot").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_bench_records_nothing(editor: Browser, service: Service) -> None:
    """Trying is not judging: an author's history must not grow by it."""
    editor.submit("/policy/bench", text="You idiot.", author="Bob")

    with service.storage.read(SiteId("default")) as transaction:
        assert transaction.decisions.feed(after=0, limit=1) == []


@pytest.mark.parametrize("text", ["", "   ", "x" * 20_001], ids=["empty", "blank", "too-long"])
def test_bench_refuses_what_cannot_be_judged(editor: Browser, text: str) -> None:
    """An error names the limit."""
    assert editor.submit("/policy/bench", text=text).status_code == 422


def test_every_version_keeps_who_and_why(editor: Browser, service: Service) -> None:
    """Months later somebody asks why a rule is as it is."""
    hash = _save(editor, priority="53")

    saved = next(each for each in versions(service.storage, site=SITES[0]) if each.hash == hash)

    assert (saved.saved_by, saved.saved_why, saved.state) == ("editor", "to see", VersionState.DRAFT)
    editor.submit(f"/policy/versions/{hash}/discard")
