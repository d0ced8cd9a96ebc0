"""One policy out of its files: what it extends, its list files, and the parts that it overrides."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from moderation.domain.errors import Fault, PolicyInvalid
from moderation.policyfile.markers import nearest
from moderation.policyfile.source import Node, Place, Source, decoded, parse_whole
from moderation.policyfile.spellings import respell
from moderation.policyfile.words import word_fault

#: Parts that are mappings: merged key by key, a value of the same key replaced.
_BY_KEY: Final = ("clauses", "lists", "settings", "ladder")
#: Parts that are sequences: the key by which an item replaces (`rules`: changes) one of the same name.
_BY_ID: Final = {"rules": "id", "entities": "name"}
_MOST_FILES: Final = 5
_MOST_LIST_BYTES: Final = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a policy stands on disk."""

    #: Against which its own paths are read; `None` where it may name no file.
    folder: Path | None
    #: How a person writes the folder, for messages.
    shown: str
    #: What it may not leave.
    root: Path | None


def read(path: Path) -> tuple[Node, list[Fault]]:
    """Read a file and all that it extends; return it whole, with the faults of its parts.

    Raises:
        PolicyInvalid: if a file cannot be read at all, or is not YAML.
    """
    node, faults = _parsed(path, str(path))
    whole, more = _assembled(node, _site(path.parent, None), (path.resolve(),))
    return whole, [*faults, *more]


def read_text(text: str, *, name: str, base: Path | None) -> tuple[Node, list[Fault]]:
    """Read a policy that stands in no file; `base` is the folder that its own paths start from."""
    site = _site(base, None) if base else Site(folder=None, shown="", root=None)
    node, faults = parse_whole(text, name=name)
    respell(node)
    whole, more = _assembled(node, site, ())
    return whole, [*faults, *more]


def _site(folder: Path, root: Path | None) -> Site:
    return Site(folder=folder.resolve(), shown=str(folder), root=root or folder.resolve())


def _parsed(path: Path, shown: str) -> tuple[Node, list[Fault]]:
    content = _bytes(path, shown)
    node, faults = parse_whole(decoded(content, name=shown, size=path.stat().st_size), name=shown)
    respell(node)
    return node, faults


def _bytes(path: Path, shown: str) -> bytes:
    """Read a file, a little more than any limit at most."""
    try:
        if not path.is_file():
            raise FileNotFoundError(2, "there is no such file")
        with path.open("rb") as file:
            return file.read(_MOST_LIST_BYTES + 1)
    except OSError as error:
        fault = Source(shown, ()).fault(Place(0, 0), f"cannot be read: {error.strerror or error}")
        raise PolicyInvalid(faults=[fault]) from None


def _assembled(node: Node, site: Site, above: tuple[Path, ...]) -> tuple[Node, list[Fault]]:
    """Merge a file over what it extends; where that cannot be read, `extends` stays, and why is told."""
    faults: list[Fault] = []
    extends = node.get("extends")
    base: Node | None = None
    if extends is not None:
        base, site = _extended(extends, site, above, faults)
    _check_ids(node, faults)
    _read_lists(node, site, faults)
    return (_merged(base, node) if base else node), faults


def _extended(extends: Node, site: Site, above: tuple[Path, ...], faults: list[Fault]) -> tuple[Node | None, Site]:
    target = _inside(extends, site, faults, climb=True)
    if target is None or site.folder is None:
        return None, site
    if not target.is_file():
        faults.append(extends.fault(f"there is no policy '{extends.value}'", _beside(target)))
        return None, site
    if target in above:
        circle = " → ".join(path.name for path in (*above[above.index(target) :], target))
        faults.append(
            extends.fault(f"the policies extend each other in a circle: {circle}", "take one `extends` out")
        )
        return None, site
    if len(above) >= _MOST_FILES:
        faults.append(extends.fault(f"more than {_MOST_FILES} policies extend each other", "extend fewer"))
        return None, site
    shown = str(Path(site.shown) / str(extends.value))
    try:
        node, own = _parsed(target, _tidy(shown))
        base, below = _assembled(node, _site(Path(_tidy(shown)).parent, None), (*above, target))
        faults.extend([*own, *below])
    except PolicyInvalid as error:
        faults.extend(error.faults)
        return None, site
    # A site's lists may stand anywhere below the policy that it extends.
    root = target.parent if site.folder.is_relative_to(target.parent) else site.root
    return base, Site(folder=site.folder, shown=site.shown, root=root)


def _beside(path: Path) -> str:
    """Name the file that was meant, if one beside it is called much like it."""
    others = [each.stem for each in path.parent.glob(f"*{path.suffix}")] if path.parent.is_dir() else []
    near = nearest(path.stem, others) or ""
    return near.replace("'?", f"{path.suffix}'?") if near.startswith("did") else "check the path and its case"


def _tidy(shown: str) -> str:
    parts: list[str] = []
    for part in Path(shown).parts:
        if part == ".." and parts and parts[-1] not in ("..", "/"):
            parts.pop()
        else:
            parts.append(part)
    return str(Path(*parts))


