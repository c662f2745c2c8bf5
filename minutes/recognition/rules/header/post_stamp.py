"""When a page of the web or a forum was written: neither its hour nor its day is the meeting's."""

import datetime as dt
import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.layout.outline import Outline, Zone

_HOUR = r"\d{1,2}[.:](?P<minute>[0-5]\d)(?P<seconds>[.:][0-5]\d)?"
_POSTED = regex(
    rf"(?:skrive[tn]|starta[td]|posta[td]|publicera[td]|inlag[td]|upplag[td]|skapa[td]|posted|published|created)\b.{{0,90}}\b{_HOUR}",
    re.IGNORECASE,
)
_ONLY_HOUR = regex(rf"\W*(?:kl\.?\s)?{_HOUR}\W*", re.IGNORECASE)
_ANY_DAY = dt.date(2000, 1, 1)
_LONGEST = 120  # characters
_ROUND = 5  # minutes: at 11.53 no meeting is called


def is_post_stamp(text: str) -> bool:
    """Whether the line says when something was put on the web: "2026-03-04, 11:53", "Startat av Bo, …"."""
    if len(text) > _LONGEST:
        return False
    if _POSTED.fullmatch(text):
        return True
    days = date_mentions(text, _ANY_DAY)
    beside = text[: days[0].start] + text[days[0].end :] if len(days) == 1 else ""
    hour = _ONLY_HOUR.fullmatch(beside)
    return bool(hour and (hour["seconds"] or int(hour["minute"]) % _ROUND))


def without_post_stamps(outline: Outline) -> Outline:
    """The outline without such lines in its head, where another line there has a day."""
    head = outline.in_zone(Zone.HEAD)
    stamps = [passage for passage in head if is_post_stamp(passage.block.text)]
    dated = (date_mentions(p.block.text, None) for p in head if p not in stamps)
    if not stamps or not any(dated):
        return outline
    return replace(outline, passages=tuple(p for p in outline.passages if p not in stamps))
