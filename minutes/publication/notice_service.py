"""What is done with notices: put up, checked, taken down no earlier than the law lets them be."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from sqlmodel import Session

from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.justering import queries as justering
from minutes.justering.canonical import read_canonical
from minutes.justering.service import locked_meeting, required
from minutes.justering.tables import RoundKind, RoundState
from minutes.publication import notice_queries, queries
from minutes.publication.anslag import period
from minutes.publication.files import sheet_of
from minutes.publication.service import By, note
from minutes.publication.tables import Notice, PostingCheck
from minutes.swedish_time import day_in_sweden

LONGEST_PLACE = 300
LONGEST_WAIT = dt.timedelta(days=366)
OVERDUE = dt.timedelta(days=14)  # what is older was left alone on purpose
AGAIN = dt.timedelta(minutes=50)  # good answers are kept about once an hour
Ask = Callable[[int], tuple[bool, str]]  # whether the notice with the id answers, and what


def post(session: Session, round_id: int, kept_at: str, at: dt.datetime | None, by: By) -> int:
    """Announce that the text is justerat, now or at a time to come; the id. Does not commit.

    Raises Refused where the text is not justerat, is a correction, or is announced already.
    """
    round_ = justering.locked_round(session, round_id)
    if round_.state is not RoundState.COMPLETED or round_.kind is RoundKind.CORRECTION:
        raise Refused("Bara ett justerat protokoll anslås.")
    assert round_.meeting_id is not None
    assert round_.ended_at is not None
    kept_at = required(kept_at, "Skriv var protokollet finns.")[:LONGEST_PLACE]
    if notice_queries.is_announced(session, round_id):
        raise Refused("Justeringen är redan anslagen.")
    if at is not None and at - by.at > LONGEST_WAIT:
        raise Refused("Dagen är mer än ett år bort. Är årtalet rätt?")
    minutes = read_canonical(round_.text)
    at_once = round_.kind is RoundKind.PARAGRAPHS
    if not at_once:  # those paragraphs have a notice of their own, and a time of their own
        done = justering.paragraphs_underway(session, round_.meeting_id)
        rest = tuple(each for each in minutes.paragraphs if each not in done)
        minutes = replace(minutes, paragraphs=rest)
    notice = Notice(
        body_id=round_.body_id,
        meeting_id=round_.meeting_id,
        round_id=round_id,
        date=minutes.date,
        justerat_on=queries.justerat_on(round_.ended_at),
        paragraphs=sheet_of(minutes).numbers[:300],
        at_once=at_once,
        kept_at=kept_at,
        post_at=at or by.at,
        person_id=by.person_id,
    )
    if notice.post_at <= by.at:
        _put_up(notice, by.at)
    session.add(notice)
    session.flush()
    act = "notice.posted" if notice.posted_at else "notice.planned"
    note(session, by, act, f"meeting:{notice.meeting_id}", anslag=notice.id or 0)
    return notice.id or 0


def post_once(session: Session, round_id: int, kept_at: str, by: By) -> None:
    """Announce the text now, unless that was done before. Does not commit."""
    if not notice_queries.is_announced(session, round_id):
        post(session, round_id, kept_at, None, by)


def post_by_hand(
    session: Session,
    meeting_id: int,
    kept_at: str,
    at: dt.datetime | None,
    by: By,
    round_id: int | None = None,
) -> int:
    """Announce the justering of a meeting's minutes, or of paragraphs at once where their round is
    given; commits. Raises NotFound and Refused.
    """
    meeting = locked_meeting(session, meeting_id)
    if round_id is None:
        round_id = justering.signed_minutes(session, meeting_id).id or 0
    elif round_id not in {each.id for each in justering.rounds_of_meeting(session, meeting)}:
        raise NotFound("Justeringen finns inte.")
    notice_id = post(session, round_id, kept_at, at, by)
    session.commit()
    return notice_id


def drop_planned(session: Session, meeting_id: int, notice_id: int, by: By) -> None:
    """Take back that a justering is announced at a time to come; commits. Raises NotFound, and
    StepNotAllowed where the notice is up.
    """
    notice = session.get(Notice, notice_id, with_for_update=True)
    if notice is None or notice.meeting_id != meeting_id:
        raise NotFound("Anslaget finns inte.")
    if notice.posted_at is not None:
        raise StepNotAllowed("Anslaget är redan uppsatt.")
    note(session, by, "notice.dropped", f"meeting:{meeting_id}", anslag=notice_id)
    session.delete(notice)
    session.commit()


def _put_up(notice: Notice, at: dt.datetime) -> None:
    found = period(day_in_sweden(at))
    notice.posted_at = at
    notice.latest_appeal, notice.earliest_down = found.latest_appeal, found.earliest_down


def post_due(session: Session, by: By) -> int:
    """Put up what is to be up by now; how many."""
    found = notice_queries.to_post(session, by.at)
    for notice in found:
        _put_up(notice, by.at)
        session.add(notice)
        note(session, by, "notice.posted", f"meeting:{notice.meeting_id}", anslag=notice.id or 0)
    session.commit()
    return len(found)


def post_at_once(session: Session, by: By) -> int:
    """Announce what was justerat at once in bodies that announce; how many. A body that has not
    said where its minutes are waits for somebody who does.
    """
    found = notice_queries.at_once_to_post(session, by.at - OVERDUE)
    posted = 0
    for round_id, kept_at in found:
        if kept_at.strip():
            post(session, round_id, kept_at, None, by)
            posted += 1
    session.commit()
    return posted


def check(session: Session, notice_id: int, answered: tuple[bool, str], by: By) -> None:
    """Keep what a notice answered, work its days out again, and take it down when it may go."""
    stood, said = answered
    last = notice_queries.last_check(session, notice_id)
    if not (last and last.stood and stood and by.at - last.at < AGAIN):
        session.add(PostingCheck(notice_id=notice_id, at=by.at, stood=stood, answer=said[:200]))
        session.flush()
    notice = session.get_one(Notice, notice_id, with_for_update=True)
    if notice.taken_down_at is None and notice.posted_at is not None:
        now = notice_queries.standing_of(session, notice, by.at)
        notice.latest_appeal = now.period.latest_appeal
        notice.earliest_down, notice.days_up = now.period.earliest_down, now.up
        if now.may_go:
            notice.taken_down_at = by.at
            subject = f"meeting:{notice.meeting_id}"
            note(session, by, "notice.taken_down", subject, anslag=notice_id)
        session.add(notice)
    session.commit()
