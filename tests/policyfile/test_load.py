"""A policy file becomes a policy."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from moderation.domain.errors import PolicyInvalid
from moderation.domain.policy import Labelling, Policy, PolicyMode
from moderation.domain.standing import Standing
from moderation.domain.verdict import Effect, Mode, Outcome
from moderation.policyfile.load import load, loads

FULL = """
version: 1
name: ledger
published_policy: https://example.news/policy
language: hy
settings: {mode: observe, on_degraded: allow, roles_exempt: staff, waiting: {title: Thanks, message: Wait.,
  translations: {tr: {title: Sağ olun, message: Bekleyin., advice: Bakın.}}}}
clauses:
  attacks: {title: A, text: B, writer: {title: C, message: D, advice: E}, guidance: F, handbook: G}
lists:
  groups: {words: [roma, {word: 007, note: an agent}], names_groups: true}
entities:
  - {name: Turkey, kind: place, spellings: Türkiye}
rules:
  - id: all-of-it
    clause: attacks
    mode: shadow
    when: [{target: commenter}, {word: {words: x}}]
    then: {verdict: block, effect: publish_and_review, queue: q, priority: 3, strike: 2, mask: email,
           cooldown: 10m, notify: [duty], label: {name: seen, for: 30d}, article: {premoderate: 2h},
           message: M, advice: N}
    expires: 2030-01-31
    owner: O
    note: P
    private: true
ladder: {window: 30d, steps: [{at: 2, standing: limited, for: 2w, message: S}]}
scenarios: [{text: Hello, expect: allow, not_fired: all-of-it}]
"""


@pytest.fixture(scope="module")
def full() -> Policy:
    """A policy that says everything."""
    return loads(FULL, name="full.yaml")


def test_settings_and_names_are_taken_over(full: Policy) -> None:
    """What an editor writes is what holds."""
    settings = full.settings

    assert (full.name, full.published_policy) == ("ledger", "https://example.news/policy")
    assert (settings.mode, settings.on_degraded) == (PolicyMode.OBSERVE, Outcome.ALLOW)
    assert (settings.languages, settings.roles_exempt) == (("hy",), ("staff",))
    assert settings.waiting
    assert settings.waiting.title == "Thanks"
    assert settings.waiting.in_language("tr-TR").advice == "Bakın."


def test_a_rule_is_taken_over_whole(full: Policy) -> None:
    """A key that is read and then lost would be worse than an error."""
    rule, then = full.rules[0], full.rules[0].then

    assert (rule.mode, rule.expires, rule.owner, rule.note, rule.private) == (
        Mode.SHADOW,
        date(2030, 1, 31),
        "O",
        "P",
        True,
    )
    assert (then.verdict, then.effect, then.queue) == (Outcome.BLOCK, Effect.PUBLISH_AND_REVIEW, "q")
    assert (then.priority, then.strike, then.mask, then.notify) == (3, 2, ("email",), ("duty",))
    assert then.premoderate == timedelta(hours=2)
    assert then.label == Labelling(name="seen", lasts=timedelta(days=30))
    assert (then.cooldown, then.message, then.advice) == (timedelta(minutes=10), "M", "N")


def test_clauses_lists_entities_and_ladder_are_taken_over(full: Policy) -> None:
    """Numbers in lists stay as they were written."""
    clause = full.clauses["attacks"]
    step = full.ladder.steps[0]

    assert (clause.title, clause.guidance, clause.handbook) == ("A", "F", "G")
    assert clause.writer
    assert clause.writer.advice == "E"
    assert (full.lists["groups"].words, full.lists["groups"].names_groups) == (("roma", "007"), True)
    assert full.entities[0].spellings == ("Türkiye",)
    assert (full.ladder.window.days, step.at, step.standing, step.lasts) == (
        30,
        2,
        Standing.LIMITED,
        timedelta(days=14),
    )


def test_a_clause_is_taken_over_in_every_language() -> None:
    """Readers who write in another language are held to the same rule."""
    said = "translations: {ru: {title: Б, text: В, writer: {title: Г, message: Д}, guidance: Ж}}"
    text = FULL.replace("handbook: G}", f"handbook: G, {said}}}")

    clause = loads(text, name="ledger.yaml").clauses["attacks"]

    russian = clause.in_language("ru-RU")
    assert (russian.title, russian.text, russian.guidance) == ("Б", "В", "Ж")
    assert russian.writer is not None
    assert russian.writer.message == "Д"
    assert clause.in_language("tr") is clause


def test_a_queue_is_the_clauses_unless_given(sound: str) -> None:
    """Moderators sort by clause."""
    assert loads(sound, name="p.yaml").rules[0].then.queue == "attacks"


def test_the_hash_follows_the_content_and_not_the_comments(sound: str) -> None:
    """A version of a policy is named by what it says."""
    same = loads(sound + "# a comment\n", name="p.yaml")
    other = loads(sound.replace("moron", "clown"), name="p.yaml")

    assert loads(sound, name="p.yaml").ref == same.ref
    assert other.hash != same.hash
    assert len(same.hash) == 12


def test_a_missing_or_unreadable_file_is_a_fault(tmp_path: Path) -> None:
    """Whoever loads a policy has one error to catch."""
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(PolicyInvalid, match="cannot be read"):
            load(path)


def test_a_policy_from_text_names_no_files_unless_it_has_a_folder(sound: str, tmp_path: Path) -> None:
    """A policy sent over the network must not read the disk."""
    text = sound.replace("{words: [idiot*, moron]}", "{file: words.txt}")
    (tmp_path / "words.txt").write_text("idiot*\n")

    assert loads(text, name="p.yaml", base=tmp_path).lists["insults"].words == ("idiot*",)
    with pytest.raises(PolicyInvalid, match="may not name files"):
        loads(text, name="p.yaml")


@pytest.mark.parametrize(
    "when",
    [
        "{near: {a: {list: insults}, b: {words: [x]}, within: 3, ordered: true}}",
        "{regex: {pattern: 'a+b', in: [body, author.name], case: true}}",
        '{score: {insult: ">= 0.6", toxicity: 0.5}}',
        "[{word: {words: x}}, {quoted: false}]",
        "{any: [{links: 1}, {letters: '> 2'}, {words_count: '< 3'}, {emoji: '> 9'}, {repeat_chars: '> 5'}]}",
        "{all: [{caps_ratio: '> 0.7'}, {script: [cyrillic]}, {language: [en, hy]}, {kind: reply}]}",
        "{none: [{pii: [email]}, {link_domain: [bit.ly]}, {link_domain: {list: hosts}}]}",
        "{link_domain: {outside: hosts}}",
        "{author: {verified: false, role: x, approved: '< 3', rejected: 1, rejection_rate: '> 0.5', strikes: 1}}",
        "{author: {standing: [limited, blocked], age_days: '< 0.5', name_taken_by_other: true}}",
        "{article: {section: sport, tag: [a], people: '*', about: Turkey, age_days: '> 30'}}",
        "{any: [{thread: {length: '> 100'}}, {rate: {by: ip, count: '> 5', within: 10m}}]}",
        "{duplicate: {of: any, within: 24h, count: '>= 2', min_letters: 0}}",
        "{same_sentence: [{word: {list: insults}}, {target: group}]}",
    ],
)
def test_the_whole_vocabulary_loads(ruled: Callable[[str], Policy], when: str) -> None:
    """Each key of the reference can be written, compiled and asked."""
    policy = ruled(f"when: {when}")

    assert policy.compiled.rules
