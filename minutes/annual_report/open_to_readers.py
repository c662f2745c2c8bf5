"""What of a signed report others may read: nothing that rests on minutes which they may not. Pure.

A row or paragraph with sources is kept only if each of them stands in minutes that are published,
in the words that are published. What the secretary has written without a source is kept. Words
that are masked in the minutes are masked in the report as well.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from minutes.annual_report.document import (
    Bullets,
    ChartBlock,
    Document,
    Heading,
    Paragraph,
    Part,
    Run,
    without_empty,
)
from minutes.annual_report.sources import MANDATES, Source
from minutes.justering import minutes_text
from minutes.justering.minutes_text import Minutes
from minutes.publication.addresses import anchors
from minutes.publication.masking import masked


@dataclass(frozen=True, slots=True)
class Published:
    """The minutes of a meeting as they are published, and the words that are masked in them."""

    twin: Minutes
    masked: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """What may be read of a report; `left_out` counts the rows and paragraphs that may not."""

    document: Document
    left_out: int


def opened(
    document: Document, published: Mapping[int, Published], masks: Collection[str]
) -> Opened:
    """A signed report for its readers, with the addresses of its sources in the public minutes.

    published: the minutes that they may read, by the id of the meeting. masks: words that are
    masked besides those of the minutes.
    """
    words = {*masks, *(word for each in published.values() for word in each.masked)}

    def source_of(run: Run) -> Source | None:
        key = run.key or document.notes[(run.note or 1) - 1].key
        source = document.cited.get(key) or document.notes[(run.note or 1) - 1]
        return _published(source, published)

    return _Opening(source_of, words).opened(document)


def still_open(document: Document, meetings: Collection[int], masks: Collection[str]) -> Opened:
    """A published report as it may be read now: without what rests on minutes that were taken
    back since, and with what has been masked since.
    """

    def source_of(run: Run) -> Source | None:
        note = document.notes[(run.note or 1) - 1]
        return note if note.meeting_id is None or note.meeting_id in meetings else None

    return _Opening(source_of, masks).opened(document)


def _published(source: Source, published: Mapping[int, Published]) -> Source | None:
    """The source as readers may know it: its `key` is its address on the page of the meeting."""
    if source.key == MANDATES:
        return Source(MANDATES, source.label)  # who holds an office is for everybody to know
    minutes = published.get(source.meeting_id or 0)
    if minutes is None:
        return None
    bare = Source("", source.label, source.meeting_id)
    kind = source.key.partition("-")[0]
    if kind == "möte":
        return bare
    paragraphs = minutes.twin.paragraphs
    place = _place(source, minutes) if source.title or source.number else None
    if place is None and source.item_id is not None:
        return None  # the point is withheld, or is called something else in public
    there = paragraphs if place is None else (paragraphs[place],)
    if kind != "punkt" and not _says(there, masked(source.words, minutes.masked)):
        return None
    return bare if place is None else replace(bare, key=anchors(paragraphs)[place])


def _place(source: Source, minutes: Published) -> int | None:
    title = _bare(masked(source.title, minutes.masked))
    found = (
        place
        for place, each in enumerate(minutes.twin.paragraphs)
        if each.number == source.number and _bare(each.title) == title
    )
    return next(found, None)


def _says(paragraphs: Sequence[minutes_text.Paragraph], words: str) -> bool:
    said = (
        text
        for each in paragraphs
        for text in (each.text, *(w for one in each.clauses for w in (one.quote, one.text)))
    )
    return bool(words.strip()) and any(_bare(words) in _bare(text) for text in said)


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()


@dataclass(slots=True)
class _Opening:
    """Goes through a report. `source_of`: what a footnote may lead to, None where it may not."""

    source_of: Callable[[Run], Source | None]
    masks: Collection[str]
    count: int = 0
    notes: list[Source] = field(default_factory=list)

    def opened(self, document: Document) -> Opened:
        parts = [part for section in _sections(document.parts) for part in self._kept(section)]
        if self.count:  # the numbers of a chart are of all meetings
            parts = [part for part in parts if not isinstance(part, ChartBlock)]
        title = masked(document.title, self.masks)
        return Opened(Document(title, list(without_empty(parts)), self.notes), self.count)

    def _kept(self, section: Sequence[Part]) -> Iterator[Part]:
        heading = section[0] if section and isinstance(section[0], Heading) else None
        if heading and heading.level > 2 and len(section) > 1 and self._closes(section[1]):
            self.count += len(section) - 1  # its heading is that of a point which is not open
            return
        for part, following in zip_longest(section, section[1:]):
            match part:
                case Heading():
                    yield replace(part, runs=self._runs(part.runs))
                case Paragraph():
                    if not self._is_open(part.runs):
                        self.count += 1
                    elif not (_is_label(part) and self._is_closed_list(following)):
                        yield Paragraph(self._runs(part.runs))
                case Bullets():
                    rows = [row for row in part.rows if self._is_open(row)]
                    self.count += len(part.rows) - len(rows)
                    if rows:
                        yield Bullets(tuple(map(self._runs, rows)), part.ordered)
                case ChartBlock():
                    yield part

    def _closes(self, part: Part) -> bool:
        return isinstance(part, Paragraph) and not self._is_open(part.runs)

    def _is_closed_list(self, part: Part | None) -> bool:
        return isinstance(part, Bullets) and not any(map(self._is_open, part.rows))

    def _is_open(self, runs: Sequence[Run]) -> bool:
        return all(self.source_of(run) is not None for run in runs if run.note)

    def _runs(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        return tuple(map(self._run, runs))

    def _run(self, run: Run) -> Run:
        source = self.source_of(run) if run.note else None
        if source is None:
            return replace(run, text=masked(run.text, self.masks))
        shown = replace(source, label=masked(source.label, self.masks))
        if shown not in self.notes:
            self.notes.append(shown)
        return Run(note=self.notes.index(shown) + 1)


def _sections(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts by heading: each list begins with one, but for what stands before the first."""
    found: list[list[Part]] = [[]]
    for part in parts:
        if isinstance(part, Heading):
            found.append([])
        found[-1].append(part)
    return [each for each in found if each]


def _is_label(part: Part) -> bool:
    return isinstance(part, Paragraph) and all(run.bold for run in part.runs)
