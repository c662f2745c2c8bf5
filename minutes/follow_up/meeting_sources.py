"""Who knows of days of meetings beside the minutes.

Later stages lie above this one, which does not know them. They put themselves here when they are
imported, as they do in review/listeners.py.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from sqlmodel import Session

# (body, day) of each meeting of the bodies
sources: list[Callable[[Session, Collection[int]], Iterable[tuple[int, date]]]] = []
