"""A chart as a picture for programs that take no SVG. Drawn by the library that makes our PDF."""

from io import BytesIO

import pypdfium2

from minutes.annual_report.charts import Chart, svg
from minutes.printing import pdf_of

SCALE = 3  # 216 dots an inch
_STYLE = "@page { size: 640px auto; margin: 0 } html, body { margin: 0 } svg { display: block }"


def png(chart: Chart, name: str) -> bytes:
    """The drawing as PNG. Raises PrintingNotPossible."""
    drawn = svg(chart, name)
    height = int(drawn.split(' height="', 1)[1].split('"', 1)[0])
    style = _STYLE.replace("auto", f"{height}px")
    page = pdf_of(f'<html lang="sv"><title>x</title><body>{drawn}', style, variant="")
    document = pypdfium2.PdfDocument(page)
    try:
        picture = document[0].render(scale=SCALE).to_pil()
    finally:
        document.close()
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
