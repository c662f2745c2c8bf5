"""Opening the files that lists are saved as with another program's eyes."""

import csv
import datetime as dt
from io import BytesIO, StringIO

from openpyxl import load_workbook


def rows_of_csv(content: bytes) -> list[list[str]]:
    """The cells, as a Swedish Excel reads them."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def rows_of_excel(content: bytes) -> list[list[str]]:
    """The cells of the only sheet, as text; a formula fails."""
    book = load_workbook(BytesIO(content))
    (sheet,) = book.worksheets
    rows = []
    for row in sheet.iter_rows():
        assert all(cell.data_type != "f" for cell in row)
        rows.append([_text(cell.value) for cell in row])
    return rows


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.date().isoformat() if isinstance(value, dt.datetime) else str(value)
