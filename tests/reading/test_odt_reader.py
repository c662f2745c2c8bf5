"""An OpenDocument text is read as LibreOffice shows it."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import odfdo
import pytest

from minutes import installed_folder
from minutes.reading.blocks import Block, BlockKind, ReadDocument
from minutes.reading.bounds import Limits, Unreadable
from minutes.reading.documents import read_document
from minutes.reading.odt_reader import read_odt

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{short}="{_BASE}{long}:1.0"'
    for short, long in {"office": "office", "text": "text", "table": "table", "style": "style",
                        "draw": "drawing", "fo": "xsl-fo-compatible"}.items()
)  # fmt: skip
NUMBERED = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-prefix="§ " style:num-format="1" '
    'text:start-value="4"/>'
    '<text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a"/>'
    '</text:list-style><text:list-style style:name="L2">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"/></text:list-style>'
    '<style:style style:name="Fet"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Dold"><style:text-properties text:display="none"/></style:style>'
)


def odt(body: str, styles: str = NUMBERED, paper: str = "", manifest: str = "") -> bytes:
    """An .odt with that content of office:text; `paper` is that of styles.xml."""
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}>{paper}</office:document-styles>",
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
    }
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return archive.getvalue()


def blocks(body: str, **more: str) -> list[Block]:
    return list(read_odt(odt(body, **more)).blocks)


def texts(document: ReadDocument) -> list[str]:
    return [f"{block.marker} {block.text}".strip() for block in document.blocks]


def item(*inside: str) -> str:
    return "".join(f"<text:list-item>{each}</text:list-item>" for each in inside)


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_headings_have_their_level() -> None:
    found = blocks('<text:h text:outline-level="2">Beslut</text:h>' + p("Taket lagas."))
    assert [(b.kind, b.level) for b in found] == [(BlockKind.HEADING, 2), (BlockKind.PARAGRAPH, 0)]


def test_lists_print_the_numbers_that_stand_in_no_text() -> None:
    inner = f"<text:list>{item(p('laga taket'), p('måla båten'))}</text:list>"
    body = f'<text:list text:style-name="L1">{item(p("Taket") + inner, p("Båten"))}</text:list>'
    assert texts(read_odt(odt(body))) == [
        "§ 4 Taket",
        "a) laga taket",
        "b) måla båten",
        "§ 5 Båten",
    ]


def test_a_list_goes_on_after_the_text_between() -> None:
    first = f'<text:list xml:id="a" text:style-name="L1">{item(p("Taket"))}</text:list>'
    second = first.replace('xml:id="a"', 'text:continue-list="a"').replace("Taket", "Båten")
    third = first.replace('xml:id="a"', 'text:continue-numbering="true"').replace("Taket", "Bron")
    new = first.replace('xml:id="a"', "").replace("Taket", "Hamnen")
    found = texts(read_odt(odt(first + p("Det läcker.") + second + third + new)))
    assert found == ["§ 4 Taket", "Det läcker.", "§ 5 Båten", "§ 6 Bron", "§ 4 Hamnen"]


def test_a_sign_of_a_symbol_font_is_a_bullet() -> None:
    found = blocks(
        f'<text:list text:style-name="L2">{item(p("taket") + p("som läcker"))}</text:list>'
    )
    assert [(b.marker, b.text) for b in found] == [("•", "taket"), ("", "som läcker")]


def test_headings_are_numbered_by_the_outline() -> None:
    level = '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    paper = f"<office:styles><text:outline-style>{level}</text:outline-style></office:styles>"
    heading = '<text:h text:outline-level="1">{}</text:h>'
    body = heading.format("Taket") + heading.format("Båten")
    assert texts(read_odt(odt(body, paper=paper))) == ["1. Taket", "2. Båten"]


def test_a_row_of_a_table_has_its_cells() -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    row = "".join(cell.format(each) for each in (p("Laga") + p("taket"), "", p("Siv")))
    covered = cell.format(p("Båten")) + "<table:covered-table-cell/>" + cell.format(p("Bo"))
    body = f"<table:table><table:table-header-rows><table:table-row>{row}</table:table-row>"
    body += f"</table:table-header-rows><table:table-row>{covered}</table:table-row></table:table>"
    assert [b.cells for b in blocks(body)] == [("Laga\ntaket", "", "Siv"), ("Båten", "", "Bo")]


def test_tracked_changes_count_as_accepted_and_are_pointed_out() -> None:
    deleted = f"<text:deletion>{p('Båten säljs.')}</text:deletion>"
    body = f"<text:tracked-changes><text:changed-region>{deleted}</text:changed-region>"
    body += "</text:tracked-changes>" + p('Taket<text:change text:change-id="a"/> lagas.')
    document = read_odt(odt(body))
    assert texts(document) == ["Taket lagas."]
    assert [remark.code for remark in document.remarks] == ["tracked-changes"]


def test_line_breaks_tabs_and_spaces_are_read() -> None:
    body = p("Ordförande:<text:tab/>Siv Ek<text:line-break/>Sekreterare:<text:tab/>Bo<text:s/>Alm")
    found = blocks(body)
    assert [b.cells for b in found] == [("Ordförande:", "Siv Ek"), ("Sekreterare:", "Bo Alm")]


def test_text_boxes_stand_after_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('Kopia till Bo')}</draw:text-box></draw:frame>"
    assert texts(read_odt(odt(p(f"Närvarande: Siv{box}")))) == ["Närvarande: Siv", "Kopia till Bo"]


def test_notes_and_comments_stand_apart() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('Se bilagan.')}</text:note-body></text:note>"
    )
    comment = f"<office:annotation>{p('Stämmer det?')}</office:annotation>"
    found = blocks(p(f"Taket{note} lagas{comment}."))
    assert [(b.kind, b.text) for b in found] == [
        (BlockKind.PARAGRAPH, "Taket lagas."),
        (BlockKind.NOTE, "Se bilagan."),
        (BlockKind.NOTE, "Stämmer det?"),
    ]


def test_headers_and_footers_are_no_text() -> None:
    header = p("Båtlaget <text:page-number>3</text:page-number>")
    paper = (
        f"<office:master-styles><style:master-page><style:header>{header}</style:header>"
        "</style:master-page></office:master-styles>"
    )
    found = blocks(p("Taket lagas."), paper=paper)
    assert [(b.kind, b.text) for b in found[1:]] == [(BlockKind.PAGE_MARGIN, "Båtlaget")]


def test_bold_and_hidden_text_are_known() -> None:
    span = '<text:span text:style-name="{}">{}</text:span>'
    found = blocks(p(span.format("Fet", "Beslut")) + p("Taket" + span.format("Dold", " säljs")))
    assert [(b.text, b.bold) for b in found] == [("Beslut", True), ("Taket", False)]


REFUSED = {
    "encrypted": (odt(p("x"), manifest="<encryption-data/>"), "lösenord"),
    "empty": (odt("<text:p/>"), "ODT-filen innehåller ingen text"),
    "broken": (odt("<text:p>"), "ODT-filen är skadad.*LibreOffice"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_in_words_about_such_files(case: str) -> None:
    data, said = REFUSED[case]
    with pytest.raises(Unreadable, match=said):
        read_document("protokoll.odt", data)


def test_lists_within_lists_without_end_are_refused() -> None:
    deep = "<text:list><text:list-item>" * 5_000 + "</text:list-item></text:list>" * 5_000
    with pytest.raises(Unreadable, match="skadad"):
        read_odt(odt(deep))


def test_a_file_of_too_many_pages_is_refused() -> None:
    with pytest.raises(Unreadable, match="längre än 2 sidor"):
        read_odt(odt(p("Taket lagas.") * 300), Limits(pages=2))


def test_a_spreadsheet_is_refused() -> None:
    sheet = io.BytesIO()
    odfdo.Document("spreadsheet").save(sheet)
    with pytest.raises(Unreadable, match="inget textdokument"):
        read_document("budget.ods", sheet.getvalue())


def test_a_file_that_another_library_wrote_is_read() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Protokoll"))
    document.body.append(odfdo.Paragraph("Närvarande: Siv Ek"))
    document.body.append(odfdo.List(["Taket", "Båten"]))
    table = odfdo.Table("Åtgärder", width=2, height=1)
    table.set_row_values(0, ["Laga taket", "Bo Alm"])
    document.body.append(table)
    saved = io.BytesIO()
    document.save(saved)
    found = read_document("a.odt", saved.getvalue()).blocks
    assert [b.text for b in found[:4]] == ["Protokoll", "Närvarande: Siv Ek", "Taket", "Båten"]
    assert found[4].cells == ("Laga taket", "Bo Alm")


SAMPLES = sorted(installed_folder("sample_minutes").glob("*.docx"))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_the_samples_say_the_same_as_odt(tmp_path: Path) -> None:
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "odt", "--outdir", tmp_path, *SAMPLES],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    for source in SAMPLES:
        word = read_document(source.name, source.read_bytes())
        made = read_odt((tmp_path / f"{source.stem}.odt").read_bytes())
        plain = (BlockKind.PAGE_MARGIN, BlockKind.NOTE)
        assert [b.text for b in made.blocks if b.kind not in plain] == [
            b.text for b in word.blocks if b.kind not in plain
        ], source.name
