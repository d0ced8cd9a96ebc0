"""The policy's files as they are written: an editor for YAML and for word lists, with errors in place."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import partial

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from moderation.domain.errors import Conflict, Invalid, NotFound, PolicyInvalid
from moderation.web.faults import ShownFault, Typed, first_new_line, shown_faults
from moderation.web.refusals import Refusal, begun_from, is_beside, refusal_of
from moderation.web.render import html, render
from moderation.web.route import FormDep, JsonDep, ServiceDep, VisitorDep, pages, redirect
from moderation.web.rules import rule_of, was_typed_whole
from moderation.web.shown_policy import ShownPolicy, editor_of, keep, shown

router = pages()


@router.get("/policy/files")
def read(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    version: str | None = None,
    file: str | None = None,
) -> Response:
    """Show a file of a version; its main file where none is named."""
    found = shown(service, visitor, version)
    name = _name(found, file)
    return _page(request, found, name, found.files.files[name])


@router.get("/policy/lists/{id}")
def read_list(
    request: Request, id: str, visitor: VisitorDep, service: ServiceDep, version: str | None = None
) -> Response:
    """Show the file in which the words of a list stand."""
    found = shown(service, visitor, version)
    written = editor_of(service).word_list(found.files.files, id)
    return _page(request, found, written.file, found.files.files[written.file], line=written.line)


@router.post("/policy/files")
def change(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Save a changed file as a draft; what was typed stays where it has faults."""
    found = shown(service, visitor, form.get("version") or None)
    name, text = _name(found, form.get("file")), _text(form.get("text", ""))
    why, part = form.get("why", ""), partial(_text_of, name)
    try:
        found = begun_from(service, visitor, form, part=part)
        files = dict(found.files.files) | {name: text}
        saved = keep(service, visitor, files, base=found.version.hash, why=why, is_beside=is_beside(form))
    except (PolicyInvalid, Conflict) as error:
        typed = Typed(text=text, file=name)
        refusal = refusal_of(service, visitor, error, found=found, part=part, typed=typed)
        return _page(request, found, name, text, why=why, refusal=refusal)
    return redirect(request, f"/policy/versions/{saved.hash}")


@router.post("/policy/check")
def check(request: Request, body: JsonDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Tell what is wrong with what is typed: each fault with its place, or which examples fail; saves nothing.

    Where nothing is typed, the version itself is tried.
    """
    found = shown(service, visitor, body.get("version") or None)
    text, files = _text(str(body.get("text", ""))), dict(found.files.files)
    typed, has_lines = Typed(text=text, file=next(iter(files))), True
    try:
        if "rule" in body:
            written = editor_of(service).rule(files, str(body["rule"]))
            fields = {name: str(value) for name, value in body.items()}
            typed = Typed(text=rule_of(service, written, fields), file=written.file, first=written.line)
            files = editor_of(service).with_rule(files, written.id, text=typed.text)
            has_lines = was_typed_whole(written, fields)
        elif body.get("is_new"):
            before, files = files, editor_of(service).with_new_rule(files, text)
            typed = replace(typed, first=first_new_line(before, files))
        elif "text" in body:
            typed = replace(typed, file=_name(found, body.get("file")))
            files[typed.file] = text
        service.prove_policy(service.load_policy(found.files.name, files))
    except PolicyInvalid as error:
        return _told(request, shown_faults(error, typed), detail=error.message, has_lines=has_lines)
    return _told(request, [], detail="No faults, and every example passes.", is_sound=True)


def _told(
    request: Request, faults: list[ShownFault], *, detail: str, is_sound: bool = False, has_lines: bool = True
) -> Response:
    page = html(request, "policy-faults.html", faults=faults, detail=detail, has_lines=has_lines)
    told = [asdict(each) for each in faults]
    return JSONResponse({"is_sound": is_sound, "faults": told, "detail": "" if faults else detail, "html": page})


def _text(typed: str) -> str:
    return typed.replace("\r\n", "\n").rstrip() + "\n"


def _text_of(name: str, files: Mapping[str, str]) -> str:
    if name not in files:
        raise NotFound(f"This version has no file '{name}'.")
    return files[name]


def _name(found: ShownPolicy, file: str | None) -> str:
    if file is None or not file:
        return next(iter(found.files.files))
    if not isinstance(file, str):
        raise Invalid("Name the file by its path.")
    if file not in found.files.files:
        raise NotFound(f"This version has no file '{file}'.")
    return file


def _page(
    request: Request,
    found: ShownPolicy,
    name: str,
    text: str,
    *,
    line: int = 1,
    why: str = "",
    refusal: Refusal | None = None,
) -> Response:
    context = {"shown": found, "file": name, "text": text, "line": line, "why": why, "refusal": refusal}
    return render(request, "policy-file.html", status=refusal.status if refusal else 200, **context)
