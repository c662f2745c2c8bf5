"""Lists as files for a spreadsheet: CSV and Excel. Rows in, an answer to save out.

What stands in minutes was written by anybody; no cell of a file may be taken for a formula.
"""

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

import xlsxwriter
from flask import Response, current_app

from minutes.errors import Refused
from minutes.formatting import number
from minutes.texts import N_

Cell = str | int | dt.date | None
Row = Sequence[Cell]

CSV = "csv"
EXCEL = "xlsx"
MIMETYPES = {
    CSV: "text/csv; charset=utf-8",
    EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# With these a cell is a formula to one program or another; the wide ones too.
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MOST_ROWS_IN_EXCEL = 50_000
LONGEST_CELL = 32_767  # what Excel takes
WIDEST_COLUMN = 80  # characters
NARROWEST_COLUMN = 8
SAMPLED_ROWS = 200  # for the widths


def list_file(kind: str, name: str, headings: Row, rows: Sequence[Row]) -> Response:
    """The answer that lets the browser save the list as `name`.csv or `name`.xlsx; marked texts
    are in the language of who reads it.

    Raises Refused for more rows than an Excel file is made of here.
    """
    said = current_app.extensions["said"]
    name, headings = said(name), [said(each) for each in headings]
    rows = [[said(cell) for cell in row] for row in rows]
    content = write_csv(headings, rows) if kind == CSV else write_excel(name, headings, rows)
    response = Response(content, content_type=MIMETYPES[kind])
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{kind}")
    return response


def write_csv(headings: Row, rows: Iterable[Row]) -> bytes:
    """CSV as a Swedish Excel opens it: semicolons, and a mark that says UTF-8."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(FORMULA_BEGINS):
        return f"'{cell}"
    return cell


def write_excel(name: str, headings: Row, rows: Sequence[Row]) -> bytes:
    """A workbook of one sheet: a heading that stays, filters, and dates that are dates."""
    if len(rows) > MOST_ROWS_IN_EXCEL:
        raise Refused(
            N_(
                "Urvalet har %(rows)s rader, och en Excel-fil tar högst %(most)s. "
                "Välj ett organ eller ett år, eller ta CSV.",
                rows=number(len(rows)),
                most=number(MOST_ROWS_IN_EXCEL),
            )
        )
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(name[:31])
        heading = workbook.add_format({"bold": True, "bottom": 1})
        text = workbook.add_format({"text_wrap": True, "valign": "top"})
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        for column, words in enumerate(headings):
            sheet.write_string(0, column, str(words), heading)
            sheet.set_column(column, column, _width(headings, rows, column))
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(line, column, cell, day)
                elif isinstance(cell, int):
                    sheet.write_number(line, column, cell, text)
                elif cell:
                    # Never write(): it makes formulas and links of what looks like them.
                    sheet.write_string(line, column, cell[:LONGEST_CELL], text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(rows)), len(headings) - 1)
    return file.getvalue()


def _width(headings: Row, rows: Sequence[Row], column: int) -> int:
    cells = (headings[column], *(row[column] for row in rows[:SAMPLED_ROWS]))
    longest = max(len(str(cell)) for cell in cells if cell is not None)
    return min(max(longest + 2, NARROWEST_COLUMN), WIDEST_COLUMN)
