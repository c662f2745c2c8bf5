"""What a file is, told by its content; and for what cannot be read, the sentence to say so."""

from minutes.reading.bounds import Unreadable
from minutes.reading.word_package import DAMAGED, PASSWORD, Package, main_part

ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "Spara protokollet som Word (.docx), Markdown eller text och försök igen."

_OLD_WORD = (
    "Filen är i det gamla Word-formatet .doc. Öppna den i Word, spara den som .docx och försök "
    "igen."
)
_OLD_OFFICE = f"Filen är i ett gammalt Office-format och inte en Word-fil. {_SAVE_AS}"
_PICTURE = (
    "Filen är en bild. Ett inskannat protokoll behöver skrivas av eller texttolkas och sparas "
    "som Word, Markdown eller text."
)
_PROGRAM = f"Filen är ett program och inget protokoll. {_SAVE_AS}"
_RTF = f"Filen är i formatet RTF, som inte läses. {_SAVE_AS}"
_HTML = f"Filen är en webbsida. {_SAVE_AS}"
_BINARY = f"Filen är en ljudfil, en film eller ett arkiv och inget protokoll. {_SAVE_AS}"
_CALC = f"Filen är en OpenDocument-fil men inget textdokument. {_SAVE_AS}"
_EXCEL = f"Filen är en Excel-arbetsbok och ingen Word-fil. {_SAVE_AS}"
_POWERPOINT = f"Filen är en PowerPoint-presentation och ingen Word-fil. {_SAVE_AS}"
_ARCHIVE = "Filen är ett zip-arkiv. Packa upp det och lämna in protokollet som ligger i det."

# How a file begins, and what to say of it.
_BEGINNINGS = (
    (b"\x89PNG\r\n", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE), (b"II*\0", _PICTURE), (b"MM\0*", _PICTURE),
    (b"\x7fELF", _PROGRAM), (b"MZ", _PROGRAM), (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xce\xfa\xed\xfe", _PROGRAM), (b"\xfe\xed\xfa\xce", _PROGRAM),
    (b"\xfe\xed\xfa\xcf", _PROGRAM), (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"{\\rtf", _RTF), (b"ID3", _BINARY), (b"OggS", _BINARY), (b"fLaC", _BINARY),
    (b"\x1f\x8b", _BINARY), (b"BZh", _BINARY), (b"7z\xbc\xaf", _BINARY), (b"Rar!", _BINARY),
    (b"\xfd7zXZ", _BINARY),
)  # fmt: skip
_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")
_WEB_PAGES = (b"<!doctype html", b"<html")
# What the parts of a zip file lie under, and what it then is.
_FOLDERS = (("xl/", _EXCEL), ("ppt/", _POWERPOINT))


def refuse_foreign(data: bytes) -> None:
    """Raise Unreadable, with what the file is, where it is neither zip nor text."""
    for beginning, message in _BEGINNINGS:
        if data.startswith(beginning) and not _is_text_after_all(beginning, data):
            raise Unreadable(message)
    if data[:4] == b"RIFF":
        raise Unreadable(_PICTURE if data[8:12] == b"WEBP" else _BINARY)
    if data[4:8] == b"ftyp":
        raise Unreadable(_PICTURE if data[8:12] in _PICTURE_BRANDS else _BINARY)
    if data.startswith(_OLE):
        raise Unreadable(_ole_message(data))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower().startswith(_WEB_PAGES):
        raise Unreadable(_HTML)


def is_pdf(data: bytes) -> bool:
    """Whether the file says that it is PDF, be it after some stray bytes."""
    return b"%PDF-" in data[:1024]


def is_zip(data: bytes) -> bool:
    """Whether the file says that it is a zip file, as Word files are."""
    return data.startswith((ZIP, _EMPTY_ZIP))


def is_open_document(package: Package, kind: bytes = b"") -> bool:
    """Whether a zip file says that it is OpenDocument, and of that kind."""
    beginning = b"application/vnd.oasis.opendocument." + kind
    return "mimetype" in package and package.beginning("mimetype").startswith(beginning)


def refuse_other_packages(package: Package) -> None:
    """Raise Unreadable where a zip file holds no Word document, with what it holds instead."""
    names = package.names()
    if is_open_document(package):
        raise Unreadable(_CALC)
    for folder, message in _FOLDERS:
        if any(name.startswith(folder) for name in names):
            raise Unreadable(message)
    main = main_part(package)
    if main is None:
        raise Unreadable(DAMAGED if "[content_types].xml" in names else _ARCHIVE)


def _ole_message(data: bytes) -> str:
    if _ENCRYPTED in data:
        return PASSWORD
    return _OLD_WORD if "WordDocument".encode("utf-16-le") in data else _OLD_OFFICE


def _is_text_after_all(beginning: bytes, data: bytes) -> bool:
    """Two or three letters that begin a program may begin a word too: "MZ-gruppen"."""
    return len(beginning) < 4 and beginning.isalnum() and b"\0" not in data[:4096]
