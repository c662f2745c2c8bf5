"""Makes of a report's Markdown what all writers print: headings, paragraphs, lists, charts. Pure.

Fields become their numbers and footnotes get theirs, in the order in which they come. What
leads nowhere, a field that does not exist or a source that is gone, is a fault with its line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token

from minutes.annual_report.charts import CHARTS, Chart
from minutes.annual_report.facts import Record
from minutes.annual_report.figures import ACTION, DECISION, Figures
from minutes.annual_report.markup import FIELD, FOOTNOTE, NOTE, OF_BODY
from minutes.annual_report.numbers import Noun, counted
from minutes.annual_report.presences import present_at, served_at
from minutes.annual_report.sources import Source, sources
from minutes.formatting import number

CHART = "diagram"
DIGITS = " siffror"  # {{beslut siffror}} is 12 and not tolv beslut
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?]\s+)(?:[-*]\s+)?$")
# Around the key of a footnote while the text is parsed: words that only look like one have none.
BEGIN, END = "\ue000", "\ue001"
COUNTED = "="  # before what stands so behind a number: the body that it is of
OF_ALL = "alla"  # the number is of all bodies
_MARKED = re.compile(f"{BEGIN}(?P<key>[^{END}]+){END}")
_PARSER = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "html_block", "html_inline", "autolink", "reference", "code", "fence"]
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one manner; or, where `note` is set, the number of a footnote, which stands for
    the source with the `key`. The key of words says of which body they tell a number.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    note: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 2 for a section."""

    level: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `ordered` where it is numbered."""

    rows: tuple[tuple[Run, ...], ...]
    ordered: bool = False

    def marked(self, dash: str) -> Iterator[tuple[str, tuple[Run, ...]]]:
        """(mark, row) of each row: its number, or the dash where the list has no numbers."""
        for place, row in enumerate(self.rows, 1):
            yield (f"{place}." if self.ordered else dash), row


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart; `name` is what fields call it."""

    name: str
    chart: Chart


Part = Heading | Paragraph | Bullets | ChartBlock


@dataclass(slots=True)
class Document:
    """A report to be printed. `notes` has the sources in the order of their numbers, from 1;
    `cited` every source that is named, of which several may stand in one note. `bodies`: of which
    bodies it tells, where they are several.
    """

    title: str
    parts: list[Part] = field(default_factory=list)
    notes: list[Source] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    cited: dict[str, Source] = field(default_factory=dict)
    bodies: tuple[int, ...] = ()


def document(title: str, text: str, record: Record, counted_year: Figures) -> Document:
    """The report with this text, its numbers as they are in the record."""
    several = tuple(body for body, _ in record.bodies) if len(record.bodies) > 1 else ()
    made = Document(title, bodies=several)
    reader = _Reader(made, sources(record), _Fields(record, counted_year))
    tokens = _PARSER.parse(reader.with_numbers(text))
    made.parts.extend(without_empty(list(reader.parts(tokens))))
    return made


