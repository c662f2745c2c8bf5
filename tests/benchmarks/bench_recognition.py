"""What recognition costs beside reading: documents per second, growth, and ratios of one run.

Run with: python tests/benchmarks/bench_recognition.py
"""

import cProfile
import io
import pstats
import re
import sys
import time
from itertools import count
from pathlib import Path
from statistics import median
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import mammoth
from bench_reading import MARKDOWN, best_of, unzip_and_parse, word_file
from markdown_it import MarkdownIt

from minutes import installed_folder
from minutes.errors import MinutesError
from minutes.reading.bounds import PAGE
from minutes.reading.documents import ACCEPTED_SUFFIXES, read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Recognition

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "documents"
HEAD = (
    "Protokoll från styrelsemöte med Båtlaget Viken",
    "Datum: 2026-05-12",
    "Närvarande: Siv Ek, Bo Alm, Ulla Ask",
)
SETTLED = (
    "Styrelsen beslutade att laga bryggan före midsommar.",
    "Siv Ek tar in anbud senast den 3 juni.",
)
_SYLLABLES = "al bro dun fal gran hed lin mar ros tall".split()
_PLACES = "ören"  # as they end
TURNS = 9
MOST_COSTLY = 12


def main() -> None:
    """Print the figures; with the argument "profile", what takes the time at 200 pages too."""
    documents("the samples", installed_folder("sample_minutes"))
    if CORPUS.is_dir():
        documents("the corpus", CORPUS)
    growth()
    word()
    markdown()
    if "profile" in sys.argv[1:]:
        profile()


def read_and_recognise(name: str, data: bytes) -> Recognition:
    """All that the program makes of a file."""
    return recognise(read_document(name, data), filename=name)


def documents(of_what: str, folder: Path) -> None:
    """Documents per second, and what recognition adds to reading."""
    files = [
        (path.name, path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.suffix in ACCEPTED_SUFFIXES and path.name != "README.md"
    ]
    whole = [each for each in files if _is_read(*each)]
    costs = {
        name: best_of(
            TURNS,
            lambda name=name, data=data: read_document(name, data),
            lambda name=name, data=data: read_and_recognise(name, data),
        )
        for name, data in whole
    }
    reading, both = (sum(each) for each in zip(*costs.values(), strict=True))
    ratios = {name: all_of_it / bare for name, (bare, all_of_it) in costs.items()}
    dearest = max(ratios, key=ratios.__getitem__)
    print(
        f"{of_what}: {len(whole)} documents, {len(whole) / both:.0f} a second; reading "
        f"{1000 * reading:.0f} ms, with recognition {1000 * both:.0f} ms = {both / reading:.1f} x; "
        f"of each file: median {median(ratios.values()):.1f} x, at most {ratios[dearest]:.1f} x "
        f"({dearest})"
    )


def _is_read(name: str, data: bytes) -> bool:
    try:
        return bool(read_document(name, data))
    except MinutesError:
        return False


def growth() -> None:
    """Whether the time grows as the length does."""
    for pages in (10, 100, 1_000):
        text = minutes_of(pages * PAGE).encode()
        for name in ("bench.md", "bench.txt"):
            start = time.process_time()
            read_and_recognise(name, text)
            took = time.process_time() - start
            print(f"{name}, {pages:5} pages: {took:7.3f} s = {1000 * took / pages:.2f} ms a page")


def word() -> None:
    """Word files beside the bare parse of their XML, and beside mammoth."""
    alike = word_minutes(200)
    # What is remembered of a sentence saves nothing in the last, within a file or between turns.
    for pages, data in (("5", word_minutes(5)), ("200", alike), ("200 unlike", unlike(alike))):
        unread = iter([elsewhere(data, turn) for turn in range(TURNS)])
        limit, reading, both = best_of(
            TURNS,
            lambda data=data: unzip_and_parse(data),
            lambda data=data: read_document("bench.docx", data),
            lambda unread=unread: read_and_recognise("bench.docx", next(unread)),
        )
        (theirs,) = best_of(1, lambda data=data: mammoth.convert_to_html(io.BytesIO(data)))
        print(
            f"docx, {pages} pages: unzip + parse {1000 * limit:.1f} ms; reading "
            f"{reading / limit:.1f} x; with recognition {1000 * both:.0f} ms = {both / limit:.1f} x"
            f" (goal 20 at 200 pages); mammoth {1000 * theirs:.0f} ms = {theirs / both:.1f} of ours"
        )


def markdown() -> None:
    """Markdown beside the bare parse of markdown-it-py."""
    text = minutes_of(200_000)
    data = text.encode()
    parser = MarkdownIt("commonmark")
    bare, both = best_of(
        TURNS,
        lambda: parser.parse(text),
        lambda: read_and_recognise("bench.md", data),
    )
    print(
        f"Markdown, {len(data) // 1000} kB: bare parse {1000 * bare:.0f} ms; read and recognised "
        f"{1000 * both:.0f} ms = {both / bare:.1f} x (goal 4)"
    )


def word_minutes(pages: int) -> bytes:
    """The Word file that reading is measured on, with the head that makes it minutes."""
    document = docx.Document(io.BytesIO(word_file(pages)))
    first = document.paragraphs[0]
    for line in HEAD:
        first.insert_paragraph_before(line)
    for paragraph in document.paragraphs:
        if paragraph.style.name == "List Number":
            for line in SETTLED:
                paragraph.insert_paragraph_before(line)
    packed = io.BytesIO()
    document.save(packed)
    found = read_and_recognise("bench.docx", packed.getvalue())
    assert len(found.items) == pages
    assert len(found.decisions) >= pages <= len(found.actions)
    return packed.getvalue()


def unlike(data: bytes) -> bytes:
    """The Word file with a place of its own in each sentence, so that no two are the same."""
    document, numbers = docx.Document(io.BytesIO(data)), count(100)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = re.sub(r"\.(?= |$)", lambda _: f" vid {_place(next(numbers))}.", run.text)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def elsewhere(data: bytes, turn: int) -> bytes:
    """The Word file with other places than in any other turn; one without places as it is."""
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as file, ZipFile(packed, "w", ZIP_DEFLATED) as changed:
        for name in file.namelist():
            part = file.read(name)
            other = _SYLLABLES[turn] + _PLACES
            changed.writestr(name, part.replace(_PLACES.encode(), other.encode()))
    return packed.getvalue()


def _place(number: int) -> str:
    """An invented name for each number: "tallören", in small letters."""
    name = "".join(_SYLLABLES[int(figure)] for figure in str(number))
    return name + _PLACES


def minutes_of(characters: int) -> str:
    """Invented minutes of about that length."""
    items = characters // len(MARKDOWN.format(n=100))
    return (
        "# "
        + "\n\n".join(HEAD)
        + "\n\n"
        + "".join(MARKDOWN.format(n=n) for n in range(1, items + 1))
    )


def profile() -> None:
    """What takes the time at 200 pages of Word."""
    data = word_minutes(200)
    profiler = cProfile.Profile()
    profiler.runcall(read_and_recognise, "bench.docx", data)
    statistics = pstats.Stats(profiler)
    statistics.sort_stats("tottime").print_stats(MOST_COSTLY)
    statistics.sort_stats("cumulative").print_stats(r"recognition|reading", 2 * MOST_COSTLY)


if __name__ == "__main__":
    main()
