"""The jobs: publish what bodies want published as soon as it is justerat, and look after the
anslagstavla.
"""

from sqlmodel import Session

from minutes import clock
from minutes.errors import Refused
from minutes.formatting import counted
from minutes.publication import (
    meeting_notices,
    notice_queries,
    notice_service,
    page_text,
    publishing,
    queries,
)
from minutes.publication.checking import asker
from minutes.publication.service import By
from minutes.settings import Settings

PAGES_AT_ONCE = 10  # no writer waits for more


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


def keep_page_texts(session: Session, _settings: Settings) -> str:
    """Make the texts of public pages again that were made with the templates of another version."""
    made = 0
    while some := page_text.keep_missing(session, PAGES_AT_ONCE):
        session.commit()
        made += some
    return f"{counted(made, 'sida', 'sidor')} gjordes om."


def look_after_notices(session: Session, settings: Settings) -> str:
    """Put up the notices whose time has come, ask for those that are up, take down what may go."""
    by = By(None, clock.now(), clock.today())
    posted = notice_service.post_due(session, by) + notice_service.post_at_once(session, by)
    posted += meeting_notices.post_due(session, by)
    meeting_notices.take_down_past(session, by)
    notices = notice_queries.to_check(session)
    session.rollback()  # no transaction is open while the site is waited for
    ask = asker(settings.base_url)
    missing = 0
    for notice_id in notices:
        answered = ask(notice_id)
        missing += not answered[0]
        at = By(None, clock.now(), clock.today())
        notice_service.check(session, notice_id, answered, at)
    said = (
        f"{counted(posted, 'anslag sattes', 'anslag sattes')} upp, {len(notices)} kontrollerades."
    )
    return f"{said} {missing} stod inte uppe." if missing else said
