"""What reading costs beside its lower bound and beside mammoth: ratios within one run.

Run with: python tests/benchmarks/bench_reading.py
"""

import io
import time
import zipfile
from collections.abc import Callable

import docx
import mammoth
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree
from markdown_it import MarkdownIt

from minutes.reading.documents import read_document

PARAGRAPHS_PER_PAGE = 14
SENTENCE = "Ordföranden redogör för {} och föreslår att {} bereds vidare till hösten. "
MATTERS = (  # so that paragraphs are no more alike than those of minutes
    "bryggan vägen dammen bastun hamnen staketet grusplanen båthuset badplatsen masten "
    "budgeten lokalen städdagen hemsidan avgiften läget frågan"
).split()
MARKDOWN = (
    "## § {n} Bryggan\n\nKassören **redogör** för kostnaden, som blev högre än vad som\n"
    "antogs i budgeten, och för det bidrag som [kommunen](https://exempel.se) lovat.\n\n"
    "Beslut\n\n- att laga bryggan före midsommar\n- att uppdra åt Siv Ek att ta in anbud\n\n"
    "Ansvarig: Siv Ek\nKlart: den 3 maj\n\n"
)


def main() -> None:
    """Print the ratios."""
    for pages in (5, 200):
        data = word_file(pages)
        limit, reading, theirs = best_of(
            25,
            lambda data=data: unzip_and_parse(data),
            lambda data=data: read_document("bench.docx", data),
        ) + best_of(2, lambda data=data: mammoth.convert_to_html(io.BytesIO(data)))
        print(
            f"docx, {pages:3} pages: unzip + parse {1000 * limit:6.1f} ms; reading "
            f"{1000 * reading:6.1f} ms = {reading / limit:.1f} x; mammoth {1000 * theirs:6.0f} ms, "
            f"reading is 1/{theirs / reading:.0f} of it"
        )
    text = "".join(MARKDOWN.format(n=n) for n in range(600))
    parser = MarkdownIt("commonmark")
    data = text.encode()
    bare, reading = best_of(9, lambda: parser.parse(text), lambda: read_document("bench.md", data))
    print(
        f"Markdown, {len(data) // 1000} kB: bare parse {1000 * bare:.1f} ms; "
        f"reading {1000 * reading:.1f} ms = {reading / bare:.2f} x"
    )


def best_of(times: int, *programs: Callable[[], object]) -> list[float]:
    """The least processor time of each, in seconds; they take turns, so that noise meets all."""
    shortest = [float("inf")] * len(programs)
    for _ in range(times):
        for index, program in enumerate(programs):
            start = time.process_time()
            program()
            shortest[index] = min(shortest[index], time.process_time() - start)
    return shortest


def unzip_and_parse(data: bytes) -> object:
    """What no reader of Word files can do without."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def word_file(pages: int) -> bytes:
    """Minutes of that many pages, with the marks that Word leaves on every run."""
    document = docx.Document()
    for number in range(pages):
        document.add_heading(f"§ {number} Bryggan", 2)
        for index in range(PARAGRAPHS_PER_PAGE - 3):
            paragraph = document.add_paragraph(style="List Number" if index % 4 == 0 else None)
            paragraph.add_run(_said(PARAGRAPHS_PER_PAGE * number + index))
            paragraph.add_run("Beslut").bold = True
            paragraph.add_run(" att bifalla förslaget.")
            mark_as_word_does(paragraph)
        table = document.add_table(rows=2, cols=3)
        for row in table.rows:
            for cell, text in zip(row.cells, ("Laga bryggan", "Siv Ek", "den 3 maj"), strict=True):
                cell.text = text
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _said(number: int) -> str:
    """Two sentences, of which there are as many as pairs of matters."""
    one, other = number % len(MATTERS), number // len(MATTERS) % len(MATTERS)
    return SENTENCE.format(MATTERS[one], MATTERS[other]) + SENTENCE.format(
        MATTERS[other], MATTERS[one - 1]
    )


def mark_as_word_does(paragraph: "docx.text.paragraph.Paragraph") -> None:
    """The revision numbers and the language that stand on all that was typed in Word."""
    paragraph._p.set(qn("w:rsidR"), "00A77427")
    paragraph._p.set(qn("w:rsidRDefault"), "007F1B3C")
    for run in paragraph.runs:
        run._r.set(qn("w:rsidRPr"), "00B83A2E")
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "sv-SE")
        run._r.get_or_add_rPr().append(language)


if __name__ == "__main__":
    main()
