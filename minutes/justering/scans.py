"""Which files are taken for a page that was signed by hand and scanned. Pure."""

import unicodedata
from pathlib import PurePosixPath

from minutes.errors import Refused
from minutes.formatting import file_size
from minutes.texts import N_

_BEGINNINGS = {
    b"%PDF-": ".pdf",
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG\r\n\x1a\n": ".png",
}
_ENDINGS = {".jpg": b"\xff\xd9", ".png": b"IEND"}  # without them the file was cut off
NOT_WHOLE = "Filen är skadad och går inte att öppna. Skanna sidan på nytt och ladda upp den igen."


def require_scan(filename: str, content: bytes, most: int) -> str:
    """The file's own name. Raises Refused for what is no PDF or picture, empty, cut off,
    or too large.
    """
    if not content:
        raise Refused("Filen är tom.")
    if len(content) > most:
        raise Refused(N_("Filen är för stor. Den får vara högst %(most)s.", most=file_size(most)))
    suffix = next((s for begin, s in _BEGINNINGS.items() if content.startswith(begin)), None)
    if suffix is None:
        raise Refused("Sidan ska vara en PDF, eller en bild i JPEG eller PNG.")
    if _ENDINGS.get(suffix, b"") not in content:
        raise Refused(NOT_WHOLE)
    name = PurePosixPath(filename.replace("\\", "/")).stem
    name = "".join(each for each in name if unicodedata.category(each)[0] != "C").strip()
    return f"{name[:200] or 'underskrift'}{suffix}"
