"""The Word file from a body's own template, and what is said of a file that is none."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from minutes.errors import Refused
from minutes.justering import queries
from minutes.justering.sheet import INITIALS, Layout
from minutes.justering.word_sheet import word_of
from minutes.justering.word_template import PLACEHOLDERS, default_template
from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.word.templates import MOST, require_template
from tests.justering.test_documents import LINES, WHOLE, WRITTEN, run, sheet
from tests.justering.test_routes import Open, as_
from tests.justering.world import World
from tests.pages import text_of

__all__ = ["as_"]


def saved(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def own_template() -> bytes:
    """As a clerk would make it: another head, a table, and placeholders that Word has cut up."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "KOMMUNEN  {{dokument}}"
    paragraph = document.add_paragraph()
    for piece in ("Möte i {", "{or", "gan}", "} den {{datum}} i {{plats}}."):
        paragraph.add_run(piece)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{{ tid }}", "{{ordförande}}"
    for part in ("närvaro", "protokoll", "underskrifter"):
        document.add_paragraph(f"{{{{{part}}}}}")
    document.add_paragraph("Postadress: Storgatan 1")
    document.sections[0].footer.paragraphs[0].text = "{{initialer}}"
    return saved(document)


def made(template: bytes | None = None, *, initials: bool = True) -> WordDocument:
    content = word_of(sheet(initials=initials), WRITTEN, template)
    return Document(io.BytesIO(content))


def texts(document: WordDocument) -> list[str]:
    return [each.text for each in document.paragraphs if each.text.strip()]


def test_the_words_come_where_the_placeholders_stood() -> None:
    document = made(own_template())
    said = texts(document)
    assert said[0] == "Möte i Vägföreningen den 2026-03-03 i Bygdegården."
    assert said[-1] == "Postadress: Storgatan 1"
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [
        "kl. 18.00–20.15",
        "Signe Almlöf",
    ]
    section = document.sections[0]
    assert section.header.paragraphs[0].text.startswith("KOMMUNEN  Protokoll · Vägföreningen")
    assert section.footer.paragraphs[0].text == INITIALS
    assert "{{" not in "\n".join(said)


def test_the_parts_stand_in_the_order_of_the_template() -> None:
    said = texts(made(own_template()))
    places = [said.index(words) for words in ("Närvaro", "Grus", "Dammen", "Justeras")]
    assert places == sorted(places)
    assert "att stänga bron för lastbilar" in said


def test_without_initials_their_line_is_not_there() -> None:
    document = made(own_template(), initials=False)
    assert document.sections[0].footer.paragraphs[0].text == ""


@pytest.mark.parametrize("template", [None, own_template()], ids=["default", "own"])
def test_our_import_finds_everything_again(template: bytes | None) -> None:
    found = recognise(read_document("p.docx", word_of(sheet(), WRITTEN, template)))
    assert [each.title for each in found.items][:2] == ["Grus", "Dammen"]
    assert [each.number for each in found.items][:2] == ["§ 1", "§ 2"]
    assert [each.name for each in found.attendance] == ["Signe Almlöf"]
    wanted = [c.quote for p in WHOLE.paragraphs for c in p.clauses if c.kind.value == "beslut"]
    assert [each.quote for each in found.decisions] == wanted


@pytest.mark.slow
@pytest.mark.parametrize("template", [None, own_template()], ids=["default", "own"])
def test_libreoffice_opens_and_saves_it_and_nothing_is_lost(
    template: bytes | None, tmp_path: Path
) -> None:
    file = tmp_path / "protokoll.docx"
    file.write_bytes(word_of(sheet(initials=True), WRITTEN, template))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    out = tmp_path / "saved"
    run(profile, "--headless", "--convert-to", "docx", "--outdir", out, file, tool="soffice")
    first = recognise(read_document("p.docx", file.read_bytes()))
    again = recognise(read_document("p.docx", (out / "protokoll.docx").read_bytes()))
    assert [(each.number, each.title) for each in again.items] == [
        (each.number, each.title) for each in first.items
    ]
    assert [each.quote for each in again.decisions] == [each.quote for each in first.decisions]
    assert [(each.quote, each.owners, each.due) for each in again.actions] == [
        (each.quote, each.owners, each.due) for each in first.actions
    ]
    assert [each.name for each in again.attendance] == [each.name for each in first.attendance]


def test_headings_are_numbered_by_word_where_that_gives_the_same_numbers() -> None:
    xml = made()._element.xml
    assert xml.count("<w:numPr>") >= 2
    assert "§ 1 Grus" not in texts(made())  # the number is Word's
    jumping = replace(
        WHOLE,
        paragraphs=(
            replace(WHOLE.paragraphs[0], number="§ 4"),
            replace(WHOLE.paragraphs[1], number="§ 9"),
        ),
    )
    document = Document(io.BytesIO(word_of(replace(sheet(), minutes=jumping), WRITTEN)))
    assert {"§ 4 Grus", "§ 9 Dammen"} <= set(texts(document))


