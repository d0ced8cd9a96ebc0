"""What a sound policy may still want: advice, one check a function."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from moderation.domain.conditions.expression import Domain, Expression, Member, Near, Regex, Terms, Word, walk
from moderation.domain.conditions.scene import MOST_EFFORT
from moderation.domain.errors import Fault
from moderation.domain.patterns import compile_regex
from moderation.domain.policy import Policy, Rule
from moderation.domain.verdict import Mode
from moderation.policyfile.assemble import read
from moderation.policyfile.explain import in_order
from moderation.policyfile.load import to_sound_policy
from moderation.policyfile.source import Node


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at: the policy, the file that it came from, and the day."""

    policy: Policy
    root: Node
    today: date

    def rules(self) -> Iterator[tuple[Rule, Node]]:
        """Pair the rules with their places."""
        yield from zip(self.policy.rules, _items(self.root.get("rules")), strict=True)

    def named(self, part: str) -> Iterator[tuple[str, Node]]:
        """Walk over clauses or lists by name."""
        node = self.root.get(part)
        if node is not None and isinstance(node.value, dict):
            yield from node.value.items()


#: Where coded terms are said by people who mean no harm.
SENSES: Final = ("history", "geography", "counter-speech")
#: Patterns that a comment of twice the usual limit may be searched for give no cause for advice.
_LONG_ENOUGH: Final = 40_000
Check = Callable[[Subject], Iterator[Fault]]


def lint(path: Path, *, today: date) -> list[Fault]:
    """Return advice on a policy file, by file and line.

    Raises:
        PolicyInvalid: where it has faults.
    """
    node, faults = read(path)
    subject = Subject(to_sound_policy(node, faults, name=path.stem), node, today)
    return in_order([fault for check in CHECKS for fault in check(subject)])


def expired_rules(subject: Subject) -> Iterator[Fault]:
    """Rules whose last day is over do nothing."""
    for rule, node in subject.rules():
        if rule.has_expired(subject.today):
            yield _at(node, "expires").fault(
                f"rule '{rule.id}' expired on {rule.expires}", "extend it or take it out"
            )


def unproved_rules(subject: Subject) -> Iterator[Fault]:
    """A rule without a hit and a miss can be changed by mistake, and nothing tells."""
    for rule, node in subject.rules():
        lacking = [kind for kind in ("hit", "miss") if not getattr(rule.examples, kind)]
        if lacking:
            message = f"rule '{rule.id}' has no example of a {' or a '.join(lacking)}"
            yield _at(node, "id").fault(message, "write `examples: {hit: [...], miss: [...]}`")


def uncounted_senses(subject: Subject) -> Iterator[Fault]:
    """A coded term has an honest sense, too; misses have to show that the rule leaves it alone."""
    coded = {name for name, each in subject.policy.lists.items() if each.coded}
    for rule, node in subject.rules():
        used = sorted({name for part in walk(rule.when) for name in _lists(part)} & coded)
        notes = " ".join(example.note or "" for example in rule.examples.miss).casefold()
        lacking = [sense for sense in SENSES if sense not in notes]
        if used and lacking:
            message = (
                f"rule '{rule.id}' rests on coded terms ('{used[0]}'), and has no miss from {', '.join(lacking)}"
            )
            yield _at(node, "id").fault(message, f"add `{{text: ..., note: {lacking[0]}}}` under `miss`")


def wide_patterns(subject: Subject) -> Iterator[Fault]:
    """A pattern in many of whose places a text may be at once is slow to look for."""
    for rule, node in subject.rules():
        for part in _conditions(rule):
            width = compile_regex(part.pattern, case=part.case).width if isinstance(part, Regex) else 0
            longest = MOST_EFFORT * 100 // (width + 20)
            if longest < _LONG_ENOUGH:
                message = f"rule '{rule.id}' has a pattern {width} places wide"
                hint = (
                    f"use smaller counts, such as {{0,30}}, or `near`; a comment of {longest:,} characters waits"
                )
                yield _at(node, "id").fault(message, hint)


