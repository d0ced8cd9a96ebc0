"""One policy out of its files."""

from pathlib import Path

import pytest

from moderation.domain.errors import PolicyInvalid
from moderation.domain.verdict import Mode, Outcome
from moderation.policyfile.assemble import read, read_text
from moderation.policyfile.load import load

SITE = """
version: 1
extends: ../base.yaml
settings: {mode: observe}
clauses:
  spam: {title: No spam, text: None of it.}
lists:
  coded: {file: ../lists/coded.txt}
rules:
  - {id: insults, mode: shadow}
  - {id: coded, clause: spam, when: {word: {list: coded}}, then: {verdict: flag}}
"""


@pytest.fixture
def site(tmp_path: Path, sound: str) -> Path:
    """A site's policy over a base, with a list of its own."""
    for folder in ("sites", "lists"):
        (tmp_path / folder).mkdir()
    (tmp_path / "base.yaml").write_text(sound + "settings: {on_degraded: allow}\n")
    (tmp_path / "lists" / "coded.txt").write_text("# coded terms\nmongolian*  # only of some peoples\n\nC#\n")
    path = tmp_path / "sites" / "ours.yaml"
    path.write_text(SITE)
    return path


def test_a_site_adds_to_its_base_and_changes_parts_of_it(site: Path) -> None:
    """A site's file says only what is different."""
    policy = load(site)

    assert policy.name == "ours"
    assert set(policy.clauses) == {"attacks", "spam"}
    assert (policy.settings.mode, policy.settings.on_degraded) == ("observe", Outcome.ALLOW)
    assert {rule.id: rule.mode for rule in policy.rules} == {"insults": Mode.SHADOW, "coded": Mode.LIVE}


def test_list_files_hold_a_word_a_line_with_notes(site: Path) -> None:
    """Long lists are kept by people who need not know YAML."""
    entries = load(site).lists["coded"].entries

    assert [(entry.word, entry.note) for entry in entries] == [
        ("mongolian*", "only of some peoples"),
        ("C#", None),
    ]


def test_a_changed_list_or_base_changes_the_hash(site: Path) -> None:
    """The version names all that was judged by."""
    before = load(site).hash
    (site.parent.parent / "lists" / "coded.txt").write_text("other\n")

    assert load(site).hash != before


def test_a_fault_of_the_base_names_the_base(site: Path) -> None:
    """One must know which file to open."""
    base = site.parent.parent / "base.yaml"
    base.write_text(base.read_text().replace("verdict: flag", "verdict: hold"))

    with pytest.raises(PolicyInvalid) as refused:
        load(site)

    assert refused.value.faults[0].file == str(base)


@pytest.mark.parametrize("line", ["", "*", "a*b", "x" * 101])
def test_a_list_file_is_checked_line_by_line(site: Path, line: str) -> None:
    """An empty list or a wild star would catch nothing or everything."""
    (site.parent.parent / "lists" / "coded.txt").write_text(f"# words\n{line}\n")

    with pytest.raises(PolicyInvalid):
        load(site)


def test_a_list_in_another_encoding_is_refused(site: Path) -> None:
    """Half-read words match nothing, silently."""
    (site.parent.parent / "lists" / "coded.txt").write_bytes("café\n".encode("latin-1"))

    with pytest.raises(PolicyInvalid, match="not UTF-8"):
        load(site)


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../etc/passwd", "../../outside.txt"])
def test_no_list_leads_out_of_the_policies(site: Path, path: str) -> None:
    """An editor must not read the server's files through a word list."""
    (site.parent.parent.parent / "outside.txt").write_text("secret\n")
    site.write_text(SITE.replace("../lists/coded.txt", path))

    with pytest.raises(PolicyInvalid, match="leads out"):
        load(site)


def test_a_link_out_of_the_folder_is_not_followed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A symbolic link is a path, too."""
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("secret\n")
    coded = site.parent.parent / "lists" / "coded.txt"
    coded.unlink()
    coded.symlink_to(outside)

    with pytest.raises(PolicyInvalid, match="leads out"):
        load(site)


def test_policies_may_not_extend_each_other_in_a_circle(site: Path) -> None:
    """There would be no end to it."""
    (site.parent.parent / "base.yaml").write_text("version: 1\nextends: sites/ours.yaml\n")

    with pytest.raises(PolicyInvalid, match="circle"):
        load(site)


def test_read_keeps_the_places_of_each_file(site: Path) -> None:
    """Advice and errors point into the file where the words stand."""
    node, faults = read(site)

    assert not faults
    rules = node.value["rules"].value  # type: ignore[index, call-overload, union-attr]
    assert [rule.source.name for rule in rules] == [str(site), str(site)]  # type: ignore[union-attr]


def test_text_without_a_folder_is_read_by_itself(sound: str) -> None:
    """A policy in the database has no place on disk."""
    node, faults = read_text(sound, name="stored", base=None)

    assert not faults
    assert node.get("rules") is not None


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("extends: 7", "a path is due here"),
        ("extends: ../lists/coded.txt", "no policy file"),
        ("extends: ../none.yaml", "there is no policy"),
        ("extends: ../base.yaml\nlists: {a: {file: 7}}", "a path is due here"),
        ("extends: ../base.yaml\nlists: {a: {file: ../lists/none.txt}}", "there is no list file"),
        ("extends: ../base.yaml\nlists: [a]", "stands where keys with values are due"),
        ("extends: ../base.yaml\nrules: {a: b}", "stands where a list is due"),
        ("extends: ../base.yaml\nrules: [7]", "stands where keys with values are due"),
        ("extends: ../base.yaml\nrules: [{id: insults, then: 7}]", "stands where keys with values are due"),
    ],
)
def test_parts_of_the_wrong_shape_are_faults_in_their_place(site: Path, line: str, fault: str) -> None:
    """A slip in a site's file must not look like a fault of the service."""
    site.write_text(f"version: 1\n{line}\n")

    with pytest.raises(PolicyInvalid, match=fault):
        load(site)


def test_a_long_chain_of_policies_is_refused(tmp_path: Path, sound: str) -> None:
    """Nobody can tell what holds after the sixth file."""
    (tmp_path / "p0.yaml").write_text(sound)
    for number in range(1, 8):
        (tmp_path / f"p{number}.yaml").write_text(f"version: 1\nextends: p{number - 1}.yaml\n")

    assert load(tmp_path / "p4.yaml").rules
    with pytest.raises(PolicyInvalid, match="more than 5 policies"):
        load(tmp_path / "p7.yaml")


def test_entities_are_changed_by_name_and_scenarios_added(tmp_path: Path, sound: str) -> None:
    """A site knows more spellings, and has cases of its own."""
    shared = "entities: [{name: Turkey, kind: place}]\nscenarios: [{text: a, expect: allow}]\n"
    (tmp_path / "base.yaml").write_text(sound + shared)
    own = "entities: [{name: Turkey, spellings: Türkiye}]\nscenarios: [{text: b, expect: allow}]\n"
    (tmp_path / "own.yaml").write_text(f"version: 1\nextends: base.yaml\n{own}")

    policy = load(tmp_path / "own.yaml")

    assert [(e.kind, e.spellings) for e in policy.entities] == [("place", ("Türkiye",))]
    assert [scenario.example.text for scenario in policy.scenarios] == ["a", "b"]


def test_a_list_file_without_end_is_refused(site: Path) -> None:
    """A list of two megabytes is a mistake."""
    (site.parent.parent / "lists" / "coded.txt").write_text("word\n" * 500_000)

    with pytest.raises(PolicyInvalid, match="larger than 2 MB"):
        load(site)
