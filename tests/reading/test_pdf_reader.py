"""A PDF file is read as its pages are read: in the order of the eye, whatever that of the file."""

import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from minutes import installed_folder
from minutes.reading.blocks import BlockKind, ReadDocument
from minutes.reading.bounds import Limits, Unreadable
from minutes.reading.documents import read_document
from minutes.reading.pdf_reader import read_pdf
from minutes.recognition.engine import recognise
from minutes.recognition.findings import LIKELY, Recognition
from tests.reading.pdf_files import Placed, column, content, pdf


def texts(document: ReadDocument, kind: BlockKind | None = None) -> list[str]:
    return [
        f"{block.marker} {block.text}".strip()
        for block in document.blocks
        if kind in (None, block.kind)
    ]


def read(*placed: Placed, rules: tuple[tuple[float, float, float, float], ...] = ()) -> list[str]:
    return texts(read_pdf(pdf(content(*placed, rules=rules))))


def test_lines_are_read_from_the_top_whatever_their_order_in_the_file() -> None:
    assert read((70, 300, "Siv Ek."), (70, 100, "Protokoll."), (70, 200, "Beslut.")) == [
        "Protokoll.",
        "Beslut.",
        "Siv Ek.",
    ]


def test_two_lists_side_by_side_are_read_one_after_the_other() -> None:
    left = column(70, 100, "Närvarande", "Siv Ek", "Bo Alm", "Ulla Ask")
    right = column(320, 100, "Kopia", "Nils Gran", "Eva Lind")
    woven = [placed for pair in zip(left, right, strict=False) for placed in pair] + left[3:]
    assert read(*woven, (70, 200, "Ordföranden öppnar mötet och hälsar alla välkomna.")) == [
        "Närvarande", "Siv Ek", "Bo Alm", "Ulla Ask", "Kopia", "Nils Gran", "Eva Lind",
        "Ordföranden öppnar mötet och hälsar alla välkomna.",
    ]  # fmt: skip


def test_labels_stay_beside_what_they_are_labels_of() -> None:
    labels = column(70, 100, "Datum:", "Plats:", "Ordförande:")
    values = column(170, 100, "2026-05-12", "Bryggan", "Siv Ek")
    document = read_pdf(pdf(content(*labels, *values)))
    assert [block.cells for block in document.blocks] == [
        ("Datum:", "2026-05-12"), ("Plats:", "Bryggan"), ("Ordförande:", "Siv Ek"),
    ]  # fmt: skip


GRID = tuple((60.0, y, 500.0, y) for y in (90.0, 110.0, 150.0)) + tuple(
    (x, 90.0, x, 150.0) for x in (60.0, 180.0, 400.0, 500.0)
)


def test_a_row_of_a_drawn_table_has_its_cells_also_where_one_goes_on_below() -> None:
    head = [(65.0, 104.0, "Vad"), (185.0, 104.0, "Ansvarig"), (405.0, 104.0, "Klart")]
    row = [(65.0, 124.0, "Laga den gamla"), (65.0, 138.0, "bryggan"), (405.0, 124.0, "3 maj")]
    document = read_pdf(pdf(content(*head, *row, rules=GRID)))
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [row.cells for row in rows] == [
        ("Vad", "Ansvarig", "Klart"),
        ("Laga den gamla bryggan", "", "3 maj"),
    ]
    assert rows[1].text == "Laga den gamla bryggan | 3 maj"
    assert document.transcript[rows[1].source.first_line - 1] == "Laga den gamla bryggan   3 maj"


def test_words_divided_at_the_end_of_a_line_are_made_whole() -> None:
    read_lines = read((70, 100, "Styrelsen beslutade att höja medlems-"), (70, 114, "avgiften."))
    assert read_lines == ["Styrelsen beslutade att höja medlemsavgiften."]


