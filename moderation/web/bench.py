"""The test bench: type a comment, or pick one, and see what a version of the policy makes of it."""

from collections.abc import Mapping

from fastapi import Request, Response

from moderation.domain.comment import Article, Author, Comment, CommentId, Kind, Parent
from moderation.domain.errors import Invalid, NotFound
from moderation.domain.marking import pieces
from moderation.domain.text import normalise
from moderation.domain.verdict import Match
from moderation.keys import named
from moderation.pipeline import assess
from moderation.service import Service
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, VisitorDep, pages
from moderation.web.shown_policy import shown
from moderation.web.visitors import Visitor

router = pages()

MOST_CHARACTERS = 20_000
_MOST_READINGS = 4
_FIELDS = ("text", "author", "parent_author", "parent_text", "title", "people", "kind", "language")


@router.get("/policy/bench")
def bench(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    version: str | None = None,
    comment: str | None = None,
) -> Response:
    """Show the bench, with a comment of the site on it where one is named."""
    found = shown(service, visitor, version)
    fields = _picked(service, visitor, comment) if comment else dict.fromkeys(_FIELDS, "")
    return render(request, "policy-bench.html", shown=found, fields=fields, decision=None, kinds=list(Kind))


@router.post("/policy/bench")
def post_bench(request: Request, form: FormDep, visitor: VisitorDep, service: ServiceDep) -> Response:
    """Judge the comment, and record nothing."""
    found = shown(service, visitor, form.get("version") or None)
    fields = {name: form.get(name, "").replace("\r\n", "\n") for name in _FIELDS}
    comment = _comment(fields, visitor)
    decision = assess(
        named(comment, secret=service.secret),
        policy=found.policy,
        scorer=service.scorer,
        fallback=service.fallback,
        languages=service.languages,
        storage=service.storage,
        at=service.clock.now(),
    )
    assert decision.verdict is not None, "a policy decides by a verdict"
    read = normalise(comment.text)
    matches = [_shown(match, comment.text) for match in decision.verdict.matches]
    shadow = [_shown(match, comment.text) for match in decision.verdict.shadow]
    return render(
        request,
        "policy-bench.html",
        shown=found,
        fields=fields,
        kinds=list(Kind),
        decision=decision,
        matches=matches,
        shadow=shadow,
        readings=list(dict.fromkeys([read.soft.text, *(view.text for view in read.hard)]))[:_MOST_READINGS],
    )


def _shown(match: Match, text: str) -> tuple[Match, list[tuple[str, bool]]]:
    return match, pieces(text, match.spans)


def _comment(fields: Mapping[str, str], visitor: Visitor) -> Comment:
    text = fields["text"]
    if not text.strip():
        raise Invalid("Type a comment to judge.")
    if len(text) > MOST_CHARACTERS:
        raise Invalid(f"The comment has {len(text):,} characters; {MOST_CHARACTERS:,} are the limit.")
    if fields["kind"] and fields["kind"] not in {kind.value for kind in Kind}:
        raise Invalid("There is no such kind of comment.")
    people = tuple(filter(None, (name.strip() for name in fields["people"].split(","))))
    has_parent = fields["parent_author"].strip() or fields["parent_text"].strip()
    return Comment(
        site=visitor.site,
        id=CommentId("bench"),
        text=text,
        kind=Kind(fields["kind"] or Kind.COMMENT),
        author=Author(name=fields["author"].strip()) if fields["author"].strip() else None,
        parent=Parent(author=fields["parent_author"].strip() or None, text=fields["parent_text"].strip() or None)
        if has_parent
        else None,
        article=Article(title=fields["title"].strip() or None, people=people or None)
        if fields["title"].strip() or people
        else None,
        language=fields["language"].strip() or None,
    )


def _picked(service: Service, visitor: Visitor, id: str) -> dict[str, str]:
    with service.storage.read(visitor.site) as transaction:
        stored = transaction.decisions.comment(CommentId(id))
    if stored.text is None:
        raise NotFound("The text of this comment was erased.")
    parent, article = (stored.context.get(part) or {} for part in ("parent", "article"))
    return {
        "text": stored.text,
        "author": stored.author_name or "",
        "parent_author": parent.get("author") or "",
        "parent_text": parent.get("text") or "",
        "title": article.get("title") or "",
        "people": ", ".join(article.get("people") or ()),
        "kind": stored.kind,
        "language": stored.language or "",
    }
