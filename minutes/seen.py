"""What a page showed of that which its form changes, so that nobody overwrites what they have not
seen: from another tab, or another person. Pure.
"""

import hashlib
from collections.abc import Mapping

from minutes.errors import StepNotAllowed

FIELD = "sett"  # of the form


class ChangedSince(StepNotAllowed):
    """What the form was made of is not what is so now."""


def mark(*facts: object) -> str:
    """A short mark of the facts, to stand in the form. They say of themselves what they are."""
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def demand_seen(form: Mapping[str, str], now: str) -> None:
    """Raise ChangedSince where the form was made of something else than what is so now."""
    if form.get(FIELD, now) != now:
        raise ChangedSince(
            "Någon har ändrat det här sedan du öppnade sidan, så inget är sparat. "
            "Här står det som gäller nu. Gör din ändring igen om den behövs."
        )
