"""What follows at once from minutes that are registered: what is watched, what waits for another
body's answer, and days that move.
"""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.follow_up.agenda_service import By, tell_the_action
from minutes.follow_up.due_rules import Event
from minutes.follow_up.due_service import rearm
from minutes.follow_up.matching import split
from minutes.follow_up.tables import (
    ActionEventKind,
    ActionNow,
    Referral,
    ReferralState,
    WatchItem,
    WatchState,
)
from minutes.recognition.findings import WatchKind
from minutes.register.tables import ActionItem, Meeting
from minutes.review import listeners
from minutes.review import queries as review
from minutes.review.contents import WatchContent
from minutes.review.tables import FindingState


def meeting_registered(session: Session, meeting_id: int, by: int | None, at: dt.datetime) -> None:
    """Watch what the minutes wait for, and set the days again that follow the body's meetings."""
    body_id = session.get_one(Meeting, meeting_id).body_id
    for finding in review.watched(session, meeting_id):
        content = WatchContent.model_validate(finding.content)
        # What is decided already is waited for only where the secretary has said so.
        if content.kind is WatchKind.COMING or finding.state is FindingState.ACCEPTED:
            session.add(
                WatchItem(
                    body_id=body_id,
                    meeting_id=meeting_id,
                    whose=content.body or "",
                    what=content.text,
                    quote=content.quote,
                    first_line=finding.first_line,
                    check_day=content.check_day,
                    made_at=at,
                    made_by=by,
                )
            )
    session.flush()
    _let_wait(session, meeting_id, By(by, at))
    rearm(session, of_body=body_id)


def _let_wait(session: Session, meeting_id: int, by: By) -> None:
    """What was referred to another body when the draft was reviewed comes of an action item now,
    where one is made of the same sentence.
    """
    meeting = session.get_one(Meeting, meeting_id)
    asked = session.exec(
        select(Referral).where(
            Referral.from_body_id == meeting.body_id,
            Referral.state == ReferralState.SENT,
            col(Referral.action_item_id).is_(None),
            col(Referral.question).contains(meeting.date.isoformat(), autoescape=True),
        )
    ).all()
    promised = select(ActionItem).where(ActionItem.meeting_id == meeting_id)
    actions = session.exec(promised).all() if asked else []
    for referral in asked:
        for action in actions:
            if any(referral.question.startswith(words) for words in split(action.quote or "")):
                referral.action_item_id = action.id
                note = "Frågan ligger hos {body}."
                tell_the_action(session, by, referral, ActionEventKind.WAITING, note)
                break


def meeting_leaves(session: Session, meeting_id: int) -> None:
    """Stop watching what the minutes waited for.

    What has come, or was dropped, or has a due day hanging on it stays, and its key keeps
    the meeting in the register. The days of the body's other action items are set again by
    the job, when the meeting is gone.
    """
    rule = sa.literal(f"{Event.WATCHED.value} ") + sa.cast(col(WatchItem.id), sa.String) + " %"
    hangs_on_it = (
        sa.select(col(ActionNow.action_item_id))
        .where(col(ActionNow.due_rule).like(rule))
        .correlate(WatchItem)
    )
    session.execute(
        sa.delete(WatchItem).where(
            col(WatchItem.meeting_id) == meeting_id,
            col(WatchItem.state) == WatchState.WAITING,
            sa.not_(hangs_on_it.exists()),
        )
    )


listeners.registered.append(meeting_registered)
listeners.leaving.append(meeting_leaves)
