"""Who was there and who sent apologies, in English minutes: labels with and without a colon."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence

WRITTEN = {
    "whole": (
        ("Margaret Oakley", "Desmond Pryce", "Neil Garside"),
        ("Hugh Barlow", "Wendy Stokes"),
    ),
    "given": (("Margaret", "Desmond", "Neil"), ("Hugh", "Wendy")),
    "surnames": (("Oakley", "Pryce", "Garside"), ("Barlow", "Stokes")),
    "initials": (("M. Oakley", "D. Pryce", "N. Garside"), ("H. Barlow", "W. Stokes")),
    "titles": (("Mrs Oakley", "Mr Pryce", "Dr Garside"), ("Mr Barlow", "Mrs Stokes")),
}
LINES = ("{}: {}", "{} - {}", "{} – {}", "{}  {}", "{}\t{}", "{}\n{}", "**{}:** {}")
NUMBERED = ("1. {}: {}\n2. {}: {}", "1. {} - {}\n2. {} - {}", "1) {} {}\n2) {} {}")
LABELS = (
    ("Present", "Apologies"),
    ("In attendance", "Regrets"),
    ("Councillors present", "Apologies for absence"),
    ("Trustees present", "Unable to attend"),
    ("Roll call", "Excused"),
    ("Present by invitation", "Not in attendance"),
)


def attendance(lines: str) -> dict[str, Presence]:
    text = (
        f"Minutes of the Village Hall Committee\nTuesday 4 March 2025\n\n{lines}\n\n"
        "Finance\nThe fund stands at £210.\n\nHall roof\nIt was agreed to ask for two quotes.\n"
    )
    found = recognise(read_document("hall.txt", text.encode()), filename="hall.txt")
    return {person.name: person.presence for person in found.attendance}


CASES = [
    *((LABELS[0], line, written) for line in LINES for written in WRITTEN),
    *((labels, line, "whole") for line in LINES[:4] for labels in LABELS[1:]),
]


@pytest.mark.parametrize("labels, line, written", CASES)
def test_labels_of_people(labels: tuple[str, str], line: str, written: str) -> None:
    here, away = WRITTEN[written]
    lines = [
        line.format(label, ", ".join(names))
        for label, names in zip(labels, WRITTEN[written], strict=True)
    ]

    assert attendance("\n\n".join(lines)) == (
        dict.fromkeys(here, Presence.PRESENT) | dict.fromkeys(away, Presence.ABSENT)
    )


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("lines", NUMBERED)
def test_points_that_list_people(lines: str, written: str) -> None:
    here, away = WRITTEN[written]

    lines = lines.format("Apologies", " and ".join(away), "Present", ", ".join(here))

    assert attendance(f"{lines}\n3. Minutes\nThey were approved.\n4. Roof\nIt leaks.") == (
        dict.fromkeys(here, Presence.PRESENT) | dict.fromkeys(away, Presence.ABSENT)
    )


@pytest.mark.parametrize(
    "line",
    [
        "Attendance - 45 people",
        "Attendance figures - to be sent out",
        "Absent friends - Wendy Stokes read the names",
        "Apologies - none received",
        "Present value of the fund",
    ],
)
def test_what_lists_nobody(line: str) -> None:
    assert attendance(f"Present: Margaret Oakley, Neil Garside\n\n1. {line}") == dict.fromkeys(
        ("Margaret Oakley", "Neil Garside"), Presence.PRESENT
    )
