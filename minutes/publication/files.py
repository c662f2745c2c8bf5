"""A public twin as Word and PDF: without signatures, their metadata and the signed fingerprint."""

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache

from minutes.justering.minutes_text import Minutes
from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.sheet import HEADINGS, Layout, Sheet
from minutes.justering.word_sheet import word_of
from minutes.publication.announced import told_apart

NOTE = "Publicerad kopia utan underskrifter"


@dataclass(frozen=True, slots=True)
class File:
    """A file to save; `kind` is its ending."""

    kind: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The fingerprint of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def sheet_of(twin: Minutes) -> Sheet:
    """The document."""
    return Sheet(
        minutes=replace(twin, ahead=told_apart(twin)),
        signatures=[],
        layout=Layout.END,
        initials=False,
        fingerprint="",
        heading=HEADINGS[twin.kind],
        note=NOTE,
    )


@lru_cache(maxsize=4)  # one that could not be published at once is tried again
def files_of(twin: Minutes) -> tuple[File, ...]:
    """The files. Raises PrintingNotPossible where the machine cannot set a PDF."""
    sheet = sheet_of(twin)
    # The day of the meeting: when the file was made is nothing that the minutes say.
    written = dt.datetime.combine(twin.date, dt.time(12), dt.UTC)
    return File("pdf", pdf_of(sheet)), File("docx", word_of(sheet, written))
