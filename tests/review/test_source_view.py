import io
import json

import docx

from minutes.reading.bounds import Limits
from minutes.reading.documents import read_document
from minutes.review.source_view import Line, layout_of, source_lines

NOTES = """\
# Möte **2**

- Karin *Lind*
- Olle
  Berg

| Vad | Vem |
|-----|-----|
| Sal | Olle |

**Beslut:** Ja och __nej__.
"""


def lines(name: str = "möte.md") -> list[Line]:
    document = read_document(name, NOTES.encode(), Limits())
    layout = layout_of(document.blocks)
    return source_lines([], document.transcript, layout, markdown=name.endswith(".md"))


def words(line: Line) -> list[str]:
    return ["".join(text for text, _ in cell) for cell in line.cells]


def test_a_heading_stands_without_its_marks() -> None:
    heading = lines()[0]
    assert (heading.shape, heading.level) == ("heading", 1)
    assert heading.cells == ((("Möte ", False), ("2", True)),)


def test_a_list_has_bullets() -> None:
    shown = [line for line in lines() if line.shape == "list_item"]
    assert [words(line)[0] for line in shown] == ["• Karin *Lind*", "• Olle"]


def test_a_table_row_is_shown_by_its_cells() -> None:
    assert [words(line) for line in lines() if line.shape == "table_row"] == [
        ["Vad", "Vem"],
        ["Sal", "Olle"],
    ]


def test_bold_words_are_bold() -> None:
    assert lines()[10].cells == (
        (("Beslut:", True), (" Ja och ", False), ("nej", True), (".", False)),
    )


def test_every_line_keeps_its_number() -> None:
    assert [line.number for line in lines()] == list(range(1, len(lines()) + 1))


def test_signs_in_a_text_file_are_left_as_they_are() -> None:
    assert "".join(words(lines("möte.txt")[0])) == "# Möte **2**"


def test_a_cross_stands_below_its_heading_though_cells_before_it_are_empty() -> None:
    word = docx.Document()
    table = word.add_table(rows=0, cols=3)
    for texts in (("Ledamot", "Ja", "Nej"), ("Karin Lind", "X", ""), ("Olle Berg", "", "X")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    saved = io.BytesIO()
    word.save(saved)
    document = read_document("votering.docx", saved.getvalue(), Limits())
    # As it comes back from the database.
    layout = json.loads(json.dumps(layout_of(document.blocks)))
    shown = source_lines([], document.transcript, layout)
    assert [words(line) for line in shown if line.shape == "table_row"] == [
        ["Ledamot", "Ja", "Nej"],
        ["Karin Lind", "X", ""],
        ["Olle Berg", "", "X"],
    ]
