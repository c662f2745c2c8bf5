"""What a case file shows of a text: short lines, one for each finding, in the text's order."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from minutes.reading.blocks import Block, BlockKind, ReadDocument, Source
from minutes.reading.markdown_reader import read_markdown_text
from minutes.reading.text_reader import read_lines
from minutes.recognition.engine import recognise
from minutes.recognition.findings import (
    ActionItem,
    ActionStatus,
    Decision,
    Header,
    Presence,
    Refusal,
    RefusedKind,
    Statements,
    WatchItem,
    WatchKind,
    confidence_word,
)
from minutes.recognition.language.clock import clock_span
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.due_phrases import due_of
from minutes.recognition.layout.outline import Outline, Passage, Zone, outline
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.roster import KnownPeople, Roster
from minutes.recognition.remarks import CALLED_OFF
from minutes.recognition.rules.actions.check_days import suggested_day
from minutes.recognition.rules.attendance.attendance import attendance
from minutes.recognition.rules.header.header import header
from minutes.recognition.rules.meetings_ahead import meetings_ahead
from minutes.recognition.statements import statements
from tests.recognition.case_files import Case

View = Callable[[Case], Iterable[str]]
NOTHING = "inget"
_PRESENCE = {
    Presence.PRESENT: "närvarande",
    Presence.ABSENT: "frånvarande",
    Presence.COPY: "kopia",
}
_REFUSED = {
    RefusedKind.DECISION: "avvisat beslut",
    RefusedKind.ACTION: "avvisad åtgärd",
    RefusedKind.PROPOSAL: "förslag utan beslut",
}
_WATCHED = {
    WatchKind.DECIDED: "fattat",
    WatchKind.COMING: "kommande",
    WatchKind.QUOTED: "citat",
}


def shown(case: Case, view: View) -> tuple[str, ...]:
    """The lines that the view gives, white space folded; "inget" where there is none."""
    found = tuple(" ".join(line.split()) for line in view(case))
    return found or (NOTHING,)


def meeting_day(case: Case) -> dt.date | None:
    """The day of the meeting that the preamble states."""
    stated = case.stated("Möte")
    return dt.date.fromisoformat(stated) if stated else None


def roster(case: Case) -> Roster:
    """The people that the preamble says were there."""
    return Roster([name.strip() for name in case.stated("Med").split(",") if name.strip()])


# --- each line of the source by itself --------------------------------------------------------


def lines_as_paragraphs(case: Case) -> Iterator[str]:
    """Every line is a paragraph under one item; "- " makes it a list item."""
    passages = [
        Passage(_block(text, number), Zone.ITEM, "i1") for number, text in enumerate(case.source, 1)
    ]
    english = Outline((), tuple(passages)).in_english
    said = statements(passages, (), roster(case), head_of(case), in_english=english)
    yield from _statement_lines(said, {p.block.source.first_line: p.block.text for p in passages})


def head_of(case: Case) -> Header:
    """The meeting that the preamble names."""
    return Header(is_minutes=True, body=case.stated("Organ") or None, date=meeting_day(case))


def _block(text: str, number: int) -> Block:
    where = Source(number, number)
    if text.startswith("- "):
        return Block(BlockKind.LIST_ITEM, text[2:], where, marker="-")
    return Block(BlockKind.PARAGRAPH, text, where)


def _statement_lines(said: Statements, whole: dict[int, str]) -> Iterator[str]:
    found: list[Decision | ActionItem | Refusal | WatchItem] = [
        *said.decisions,
        *said.actions,
        *said.watch_items,
        *said.refusals,
    ]
    for finding in sorted(found, key=lambda one: one.source.first_line):
        line = f"rad {finding.source.first_line} {_what(finding)}"
        stood = whole.get(finding.source.first_line, "")
        part = finding.quote.strip(" .") != stood.strip(" .")
        yield f"{line} ”{finding.quote}”" if part else line


def _what(finding: Decision | ActionItem | Refusal | WatchItem) -> str:
    if isinstance(finding, Refusal) and finding.kind is RefusedKind.PROPOSAL:
        return _REFUSED[finding.kind]
    if isinstance(finding, Refusal):
        return f"{_REFUSED[finding.kind]}: {finding.reason}"
    if isinstance(finding, WatchItem):
        day = finding.date or (f"<{finding.date_text}>" if finding.date_text else "–")
        return f"bevakning, {_WATCHED[finding.kind]}: {finding.body or '–'}, {day}"
    sure = confidence_word(finding.confidence)
    if isinstance(finding, Decision):
        means = finding.refers_to
        return f"beslut, {sure}" + (f", enligt rad {means.first_line}" if means else "")
    owners = " + ".join(finding.owners) or "ingen"
    due = f", {_due(finding.due, finding.due_text)}" if finding.due_text else ""
    done = ", klar" if finding.status is ActionStatus.DONE else ""
    return f"åtgärd: {owners}, {sure}{due}{done}"


def _due(day: dt.date | None, text: str | None) -> str:
    return f"senast {day}" if day else f"<{text}>"


def dates(case: Case) -> Iterator[str]:
    """The dates of each line, near the meeting where they have no year."""
    for number, text in enumerate(case.source, 1):
        for mention in date_mentions(text, meeting_day(case)):
            wrong = "" if mention.weekday_fits else " fel veckodag"
            yield f"rad {number} {mention.date}{wrong}"


def due(case: Case) -> Iterator[str]:
    """By when, line by line."""
    for number, text in enumerate(case.source, 1):
        found = due_of(text, meeting_day(case))
        if found:
            yield f"rad {number} {found.date or '–'} {found.text}"


def suggested(case: Case) -> Iterator[str]:
    """The day that is suggested for the vague due of each line."""
    following = case.stated("Nästa möte")
    next_meeting = dt.date.fromisoformat(following) if following else None
    for number, text in enumerate(case.source, 1):
        yield f"rad {number} {suggested_day(text, meeting_day(case), next_meeting)}"


def clock(case: Case) -> Iterator[str]:
    """The first clock times of each line."""
    for number, text in enumerate(case.source, 1):
        start, end = clock_span(text)
        if start:
            yield f"rad {number} {start:%H:%M}" + (f"–{end:%H:%M}" if end else "")


def people(case: Case) -> Iterator[str]:
    """The persons of each line of a list: name, role, organisation, note."""
    for number, text in enumerate(case.source, 1):
        for person in split_people(text):
            beside = {
                "roll": person.role,
                "från": person.organisation,
                "not": person.note,
            }
            extra = "".join(f", {name}: {value}" for name, value in beside.items() if value)
            yield f"rad {number} {person.name}{extra}"


def short_forms(case: Case) -> Iterator[str]:
    """Whom each line, a name as written, may mean among the people of the preamble."""
    for number, text in enumerate(case.source, 1):
        yield f"rad {number} {' eller '.join(roster(case).candidates(text)) or 'okänd'}"


# --- the source as a document -----------------------------------------------------------------


def read(case: Case) -> ReadDocument:
    """The source as plain text, or as Markdown where the preamble says so."""
    if "Markdown" in (case.stated("Läses som"), case.title.partition(" ")[0]):
        return read_markdown_text("\n".join(case.source))
    return read_lines(case.source)


def blocks(case: Case) -> Iterator[str]:
    """The paragraphs that the reader makes of the lines."""
    for block in read(case).blocks:
        first, last = block.source.first_line, block.source.last_line
        lines = f"rad {first}" if first == last else f"rad {first}–{last}"
        marker = f"[{block.marker}] " if block.marker else ""
        yield f"{lines} {block.kind.value} {marker}{block.text}"


def said_in_text(case: Case) -> Iterator[str]:
    """Decisions, actions and refusals of the text, read as lines and divided into items."""
    document = read(case)
    plan = outline(document.blocks)
    text = plan.in_zone(Zone.ITEM)
    said = statements(text, plan.items, roster(case), head_of(case), in_english=plan.in_english)
    yield from _statement_lines(said, {p.block.source.first_line: p.block.text for p in text})


def listed(case: Case) -> Iterator[str]:
    """Who is listed, and how."""
    for person in attendance(outline(read(case).blocks)):
        extra = "".join(
            f", {name}: {value}"
            for name, value in (
                ("roll", person.role),
                ("från", person.organisation),
                ("not", person.note),
            )
            if value
        )
        line = person.source.first_line
        yield f"rad {line} {_PRESENCE[person.presence]} {person.name}{extra}"


def groups(case: Case) -> Iterator[str]:
    """What the label above says of each who is listed."""
    for person in attendance(outline(read(case).blocks)):
        yield f"{person.name}: {person.group or '–'}"


def off(case: Case) -> Iterator[str]:
    """The sentence that says that the meeting was called off, and its day; or that it was held."""
    found = recognise(read(case))
    said = next((each for each in found.remarks if each.code == CALLED_OFF), None)
    if said is None or said.source is None:
        yield "hölls"
        return
    words = said.message.partition("”")[2].removesuffix("”")
    yield f"{found.header.date} rad {said.source.first_line}: {words}"


def items(case: Case) -> Iterator[str]:
    """The items of the agenda, nested ones under their parents, and remarks on the numbers."""
    plan = outline(read(case).blocks)
    numbers = {item.id: item.number or item.title for item in plan.items}
    for item in plan.items:
        inside = f" (under {numbers[item.parent]})" if item.parent else ""
        yield f"rad {item.source.first_line} {item.number or '–'} | {item.title}{inside}"
    yield from (f"OBS {remark.message}" for remark in plan.remarks)


def head(case: Case) -> Iterator[str]:
    """The fields of the head that the document states."""
    document = read(case)
    plan = outline(document.blocks)
    present = attendance(plan)
    names = Roster([person.name for person in present])
    found, remarks = header(document, plan, present, names, case.stated("Fil"))
    fields = {
        "slag": found.kind,
        "organ": found.body,
        "hos": found.organisation,
        "datum": found.date,
        "början": found.start and f"{found.start:%H:%M}",
        "slut": found.end and f"{found.end:%H:%M}",
        "plats": found.place,
        "ordförande": found.chair,
        "sekreterare": found.secretary,
        "justerare": ", ".join(found.adjusters),
    }
    yield from (f"{name}: {value}" for name, value in fields.items() if value)
    yield from (f"OBS {remark.message}" for remark in remarks)


def ahead(case: Case) -> Iterator[str]:
    """The meetings that the text announces."""
    plan: Outline = outline(read(case).blocks)
    own_body = case.stated("Organ") or None
    began = case.stated("Började")
    start = dt.time.fromisoformat(began) if began else None
    for meeting in meetings_ahead(plan.passages, plan.items, meeting_day(case), own_body, start):
        hour = f" {meeting.start:%H:%M}" if meeting.start else ""
        end = f"–{meeting.end:%H:%M}" if meeting.end else ""
        beside = "".join(f", {value}" for value in (meeting.place, meeting.note) if value)
        yield f"rad {meeting.source.first_line} {meeting.date}{hour}{end}{beside}"


def whole(case: Case) -> Iterator[str]:
    """Whether it is minutes, what is decided and promised, and the remarks on it all."""
    known = KnownPeople(tuple(_names(case.stated("Organet känner"))))
    found = recognise(read(case), people=known)
    if not found.header.is_minutes:
        yield "inget protokoll"
        return
    yield "protokoll"
    said = Statements(
        list(found.decisions), list(found.actions), list(found.watch_items), list(found.refusals)
    )
    yield from _statement_lines(said, dict(enumerate(case.source, 1)))
    yield from (f"OBS {remark.message}" for remark in found.remarks)


def kind(case: Case) -> Iterator[str]:
    """Whether the document is minutes, and of which kind; or which paper it is instead."""
    found = recognise(read(case)).header
    yield f"{found.kind}" if found.is_minutes else f"inget protokoll: {found.paper}"


def meetings(case: Case) -> Iterator[str]:
    """The meetings of the file: their lines, day and body, who was there, what was said."""
    found = recognise(read(case))
    for meeting in found.meetings or (found,):
        where = meeting.lines or Source(1, len(case.source))
        head = meeting.header
        yield f"möte rad {where.first_line}–{where.last_line} {head.date} {head.body or '–'}"
        for person in meeting.attendance:
            yield f"{_PRESENCE[person.presence]} {person.name}"
        said = Statements(list(meeting.decisions), list(meeting.actions))
        yield from _statement_lines(said, dict(enumerate(case.source, 1)))
        yield from (f"OBS {remark.message}" for remark in meeting.remarks)


def _names(text: str) -> Sequence[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


VIEWS: dict[str, View] = {
    "rader": lines_as_paragraphs,
    "datum": dates,
    "när": due,
    "klockslag": clock,
    "föreslagen dag": suggested,
    "personer": people,
    "kortnamn": short_forms,
    "stycken": blocks,
    "text": said_in_text,
    "närvaro": listed,
    "grupper": groups,
    "inställt": off,
    "punkter": items,
    "huvud": head,
    "möten": ahead,
    "helhet": whole,
    "slag": kind,
    "sammanträden": meetings,
}
