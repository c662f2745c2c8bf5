"""What was recognised in a document, as a person likes to read it in a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from minutes.formatting import clock_times, counted, long_date
from minutes.reading.blocks import ReadDocument, Source
from minutes.recognition.findings import (
    ActionItem,
    ActionStatus,
    Attendee,
    Decision,
    Header,
    PaperKind,
    Presence,
    Recognition,
    Refusal,
    RefusedKind,
    WatchItem,
    confidence_word,
)

PRESENCE = {
    Presence.PRESENT: "Närvarande",
    Presence.ABSENT: "Förhinder",
    Presence.COPY: "Kopia till",
}
CONFIDENCE = {"säker": "green", "trolig": "yellow", "osäker": "red"}
Found = Decision | ActionItem | WatchItem
CONTEXT = 60  # characters of the source around a finding


def report(filename: str, document: ReadDocument, recognition: Recognition) -> RenderableType:
    """Header, attendance, items with what was found in them, refusals and remarks."""
    title = Rule(Text(filename, "bold"), style="cyan", align="left")
    several = recognition.meetings
    if not several:
        return Group(title, *_meeting(document, recognition))
    parts: list[RenderableType] = [
        title,
        Text(f"Filen innehåller protokoll från {len(several)} möten.\n", "bold"),
    ]
    for number, meeting in enumerate(several, 1):
        where = f", {_lines(meeting.lines)}" if meeting.lines else ""
        parts.append(Rule(Text(f"Möte {number} av {len(several)}{where}"), align="left"))
        parts += _meeting(document, meeting)
    return Group(*parts)


def _meeting(document: ReadDocument, recognition: Recognition) -> Iterator[RenderableType]:
    if not recognition.header.is_minutes:
        paper = recognition.header.paper
        known = paper and paper is not PaperKind.OTHER
        is_a = f" Det ser ut att vara en handling av slaget {paper}." if known else ""
        yield Text(f"Det här ser inte ut att vara ett protokoll från ett möte.{is_a}", "yellow")
    yield _header(recognition.header)
    if recognition.attendance:
        yield _attendance(recognition.attendance)
    yield from _items(document, recognition)
    yield from _ahead(recognition)
    yield from _refusals(recognition.refusals)
    yield from _remarks(document, recognition)
    yield _summary(recognition)


def _header(header: Header) -> Table:
    rows = (
        ("Organ", ", ".join(part for part in (header.body, header.organisation) if part)),
        ("Sort", header.kind.value.capitalize() if header.kind else ""),
        ("Datum", long_date(header.date) if header.date else ""),
        ("Tid", clock_times(header.start, header.end)),
        ("Plats", header.place or ""),
        ("Ordförande", header.chair or ""),
        ("Sekreterare", header.secretary or ""),
        ("Justerare", ", ".join(header.adjusters)),
    )
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for name, value in rows:
        table.add_row(name, Text(value) if value else Text("–", "dim"))
    return table


def _attendance(attendance: Iterable[Attendee]) -> RenderableType:
    groups: dict[Presence, list[str]] = {}
    for attendee in attendance:
        beside = ", ".join(part for part in (attendee.role, attendee.organisation) if part)
        written = f"{attendee.name} ({beside})" if beside else attendee.name
        groups.setdefault(attendee.presence, []).append(written)
    lines = Text("\n")
    for presence, label in PRESENCE.items():
        if presence in groups:
            names = groups[presence]
            lines.append(f"{label} ({len(names)}): ", "bold").append("; ".join(names) + "\n")
    lines.rstrip()
    return lines


def _items(document: ReadDocument, recognition: Recognition) -> Iterator[RenderableType]:
    by_item: dict[str | None, list[Found]] = {}
    known = {item.id for item in recognition.items}
    findings: list[Found] = [
        *recognition.decisions,
        *recognition.actions,
        *recognition.watch_items,
    ]
    for found in sorted(findings, key=_source):
        by_item.setdefault(found.item if found.item in known else None, []).append(found)
    for found in by_item.get(None, ()):
        yield _finding(document, found)
    for item in recognition.items:
        title = Text("\n").append(f"{item.number or '•'} ", "bold cyan").append(item.title, "bold")
        title.append(f"  {_lines(item.source)}", "dim")
        yield title
        for found in by_item.get(item.id, ()):
            yield _finding(document, found)


def _source(finding: Found) -> Source:
    return finding.source


def _finding(document: ReadDocument, finding: Found) -> RenderableType:
    word = confidence_word(finding.confidence)
    head = Text()
    if isinstance(finding, ActionItem):
        done = finding.status is ActionStatus.DONE
        head.append("ÅTGÄRD", "bold yellow").append(" klar" if done else "", "green")
    elif isinstance(finding, WatchItem):
        head.append("BEVAKA", "bold magenta")
    else:
        head.append("BESLUT", "bold blue")
    head.append(f"  {finding.text}")
    parts: list[RenderableType] = [head]
    if isinstance(finding, ActionItem):
        parts.append(_owner_and_due(finding))
    if isinstance(finding, WatchItem):
        parts.append(_whose_and_when(finding))
    foot = Text(f"{_lines(finding.source)} ", "dim").append(word, CONFIDENCE[word])
    foot.append(f"  {finding.reason}", "dim")
    parts.append(foot)
    around = _around(document, finding)
    if around is not None:
        parts.append(around)
    return Padding(Group(*parts), (0, 0, 0, 3))


def _owner_and_due(action: ActionItem) -> Text:
    line = Text("Ansvarig: ", "dim")
    line.append(", ".join(action.owners) or "ingen nämnd", "default" if action.owners else "red")
    if action.due or action.due_text:
        line.append("   Klart senast: ", "dim")
        line.append(long_date(action.due) if action.due else f"”{action.due_text}”")
    if action.due_suggested:
        line.append(f"   (förslag: {long_date(action.due_suggested)})", "dim")
    return line


def _whose_and_when(watch: WatchItem) -> Text:
    line = Text("Organ: ", "dim").append(watch.body or "inget nämnt")
    if watch.date or watch.date_text:
        line.append("   När: ", "dim")
        line.append(long_date(watch.date) if watch.date else f"”{watch.date_text}”")
    if watch.check_day:
        line.append(f"   (se efter: {long_date(watch.check_day)})", "dim")
    return line


def _around(document: ReadDocument, finding: Found) -> Text | None:
    """The finding's words where they stand in the source; None where they are all of it."""
    source = finding.source
    line = " ".join(" ".join(document.transcript[source.first_line - 1 : source.last_line]).split())
    before, quote, after = line.partition(" ".join(finding.quote.split()))
    if not quote or line == finding.text:
        return None
    before = before if len(before) <= CONTEXT else "…" + before[-CONTEXT:]
    after = after if len(after) <= CONTEXT else after[:CONTEXT] + "…"
    return Text("│ ", "dim").append(before, "dim").append(quote, "dim bold").append(after, "dim")