def unused_lists(subject: Subject) -> Iterator[Fault]:
    """A list that no rule names catches nothing."""
    used = {name for rule in subject.policy.rules for part in _conditions(rule) for name in _lists(part)}
    for name, node in subject.named("lists"):
        if name not in used and not subject.policy.lists[name].names_groups:
            yield node.fault(f"no rule uses the list '{name}'", "use it or take it out", at_key=True)


def unused_clauses(subject: Subject) -> Iterator[Fault]:
    """A clause on which no rule rests is kept by moderators alone."""
    used = {rule.clause for rule in subject.policy.rules if rule.mode is not Mode.OFF}
    for name, node in subject.named("clauses"):
        if name not in used:
            yield node.fault(f"no rule rests on the clause '{name}'", "only moderators will apply it", at_key=True)


def repeated_words(subject: Subject) -> Iterator[Fault]:
    """A word that stands twice in a list is one slip of the hand."""
    for name, node in subject.named("lists"):
        words = node.get("words")
        seen: set[str] = set()
        for entry, item in zip(subject.policy.lists[name].entries, _items(words), strict=True):
            if entry.word.casefold() in seen:
                yield item.fault(f"'{entry.word}' stands twice in the list '{name}'", "take one out")
            seen.add(entry.word.casefold())


def idle_ladder(subject: Subject) -> Iterator[Fault]:
    """A ladder to whose steps no rule answers stops nobody."""
    ladder = subject.root.get("ladder")
    if ladder is not None and subject.policy.ladder.steps and "author.standing" not in subject.policy.asks:
        hint = "add a rule such as `when: {author: {standing: blocked}}`"
        yield ladder.fault("no rule asks for an author's standing", hint, at_key=True)


def idle_halving(subject: Subject) -> Iterator[Fault]:
    """A strike that has lapsed is not halved any more."""
    ladder, node = subject.policy.ladder, subject.root.get("ladder")
    if node is not None and ladder.halve_after is not None and ladder.halve_after >= ladder.window:
        message = "strikes lapse before they are halved: `halve_after` is as long as their `window`, or longer"
        yield _at(node, "halve_after").fault(message, "write a shorter time, or take it out", at_key=True)


def unknown_entities(subject: Subject) -> Iterator[Fault]:
    """An article is about entities; a name that is none has to be spelt exactly as the site sends it."""
    known = {s.casefold() for entity in subject.policy.entities for s in (entity.name, *entity.spellings)}
    for rule, node in subject.rules():
        asked = [part for part in _conditions(rule) if isinstance(part, Member) and part.fact == "article.about"]
        for name in {value for part in asked for value in part.values if value.casefold() not in known | {"*"}}:
            yield _at(node, "id").fault(
                f"rule '{rule.id}' asks about '{name}', which is no entity", "add it to `entities`"
            )


def nameless_staff(subject: Subject) -> Iterator[Fault]:
    """An answer to the staff is told by roles; without any named, there is no staff."""
    if subject.policy.settings.roles_exempt:
        return
    for rule, node in subject.rules():
        if "thread.replies_to_staff" in rule.asks:
            hint = "write `settings: {roles_exempt: [staff]}`, as the site calls its people"
            yield _at(node, "id").fault(f"rule '{rule.id}' asks for the staff, and no role is", hint)


#: What is looked at, in the order of what it may cost to miss.
CHECKS: Final[tuple[Check, ...]] = (
    expired_rules,
    unproved_rules,
    uncounted_senses,
    idle_ladder,
    idle_halving,
    wide_patterns,
    unused_lists,
    unused_clauses,
    repeated_words,
    unknown_entities,
    nameless_staff,
)


def _items(node: Node | None) -> list[Node]:
    if node is None:
        return []
    return node.value if isinstance(node.value, list) else [node]


def _at(node: Node, key: str) -> Node:
    return node.get(key) or node


def _conditions(rule: Rule) -> list[Expression]:
    return walk(rule.when) + (walk(rule.unless) if rule.unless is not None else [])


def _lists(condition: Expression) -> Iterator[str]:
    match condition:
        case Word(terms=Terms(list=name)) | Domain(list=name):
            yield from [name] if name else []
        case Near(a=a, b=b):
            yield from (terms.list for terms in (a, b) if terms.list)
        case _:
            return
