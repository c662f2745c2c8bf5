from datetime import date

import pytest

from minutes.follow_up.due_dates import Heading, Standing, grouped, heading, standing

TODAY = date(2026, 11, 22)


class Thing:
    def __init__(self, due: date | None, is_waiting: bool = False) -> None:
        self.due = due
        self.is_waiting = is_waiting


def test_it_is_not_late_on_its_day_but_the_day_after() -> None:
    assert standing(False, TODAY, TODAY) is Standing.OPEN
    assert standing(False, date(2026, 11, 21), TODAY) is Standing.LATE


def test_what_is_done_is_never_late() -> None:
    assert standing(True, date(2020, 1, 1), TODAY) is Standing.DONE


@pytest.mark.parametrize(
    "due,where",
    [
        (None, Heading.WITHOUT_DATE),
        (date(2026, 11, 21), Heading.LATE),
        (TODAY, Heading.WITHIN_A_WEEK),
        (date(2026, 11, 29), Heading.WITHIN_A_WEEK),
        (date(2026, 11, 30), Heading.LATER),
    ],
)
def test_under_which_heading(due: date | None, where: Heading) -> None:
    assert heading(due, TODAY) is where


def test_the_late_come_first_and_no_heading_is_empty() -> None:
    things = [Thing(None), Thing(None, is_waiting=True), Thing(date(2026, 1, 1))]
    assert list(grouped(things, TODAY)) == [Heading.LATE, Heading.WAITING, Heading.WITHOUT_DATE]


def test_what_waits_for_something_is_late_when_its_day_has_passed() -> None:
    assert heading(date(2026, 11, 21), TODAY, waiting=True) is Heading.LATE
    assert heading(date(2026, 12, 24), TODAY, waiting=True) is Heading.WAITING
