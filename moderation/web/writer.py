"""The page of a comment's writer: open to whoever has its address, which nobody can guess."""

from datetime import timedelta

from fastapi import Request, Response

from moderation.accounts import alone
from moderation.appeals import appeal
from moderation.domain.appeal import LONGEST
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, Invalid, NotFound
from moderation.domain.masking import masked
from moderation.keys import decision_of_token
from moderation.service import Service
from moderation.web.phrases import PHRASES, language_of, length_of
from moderation.web.render import render
from moderation.web.route import FormDep, ServiceDep, pages, redirect
from moderation.web.throttle import Throttle
from moderation.writers import WriterView, writer_view

router = pages()

#: How often one address may look, and contest.
LOOKS, APPEALS = (60, timedelta(minutes=5)), (10, timedelta(hours=1))


@router.get("/comment/{site}/{token}")
def page(request: Request, site: str, token: str, service: ServiceDep) -> Response:
    """Show how a comment stands, and the way to contest it."""
    _admit(request, "looks", LOOKS, service)
    return _shown(request, _view(service, site, token))


@router.post("/comment/{site}/{token}")
def contest(request: Request, site: str, token: str, form: FormDep, service: ServiceDep) -> Response:
    """Take an appeal."""
    _admit(request, "appeals", APPEALS, service)
    view, words = _view(service, site, token), form.get("words", "")
    try:
        appeal(service.storage, site=view.comment.site, id=view.comment.id, words=words, at=service.clock.now())
    except Invalid as error:
        return _shown(request, view, status=422, message=error.message, words=words)
    except Conflict:  # it was contested, changed or published meanwhile: the page says so
        return redirect(request, f"/comment/{site}/{token}")
    return redirect(request, f"/comment/{site}/{token}")


def _view(service: Service, site: str, token: str) -> WriterView:
    """Find the comment behind a token.

    Raises:
        NotFound: whatever is wrong with the address: whoever guesses learns nothing.
    """
    id = decision_of_token(token, site=SiteId(site), secret=service.secret)
    if id is None:
        raise NotFound("There is no page at this address. Was it copied whole?")
    owner = service.sites.get(SiteId(site))
    return writer_view(
        service.storage,
        site=owner.id,
        id=id,
        policy=service.policy(owner),
        at=service.clock.now(),
        alone=alone(service.accounts, site=owner.id),
    )


def _shown(
    request: Request, view: WriterView, *, status: int = 200, message: str | None = None, words: str = ""
) -> Response:
    language = language_of(view.comment.language)
    response = render(
        request,
        "writer.html",
        status=status,
        view=view,
        language=language,
        say=PHRASES[language],
        wait=length_of(view.usual_wait, language) if view.usual_wait else None,
        parts=_parts(view),
        message=message,
        words=words,
        longest=LONGEST,
    )
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def _parts(view: WriterView) -> tuple[str, str, str]:
    """Split the text before and behind the sentence concerned."""
    text, span = masked(view.comment.text or "", view.masked), view.sentence
    if span is None:
        return text, "", ""
    return text[: span.start], text[span.start : span.end], text[span.end :]


def _admit(request: Request, act: str, bound: tuple[int, timedelta], service: Service) -> None:
    throttles: dict[str, Throttle] = request.app.state.throttles
    throttle = throttles.setdefault(act, Throttle(limit=bound[0], within=bound[1]))
    throttle.admit(request.client.host if request.client else "", at=service.clock.now())
