"""`moderation model`: train, evaluate and list models."""

from pathlib import Path
from typing import Annotated

import typer

from moderation.cli.console import settings_of, show, table_of
from moderation.domain.errors import ModerationError
from moderation.scoring import artefact
from moderation.scoring.linear import load_folder

app = typer.Typer()


@app.command()
def train(
    data: Annotated[Path, typer.Option(help="Folder that holds `train/<source>/`.", exists=True, file_okay=False)],
    out: Annotated[Path | None, typer.Option(help="Folder of models; otherwise MODERATION_MODELS.")] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            help="A language to learn; give it once a language. All that there is data for, unless given."
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed and data give the same model.")] = 0,
    version: Annotated[str | None, typer.Option(help="Version to write; otherwise today's date.")] = None,
) -> None:
    """Fit a linear model on labelled comments, and write it with its card.

    It is used once `default` in the folder of models, or MODERATION_MODEL, names it.
    """
    from moderation.training.train import LANGUAGES
    from moderation.training.train import train as fit

    models = out or settings_of().models
    folder = fit(data, models, languages=language or list(LANGUAGES), seed=seed, version=version)
    typer.echo(f"{folder}: trained. Next: moderation model evaluate --data {data} --model {_name(folder)}")


@app.command()
def evaluate(
    data: Annotated[Path, typer.Option(help="Folder that holds `eval/<set>/`.", exists=True, file_okay=False)],
    model: Annotated[str | None, typer.Option(help="Model, as NAME or NAME/VERSION.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the report; otherwise the model's own.")] = None,
) -> None:
    """Measure a model on labelled comments that it never saw, and write a report and its card."""
    from moderation.training.evaluate import evaluate as measure

    settings = settings_of(model=model)
    folder = artefact.locate(settings.models, settings.model)
    report = measure(folder, data, out)
    table = table_of("set", "label", "attribute", "rows", "positives", "AUC", "95 % interval", "average precision")
    for each in report.rankings:
        figures = f"{each.auc:.4f}", f"{each.auc_low:.4f} to {each.auc_high:.4f}", f"{each.average_precision:.3f}"
        named = each.benchmark, each.label, each.attribute
        table.add_row(*named, f"{each.rows:,}", f"{each.positives:,}", *figures)
    show(table)
    typer.echo(f"The whole report, with bias and error rates: {(out or folder) / 'report.md'}")


@app.command("list")
def list_() -> None:
    """List the models there are, which is used, and whether their files are whole."""
    settings = settings_of()
    used = _used(settings.models, settings.model)
    table = table_of("model", "languages", "attributes", "used", "files")
    for folder in sorted(path.parent for path in settings.models.glob(f"*/*/{artefact.MANIFEST}")):
        try:
            scorer = load_folder(folder)
        except ModerationError as error:
            table.add_row(_name(folder), "", "", "yes" if folder == used else "", error.message)
            continue
        languages, attributes = ", ".join(scorer.languages), ", ".join(scorer.attributes)
        table.add_row(_name(folder), languages, attributes, "yes" if folder == used else "", "whole")
    show(table)


def _used(models: Path, name: str | None) -> Path | None:
    try:
        return artefact.locate(models, name)
    except ModerationError:
        return None


def _name(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"
