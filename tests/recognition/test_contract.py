"""What `minutes parse --json` prints is exactly what is promised to those who read it."""

import datetime as dt
import json
import re
from typing import Any

import pytest

from minutes.reading.documents import read_document
from minutes.reading.text_reader import read_lines
from minutes.recognition.contract import as_contract
from minutes.recognition.engine import recognise
from minutes.recognition.findings import PaperKind
from tests.recognition.scoring import SAMPLES

Shape = dict[str, Any]


class Kind:
    """A type of value, and whether it may be missing."""

    def __init__(self, name: str, *, optional: bool = False) -> None:
        self.name, self.optional = name, optional


TEXT, MAYBE_TEXT = Kind("text"), Kind("text", optional=True)
MAYBE_DATE, MAYBE_TIME = Kind("date", optional=True), Kind("time", optional=True)
LINES, MAYBE_LINES = Kind("lines"), Kind("lines", optional=True)
STATEMENT: Shape = {
    "item": MAYBE_TEXT,
    "quote": TEXT,
    "text": TEXT,
    "lines": LINES,
    "confidence": Kind("share"),
    "reason": TEXT,
}
DECISION: Shape = {**STATEMENT, "refers_to": MAYBE_LINES}
ACTION: Shape = {
    **STATEMENT,
    "owners": [TEXT],
    "owner_text": MAYBE_TEXT,
    "due": MAYBE_DATE,
    "due_text": MAYBE_TEXT,
    "due_suggested": MAYBE_DATE,
    "status": {"open", "done"},
}
REFUSAL: Shape = {"item": MAYBE_TEXT, "quote": TEXT, "reason": TEXT, "lines": LINES}
CONTRACT: Shape = {
    "is_minutes": Kind("truth"),
    "kind": {"protokoll", "minnesanteckningar", None},
    "paper": {*PaperKind, None},
    "organisation": MAYBE_TEXT,
    "body": MAYBE_TEXT,
    "title": MAYBE_TEXT,
    "date": MAYBE_DATE,
    "start": MAYBE_TIME,
    "end": MAYBE_TIME,
    "place": MAYBE_TEXT,
    "chair": MAYBE_TEXT,
    "secretary": MAYBE_TEXT,
    "adjusters": [TEXT],
    "attendance": [
        {
            "name": TEXT,
            "organisation": MAYBE_TEXT,
            "role": MAYBE_TEXT,
            "presence": {"present", "absent", "copy"},
            "note": MAYBE_TEXT,
            "lines": LINES,
        }
    ],
    "items": [
        {"id": TEXT, "number": MAYBE_TEXT, "title": TEXT, "parent": MAYBE_TEXT, "lines": LINES}
    ],
    "decisions": [DECISION],
    "actions": [ACTION],
    "proposals": [{"kind": {"proposal"}, **REFUSAL}],
    "watch": [
        {
            **STATEMENT,
            "kind": {"decided", "coming", "quoted"},
            "body": MAYBE_TEXT,
            "date": MAYBE_DATE,
            "date_text": MAYBE_TEXT,
            "check_day": MAYBE_DATE,
        }
    ],
    "meetings_ahead": [
        {
            "date": MAYBE_DATE,
            "start": MAYBE_TIME,
            "end": MAYBE_TIME,
            "place": MAYBE_TEXT,
            "note": MAYBE_TEXT,
            "lines": LINES,
        }
    ],
    "attachments": [{"label": TEXT, "title": TEXT, "lines": LINES}],
    "refused": [{"kind": {"decision", "action"}, **REFUSAL}],
    "warnings": [{"code": TEXT, "message": TEXT, "lines": MAYBE_LINES}],
}


def _is(kind: Kind, value: object) -> bool:
    if value is None:
        return kind.optional
    if kind.name == "lines":
        ints = isinstance(value, list) and all(type(n) is int for n in value) and len(value) == 2
        return ints and 1 <= value[0] <= value[1]  # type: ignore[index]
    if kind.name == "share":
        return isinstance(value, float) and 0 < value <= 1
    if kind.name == "truth":
        return isinstance(value, bool)
    if not isinstance(value, str):
        return False
    if kind.name == "date":
        return dt.date.fromisoformat(value).isoformat() == value
    return kind.name == "text" or bool(re.fullmatch(r"[0-2]\d:[0-5]\d", value))


