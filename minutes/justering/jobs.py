"""The job of justering: seals what has become justerat."""

from sqlmodel import Session

from minutes import clock
from minutes.formatting import counted
from minutes.justering import issuing
from minutes.justering.starting import By
from minutes.settings import Settings
from minutes.texts import N_

JOB = N_("Stämpla justerade protokoll")


def seal(session: Session, settings: Settings) -> str:
    """Seal what is justerat and not sealed. Raises SealRefused; the rest waits for the next run."""
    waiting = issuing.unsealed_rounds(session)
    session.rollback()
    if not (settings.seal.file or settings.seal.module):
        return "Det finns inget certifikat att stämpla med."
    for round_id in waiting:
        issuing.seal_round(session, settings, round_id, By(None, clock.now(), settings.mail_from))
    return f"{counted(len(waiting), 'protokoll', 'protokoll')} stämplades."
