"""Other people's clients, as they are installed, against the running server: what changes is the address."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import akismet
import httpx
import openai
import pytest
import standardwebhooks
from googleapiclient import discovery, errors

from moderation.webhooks.signing import shown, signed_headers
from tests.compat.clients.conftest import KEY
from tests.server.processes import Server

pytestmark = [pytest.mark.server, pytest.mark.weights]

INSULT, CIVIL = "You are an idiot.", "The fees rise again."
Run = Callable[..., Any]


@pytest.fixture
def google(served: Server) -> Any:
    """Google's own client, made from our discovery document."""
    url = served.url + "/$discovery/rest?version=v1alpha1"
    with discovery.build(
        "commentanalyzer", "v1alpha1", developerKey=KEY, discoveryServiceUrl=url, static_discovery=False
    ) as built:
        yield built


def test_googles_client_analyzes(google: Any) -> None:
    """It is what the examples of Perspective's own documentation use."""
    body = {"comment": {"text": INSULT}, "requestedAttributes": {"TOXICITY": {}, "SPAM": {}}, "languages": ["en"]}
    scores = google.comments().analyze(body=body).execute()["attributeScores"]

    assert scores["TOXICITY"]["summaryScore"]["value"] > 0.8 > scores["SPAM"]["summaryScore"]["value"]


def test_googles_client_suggests_a_score(google: Any) -> None:
    """The labels that went elsewhere stay with the publisher."""
    scores = {"TOXICITY": {"summaryScore": {"value": 0}}}
    body = {"comment": {"text": CIVIL}, "attributeScores": scores, "clientToken": "comment:g-1"}

    assert google.comments().suggestscore(body=body).execute()["clientToken"] == "comment:g-1"


def test_googles_client_reads_our_errors(google: Any) -> None:
    """Scripts branch on the kind of error."""
    with pytest.raises(errors.HttpError) as caught:
        google.comments().analyze(
            body={"comment": {"text": ""}, "requestedAttributes": {"TOXICITY": {}}}
        ).execute()

    assert (caught.value.resp.status, caught.value.reason) == (400, "Comment must be non-empty.")
    assert caught.value.error_details[0]["errorType"] == "COMMENT_EMPTY"


def test_googles_client_sends_a_batch(google: Any) -> None:
    """A script that scores an archive sends a hundred comments in one request."""
    got: dict[str, Any] = {}
    batch = google.new_batch_http_request(callback=lambda id, answer, error: got.update({id: answer or error}))
    for id, text in {"civil": CIVIL, "insult": INSULT, "empty": "", "Grüße + 1": "😀 " + CIVIL}.items():
        body = {"comment": {"text": text}, "requestedAttributes": {"TOXICITY": {}}, "languages": ["en"]}
        fields = "attributeScores/TOXICITY/summaryScore/value"
        batch.add(google.comments().analyze(body=body, fields=fields), request_id=id)
    batch.execute()
    error = got.pop("empty")
    values = {id: answer["attributeScores"]["TOXICITY"]["summaryScore"] for id, answer in got.items()}

    assert list(values["insult"]) == ["value"]
    assert values["insult"]["value"] > 0.8 > values["civil"]["value"]
    assert set(values) == {"civil", "insult", "Grüße + 1"}
    assert (error.resp.status, error.error_details[0]["errorType"]) == (400, "COMMENT_EMPTY")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it leaves its socket open
def test_googles_client_is_told_of_a_bad_key_at_the_start(served: Server) -> None:
    """The document is refused already, as at Google."""
    url = served.url + "/$discovery/rest?version=v1alpha1"
    with pytest.raises(errors.HttpError, match="API key not valid"):
        discovery.build(
            "commentanalyzer", "v1alpha1", developerKey="no", discoveryServiceUrl=url, static_discovery=False
        )


def test_openais_client_moderates(served: Server) -> None:
    """`OPENAI_BASE_URL` is all that changes."""
    with openai.OpenAI(base_url=f"{served.url}/v1", api_key=KEY, max_retries=0) as client:
        one = client.moderations.create(model="omni-moderation-latest", input=INSULT)
        two = client.moderations.create(input=[CIVIL, INSULT])

    assert one.id.startswith("modr-")
    assert one.results[0].flagged
    assert one.results[0].categories.harassment
    assert one.results[0].category_scores.harassment_threatening < 0.5
    assert [result.flagged for result in two.results] == [False, True]


