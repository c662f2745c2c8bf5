"""Recognition finds the same, in the same order, in each process that reads a document."""

import os
import subprocess
import sys

NOTES = """\
Anteckningar 2026-03-04
Närvarande: Karin Ström, Bo Ekdal

1. Om mötet
Plats: Bystugan
Tid: kl. 18-20
Ordförande: Karin Ström
Sekreterare: Bo Ekdal

2. Taket
Bo ringer plåtslagaren.

3. Övrigt
Inget.
"""
READ = """
import sys
from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
print(repr(recognise(read_document("n.txt", sys.stdin.buffer.read()))))
"""


def test_the_order_of_sets_shows_nowhere() -> None:
    # The seed orders the sets of words; it is another in each process unless it is given.
    assert len({read_with(seed) for seed in range(4)}) == 1


def read_with(seed: int) -> bytes:
    """All that is found, as a process with this seed shows it."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", READ]
    done = subprocess.run(
        command, input=NOTES.encode(), env=environment, capture_output=True, check=True
    )
    return done.stdout
