"""One rule in a form: what it looks for, what follows, what proves it; saved as a draft."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Query, Request, Response

from moderation.domain.errors import Conflict, Invalid, PolicyInvalid
from moderation.domain.policy import Rule
from moderation.domain.policy_version import PolicyAct
from moderation.domain.verdict import Effect, Mode, Outcome
from moderation.domain.written_rule import WrittenRule
from moderation.service import Service
from moderation.web.faults import Typed, first_new_line
from moderation.web.refusals import Refusal, begun_from, is_beside, refusal_of
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.rule_record import acts_of, stopped
from moderation.web.shown_policy import ShownPolicy, editor_of, keep, shown

router = pages()

Score = Annotated[float, Query(ge=0, le=1)]

#: What a new rule begins as: in shadow, with a place for what proves it.
NEW = """id: name-what-is-seen
clause: {clause}
mode: shadow
when: {{word: {{words: ["a word"]}}}}
then: {{verdict: flag, priority: 50}}
examples:
  hit:
    - "This holds a word."
    - "So does this: a word."
    - "A word, and that is all."
  miss:
    - "This does not."
    - "Nor does this."
    - "Nothing to see."
"""

#: What a rule on a range of scores begins as; scores prove where it holds, and where not.
OF_SCORES = """id: {name}-from-{percent}
clause: {clause}
mode: shadow
when: {when}
then: {{verdict: flag, priority: 50}}
examples:
  hit:
    - {{text: "Its score lies in the range.", scores: {{{attribute}: {low}}}}}
    - {{text: "So does this one's.", scores: {{{attribute}: {within}}}}}
    - {{text: "And the score of this.", scores: {{{attribute}: {inside}}}}}
  miss:
    - {{text: "The score of this is too low.", scores: {{{attribute}: {below}}}}}
    - {{text: "This one's is lower.", scores: {{{attribute}: {lower}}}}}
    - {{text: "And this has none.", scores: {{{attribute}: 0.0}}}}
"""

_PARTS = ("clause", "mode", "owner", "note", "when", "unless", "examples")
_FOLLOWS = ("verdict", "effect", "queue", "priority", "strike", "message", "advice")


@router.get("/policy/new-rule")
def new(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    *,
    version: str | None = None,
    clause: str = "",
    attribute: str = "",
    low: Score = 0.0,
    high: Score = 1.0,
) -> Response:
    """Show the form of a rule that is not there yet; one on a range of scores where an attribute is named."""
    found = shown(service, visitor, version)
    chosen = clause if clause in found.policy.clauses else next(iter(found.policy.clauses), "")
    if attribute in service.scorer.attributes:
        return _new_page(request, found, text=_of_scores(attribute, low=low, high=high, clause=chosen))
    return _new_page(request, found, text=NEW.format(clause=chosen))


@router.post("/policy/new-rule")
def create(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Add a rule to a draft."""
    found = begun_from(service, visitor, form, part=_nothing)
    text, why, before = form.get("text", "").replace("\r\n", "\n"), form.get("why", ""), found.files.files
    files = editor_of(service).with_new_rule(before, text)
    try:
        saved = keep(service, visitor, files, base=found.version.hash, why=why, is_beside=is_beside(form))
    except (PolicyInvalid, Conflict) as error:
        typed = Typed(text=text, file=next(iter(before)), first=first_new_line(before, files))
        refusal = refusal_of(service, visitor, error, found=found, part=_nothing, typed=typed)
        return _new_page(request, found, text=text, why=why, refusal=refusal)
    return redirect(request, f"/policy/versions/{saved.hash}")


@router.get("/policy/rules/{id}")
def read(
    request: Request, id: str, visitor: VisitorDep, service: ServiceDep, version: str | None = None
) -> Response:
    """Show a rule."""
    found = shown(service, visitor, version)
    braked = stopped(acts_of(service, visitor), found).get(id) if found.is_live else None
    return _page(request, found, _rule(found, id), editor_of(service).rule(found.files.files, id), braked=braked)


