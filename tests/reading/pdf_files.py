"""PDF files written by hand: text where it is put, lines drawn, and whatever else is asked for."""

from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842
Placed = tuple[float, float, str]  # x from the left and y from the top, in points


def content(
    *placed: Placed, rules: Sequence[tuple[float, float, float, float]] = (), size: float = 11
) -> bytes:
    """What draws the texts and the rules (x0, y0, x1, y1) on a page."""
    drawn = [f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n" for x0, y0, x1, y1 in rules]
    written = [
        f"BT /F1 {_size(text, size)} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({_escaped(text)}) Tj ET\n"
        for x, y, text in placed
    ]
    return "".join(drawn + written).encode("cp1252")


def _size(text: str, size: float) -> float:
    return 2 * size if text.startswith("#") else size


def _escaped(text: str) -> str:
    text = text.removeprefix("# ")
    return text.replace("\\", "\\\\").replace("(", r"\(").replace(")", r"\)")


def pdf(*pages: bytes, page_extra: bytes = b"", objects: Sequence[bytes] = ()) -> bytes:
    """A file with those pages; `objects` are added after all that it needs."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(pages):
        parts.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> %b >>"
            % (WIDTH, HEIGHT, 5 + 2 * number, page_extra)
        )
        parts.append(b"<< /Length %d >> stream\n%b\nendstream" % (len(stream), stream))
    parts += objects
    file = b"%PDF-1.7\n"
    offsets = []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    file += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return file + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(parts) + 1,
        start,
    )


def column(x: float, y: float, *texts: str, pitch: float = 14) -> list[Placed]:
    """Texts under each other."""
    return [(x, y + n * pitch, text) for n, text in enumerate(texts)]
