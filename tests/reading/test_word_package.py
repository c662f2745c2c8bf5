"""A file made to hurt costs little: its size, its parts and its XML are believed in nothing."""

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes.reading.bounds import Limits, Unreadable
from minutes.reading.word_reader import read_word
from tests.reading.conftest import NAMESPACES, make

BODY = "<w:p><w:r><w:t>Beslut</w:t></w:r></w:p>"
MIB = 1024 * 1024


def with_document(document: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", method, compresslevel=9) as packed:
        packed.writestr("word/document.xml", document)
    return archive.getvalue()


def document(body: str, prologue: str = "") -> bytes:
    inner = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return (prologue + inner).encode()


def with_declared_size(data: bytes, size: int) -> bytes:
    """The same zip file, which says everywhere that its only part unpacks to `size` bytes."""
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    changed = bytearray(data)
    struct.pack_into("<I", changed, local + 22, size)
    struct.pack_into("<I", changed, central + 24, size)
    return bytes(changed)


def test_a_part_that_declares_too_much_is_refused_unread() -> None:
    data = with_declared_size(with_document(document(BODY)), 4_000 * MIB)
    with pytest.raises(Unreadable, match="packar upp till mer"):
        read_word(data)


def test_a_part_that_unpacks_to_more_than_it_declares_is_refused() -> None:
    data = with_declared_size(with_document(document(BODY + " " * MIB)), 500)
    with pytest.raises(Unreadable, match="skadad"):
        read_word(data)


def test_the_parts_together_may_not_exceed_the_limit() -> None:
    data = make(BODY, styles=" " * 3_000, numbering=" " * 3_000)
    assert read_word(data, Limits(unpacked_bytes=10_000)).blocks
    with pytest.raises(Unreadable, match="packar upp till mer"):
        read_word(data, Limits(unpacked_bytes=7_000))


def test_a_file_of_too_many_parts_is_refused() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for number in range(50):
            packed.writestr(f"part{number}", "")
    with pytest.raises(Unreadable, match="packar upp till mer"):
        read_word(archive.getvalue(), Limits(entries=49))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_that_word_never_uses_is_refused(method: int) -> None:
    with pytest.raises(Unreadable, match="skadad"):
        read_word(with_document(document(BODY), method))


def test_a_password_within_the_zip_file_is_named() -> None:
    data = bytearray(with_document(document(BODY)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable, match="lösenord"):
        read_word(bytes(data))


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
FILE_ENTITY = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("prologue", [ENTITIES, FILE_ENTITY, '<!DOCTYPE w SYSTEM "http://x/">'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_are_refused(prologue: str, encoding: str) -> None:
    text = document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", prologue).decode()
    with pytest.raises(Unreadable):
        read_word(with_document(text.encode(encoding)))


def test_nesting_without_end_is_refused() -> None:
    depth = 5_000
    with pytest.raises(Unreadable, match="skadad"):
        read_word(with_document(document("<w:sdt>" * depth + BODY + "</w:sdt>" * depth)))


def test_the_deepest_nesting_that_is_parsed_is_read() -> None:
    depth = 240
    found = read_word(with_document(document("<w:sdt>" * depth + BODY + "</w:sdt>" * depth)))
    assert found.transcript == ("Beslut",)


def test_xml_that_breaks_off_is_refused() -> None:
    with pytest.raises(Unreadable, match="skadad"):
        read_word(with_document(document(BODY)[:-20]))


def test_a_document_too_large_for_one_piece_is_read_in_pieces() -> None:
    # More than the 8 MiB that are parsed at once, most of it what Word notes beside the text.
    noted = "<w:p>" + '<w:proofErr w:type="x"/>' * 50 + BODY.removeprefix("<w:p>")
    found = read_word(with_document(document(noted * 7_500)))
    assert len(found.transcript) == 7_500
    assert {block.text for block in found.blocks} == {"Beslut"}


BOMBS = {
    # One long text, one endless paragraph, many small paragraphs, many attributes.
    "spaces": 'b"<w:p><w:r><w:t>" + b" " * size + b"</w:t></w:r></w:p>"',
    "one paragraph": 'b"<w:p>" + b"<w:r/>" * (size // 6) + b"</w:p>"',
    "paragraphs": 'b"<w:p/>" * (size // 6)',
    "attributes": 'b"<w:p>" + b\'<w:r a="" b="" c="" d=""/>\' * (size // 26) + b"</w:p>"',
}
# The peak of this program alone: ru_maxrss counts the process that started it too.
MEASURE = """
import re, sys
from pathlib import Path
from minutes.reading.bounds import Unreadable
from minutes.reading.documents import read_document
def peak():
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
data = Path(sys.argv[1]).read_bytes()
before = peak()
try:
    read_document("bomb.docx", data)
except Unreadable as refusal:
    print(refusal.message)
print(peak() - before)
"""


@pytest.fixture
def memory_of(tmp_path: Path) -> Callable[[bytes], int]:
    """The memory in MiB that reading some bytes adds to a process of its own."""
    if not Path("/proc/self/status").exists():
        pytest.skip("the peak of memory is told by Linux only")

    def measure(data: bytes) -> int:
        path = tmp_path / "bomb.docx"
        path.write_bytes(data)
        command = [sys.executable, "-c", MEASURE, str(path)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        refusal, kilobytes = output.splitlines()
        assert refusal.endswith(".")
        return int(kilobytes) // 1024

    return measure


@pytest.mark.slow
@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_within_the_limits_costs_less_than_200_megabytes(
    kind: str, memory_of: Callable[[bytes], int]
) -> None:
    inner = eval(BOMBS[kind], {"size": 90 * MIB})
    head, tail = document("\0").split(b"\0")
    assert memory_of(with_document(head + inner + tail)) < 200


@pytest.mark.slow
def test_a_bomb_of_hundreds_of_megabytes_costs_next_to_nothing(
    memory_of: Callable[[bytes], int], tmp_path: Path
) -> None:
    archive = io.BytesIO()
    with (
        zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(400):
            part.write(b" " * MIB)
    assert memory_of(archive.getvalue()) < 30
