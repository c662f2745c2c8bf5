"""The hour and the place of a meeting to come, on lines of their own below its day."""

import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.findings import AnnouncedMeeting
from minutes.recognition.language.clock import clock_span
from minutes.recognition.language.vocabulary import FIELD_LABELS
from minutes.recognition.layout.labels import label_of

_HOUR = regex(
    r"(?:tid\s*[:–-]?\s*)?(?:(?:kl|klockan)\b|\d{1,2}[.:]\d\d\b)[^a-zåäö]*", re.IGNORECASE
)
_LONGEST = 60  # characters of a place


def told_below(meeting: AnnouncedMeeting, text: str) -> AnnouncedMeeting | None:
    """The meeting with what the line below it tells, "Kl 15.00", "Plats: Rådhuset"; else None."""
    if meeting.start is None and _HOUR.fullmatch(text.strip()):
        start, end = clock_span(text)
        return replace(meeting, start=start, end=end) if start else None
    label, _, value = text.partition(":")
    place = value.strip(" .")
    if FIELD_LABELS.get(label_of(label)) == "place" and meeting.place is None:
        return replace(meeting, place=place) if 0 < len(place) < _LONGEST else None
    return None
