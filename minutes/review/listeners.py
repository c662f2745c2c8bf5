"""Who is told when a meeting comes into the register, and before it leaves it again.

Later stages lie above the review, which does not know them. They put themselves here when
they are imported, and are told inside the review's own transaction, so that what follows
from the minutes comes and goes with them. None of them commits.
"""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

# meeting, by whom, when
registered: list[Callable[[Session, int, int | None, datetime], None]] = []
leaving: list[Callable[[Session, int], None]] = []  # meeting
