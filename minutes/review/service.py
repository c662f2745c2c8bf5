"""What can be done with a file and its draft. Each act is one transaction."""

import hashlib
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.people import queries as people
from minutes.people import service as people_service
from minutes.people.tables import Body, Role
from minutes.reading.bounds import Limits
from minutes.register import queries as register
from minutes.register.lifecycle import Step, after
from minutes.register.tables import Meeting, StoredDocument
from minutes.review import listeners, queries, steps
from minutes.review.importing import read_file
from minutes.review.page import says_called_off
from minutes.review.registration import record
from minutes.review.storing import Imported, actor, add_drafts, already_there, store
from minutes.review.tables import DraftState
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_

LONGEST_NAME = 200


def import_file(
    session: Session,
    filename: str,
    data: bytes,
    *,
    body: Body | None,
    by: int | None,
    at: datetime,
    limits: Limits | None = None,
    among: frozenset[int] | None = None,
    are_minutes: bool = False,
) -> Imported:
    """Store the file with a draft of each of its meetings. The same bytes again change nothing.

    The body is `body`, or guessed among the bodies `among` (None: all). A document that is
    not minutes is kept without a draft, unless somebody says that it is. Raises Unreadable;
    nothing is stored then.
    """
    body_id = body.id if body is not None else None
    digest = hashlib.sha256(data).hexdigest()
    known = queries.imported(session, digest)
    if known is not None and (known.is_complete or not known.is_minutes):
        session.commit()
        return already_there(known, digest)
    session.commit()
    read = read_file(
        session,
        filename,
        data,
        body_id=body_id,
        among=among,
        limits=limits or Limits(),
        are_minutes=are_minutes,
    )
    return store(session, filename, data, digest, read, by=by, at=at)


def draft_anyway(
    session: Session,
    document_id: int,
    *,
    by: int | None,
    at: datetime,
    limits: Limits | None = None,
    among: frozenset[int] | None = None,
) -> int:
    """A draft of a document that was not taken for minutes, at the secretary's word."""
    document = session.get(StoredDocument, document_id)
    if document is None:
        raise NotFound("Dokumentet finns inte.")
    filename, content, digest = document.filename, document.content, document.sha256
    read = read_file(
        session,
        filename,
        content,
        body_id=None,
        among=among,
        limits=limits or Limits(),
        are_minutes=True,
    )
    known = queries.imported(session, digest)
    assert known is not None
    if known.drafts:
        session.commit()
        return known.drafts[0].draft_id
    session.execute(
        sa.update(StoredDocument)
        .where(col(StoredDocument.id) == document_id)
        .values(is_minutes=True)
    )
    draft_id = add_drafts(session, known, read, by=by, at=at)[0].draft_id
    audit.append(
        session,
        at=at,
        actor=actor(by),
        act="draft.wanted",
        subject=f"document:{document_id}",
        details={"draft": draft_id},
    )
    session.commit()
    return draft_id


def new_body(
    session: Session, name: str, organisation: str, *, by: int | None, at: datetime
) -> int:
    """Make the body that minutes are of; who makes it becomes its secretary. The body's id.

    Raises Refused where it has no name, or stands there already.
    """
    if not name or len(name) > LONGEST_NAME:
        raise Refused(
            N_("Skriv vad det nya organet heter, med högst %(most)s tecken.", most=LONGEST_NAME)
        )
    if len(organisation) > LONGEST_NAME:
        raise Refused(N_("Organisationens namn får ha högst %(most)s tecken.", most=LONGEST_NAME))
    deed = people_service.By(actor(by), at)
    try:
        body = people_service.create_body(session, deed, name=name, organisation=organisation)
    except Refused:
        words = N_(
            "Det finns redan ett organ som heter %(name)s. Finns det inte i listan, be en "
            "administratör göra dig till dess sekreterare.",
            name=name,
        )
        raise Refused(words) from None
    assert body.id is not None
    body_id = body.id
    if by is not None:
        people_service.give_mandate(
            session,
            deed,
            person_id=by,
            body_id=body_id,
            role=Role.SECRETARY,
            first_day=day_in_sweden(at),
        )
    return body_id


