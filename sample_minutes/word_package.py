"""A python-docx document as bytes that are the same on every machine and every day."""

import zipfile
from io import BytesIO

from docx.document import Document

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold
_FROM_DOS = 0


def fixed_bytes(document: Document) -> bytes:
    """The document as a .docx whose bytes depend on nothing but its content.

    The parts are stored, not compressed: another zlib would compress them to other
    bytes, and git and wheels compress them anyhow.
    """
    saved, fixed = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(fixed, "w") as package:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system = _FROM_DOS
            package.writestr(entry, parts.read(name), zipfile.ZIP_STORED)
    return fixed.getvalue()
