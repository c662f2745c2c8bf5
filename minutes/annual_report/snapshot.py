"""A finished report as text that no later change of the register touches, and back. Pure."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from minutes.annual_report.charts import Chart, Series
from minutes.annual_report.document import (
    Bullets,
    ChartBlock,
    Document,
    Heading,
    Paragraph,
    Part,
    Run,
)
from minutes.annual_report.sources import Source

FORMAT = 2


def written(document: Document) -> str:
    """The document as JSON."""
    parts = [{"kind": type(part).__name__, **asdict(part)} for part in document.parts]
    notes = [asdict(note) for note in document.notes]
    cited = [asdict(source) for source in document.cited.values()]
    made = {
        "format": FORMAT, "title": document.title, "parts": parts, "notes": notes, "cited": cited,
        "bodies": document.bodies,
    }  # fmt: skip
    return json.dumps(made, ensure_ascii=False, sort_keys=True)


def read(text: str) -> Document:
    """The document that was written."""
    made = json.loads(text)
    return Document(
        made["title"],
        [_part(part) for part in made["parts"]],
        [Source(**note) for note in made["notes"]],
        cited={each["key"]: Source(**each) for each in made.get("cited", ())},
        bodies=tuple(made.get("bodies", ())),
    )


def fingerprint(text: str) -> str:
    """SHA-256 of what was written."""
    return hashlib.sha256(text.encode()).hexdigest()


def _part(said: Mapping[str, Any]) -> Part:
    match said["kind"]:
        case "Heading":
            return Heading(said["level"], _runs(said["runs"]))
        case "Paragraph":
            return Paragraph(_runs(said["runs"]))
        case "Bullets":
            return Bullets(tuple(_runs(row) for row in said["rows"]), said["ordered"])
        case _:
            drawn = said["chart"]
            series = tuple(Series(each["name"], tuple(each["values"])) for each in drawn["series"])
            return ChartBlock(said["name"], Chart(drawn["title"], tuple(drawn["labels"]), series))


def _runs(said: list[dict[str, Any]]) -> tuple[Run, ...]:
    return tuple(Run(**run) for run in said)
