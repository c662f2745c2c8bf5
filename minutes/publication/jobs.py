"""The job that publishes what bodies want published as soon as it is justerat."""

from sqlmodel import Session

from minutes import clock
from minutes.errors import Refused
from minutes.formatting import counted
from minutes.publication import publishing, queries
from minutes.publication.service import By
from minutes.settings import Settings


def publish_what_is_justerat(session: Session, _settings: Settings) -> str:
    """Publish what nobody has to look at; what waits for somebody stays on their start page."""
    published, waiting = 0, 0
    meetings = queries.to_publish_by_itself(session)
    session.rollback()  # each is published in a transaction of its own
    for meeting_id in meetings:
        by = By(None, clock.now(), clock.today())
        try:
            publishing.publish(session, meeting_id, None, by)
        except Refused:
            session.rollback()
            waiting += 1
        else:
            published += 1
    said = f"{counted(published, 'protokoll publicerades', 'protokoll publicerades')}."
    if waiting:
        said += f" {counted(waiting, 'väntar', 'väntar')} på att någon ser över."
    return said