def misfits(shape: Any, value: Any, path: str = "") -> list[str]:
    """Where the value is not of the shape."""
    if isinstance(shape, Kind):
        return [] if _is(shape, value) else [f"{path}: {value!r}"]
    if isinstance(shape, set):
        return [] if value in shape else [f"{path}: {value!r}"]
    if isinstance(shape, list):
        return [f for n, v in enumerate(value) for f in misfits(shape[0], v, f"{path}[{n}]")]
    if set(value) != set(shape):
        return [f"{path}: keys {set(value) ^ set(shape)}"]
    return [f for key in shape for f in misfits(shape[key], value[key], f"{path}.{key}")]


def printed(name: str) -> dict[str, Any]:
    """What is printed for a sample, as it is read back."""
    document = read_document(name, (SAMPLES / name).read_bytes())
    found = as_contract(recognise(document, filename=name))
    read_back: dict[str, Any] = json.loads(json.dumps(found, ensure_ascii=False))
    return read_back


DOCUMENTS = sorted(
    path.name
    for path in SAMPLES.iterdir()
    if path.suffix in {".docx", ".md", ".txt"} and path.name != "README.md"
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_printed_has_the_promised_shape(name: str) -> None:
    found = printed(name)
    doubtful = found.pop("doubtful")
    assert misfits(CONTRACT, found) == []
    for entry in doubtful:
        assert misfits(ACTION if "owners" in entry else DECISION, entry) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_that_is_no_minutes_has_no_kind_and_no_findings(name: str) -> None:
    found = printed(name)
    if found["is_minutes"]:
        assert found["kind"] is not None
        assert found["items"]
    else:
        assert [found[key] for key in ("kind", "items", "decisions", "actions")] == [
            None,
            [],
            [],
            [],
        ]


TWO_MEETINGS = """\
Protokoll från styrelsemöte 2026-03-04
Närvarande: Karin Ström, Bo Ekdal
§ 1 Grinden
Styrelsen beslutade att köpa en ny grind.
§ 2 Avslutning
Karin Ström avslutade mötet.
Protokoll från styrelsemöte 2026-04-08
Närvarande: Karin Ström, Majken Sandelius
§ 1 Vägen
Majken ringer entreprenören senast den 1 maj.
Karin Ström avslutade mötet.
""".splitlines()


def test_several_meetings_stand_together_and_each_by_itself() -> None:
    found = as_contract(recognise(read_lines(TWO_MEETINGS)))
    meetings = found.pop("meetings")
    assert misfits(CONTRACT, {key: found[key] for key in CONTRACT}) == []
    for meeting in meetings:
        assert misfits(CONTRACT, {key: meeting[key] for key in CONTRACT}) == []
    assert [meeting["date"] for meeting in meetings] == ["2026-03-04", "2026-04-08"]
    assert [meeting["lines"] for meeting in meetings] == [[1, 6], [7, 11]]
    assert found["date"] == "2026-03-04"
    assert [person["name"] for person in found["attendance"]] == [
        "Karin Ström",
        "Bo Ekdal",
        "Majken Sandelius",
    ]
    for name in ("items", "decisions", "actions"):
        assert found[name] == [entry for meeting in meetings for entry in meeting[name]]
    ids = [item["id"] for item in found["items"]]
    assert len(ids) == len(set(ids)) == 3


def test_what_is_doubtful_stands_apart_from_what_may_be_acted_on() -> None:
    entries = [printed(name) for name in DOCUMENTS]
    apart = [entry["confidence"] for found in entries for entry in found["doubtful"]]
    others = [
        entry["confidence"] for found in entries for entry in found["decisions"] + found["actions"]
    ]
    assert max(apart) < min(others)


def test_a_misfit_is_seen() -> None:
    assert misfits({"date": MAYBE_DATE, "names": [TEXT]}, {"date": None, "names": ["", 3]}) == [
        ".names[1]: 3"
    ]
    assert misfits({"lines": LINES}, {"lines": [2, 1]}) == [".lines: [2, 1]"]


def test_a_field_of_the_head_is_no_title() -> None:
    head = "Plats och tid Rådhuset, kl. 9.00\nBeslutande Siv Ek, Bo Alm"
    text = head + "\n\n§ 1 Bryggan\nBryggan lagas."
    assert recognise(read_document("a.txt", text.encode())).header.title is None


def test_who_only_fixes_is_told_with_what_it_is_about() -> None:
    said = recognise(
        read_lines(
            "Protokoll 2026-04-13\n\nNärvarande: Bo Ekdal\n\n# Läget\n\n"
            "Lampan vid grinden är trasig. Bo fixar.\n".split("\n")
        ),
        are_minutes=True,
    )
    assert [action.quote for action in said.actions] == ["Bo fixar."]
    assert [action.text for action in said.actions] == ["Lampan vid grinden är trasig. Bo fixar."]