@pytest.mark.parametrize(
    "above, below, whole",
    [
        ("Mötet leddes av Per-", "Erik Ask.", "Mötet leddes av Per-Erik Ask."),
        ("Frågan går till mark-", "och miljönämnden.", "Frågan går till mark- och miljönämnden."),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_stays(above: str, below: str, whole: str) -> None:
    assert read((70, 100, above), (70, 114, below)) == [whole]


def test_what_stands_on_top_of_every_page_is_no_text() -> None:
    said = ["Bryggan ska lagas.", "Avgiften höjs inte.", "Kaffe bjuds i hamnen."]
    pages = [
        content((70, 40, "Båtlaget Viken"), (300, 40, f"{n} (3)"), (70, 100, text))
        for n, text in enumerate(said, start=1)
    ]
    document = read_pdf(pdf(*pages))
    assert texts(document, BlockKind.PARAGRAPH) == said
    assert len(texts(document, BlockKind.PAGE_MARGIN)) == 3


def test_a_footnote_is_no_part_of_the_text() -> None:
    rule = ((70.0, 700.0, 180.0, 700.0),)
    text = column(70, 100, *["Ordföranden redogör för läget."] * 3)
    document = read_pdf(pdf(content(*text, (70, 715, "1 Se bilagan."), rules=rule)))
    assert texts(document, BlockKind.NOTE) == ["1 Se bilagan."]


def test_large_letters_make_a_heading() -> None:
    text = column(70, 140, *["Ordföranden redogör för läget."] * 4)
    document = read_pdf(pdf(content((70, 100, "# Protokoll"), *text)))
    assert texts(document, BlockKind.HEADING) == ["Protokoll"]


# How text must run to be upright once the page is turned, and where two lines of it begin.
TURNED = {
    90: ((0, 1, -1, 0), (200, 100), (220, 100)),
    180: ((-1, 0, 0, -1), (500, 680), (500, 700)),
    270: ((0, -1, 1, 0), (400, 700), (380, 700)),
}


@pytest.mark.parametrize("turned", TURNED)
def test_a_page_that_is_turned_is_read_as_it_is_seen(turned: int) -> None:
    matrix, first, second = TURNED[turned]
    page = b"".join(
        b"BT /F1 11 Tf %d %d %d %d %d %d Tm (%b) Tj ET\n" % (*matrix, *place, text)
        for place, text in ((first, b"Protokoll."), (second, b"Beslut."))
    )
    document = read_pdf(pdf(page, page_extra=b"/Rotate %d" % turned))
    assert texts(document) == ["Protokoll.", "Beslut."]


PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    b"/BitsPerComponent 8 /Length 1 >> stream\n\xff\nendstream"
)


def with_picture(*pages: bytes) -> bytes:
    """The last page shows a picture and nothing else."""
    number = 4 + 2 * (len(pages) + 1)
    resources = b"/Resources << /Font << /F1 3 0 R >> /XObject << /Im %d 0 R >> >>" % number
    drawn = b"q 500 0 0 700 40 40 cm /Im Do Q"
    file = pdf(*pages, drawn, objects=[PICTURE])
    return file.replace(b"/Resources << /Font << /F1 3 0 R >> >>", resources)


def test_a_scanned_file_is_refused_with_the_advice_to_read_its_letters() -> None:
    with pytest.raises(Unreadable, match=r"ingen text.*texttolkning \(OCR\)"):
        read_pdf(with_picture())


def test_a_scanned_page_among_others_is_pointed_out() -> None:
    document = read_pdf(with_picture(content((70, 100, "Protokoll."))))
    assert texts(document) == ["Protokoll."]
    assert [(remark.code, "Sidan 2 " in remark.message) for remark in document.remarks] == [
        ("pages-without-text", True)
    ]


def test_a_damaged_file_is_refused() -> None:
    whole = pdf(content((70, 100, "Protokoll.")))
    for data in (b"%PDF-1.7\n", whole[: len(whole) // 3], b"%PDF-1.7" + b"\0" * 500):
        with pytest.raises(Unreadable, match="skadad"):
            read_document("protokoll.pdf", data)


def test_an_encrypted_file_is_refused() -> None:
    locked = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <%b> /U <%b> >>" % (
        b"41" * 32,
        b"42" * 32,
    )
    file = pdf(content((70, 100, "Protokoll.")), objects=[locked])
    file = file.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 6 0 R /ID [<00> <00>]")
    with pytest.raises(Unreadable, match="lösenord"):
        read_pdf(file)


def test_a_file_of_too_many_pages_is_refused() -> None:
    pages = [content((70, 100, "Protokoll."))] * 3
    assert read_pdf(pdf(*pages), Limits(pages=3)).blocks
    with pytest.raises(Unreadable, match="längre än 2 sidor"):
        read_pdf(pdf(*pages), Limits(pages=2))


def test_a_file_of_too_much_text_is_refused() -> None:
    lines = column(20, 20, *["ord " * 30] * 50, pitch=15)
    with pytest.raises(Unreadable, match="längre än 1 sidor"):
        read_pdf(pdf(content(*lines)), Limits(pages=1))


@pytest.mark.slow
def test_a_bomb_is_refused_and_costs_the_program_nothing() -> None:
    packed = zlib.compress(b" " * 900_000_000, 9)
    bomb = b"<< /Length %d /Filter /FlateDecode >> stream\n%b\nendstream" % (len(packed), packed)
    file = pdf(b"", objects=[bomb]).replace(b"/Contents 5 0 R", b"/Contents 6 0 R")
    with pytest.raises(Unreadable):
        read_pdf(file)


def test_the_library_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    read_pdf(pdf(content((70, 100, "Protokoll."))).replace(b"startxref", b"startxxxx"))
    assert capfd.readouterr() == ("", "")


def test_a_text_that_speaks_of_pdf_is_a_text() -> None:
    assert read_document("a.txt", b"Filen b\xf6rjar inte med %PDF.").blocks


SAMPLES = installed_folder("sample_minutes")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_sample_says_the_same_as_pdf(tmp_path: Path) -> None:
    name = "dialoggruppen-2026-09-09"
    source = SAMPLES / f"{name}.docx"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    made = recognise(read_pdf((tmp_path / f"{name}.pdf").read_bytes()))
    word = recognise(read_document(source.name, source.read_bytes()))
    assert [person.name for person in made.attendance] == [p.name for p in word.attendance]
    assert [item.title for item in made.items] == [item.title for item in word.items]
    # What is doubtful leans on how the paragraphs are divided, which a PDF does not say.
    assert _undertaken(made) == _undertaken(word)


def _undertaken(found: Recognition) -> list[str]:
    return [action.text for action in found.actions if action.confidence >= LIKELY]
