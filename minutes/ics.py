"""A calendar as iCalendar (RFC 5545), for every calendar program. Entries in, bytes out. Pure."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from icalendar import Calendar, Event

from minutes.swedish_time import STOCKHOLM

# Ours, so that nobody else's keys give the same ids.
_CALENDAR = uuid.UUID("0b6a51a5-5a4e-5a45-b1a5-b0a2a3a1a0c4")
REFRESH = dt.timedelta(hours=6)
USUAL_LENGTH = dt.timedelta(hours=2)  # of a meeting whose end nobody has said


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a calendar. `key` is always the same for the same thing.

    Without a start it takes the whole day. A cancelled one is struck out by the programs that
    have it, and says so in its title to those that do not know how.
    """

    key: str
    title: str
    day: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    about: str = ""
    busy: bool = True
    cancelled: bool = False


def written(
    key: str, name: str, entries: Sequence[Entry], at: dt.datetime, *, method: str | None = None
) -> bytes:
    """The calendar with its entries, as it is at the moment; its key and theirs never change.

    method: what a program does with one that came by mail (RFC 5546). Such a one is a meeting and
    no calendar: of one with a name, Outlook makes a calendar beside one's own.
    """
    calendar = Calendar.new(prodid="-//Minutes//Minutes//SV", language="sv", uid=_id(key))
    if method is not None:
        calendar.add("METHOD", method)
    else:
        calendar.calendar_name = name
        calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})  # RFC 7986
    for entry in entries:
        event = _event(entry, at)
        if method is not None:  # the later mail about a thing is the one that counts
            event.add("SEQUENCE", int(at.timestamp()) // 60)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: Entry, at: dt.datetime) -> Event:
    event = Event()
    event.add("UID", _id(entry.key))
    event.add("DTSTAMP", at.astimezone(dt.UTC))
    event.add("SUMMARY", f"Inställt: {entry.title}" if entry.cancelled else entry.title)
    if entry.cancelled:
        event.add("STATUS", "CANCELLED")
    if entry.start is None:
        event.add("DTSTART", entry.day)
        event.add("DTEND", entry.day + dt.timedelta(days=1))
    else:
        begins = dt.datetime.combine(entry.day, entry.start, STOCKHOLM)
        ends = dt.datetime.combine(entry.day, entry.end, STOCKHOLM) if entry.end else begins
        event.add("DTSTART", begins)
        event.add("DTEND", ends if ends > begins else begins + USUAL_LENGTH)
    event.add("TRANSP", "OPAQUE" if entry.busy and not entry.cancelled else "TRANSPARENT")
    for field, value in (("LOCATION", entry.place), ("DESCRIPTION", entry.about)):
        if value:
            event.add(field, value)
    return event


def _id(key: str) -> str:
    return f"{uuid.uuid5(_CALENDAR, key)}@minutes"