def test_openais_client_reads_our_errors(served: Server) -> None:
    """It raises by status, and shows code and type."""
    with (
        openai.OpenAI(base_url=f"{served.url}/v1", api_key="bad", max_retries=0) as client,
        pytest.raises(openai.AuthenticationError) as caught,
    ):
        client.moderations.create(input=CIVIL)

    assert (caught.value.status_code, caught.value.code) == (401, "invalid_api_key")


class _Rewritten(httpx.HTTPTransport):
    """Sends to our server what is meant for Akismet."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Change the address, and nothing else."""
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        request.headers["Host"] = f"127.0.0.1:{self._port}"
        return super().handle_request(request)


def test_akismet_of_pypi(served: Server) -> None:
    """It raises at anything that is not a word of the specification."""
    config = akismet.Config(key=KEY, url="https://blog.example/")
    transport = httpx.Client(
        transport=_Rewritten(served.port), headers={"User-Agent": akismet.USER_AGENT}, timeout=10
    )
    with transport:
        client = akismet.SyncClient.validated_client(config=config, http_client=transport)
        ham = client.comment_check("203.0.113.9", comment_content=CIVIL, comment_type="comment")
        spam = client.comment_check("203.0.113.9", comment_content=INSULT, comment_type="comment")
        is_taken = client.submit_ham("203.0.113.9", comment_content=INSULT), client.submit_spam("203.0.113.9")
        usage = client.usage_limit()

    assert (ham, spam) == (akismet.CheckResponse.HAM, akismet.CheckResponse.SPAM)
    assert is_taken == (True, True)
    assert (usage["limit"], usage["throttled"]) == ("none", False)


def test_python_akismet_of_pypi(python: Run) -> None:
    """Its key is the first label of the host, and the answer is read as JSON."""
    assert python("python_akismet.py", needs="akismet") == {"ham": 0, "spam": 2, "submitted": True}


def test_googleapis_of_npm(node: Run) -> None:
    """Google's client for Node.js, from our discovery document."""
    answer = node("googleapis.mjs", needs="googleapis")

    assert answer["scores"] == {"TOXICITY": {"summaryScore": {"value": answer["value"]}}}
    assert answer["value"] > 0.8
    assert (answer["status"], answer["errorType"]) == (400, "COMMENT_EMPTY")


def test_openai_of_npm(node: Run) -> None:
    """The same two answers as in Python."""
    answer = node("openai.mjs", needs="openai")

    assert answer == {"flagged": [False, True], "categories": 13, "status": 401, "code": "invalid_api_key"}


def test_akismet_api_of_npm(node: Run) -> None:
    """The library that Coral uses: its key is the first label of the host."""
    answer = node("akismet-api.mjs", needs="akismet-api")

    assert answer == {"valid": True, "ham": False, "spam": True, "test": True, "submitted": True}


def test_cedx_akismet_of_npm(node: Run) -> None:
    """The strictest: it throws at a header too many, and takes anything but `false` for spam."""
    answer = node("cedx-akismet.mjs", needs="@cedx/akismet")

    assert answer == {"valid": True, "ham": "0", "spam": "1", "bad": False}


def test_perspective_api_client_of_npm(node: Run) -> None:
    """Its address is fixed, so that an interceptor turns it, as the how-to page shows."""
    answer = node("perspective-api-client.mjs", needs="perspective-api-client")

    assert answer["value"] > 0.8
    assert answer["error"] == "Comment must be non-empty."


def test_standardwebhooks_of_pypi_believes_our_signature() -> None:
    """What we send is checked by other people's code."""
    secret, body, now = b"0123456789abcdef0123456789abcdef", b'{"type": "decision.moderator"}', datetime.now(UTC)
    headers = signed_headers("msg_1", body, secrets=[secret], at=now)
    hook = standardwebhooks.Webhook(shown(secret))

    assert hook.verify(body, headers) == {"type": "decision.moderator"}
    assert base64.b64encode(secret).decode() in shown(secret)
