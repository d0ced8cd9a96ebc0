"""Executes a notebook on a folder of data: `python notebooks/run.py 01-data --data ../data --out 01-data.html`."""

import argparse
import html
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from markdown_it import MarkdownIt
from nbclient import NotebookClient
from nbformat import NotebookNode

FOLDER: Final = Path(__file__).resolve().parent
SAMPLE: Final = FOLDER / "sample"
_COMMAND: Final = ("-m", "ipykernel_launcher", "-f", "{connection_file}", "--HistoryManager.enabled=False")
_PAGE: Final = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<style>body{{max-width:60rem;margin:2rem auto;font-family:sans-serif}}pre{{overflow-x:auto}}
.code{{background:#f4f4f4;padding:.6rem}}img{{max-width:100%}}</style>
{body}
"""


class _ThisPython(KernelSpecManager):
    """Knows one kernel: the interpreter that runs this; none needs to be installed."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Say how it is started, whatever its name."""
        return KernelSpec(argv=[sys.executable, *_COMMAND], display_name=kernel_name, language="python")


def execute(name: str, *, data: Path = SAMPLE) -> NotebookNode:
    """Run every cell of a notebook on the sets in `data`; return it with its outputs.

    Raises:
        CellExecutionError: if a cell fails.
    """
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    with TemporaryDirectory() as folder:
        # Sockets in a folder that nobody else can read, instead of ports that anybody here can.
        kernel = AsyncKernelManager(
            kernel_spec_manager=_ThisPython(), transport="ipc", connection_file=f"{folder}/kernel.json"
        )
        where = {"metadata": {"path": str(FOLDER)}}
        client = NotebookClient(notebook, km=kernel, timeout=None, resources=where)
        environment = {**os.environ, "IPYTHONDIR": folder, "DATA": str(data.resolve())}
        return client.execute(cleanup_kc=True, env=environment)


def printed(cell: NotebookNode) -> str:
    """What a cell wrote, pictures left out."""
    return "".join(output.get("text", "") for output in cell.get("outputs", ()))


def page(notebook: NotebookNode, *, title: str) -> str:
    """An executed notebook as one HTML file, pictures included."""
    return _PAGE.format(title=html.escape(title), body="\n".join(map(_cell, notebook.cells)))


def _cell(cell: NotebookNode) -> str:
    if cell.cell_type == "markdown":
        return str(MarkdownIt().render(cell.source))
    return f'<pre class="code">{html.escape(cell.source)}</pre>' + "".join(map(_output, cell.outputs))


def _output(output: NotebookNode) -> str:
    shown: dict[str, Any] = output.get("data", {})
    if "image/png" in shown:
        return f'<img alt="" src="data:image/png;base64,{shown["image/png"].strip()}">'
    return f"<pre>{html.escape(output.get('text', shown.get('text/plain', '')))}</pre>"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, execute, print the conclusion, and write where that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebook", choices=sorted(path.stem for path in FOLDER.glob("*.ipynb")))
    parser.add_argument("--data", type=Path, default=SAMPLE, help="folder that holds `train` and `eval`")
    parser.add_argument("--out", type=Path, help="an .ipynb or .html file to write, outputs included")
    asked = parser.parse_args(arguments)
    executed = execute(asked.notebook, data=asked.data)
    sys.stdout.write(printed(executed.cells[-1]))
    if asked.out:
        asked.out.write_text(_written(executed, asked.out), encoding="utf-8")


def _written(notebook: NotebookNode, out: Path) -> str:
    if out.suffix == ".html":
        return page(notebook, title=out.stem)
    return str(nbformat.writes(notebook))  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
