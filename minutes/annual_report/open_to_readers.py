"""What of a signed report others may read: nothing that rests on minutes which they may not. Pure.

A row or paragraph with sources is kept only if each of them stands in minutes that are published,
in the words that are published. What the secretary has written without a source is kept. Words
that are masked in the minutes are masked in the report as well. In a report of several bodies a
number of a body, and who sits in it, is for those who may read of that body at all.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from minutes.annual_report.document import (
    OF_ALL,
    Bullets,
    ChartBlock,
    Document,
    Heading,
    Paragraph,
    Part,
    Run,
    without_empty,
)
from minutes.annual_report.markup import OF_BODY
from minutes.annual_report.narrative import TITLES
from minutes.annual_report.sources import CANCELLED, MANDATES, NAMES, Source
from minutes.justering import minutes_text
from minutes.justering.minutes_text import Minutes
from minutes.publication.addresses import anchors
from minutes.publication.masking import masked

REGISTERS = (MANDATES, NAMES, CANCELLED)
Bodies = Collection[int | None] | None  # None: the report is of one


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

    bodies = _read_of(document, document.cited.values(), published)

    def source_of(run: Run) -> Source | None:
        key = run.key or document.notes[(run.note or 1) - 1].key
        source = document.cited.get(key) or document.notes[(run.note or 1) - 1]
        return _published(source, published, bodies)

    return _Opening(source_of, bodies, words).opened(document)


def still_open(document: Document, meetings: Collection[int], masks: Collection[str]) -> Opened:
    """A published report as it may be read now: without what rests on minutes that were taken
    back since, and with what has been masked since.
    """
    bodies = _read_of(document, document.notes, meetings)

    def source_of(run: Run) -> Source | None:
        note = document.notes[(run.note or 1) - 1]
        if note.meeting_id is None:
            return note if _is_of(note, bodies) else None
        return note if note.meeting_id in meetings else None

    return _Opening(source_of, bodies, masks).opened(document)


def for_readers_of(document: Document, bodies: Collection[int]) -> Opened:
    """A report of several bodies for who may read the minutes of only some of them."""

    def source_of(run: Run) -> Source | None:
        note = document.notes[(run.note or 1) - 1]
        return note if note.body_id in bodies else None

    return _Opening(source_of, bodies, ()).opened(document)


def _read_of(document: Document, sources: Iterable[Source], meetings: Collection[int]) -> Bodies:
    """The bodies of which the readers may read any of the minutes that the report rests on."""
    if not document.bodies:
        return None
    return {each.body_id for each in sources if each.meeting_id in meetings}


def _is_of(source: Source, bodies: Bodies) -> bool:
    return bodies is None or source.body_id in bodies


def _published(source: Source, published: Mapping[int, Published], bodies: Bodies) -> Source | None:
    """The source as readers may know it: its `key` is its address on the page of the meeting."""
    # Names, who holds an office, and that no meeting was held are for everybody to know.
    if source.key.startswith(REGISTERS):
        known = Source(MANDATES, source.label, body_id=source.body_id)
        return known if _is_of(source, bodies) else None
    minutes = published.get(source.meeting_id or 0)
    if minutes is None:
        return None
    bare = Source("", source.label, source.meeting_id, body_id=source.body_id)
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
    """Goes through a report. `source_of`: what a footnote may lead to, None where it may not.
    bodies: those of which numbers may be told, in a report of several.
    """

    source_of: Callable[[Run], Source | None]
    bodies: Bodies
    masks: Collection[str]
    count: int = 0
    notes: list[Source] = field(default_factory=list)
    all_bodies: Collection[int] = ()

    def opened(self, document: Document) -> Opened:
        self.all_bodies = document.bodies
        parts = [part for section in _sections(document.parts) for part in self._kept(section)]
        if self.count or not self._tells_of(OF_ALL):  # the numbers of a chart are of all meetings
            parts = [part for part in parts if not isinstance(part, ChartBlock)]
        title = masked(document.title, self.masks)
        shown = Document(title, list(without_empty(parts)), self.notes, bodies=document.bodies)
        return Opened(shown, self.count)

    def _kept(self, section: Sequence[Part]) -> Iterator[Part]:
        heading = section[0] if section and isinstance(section[0], Heading) else None
        is_point = heading and heading.level > 2 and heading.text not in TITLES.values()
        if is_point and len(section) > 1 and self._closes(section[1]):
            self.count += len(section) - 1  # its heading is that of a point which is not open
            return
        for before, part, following in zip_longest((None, *section[:-1]), section, section[1:]):
            match part:
                case Heading():
                    yield replace(part, runs=self._runs(part.runs))
                case Paragraph():
                    if not self._is_open(part.runs):
                        self.count += 1
                    elif not (_is_label(part) and self._is_closed_list(following)):
                        yield Paragraph(self._runs(part.runs))
                case Bullets():
                    is_led = before is not None and _leads_on(before) and self._closes(before)
                    rows = [row for row in part.rows if self._is_open(row) and not is_led]
                    self.count += len(part.rows) - len(rows)
                    if rows:
                        yield Bullets(tuple(map(self._runs, rows)), part.ordered)
                case ChartBlock():
                    labels = tuple(masked(each, self.masks) for each in part.chart.labels)
                    yield replace(part, chart=replace(part.chart, labels=labels))

    def _closes(self, part: Part) -> bool:
        return isinstance(part, Paragraph) and not self._is_open(part.runs)

    def _is_closed_list(self, part: Part | None) -> bool:
        return isinstance(part, Bullets) and not any(map(self._is_open, part.rows))

    def _is_open(self, runs: Sequence[Run]) -> bool:
        return all(
            self.source_of(run) is not None if run.note else self._tells_of(run.key) for run in runs
        )

    def _tells_of(self, key: str) -> bool:
        """Whether the readers may know a number of the body with the key, or of OF_ALL."""
        if not key or self.bodies is None:
            return True
        told = self.all_bodies if key == OF_ALL else (int(key.removeprefix(OF_BODY)),)
        return all(each in self.bodies for each in told)

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


def _leads_on(part: Part) -> bool:
    """Whether the list after it says what it says: who came, or who sits in the body."""
    words = "".join(run.text for run in part.runs) if isinstance(part, Paragraph) else ""
    return words.rstrip().endswith(":")


def _is_label(part: Part) -> bool:
    return isinstance(part, Paragraph) and all(run.bold for run in part.runs)
