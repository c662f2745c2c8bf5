"""The job that keeps the days of what falls due with meetings and events."""

from sqlmodel import Session

from minutes.follow_up.due_service import rearm
from minutes.formatting import counted
from minutes.settings import Settings


def rearm_days(session: Session, _settings: Settings) -> str:
    """Set the days again that follow a meeting or an event."""
    changed = rearm(session)
    session.commit()
    return f"{counted(changed, 'åtgärd', 'åtgärder')} fick en annan dag."
