"""The proof of an anslag, as Word."""

import datetime as dt
from io import BytesIO

from docx import Document

from minutes.people.tables import Body, Regime
from minutes.publication import proof
from minutes.publication.ledger import Check, standing
from minutes.publication.tables import Notice

POSTED = dt.datetime(2026, 10, 5, 9, 0, tzinfo=dt.UTC)


def written(regime: Regime) -> list[str]:
    """What the proof says after ten days, a line for each row and paragraph."""
    days = [POSTED + dt.timedelta(days=number) for number in range(10)]
    checks = [Check(day, stood=day != days[3]) for day in days for _ in range(2)]
    body = Body(name="Stugnämnden", slug="stug", organisation="Åsby kommun", regime=regime)
    notice = Notice(
        id=1,
        body_id=1,
        meeting_id=1,
        round_id=1,
        date=dt.date(2026, 9, 30),
        justerat_on=dt.date(2026, 10, 4),
        paragraphs="§ 26–38",
        kept_at="Kansliet",
        post_at=POSTED,
        posted_at=POSTED,
    )
    now = standing(POSTED, checks, POSTED + dt.timedelta(days=10))
    file = proof.word_of(proof.proof_of(notice, body, now, len(checks)))
    document = Document(BytesIO(file))
    assert round(document.sections[0].page_height.mm) == 297
    rows = [" ".join(cell.text for cell in row.cells) for row in document.tables[0].rows]
    return rows + [each.text.strip() for each in document.paragraphs]


def test_the_proof_tells_what_was_up_and_has_room_to_be_signed() -> None:
    lines = written(Regime.KOMMUNALLAGEN)
    assert "Sista dag att överklaga 27 oktober 2026" in lines
    assert "Anslaget får tas ned tidigast 28 oktober 2026" in lines
    assert any("8 av 21 hela dagar" in line and "8 oktober 2026" in line for line in lines)
    assert {"Datum", "Underskrift", "Namnförtydligande"} <= set(lines)


def test_the_proof_of_an_association_speaks_of_no_appeal() -> None:
    assert not any("överklaga" in line for line in written(Regime.ASSOCIATION))
