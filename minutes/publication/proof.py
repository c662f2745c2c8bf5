"""Bevis om anslag: what was up, from when to when, and on how many days it was seen."""

from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.shared import Cm

from minutes import printing
from minutes.filling import filled
from minutes.formatting import date_and_time, long_date
from minutes.people.tables import Body
from minutes.publication.ledger import STOCKHOLM, Standing
from minutes.publication.tables import Notice

TITLE = "Bevis om anslag"
STYLE = """
body { font-family: "Liberation Serif", serif; font-size: 11pt }
th { text-align: left; padding: 2pt 14pt 2pt 0 }
"""


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
        ("Sista dag att överklaga", long_date(standing.period.latest_appeal)),
        ("Anslaget får tas ned", f"tidigast {long_date(standing.period.earliest_down)}"),
        (
            "Anslaget togs ned",
            date_and_time(down.astimezone(STOCKHOLM)) if down else "Det är fortfarande uppe.",
        ),
        ("Protokollet finns", notice.kept_at),
    ]
    gaps = ", ".join(long_date(day) for day in standing.interrupted)
    sentence = (
        f"Anslaget har varit uppe {standing.up} av {standing.of} hela dagar efter den dag då det "
        f"sattes upp, enligt {checks} noterade kontroller över nätet."
    )
    sentence += f" Avbrott: {gaps}." if gaps else " Inget avbrott har noterats."
    return Proof(f"{TITLE}: {body.name} {long_date(notice.date)}", facts, sentence)


def pdf_of(proof: Proof) -> bytes:
    """The proof as a tagged PDF. Raises PrintingNotPossible."""
    page = filled("publication/proof.html", proof=proof, heading=TITLE)
    return printing.pdf_of(page, STYLE)


def word_of(proof: Proof) -> bytes:
    """The proof as a Word file."""
    document = Document()
    document.core_properties.title, document.core_properties.author = proof.title, "Minutes"
    document.core_properties.language = "sv-SE"
    document.add_heading(TITLE, level=1)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, value in proof.facts:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
        cells[0].width, cells[1].width = Cm(5), Cm(11)
    document.add_paragraph()
    document.add_paragraph(proof.sentence)
    file = BytesIO()
    document.save(file)
    return file.getvalue()
