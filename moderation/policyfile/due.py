"""What is due at a place of a policy file, found in the models and said to an editor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from moderation.policyfile.markers import OneOf, Short
from moderation.policyfile.schema import (
    ArticleActModel,
    ClauseModel,
    EntityModel,
    ExampleModel,
    ExamplesModel,
    LabelModel,
    LadderModel,
    ListModel,
    PolicyModel,
    RuleModel,
    StepModel,
    SwapModel,
    ThenModel,
    WriterModel,
)
from moderation.policyfile.vocabulary import (
    AuthorModel,
    Condition,
    DuplicateModel,
    NearModel,
    RateModel,
    RegexModel,
    TermsModel,
    ThreadModel,
    TimeModel,
    WordModel,
)

#: How each part is written, in the fewest words.
_FORMS: Final[Mapping[type[BaseModel], str]] = {
    AuthorModel: '{approved: "< 1"}',
    ClauseModel: "{title: ..., text: ...}",
    Condition: "{word: {words: [...]}}",
    DuplicateModel: "{of: any, within: 24h}",
    ArticleActModel: "{premoderate: 2h}",
    EntityModel: "{name: ..., kind: person}",
    ExampleModel: "{text: ...}",
    ExamplesModel: "{hit: [...], miss: [...]}",
    LabelModel: "{name: ..., for: 30d}",
    LadderModel: "{steps: [{at: 3, standing: limited}]}",
    ListModel: "{words: [...]}",
    NearModel: "{a: {words: [...]}, b: {words: [...]}, within: 3}",
    RateModel: '{by: author, count: "> 5", within: 10m}',
    RegexModel: "{pattern: '...'}",
    RuleModel: "{id: ..., clause: ..., when: ..., then: ...}",
    StepModel: "{at: 3, standing: limited}",
    SwapModel: "{why: ...}",
    TermsModel: "{words: [...]}",
    ThenModel: "{verdict: flag}",
    ThreadModel: '{length: "> 100"}',
    TimeModel: '{from: "22:00", to: "06:00"}',
    WordModel: "{words: [...]}, or {list: ...}",
    WriterModel: "{title: ..., message: ...}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What may stand at a place."""

    annotation: object
    #: What the type is marked with: bounds, closed sets, short forms.
    marks: tuple[object, ...] = ()
    #: The key of a model that it stands under, if any.
    field: FieldInfo | None = None

    @property
    def model(self) -> type[BaseModel] | None:
        """The model of a mapping that is due here."""
        annotation = self.annotation
        return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None

    @property
    def is_needed(self) -> bool:
        """Whether the key may not be left out."""
        return self.field is not None and self.field.is_required()

    @property
    def is_short(self) -> bool:
        """Whether a text may stand for the mapping."""
        return any(isinstance(mark, Short) and str in mark.kinds for mark in self.marks)

    @property
    def form(self) -> str | None:
        """How it is written, in the fewest words."""
        return _FORMS.get(self.model) if self.model else None

    @property
    def number(self) -> str:
        """Say which numbers may stand here."""
        least = next((mark.ge for mark in self.marks if isinstance(mark, Ge)), None)
        most = next((mark.le for mark in self.marks if isinstance(mark, Le)), None)
        what = "a whole number" if self.annotation is int else "a number"
        if least is not None and most is not None:
            return f"write {what} from {least:g} to {most:g}"
        return f"write {what}, {least:g} or more" if least is not None else f"write {what}"

    @property
    def names(self) -> Sequence[str]:
        """The words of the closed set that may stand here."""
        return next((mark.names for mark in self.marks if isinstance(mark, OneOf)), ())


def due_at(location: Sequence[str | int]) -> Due:
    """Return what is due at a place; steps that no file has are left out, as errors name them."""
    due = Due(annotation=PolicyModel)
    for step in location:
        due = _inside(due, step)
    return due


def keys_at(location: Sequence[str | int]) -> list[str]:
    """Return the keys that a policy file may have at a place."""
    model = due_at(location).model
    return sorted(_fields(model)) if model else []


def home_of(key: str, location: Sequence[str | int]) -> str | None:
    """Say where a key belongs that was written one level too high or too low.

    `location` is that of the mapping in which it was written.
    """
    model = due_at(location).model
    for name, field in _fields(model).items() if model else ():
        if any(key in _fields(inner) for inner in _models(field.annotation)):
            return f"it belongs under `{name}`; indent it further"
    if location and key in keys_at(location[:-1]):
        return f"it belongs beside `{location[-1]}`, not under it; indent it less"
    return None


def _inside(due: Due, step: str | int) -> Due:
    """Go down one step; one that leads nowhere stays where it is."""
    if due.model is not None:
        field = _fields(due.model).get(str(step))
        return _due(field.annotation, tuple(field.metadata), field) if field else due
    parts = get_args(due.annotation)
    if get_origin(due.annotation) is dict and step != "[key]":
        return _due(parts[1])
    return _due(parts[0]) if get_origin(due.annotation) in (list, dict) else due


def _due(annotation: object, marks: tuple[object, ...] = (), field: FieldInfo | None = None) -> Due:
    """Take a type apart from what it is marked with."""
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        flat = [each for mark in more for each in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]
        marks = (*marks, *flat)
    return Due(annotation=annotation, marks=marks, field=field)


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a model by the key that a file has for them."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """Find the models inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
