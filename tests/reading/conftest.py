"""Word files made part by part, so that every construct can be written as Word writes it."""

import io
import zipfile
from collections.abc import Callable

import pytest

from minutes.reading.blocks import Block, ReadDocument
from minutes.reading.word_reader import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes",
          "comments": "comments", "header1": "hdr", "header2": "hdr", "footer1": "ftr"}  # fmt: skip

MakeWord = Callable[..., bytes]


def relations(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(targets.items())
    )
    xmlns = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{xmlns}">{listed}</Relationships>'


def make(body: str, title: str = "", namespace: str = W, **parts: str) -> bytes:
    """A .docx with that content of w:body, and of the named other parts."""
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            {f"{name}.xml": name.rstrip("0123456789") for name in parts}
        ),
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{_ROOTS[name]} {NAMESPACES}>{content}</w:{_ROOTS[name]}>"
    if title:
        files["docProps/core.xml"] = (
            '<p:coreProperties xmlns:p="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title></p:coreProperties>"
        )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content.replace(W, namespace))
    return archive.getvalue()


@pytest.fixture
def make_word() -> MakeWord:
    return make


@pytest.fixture
def read_body() -> Callable[..., ReadDocument]:
    """The document that a w:body (and other parts) reads as."""

    def read(body: str, **parts: str) -> ReadDocument:
        return read_word(make(body, **parts))

    return read


@pytest.fixture
def texts() -> Callable[[ReadDocument], list[str]]:
    """What a document says, marker and text."""

    def printed(block: Block) -> str:
        return f"{block.marker} {block.text}".strip()

    def read(document: ReadDocument) -> list[str]:
        return [printed(block) for block in document.blocks]

    return read
