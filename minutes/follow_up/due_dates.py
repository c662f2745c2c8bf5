"""How an action item stands today, and under which heading it is listed. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from minutes.texts import N_

WEEK = timedelta(days=7)


class Standing(StrEnum):
    """How an action item stands. Late is open with its day behind it."""

    LATE = "försenad"
    OPEN = "öppen"
    DONE = "klar"


class Heading(StrEnum):
    """The groups in which a person's open action items are listed, in this order."""

    LATE = N_("Försenade")
    WITHIN_A_WEEK = N_("Inom en vecka")
    LATER = N_("Senare")
    WAITING = N_("Väntar på något")
    WITHOUT_DATE = N_("Utan datum")


class Due(Protocol):
    """Anything with a day on which it should be done, or that waits for something."""

    @property
    def due(self) -> date | None:
        """The last day."""

    @property
    def is_waiting(self) -> bool:
        """Whether nothing can be done about it before something else has happened."""


Thing = TypeVar("Thing", bound=Due)


def standing(done: bool, due: date | None, today: date) -> Standing:
    """How it stands; on the day itself it is not yet late."""
    if done:
        return Standing.DONE
    return Standing.LATE if due is not None and due < today else Standing.OPEN


def heading(due: date | None, today: date, waiting: bool = False) -> Heading:
    """The group of an open action item; what waits for something can be late all the same."""
    if due is not None and due < today:
        return Heading.LATE
    if waiting:
        return Heading.WAITING
    if due is None:
        return Heading.WITHOUT_DATE
    return Heading.WITHIN_A_WEEK if due - today <= WEEK else Heading.LATER


def grouped(things: Iterable[Thing], today: date) -> dict[Heading, list[Thing]]:
    """The things under their headings, each in the order given; no empty headings."""
    groups: dict[Heading, list[Thing]] = {each: [] for each in Heading}
    for thing in things:
        groups[heading(thing.due, today, thing.is_waiting)].append(thing)
    return {each: found for each, found in groups.items() if found}