def _inside(node: Node, site: Site, faults: list[Fault], *, climb: bool = False) -> Path | None:
    """Resolve a path that a policy names; it may not leave the policy's tree (`climb`: nor go up but one)."""
    if not isinstance(node.value, str) or not node.value or "\0" in node.value:
        faults.append(node.fault("a path is due here", "write one path, in relation to this file"))
        return None
    if site.folder is None or site.root is None:
        faults.append(node.fault("this policy may not name files", "write the content into the policy itself"))
        return None
    root = site.folder.parent if climb else site.root
    target = (site.folder / node.value).resolve()
    if Path(node.value).is_absolute() or not target.is_relative_to(root):
        faults.append(
            node.fault(f"'{node.value}' leads out of the policy's folder", "keep files beside the policy")
        )
        return None
    if climb and target.suffix not in (".yaml", ".yml"):
        faults.append(
            node.fault(f"'{node.value}' is no policy file", f"extend a .yaml file, such as {target.stem}.yaml")
        )
        return None
    return target


def _check_ids(node: Node, faults: list[Fault]) -> None:
    """Refuse two rules, or entities, of one name in one file."""
    for part, key in _BY_ID.items():
        seen: dict[str, Node] = {}
        items = node.get(part)
        for item in items.value if items is not None and isinstance(items.value, list) else ():
            name = item.get(key)
            if name is None or not isinstance(name.value, str):
                continue
            if name.value in seen:
                line = seen[name.value].place.line + 1
                what = part.removesuffix("s").replace("entitie", "entity")
                faults.append(
                    name.fault(f"duplicate {what} '{name.value}'", f"line {line} has it already; rename one")
                )
            seen.setdefault(name.value, name)


def _read_lists(node: Node, site: Site, faults: list[Fault]) -> None:
    """Put the words of list files in the place of their names."""
    lists = node.get("lists")
    for each in lists.value.values() if lists is not None and isinstance(lists.value, dict) else ():
        name = each.get("file")
        if name is None or not isinstance(each.value, dict):
            continue
        written = each.value.get("words")
        own = written.value if written is not None and isinstance(written.value, list) else []
        words = _list_words(name, site, faults)
        each.value["words"] = Node([*own, *words], each.source, name.place, name.key)
        del each.value["file"]


def _list_words(name: Node, site: Site, faults: list[Fault]) -> list[Node]:
    """Read the file that a list names; where it has faults, a stand-in keeps the list from being empty."""
    path = _inside(name, site, faults)
    try:
        if path is not None:
            return _list_file(path, _tidy(str(Path(site.shown) / str(name.value))), name)
    except PolicyInvalid as error:
        faults.extend(error.faults)
    return [Node("unreadable", name.source, name.place)]


def _list_file(path: Path, shown: str, name: Node) -> list[Node]:
    """Read a word a line; what follows ` #` is a note."""
    if not path.is_file():
        raise PolicyInvalid(faults=[name.fault(f"there is no list file {shown}", _beside(path))])
    content = _bytes(path, shown)
    source = Source(shown, ())
    if len(content) > _MOST_LIST_BYTES:
        raise PolicyInvalid(faults=[source.fault(Place(0, 0), "the list is larger than 2 MB", "split it")])
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        fault = source.fault(
            Place(content[:0].count(b"\n"), 0), "this is not UTF-8", "save it with the encoding UTF-8"
        )
        raise PolicyInvalid(faults=[fault]) from None
    source = Source(shown, tuple(lines))
    return _entries(source, lines, name)


def _entries(source: Source, lines: list[str], name: Node) -> list[Node]:
    words: list[Node] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines):
        word, _, note = f" {line}".partition(" #")
        word, note = word.strip(), note.strip()
        if not word:
            continue
        place = Place(number, line.index(word), len(word))
        wrong = word_fault(word)
        if wrong:
            faults.append(source.fault(place, *wrong))
        entry: dict[str, Node] = {"word": Node(word, source, place)}
        entry |= {"note": Node(note, source, place)} if note else {}
        words.append(Node(entry, source, place))
    if not words:
        faults.append(name.fault(f"the list file {source.name} is empty", "write a word a line"))
    if faults:
        raise PolicyInvalid(faults=faults)
    return words


def _merged(base: Node, own: Node) -> Node:
    """Lay a policy over the one that it extends."""
    if not isinstance(base.value, dict) or not isinstance(own.value, dict):
        return own
    whole: dict[str, Node] = dict(base.value)
    for part, node in own.value.items():
        below = whole.get(part)
        if below is None or part not in (*_BY_KEY, *_BY_ID, "scenarios"):
            whole[part] = node
        elif part in _BY_KEY and isinstance(node.value, dict) and isinstance(below.value, dict):
            whole[part] = _with(node, {**below.value, **node.value})
        elif isinstance(node.value, list) and isinstance(below.value, list):
            whole[part] = _with(node, _items(below.value, node.value, _BY_ID.get(part)))
        else:
            whole[part] = node
    del whole["extends"]  # what is left of it could not be read
    return _with(own, whole)


def _items(below: list[Node], own: list[Node], key: str | None) -> list[Node]:
    """Add items to a sequence; one of a name that exists changes that one, key by key."""
    if key is None:
        return [*below, *own]
    items: dict[object, Node] = {_name(item, key): item for item in below}
    for item in own:
        known = items.get(_name(item, key))
        items[_name(item, key)] = item if known is None else _laid_over(known, item)
    return list(items.values())


def _name(item: Node, key: str) -> object:
    name = item.get(key)
    return name.value if name is not None and isinstance(name.value, str) else id(item)


def _laid_over(known: Node, item: Node) -> Node:
    if not isinstance(known.value, dict) or not isinstance(item.value, dict):
        return item
    return _with(item, {**known.value, **item.value})


def _with(node: Node, value: Mapping[str, Node] | list[Node]) -> Node:
    return Node(value if isinstance(value, list) else dict(value), node.source, node.place, node.key)
