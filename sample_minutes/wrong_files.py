"""Files that must be refused with a clear sentence, each for a reason of its own."""

import struct
import zlib

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def wrong_files(good: bytes) -> dict[str, bytes]:
    """The wrong files by name; `good` is a Word file in order, to cut one off."""
    return {
        "avklippt.docx": good[:4000],
        "bild.docx": _picture(),
        "gammal-word.docx": _OLE + bytes(16) + struct.pack("<HH", 0x3E, 3) + bytes(484),
        "nolltecken.txt": b"Protokoll\x00\x00 styrelsem\x00te\x00" * 20,
        "tom.docx": b"",
        "tomma-rader.md": b"\n   \n\n\t\n",
    }


def _picture() -> bytes:
    """A PNG of one white dot."""
    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dot = zlib.compress(b"\x00\xff", 0)
    chunks = ((b"IHDR", size), (b"IDAT", dot), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
