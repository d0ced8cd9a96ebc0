"""Models of a policy file → the domain's values."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from moderation.domain.account import Role
from moderation.domain.comment import Kind
from moderation.domain.example import Example, Examples, Scenario, Swap
from moderation.domain.policy import (
    Clause,
    Entity,
    EntityKind,
    Labelling,
    ListEntry,
    Policy,
    PolicyMode,
    Rule,
    Settings,
    Then,
    WordList,
    Writer,
)
from moderation.domain.signals import Fact
from moderation.domain.standing import Ladder, Standing, Step
from moderation.domain.verdict import Effect, Mode, Outcome, Priority
from moderation.policyfile.expressions import unless_of, when_of
from moderation.policyfile.linking import linked
from moderation.policyfile.schema import (
    BY_SCORE,
    NO_END,
    ClauseModel,
    ExampleModel,
    ExamplesModel,
    LadderModel,
    ListModel,
    PolicyModel,
    RuleModel,
    ScenarioModel,
    SettingsModel,
    SwapModel,
    ThenModel,
    TranslationModel,
    WaitingModel,
    WriterModel,
)

#: What an example tells of its surroundings that no rule asks about by itself.
_NOT_FACTS: Final = (
    *("author.name", "author.url", "author.email"),
    *("article.title", "article.author", "thread.authors"),
)


def to_policy(model: PolicyModel, *, name: str, content_hash: str) -> Policy:
    """Make the policy that a checked file describes."""
    settings = _settings(model.settings, model.language)
    return Policy(
        name=model.name or name,
        hash=content_hash,
        clauses={key: _clause(key, clause) for key, clause in model.clauses.items()},
        lists={key: _list(key, words) for key, words in model.lists.items()},
        entities=tuple(
            Entity(name=e.name, kind=EntityKind(e.kind), spellings=tuple(e.spellings or ()))
            for e in model.entities
        ),
        rules=linked([_rule(rule) for rule in model.rules], zone=settings.time_zone),
        ladder=_ladder(model.ladder),
        settings=settings,
        scenarios=tuple(_scenario(scenario) for scenario in model.scenarios),
        published_policy=model.published_policy,
    )


def _clause(key: str, model: ClauseModel) -> Clause:
    return replace(
        _said(key, model),
        handbook=model.handbook,
        category=model.category.upper() if model.category else None,
        translations={tag: _said(key, said) for tag, said in model.translations.items()},
    )


def _said(key: str, model: ClauseModel | TranslationModel) -> Clause:
    """What a clause says in one language."""
    return Clause(
        id=key,
        title=model.title,
        text=model.text,
        writer=_writer(model.writer),
        refused=_writer(model.refused),
        guidance=model.guidance,
    )


def _writer(model: WriterModel | None) -> Writer | None:
    if model is None:
        return None
    others = model.translations if isinstance(model, WaitingModel) else {}
    said = {
        tag: Writer(title=each.title, message=each.message, advice=each.advice) for tag, each in others.items()
    }
    return Writer(title=model.title, message=model.message, advice=model.advice, translations=said)


def _list(key: str, model: ListModel) -> WordList:
    entries = tuple(ListEntry(word=entry.word, note=entry.note) for entry in model.words or ())
    return WordList(
        id=key,
        entries=entries,
        domains=tuple(model.domains or ()),
        names_groups=model.names_groups,
        coded=model.coded,
        note=model.note,
    )


def _settings(model: SettingsModel, language: str | None) -> Settings:
    languages = model.languages if "languages" in model.model_fields_set or not language else [language]
    return Settings(
        mode=PolicyMode(model.mode),
        default_verdict=Outcome(model.default_verdict),
        on_degraded=Outcome(model.on_degraded),
        unmeasured_language=Outcome(model.unmeasured_language),
        languages=tuple(languages),
        own_words_only=model.own_words_only,
        time_zone=model.time_zone,
        roles_exempt=tuple(model.roles_exempt or ()),
        audit_share=model.audit_share or 0.0,
        second_share=model.second_share or 0.0,
        brake=Settings().brake if model.brake is None else model.brake,
        second_editor=model.second_editor,
        waiting=_writer(model.waiting),
    )


def _ladder(model: LadderModel) -> Ladder:
    steps = tuple(
        Step(
            at=step.at,
            standing=Standing(step.standing),
            lasts=None if step.lasts == NO_END else step.lasts,
            needs=Role(step.needs) if step.needs else None,
            is_permanent=step.lasts == NO_END,
            message=step.message,
        )
        for step in model.steps
    )
    return Ladder(window=model.window or timedelta(days=90), halve_after=model.halve_after, steps=steps)


def _rule(model: RuleModel) -> Rule:
    return Rule(
        id=model.id,
        clause=model.clause,
        mode=Mode(model.mode),
        when=when_of(model.when),
        unless=unless_of(model.unless) if model.unless else None,
        then=_then(model.then, model.clause),
        examples=_examples(model.examples),
        swap=_swap(model.swap),
        owner=model.owner,
        brake=model.brake,
        note=model.note,
        rollout=1.0 if model.rollout is None else model.rollout,
        expires=model.expires,
        private=model.private,
    )


def _then(model: ThenModel, clause: str) -> Then:
    return Then(
        verdict=Outcome(model.verdict),
        effect=Effect(model.effect),
        queue=model.queue or clause,
        priority=Priority.NORMAL if model.priority == BY_SCORE else model.priority,
        priority_by_score=model.priority == BY_SCORE,
        strike=model.strike,
        mask=tuple(model.mask or ()),
        cooldown=model.cooldown,
        notify=tuple(model.notify or ()),
        label=Labelling(name=model.label.name, lasts=model.label.lasts) if model.label else None,
        premoderate=model.article.premoderate if model.article else None,
        message=model.message,
        advice=model.advice,
    )


def _examples(model: ExamplesModel) -> Examples:
    return Examples(
        hit=tuple(map(to_example, model.hit)),
        miss=tuple(map(to_example, model.miss)),
        known_fp=tuple(map(to_example, model.known_fp)),
    )


def _scenario(model: ScenarioModel) -> Scenario:
    return Scenario(
        example=to_example(model),
        expect=Outcome(model.expect),
        fired=tuple(model.fired or ()),
        not_fired=tuple(model.not_fired or ()),
    )


def to_example(model: ExampleModel) -> Example:
    """Make an example; what it states outright becomes facts."""
    return Example(
        text=model.text,
        kind=Kind(model.kind),
        parent_text=model.parent.text if model.parent else None,
        parent_author=model.parent.author if model.parent else None,
        author_name=model.author.name if model.author else None,
        author_url=model.author.url if model.author else None,
        author_email=model.author.email if model.author else None,
        article_author=model.article.author if model.article else None,
        article_title=model.article.title if model.article else None,
        thread_authors=tuple(model.thread.authors or ()) if model.thread else (),
        links=tuple(model.links or ()),
        facts=dict(_stated(model)),
        unknown=tuple(model.unknown or ()),
        swap=_swap(model.swap),
        note=model.note,
    )


def _swap(model: SwapModel | None) -> Swap | None:
    return Swap(why=model.why, groups=tuple(model.groups or ())) if model else None


def _stated(model: ExampleModel) -> Iterator[tuple[str, Fact]]:
    yield "kind", model.kind
    for prefix, group in (("author", model.author), ("article", model.article), ("thread", model.thread)):
        for key in sorted(group.model_fields_set) if group else ():
            if f"{prefix}.{key}" not in _NOT_FACTS:
                value = getattr(group, key)
                yield f"{prefix}.{key}", tuple(value) if isinstance(value, list) else value
    # In an example a count holds for whatever window the rules ask about.
    counted = ("rate", model.rates), ("duplicate", model.duplicates), ("similarity", model.similarity)
    for prefix, counts in counted:
        for key in sorted(counts.model_fields_set) if counts else ():
            yield f"{prefix}.{key}.*", getattr(counts, key)
    for attribute, score in (model.scores or {}).items():
        yield f"score.{attribute}", float(score)
    if model.target:
        yield "target", tuple(model.target)
    if model.language:
        yield "language", model.language
    if model.label:
        yield "label", tuple(model.label)
    if model.time:
        yield "time", model.time
