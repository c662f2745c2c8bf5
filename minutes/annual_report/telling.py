"""A year as its sections tell of it, and how days, lists and clauses are written. Pure."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from minutes.annual_report import markup
from minutes.annual_report.facts import ActionFact, DecisionFact, MeetingFact, Record, WatchFact
from minutes.annual_report.figures import Figures
from minutes.annual_report.importance import Weighed
from minutes.annual_report.markup import OF_BODY, footnote, plain
from minutes.annual_report.subjects import Subject, says_more
from minutes.annual_report.tables import Extent
from minutes.formatting import MONTHS
from minutes.recognition.findings import MinutesKind

DECISIONS_TOLD = {Extent.SHORT: 5, Extent.FULL: 15}
ROWS_TOLD = {Extent.SHORT: 5, Extent.FULL: 200}
_SAME = {
    MinutesKind.PROTOKOLL: "samma protokoll",
    MinutesKind.MINNESANTECKNINGAR: "samma anteckningar",
}
_OPENING_ATT = re.compile(r"^[Aa]tt\b")
# "Ronny tar frågan vidare": of what, only the point tells.
_REFERS_BACK = re.compile(
    r"\b(?:detta|dessa|frågan|frågorna|ärendet|ärendena|saken|det\s+här|den\s+här)\b", re.IGNORECASE
)
_UNFINISHED = re.compile(r"(?:[\s,;]+(?:och|samt))?[\s,;]*$")  # what led on to the next clause


@dataclass(slots=True)
class Year:
    """What the sections write about. `told`: action items that a section has told of already."""

    name: str
    record: Record
    figures: Figures
    decisions: Sequence[Weighed]
    subjects: Sequence[Subject]
    extent: Extent
    today: dt.date
    within: int | None = None  # the body, where the report is of several and this part of one
    level: int = 2  # of the headings
    told: set[int] = field(default_factory=set)

    @property
    def year(self) -> int:
        """Which year it is."""
        return self.figures.year

    @property
    def meetings(self) -> tuple[MeetingFact, ...]:
        """The meetings of the year."""
        return self.record.of_year(self.year)

    @property
    def unrecorded(self) -> Mapping[tuple[int, dt.date], MeetingFact]:
        """The announced meetings of which there are no minutes (Record.unrecorded)."""
        return self.record.unrecorded(self.year, self.today)

    @property
    def last_day(self) -> dt.date:
        """The last day of the year, or today while it goes on."""
        return min(self.today, dt.date(self.year, 12, 31))

    @property
    def is_over(self) -> bool:
        """Whether the whole year can be told of."""
        return self.today.year > self.year

    def is_late(self, due: dt.date) -> bool:
        """Whether what was due then and is still open is late."""
        return due < min(self.today, dt.date(self.year + 1, 1, 1))

    @property
    def is_short(self) -> bool:
        """Whether it is to fit on a page."""
        return self.extent is Extent.SHORT

    def ended(self, action: ActionFact) -> bool:
        """Whether it was done or dropped during the year."""
        return action.ended is not None and action.ended.year == self.year

    @property
    def of_several(self) -> bool:
        """Whether the report is of several bodies."""
        return self.within is not None or len(self.record.bodies) > 1

    def number(self, name: str) -> str:
        """A field with a number of the year, of what this part is about."""
        return markup.field(name, None if self.within is None else f"{OF_BODY}{self.within}")

    def held(self, meeting: MeetingFact) -> str:
        """When a meeting was, and of which body where there are several."""
        when = day(meeting.date, self.year)
        return f"{plain(meeting.body)} {when}" if len(self.record.bodies) > 1 else when

    def important(self) -> list[Weighed]:
        """The decisions that are told of, in order of time."""
        found = [each for each in self.decisions if each.is_important][
            : DECISIONS_TOLD[self.extent]
        ]
        return sorted(found, key=lambda each: (each.meeting.date, each.decision.id))


def day(of: dt.date, year: int) -> str:
    """The day as 12 april, with its year where that is another."""
    written = f"{of.day} {MONTHS[of.month - 1]}"
    return written if of.year == year else f"{written} {of.year}"


def days_of(held: Iterable[tuple[int, dt.date]], year: Year) -> str:
    """The days, (body, day), in order; with the bodies where they are several."""
    names = dict(year.record.bodies)
    several = len(names) > 1
    return listed(
        [
            f"{day(when, year.year)} ({plain(names[body])})" if several else day(when, year.year)
            for body, when in sorted(held, key=lambda each: (each[1], each[0]))
        ]
    )


def listed(words: Sequence[str]) -> str:
    """Words as in a sentence: a, b och c."""
    return " och ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def decision_line(
    meeting: MeetingFact, decision: DecisionFact, year: Year, *, with_point: bool = True
) -> str:
    """A decision in its own words, with its day and where it stands.

    with_point: the point is named where the words do not say what they are about.
    """
    begin, words = year.held(meeting), clause(decision.text)
    item = meeting.item(decision.item_id)
    if with_point and item and says_more(item.title, decision.text):
        begin = f"{begin}, {plain(item.title).rstrip('.:')}"
    words = _OPENING_ATT.sub("beslut att" if with_point else "att", words)
    return f"- {begin}: {words}{footnote(f'beslut-{decision.id}')}"


def action_line(
    meeting: MeetingFact, action: ActionFact, year: Year, *, with_point: bool = True
) -> str:
    """A promise in its own words, who gave it, and what has become of it.

    with_point: the point is named where the words only refer back to it.
    """
    owners = [each for each in action.owners if not _is_named(each, action.text)]
    whose = f"ansvarig {plain(listed(owners))}; " if owners else ""
    refers = with_point and _REFERS_BACK.search(action.text)
    about = _about(meeting, action.item_id, action.text) if refers else ""
    text = action.text
    if any(each.quote == action.quote for each in meeting.decisions):
        text = _OPENING_ATT.sub("Beslutet att", text)
    said = with_remark(text, f"{about}{whose}{_fate(meeting, action, year)}")
    return f"- {said}{footnote(f'åtgärd-{action.id}')}"


def watch_line(watch: WatchFact, year: Year) -> str:
    """A decision of others that is waited for: when and under which point it was spoken of."""
    meeting = next((each for each in year.record.meetings if each.id == watch.meeting_id), None)
    is_named = watch.whose.casefold() in watch.what.casefold()
    remarks = ["" if is_named else f"{plain(watch.whose)}; "]
    if meeting:
        remarks += [_about(meeting, watch.item_id, watch.what), f"från {year.held(meeting)}"]
    remark = "".join(remarks).removesuffix("; ")
    told = with_remark(watch.what, remark) if remark else clause(watch.what)
    came = f" Beslutet kom {day(watch.came, year.year)}." if watch.came else ""
    return f"- {told}{came}{footnote(f'bevakning-{watch.id}')}"


def _about(meeting: MeetingFact, item_id: int | None, text: str) -> str:
    """The point, where the words do not say what they are about."""
    item = meeting.item(item_id)
    return f"gäller ”{plain(item.title)}”; " if item and says_more(item.title, text) else ""


def with_remark(text: str, remark: str) -> str:
    """The words of the minutes, and in brackets what is to be known of them."""
    words = clause(text)
    if words.endswith(".") and not words.endswith(".."):
        return f"{words[:-1]} ({remark})."
    return f"{words} ({remark})"


def clause(text: str) -> str:
    """The words of the minutes as a sentence of a list."""
    words = _UNFINISHED.sub("", plain(text))
    begun = words[:1].upper() + words[1:]
    return begun if begun.endswith((".", "!", "?", ":", "…", "”")) else f"{begun}."


def only_once(lines: Iterable[str]) -> list[str]:
    """The lines without those that have come before."""
    return list(dict.fromkeys(lines))


def _fate(meeting: MeetingFact, action: ActionFact, year: Year) -> str:
    promised = year.held(meeting)
    if action.told_done:
        return f"från {promised}, klar enligt {_SAME[meeting.kind]}"
    if action.ended and action.ended <= year.last_day:
        end = "avförd" if action.dropped else "klar"
        when = day(action.ended, year.year)
        same = action.ended == meeting.date
        return f"från {promised}, {end} samma dag" if same else f"från {promised}, {end} {when}"
    if action.due is None:
        return f"från {promised}"
    due = day(action.due, year.year)
    said = re.search(rf"\b{due}\b", action.text)
    if said and not year.is_late(action.due):
        return f"från {promised}"
    late = "skulle ha varit klar" if year.is_late(action.due) else "ska vara klar"
    return f"från {promised}, {late} {due}"


def _is_named(owner: str, text: str) -> bool:
    return owner.split()[0].casefold() in text.casefold()


def without(
    actions: Iterable[tuple[MeetingFact, ActionFact]], told: Collection[int]
) -> list[tuple[MeetingFact, ActionFact]]:
    """The action items that have not been told of."""
    return [(meeting, action) for meeting, action in actions if action.id not in told]