def without_empty(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts without headings under which nothing stands."""
    for part, following in zip_longest(parts, parts[1:]):
        if isinstance(part, Heading):
            if following is None:
                continue
            if isinstance(following, Heading) and following.level <= part.level:
                continue
        yield part


@dataclass(slots=True)
class _Fields:
    """The numbers that fields name."""

    record: Record
    counted: Figures

    def value(self, name: str, of: str | None) -> str | None:
        """The words for the field, None where there is none such."""
        digits = name.endswith(DIGITS)
        found = self._number(name.removesuffix(DIGITS).strip(), of)
        if found is None:
            return None
        value, noun, percent = found
        if percent:
            return f"{value} procent"
        return number(value) if digits else counted(value, noun)

    def _number(self, name: str, of: str | None) -> tuple[int, Noun, bool] | None:
        counted_year = self._counted_of(of)
        if counted_year is not None:
            figure = counted_year.figures.get(name)
            return (figure.value or 0, figure.noun, figure.percent) if figure else None
        meeting = next((each for each in self.record.meetings if str(each.id) == of), None)
        if meeting is None:
            return None
        numbers = {
            "beslut": (len(meeting.decisions), DECISION),
            "åtgärder": (len(meeting.actions), ACTION),
            "närvarande": (present_at(meeting), PRESENT),
            "tjänstgörande": (served_at(meeting), SERVING),
        }
        return (*numbers[name], False) if name in numbers else None

    def body_of(self, of: str | None) -> str:
        """The key of the body that a number of the field is of; OF_ALL where it is of all."""
        if of is None or of.startswith(OF_BODY):
            return of or OF_ALL
        held = next(each for each in self.record.meetings if str(each.id) == of)
        return f"{OF_BODY}{held.body_id}"

    def _counted_of(self, of: str | None) -> Figures | None:
        """What is counted of the whole report, or of one of its bodies."""
        if of is None:
            return self.counted
        body = of.removeprefix(OF_BODY) if of.startswith(OF_BODY) else ""
        return self.counted.of_bodies.get(int(body)) if body.isdecimal() else None


def _is_count(match: re.Match[str]) -> bool:
    return match["key"].startswith(COUNTED)


PRESENT = Noun("närvarande", "närvarande")
SERVING = Noun("tjänstgörande", "tjänstgörande")


@dataclass(slots=True)
class _Reader:
    made: Document
    known: Mapping[str, Source]
    fields: _Fields
    numbers: dict[str, int] = field(default_factory=dict)  # of the footnotes, by their keys
    places: dict[tuple[str, int | None], int] = field(default_factory=dict)  # by where they lead

    def with_numbers(self, text: str) -> str:
        """The text without notes to the writer, and with each field's number; charts stay."""
        lines = []
        without = text.replace(BEGIN, "").replace(END, "")
        for place, line in enumerate(without.splitlines(), start=1):
            if not line.startswith(NOTE):
                lines.append(self._line(place, line))
        return "\n".join(lines)

    def _line(self, place: int, line: str) -> str:
        several = bool(self.made.bodies)

        def shown(match: re.Match[str]) -> str:
            name, of = match["name"], match["of"]
            if name == CHART:
                if of in CHARTS and line.strip() == match.group():
                    return match.group()
                self.made.faults.append(f"Rad {place}: diagrammet {of or ''} finns inte.")
                return ""
            value = self.fields.value(name, of)
            if value is None:
                self.made.faults.append(f"Rad {place}: uppgiften {match.group()} finns inte.")
                return f"{name}?"
            begins = _BEGINS_SENTENCE.search(line[: match.start()])
            said = value[0].upper() + value[1:] if begins else value
            return f"{said}{BEGIN}{COUNTED}{self.fields.body_of(of)}{END}" if several else said

        return FOOTNOTE.sub(rf"{BEGIN}\g<key>{END}", FIELD.sub(shown, line))

    def parts(self, tokens: Sequence[Token]) -> Iterator[Part]:
        """The parts of the parsed text. Lists in lists become one list."""
        rows: list[tuple[Run, ...]] = []
        depth, ordered, heading = 0, False, 0
        for token in tokens:
            if token.type in ("bullet_list_open", "ordered_list_open"):
                depth, ordered = depth + 1, token.type.startswith("ordered")
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                depth -= 1
                if not depth:
                    yield Bullets(tuple(rows), ordered)
                    rows = []
            elif token.type == "heading_open":
                heading = max(2, int(token.tag[1]))
            elif token.type == "inline":
                runs = tuple(self._runs(token.children or []))
                chart = FIELD.fullmatch(token.content.strip())
                if heading:
                    yield Heading(min(heading, 4), runs)
                    heading = 0
                elif depth:
                    rows.append(runs)
                elif chart and chart["name"] == CHART:
                    yield ChartBlock(chart["of"], CHARTS[chart["of"]](self.fields.counted))
                else:
                    yield Paragraph(runs)

    def _runs(self, children: Sequence[Token]) -> Iterator[Run]:
        bold = italic = 0
        for token in children:
            change = {"open": 1, "close": -1}.get(token.type.rpartition("_")[2], 0)
            if token.type.startswith("strong"):
                bold += change
            elif token.type.startswith("em"):
                italic += change
            elif token.type in ("softbreak", "hardbreak"):
                yield Run(" ")
            elif token.content:
                yield from self._words(token.content, bool(bold), bool(italic))

    def _words(self, words: str, bold: bool, italic: bool) -> Iterator[Run]:
        end = 0
        for match in _MARKED.finditer(words):
            if match.start() > end:
                body = match["key"].removeprefix(COUNTED) if _is_count(match) else ""
                yield Run(words[end : match.start()], bold, italic, key=body)
            end = match.end()
            if _is_count(match):
                continue
            note = self._note(match["key"])
            if note:
                yield Run(note=note, key=match["key"])
        if end < len(words):
            yield Run(words[end:], bold, italic)

    def _note(self, key: str) -> int | None:
        source = self.known.get(key)
        if source is None:
            fault = f"Källan {key} finns inte längre, eller ingår inte i berättelsen."
            if fault not in self.made.faults:
                self.made.faults.append(fault)
            return None
        if key not in self.numbers:
            place = source.label, source.meeting_id
            if place not in self.places:
                self.made.notes.append(source)
                self.places[place] = len(self.made.notes)
            self.numbers[key] = self.places[place]
            self.made.cited[key] = source
        return self.numbers[key]
