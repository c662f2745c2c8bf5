"""The parts of a Word file, unpacked and parsed without trusting the file in anything.

What a part amounts to is counted while it is unpacked; the zip directory may lie.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from lxml import etree

from minutes.reading.bounds import Limits, Unreadable
from minutes.records import record

CHUNK = 256 * 1024
_AT_ONCE = 8 * 1024 * 1024  # bytes of XML that are parsed in one go, which is faster
# libxml2 takes some 110 bytes for an element and twice that for an attribute; this much
# of a tree may be held at once.
_MOST_NODES = 1_000_000
_DIRECTORY_ENTRY = b"PK\x01\x02"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

DAMAGED = (
    "Word-filen är skadad och går inte att läsa. Öppna den i Word, spara den på nytt som .docx "
    "och försök igen."
)
TOO_LARGE_INSIDE = (
    "Word-filen packar upp till mer än vad som får läsas. Kontrollera att det är rätt fil, eller "
    "dela upp protokollet i flera filer."
)
PASSWORD = "Filen är skyddad med lösenord. Ta bort lösenordet i Word, spara filen och försök igen."  # noqa: S105
_FORBIDDEN_XML = (
    "Word-filen innehåller en dokumenttypsdeklaration, som Word aldrig skriver, och läses därför "
    "inte. Öppna den i Word, spara den på nytt som .docx och försök igen."
)


@record
class Relation:
    """A part that another part refers to; `kind` is the last word of its type."""

    id: str
    kind: str
    target: str


class Package:
    """A zip file whose parts are read one by one, within the limits that all of them share."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raise Unreadable where `data` is no zip file or has too many entries."""
        # Python's zipfile makes an object of half a kilobyte of every directory entry.
        if data.count(_DIRECTORY_ENTRY) > limits.entries:
            raise Unreadable(TOO_LARGE_INSIDE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
            raise Unreadable(DAMAGED) from None
        self._left = limits.unpacked_bytes
        self._names = {
            name.replace("\\", "/").lstrip("/").casefold(): name for name in self._zip.namelist()
        }

    def names(self) -> frozenset[str]:
        """The names of all parts, in lower case."""
        return frozenset(self._names)

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, in pieces. Raises Unreadable, also in the middle."""
        info = self._zip.getinfo(self._names[name.casefold()])
        if info.flag_bits & 0x1:
            raise Unreadable(PASSWORD)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # Word knows no other; bzip2 and lzma cannot be unpacked in bounded pieces.
            raise Unreadable(DAMAGED)
        if info.file_size > self._left:
            raise Unreadable(TOO_LARGE_INSIDE)
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise Unreadable(TOO_LARGE_INSIDE)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
            raise Unreadable(DAMAGED) from None

    def beginning(self, name: str, size: int = 200) -> bytes:
        """The first `size` bytes of a part."""
        return next(self.chunks(name), b"")[:size]

    def tree(self, name: str, unneeded: tuple[bytes, bytes] | None = None) -> etree._Element | None:
        """The whole of a small part, or None where there is no such part.

        What stands between the two of `unneeded`, and they, are left out before parsing.
        """
        if name not in self:
            return None
        chunks, weight = [], 0
        for chunk in self.chunks(name):
            weight += weigh(chunk)
            if weight > _MOST_NODES:
                raise Unreadable(TOO_LARGE_INSIDE)
            chunks.append(chunk)
        try:
            return _parsed([_without(b"".join(chunks), *unneeded)] if unneeded else chunks)
        except etree.XMLSyntaxError:
            raise Unreadable(DAMAGED) from None

    def relations(self, name: str) -> tuple[Relation, ...]:
        """The parts that the part `name` refers to; "" stands for the package itself."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return ()
        return tuple(
            Relation(
                id=relation.get("Id", ""),
                kind=relation.get("Type", "").rpartition("/")[2],
                target=_absolute(folder, relation.get("Target", "")),
            )
            for relation in root.iter(_RELATIONS)
            if relation.get("TargetMode") != "External"
        )


def main_part(package: Package) -> str | None:
    """The name of the part with the running text, or None where there is none."""
    for relation in package.relations(""):
        if relation.kind == "officeDocument" and relation.target in package:
            return relation.target
    return "word/document.xml" if "word/document.xml" in package else None


def children_of(
    package: Package, name: str, containers: tuple[str, ...]
) -> Iterator[etree._Element]:
    """Each child of the first element whose tag is one of `containers`, in order.

    A child is complete when it is given, and may be gone when the next is asked for; so a
    long document costs no more than its longest table. Raises Unreadable.
    """
    chunks = package.chunks(name)
    head = list(islice(chunks, _AT_ONCE // CHUNK))
    is_all = not head or len(head[-1]) < CHUNK
    try:
        if is_all and sum(map(weigh, head)) <= _MOST_NODES:
            yield from _at_once(head, containers)
        else:
            yield from _in_pieces(chain(head, chunks), containers)
    except etree.XMLSyntaxError:
        raise Unreadable(DAMAGED) from None


def _at_once(chunks: Iterable[bytes], containers: tuple[str, ...]) -> Iterator[etree._Element]:
    container = next(_parsed(chunks).iter(*containers), None)
    if container is not None:
        yield from container


def _parsed(chunks: Iterable[bytes]) -> etree._Element:
    # In one piece: libxml2 takes half as long again where it is fed.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(b"".join(chunks), parser)
    refuse_declarations(root)
    return root


def _in_pieces(chunks: Iterable[bytes], containers: tuple[str, ...]) -> Iterator[etree._Element]:
    parser = etree.XMLPullParser(
        ("start",), tag=containers, resolve_entities=False, no_network=True, huge_tree=False
    )
    container: etree._Element | None = None
    weight = 0
    for chunk in chunks:
        weight += weigh(chunk)
        parser.feed(chunk)
        if container is None:
            container = next((element for _, element in parser.read_events()), None)
        # The last child may still grow.
        ready = 0 if container is None else len(container) - 1
        if container is not None and ready > 0:
            yield from container[:ready]
            del container[:ready]
            weight = 0
        elif weight > _MOST_NODES:
            raise Unreadable(TOO_LARGE_INSIDE)
    refuse_declarations(parser.close())
    if container is not None:
        yield from container


def _without(xml: bytes, begin: bytes, end: bytes) -> bytes:
    pieces, position = [], 0
    while (start := xml.find(begin, position)) >= 0 and (stop := xml.find(end, start)) >= 0:
        pieces.append(xml[position:start])
        position = stop + len(end)
    return b"".join([*pieces, xml[position:]])


def weigh(chunk: bytes) -> int:
    """How many nodes a piece of XML makes at most, an attribute counting as two."""
    if b"<!DOCTYPE" in chunk:
        raise Unreadable(_FORBIDDEN_XML)
    return chunk.count(b"<") + 2 * chunk.count(b"=")


def refuse_declarations(root: etree._Element) -> None:
    """Raise Unreadable where the part declares a document type, and with it entities."""
    if root.getroottree().docinfo.doctype:
        raise Unreadable(_FORBIDDEN_XML)


def _absolute(folder: str, target: str) -> str:
    path = target.replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
