"""Reads and recognises damaged files, and prints as JSON what became of them.

Run with: python -m tests.fuzz.run COUNT [SEED]. Each file is made from the seed and its
number alone, so that one that failed can be made again. How long a file may take is told
and judged by who reads it: the suite runs on machines that are busy with other things.
"""

import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from random import Random
from types import FrameType

from minutes import installed_folder
from minutes.reading.bounds import Unreadable
from minutes.reading.documents import ACCEPTED_SUFFIXES, read_document
from minutes.recognition.contract import as_contract
from minutes.recognition.engine import recognise
from tests.fuzz.mutations import damaged
from tests.reading.pdf_files import column, content, pdf
from tests.reading.test_odt_reader import item, odt, p

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
Source = tuple[str, bytes]
SLOW = 2.0  # seconds of processor time
HANGS = 120.0  # seconds of the clock, on the slowest of machines


class Hangs(Exception):
    """The file has taken so long that it may never end."""


def main(count: int, seed: int) -> None:
    """Print {read, refused, failures, slow, slowest, mebibytes}."""
    sources = whole_files()
    signal.signal(signal.SIGALRM, _give_up)
    fates = {"read": 0, "refused": 0}
    failures: list[str] = []
    slow: list[str] = []
    slowest = (0.0, "")
    for number in range(count):
        name, data = made(sources, seed, number)
        start = _seconds()
        try:
            fates[_fate(name, data)] += 1
        except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
            failures.append(f"{number} {name}: {traceback.format_exc(limit=-4)}")
        took = _seconds() - start
        slowest = max(slowest, (took, f"{number} {name}"))
        if took > SLOW:
            slow.append(f"{number} {name}: took {took:.1f} s")
    most = max(_own_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    told = {"failures": failures, "slow": slow, "slowest": slowest, "mebibytes": most / 1024}
    print(json.dumps({**fates, **told}))


def _own_peak() -> int:
    """KiB. Of this program alone: ru_maxrss counts the process that started it too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0])


def whole_files() -> list[Source]:
    """The files that are damaged: samples, made ones, and real ones where they are at hand."""
    samples = installed_folder("sample_minutes")
    real = [CORPUS / "documents", CORPUS / "hostile"] if CORPUS.is_dir() else []
    paths = [path for folder in (samples, *real) for path in sorted(folder.iterdir())]
    found = [path for path in paths if path.suffix in ACCEPTED_SUFFIXES]
    return [*((path.name, path.read_bytes()) for path in found), *(_made_files() * 2)]


def _made_files() -> list[Source]:
    said = ["Protokoll", "Närvarande: Siv Ek, Bo Alm", "§ 1 Bryggan", "Bo lagar bryggan i maj."]
    page = content(*column(70, 70, *said * 10), *column(330, 70, *said * 4))
    paragraphs = "".join(item(p(each)) for each in said * 5)
    lists = f'<text:list text:style-name="L1">{paragraphs}</text:list>'
    return [("bryggan.pdf", pdf(page, page)), ("bryggan.odt", odt(lists))]


def made(sources: list[Source], seed: int, number: int) -> Source:
    """The name and bytes of one damaged file."""
    random = Random(seed * 1_000_000 + number)
    name, data = random.choice(sources)
    return name, damaged(random, data or b" ")


def _fate(name: str, data: bytes) -> str:
    signal.setitimer(signal.ITIMER_REAL, HANGS)
    try:
        document = read_document(name, data)
    except Unreadable as refusal:
        if not refusal.message.endswith("."):
            raise
        return "refused"
    else:
        json.dumps(as_contract(recognise(document, filename=name)))
        return "read"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _seconds() -> float:
    """Processor time, that of ended children included: other programs may keep us waiting."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise Hangs


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
