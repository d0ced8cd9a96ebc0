"""What the service is compared with: FastAPI, the same models, and an answer that never changes."""

import sys

import uvicorn
from fastapi import FastAPI

from moderation.api.answers import ReasonOut, ReviewRef, SpanOut, VerdictOut, WriterOut
from moderation.api.wire import VerdictIn
from moderation.domain.verdict import Outcome
from moderation.server import server_settings
from moderation.settings import Settings

app = FastAPI()

ANSWER = VerdictOut(
    verdict=Outcome.FLAG,
    decision_id="d_0123456789abcdef01234567",
    comment_id="c-17",
    revision=1,
    reasons=[
        ReasonOut(
            rule="attack-on-commenter",
            clause="attacks",
            message="insult 0.93, aimed at the commenter",
            spans=[SpanOut(start=8, end=16)],
        )
    ],
    writer=WriterOut(title="About the person", message="Please write about the matter.", advice="Leave it out."),
    scores={
        "toxicity": 0.91,
        "insult": 0.93,
        "obscene": 0.21,
        "threat": 0.02,
        "identity_attack": 0.03,
        "spam": 0.01,
    },
    language="en",
    policy="default@0123456789ab",
    model="linear@1",
    degraded=False,
    not_checked=["author.strikes"],
    review=ReviewRef(id="r_0123456789abcdef01234567", queue="attacks"),
)


@app.get("/readyz")
async def readyz() -> dict[str, str]:
    """Answer once it runs."""
    return {"status": "ready"}


@app.post("/v1/verdicts")
async def create(body: VerdictIn) -> VerdictOut:  # noqa: ARG001 — read, and not looked at
    """Read the request as the service does, and answer at once."""
    return ANSWER


if __name__ == "__main__":
    uvicorn.run(**server_settings(Settings(), app="moderation.benchmark.bare:app"))
    sys.exit(0)
