"""The evidence of a justering in one file that is checked without the database. Pure.

A zip with the exact text, the PDF, each signature's facts, the events that tell of them, the
files that signatures came in, and a list of the hashes of all these. It is written in one way
only, so that any change of any byte is found. docs/justering.md tells what that proves and what
not.
"""

import hashlib
import io
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from minutes.justering.canonical import TextUnreadable, read_canonical
from minutes.justering.fingerprint import fingerprint

TEXT, PROTOCOL, SIGNATURES, EVENTS, MARK, LIST, README = (
    "text.txt",
    "protokoll.pdf",
    "underskrifter.json",
    "handelser.json",
    "handelsekedjan.txt",
    "kontrollsummor.txt",
    "LÄS-MIG.txt",
)
LARGEST = 200 * 1024 * 1024
# What reading a damaged zip may end in, besides what zipfile itself says.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, ValueError, EOFError,
    LookupError, ArithmeticError, RuntimeError,
)  # fmt: skip
_DAY = (1980, 1, 1, 0, 0, 0)  # the same for all, so that the same evidence is the same file
_SAID = ("at", "actor", "act", "subject", "details", "previous_hash")


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature's facts as they were sealed, and since when it is void, if it is."""

    sealed: str
    void: str = ""
    scan: str = ""  # the name of the scanned page in the file


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into the file. An event of something else has only its two hashes.

    mark: how far the chain of all events reached, as audit/marks.py writes it.
    """

    text: str
    pdf: bytes
    signatures: Sequence[Signature]
    events: Sequence[Mapping[str, str]]
    scans: Mapping[str, bytes] = field(default_factory=dict)
    readme: str = ""
    mark: str = ""


def written(contents: Contents) -> bytes:
    """The file."""
    signatures = [
        {"uppgifter": each.sealed, "upphävd": each.void, "sida": each.scan}
        for each in contents.signatures
    ]
    files = {
        README: contents.readme.encode(),
        TEXT: contents.text.encode(),
        PROTOCOL: contents.pdf,
        SIGNATURES: _json(signatures),
        EVENTS: _json([dict(each) for each in contents.events]),
        **contents.scans,
    }
    if contents.mark:
        files[MARK] = f"{contents.mark}\n".encode()
    return _zipped(files | {LIST: _listed(files)})


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _listed(files: Mapping[str, bytes]) -> bytes:
    """Hash and name of each file, as sha256sum writes and reads them."""
    lines = [f"{_sha256(data)}  {name}\n" for name, data in sorted(files.items())]
    return "".join(lines).encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()


def faults(data: bytes) -> list[str]:
    """What is wrong with the file, in Swedish; empty where it is as it was written."""
    try:
        files = _unzipped(data)
    except _UNREADABLE:
        return ["Filen är ingen hel zip-fil."]
    missing = [name for name in (README, TEXT, SIGNATURES, EVENTS, LIST) if name not in files]
    if missing:
        return [f"{name} saknas i filen." for name in missing]
    found = _wrong_hashes(files)
    try:
        found += _wrong_contents(files)
    except (ValueError, KeyError, TypeError, AttributeError):
        found.append("Innehållet går inte att läsa.")
    if not found and _zipped(files) != data:
        found.append("Filens byte är inte de som skrevs, fast innehållet är detsamma.")
    return found


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise ValueError("too large")
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def _wrong_hashes(files: Mapping[str, bytes]) -> list[str]:
    listed: dict[str, str] = {}
    for line in files[LIST].decode(errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        listed[name] = digest
    found = []
    for name, data in files.items():
        if name != LIST and listed.get(name) != _sha256(data):
            found.append(f"{name} är ändrad: kontrollsumman stämmer inte.")
    found += [f"{name} saknas i filen." for name in listed if name not in files]
    if not found and files[LIST] != _listed({k: v for k, v in files.items() if k != LIST}):
        found.append(f"{LIST} är ändrad.")
    return found


def _wrong_contents(files: Mapping[str, bytes]) -> list[str]:
    text = files[TEXT].decode()
    found = []
    try:
        read_canonical(text)
    except TextUnreadable as unreadable:
        found.append(f"{TEXT}: {unreadable.message}")
    events = json.loads(files[EVENTS])
    print_ = fingerprint(text)
    found += wrong_events(events, print_)
    told = {
        json.loads(each["details"]).get("bevis")
        for each in events
        if each.get("act") == "justering.signed"
    }
    kept = set()
    for number, each in enumerate(json.loads(files[SIGNATURES]), start=1):
        sealed = each["uppgifter"]
        seal, facts = _sha256(sealed.encode()), json.loads(sealed)
        kept.add(seal)
        whose = f"Underskrift {number} ({facts['name']})"
        if seal not in told:
            found.append(f"{whose} är ändrad: ingen händelse har den.")
        if facts["fingerprint"] != print_:
            found.append(f"{whose} gäller en annan text.")
        scan = files.get(each["sida"], b"") if each["sida"] else b""
        if facts["content_sha256"] != (_sha256(scan) if scan else ""):
            found.append(f"{whose}: den inskannade sidan är en annan.")
    sealed_pdf = {
        json.loads(each["details"]).get("pdf")
        for each in events
        if each.get("act") == "justering.sealed"
    }
    if sealed_pdf and _sha256(files.get(PROTOCOL, b"")) not in sealed_pdf:
        found.append(f"{PROTOCOL} är inte den fil som stämplades.")
    if told - kept:
        found.append("En underskrift som händelserna berättar om saknas.")
    return found


def wrong_events(events: Sequence[Mapping[str, str]], print_: str) -> list[str]:
    """Where the events do not follow on each other, or tell of another text."""
    found, before = [], None
    for number, event in enumerate(events, start=1):
        if before is not None and event["previous_hash"] != before:
            found.append(f"Händelse {number} följer inte på den förra: ändrad eller borta.")
        if "act" in event:
            if event["hash"] != event_hash(event):
                found.append(f"Händelse {number} ({event['act']}) är ändrad.")
            if json.loads(event["details"]).get("fingeravtryck") != print_:
                found.append(f"Händelse {number} ({event['act']}) gäller en annan text.")
        before = event["hash"]
    if not events or events[0].get("act") != "justering.sent":
        found.append("Händelsen då texten skickades saknas.")
    return found


def event_hash(event: Mapping[str, str]) -> str:
    """The hash of an event from what it says, as the chain of events makes it."""
    said = {name: event[name] for name in _SAID}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _sha256(text.encode())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
