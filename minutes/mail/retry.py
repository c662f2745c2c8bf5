"""How long to wait before a mail is tried again, and when to give up. Pure."""

from datetime import timedelta

FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=4)
MOST_ATTEMPTS = 20


def wait_after(attempts: int) -> timedelta:
    """The time from the given failed attempt (counted from 1) to the next: doubled each time."""
    if attempts < 1:
        raise ValueError("attempts are counted from 1")
    return min(FIRST * (1 << min(attempts - 1, 16)), LONGEST)
