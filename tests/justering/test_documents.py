"""The Word file and the PDF, opened again by other programs."""

import datetime as dt
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from minutes.justering import queries
from minutes.justering.documents import extract_of, sheet_of
from minutes.justering.minutes_text import Clause, ClauseKind, Paragraph
from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.sheet import Layout, Sheet, SignatureLine
from minutes.justering.word_sheet import word_of
from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from tests.justering.test_canonical import MINUTES
from tests.justering.test_routes import Open, as_
from tests.justering.world import NOW, World

__all__ = ["as_"]

WRITTEN = dt.datetime(2026, 3, 6, 12, 0, tzinfo=dt.UTC)
DAM = Paragraph(
    "§ 2",
    "Dammen",
    text="Dammen läcker. Två förslag lades fram.",
    clauses=(
        Clause(ClauseKind.DECISION, "Ta in offerter", "att ta in offerter"),
        Clause(ClauseKind.DECISION, "Stänga bron", "att stänga bron för lastbilar"),
        Clause(
            ClauseKind.ACTION,
            "Ringa entreprenören",
            "Signe Almlöf ringer entreprenören senast den 1 april 2026.",
            ("Signe Almlöf",),
            "senast den 1 april 2026 (2026-04-01)",
        ),
    ),
)
LINES = (
    SignatureLine("secretary", "Vid protokollet", "sekreterare", "Vera Ask"),
    SignatureLine("chair", "Ordförande", "ordförande", "Signe Almlöf"),
    SignatureLine("justerare", "Justeras", "justerare", "Ture Holm"),
)
WHOLE = replace(
    MINUTES,
    secretary="Vera Ask",
    place="Bygdegården",
    end="20.15",
    paragraphs=(*MINUTES.paragraphs, DAM),
)


INITIALS_OF = {Layout.FRONT: "Utdragsbestyrkande ___", Layout.END: "Justerarnas signaturer ___"}


def sheet(layout: Layout = Layout.END, *, initials: bool = False) -> Sheet:
    return Sheet(WHOLE, LINES, layout, initials, "0f" * 32, "Protokoll")


