"""Whatever the file, it is read or refused in one sentence that says why and what to do."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.reading.blocks import BlockKind, ReadDocument
from minutes.reading.bounds import Limits, Unreadable
from minutes.reading.documents import ACCEPTED_SUFFIXES, read_document
from tests.reading.conftest import make

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BODY = "<w:p><w:r><w:t>Beslut</w:t></w:r></w:p>"

MakeWord = Callable[..., bytes]


def zipped(**files: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/"), content)
    return archive.getvalue()


REFUSED = {
    "empty": ("protokoll.docx", b"", "tom"),
    "white space": ("protokoll.txt", b" \r\n\t\n", "ingen text"),
    "only page breaks": ("protokoll.md", b"\x0c\n\x0c", "ingen text"),
    "old Word file": ("protokoll.doc", OLE + "WordDocument".encode("utf-16-le"), ".doc. Öppna"),
    "old Word file by a new name": (
        "protokoll.docx", OLE + "WordDocument".encode("utf-16-le"), ".doc. Öppna",
    ),
    "encrypted": ("protokoll.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "lösenord"),
    "old workbook": ("budget.xls", OLE + "Workbook".encode("utf-16-le"), "gammalt Office-format"),
    "workbook": ("protokoll.docx", zipped(xl__workbook="x"), "Excel"),
    "slides": ("protokoll.pptx", zipped(ppt__presentation="x"), "PowerPoint"),
    "OpenDocument that holds nothing": (
        "protokoll.odt", zipped(mimetype="application/vnd.oasis.opendocument.text"), "ODT-filen",
    ),
    "OpenDocument sheet": (
        "budget.ods", zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "textdok",
    ),
    "zip archive": ("protokoll.zip", zipped(protokoll="x"), "zip-arkiv"),
    "damaged zip": ("protokoll.docx", zipped(protokoll="x")[:-30], "skadad"),
    "only a zip signature": ("protokoll.docx", b"PK\x03\x04", "skadad"),
    "binary named Word": ("protokoll.docx", b"abc\0def", "skadad"),
    "PDF": ("protokoll.pdf", b"%PDF-1.7\n", "PDF-filen är skadad"),
    "PNG": ("protokoll.png", b"\x89PNG\r\n\x1a\n", "bild"),
    "JPEG": ("protokoll.docx", b"\xff\xd8\xff\xe0", "bild"),
    "GIF": ("a.gif", b"GIF89a", "bild"),
    "TIFF": ("a.tif", b"II*\0", "bild"),
    "WebP": ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "bild"),
    "HEIC": ("a.heic", b"\0\0\0\x18ftypheic", "bild"),
    "ELF program": ("protokoll.txt", b"\x7fELF\x02\x01", "program"),
    "Windows program": ("protokoll.exe", b"MZ\x90\0\x03", "program"),
    "Mac program": ("protokoll", b"\xcf\xfa\xed\xfe\x07", "program"),
    "RTF": ("protokoll.rtf", b"{\\rtf1\\ansi Hej}", "RTF"),
    "web page": ("protokoll.html", b"<!DOCTYPE html><p>Hej", "webbsida"),
    "binary text": ("protokoll.txt", b"Beslut\0\0\0att", "inte läsbar text"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_with_a_sentence_that_says_what_it_is(case: str) -> None:
    name, data, said = REFUSED[case]
    with pytest.raises(Unreadable) as refusal:
        read_document(name, data)
    assert said in refusal.value.message
    assert refusal.value.message.endswith(".")


def test_the_content_decides_and_not_the_name(make_word: MakeWord) -> None:
    document = read_document("protokoll.txt", make_word(BODY))
    assert document.blocks[0].text == "Beslut"


@pytest.mark.parametrize("name", ["protokoll", "protokoll.anteckningar", "protokoll.docx"])
def test_text_is_read_whatever_its_name(name: str) -> None:
    assert read_document(name, "Närvarande: Siv".encode()).blocks[0].text == "Närvarande: Siv"


def test_markdown_is_known_by_its_suffix() -> None:
    kinds = {
        name: read_document(name, b"# Protokoll").blocks[0].kind
        for name in ("a.md", "a.MARKDOWN", "a.txt")
    }
    assert kinds["a.md"] is kinds["a.MARKDOWN"] is BlockKind.HEADING
    assert kinds["a.txt"] is not BlockKind.HEADING


def test_words_that_begin_as_a_program_does_are_words() -> None:
    assert read_document("a.txt", b"MZ-gruppen sammantr\xe4dde.").blocks


def test_markdown_is_known_by_its_signs_too() -> None:
    marked = "## Ekonomi\nKassan är god.\n\n## Vatten\nKranen droppar.\n\n**Staket**\n\nMålat.\n"
    assert "Ekonomi" in [block.text for block in read_document("a.txt", marked.encode()).blocks]
    ruled = "| Namn | Här |\n|---|---|\n| Bo | ja |\n"
    assert [b.cells for b in read_document("a.txt", ruled.encode()).blocks][1] == ("Bo", "ja")
    few = "## Ekonomi\nKassan är god.\n# 3 är trasig.\n"
    assert "## Ekonomi" in [block.text for block in read_document("a.txt", few.encode()).blocks]


def test_a_file_over_the_limit_is_refused() -> None:
    limits = Limits(file_bytes=100)
    assert read_document("a.txt", b"ord " * 25, limits).blocks
    with pytest.raises(Unreadable, match="större än"):
        read_document("a.txt", b"ord " * 26, limits)


def test_the_usual_limit_is_named_in_the_refusal() -> None:
    with pytest.raises(Unreadable, match="större än 20 MB"):
        read_document("a.txt", b"x" * (20 * 1024 * 1024 + 1))


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_document_of_too_many_pages_is_refused(name: str) -> None:
    with pytest.raises(Unreadable, match="längre än 2 sidor"):
        read_document(name, b"ord " * 1_501, Limits(pages=2))


def test_a_word_file_of_too_many_pages_is_refused(make_word: MakeWord) -> None:
    with pytest.raises(Unreadable, match="längre än 2 sidor"):
        read_document("a.docx", make_word(BODY * 201), Limits(pages=2))


def test_a_word_file_without_text_is_refused(make_word: MakeWord) -> None:
    with pytest.raises(Unreadable, match="ingen text"):
        read_document("a.docx", make_word("<w:p/>"))


def test_lost_letters_are_pointed_out() -> None:
    document = read_document("a.txt", "Protokoll\nN\ufffdrvarande: Siv".encode())
    assert [(r.code, r.source.first_line) for r in document.remarks if r.source] == [
        ("lost-letters", 2)
    ]


def check(document: ReadDocument) -> None:
    """Every block points into the transcript."""
    for block in document.blocks:
        assert 1 <= block.source.first_line <= block.source.last_line <= len(document.transcript)
        assert "\n" not in block.text
        for start in range(min(len(block.text), 1_000)):
            lines = block.lines(start, start + 1)
            assert block.source.first_line <= lines.first_line
            assert lines.last_line <= block.source.last_line
    assert not any("\n" in line for line in document.transcript)


def read_or_refuse(name: str, data: bytes) -> None:
    """Nothing else may come of a file, whatever it is."""
    try:
        document = read_document(name, data)
    except Unreadable as refusal:
        message = refusal.message
    else:
        check(document)
        message = ""
    assert not message or message.endswith(".")


NAMES = st.sampled_from([f"a{suffix}" for suffix in (*ACCEPTED_SUFFIXES, "")])
MARKUP = st.lists(
    st.sampled_from(
        ["# ", "##", "- ", "1. ", "| a | b |", "---|---", "<!--", "-->", "---", "```", "**", "[ ] ",
         "  \n", "\n", "\n\n", "\\", "\t", "    ", "<li>", "<br>", "Närvarande: ", "§ 4 ", "siv ek",
         "\x0c", "title: x\n", "+++\n", "\u00e5", "att ", "."]
    ), max_size=40,
).map("".join)  # fmt: skip


@given(name=NAMES, data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    read_or_refuse(name, data)


@given(name=NAMES, text=MARKUP)
def test_any_markup_is_read_or_refused(name: str, text: str) -> None:
    read_or_refuse(name, text.encode())


@given(data=st.data())
def test_any_damage_to_a_word_file_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(make(BODY * 3, numbering="", styles=""))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    read_or_refuse("a.docx", bytes(whole))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real documents is not here")
@pytest.mark.parametrize("folder", ["hostile", "documents"])
def test_every_real_document_is_read_or_refused(folder: str) -> None:
    for path in sorted((CORPUS / folder).iterdir()):
        read_or_refuse(path.name, path.read_bytes())


HOSTILE_MARKDOWN = {
    "comments that never end": "<!--" * 500_000,
    "a line of emphasis": "*a* " * 500_000,
    "brackets": "[" * 100_000,
    "lists in lists": ("- " * 30 + "a\n") * 10_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("case", HOSTILE_MARKDOWN)
def test_markdown_made_to_hurt_is_x(case: str) -> None:
    start = time.perf_counter()
    read_or_refuse("a.md", HOSTILE_MARKDOWN[case].encode())
    assert time.perf_counter() - start < 120  # an end, not a speed
