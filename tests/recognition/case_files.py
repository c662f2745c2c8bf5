"""Cases of recognition as text files: title, ".", source lines, ".", expected lines, "."."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_END = "."


@dataclass(frozen=True)
class Case:
    """One case: what stands in the minutes, and the lines that are to be found there."""

    file: str
    title: str
    source: tuple[str, ...]
    wanted: tuple[str, ...]
    preamble: tuple[str, ...] = ()

    def stated(self, label: str) -> str:
        """What the file's preamble says after "label:"; "" where it says nothing."""
        found = [line for line in self.preamble if line.startswith(f"{label}:")]
        return found[0].partition(":")[2].strip() if found else ""


def cases_in(file: str) -> Iterator[Case]:
    """The cases of cases/<file>.md. What stands before the first "---" is its preamble."""
    text = (CASES / f"{file}.md").read_text(encoding="utf-8")
    preamble, _, body = text.partition("\n---\n")
    lines = iter(body.split("\n"))
    for line in lines:
        if line.strip():
            source, wanted = _until_end(lines, skip=True), _until_end(lines)
            folded = tuple(" ".join(found.split()) for found in wanted)
            yield Case(file, line.strip(), source, folded, tuple(preamble.split("\n")))


def _until_end(lines: Iterator[str], *, skip: bool = False) -> tuple[str, ...]:
    """The lines before the next "."; `skip` passes over the one that ends the title."""
    if skip and next(lines) != _END:
        raise ValueError("a title is followed by a line with a full stop")
    found: list[str] = []
    for line in lines:
        if line == _END:
            return tuple(found)
        found.append(line)
    raise ValueError("a case ends with a line with a full stop")
