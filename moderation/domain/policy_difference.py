"""What differs between two versions of a policy: by rule, list and clause in words, and line by line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import unified_diff
from enum import StrEnum
from typing import Any

from moderation.domain.conditions.expression import Amount, Near, Terms, Word, walk_own
from moderation.domain.policy import Policy, Rule, WordList
from moderation.domain.site import PolicyFiles

#: So many words of a list are named; the text shows the rest.
MOST_NAMED = 12
_ABSENT = "none"


class ChangeKind(StrEnum):
    """What became of a part of a policy."""

    #: It is new.
    ADDED = "added"
    #: It is gone.
    REMOVED = "removed"
    #: It says something else.
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part of a policy that differs."""

    kind: ChangeKind
    #: rule, list, clause, entity, setting, ladder or scenarios.
    part: str
    name: str
    #: What of it differs, each in a few words.
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in a line: `rule 'flood' changed: mode shadow → live`."""
        line = " ".join(filter(None, (self.part, f"'{self.name}'" if self.name else "", self.kind.value)))
        return f"{line}: {'; '.join(self.details)}" if self.details else line


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDifference:
    """What one version says otherwise than another."""

    #: The versions, `name@hash`.
    before: str
    after: str
    changes: tuple[Change, ...]
    #: The files, line by line, as `diff -u` writes it.
    text: str

    def __str__(self) -> str:
        """Say it for a terminal: the changes in words, then the lines."""
        return "\n".join([f"{self.before} → {self.after}", *map(str, self.changes), "", self.text]).rstrip()


def difference_of(before: tuple[Policy, PolicyFiles], after: tuple[Policy, PolicyFiles]) -> PolicyDifference:
    """Compare two versions, each as a policy and as its files."""
    (old, old_files), (new, new_files) = before, after
    return PolicyDifference(
        before=old.ref,
        after=new.ref,
        changes=tuple(changes_of(old, new)),
        text=text_difference(old_files.files, new_files.files),
    )


def changes_of(before: Policy, after: Policy) -> Iterator[Change]:
    """Name the parts that differ, rules first."""
    yield from _compared("rule", _by_id(before.rules), _by_id(after.rules), _of_rule)
    yield from _compared("list", before.lists, after.lists, _of_list)
    yield from _compared("clause", before.clauses, after.clauses, _of_fields)
    yield from _compared("entity", _by_name(before.entities), _by_name(after.entities), _of_fields)
    settings = tuple(_of_fields(before.settings, after.settings))
    if settings:
        yield Change(kind=ChangeKind.CHANGED, part="settings", name="", details=settings)
    if before.ladder != after.ladder:
        yield Change(kind=ChangeKind.CHANGED, part="ladder", name="")
    if before.scenarios != after.scenarios:
        yield Change(kind=ChangeKind.CHANGED, part="scenarios", name="")
    if before.published_policy != after.published_policy:
        shift = f"{before.published_policy or _ABSENT} → {after.published_policy or _ABSENT}"
        yield Change(kind=ChangeKind.CHANGED, part="published policy", name="", details=(shift,))


def text_difference(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Compare files line by line, with three lines around each change."""
    lines: list[str] = []
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name, "").splitlines(), after.get(name, "").splitlines()
        lines += unified_diff(old, new, fromfile=f"before/{name}", tofile=f"after/{name}", lineterm="")
    return "\n".join(lines)


def _compared(part: str, before: Mapping[str, Any], after: Mapping[str, Any], details: Any) -> Iterator[Change]:
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield Change(kind=ChangeKind.ADDED, part=part, name=name, details=tuple(_introduced(after[name])))
        elif name not in after:
            yield Change(kind=ChangeKind.REMOVED, part=part, name=name)
        elif before[name] != after[name]:
            said = tuple(details(before[name], after[name]))
            yield Change(kind=ChangeKind.CHANGED, part=part, name=name, details=said)


def _introduced(value: object) -> Iterator[str]:
    """Say of something new what matters first."""
    if isinstance(value, Rule):
        yield f"{value.mode}, verdict {value.then.verdict}"
    if isinstance(value, WordList):
        yield _counted(len(value.entries) or len(value.domains), "entry", "entries")


def _of_rule(before: Rule, after: Rule) -> Iterator[str]:
    same = {"when", "unless", "then", "examples"}
    yield from _of_fields(before, after, leaving=same)
    yield from _of_fields(before.then, after.then)
    if (before.when, before.unless) != (after.when, after.unless):
        yield from _of_conditions(before, after)
    for kind in ("hit", "miss", "known_fp"):
        old, new = (len(getattr(rule.examples, kind)) for rule in (before, after))
        if old != new:
            yield f"{old} → {new} examples of {kind}"
        elif getattr(before.examples, kind) != getattr(after.examples, kind):
            yield f"other examples of {kind}"


def _of_conditions(before: Rule, after: Rule) -> Iterator[str]:
    """Name words and bounds that differ; where neither says it, say that the condition does."""
    said = [*_of_words(_words(before), _words(after)), *_of_bounds(_bounds(before), _bounds(after))]
    yield from said or ["its condition differs"]


def _of_bounds(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for fact in sorted(before.keys() | after.keys()):
        if before.get(fact) != after.get(fact):
            yield f"{fact} {before.get(fact, _ABSENT)} → {after.get(fact, _ABSENT)}"


def _words(rule: Rule) -> set[str]:
    """Return the words that a rule names in place."""
    named: list[Terms] = []
    for part in _parts(rule):
        match part:
            case Word(terms=terms):
                named.append(terms)
            case Near(a=a, b=b):
                named += [a, b]
            case _:
                pass
    return {word for terms in named for word in terms.words}


def _bounds(rule: Rule) -> dict[str, str]:
    return {part.fact: str(part.comparison) for part in _parts(rule) if isinstance(part, Amount)}


def _parts(rule: Rule) -> Iterator[object]:
    for whole in (rule.when, rule.unless):
        yield from walk_own(whole) if whole is not None else ()


def _of_list(before: WordList, after: WordList) -> Iterator[str]:
    yield from _of_words({*before.words, *before.domains}, {*after.words, *after.domains})
    old, new = ({entry.word: entry.note for entry in each.entries} for each in (before, after))
    notes = sum(old[word] != new[word] for word in old.keys() & new.keys())
    if notes:
        yield _counted(notes, "other note", "other notes")
    yield from _of_fields(before, after, leaving={"entries", "domains"})


def _of_words(before: set[str], after: set[str]) -> Iterator[str]:
    for verb, words in (("adds", after - before), ("drops", before - after)):
        if words:
            shown = ", ".join(repr(word) for word in sorted(words)[:MOST_NAMED])
            more = len(words) - MOST_NAMED
            yield f"{verb} {shown}" + (f" and {more} more" if more > 0 else "")


def _of_fields(before: Any, after: Any, leaving: set[str] | None = None) -> Iterator[str]:
    """Say which fields differ, and how where their values are short."""
    for each in fields(before):
        old, new = getattr(before, each.name), getattr(after, each.name)
        if each.name in (leaving or ()) or old == new:
            continue
        shown = f"{_shown(old)} → {_shown(new)}"
        yield f"{each.name} {shown}" if len(shown) <= 80 else f"another {each.name}"


def _shown(value: object) -> str:
    if value is None or value == ():
        return _ABSENT
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _by_id(rules: tuple[Rule, ...]) -> dict[str, Rule]:
    return {rule.id: rule for rule in rules}


def _by_name(entities: tuple[Any, ...]) -> dict[str, Any]:
    return {entity.name: entity for entity in entities}


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
