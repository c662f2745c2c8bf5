"""Meetings to come that a point is about: "Årsmötet – datum och ansvar", "5. Vårmöte 8 april kl. 18"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.recognition.findings import AnnouncedMeeting, Item
from minutes.recognition.language.clock import clock_behind_day
from minutes.recognition.language.dates import LONG_WEEKDAY, date_mentions
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import A_MEETING

_ANY_DAY = dt.date(2000, 1, 1)  # only to see that a day is named
_MEETING = rf"(?:[a-zåäö-]+{A_MEETING}|årsmötes?stämma)[nt]?"
# "Årsstämman" or "Årsmötet – ansvar" as a title: a day alone below it is that of the meeting.
_MEETING_TITLE = regex(rf"(?:{_MEETING}\s*\d*\.?|möte[nt]?)(?:\s*[–:,-].*)?", re.IGNORECASE)
_FIXED = regex(
    r"\b(?:datum(?:et)?\s+(?:är|blir|spika\w*|bestäm\w*|sat\w*|fastställ\w*)|äger\s+rum|hålls|blir)\b"
)
_DAY_ALONE = regex(
    rf"(?:(?:datum|dag|tid|när):?\s)?(?:(?:{LONG_WEEKDAY})(?:en)?,?\s+)?(?:den\s+)?\d"
)
# "21 april: kallelsen skickas" is of what is done before the meeting.
_BEHIND_DAY = regex(
    r"\s*(?:[.;(]|$|,?\s*(?:kl|klockan|från|i|på|hos|hemma|via|vid)\b|,?\s*\d\d?[.:]\d\d)"
)
# A title that has the day in it: of this body's meetings, "Föräldramöte 4 maj" is the school's.
_OWN = regex(
    r"(?:§?\s?\d{1,2}[.)]?\s+)?(?:(?:(?:nästa|nytt)\s\w*(?:möte|träff|sammanträde|stämma)"
    r"|(?:(?:nytt|extra|nästa|kommande)\s)?(?:extra\s|ordinarie\s)?"
    rf"(?:års|höst|vår|medlems|styrelse|förenings|stor|planerings|konstituerande\s|sommar|vinter){A_MEETING})[nt]?)[\s,:–-]+"
    rf"(?:(?:den|blir|hålls|är|till|på|v(?:ecka|\.)?\s?\d\d?)\s|(?:{LONG_WEEKDAY}|mån|tis|ons|tors?|fre|lör|sön)(?:en)?[.,]?\s)*(?=\d)",
    re.IGNORECASE,
)


def is_of_meeting(title: str) -> bool:
    """Whether the point is about a meeting, and nothing else stands before it in the title."""
    return bool(_MEETING_TITLE.fullmatch(title))


def fixes_day(text: str) -> bool:
    """Whether a line below such a title says when: "Datum blir 4 maj", "Tisdag 4 maj kl. 18"."""
    folded = text.casefold()
    if _FIXED.search(folded):
        return True
    days = date_mentions(text, _ANY_DAY) if _DAY_ALONE.match(folded) else ()
    if not days or tells(text.partition(". ")[0]):
        return False
    return text[: days[0].end].endswith(".") or bool(_BEHIND_DAY.match(folded, days[0].end))


def in_titles(items: Sequence[Item], base: dt.date | None) -> Iterator[AnnouncedMeeting]:
    """The meetings of which a title has the day: "5. Vårmöte den 8 april, kl. 18"."""
    for item in items:
        own = _OWN.match(item.title)
        days = date_mentions(item.title, base) if own else ()
        if own and days and days[0].start <= own.end():
            start, end = clock_behind_day(item.title[days[0].end :])
            yield AnnouncedMeeting(days[0].date, item.source, start, end)
