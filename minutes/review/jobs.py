"""The job that reads the files that were brought many at once."""

from datetime import timedelta

from sqlmodel import Session

from minutes import clock
from minutes.formatting import counted
from minutes.reading.bounds import Limits
from minutes.review import batches
from minutes.settings import Settings

LONGEST = timedelta(minutes=15)  # then the next run goes on


def read_files(session: Session, settings: Settings) -> str:
    """Read what waits, for some minutes."""
    limits = Limits(file_bytes=settings.upload_limit, pages=settings.page_limit)
    count = batches.read_waiting(session, limits, clock.now, clock.now() + LONGEST)
    return f"{counted(count, 'fil', 'filer')} lästes."
