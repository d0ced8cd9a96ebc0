"""A policy's examples with their group terms exchanged: whoever is meant, the verdict is the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from moderation.domain.example import Example, Swap
from moderation.domain.policy import Policy, Rule, evaluate
from moderation.policyfile.counterparts import Counterparts, put
from moderation.policyfile.examples import Expectation, Observe, alone, as_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A text in which one group stands where another stood."""

    text: str
    #: The groups that now stand there, as one calls them.
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An example that is judged otherwise when its group terms are exchanged."""

    #: The rule's id; empty for a scenario.
    rule: str
    expectation: Expectation
    text: str
    verdict: str
    #: The first text that is judged otherwise, its verdict, and how many are out of how many.
    exchanged: str
    exchanged_verdict: str
    differing: int
    tried: int
    #: Why the editor accepts it; a finding where there is no such note.
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fairness:
    """What exchanging the group terms showed."""

    differences: tuple[Difference, ...]
    #: Examples that hold a group term, and the texts made of them.
    examples: int
    texts: int
    #: Notes that excuse nothing any more: the rule's id and the text.
    idle: tuple[tuple[str, str], ...] = ()

    @property
    def findings(self) -> tuple[Difference, ...]:
        """Differences that nobody has accounted for."""
        return tuple(each for each in self.differences if each.why is None)


def exchanges(text: str, counterparts: Counterparts) -> Iterator[Exchange]:
    """Yield a text with every group in it exchanged for another of its family, two at once where there are two."""
    places = counterparts.find(text)
    for family in dict.fromkeys(place.family for place in places):
        some = [place for place in places if place.family == family]
        size = counterparts.size(family)
        for shift in range(1, size + 1):
            moved = [(place, (place.group + shift) % size) for place in some]
            words = [counterparts.name(family, group, place.form) for place, group in moved]
            exchanged = put(text, some, words=[word for word in words if word])
            if all(words) and exchanged.casefold() != text.casefold():
                yield Exchange(
                    text=exchanged, groups=_names(counterparts, [(family, group) for _, group in moved])
                )


def run_swaps(policy: Policy, *, observe: Observe, today: date | None = None) -> Fairness:
    """Judge every example of every rule, and every scenario, with its group terms exchanged.

    Scenarios are judged without the rules that have expired by `today`.
    """
    terms = (word for each in policy.lists.values() if each.names_groups for word in each.words)
    counterparts = Counterparts.of(terms)
    run = _Run(counterparts, observe)
    for rule in policy.rules:
        by_itself = alone(policy, rule)
        for expectation, example in _examples(rule):
            run.compare(by_itself, example, rule=rule.id, expectation=expectation, swap=rule.swap)
    lasting = as_on(policy, today)
    for scenario in policy.scenarios:
        run.compare(lasting, scenario.example, rule="", expectation=Expectation.SCENARIO, swap=None)
    return Fairness(
        differences=tuple(run.differences), examples=run.examples, texts=run.texts, idle=tuple(run.idle)
    )


def _examples(rule: Rule) -> Iterator[tuple[Expectation, Example]]:
    yield from ((Expectation.HIT, example) for example in rule.examples.hit)
    yield from ((Expectation.MISS, example) for example in rule.examples.miss)
    yield from ((Expectation.KNOWN_FP, example) for example in rule.examples.known_fp)


class _Run:
    """One pass over the examples, counting."""

    def __init__(self, counterparts: Counterparts, observe: Observe) -> None:
        self.counterparts, self.observe = counterparts, observe
        self.differences: list[Difference] = []
        self.examples = self.texts = 0
        self.idle: list[tuple[str, str]] = []

    def compare(
        self, policy: Policy, example: Example, *, rule: str, expectation: Expectation, swap: Swap | None
    ) -> None:
        """Judge an example and what is made of it, and keep what differs."""
        made = list(exchanges(example.text, self.counterparts))
        self.examples += bool(made)
        self.texts += len(made)
        verdict = self._verdict(policy, example)
        judged = [(each, self._verdict(policy, replace(example, text=each.text))) for each in made]
        differing = [(each, other) for each, other in judged if other != verdict]
        note = example.swap or swap
        excused = [pair for pair in differing if note and _excuses(note, pair[0])]
        open_ = [pair for pair in differing if pair not in excused]
        if example.swap and not excused:
            self.idle.append((rule, example.text))
        for pairs, why in ((open_, None), (excused, note.why if note else None)):
            if pairs:
                first, other = pairs[0]
                self.differences.append(
                    Difference(
                        rule=rule,
                        expectation=expectation,
                        text=example.text,
                        verdict=verdict,
                        exchanged=first.text,
                        exchanged_verdict=other,
                        differing=len(pairs),
                        tried=len(made),
                        why=why,
                    )
                )

    def _verdict(self, policy: Policy, example: Example) -> str:
        verdict = evaluate(policy, self.observe(example.text, example))
        outcome = verdict.would_be or verdict.outcome
        if len(policy.rules) > 1:
            return outcome.value
        return f"{outcome.value}: holds" if verdict.matches else f"{outcome.value}: does not hold"


def _excuses(note: Swap, exchange: Exchange) -> bool:
    """Whether the editor's note covers these groups; one that names none covers all."""
    if not note.groups:
        return True
    named = {group.casefold() for group in note.groups}
    return any(group.casefold() in named for group in exchange.groups)


def _names(counterparts: Counterparts, groups: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """What the groups are called, in every form, so that an editor may write any."""
    forms = {each.name: each.forms for each in counterparts.families}
    names = (counterparts.name(family, group, form) for family, group in groups for form in forms[family])
    return tuple(dict.fromkeys(name for name in names if name))
