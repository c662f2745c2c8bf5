"""The days of an anslag. The golden cases are printed so on notices of kommuner."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.publication.anslag import DAYS, days_up, latest_posting, period
from minutes.swedish_days import day_off

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "posted,latest,down",
    [
        (date(2019, 1, 22), date(2019, 2, 12), date(2019, 2, 13)),  # Enköping
        (date(2020, 8, 18), date(2020, 9, 8), date(2020, 9, 9)),  # Nynäshamn
        (date(2016, 9, 30), date(2016, 10, 21), date(2016, 10, 22)),
        (date(2018, 4, 3), date(2018, 4, 24), date(2018, 4, 25)),
        # the three weeks end on midsommarafton, nyårsafton, annandag jul
        (date(2024, 5, 31), date(2024, 6, 24), date(2024, 6, 25)),
        (date(2024, 12, 10), date(2025, 1, 2), date(2025, 1, 3)),
        (date(2023, 12, 5), date(2023, 12, 27), date(2023, 12, 28)),
        # julafton is a Wednesday: the next working day is the Monday after annandag jul
        (date(2025, 12, 3), date(2025, 12, 29), date(2025, 12, 30)),
        # a Saturday, and långfredag
        (date(2026, 5, 2), date(2026, 5, 25), date(2026, 5, 26)),
        (date(2026, 3, 13), date(2026, 4, 7), date(2026, 4, 8)),
    ],
)
def test_the_printed_days(posted: date, latest: date, down: date) -> None:
    found = period(posted)
    assert (found.latest_appeal, found.earliest_down) == (latest, down)


@given(days)
def test_three_weeks_are_never_shorter_and_end_on_a_working_day(posted: date) -> None:
    found = period(posted)
    assert found.latest_appeal >= posted + timedelta(days=DAYS)
    assert day_off(found.latest_appeal) is None
    assert found.earliest_down > found.latest_appeal


@given(days, st.sets(st.integers(1, 40), max_size=12))
def test_a_day_on_which_it_was_down_is_a_day_more(posted: date, gaps: set[int]) -> None:
    missed = {posted + timedelta(days=gap) for gap in gaps}
    found = period(posted, missed)
    assert found.latest_appeal >= period(posted).latest_appeal
    assert days_up(posted, found.latest_appeal, missed) == DAYS
    assert found.latest_appeal not in missed


def test_an_interruption_after_the_period_changes_nothing() -> None:
    posted = date(2026, 10, 5)
    assert period(posted, {date(2026, 11, 20)}) == period(posted)


def test_one_day_missed_lets_the_period_end_a_day_later() -> None:
    posted = date(2026, 10, 5)  # a Monday
    assert period(posted, {date(2026, 10, 9)}).latest_appeal == date(2026, 10, 27)


def test_the_days_that_it_has_been_up() -> None:
    posted = date(2026, 10, 5)
    assert days_up(posted, posted) == 0
    assert days_up(posted, date(2026, 10, 25)) == 20
    assert days_up(posted, date(2026, 12, 1)) == DAYS
    assert days_up(posted, date(2026, 10, 25), {date(2026, 10, 9)}) == 19


def test_it_is_to_be_posted_on_the_second_day_at_the_latest() -> None:
    thursday = latest_posting(date(2026, 10, 8))
    assert (thursday.strict, thursday.lenient) == (date(2026, 10, 10), date(2026, 10, 12))
    assert thursday.free == "lördag"
