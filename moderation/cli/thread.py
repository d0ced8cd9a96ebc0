"""`moderation thread`: a page with its comments goes through a real server; expected beside given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic_core import from_json

from moderation.cli.client import Client, client_of
from moderation.cli.console import FAILED, UNUSABLE, fail, printable, settings_of, show, table_of
from moderation.cli.own_server import own_server


@dataclass(frozen=True, slots=True)
class Given:
    """What one entry of the page should get, and got."""

    number: int
    expected: tuple[str, ...]
    answer: dict[str, Any]
    text: str

    @property
    def is_as_expected(self) -> bool:
        """Whether the verdict is one of those that the page accepts."""
        return not self.expected or self.answer["verdict"] in self.expected


def thread(
    page: Annotated[Path, typer.Argument(help="JSON file: `article` and `comments`.", show_default=False)],
    policy: Annotated[Path | None, typer.Option(help="Policy of the server that is started.")] = None,
    url: Annotated[str | None, typer.Option(help="Ask a server that runs, and start none.")] = None,
    key: Annotated[str | None, typer.Option(help="Its API key.", envvar="MODERATION_API_KEY")] = None,
) -> None:
    """Send a page's article and comments through a server, and show the expected verdicts beside the given.

    It is sent twice: with the article's `people` and `about`, and with title and paragraphs alone.
    The exit status is 1 where a verdict is not among the expected ones.

    The file holds `{"article": {"title", "section", "published_at", "paragraphs", "people", "about"},
    "comments": [{"number", "kind", "author", "text", "expected": ["flag"]}]}`.
    """
    content = _read(page)
    missed = total = 0
    for is_tagged, name in ((True, "with people and about"), (False, "with title and paragraphs alone")):
        # A server a round: to one and the same, the second round would be a flood of copies.
        with _client(policy, url, key) as client:
            given = judged(client, content, is_tagged=is_tagged)
        typer.echo(f"\n{page}, {name}:")
        _show(given)
        total += len(given)
        missed += sum(not each.is_as_expected for each in given)
    typer.echo(f"\n{total - missed} of {total} verdicts are as expected.")
    if missed:
        raise typer.Exit(FAILED)


def judged(client: Client, page: dict[str, Any], *, is_tagged: bool) -> list[Given]:
    """Send every entry of a page, as a blogging system would."""
    found = []
    for entry in page["comments"]:
        answer = client.post("/v1/verdicts", request_of(entry, page["article"], is_tagged=is_tagged))
        expected = tuple(entry.get("expected", ()))
        found.append(Given(entry["number"], expected, answer, entry["text"]))
    return found


def request_of(entry: dict[str, Any], article: dict[str, Any], *, is_tagged: bool) -> dict[str, Any]:
    """Return the body of `POST /v1/verdicts` for one entry."""
    kept = ("title", "section", "published_at", "people", "about") if is_tagged else ("title",)
    sent = {name: article[name] for name in kept if name in article}
    sent["text"] = "\n\n".join(article.get("paragraphs", ()))
    body: dict[str, Any] = {
        "comment": {"text": entry["text"], "kind": entry.get("kind", "comment")},
        "article": sent,
    }
    if entry.get("author"):
        body["author"] = {"name": entry["author"]}
    return body


@contextmanager
def _client(policy: Path | None, url: str | None, key: str | None) -> Iterator[Client]:
    if url is not None:
        if not key:
            fail("Give the server's key with --key or MODERATION_API_KEY.", status=UNUSABLE)
        with client_of(url, key) as client:
            yield client
        return
    started = own_server({"MODERATION_POLICY": str(settings_of(policy=policy).policy)})
    with started as server, client_of(server.url, server.key) as client:
        yield client


def _read(page: Path) -> dict[str, Any]:
    try:
        content = from_json(page.read_bytes())
    except (OSError, ValueError) as error:
        fail(f"{page}: {error}", status=UNUSABLE)
    if not isinstance(content, dict) or not {"article", "comments"} <= content.keys():
        fail(f"{page}: needs 'article' and 'comments'.", status=UNUSABLE)
    return content


def _show(given: list[Given]) -> None:
    table = table_of("", "entry", "expected", "given", "rules", "text")
    for each in given:
        rules = ", ".join(reason["rule"] for reason in each.answer["reasons"])
        rules += " (degraded: the model did not answer)" if each.answer["degraded"] else ""
        mark = "ok" if each.is_as_expected else "MISSED"
        expected = " or ".join(each.expected) or "any"
        text = printable(each.text)[:60]
        table.add_row(mark, str(each.number), expected, each.answer["verdict"], rules, text)
    show(table)
