"""From a public twin to the rows that lists, feeds and the search are made of."""

from collections.abc import Iterator

from minutes.justering.minutes_text import ClauseKind, Minutes
from minutes.publication.addresses import anchors, coming
from minutes.publication.tables import ComingMeeting, PartKind, PublishedPart


def parts_of(publication_id: int, twin: Minutes) -> Iterator[PublishedPart]:
    """A row for each paragraph, and behind it one for each of its decisions."""
    position = 0
    for paragraph, anchor in zip(twin.paragraphs, anchors(twin.paragraphs), strict=True):
        decisions = [each for each in paragraph.clauses if each.kind is ClauseKind.DECISION]
        texts = [(PartKind.ITEM, paragraph.text)]
        texts += [(PartKind.DECISION, each.quote or each.text) for each in decisions]
        for kind, text in texts:
            yield PublishedPart(
                publication_id=publication_id,
                kind=kind,
                position=position,
                anchor=anchor,
                label=paragraph.label,
                text=text,
            )
            position += 1


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
