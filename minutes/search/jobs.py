"""The job that keeps the index of the search quick."""

from sqlmodel import Session

from minutes.search.full_text import tidy
from minutes.settings import Settings


def tidy_index(session: Session, _settings: Settings) -> str:
    """Merge what the day has written into the rest of the index."""
    tidy(session)
    session.commit()
    return "Sökregistret är ordnat."
