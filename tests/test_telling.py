"""What a webhook is told, by who listens there."""

import json
from datetime import timedelta

import pytest

from moderation.domain.comment import Article
from moderation.domain.decision import Decision, Source
from moderation.domain.site import Scope
from moderation.domain.verdict import Outcome
from moderation.domain.webhook import Message, Webhook, message_of
from moderation.keys import check_guid, key_of, new_token, short_token
from moderation.telling import Writer
from moderation.testing.acts import append, record
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, comment, entry, ruled, site, submission, webhook
from moderation.testing.memory.sites import MemorySites
from moderation.testing.memory.storage import MemoryStorage

SECRET = b"s" * 32
PLUGIN = webhook(url="https://blog.example/wp-json/akismet/v1/webhook")


@pytest.fixture
def sites() -> MemorySites:
    """Return one site without keys."""
    sites = MemorySites()
    sites.add(site(NORTH))
    return sites


@pytest.fixture
def ruling(memory: MemoryStorage) -> Decision:
    """Return an approval of a comment that came by Akismet's protocol."""
    record(memory, entry(submission(comment(article=Article(id="7")))))
    return append(memory, ruled(Outcome.ALLOW, at=START + timedelta(minutes=5)))


def told(memory: MemoryStorage, sites: MemorySites, to: Webhook, decision: Decision) -> Message | None:
    """Return what a webhook is told."""
    with memory.read(NORTH) as transaction:
        return Writer(sites, SECRET).message(to, decision, transaction)


def test_others_are_told_in_our_own_words(memory: MemoryStorage, sites: MemorySites, ruling: Decision) -> None:
    """The address says which protocol is spoken there."""
    assert ruling.source is Source.MODERATOR
    assert told(memory, sites, webhook(), ruling) == message_of(ruling)


def test_plugin_is_shown_the_latest_key_that_is_live(
    memory: MemoryStorage, sites: MemorySites, ruling: Decision
) -> None:
    """A key that was replaced is one that the plugin no longer has."""
    for minutes in (1, 2, 3):
        at = START + timedelta(minutes=minutes)
        token = new_token() if minutes == 3 else short_token(NORTH, at=at, secret=SECRET)
        key = key_of(token, site=NORTH, name="blog", scopes=frozenset({Scope.VERDICTS}), at=at)
        sites.add_key(key)
    sent = told(memory, sites, PLUGIN, ruling)

    assert sent is not None
    body = json.loads(sent.body)
    assert body["key"] == short_token(NORTH, at=START + timedelta(minutes=2), secret=SECRET)
    assert body["comments"][0]["guid"] == check_guid(ruling.comment_id, site=NORTH, secret=SECRET)


def test_plugin_of_a_site_without_a_short_key_is_told_nothing(
    memory: MemoryStorage, sites: MemorySites, ruling: Decision
) -> None:
    """It would believe nobody else."""
    assert told(memory, sites, PLUGIN, ruling) is None
