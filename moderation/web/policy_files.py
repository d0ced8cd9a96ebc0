"""The policy's files as they are written: an editor for YAML and for word lists, with errors in place."""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from moderation.domain.errors import Conflict, Invalid, ModerationError, NotFound, PolicyInvalid, StaleVersion
from moderation.web.render import render
from moderation.web.route import FormDep, JsonDep, ServiceDep, VisitorDep, pages, redirect
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
    try:
        files = dict(found.files.files) | {name: text}
        saved = keep(service, visitor, files, base=found.version.hash, why=form.get("why", ""))
    except (PolicyInvalid, Conflict) as error:
        return _page(request, found, name, text, error=error)
    return redirect(request, f"/policy/versions/{saved.hash}")


@router.post("/policy/check")
def check(body: JsonDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Tell what is wrong with what is typed: each fault with its place, or which examples fail; saves nothing."""
    found = shown(service, visitor, body.get("version") or None)
    text = _text(str(body.get("text", "")))
    files, first = dict(found.files.files), 1
    try:
        if "rule" in body:
            written = editor_of(service).rule(files, str(body["rule"]))
            files, first = editor_of(service).with_rule(files, written.id, text=text), written.line
        elif body.get("is_new"):
            before, files = files, editor_of(service).with_new_rule(files, text)
            first = _first_new_line(before, files)
        else:
            files[_name(found, body.get("file"))] = text
        service.prove_policy(service.load_policy(found.files.name, files))
    except PolicyInvalid as error:
        return JSONResponse(_told(error, first=first))
    return JSONResponse({"is_sound": True, "faults": [], "detail": "No faults, and every example passes."})


def _told(error: PolicyInvalid, *, first: int) -> dict[str, Any]:
    faults = [
        {
            "file": fault.file,
            "line": fault.line - first + 1,
            "column": fault.column,
            "message": fault.message,
            "hint": fault.hint,
        }
        for fault in error.faults
    ]
    return {"is_sound": False, "faults": faults, "detail": "" if faults else error.message}


def _first_new_line(before: Mapping[str, str], after: Mapping[str, str]) -> int:
    """Return the line, from 1, on which something stands in the main file that did not stand there."""
    name = next(iter(before))
    old, new = before[name].split("\n"), after[name].split("\n")
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    return same + 1 + (not new[same].strip())


def _text(typed: str) -> str:
    return typed.replace("\r\n", "\n").rstrip() + "\n"


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
    error: ModerationError | None = None,
) -> Response:
    status = 200 if error is None else 409 if isinstance(error, StaleVersion) else 422
    context = {"shown": found, "file": name, "text": text, "line": line, "error": error}
    return render(request, "policy-file.html", status=status, **context)
