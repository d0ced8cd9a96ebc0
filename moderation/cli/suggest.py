"""`moderation policy suggest`: words that the site does not know yet."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from moderation.cli.backtest import Since, Until, in_utc
from moderation.cli.console import printable, say, settings_of, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import opened
from moderation.cli.progress import progress
from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.site import PolicyFiles
from moderation.domain.suggestions.suggestion import Drafted, Quote, Search
from moderation.drafting import Watch, drafts
from moderation.policyfile import draft, files
from moderation.storage.database import Database

_DRAFTS = TypeAdapter(dict[str, list[Drafted]])
_LONGEST = 100


def suggest(
    site: SiteOption = "default",
    most: Annotated[int, typer.Option(help="Suggestions at most.", min=1, max=100)] = 10,
    since: Since = None,
    until: Until = None,
    section: Annotated[str | None, typer.Option(help="Comments under articles of this section alone.")] = None,
    only_json: Annotated[bool, typer.Option("--json", help="Print JSON alone.")] = False,
    write: Annotated[Path | None, typer.Option(help="Write the drafted rules to a policy file.")] = None,
) -> None:
    """Find words that rejected comments have, approved ones lack, and no rule catches.

    Each comes with its evidence, a rule in shadow with examples, and what that rule would have done.
    Nothing is changed. An editor decides: a word is evidence, no verdict.
    """
    settings = settings_of()
    query = VerdictQuery(since=in_utc(since), until=in_utc(until), section=section)
    with opened(settings) as found:
        id = found.site(site)
        name, sources = found.sites.policy(id, found.sites.get(id).policy)
        search = Search(site=id, policy=PolicyFiles(name=name, files=sources), query=query, most=most)
        with progress() as bar:
            watch = Watch(read=bar("reading"), tried=bar("trying"))
            done = drafts(settings.database_url, Database(found.engine), search, watch=watch)
    if write is not None and done:
        policy = files.load(name, sources)
        text = draft.standing_alone([each.suggestion for each in done], policy)
        write.write_text(text.replace("name: suggested\n", f"name: {write.stem}\n"), encoding="utf-8")
        say(f"Written to {write}; 'moderation policy test {write}' proves it.")
    if only_json:
        typer.echo(_DRAFTS.dump_json({"suggestions": done}, indent=1).decode())
        return
    _show(done)


def _show(done: list[Drafted]) -> None:
    if not done:
        typer.echo("No term stands out: what people rejected is caught, or says it in words that all use.")
        return
    table = table_of(
        "term", "rejected", "uncaught", "approved", "elsewhere", "z", "clause", "would hold", "changes"
    )
    for each in done:
        s = each.suggestion
        term = f"{s.term} (names a people)" if s.names_people else s.term
        counts = (f"{n:,}" for n in (s.authors, s.uncaught, s.approved, s.elsewhere))
        table.add_row(term, *counts, f"{s.z:.1f}", s.clause, f"{each.held:,}", f"{each.changed:,}")
    show(table)
    for each in done:
        typer.echo(f"\n{each.suggestion.rule}:")
        for quote in each.suggestion.hits:
            typer.echo(f"  {_marked(quote)}")
        typer.echo(each.yaml.rstrip())


def _marked(quote: Quote) -> str:
    if quote.span is None:
        return printable(quote.text)[:_LONGEST]
    before, term = quote.text[: quote.span.start], quote.text[quote.span.start : quote.span.end]
    return printable(f"{before[-_LONGEST:]}⟦{term}⟧{quote.text[quote.span.end :][:_LONGEST]}")
