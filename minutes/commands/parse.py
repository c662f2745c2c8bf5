"""The command that reads minutes and shows what it recognises; nothing is stored."""

import json
import sys
from pathlib import Path

from minutes.commands import files as named
from minutes.commands.failures import Failed
from minutes.errors import MinutesError
from minutes.reading.blocks import ReadDocument
from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Recognition


def parse(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Print what each file says. Raises Failed, after the others, where one cannot be read."""
    refused: list[str] = []
    for path in files:
        try:
            document, recognition = _read(path)
        except MinutesError as error:
            refused.append(f"{path}: {error.message}")
            continue
        if as_json:
            _print_json(recognition)
        else:
            _print_report(path, document, recognition)
    for line in refused[:-1]:
        print(f"minutes: {line}", file=sys.stderr)  # noqa: T201
    if refused:
        raise Failed(refused[-1])


def _read(path: Path) -> tuple[ReadDocument, Recognition]:
    limits = named.limits()
    document = read_document(path.name, named.read_bytes(path, limits), limits)
    return document, recognise(document, filename=path.name)


def _print_json(recognition: Recognition) -> None:
    from minutes.recognition.contract import as_contract

    text = json.dumps(as_contract(recognition), ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(text.encode() + b"\n")


def _print_report(path: Path, document: ReadDocument, recognition: Recognition) -> None:
    from rich.console import Console

    from minutes.commands.report import report

    Console(highlight=False).print(report(path.name, document, recognition))
