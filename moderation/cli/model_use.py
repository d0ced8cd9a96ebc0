"""`moderation model`: put a model to use, tune one to a site, import one of detoxify's."""

from pathlib import Path
from typing import Annotated

import typer

from moderation import learning
from moderation.cli.console import FAILED, fail, say, settings_of, show, table_of
from moderation.cli.named_site import SiteOption
from moderation.cli.opened import opened
from moderation.domain.errors import Invalid
from moderation.learning import Proposal
from moderation.scoring import artefact
from moderation.scoring.loading import load, load_folder
from moderation.scoring.tuned import TunedScorer
from moderation.settings import Settings
from moderation.storage.database import Database


def use(
    name: Annotated[str | None, typer.Argument(help="Name of the model.", show_default=False)] = None,
    version: Annotated[str | None, typer.Argument(help="Its version.", show_default=False)] = None,
    back: Annotated[bool, typer.Option("--back", help="Return to the model that was used before.")] = False,
    by: Annotated[str, typer.Option(help="Who switches; noted in the audit of each site.")] = "command line",
) -> None:
    """Put a model to use: its files and golden scores are checked first, and a switch can be taken back.

    A server that runs goes on with the model it has until it is started again.
    """
    from moderation.training import golden

    settings = settings_of()
    used = artefact.used(settings.models)
    if back == (name is not None):
        raise Invalid("Name a model and its version, or say --back.")
    if back and len(used) < 2:
        raise Invalid("No other model was in use before.")
    folder = artefact.locate(settings.models, used[1] if back else "/".join(filter(None, (name, version))))
    wanted = f"{folder.parent.name}/{folder.name}"
    differences = list(golden.differences(folder, load_folder(folder)))
    if differences:
        fail("\n".join([f"{wanted} does not give its golden scores here; it is not used.", *differences]))
    artefact.use(settings.models, [wanted, *(used[2:] if back else used)])
    _note(settings, by=by, was=used[0] if used else None, now=wanted)
    typer.echo(
        f"{wanted} is used by every server that starts from now on; 'moderation model use --back' undoes it."
    )
    if settings.model:
        say(f"MODERATION_MODEL={settings.model} is set, and wins over this choice.")


def tune(
    site: SiteOption = "default",
    language: Annotated[str, typer.Option(help="Language whose comments are learnt from.")] = "en",
    version: Annotated[str | None, typer.Option(help="Version to write; otherwise the next number.")] = None,
) -> None:
    """Fit a small head to what a site's people decided, and keep it if it is better beyond doubt.

    Rulings, and outcomes that the site reported with a name, are labels; readers' reports are none.
    Nothing is put to use: `moderation model use` does that. The exit status is 1 where nothing was kept.
    """
    from moderation.training import tune as tuning

    settings = settings_of()
    model = load(settings.models, settings.model)
    base = artefact.locate(settings.models, settings.model)
    if isinstance(model, TunedScorer):  # a head is fitted to the model under the last one, never to a head
        base = artefact.locate_part(base, artefact.read_manifest(base), "base")
        model = load_folder(base)
    with opened(settings) as found:
        storage, id = Database(found.engine), found.site(site)
        lesson = learning.gather(storage, site=id, scorer=model, language=language)
        proposal = learning.propose(lesson, tuning.LogisticTrainer())
        _show(proposal, incumbent=model.name)
        if proposal.refusal is not None or proposal.head is None:
            fail(f"{model.name} stays: {proposal.refusal}.", status=FAILED)
        folder = tuning.write(proposal, settings.models, base=base, site=site, language=language, version=version)
    name = f"{folder.parent.name} {folder.name}"
    typer.echo(f"{folder}: kept. It is not used yet; an administrator does that: moderation model use {name}")


def import_detoxify(
    source: Annotated[
        str,
        typer.Argument(
            help="Checkpoint file; or original, unbiased, multilingual, original-small, unbiased-small to fetch.",
            show_default=False,
        ),
    ],
    encoder: Annotated[
        Path | None,
        typer.Option(
            help="Folder with the encoder's config.json and tokeniser; downloaded unless given.",
            exists=True,
            file_okay=False,
        ),
    ] = None,
    language: Annotated[list[str] | None, typer.Option(help="A language that it rates; once a language.")] = None,
    version: Annotated[str, typer.Option(help="Version to write.")] = "1.0",
    out: Annotated[Path | None, typer.Option(help="Folder of models; otherwise MODERATION_MODELS.")] = None,
) -> None:
    """Put a detoxify checkpoint into the folder of models: read as plain tensors, checked, never run."""
    from moderation.training.detoxify import import_checkpoint

    models = out or settings_of().models
    folder = import_checkpoint(source, models, encoder=encoder, languages=tuple(language or ()), version=version)
    typer.echo(f"{folder}: imported. To use it: moderation model use {folder.parent.name} {folder.name}")


def _note(settings: Settings, *, by: str, was: str | None, now: str) -> None:
    with opened(settings) as found:
        for site in found.sites.all():
            with Database(found.engine).write(site.id) as transaction:
                transaction.audit(by=by, what="model.use", detail={"was": was, "now": now}, at=found.now)


def _show(proposal: Proposal, *, incumbent: str) -> None:
    lesson, found = proposal.lesson, proposal.comparison
    table = table_of("labels", "number")
    table.add_row("of removed comments", str(sum(label.is_removed for label in lesson.labels)))
    table.add_row("of approved comments", str(sum(not label.is_removed for label in lesson.labels)))
    table.add_row("kept back to compare", str(sum(label.is_held for label in lesson.labels)))
    table.add_row("people who gave them", str(len(lesson.people)))
    for why, count in lesson.left_out.items():
        table.add_row(f"left out: {why}", str(count))
    show(table)
    if found is not None:
        typer.echo(
            f"AUC on {found.held} labels kept back: {incumbent} {found.incumbent:.3f}, with the head "
            f"{found.candidate:.3f} (95 % interval of the difference {found.low:+.3f} to {found.high:+.3f})."
        )
