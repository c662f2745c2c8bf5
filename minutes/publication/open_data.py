"""What is published as data: a meeting as values for JSON, and as the rows of a table."""

from collections.abc import Iterator
from typing import Any

from minutes.justering.canonical import read_canonical
from minutes.justering.minutes_text import ClauseKind, Minutes
from minutes.publication.data_queries import Published
from minutes.publication.showing import Point, points_of
from minutes.recognition.findings import Presence

HEADINGS = ("Organ", "Organisation", "Datum", "Adress", "Paragraf", "Rubrik", "Slag", "Text")
_PRESENCE = {
    Presence.PRESENT: "närvarande",
    Presence.ABSENT: "förhinder",
    Presence.COPY: "kopia",
}


def as_values(published: Published, base_url: str) -> dict[str, Any]:
    """The meeting, its paragraphs, decisions and action items."""
    twin = read_canonical(published.text)
    address = f"{base_url}{published.path}"
    return {
        "adress": address,
        "organ": published.body,
        "organisation": published.organisation,
        "rubrik": twin.title,
        "slag": twin.kind.value,
        "datum": twin.date.isoformat(),
        "plats": twin.place,
        "ordförande": twin.chair,
        "sekreterare": twin.secretary,
        "justerat": published.justerat_on.isoformat(),
        "publicerat": published.published_at.isoformat(timespec="seconds"),
        "version": published.version,
        "deltagare": _attendees(twin),
        "paragrafer": [_paragraph(point, address) for point in points_of(twin)],
        "rättelser": [
            {"ställe": each.place, "löd": each.before, "ska lyda": each.after}
            for each in twin.corrections
        ],
    }


def as_rows(published: Published, base_url: str) -> Iterator[tuple[str, ...]]:
    """A row for each paragraph, decision and action item, under HEADINGS."""
    twin = read_canonical(published.text)
    head = (published.body, published.organisation, twin.date.isoformat())
    for point in points_of(twin):
        paragraph = point.paragraph
        place = (f"{base_url}{published.path}#{point.anchor}", paragraph.number, paragraph.title)
        yield (*head, *place, "paragraf", paragraph.text)
        for clause in paragraph.clauses:
            yield (*head, *place, clause.kind.value, clause.quote or clause.text)


def _attendees(twin: Minutes) -> list[dict[str, str]]:
    return [
        {
            "namn": each.name,
            "roll": each.role,
            "från": each.organisation,
            "närvaro": _PRESENCE[each.presence],
        }
        for each in twin.attendees
    ]


def _paragraph(point: Point, address: str) -> dict[str, Any]:
    paragraph = point.paragraph
    return {
        "adress": f"{address}#{point.anchor}",
        "nummer": paragraph.number,
        "rubrik": paragraph.title,
        "text": paragraph.text,
        "beslut": _said(point, ClauseKind.DECISION),
        "åtgärder": _said(point, ClauseKind.ACTION),
    }


def _said(point: Point, kind: ClauseKind) -> list[str]:
    return [each.quote or each.text for each in point.paragraph.clauses if each.kind is kind]
