"""The feeds of the public site: what was published or taken back, and the meetings."""

from collections.abc import Sequence

from sqlmodel import Session

from minutes import ics
from minutes.formatting import long_date
from minutes.publication import atom, data_queries
from minutes.publication.data_queries import Told
from minutes.publication.public_coming import Coming
from minutes.publication.public_lists import ListedMeeting
from minutes.publication.tables import PublicationState

ALSO_TOLD = "also_told"  # the extension that tells what later stages have published, as told()


def told(session: Session, base_url: str, body_id: int | None = None) -> list[atom.Entry]:
    """What was published for everybody and what of it was taken back, the latest first."""
    return [_entry(each, base_url) for each in data_queries.told(session, body_id)]


def _entry(each: Told, base_url: str) -> atom.Entry:
    title, summary = each.title, f"{each.body} {long_date(each.date)}."
    if each.state is PublicationState.WITHDRAWN:
        # Not its title: it may be what was wrong with it.
        title = f"{each.body} {long_date(each.date)}: publiceringen är tillbakatagen"
        summary = f"Skälet: {each.reason}"
    elif each.changes:
        summary += f" Ändrat: {each.changes}"
    return atom.Entry(
        url=f"{base_url}/protokoll/{each.slug}/{each.address}",
        title=title,
        updated=each.withdrawn_at or each.published_at,
        published=each.published_at,
        summary=summary,
        author=each.body,
    )


def called_off(meetings: Sequence[Coming], base_url: str) -> list[atom.Entry]:
    """The meetings ahead of which everybody has been told, and that are not to be held."""
    return [
        atom.Entry(
            url=f"{base_url}/protokoll/{each.slug}#{each.anchor}",
            title=f"{each.body} {long_date(each.date)}: mötet är inställt",
            updated=each.cancelled_at,
            published=each.cancelled_at,
            summary=f"Mötet som skulle hållas {long_date(each.date)} är inställt.",
            author=each.body,
        )
        for each in meetings
        if each.cancelled_at is not None
    ]


def held(meeting: ListedMeeting, base_url: str) -> ics.Entry:
    """A published meeting in a calendar."""
    return ics.Entry(
        key=f"public:{meeting.slug}:{meeting.date}",
        title=meeting.body,
        day=meeting.date,
        about=f"Protokoll: {base_url}/protokoll/{meeting.slug}/{meeting.address}",
        busy=False,
    )


def ahead(meeting: Coming) -> ics.Entry:
    """A meeting that is announced; the same entry once it is held."""
    return ics.Entry(
        key=f"public:{meeting.slug}:{meeting.date}",
        title=meeting.body,
        day=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        about=meeting.note,
        busy=False,
        cancelled=meeting.is_cancelled,
    )
