"""Conditions of a policy file → the domain's expressions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from moderation.domain.conditions.expression import (
    AllOf,
    Amount,
    AnyOf,
    BesideMatch,
    Comparison,
    Domain,
    Expression,
    Flag,
    Holds,
    Hours,
    Member,
    Near,
    NoneOf,
    Quoted,
    Regex,
    SameSentence,
    Terms,
    Word,
)
from moderation.domain.counter import Counter
from moderation.policyfile.markers import Strict
from moderation.policyfile.times import DAYS
from moderation.policyfile.vocabulary import (
    Condition,
    DuplicateModel,
    LinkDomainModel,
    NearModel,
    RateModel,
    RegexModel,
    TermsModel,
    TimeModel,
    WordModel,
)

#: Keys of a mapping whose fact is called otherwise.
_RENAMED: Final = {"article.tag": "article.tags"}


def when_of(condition: Condition) -> Expression:
    """Make the condition under `when`: a word `within_sentence` binds what stands beside it under `all`."""
    (key,) = condition.model_fields_set
    return _MAKERS[key](getattr(condition, key))


def unless_of(condition: Condition) -> Expression:
    """Make the condition under `unless`: a word `within_sentence` excuses only its own sentence."""
    alternatives = condition.any or [condition]
    beside = [part for part in alternatives if _is_beside(part)]
    others = [when_of(part) for part in alternatives if not _is_beside(part)]
    if beside:
        others.append(BesideMatch(_only(AnyOf, [_loose(part) for part in beside])))
    return _only(AnyOf, others)


def _is_beside(condition: Condition) -> bool:
    return any(part.word and part.word.within_sentence for part in condition.all or [condition])


def _loose(condition: Condition) -> Expression:
    """Make a condition whose sentence is given from outside."""
    parts = condition.all or [condition]
    return _only(AllOf, [_word(part.word) if part.word else when_of(part) for part in parts])


def _all(parts: Sequence[Condition]) -> Expression:
    whole = [when_of(part) for part in parts]
    if any(part.word and part.word.within_sentence for part in parts):
        return SameSentence(tuple(whole))
    return AllOf(tuple(whole))


def _any(parts: Sequence[Condition]) -> Expression:
    return AnyOf(tuple(map(when_of, parts)))


def _none(parts: Sequence[Condition]) -> Expression:
    return NoneOf(tuple(map(when_of, parts)))


def _same_sentence(parts: Sequence[Condition]) -> Expression:
    return SameSentence(tuple(map(when_of, parts)))


def _only(combine: Callable[[tuple[Expression, ...]], Expression], parts: Sequence[Expression]) -> Expression:
    """Combine parts, unless there is only one."""
    return parts[0] if len(parts) == 1 else combine(tuple(parts))


def _word(model: WordModel) -> Expression:
    return Word(terms=_terms(model), fields=tuple(model.fields), unless_words=tuple(model.unless_words))


def _terms(model: TermsModel) -> Terms:
    return Terms(list=model.list or None, words=tuple(model.words), fold=model.fold)


def _near(model: NearModel) -> Expression:
    return Near(
        a=_terms(model.a), b=_terms(model.b), within=model.within, ordered=model.ordered, sentence=model.sentence
    )


def _regex(model: RegexModel) -> Expression:
    return Regex(pattern=model.pattern, fields=tuple(model.fields), case=model.case)


def _scores(bounds: Mapping[str, Comparison]) -> Expression:
    return _only(AllOf, [Amount(fact=f"score.{name}", comparison=bound) for name, bound in bounds.items()])


def _link_domain(model: LinkDomainModel) -> Expression:
    return Domain(
        domains=tuple(model.domains), list=(model.outside or model.list) or None, outside=bool(model.outside)
    )


def _rate(model: RateModel) -> Expression:
    counter = Counter(
        by=model.by,
        of_new=model.of == "new_authors",
        distinct=model.distinct,
        seconds=int(model.within.total_seconds()),
    )
    return Amount(fact=counter.fact, comparison=model.count)


def _duplicate(model: DuplicateModel) -> Expression:
    seconds = int(model.within.total_seconds())
    if model.similarity:
        near = Amount(fact=f"similarity.{model.of}.{model.place}.{seconds}", comparison=model.similarity)
        return _of_letters(near, model.min_letters)
    copies = model.count or Comparison(">=", 1)
    counted = Amount(fact=f"duplicate.{model.of}.{seconds}", comparison=copies)
    return _of_letters(counted, model.min_letters)


def _of_letters(condition: Expression, least: int) -> Expression:
    """Hold only of texts that are long enough."""
    if least == 0:
        return condition
    return AllOf((condition, Amount(fact="letters", comparison=Comparison(">=", least))))


def _time(model: TimeModel) -> Expression:
    days = tuple(sorted({DAYS.index(day) for day in model.days or DAYS}))
    return Hours(start=model.start or 0, end=24 * 60 if model.end is None else model.end, days=days)


def _facts(prefix: str) -> Callable[[Strict], Expression]:
    """Make conditions of a mapping: every key given has to hold."""

    def make(model: Strict) -> Expression:
        given = {key: getattr(model, key) for key in sorted(model.model_fields_set)}
        return _only(AllOf, [_fact(f"{prefix}.{key}", value) for key, value in given.items()])

    return make


def _fact(name: str, value: object) -> Expression:
    fact = _RENAMED.get(name, name)
    if isinstance(value, Comparison):
        return Amount(fact=fact, comparison=value)
    if isinstance(value, bool):
        return Flag(fact=fact, value=value)
    assert isinstance(value, list)
    return Member(fact=fact, values=tuple(value))


def _same(name: str) -> Callable[[object], Expression]:
    """Make a condition on the fact that has the key's own name."""
    return lambda value: _fact(name, value)


#: One maker for each key of a condition.
_MAKERS: Final[Mapping[str, Callable[[Any], Expression]]] = {
    "word": _word,
    "near": _near,
    "regex": _regex,
    "score": _scores,
    "target": _same("target"),
    "quoted": lambda value: Quoted(value=value),
    "links": _same("links"),
    "link_domain": _link_domain,
    "letters": _same("letters"),
    "words_count": _same("words_count"),
    "caps_ratio": _same("caps_ratio"),
    "emoji": _same("emoji"),
    "repeat_chars": _same("repeat_chars"),
    "script": _same("script"),
    "pii": _same("pii"),
    "author": _facts("author"),
    "article": _facts("article"),
    "thread": _facts("thread"),
    "kind": _same("kind"),
    "rate": _rate,
    "duplicate": _duplicate,
    "language": _same("language"),
    "label": _same("label"),
    "time": _time,
    "rule": lambda id: Holds(rule=id),
    "all": _all,
    "any": _any,
    "none": _none,
    "same_sentence": _same_sentence,
}
