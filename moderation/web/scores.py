"""What waits by score: a drawing, its numbers, a range to choose, and the comments that lie in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query, Request, Response

from moderation.domain.insights.histogram import Range, ScoreBand, ScoreQuery
from moderation.histogram import RULINGS, Histogram, histogram
from moderation.service import Service
from moderation.web.charts import WIDTH, nice
from moderation.web.desk import filters_of, frame, waiting_of
from moderation.web.lists import ROWS, After, cursor, review_place
from moderation.web.render import render
from moderation.web.route import ServiceDep, VisitorDep, pages

router = pages()

#: The attribute that is shown unless another is chosen, where the model rates it.
USUAL = "toxicity"

Score = Annotated[float, Query(ge=0, le=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A band as the drawing has it: lengths in percent of its height, places in units of its width."""

    band: ScoreBand
    x: float
    width: float
    height: float
    is_chosen: bool


@router.get("/desk/scores")
def scores(
    request: Request,
    visitor: VisitorDep,
    service: ServiceDep,
    *,
    attribute: str = "",
    queue: str = "",
    language: str = "",
    clause: str = "",
    section: str = "",
    low: Score = 0.0,
    high: Score = 1.0,
    after: After = "",
) -> Response:
    """Show how much waits with which score, what was decided on the like, and what lies in a range."""
    asked = {"queue": queue, "language": language, "clause": clause, "section": section}
    attribute = _attribute(service, attribute)
    chosen, now = Range(low=min(low, high), high=max(low, high)), service.clock.now()
    found = histogram(
        service.storage,
        ScoreQuery(attribute=attribute, **{name: value or None for name, value in asked.items()}),
        site=visitor.site,
        chosen=chosen,
        after=review_place(after) if after else None,
        limit=ROWS,
    )
    kinds, shown = waiting_of(service, visitor), asked | {"attribute": attribute}
    return render(
        request,
        "scores.html",
        **frame(service, visitor),
        **_drawing(found, chosen),
        tab="scores",
        title="What waits, by score",
        attributes=service.scorer.attributes,
        filters={"queue": sorted({kind.queue for kind in kinds}), **filters_of(kinds)},
        asked=shown,
        chosen=found.chosen,
        rulings=RULINGS,
        rows=[
            (comment, review, review.holder(now))
            for review, comment in found.rows
            if visitor.name not in review.not_for
        ],
        kept=shown | {"low": chosen.low, "high": chosen.high},
        more=_more(found),
        wanted="",
        queue="",
        seen=now,
    )


def _attribute(service: Service, wanted: str) -> str:
    """Return the attribute that was chosen, or another where the model does not rate it."""
    rated = service.scorer.attributes
    return next((name for name in (wanted, USUAL, *rated) if name in rated), USUAL)


def _drawing(found: Histogram, chosen: Range) -> dict[str, Any]:
    """Return the bands with their places, and what the height stands for."""
    top = nice(max(band.waiting for band in found.bands))
    step = WIDTH / len(found.bands)
    drawn: Sequence[Drawn] = [
        Drawn(
            band=band,
            x=place * step,
            width=step,
            height=band.waiting / top * 100,
            is_chosen=chosen.low <= band.range.low and band.range.high <= chosen.high,
        )
        for place, band in enumerate(found.bands)
    ]
    return {"drawn": drawn, "top": top}


def _more(found: Histogram) -> str | None:
    if not found.is_cut:
        return None
    last = found.rows[-1][0]
    return cursor([last.priority, last.opened_at.isoformat(), last.id])
