"""Which files make the policy that is tried on a site."""

from moderation.cli.candidates import policy_on
from moderation.domain.site import PolicyFiles


def files_of(name: str, **files: str) -> PolicyFiles:
    """A policy of files; `__` stands for a slash, `_dot_` for a dot."""
    named = {each.replace("__", "/").replace("_dot_", "."): content for each, content in files.items()}
    return PolicyFiles(name=name, files=named)


BASE = files_of("default", default_dot_yaml="new", lists__words_dot_txt="new words")


def test_a_new_base_comes_under_the_sites_own_policy() -> None:
    """The site keeps its own rules, and gets the new ones below them."""
    live = files_of("north", sites__north_dot_yaml="own", default_dot_yaml="old", lists__words_dot_txt="old words")

    laid = policy_on(BASE, live)
    assert laid.name == "north"
    assert dict(laid.files) == {"sites/north.yaml": "own", "default.yaml": "new", "lists/words.txt": "new words"}
    assert next(iter(laid.files)) == "sites/north.yaml"


def test_a_base_that_stands_elsewhere_finds_its_place() -> None:
    """Where the files stand on the editor's disk is nobody's business."""
    base = files_of("default", policies__default_dot_yaml="new", policies__lists__words_dot_txt="new words")
    live = files_of("north", north_dot_yaml="own", shared__default_dot_yaml="old")

    assert dict(policy_on(base, live).files) == {
        "north.yaml": "own",
        "shared/default.yaml": "new",
        "shared/lists/words.txt": "new words",
    }


def test_the_base_itself_is_tried_where_nothing_extends_it() -> None:
    """A site that runs the base as it is gets the new one as it is."""
    assert policy_on(BASE, files_of("default", default_dot_yaml="old")) is BASE
