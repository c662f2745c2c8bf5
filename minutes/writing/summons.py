"""The kallelse to a meeting as a document, as an entry in a calendar, and as mails. Facts in."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from minutes import ics
from minutes.formatting import clock_time, clock_times, date_with_weekday, long_date
from minutes.justering.minutes_text import Minutes, Paragraph, TextKind
from minutes.justering.sheet import Layout, Sheet
from minutes.people.tables import Body, MeetingWord
from minutes.writing.tables import AgendaPoint, Sitting

KIND = "kallelse"
HEADING = "Kallelse"
CALLED_OFF = "Inställt"


@dataclass(frozen=True, slots=True)
class Summons:
    """Everything that a kallelse says. `chair` and `secretary` are who sends it; `called_off` is
    why the meeting is inställt, empty where it is to be held. `replies_to` is who reads a reply to
    the mail: a name and an address, empty where nobody does.
    """

    body: Body
    sitting: Sitting
    points: Sequence[AgendaPoint]
    chair: str = ""
    secretary: str = ""
    called_off: str = ""
    replies_to: tuple[str, str] = ("", "")

    @property
    def heading(self) -> str:
        """What kind of message it is."""
        return CALLED_OFF if self.called_off else HEADING

    @property
    def title(self) -> str:
        """Kallelse till sammanträde: Utbildningsnämnden 2 december 2026; Inställt sammanträde: …"""
        return f"{self._what}: {self.body.name} {long_date(self.sitting.date)}"

    @property
    def subject(self) -> str:
        """The title for who is called to the meetings of several boards."""
        return f"{self._what}: {self.body.full_name}, {long_date(self.sitting.date)}"

    @property
    def _what(self) -> str:
        word = "sammanträde" if self.body.meeting_word is MeetingWord.SAMMANTRADE else "möte"
        return f"{CALLED_OFF} {word}" if self.called_off else f"{HEADING} till {word}"

    @property
    def when(self) -> str:
        """The day of the week, the day and the times, in words."""
        day = date_with_weekday(self.sitting.date)
        if self.sitting.start is None:
            return day
        return f"{day} kl. {clock_times(self.sitting.start, self.sitting.end)}"

    @property
    def lines(self) -> list[str]:
        """The points with their numbers, a line each."""
        return [f"{number}. {each.title}" for number, each in enumerate(self.points, 1)]


def sheet_of(summons: Summons) -> Sheet:
    """The document, to be written as Word and PDF as the minutes themselves are."""
    sitting, body = summons.sitting, summons.body
    minutes = Minutes(
        body=body.name,
        organisation=body.organisation,
        kind=TextKind(sitting.kind.value),
        title=summons.title,
        date=sitting.date,
        start=clock_time(sitting.start) if sitting.start else "",
        end=clock_time(sitting.end) if sitting.end else "",
        place=sitting.place,
        chair=summons.chair,
        secretary=summons.secretary,
        paragraphs=tuple(
            Paragraph(f"{number}.", each.title, 0, each.text)
            for number, each in enumerate(summons.points, 1)
        ),
    )
    return Sheet(
        minutes=minutes,
        signatures=(),
        layout=Layout.END,
        initials=False,
        fingerprint="",
        heading=summons.heading,
    )


def calendar_of(summons: Summons, at: dt.datetime, *, by_mail: bool = False) -> bytes:
    """The meeting as an entry with its agenda; the same key each time, so that a program moves
    the one that it has.
    """
    sitting = summons.sitting
    entry = ics.Entry(
        key=f"sitting:{sitting.id}",
        title=f"{summons.body.full_name}: {summons.body.meeting_word.value}",
        day=sitting.date,
        start=sitting.start,
        end=sitting.end,
        place=sitting.place,
        about=summons.called_off or "\n".join(summons.lines),
        cancelled=bool(summons.called_off),
    )
    name = summons.body.full_name
    method = "PUBLISH" if by_mail else None
    return ics.written(f"kallelse:{sitting.id}", name, [entry], at, method=method)
