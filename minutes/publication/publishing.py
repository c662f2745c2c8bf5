"""Publishing, later versions of what is published, and taking it back."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.errors import Refused
from minutes.justering.canonical import canonical_text, read_canonical
from minutes.justering.service import TextChanged, locked_meeting, required
from minutes.publication import notice_service, queries
from minutes.publication.addresses import address_of
from minutes.publication.changes import changes
from minutes.publication.files import File, files_of
from minutes.publication.masking import masked, traces
from minutes.publication.page_text import texts_of
from minutes.publication.parts import coming_of, parts_of
from minutes.publication.preparing import Prepared
from minutes.publication.service import By, note, now
from minutes.publication.tables import (
    ComingMeeting,
    PageText,
    Publication,
    PublicationState,
    PublishedFile,
    PublishedPart,
)
from minutes.register.lifecycle import Step, after
from minutes.texts import N_


def publish(session: Session, meeting_id: int, seen: str | None, by: By) -> int:
    """Publish the minutes, or a later version of them; the id of the publication.

    seen: the fingerprint of what the page showed; None where the program publishes by itself.
    Raises StepNotAllowed, TextChanged, and Refused where something has to be done first.
    """
    twin = _ready(session, meeting_id).twin
    session.rollback()  # drawing takes long, and nobody should wait for it
    files = files_of(twin)
    ready = _ready(session, meeting_id)
    if ready.twin != twin or seen not in (None, ready.fingerprint):
        raise TextChanged("Det som ska publiceras har ändrats. Läs det igen.")
    publication_id = _store(session, ready, files, by)
    if ready.rules.posts and not ready.versions:
        notice_service.post_once(session, ready.round.id or 0, ready.rules.kept_at, by)
    session.commit()
    return publication_id


def withdraw(session: Session, meeting_id: int, reason: str, by: By) -> None:
    """Take back what is published of the meeting; its address says so, with the reason.

    Raises NotFound where nothing is, and Refused without a reason.
    """
    reason = required(reason, "Skriv varför publiceringen tas tillbaka. Skälet visas för alla.")
    meeting = locked_meeting(session, meeting_id)
    found = queries.standing(session, meeting_id)
    state = after(meeting.state, Step.WITHDRAW_PUBLICATION)
    assert state is not None
    meeting.state = state
    found.state, found.reason = PublicationState.WITHDRAWN, reason
    found.withdrawn_at, found.withdrawn_by = by.at, by.person_id
    session.add_all((meeting, found))
    _take_down(session, found)
    note(session, by, "publication.withdrawn", f"meeting:{meeting_id}", skäl=reason)
    session.commit()


def _ready(session: Session, meeting_id: int) -> Prepared:
    """The meeting, where nothing stands in the way of publishing it."""
    ready = now(session, meeting_id)
    if ready.obstacle:
        raise Refused(ready.obstacle)
    if not ready.is_new:
        raise Refused("Det som är publicerat är redan likadant.")
    left = traces(ready.twin, ready.masked_words)
    if left:
        raise Refused(
            N_(
                "1 av de maskerade uppgifterna går inte att maskera helt.",
                "%(num)s av de maskerade uppgifterna går inte att maskera helt.",
                num=len(left),
            )
        )
    return ready


def _store(session: Session, ready: Prepared, files: Sequence[File], by: By) -> int:
    meeting, before = ready.meeting, ready.standing
    publication = _publication(session, ready, by)
    if before is not None:
        before.state = PublicationState.REPLACED
        session.add(before)
        _take_down(session, before)
    session.add(publication)
    session.flush()
    assert publication.id is not None
    session.add_all(
        PublishedFile(
            publication_id=publication.id, kind=each.kind, content=each.content, sha256=each.sha256
        )
        for each in files
    )
    session.add_all(texts_of(publication))
    session.add_all(parts_of(publication.id, ready.twin))
    session.add_all(coming_of(publication.id, ready.twin))
    state = after(meeting.state, Step.PUBLISH)
    assert state is not None
    meeting.state = state
    session.add(meeting)
    note(
        session,
        by,
        "publication.published",
        f"meeting:{meeting.id}",
        version=publication.version,
        maskerade=len(ready.masked_words),
    )
    return publication.id


def _publication(session: Session, ready: Prepared, by: By) -> Publication:
    meeting, before = ready.meeting, ready.standing
    assert meeting.id is not None
    assert ready.round.ended_at is not None
    said = changes(read_canonical(before.text), ready.twin) if before else []
    taken = queries.addresses_of_others(session, meeting.body_id, meeting.id)
    signed = queries.names_of_signatories(session, ready.round.id or 0)
    return Publication(
        body_id=meeting.body_id,
        meeting_id=meeting.id,
        # The address of a meeting is the same for every version.
        address=ready.versions[0].address if ready.versions else address_of(meeting.date, taken),
        version=1 + max((each.version for each in ready.versions), default=0),
        scope=ready.rules.scope,
        audience=ready.rules.audience,
        title=ready.twin.title,
        date=meeting.date,
        text=canonical_text(ready.twin),
        justerat_on=queries.justerat_on(ready.round.ended_at),
        justerat_by=masked("\n".join(signed), ready.masked_words),
        changes="\n".join(said),
        published_at=by.at,
        published_by=by.person_id,
    )


def _take_down(session: Session, publication: Publication) -> None:
    """What lists and files have of it. The row stays: its address is its own for ever."""
    for table in (PageText, PublishedFile, PublishedPart, ComingMeeting):
        gone = sa.delete(table).where(col(table.publication_id) == publication.id)
        session.execute(gone)