@router.post("/policy/rules/{id}")
def change(request: Request, id: str, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Save a changed rule as a draft; nothing is live by it, and what was typed stays where it has faults."""
    editor = editor_of(service)

    def part(files: Mapping[str, str]) -> str:
        return editor.rule(files, id).text

    found = shown(service, visitor, form.get("version") or None)
    written = editor.rule(found.files.files, id)
    text = written.text
    try:
        found = begun_from(service, visitor, form, part=part)
        written = editor.rule(found.files.files, id)
        if form.get("take_out") == "yes":
            files = editor.without_rule(found.files.files, id)
        else:
            text = rule_of(service, written, form)
            files = editor.with_rule(found.files.files, id, text=text)
        why, base = form.get("why", ""), found.version.hash
        saved = keep(service, visitor, files, base=base, why=why, is_beside=is_beside(form))
    except (Invalid, Conflict) as error:
        place = Typed(text=text, file=written.file, first=written.line)
        refusal = refusal_of(service, visitor, error, found=found, part=part, typed=place)
        return _page(request, found, _rule(found, id), written, typed=form, refusal=refusal)
    return redirect(request, f"/policy/versions/{saved.hash}")


def _of_scores(attribute: str, *, low: float, high: float, clause: str) -> str:
    """Write a rule that holds for scores of an attribute from one on, and below another unless that is 1."""
    low = max(low, 0.05)  # what is never below a score proves nothing
    bounds = [f'{{score: {{{attribute}: ">= {low:.2f}"}}}}']
    if high < 1:
        bounds.append(f'{{score: {{{attribute}: "< {high:.2f}"}}}}')
    span = max(high - low, 0.01)
    return OF_SCORES.format(
        name=attribute.replace("_", "-"),
        percent=round(100 * low),
        clause=clause,
        when=bounds[0] if len(bounds) == 1 else "{all: [" + ", ".join(bounds) + "]}",
        attribute=attribute,
        low=f"{low:.2f}",
        within=f"{low + span / 3:.3f}",
        inside=f"{low + span / 2:.3f}",
        below=f"{low - 0.05:.2f}",
        lower=f"{low / 2:.3f}",
    )


def _nothing(_: Mapping[str, str]) -> str:
    """A rule that is new changes nothing that stands anywhere."""
    return ""


def rule_of(service: Service, written: WrittenRule, form: Mapping[str, str]) -> str:
    """Write the rule as the form has it: whole where its YAML was changed, else part by part."""
    editor = editor_of(service)
    if was_typed_whole(written, form):
        return form["text"].replace("\r\n", "\n")
    parts = {
        part: _as_yaml(part, form[part])
        for part in _PARTS
        if part in form and form[part].replace("\r\n", "\n").strip() != written.parts.get(part, "").strip()
    }
    follows: dict[str, str | int | None] = {
        name: _number(name, form[name]) if name in ("priority", "strike") else form[name].strip() or None
        for name in _FOLLOWS
        if name in form
    }
    if follows.get("effect") == Effect.HOLD.value:  # the default is not written
        follows["effect"] = None
    return editor.with_then(editor.with_parts(written.text, parts), follows)


def was_typed_whole(written: WrittenRule, form: Mapping[str, str]) -> bool:
    """Whether the whole rule was changed as YAML, rather than field by field."""
    text = form.get("text", "").replace("\r\n", "\n").strip()
    return bool(text) and text != written.text.strip()


def _as_yaml(part: str, typed: str) -> str | None:
    if not typed.strip() or (part == "mode" and typed == Mode.LIVE.value):  # the default is not written
        return None
    if part in ("note", "owner") and not typed.strip().startswith(('"', "'")):
        return '"' + typed.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'
    return typed


def _number(name: str, typed: str) -> int | str | None:
    if not typed.strip():
        return None
    if name == "priority" and typed.strip() == "score":
        return "score"
    try:
        number = int(typed)
    except ValueError:
        raise Invalid(f"{name} is a whole number; '{typed[:20]}' is none.") from None
    return number or None if name == "strike" else number


def _rule(found: ShownPolicy, id: str) -> Rule | None:
    return next((rule for rule in found.policy.rules if rule.id == id), None)


def _page(
    request: Request,
    found: ShownPolicy,
    rule: Rule | None,
    written: WrittenRule,
    *,
    typed: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
    braked: PolicyAct | None = None,
) -> Response:
    return render(
        request,
        "policy-rule.html",
        status=refusal.status if refusal else 200,
        shown=found,
        rule=rule,
        written=written,
        typed=typed or {},
        refusal=refusal,
        stopped=braked,
        is_in_force=found.is_live and rule is not None,
        has_lines=was_typed_whole(written, typed or {}),
        modes=list(Mode),
        outcomes=list(Outcome),
        effects=list(Effect),
    )


def _new_page(
    request: Request,
    found: ShownPolicy,
    *,
    text: str,
    why: str = "",
    refusal: Refusal | None = None,
) -> Response:
    context = {"shown": found, "text": text, "why": why, "refusal": refusal}
    return render(request, "policy-new-rule.html", status=refusal.status if refusal else 200, **context)