def run(*command: str | Path, tool: str) -> str:
    """What the program prints; skipped where it is not installed."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run([tool, *map(str, command)], check=True, capture_output=True)
    return done.stdout.decode(errors="replace")


@pytest.fixture
def pdf_file(tmp_path: Path) -> Callable[..., Path]:
    def written(layout: Layout = Layout.END, *, initials: bool = False) -> Path:
        file = tmp_path / "protokoll.pdf"
        file.write_bytes(pdf_of(sheet(layout, initials=initials)))
        return file

    return written


def test_our_own_import_reads_the_word_file_again() -> None:
    document = read_document("protokoll.docx", word_of(sheet(), WRITTEN))
    found = recognise(document)
    header = found.header
    assert (header.date, header.body, header.place) == (WHOLE.date, WHOLE.body, WHOLE.place)
    assert (header.chair, header.secretary) == (WHOLE.chair, WHOLE.secretary)
    assert header.adjusters == WHOLE.adjusters
    assert [each.name for each in found.attendance] == ["Signe Almlöf"]
    assert [each.title for each in found.items][:2] == ["Grus", "Dammen"]
    assert [each.quote for each in found.decisions] == [
        clause.quote
        for paragraph in WHOLE.paragraphs
        for clause in paragraph.clauses
        if clause.kind is ClauseKind.DECISION
    ]
    dam = found.actions[-1]
    assert (dam.owners, dam.due) == (("Signe Almlöf",), dt.date(2026, 4, 1))


@pytest.mark.parametrize("layout", Layout)
def test_the_word_file_has_styles_language_title_and_page_numbers(layout: Layout) -> None:
    document = Document(io.BytesIO(word_of(sheet(layout, initials=True), WRITTEN)))
    assert document.core_properties.title == "Protokoll: Vägföreningen 3 mars 2026"
    assert document.core_properties.language == "sv-SE"
    styles = {each.style.name for each in document.paragraphs if each.style and each.text}
    assert {"Title", "Heading 1", "Beslut", "Åtgärd"} <= styles
    header = document.sections[0].header._element.xml
    assert "PAGE" in header
    assert "NUMPAGES" in header
    footer = "\n".join(each.text for each in document.sections[0].footer.paragraphs)
    assert INITIALS_OF[layout] in footer
    assert "0f" * 32 in footer


def test_a_table_of_the_text_keeps_its_columns(tmp_path: Path) -> None:
    rows = "Ledamot | Ja | Nej\n\nSigne Almlöf | X |\n\nTure Holm | | X"
    voted = replace(WHOLE, paragraphs=(Paragraph("§ 3", "Färg", text=rows),))
    written = replace(sheet(), minutes=voted)
    *_, table = Document(io.BytesIO(word_of(written, WRITTEN))).tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[1:] == [["Signe Almlöf", "X", ""], ["Ture Holm", "", "X"]]
    file = tmp_path / "protokoll.pdf"
    file.write_bytes(pdf_of(written))
    lines = run("-layout", file, "-", tool="pdftotext").splitlines()
    head = next(line for line in lines if "Ledamot" in line)
    yes, no = (line for line in lines if line.endswith(" X"))
    assert yes.index("X") == head.index("Ja")
    assert no.index("X") == head.index("Nej")


@pytest.mark.slow
def test_libreoffice_opens_the_word_file(tmp_path: Path) -> None:
    file = tmp_path / "protokoll.docx"
    file.write_bytes(word_of(sheet(initials=True), WRITTEN))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = (profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file)
    run(*convert, tool="soffice")
    text = run("-layout", tmp_path / "protokoll.pdf", "-", tool="pdftotext")
    for words in ("Styrelsemöte 3 mars 2026", "att stänga bron för lastbilar", "1(2)", "Ture Holm"):
        assert words in text, text


@pytest.mark.parametrize("layout", Layout)
def test_the_pdf_is_tagged_and_says_what_it_is(
    pdf_file: Callable[..., Path], layout: Layout
) -> None:
    with pikepdf.open(pdf_file(layout)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "sv"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Protokoll: Vägföreningen 3 mars 2026"
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        with pdf.open_outline() as outline:
            titles = [entry.title for top in outline.root for entry in (top, *top.children)]
        assert {"§ 1 Grus", "§ 2 Dammen"} <= set(titles)


def test_each_signatory_has_an_empty_signature_field_in_the_structure(
    pdf_file: Callable[..., Path],
) -> None:
    file = pdf_file()
    with pikepdf.open(file) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(each.T) for each in fields] == ["secretary", "chair", "justerare"]
        assert {str(each.FT) for each in fields} == {"/Sig"}
        assert str(fields[2].TU) == "Underskrift justerare Ture Holm"
        assert all("/V" not in each and "/StructParent" in each for each in fields)
    assert run(file, tool="pdfsig").count("is not signed") == 3


def test_what_has_been_signed_digitally_is_said_and_has_no_field(world: World) -> None:
    round_id = world.send(["anna", "olle"])
    world.sign(round_id, "anna")
    drawn = pdf_of(sheet_of(world.session, queries.round_(world.session, round_id)))
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        assert [str(each.T) for each in pdf.Root.AcroForm.Fields] == ["justerare"]


@pytest.mark.parametrize("layout", Layout)
def test_the_words_are_read_in_their_order(pdf_file: Callable[..., Path], layout: Layout) -> None:
    text = run(pdf_file(layout, initials=True), "-", tool="pdftotext")
    wanted = ["Styrelsemöte 3 mars 2026", "Två offerter", "Dammen läcker", "att stänga bron"]
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)
    assert INITIALS_OF[layout] in text
    for label in ("Utses att justera", "Justeringens plats och tid", "Sista dag för överklagande"):
        assert (label in text) is (layout is Layout.FRONT)


def test_every_piece_of_a_page_is_tagged_or_said_to_be_decoration(
    pdf_file: Callable[..., Path],
) -> None:
    with pikepdf.open(pdf_file()) as pdf:
        for page in pdf.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    depth += 1
                elif name == "EMC":
                    depth -= 1
                elif name in ("Tj", "TJ"):
                    assert depth > 0, operands


@pytest.mark.parametrize("rows,free", [(3, [2]), (16, [15]), (20, [*range(2, 18), 19])])
def test_the_rows_that_stand_together_in_word(rows: int, free: list[int]) -> None:
    lines = ["Roddare | Ja | Nej", *(f"Roddare {number} | X | " for number in range(1, rows))]
    voting = Paragraph("1.", "Val", 0, "\n\n".join(lines))
    written = replace(sheet(), minutes=replace(WHOLE, paragraphs=(voting,)))
    *_, table = Document(io.BytesIO(word_of(written, WRITTEN))).tables
    kept = [
        [cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells]
        for row in table.rows
    ]
    assert [place for place, cells in enumerate(kept) if not all(cells)] == free


def test_table_headings_say_what_they_are_headings_of(pdf_file: Callable[..., Path]) -> None:
    found = run("-struct", pdf_file(), tool="pdfinfo")
    assert "/Scope /Column" in found
    assert "/Scope /Row" in found


def test_no_table_has_more_headings_than_cells(pdf_file: Callable[..., Path]) -> None:
    """Who listens to the page hears each heading again at every cell."""
    tables: dict[tuple[int, int], list[str]] = {}
    with pikepdf.open(pdf_file(Layout.FRONT)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == pikepdf.Name.TR:
                group = each.P if pikepdf.Name.Table == each.P.S else each.P.P
                tables.setdefault(group.objgen, []).extend(str(cell.S) for cell in each.K)
    assert tables
    assert all(cells.count("/TH") <= cells.count("/TD") for cells in tables.values())


def test_an_extract_has_one_paragraph_and_the_line_that_certifies_it(world: World) -> None:
    round_ = queries.round_(world.session, world.send(["olle"]))
    extract = extract_of(world.session, round_, 1)
    assert [each.label for each in extract.minutes.paragraphs] == ["2 Övriga frågor"]
    assert [each.above for each in extract.signatures] == ["Rätt utdraget intygas"]


def test_an_extract_says_what_it_is_and_when_the_minutes_were_justerade(
    world: World, as_: Open, tmp_path: Path
) -> None:
    round_id = world.send(["olle"])
    assert "Justerat" not in dict(
        extract_of(world.session, queries.round_(world.session, round_id), 1).facts
    )
    world.sign(round_id, "olle")
    olle = as_("olle")
    word = Document(io.BytesIO(olle.get(f"/justering/{round_id}/utdrag/1.docx").data))
    lines = [each.text for each in word.paragraphs if each.text]
    assert lines[0] == "Protokollsutdrag"
    assert f"Justerat:\t{NOW.date().isoformat()}" in lines
    assert "Övriga frågor" in lines  # Word itself numbers it
    assert word.core_properties.title == "Protokollsutdrag: Lärgruppen 14 oktober 2026"
    pdf = tmp_path / "utdrag.pdf"
    pdf.write_bytes(olle.get(f"/justering/{round_id}/utdrag/1.pdf").data)
    said = run("-layout", pdf, "-", tool="pdftotext")
    assert re.search(rf"Justerat +{NOW.date().isoformat()}", said)
    with pikepdf.open(pdf) as opened:
        assert str(opened.docinfo["/Title"]) == "Protokollsutdrag: Lärgruppen 14 oktober 2026"


def test_the_documents_are_saved_from_the_page(world: World, as_: Open) -> None:
    round_id = world.send(["olle"])
    olle = as_("olle")
    for name, begins in (
        ("protokoll.docx", b"PK"),
        ("protokoll.pdf", b"%PDF-1.7"),
        ("utdrag/0.pdf", b"%PDF"),
        ("utdrag/0.docx", b"PK"),
    ):
        answer = olle.get(f"/justering/{round_id}/{name}")
        assert answer.status_code == 200
        assert answer.data.startswith(begins)
        saved_as = answer.headers["Content-Disposition"].partition("largruppen-2026-10-14")[2]
        assert saved_as.rpartition(".")[0] == ("-punkt-1" if "utdrag" in name else "")
    assert olle.get(f"/justering/{round_id}/utdrag/9.pdf").status_code == 404


def spoken(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """(kind, words) of each element of the structure that holds text, in the order of reading."""
    texts = {page.obj.objgen: _texts_by_number(page) for page in pdf.pages}
    found: list[tuple[str, str]] = []

    def walk(node: pikepdf.Object, page: tuple[int, int] | None, kind: str) -> None:
        page = node.Pg.objgen if "/Pg" in node else page
        kind = str(node.S) if "/S" in node and pikepdf.Name.Span != node.S else kind
        kids = node.get("/K", [])
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                assert page is not None
                found.append((kind, texts[page][int(kid)]))
            elif kid.get("/Type") == pikepdf.Name.MCR:
                where = kid.Pg.objgen if "/Pg" in kid else page
                assert where is not None
                found.append((kind, texts[where][int(kid.MCID)]))
            elif "/S" in kid:
                walk(kid, page, kind)
            else:
                found.append((kind, str(kid.Obj.get("/TU", ""))))  # a field

    walk(pdf.Root.StructTreeRoot, None, "")
    return found


def _texts_by_number(page: pikepdf.Page) -> dict[int, str]:
    """How many glyphs are shown under each number: what a reader would find there."""
    found: dict[int, str] = {}
    number: int | None = None
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC" and "/MCID" in operands[1]:
            number = int(operands[1].MCID)
            found[number] = ""
        elif str(operator) == "EMC":
            number = None
        elif str(operator) in ("Tj", "TJ") and number is not None:
            found[number] += "."
    return found


@pytest.mark.parametrize("layout", Layout)
def test_the_structure_has_headings_tables_and_fields_in_the_order_of_reading(
    pdf_file: Callable[..., Path], layout: Layout
) -> None:
    with pikepdf.open(pdf_file(layout, initials=True)) as pdf:
        assert str(pdf.Root.Lang) == "sv"
        kinds = [kind for kind, text in spoken(pdf) if text]
    assert kinds[0] == "/H1"
    assert {"/H2", "/P", "/TH", "/TD", "/Form"} <= set(kinds)
    assert kinds.count("/H1") == 1
    fields = [at for at, kind in enumerate(kinds) if kind == "/Form"]
    heading_of_points = len(kinds) - 1 - kinds[::-1].index("/H2")
    is_first = layout is Layout.FRONT
    assert len(fields) == len(LINES)
    assert (fields[-1] < heading_of_points) is is_first


@pytest.mark.slow
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("digital", [False, True])
def test_each_layout_says_the_same_in_pdf_and_in_word(
    layout: Layout, digital: bool, tmp_path: Path
) -> None:
    lines = [replace(each, signed="digitalt 4 mars 2026") if digital else each for each in LINES]
    made = replace(sheet(layout, initials=True), signatures=lines)
    pdf, word = tmp_path / "pdf.pdf", tmp_path / "word.docx"
    pdf.write_bytes(pdf_of(made))
    word.write_bytes(word_of(made, WRITTEN))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    run(profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, word, tool="soffice")
    for file in (pdf, tmp_path / "word.pdf"):
        text = " ".join(run(file, "-", tool="pdftotext").split())
        line = "Utdragsbestyrkande ___" if layout is Layout.FRONT else "Justerarnas signaturer"
        pages = text.count(line)
        assert pages == len(pikepdf.open(file).pages)
        assert ("Anslag och bevis" in text) is (layout is Layout.FRONT)
        assert text.count("Underskrivet digitalt 4 mars 2026") == (len(LINES) if digital else 0)
        if layout is Layout.FRONT:
            assert ("Digital justering" in text) is digital
            assert ("justerat digitalt" in text) is digital


def test_a_pdf_is_made_without_what_reads_the_database() -> None:
    program = "import sys, minutes.justering.pdf_sheet; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
