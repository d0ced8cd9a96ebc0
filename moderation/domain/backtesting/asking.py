"""Rules asked again about comments of the past: at a glance, and over the text only where that cannot tell."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial

from moderation.domain.backtesting.evidence import Evidence
from moderation.domain.conditions.glance import ClueFinder, Glance, Seen, glance_at, look, needs_text
from moderation.domain.conditions.logic import Check
from moderation.domain.conditions.scene import Exhausted, Found, Scene, Truth
from moderation.domain.policy import Policy, Rule
from moderation.domain.signals import UNKNOWN, Fact, Signals

_NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True)
class Answers:
    """What asking brought."""

    #: What was found, by the ids of the rules that hold.
    found: dict[str, Found] = field(default_factory=dict)
    #: Rules that rest on a signal that had failed then.
    doubtful: list[Rule] = field(default_factory=list)
    #: Rules that rest on what is gone or was not kept.
    lost: list[Rule] = field(default_factory=list)

    def note(self, rule: Rule, truth: Truth, *, is_lost: bool) -> None:
        """Take down the answer of one rule."""
        if truth:
            self.found[rule.id] = truth
        elif truth is None:
            (self.lost if is_lost else self.doubtful).append(rule)


@dataclass(frozen=True, slots=True)
class _Asked:
    rule: Rule
    glance: Check
    check: Check
    #: Groups of clues, as bits: without a clue of each in the comment, it does not hold.
    needs: int
    needs_text: bool
    #: Whether it asks for a fact that may not have been counted then.
    is_missing: bool


class Asking:
    """Some rules of a policy, made ready to be asked."""

    def __init__(self, policy: Policy, rules: Sequence[Rule], *, missing: frozenset[str], retarget: bool) -> None:
        """Take rules; with `retarget` whom a comment is aimed at is found out again.

        `missing` facts may not have been counted then, and `missing` texts are not kept.
        """
        self._policy, self._missing, self._retarget = policy, missing, retarget
        compiler = policy.compiler()
        stale = frozenset({"target"} if retarget else ())
        # Where no rule asks about words, clues are not worth looking for.
        is_textual = any(map(_needs_text, rules))
        self._asks_time = any("time" in rule.asks for rule in rules)
        self._asks_id = any("comment.id" in rule.asks for rule in rules)
        self._all = [
            _Asked(
                rule,
                glance_at(rule.when, rule.unless, compiler=compiler, stale=stale),
                compiler.rule(rule.when, rule.unless),
                compiler.clues.needed(rule.when) if is_textual else 0,
                _needs_text(rule) or not stale.isdisjoint(rule.asks),
                not missing.isdisjoint(rule.asks),
            )
            for rule in rules
        ]
        self._free = [each for each in self._all if not each.needs]
        self._bound = [(each.needs, each) for each in self._all if each.needs]
        self._lexicon, self._clues = compiler.lexicon(), compiler.clues
        self._clues_of = ClueFinder(compiler.clues, stale)

    def ask(self, evidences: Sequence[Evidence], spared: Sequence[Set[str]]) -> list[Answers]:
        """Ask the rules about comments, of each without those that it is spared.

        Each step is taken for all of them: what it needs stays near at hand in the processor.
        """
        glances = [self._glance(each, self._facts(each)) for each in evidences]
        if self._bound:
            look([g for g, each in zip(glances, spared, strict=True) if len(each) < len(self._all)])
        asked = [self._ask(*each) for each in zip(evidences, glances, spared, strict=True)]
        for evidence, glance, (answers, unread) in zip(evidences, glances, asked, strict=True):
            if unread:
                self._read(evidence, glance.facts, unread, answers)
        return [answers for answers, _ in asked]

    def _ask(self, evidence: Evidence, glance: Glance, spared: Set[str]) -> tuple[Answers, list[_Asked]]:
        """Ask the rules at a glance; returns with the answers those of which the text has to be read."""
        answers: Answers = Answers()
        unread: list[_Asked] = []
        if len(spared) == len(self._all):
            return answers, unread
        today = evidence.archived.gist.at.date()
        for each in self._open(glance):
            rule = each.rule
            if rule.id in spared or rule.has_expired(today):
                continue
            truth = each.glance(glance)
            if truth is False:
                continue
            if truth is None and each.needs_text and not evidence.is_gone:
                unread.append(each)
            else:
                answers.note(rule, truth, is_lost=each.is_missing or each.needs_text)
        return answers, unread

    def _open(self, glance: Glance) -> list[_Asked]:
        """Return the rules that need no clue, and those of which the comment has what they need."""
        if not self._bound:
            return self._free
        clues = glance.clues
        return self._free + [each for needs, each in self._bound if needs & clues == needs]

    def show(self, evidence: Evidence, id: str) -> Found | None:
        """Return what makes a rule hold, with its places in the text; `None` where the text is gone."""
        if evidence.is_gone:
            return None
        answers = Answers()
        self._read(evidence, self._facts(evidence), [each for each in self._all if each.rule.id == id], answers)
        return answers.found.get(id)

    def _facts(self, evidence: Evidence) -> Mapping[str, Fact]:
        facts = evidence.archived.facts
        if self._asks_time:
            facts = {**facts, "time": evidence.time}
        if self._asks_id:
            facts = {**facts, "comment.id": evidence.archived.decision.comment_id}
        if not self._missing:
            return facts
        missing = self._missing - facts.keys()
        if not evidence.may_have_author:
            missing = frozenset(name for name in missing if not name.startswith("author."))
        return {**facts, **dict.fromkeys(missing, UNKNOWN)}

    def _glance(self, evidence: Evidence, facts: Mapping[str, Fact]) -> Glance:
        today = evidence.archived.gist.at.date()
        return Glance(facts, partial(self._see, evidence), self._clues_of, today=today)

    def _see(self, evidence: Evidence) -> Seen:
        """Look for words in the folded readings and beside the text."""
        folded = None if evidence.is_gone else evidence.folded
        if folded is None:
            return Seen(self._lexicon.lists, lambda: self._lexicon.lists, None, lambda: None)
        beside = partial(evidence.words_beside, self._lexicon)
        return Seen(self._lexicon.glance(folded), beside, evidence.readings, partial(self._plain, evidence))

    def _plain(self, evidence: Evidence) -> Scene | None:
        """Look at what plainly stands in the text, where its folded reading shows the way back."""
        text = evidence.plain
        return None if text is None else Scene(Signals(facts={}, spans={}, text=text), self._lexicon, lambda _: 0)

    def _read(
        self, evidence: Evidence, facts: Mapping[str, Fact], asked: Sequence[_Asked], answers: Answers
    ) -> None:
        """Ask over the text, as when it came in."""
        signals = evidence.signals(facts, retarget=self._policy if self._retarget else None)
        scene = Scene(signals, self._lexicon, self._clues.seen, today=evidence.archived.gist.at.date())
        for each in asked:
            try:
                truth = each.check(scene)
            except Exhausted:
                truth = None
            answers.note(each.rule, truth, is_lost=each.is_missing)


def _needs_text(rule: Rule) -> bool:
    return needs_text(rule.when) or (rule.unless is not None and needs_text(rule.unless))
