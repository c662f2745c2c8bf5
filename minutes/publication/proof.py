"""Bevis om anslag: what was up, from when to when, and on how many days it was seen."""

from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.document import Document as Document_
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt

from minutes import printing
from minutes.filling import filled
from minutes.formatting import counted, date_and_time, long_date
from minutes.people.tables import Body, Regime
from minutes.publication.ledger import Standing
from minutes.publication.tables import Notice
from minutes.swedish_time import STOCKHOLM
from minutes.word.styles import set_own_styles

TITLE = "Bevis om anslag"
SIGNED = ("Datum", "Underskrift", "Namnförtydligande")  # by hand, where the proof is to be signed
STYLE = """
body { font-family: "Liberation Serif", serif; font-size: 11pt }
th { text-align: left; padding: 2pt 14pt 2pt 0; vertical-align: top }
.signed { margin-top: 24pt; width: 100% }
.signed th { width: 4.2cm; padding-top: 18pt; font-weight: normal }
.signed td { border-bottom: 0.5pt solid #000 }
"""
LABELS, VALUES = Cm(6), Cm(9)


@dataclass(frozen=True, slots=True)
class Proof:
    """The document: labels and values, and a sentence on what the checks have shown."""

    title: str
    facts: list[tuple[str, str]]
    sentence: str


def proof_of(notice: Notice, body: Body, standing: Standing, checks: int) -> Proof:
    """The proof for a notice that was put up."""
    assert notice.posted_at is not None
    down = notice.taken_down_at
    facts = [
        ("Organ", ", ".join(filter(None, (body.name, body.organisation)))),
        ("Sammanträdesdatum", long_date(notice.date)),
        ("Paragrafer", notice.paragraphs),
        ("Justerat", long_date(notice.justerat_on)),
        ("Anslaget sattes upp", date_and_time(notice.posted_at.astimezone(STOCKHOLM))),
        *_appeal(body, standing),
        ("Anslaget får tas ned", f"tidigast {long_date(standing.period.earliest_down)}"),
        (
            "Anslaget togs ned",
            date_and_time(down.astimezone(STOCKHOLM)) if down else "Det är fortfarande uppe.",
        ),
        ("Protokollet finns", notice.kept_at),
    ]
    gaps = ", ".join(long_date(day) for day in standing.interrupted)
    seen = counted(checks, "noterad kontroll", "noterade kontroller")
    sentence = (
        f"Anslaget har varit uppe {standing.up} av {standing.of} hela dagar efter den dag då det "
        f"sattes upp, enligt {seen} över nätet."
    )
    sentence += f" Avbrott: {gaps}." if gaps else " Inget avbrott har noterats."
    return Proof(f"{TITLE}: {body.name} {long_date(notice.date)}", facts, sentence)


def _appeal(body: Body, standing: Standing) -> list[tuple[str, str]]:
    """Until when one may appeal, which one may not where an association decides."""
    if body.regime is Regime.ASSOCIATION:
        return []
    return [("Sista dag att överklaga", long_date(standing.period.latest_appeal))]


def pdf_of(proof: Proof) -> bytes:
    """The proof as a tagged PDF. Raises PrintingNotPossible."""
    page = filled("publication/proof.html", proof=proof, heading=TITLE, signed=SIGNED)
    return printing.pdf_of(page, STYLE)


def word_of(proof: Proof) -> bytes:
    """The proof as a Word file."""
    document = Document()
    set_own_styles(document)
    document.core_properties.title, document.core_properties.author = proof.title, "Minutes"
    document.core_properties.language = "sv-SE"
    document.add_heading(TITLE, level=1)
    _add_table(document, proof.facts)
    document.add_paragraph()
    document.add_paragraph(proof.sentence)
    for label in SIGNED:
        line = document.add_paragraph(f"{label}\t\t")
        line.paragraph_format.space_before = Pt(18)
        line.paragraph_format.tab_stops.add_tab_stop(LABELS)
        line.paragraph_format.tab_stops.add_tab_stop(
            LABELS + VALUES, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
        )
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: Document_, rows: list[tuple[str, str]]) -> None:
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, (LABELS, VALUES), strict=True):
        column.width = width
    for row in rows:
        for cell, text, width in zip(table.add_row().cells, row, (LABELS, VALUES), strict=True):
            cell.width = width
            cell.text = text
            cell.paragraphs[0].paragraph_format.space_after = Pt(3)
        table.rows[-1].cells[0].paragraphs[0].runs[0].bold = True
