"""What the demonstration shows to the public: the minutes of a body, signed and published."""

import datetime as dt

from sqlmodel import Session, col, select

from minutes import clock
from minutes.justering import queries, service, signing
from minutes.justering.canonical import canonical_text
from minutes.justering.fingerprint import fingerprint
from minutes.justering.freezing import minutes_of
from minutes.justering.proposal import proposal
from minutes.justering.signing import Proof
from minutes.justering.starting import By, Sending
from minutes.justering.tables import Means
from minutes.people.tables import Body
from minutes.publication import publishing
from minutes.publication import service as publication
from minutes.publication.look import Choice
from minutes.publication.preparing import prepared
from minutes.publication.tables import Audience, PublicationRules, Scope
from minutes.register.tables import Meeting, MeetingState


def publish_samples(session: Session, body: Body, sender: str) -> None:
    """Let the registered minutes of the body be signed on paper and published for everybody.

    Only while nobody has said how the body publishes: what is brought in later waits for somebody.
    """
    if session.get(PublicationRules, body.id) is not None:
        return
    meetings = session.exec(
        select(Meeting)
        .where(Meeting.body_id == body.id, Meeting.state == MeetingState.RECORDED)
        .order_by(col(Meeting.id))
    ).all()
    now = clock.now()
    by = publication.By(None, now, clock.today())
    rules = PublicationRules(body_id=body.id or 0, scope=Scope.ALL, audience=Audience.EVERYBODY)
    publication.set_rules(session, rules, by)
    for meeting_id in [meeting.id or 0 for meeting in meetings]:
        _sign(session, meeting_id, By(None, now, sender))
        answers = [
            publication.Answer(each.finding.words, each.finding.kind, Choice.MASK)
            for each in prepared(session, session.get_one(Meeting, meeting_id)).looked
        ]
        publication.answer(session, meeting_id, answers, {}, by)
        publishing.publish(session, meeting_id, None, by)


def _sign(session: Session, meeting_id: int, by: By) -> None:
    """Everybody who is to sign the minutes has done it by hand."""
    meeting = session.get_one(Meeting, meeting_id)
    signatories = proposal(session, meeting).signatories
    seen = fingerprint(canonical_text(minutes_of(session, meeting)))
    latest = clock.today() + dt.timedelta(days=14)
    round_id = service.send(session, meeting_id, Sending(signatories, latest, False, seen), by)
    for field_id in [each.id or 0 for each in queries.fields(session, round_id)]:
        signing.sign(
            session,
            round_id,
            field_id,
            seen,
            Proof(Means.PAPER, by.at.astimezone(clock.STOCKHOLM)),
            by,
        )
