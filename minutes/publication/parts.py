"""From a public twin to the rows that lists, feeds and the search are made of."""

from collections.abc import Iterator

from minutes.justering.minutes_text import ClauseKind, Minutes
from minutes.publication.addresses import anchors, coming
from minutes.publication.tables import ComingMeeting, PartKind, PublishedPart


def parts_of(publication_id: int, twin: Minutes) -> Iterator[PublishedPart]:
    """A row for the head, one for each paragraph, and behind it one for each of its decisions."""
    for position, (kind, anchor, label, text) in enumerate(_parts(twin)):
        yield PublishedPart(
            publication_id=publication_id,
            kind=kind,
            position=position,
            anchor=anchor,
            label=label,
            text=text,
        )


def _parts(twin: Minutes) -> Iterator[tuple[PartKind, str, str, str]]:
    yield PartKind.MEETING, "", twin.title, _head(twin)
    for paragraph, anchor in zip(twin.paragraphs, anchors(twin.paragraphs), strict=True):
        yield PartKind.ITEM, anchor, paragraph.label, paragraph.text
        for each in paragraph.clauses:
            if each.kind is ClauseKind.DECISION:
                yield PartKind.DECISION, anchor, paragraph.label, each.quote or each.text


def _head(twin: Minutes) -> str:
    """Where it was and who was there, as one text to be searched."""
    people = (twin.chair, twin.secretary, *twin.adjusters, *(each.name for each in twin.attendees))
    return ", ".join(dict.fromkeys(filter(None, (twin.place, *people))))


def coming_of(publication_id: int, twin: Minutes) -> Iterator[ComingMeeting]:
    """A row for each meeting that the minutes announce with its day."""
    for each in coming(twin):
        yield ComingMeeting(
            publication_id=publication_id,
            date=each.date,
            start=each.start,
            end=each.end,
            place=each.place,
            note=each.note,
        )
