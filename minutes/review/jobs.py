"""The jobs that read files brought many at once, and that know members who came later."""

from datetime import timedelta

from sqlmodel import Session

from minutes import clock
from minutes.formatting import counted
from minutes.people.service import By
from minutes.reading.bounds import Limits
from minutes.review import batches, newcomers
from minutes.settings import Settings

LONGEST = timedelta(minutes=15)  # then the next run goes on


def read_files(session: Session, settings: Settings) -> str:
    """Read what waits, for some minutes."""
    limits = Limits(file_bytes=settings.upload_limit, pages=settings.page_limit)
    count = batches.read_waiting(session, limits, clock.now, clock.now() + LONGEST)
    return f"{counted(count, 'fil', 'filer')} lästes."


def recognise_members(session: Session, _settings: Settings) -> str:
    """Give members what the minutes gave them before they were members."""
    given = newcomers.recognise_everywhere(session, By("programmet", clock.now()))
    return f"{counted(given, 'åtgärd', 'åtgärder')} fick en ansvarig."
