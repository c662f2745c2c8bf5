"""Reads a PDF file in a process of its own: bytes come in, lines go out as JSON.

PDFium is a large program in C++ that must take any file. Here it may run out of memory or
time, or fall, without harm to the process that asked. Run as a module, with the limits as
arguments: pages, characters.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import astuple

from minutes.reading.pdf_layout import lines_of
from minutes.reading.pdf_pages import Broken, Locked, count_pages, pages
from minutes.reading.pdf_words import BROKEN, LOCKED, TOO_LARGE, TOO_LONG

MIB = 1024 * 1024
MOST_MEMORY = 384 * MIB  # of addresses, beside the file itself
MOST_SECONDS = 20


def main(arguments: Sequence[str]) -> int:
    """Write what became of the file on standard input."""
    most_pages, most_characters = int(arguments[0]), int(arguments[1])
    data = sys.stdin.buffer.read()
    _restrain(len(data))
    try:
        answer: object = _read(data, most_pages, most_characters)
    except Locked:
        answer = LOCKED
    except Broken:
        answer = BROKEN
    except MemoryError:
        answer = TOO_LARGE
    sys.stdout.write(json.dumps(answer))
    return 0


def _read(data: bytes, most_pages: int, most_characters: int) -> object:
    if count_pages(data) > most_pages:
        return TOO_LONG
    found, characters = [], 0
    for page in pages(data):
        lines = lines_of(page)
        characters += sum(len(line.text) for line in lines)
        if characters > most_characters:
            return TOO_LONG
        found.append([page.pictures, [astuple(line) for line in lines]])
    return found


def _restrain(size: int) -> None:
    """Bind the process to what an honest file needs, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    most = MOST_MEMORY + 4 * size
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