@pytest.mark.parametrize("layout", Layout)
def test_who_is_to_sign_has_a_signature_line_of_words_own(layout: Layout) -> None:
    content = word_of(sheet(layout), WRITTEN)
    xml = Document(io.BytesIO(content))._element.xml
    assert xml.count("issignatureline") == len(LINES)
    assert 'o:suggestedsigner="Ture Holm"' in xml
    signed = replace(sheet(layout), signatures=[replace(LINES[0], signed="digitalt i dag")])
    assert "issignatureline" not in Document(io.BytesIO(word_of(signed, WRITTEN)))._element.xml


def changed(change: Callable[[WordDocument], object]) -> bytes:
    document = Document(io.BytesIO(default_template()))
    change(document)
    return saved(document)


def emptied(name: str) -> bytes:
    def change(document: WordDocument) -> None:
        for each in document.paragraphs:
            if each.text == f"{{{{{name}}}}}":
                each.text = ""

    return changed(change)


@pytest.mark.parametrize(
    "name,content,says",
    [
        ("mall.pdf", b"%PDF", r"Word-dokument \(.docx\)"),
        ("mall.docx", b"", "tom"),
        ("mall.docx", b"protokoll", "Word"),
        ("mall.docx", b"PK\x03\x04" + b"x" * 100, "Word"),
        ("mall.docx", emptied("protokoll"), r"saknar \{\{protokoll\}\}"),
        ("mall.docx", emptied("underskrifter"), r"saknar \{\{underskrifter\}\}"),
        (
            "mall.docx",
            changed(lambda document: document.add_paragraph("{{kommun}}")),
            r"\{\{kommun\}\} är ingen platshållare",
        ),
        (
            "mall.docx",
            changed(
                lambda document: document.part.relate_to(
                    "https://example.se/bild.png",
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
                    is_external=True,
                )
            ),
            "hämtar något från en annan plats",
        ),
        ("mall.docx", b"x" * (MOST + 1), "större än 2 MB"),
    ],
)
def test_what_is_no_template_is_refused_and_why(name: str, content: bytes, says: str) -> None:
    with pytest.raises(Refused, match=says):
        require_template(name, content, PLACEHOLDERS)


def test_a_template_with_macros_is_refused() -> None:
    source, target = zipfile.ZipFile(io.BytesIO(default_template())), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == "[Content_Types].xml":
                data = data.replace(
                    b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
                ).replace(
                    b"application/vnd.openxmlformats-officedocument.ms-word",
                    b"application/vnd.ms-word",
                )
            archive.writestr(entry, data)
    with pytest.raises(Refused):
        require_template("mall.docx", target.getvalue(), PLACEHOLDERS)


def test_the_default_template_is_one() -> None:
    assert require_template("mall.docx", default_template(), PLACEHOLDERS) == "mall.docx"


def test_the_secretary_uploads_a_template_and_it_is_used(world: World, as_: Open) -> None:
    path = "/organ/largruppen/wordmall"
    karin = as_("karin")
    assert "Standardmallen" in text_of(karin.open(path))
    begun = karin.get(f"{path}.docx").data
    assert require_template("mall.docx", begun, PLACEHOLDERS)
    sent = {"mall": (io.BytesIO(own_template()), "Vår mall.docx")}
    assert "Mallen är sparad" in text_of(karin.send(path, sent))
    assert "Vår mall.docx" in text_of(karin.open(path))
    assert karin.get(f"{path}.docx").data == own_template_kept(world)
    round_id = world.send(["olle"])
    document = Document(io.BytesIO(karin.get(f"/justering/{round_id}/protokoll.docx").data))
    assert "Postadress: Storgatan 1" in texts(document)
    assert "Standardmallen används igen" in text_of(karin.send(path, {"ta-bort": "ja"}))
    document = Document(io.BytesIO(karin.get(f"/justering/{round_id}/protokoll.docx").data))
    assert "Postadress: Storgatan 1" not in texts(document)


def own_template_kept(world: World) -> bytes:
    found = queries.template_of(world.session, world.body.id or 0)
    assert found is not None
    content = found.content
    world.session.rollback()
    return content


def test_a_file_that_is_none_is_refused_on_the_page_and_the_old_one_stays(
    world: World, as_: Open
) -> None:
    path = "/organ/largruppen/wordmall"
    karin = as_("karin")
    bad = {"mall": (io.BytesIO(emptied("protokoll")), "mall.docx")}
    assert "Mallen saknar {{protokoll}}" in text_of(karin.send(path, bad, status=422))
    assert "Välj Word-filen" in text_of(karin.send(path, {}, status=422))
    assert "Standardmallen" in text_of(karin.open(path))
    assert as_("olle").get(path).status_code == 403


def test_the_picture_of_the_signature_line_is_in_the_file_once() -> None:
    with zipfile.ZipFile(io.BytesIO(word_of(sheet(), WRITTEN))) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert len(pictures) == 1
