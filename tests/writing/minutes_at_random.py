"""Invented minutes, made at random, and the facts that any reading of them must find."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from minutes.formatting import clock_time, clock_times
from minutes.justering.minutes_text import (
    Announced,
    Attendee,
    Clause,
    ClauseKind,
    Minutes,
    Paragraph,
    TextKind,
)
from minutes.recognition.findings import ActionItem, Presence, Recognition

GIVEN = ("Maja", "Ronny", "Siv", "Bo", "Eva-Lena", "Nils", "Åsa", "Örjan", "Karin", "Lars", "Ulla")
FAMILY = ("Almgren", "Wretling", "Strömblad", "Ekdahl", "von Rosenqvist", "Öman", "Bergö")
ROLES = ("", "ordförande", "vice ordförande", "ledamot", "ersättare", "sekreterare", "revisor")
HOMES = ("", "Tallmo by", "Region Sjöland", "Byggkontoret")
NOTES = ("", "till och med § 3", "från och med § 2", "deltog digitalt")
TITLES = (
    "Mötets öppnande", "Grus på Norra vägen", "Lampor [bortre delen]", "Bron: anbud & avtal",
    "Ekonomi | första kvartalet", "Medlemsfrågor", "Snöröjning 2027", "Övriga frågor",
)  # fmt: skip
SPOKEN = (
    "Ordföranden hälsade alla välkomna.",
    "Tre offerter hade kommit in, på mellan 40 000 och 52 000 kronor.",
    "Det konstaterades att vägen är sämre än i fjol.",
    "Frågan diskuterades länge.",
    "Läget är oförändrat sedan i våras.",
)
DECIDED = (
    "att anta anbudet från Grus & Berg",
    "att två lampor sätts upp vid bron.",
    "att godkänna redovisningen",
    "att höja avgiften till 450 kronor per år.",
    "att bordlägga ärendet till nästa möte",
    "Styrelsen beslutar att avslå ansökan.",
)
TASKS = (
    "Beställa gruset av den billigaste leverantören",
    "Ringa kommunen om bidraget. Berätta också om bron.",
    "@Ronny skickar sammanställningen till medlemmarna",
    "Ta fram ett förslag till avtal",
    "Siv Strömblad mäter upp vägen",
    "Sätta upp skyltar vid infarten",
)
DUES = (
    "", "2026-12-24", "2027-01-15", "till nästa möte (2026-12-24)", "under våren",
    "2026-12-01 (2026-12-01)",
)  # fmt: skip
PAPERS = ("Bilaga 1: Offert från Grus & Berg", "Bilaga 2: Karta")
NUMBERS = ("§ {}", "{}.", "§ {}/26")

names = st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(FAMILY))
times = st.times(min_value=dt.time(8), max_value=dt.time(20)).map(clock_time)


def attendees(name: str) -> st.SearchStrategy[Attendee]:
    return st.builds(
        Attendee,
        st.sampled_from(Presence),
        st.just(name),
        st.sampled_from(ROLES),
        st.sampled_from(HOMES),
        st.sampled_from(NOTES),
    )


decisions = st.sampled_from(DECIDED).map(lambda quote: Clause(ClauseKind.DECISION, quote, quote))


@st.composite
def actions(draw: st.DrawFn, people: list[str]) -> Clause:
    quote = draw(st.sampled_from(TASKS))
    owners = draw(st.lists(st.sampled_from(people), max_size=2, unique=True))
    due = draw(st.sampled_from(DUES))
    done = draw(st.booleans())
    return Clause(ClauseKind.ACTION, quote, quote, tuple(owners), due, done)


@st.composite
def paragraphs(draw: st.DrawFn, people: list[str], number: str, depth: int) -> Paragraph:
    clauses = draw(
        st.lists(st.one_of(decisions, actions(people)), max_size=4, unique_by=lambda c: c.quote)
    )
    spoken = draw(st.lists(st.sampled_from(SPOKEN), max_size=3, unique=True))
    # The words of what is decided and promised stand in the running text, as in a register.
    said = draw(st.permutations([*spoken, *(each.quote for each in clauses)]))
    ordered = sorted(clauses, key=lambda each: said.index(each.quote))
    return Paragraph(
        number, draw(st.sampled_from(TITLES)), depth, "\n\n".join(said), tuple(ordered)
    )


@st.composite
def minutes(draw: st.DrawFn) -> Minutes:
    day = draw(st.dates(dt.date(2026, 9, 1), dt.date(2026, 11, 30)))
    people = draw(st.lists(names, min_size=3, max_size=7, unique=True))
    start = draw(times)
    shape = draw(st.sampled_from(NUMBERS))
    first = draw(st.integers(1, 90))
    points: list[Paragraph] = []
    for number in range(first, first + draw(st.integers(1, 5))):
        points.append(draw(paragraphs(people, shape.format(number), 0)))
        if draw(st.booleans()):
            points.append(draw(paragraphs(people, "", 1)))
    loose = draw(st.lists(st.one_of(decisions, actions(people)), max_size=2))
    if loose:
        points.append(Paragraph(clauses=tuple(loose)))
    ahead = draw(st.lists(st.integers(10, 300), max_size=2, unique=True))
    return Minutes(
        body="Vägstyrelsen",
        organisation="Tallmo vägförening",
        kind=draw(st.sampled_from((TextKind.PROTOKOLL, TextKind.MINNESANTECKNINGAR))),
        title=draw(st.sampled_from(("Protokoll Vägstyrelsen", "Minnesanteckningar från mötet"))),
        date=day,
        start=start,
        end=draw(st.sampled_from(("", "21.30"))),
        place=draw(st.sampled_from(("", "Bygdegården", "Norra skolan, sal 3"))),
        chair=people[0],
        secretary=people[1],
        adjusters=tuple(draw(st.lists(st.sampled_from(people), max_size=2, unique=True))),
        attendees=tuple(draw(attendees(name)) for name in people),
        paragraphs=tuple(points),
        attachments=tuple(draw(st.lists(st.sampled_from(PAPERS), max_size=2, unique=True))),
        ahead=tuple(_meeting(day + dt.timedelta(days=days)) for days in sorted(ahead)),
    )


def _meeting(day: dt.date) -> Announced:
    return Announced(f"{day.isoformat()} 18.00–20.00", "Bygdegården")


def facts_of(made: Minutes) -> dict[str, Any]:
    """The facts of the minutes."""
    titled = [each for each in made.paragraphs if each.title]
    # What is of no point comes first, as in the file.
    placed = [(-1, each) for each in made.paragraphs if not each.title] + list(enumerate(titled))
    return {
        "head": (
            made.title, made.date, made.start, made.end, made.place, made.chair, made.secretary,
            made.adjusters,
        ),
        "people": sorted(
            (each.presence, each.name, each.role, each.organisation, each.note)
            for each in made.attendees
        ),
        "items": [(each.number.rstrip("."), each.title) for each in titled],
        "decisions": [
            (place, clause.quote)
            for place, each in placed
            for clause in each.clauses
            if clause.kind is ClauseKind.DECISION
        ],
        "actions": [
            (place, clause.quote, clause.owners, clause.due, clause.done)
            for place, each in placed
            for clause in each.actions
        ],
        "ahead": [(each.when, each.place) for each in made.ahead],
        "attachments": list(made.attachments),
    }  # fmt: skip


def facts_read(found: Recognition) -> dict[str, Any]:
    """The same facts, as our own reading found them."""
    head = found.header
    place = {item.id: number for number, item in enumerate(found.items)} | {None: -1}
    return {
        "head": (
            head.title, head.date, _clock(head.start), _clock(head.end), head.place or "",
            head.chair or "", head.secretary or "", head.adjusters,
        ),
        "people": sorted(
            (each.presence, each.name, each.role or "", each.organisation or "", each.note or "")
            for each in found.attendance
        ),
        "items": [((each.number or "").rstrip("."), each.title) for each in found.items],
        "decisions": [(place[each.item], each.quote) for each in found.decisions],
        "actions": [
            (
                place[each.item],
                each.quote,
                each.owners,
                _due(each),
                each.status.value == "done",
            )
            for each in found.actions
        ],
        "ahead": [
            (f"{each.date} {clock_times(each.start, each.end)}".strip(), each.place or "")
            for each in found.meetings_ahead
        ],
        "attachments": [": ".join(filter(None, (a.label, a.title))) for a in found.attachments],
    }  # fmt: skip


def _due(action: ActionItem) -> str:
    day = action.due.isoformat() if action.due else ""
    words = action.due_text or ""
    return f"{words} ({day})" if words and day else words or day


def _clock(at: dt.time | None) -> str:
    return clock_time(at) if at else ""
