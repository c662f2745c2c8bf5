"""The job that tells those who should know of what was published."""

import datetime as dt

from sqlmodel import Session

from minutes import clock
from minutes.distribution import queries, service
from minutes.distribution.links import Links
from minutes.formatting import counted
from minutes.publication.service import By
from minutes.settings import Settings

CONFIRMED_WITHIN = dt.timedelta(days=7)


def tell(session: Session, settings: Settings) -> str:
    """Put the mails about new publications into the outbox."""
    waiting = queries.to_tell(session)
    session.rollback()  # each is told of in a transaction of its own
    mails = 0
    for publication_id in waiting:
        by = By(None, clock.now(), clock.today())
        mails += service.tell(session, publication_id, by, settings.mail_from)
    service.forget_unconfirmed(session, clock.now() - CONFIRMED_WITHIN)
    if not waiting:
        return "Inget nytt är publicerat."
    return (
        f"{counted(len(waiting), 'publicering', 'publiceringar')}, "
        f"{counted(mails, 'brev', 'brev')} i utkorgen."
    )


def links_of(settings: Settings) -> Links:
    """The addresses that mails lead to."""
    return Links(settings.base_url, settings.secret_key)
