"""Who shows a key, and what they may work with."""

import dataclasses
from collections.abc import Mapping

import pytest

from moderation.domain.errors import NotAllowed, NotFound
from moderation.domain.policy import Policy
from moderation.domain.site import Reviews, Scope
from moderation.keys import key_of, new_token, prefix_of
from moderation.service import Service
from moderation.testing.clock import START, FixedClock
from moderation.testing.factories import NORTH, api_key, site
from moderation.testing.memory.accounts import MemoryAccounts
from moderation.testing.memory.sites import MemorySites
from moderation.testing.memory.storage import MemoryStorage
from moderation.testing.passwords import PlainPasswords
from moderation.testing.policies import policy
from moderation.testing.scorers import BrokenScorer, OneLanguage, WordScorer

TOKEN = new_token()


@pytest.fixture
def loaded() -> list[str]:
    """Return the names of the policies that were loaded, in order."""
    return []


@pytest.fixture
def service(loaded: list[str]) -> Service:
    """Return a service with one site and one key."""
    sites = MemorySites()
    sites.add(site(policy="aa"))
    for hash in ("aa", "bb"):
        sites.keep_policy(NORTH, hash=hash, name=f"policy {hash}", files={}, at=START)
    sites.add_key(key_of(TOKEN, site=NORTH, name="web", scopes=frozenset({Scope.VERDICTS}), at=START))

    def load(name: str, files: Mapping[str, str]) -> Policy:
        loaded.append(name)
        return policy(name=name)

    return Service(
        storage=MemoryStorage(),
        sites=sites,
        accounts=MemoryAccounts(),
        passwords=PlainPasswords(),
        scorer=WordScorer(),
        no_scorer=BrokenScorer(),
        languages=OneLanguage(),
        clock=FixedClock(),
        secret=b"s" * 32,
        load_policy=load,
    )


def test_good_key_names_its_site_and_policy(service: Service) -> None:
    """Everything a request may see follows from its key."""
    client = service.client(TOKEN)

    assert client is not None
    assert (client.site.id, client.key.name, client.policy.name) == (NORTH, "web", "policy aa")


def test_any_other_key_is_nobodys(service: Service) -> None:
    """A key that is nearly right is wrong, and one that cannot be a key is no error."""
    for token in ("", "mod_", new_token(), TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "\ud83d"):
        assert service.client(token) is None
        assert service.remembered(token) is None


def test_key_whose_public_part_alone_is_right_is_nobodys(service: Service) -> None:
    """The prefix is shown in lists; it must not open anything."""
    digest = service.sites.keys()[0].digest
    forged = new_token()
    service.sites.add_key(dataclasses.replace(api_key(prefix_of(digest)), digest=digest[:12] + "0" * 52))

    assert service.client(TOKEN) is None
    assert service.client(forged) is None


def test_revoked_key_ends(service: Service) -> None:
    """A key that leaked is ended now, not when the server is next started."""
    assert service.client(TOKEN) is not None
    service.sites.revoke_key(service.sites.keys()[0].prefix, at=START)

    assert service.client(TOKEN) is None
    assert service.remembered(TOKEN) is None


def test_key_is_remembered_for_a_moment(service: Service) -> None:
    """A thousand requests a second must not be a thousand looks for the same key."""
    assert service.remembered(TOKEN) is None
    client = service.client(TOKEN)

    assert service.remembered(TOKEN) is client


def test_disabled_site_is_told_so(service: Service) -> None:
    """Whoever runs the site must learn why it stopped, and what ends it."""
    service.sites.save(site(policy="aa", disabled_at=START))

    with pytest.raises(NotAllowed, match="site enable north"):
        service.client(TOKEN)


def test_policy_is_loaded_once_a_version(service: Service, loaded: list[str]) -> None:
    """Compiling a policy takes longer than judging by it, and a new version takes effect at once."""
    for _ in range(3):
        service.client(TOKEN)
    service.sites.publish_policy(NORTH, "bb", by="eve", at=START)
    client = service.client(TOKEN)

    assert loaded == ["policy aa", "policy bb"]
    assert client is not None
    assert client.policy.name == "policy bb"


def test_live_policy_is_ready_before_the_first_comment(service: Service) -> None:
    """Two seconds of compiling are two seconds that a reader waits."""
    assert "compiled" in vars(service.policy(service.sites.get(NORTH)))


def test_policy_that_is_gone_is_told(service: Service) -> None:
    """A site whose policy cannot be found must not be judged by another's."""
    service.sites.save(site(policy="cc"))

    with pytest.raises(NotFound):
        service.client(TOKEN)


@pytest.mark.parametrize(("of_key", "expected"), [(None, Reviews.SITE), (Reviews.HERE, Reviews.HERE)])
def test_key_overrides_where_the_site_reviews(service: Service, of_key: Reviews | None, expected: Reviews) -> None:
    """One desk for the comments, another for the forum, on one site."""
    service.sites.save(site(policy="aa", reviews=Reviews.SITE))
    token = new_token()
    scopes = frozenset({Scope.VERDICTS})
    service.sites.add_key(key_of(token, site=NORTH, name="k", scopes=scopes, at=START, reviews=of_key))
    client = service.client(token)

    assert client is not None
    assert client.reviews is expected
