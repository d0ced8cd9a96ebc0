"""What every `Sites` must do. Give the suite a fixture `sites` that is empty."""

import dataclasses
from datetime import timedelta

import pytest

from moderation.domain.errors import Conflict, NotFound
from moderation.domain.site import Reviews, Scope
from moderation.ports import Sites
from moderation.testing.clock import START
from moderation.testing.factories import NORTH, SOUTH, api_key, site

LATER = START + timedelta(hours=1)
FILES = {"z-main.yaml": "name: test\n", "a-list.yaml": "words: []\n"}


class SitesContract:
    """Sites, their keys and their policies are kept, apart from one another."""

    def test_site_comes_back_as_it_was_kept(self, sites: Sites) -> None:
        """A site's settings decide what happens to each of its comments."""
        kept = site(reviews=Reviews.SITE, disabled_at=LATER)
        sites.add(kept)

        assert sites.get(NORTH) == kept

    def test_sites_are_listed_by_name(self, sites: Sites) -> None:
        """A person looks down the list for a name."""
        for id in (SOUTH, NORTH):
            sites.add(site(id))

        assert [each.id for each in sites.all()] == [NORTH, SOUTH]

    def test_name_is_taken_once(self, sites: Sites) -> None:
        """A second site of one name would read the first one's comments."""
        sites.add(site())

        with pytest.raises(Conflict):
            sites.add(site(reviews=Reviews.OFF))
        assert sites.get(NORTH).reviews is Reviews.HERE

    def test_change_is_kept(self, sites: Sites) -> None:
        """Disabling a site must outlast the command that did it."""
        sites.add(site())
        changed = site(reviews=Reviews.OFF, disabled_at=LATER)
        sites.save(changed)

        assert sites.get(NORTH) == changed

    def test_site_that_is_not_there_is_not_found(self, sites: Sites) -> None:
        """A typing error in a name must not pass in silence."""
        with pytest.raises(NotFound):
            sites.get(NORTH)
        with pytest.raises(NotFound):
            sites.save(site())

    def test_key_is_found_by_its_prefix(self, sites: Sites) -> None:
        """Each request brings a key, and by it a site."""
        sites.add(site())
        key = api_key(scopes=frozenset({Scope.VERDICTS, Scope.MODERATE}), reviews=Reviews.SITE)
        sites.add_key(key)

        assert sites.key(key.prefix) == key
        assert sites.key("ffffffffffff") is None

    def test_key_without_scopes_comes_back_without(self, sites: Sites) -> None:
        """A key that may do nothing must not come back as one that may do something."""
        sites.add(site())
        sites.add_key(api_key(scopes=frozenset()))

        assert sites.keys()[0].scopes == frozenset()

    def test_keys_are_listed_newest_first_by_site(self, sites: Sites) -> None:
        """Whoever rotates a key looks for the one just made, of this site."""
        sites.add(site(NORTH))
        sites.add(site(SOUTH))
        sites.add_key(api_key("1" * 12))
        sites.add_key(api_key("2" * 12, created_at=LATER))
        sites.add_key(api_key("3" * 12, site=SOUTH))

        assert [key.prefix[0] for key in sites.keys(NORTH)] == ["2", "1"]
        assert [key.prefix[0] for key in sites.keys(None)] == ["2", "1", "3"]

    def test_revoked_key_stays_on_record(self, sites: Sites) -> None:
        """What a key did must be traceable after its end."""
        sites.add(site())
        sites.add_key(api_key())
        sites.revoke_key(api_key().prefix, at=LATER)

        assert sites.key(api_key().prefix) == api_key(revoked_at=LATER)

    def test_key_is_revoked_once(self, sites: Sites) -> None:
        """A second end would move the first, and with it what the record says."""
        sites.add(site())
        sites.add_key(api_key())
        sites.revoke_key(api_key().prefix, at=START)

        for prefix in (api_key().prefix, "ffffffffffff"):
            with pytest.raises(NotFound):
                sites.revoke_key(prefix, at=LATER)
        assert sites.keys()[0].revoked_at == START

    def test_version_comes_back_with_the_main_file_first(self, sites: Sites) -> None:
        """The main file names the others; read in another order the policy would not load."""
        sites.add(site())
        sites.keep_policy(NORTH, hash="aa", name="default", files=FILES, at=START)

        name, files = sites.policy(NORTH, "aa")
        assert (name, list(files.items())) == ("default", list(FILES.items()))

    def test_version_is_kept_once(self, sites: Sites) -> None:
        """A start with an unchanged file must not announce a draft each time."""
        sites.add(site())

        assert sites.keep_policy(NORTH, hash="aa", name="default", files=FILES, at=START)
        assert not sites.keep_policy(NORTH, hash="aa", name="other", files={}, at=LATER)
        assert sites.policy(NORTH, "aa")[0] == "default"

    def test_draft_changes_no_verdict(self, sites: Sites) -> None:
        """A file that somebody saved must not go live by itself."""
        sites.add(site())
        sites.keep_policy(NORTH, hash="aa", name="default", files=FILES, at=START)

        assert sites.get(NORTH).policy == site().policy
        assert [version.state for version in sites.policies(NORTH)] == ["draft"]

    def test_publishing_retires_the_version_before(self, sites: Sites) -> None:
        """One version is live, and the record says which was before."""
        sites.add(site())
        for hash, at in (("aa", START), ("bb", LATER)):
            sites.keep_policy(NORTH, hash=hash, name="default", files=FILES, at=at)
            sites.publish_policy(NORTH, hash, by="eve", at=at)

        assert sites.get(NORTH).policy == "bb"
        found = [(version.hash, version.state, version.published_at) for version in sites.policies(NORTH)]
        assert found == [("bb", "live", LATER), ("aa", "retired", START)]

    def test_version_that_is_not_there_cannot_go_live(self, sites: Sites) -> None:
        """A typing error in a hash must not leave a site without a policy."""
        sites.add(site())
        sites.keep_policy(NORTH, hash="aa", name="default", files=FILES, at=START)
        sites.publish_policy(NORTH, "aa", by="eve", at=START)

        with pytest.raises(NotFound):
            sites.publish_policy(NORTH, "bb", by="eve", at=LATER)
        assert (sites.get(NORTH).policy, sites.policies(NORTH)[0].state) == ("aa", "live")

    def test_versions_of_another_site_are_not_found(self, sites: Sites) -> None:
        """A policy holds lists that a publisher may keep to itself."""
        for id in (NORTH, SOUTH):
            sites.add(dataclasses.replace(site(), id=id))
        sites.keep_policy(NORTH, hash="aa", name="default", files=FILES, at=START)

        assert sites.policies(SOUTH) == []
        with pytest.raises(NotFound):
            sites.policy(SOUTH, "aa")
        assert sites.keep_policy(SOUTH, hash="aa", name="default", files=FILES, at=START)