def register_draft(
    session: Session, draft_id: int, *, by: int | None, at: datetime, seen: int | None = None
) -> int:
    """Make the meeting that the draft describes, and close the draft; the meeting's id.

    Accepted findings are recorded, and so are those not looked at that are sure or likely;
    what was refused, and doubtful ones that nobody accepted, stay in the running text.
    Raises Refused where the body or the date of the meeting is not known, where the minutes say
    that it was called off and nobody has said that it was held, and where somebody else has
    changed the draft since the version that was `seen`.
    """
    draft = queries.open_draft(session, draft_id)
    others = steps.others_since(session, draft_id, seen, by) if seen is not None else []
    if others:
        raise Refused(
            N_(
                "%(name)s har ändrat i utkastet sedan du öppnade sidan. "
                "Se över ändringarna och registrera sedan.",
                name=others[-1].name,
            )
        )
    findings = queries.findings(session, draft_id)
    if any(map(says_called_off, findings)):
        raise Refused("Protokollet säger att mötet ställdes in. Svara först om det hölls.")
    recorded = record(session, draft, findings, at=at)
    draft.state = DraftState.REGISTERED
    draft.meeting_id = recorded.meeting_id
    session.add(draft)
    session.flush()
    for tell in listeners.registered:
        tell(session, recorded.meeting_id, by, at)
    audit.append(
        session,
        at=at,
        actor=actor(by),
        act="draft.registered",
        subject=f"meeting:{recorded.meeting_id}",
        details={
            "draft": draft_id,
            "document": draft.document_id,
            "decisions": recorded.decisions,
            "actions": recorded.actions,
        },
    )
    session.commit()
    return recorded.meeting_id


def discard_draft(session: Session, draft_id: int, *, by: int | None, at: datetime) -> None:
    """Throw the draft away; the document stays, and can be uploaded again."""
    draft = queries.open_draft(session, draft_id)
    draft.state = DraftState.DISCARDED
    session.add(draft)
    audit.append(
        session,
        at=at,
        actor=actor(by),
        act="draft.discarded",
        subject=f"draft:{draft_id}",
        details={"document": draft.document_id},
    )
    session.commit()


def undo(session: Session, draft_id: int, deed: steps.Deed) -> tuple[str, list[int]]:
    """Take back the asker's latest step: what it was, and the findings that are as before.

    An alias that the step had given the body is forgotten too. Raises NotFound where there
    is nothing to undo, StepNotAllowed where somebody else has gone on from it.
    """
    step, findings = steps.undo_last(session, draft_id, deed)
    words, written = step.words, step.before.get("alias")
    body_id = queries.draft(session, draft_id).body_id
    if written and body_id is not None:
        for alias in people.aliases(session, body_id=body_id):
            if alias.text == written and alias.id is not None:
                people_service.remove_alias(
                    session, people_service.By(actor(deed.by), deed.at), alias.id
                )
    return words, findings


def take_back(session: Session, meeting_id: int, *, by: int | None, at: datetime) -> int:
    """Take the meeting out of the register and open its draft again; the draft's id.

    Raises NotFound, StepNotAllowed where the minutes have come further, and Refused where
    what follows from it has been followed up already.
    """
    meeting = register.meeting(session, meeting_id)
    after(meeting.state, Step.TAKE_BACK)
    if register.is_partly_justerat(session, meeting_id):
        raise Refused("Någon punkt är omedelbart justerad. Mötet kan därför inte tas tillbaka.")
    for tell in listeners.leaving:
        tell(session, meeting_id)
    if register.has_papers(session, meeting_id):
        raise Refused("Mötet har tillagda handlingar. Ta bort dem först och försök igen.")
    draft = queries.draft_of_meeting(session, meeting_id)
    draft.state, draft.meeting_id = DraftState.OPEN, None
    session.add(draft)
    session.flush()
    try:
        session.execute(sa.delete(Meeting).where(col(Meeting.id) == meeting_id))
    except IntegrityError:
        session.rollback()
        raise Refused(
            "Åtgärder eller bevakningar från mötet är redan markerade. "
            "Mötet kan därför inte tas tillbaka."
        ) from None
    assert draft.id is not None
    audit.append(
        session,
        at=at,
        actor=actor(by),
        act="meeting.taken_back",
        subject=f"meeting:{meeting_id}",
        details={"draft": draft.id},
    )
    session.commit()
    return draft.id
