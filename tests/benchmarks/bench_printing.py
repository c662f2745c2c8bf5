"""What minutes of six pages with signature fields cost as PDF, beside the bare library.

Run with: python tests/benchmarks/bench_printing.py

Each side runs in a process of its own, so that each has its own peak of memory. The bare
library sets the same page with the same style sheet, without tags, fields and archive format.
"""

import datetime as dt
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

POINTS = 27  # which fill six pages
TURNS = 7


def main() -> None:
    """Print the ratio and the peaks; called with a side's name and a folder, be that side."""
    if sys.argv[1:]:
        name, folder = sys.argv[1:]
        print(json.dumps(measured({"ours": ours, "bare": bare}[name](Path(folder)))))
        return
    took = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("ours", "bare"):
            command = [sys.executable, __file__, name, folder]
            done = subprocess.run(command, check=True, capture_output=True)
            seconds, before, peak, pages = json.loads(done.stdout)
            took[name] = seconds
            print(
                f"{name}: {pages} pages in {1000 * seconds:.0f} ms, peak {peak:.0f} MiB, "
                f"of which {before:.0f} before the first"
            )
    print(f"ours is {took['ours'] / took['bare']:.2f} x the bare library (goal 2, peak 120 MiB)")


def measured(make: Callable[[], bytes]) -> tuple[float, float, float, int]:
    """The least processor time in seconds, MiB before and at most, and the number of pages."""
    before, least, made = peak(), float("inf"), b""
    for _ in range(TURNS):
        began = time.process_time()
        made = make()
        least = min(least, time.process_time() - began)
    most = peak()
    import pikepdf

    file = Path(sys.argv[2]) / "made.pdf"
    file.write_bytes(made)
    with pikepdf.open(file) as pdf:
        return least, before, most, len(pdf.pages)


def peak() -> float:
    """MiB that this process had at most so far."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def ours(folder: Path) -> Callable[[], bytes]:
    """Our file; page and style sheet are left in the folder for the other side."""
    from minutes.justering import pdf_sheet
    from minutes.justering.minutes_text import Clause, ClauseKind, Minutes, Paragraph, TextKind
    from minutes.justering.sheet import Layout, Sheet, SignatureLine

    said = "Dammen läcker. Två förslag lades fram, och båda kostar mer än vad som finns. " * 3
    clauses = (
        Clause(ClauseKind.DECISION, "Ta in offerter", "att ta in offerter"),
        Clause(ClauseKind.ACTION, "Ringa", "Siv Ek ringer entreprenören.", ("Siv Ek",), "1 maj"),
    )
    points = (Paragraph(f"§ {n}", "Dammen", said, clauses=clauses) for n in range(1, POINTS + 1))
    minutes = Minutes(
        body="Vägföreningen",
        organisation="",
        kind=TextKind.PROTOKOLL,
        title="Styrelsemöte 3 mars 2026",
        date=dt.date(2026, 3, 3),
        paragraphs=tuple(points),
    )
    lines = [SignatureLine(role, role, role, "Siv Ek") for role in ("secretary", "chair", "one")]
    sheet = Sheet(minutes, lines, Layout.END, True, "0f" * 32, "Protokoll")
    page, style = pdf_sheet.page_of(sheet)
    (folder / "page.html").write_text(page)
    (folder / "style.css").write_text(style)
    return lambda: pdf_sheet.pdf_of(sheet)


def bare(folder: Path) -> Callable[[], bytes]:
    """The same page by the library alone."""
    from weasyprint import CSS, HTML

    page, style = (folder / "page.html").read_text(), (folder / "style.css").read_text()
    return lambda: bytes(HTML(string=page).write_pdf(stylesheets=[CSS(string=style)]))


if __name__ == "__main__":
    main()