def _lines(source: Source) -> str:
    if source.first_line == source.last_line:
        return f"rad {source.first_line}"
    return f"rad {source.first_line}–{source.last_line}"


def _ahead(recognition: Recognition) -> Iterator[RenderableType]:
    if recognition.meetings_ahead:
        yield Text("\nKommande möten", "bold magenta")
    for meeting in recognition.meetings_ahead:
        parts = (
            long_date(meeting.date) if meeting.date else meeting.note or "",
            clock_times(meeting.start, meeting.end),
            meeting.place or "",
        )
        line = Text("   ").append("  ".join(part for part in parts if part))
        yield line.append(f"  {_lines(meeting.source)}", "dim")


def _refusals(refusals: Iterable[Refusal]) -> Iterator[RenderableType]:
    every = list(refusals)
    proposals = [each for each in every if each.kind is RefusedKind.PROPOSAL]
    if proposals:
        yield Text("\nFörslag utan antecknat beslut", "bold yellow")
    for proposal in proposals:
        line = Text(f"   {_lines(proposal.source)} ", "dim")
        yield line.append(f"”{proposal.quote}”")
    refusals = [each for each in every if each not in proposals]
    if refusals:
        yield Text(f"\nLiknande ställen som inte togs med ({len(refusals)})", "bold dim")
    for refusal in refusals:
        kind = "beslut" if refusal.kind is RefusedKind.DECISION else "åtgärd"
        line = Text(f"   {_lines(refusal.source)} ", "dim").append(f"”{refusal.quote}”", "dim")
        yield line.append(f"  inte {kind}: {refusal.reason}", "dim italic")


def _remarks(document: ReadDocument, recognition: Recognition) -> Iterator[RenderableType]:
    of_file = () if recognition.lines else document.remarks
    remarks = dict.fromkeys((*of_file, *recognition.remarks))
    if remarks:
        yield Text("\nAtt se över", "bold red")
    for remark in remarks:
        where = f"  {_lines(remark.source)}" if remark.source else ""
        yield Text("   ").append(remark.message).append(where, "dim")


def _summary(recognition: Recognition) -> Text:
    owned = sum(1 for action in recognition.actions if action.owners)
    return Text("\n").append(
        f"{counted(len(recognition.decisions), 'beslut', 'beslut')}, "
        f"{counted(len(recognition.actions), 'åtgärd', 'åtgärder')} ({owned} med ansvarig), "
        f"{counted(len(recognition.items), 'punkt', 'punkter')}.\n",
        "bold",
    )
