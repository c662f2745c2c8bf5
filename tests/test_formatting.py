"""Dates, times and numbers as Swedish readers expect them."""

from datetime import date, datetime, time

import pytest

from minutes import formatting

TODAY = date(2026, 11, 22)


def test_a_date_is_written_out() -> None:
    assert formatting.long_date(date(2023, 4, 12)) == "12 april 2023"
    assert formatting.date_with_weekday(date(2023, 4, 12)) == "onsdag 12 april 2023"


def test_a_moment_in_running_text_has_the_date_written_out() -> None:
    moment = datetime(2023, 4, 12, 13, 30)
    assert formatting.long_date_and_time(moment) == "12 april 2023 kl.\N{NO-BREAK SPACE}13.30"
    said = formatting.long_date_and_time(moment, "en")
    assert said == "12 April 2023 at\N{NO-BREAK SPACE}13:30"


def test_the_year_is_left_out_where_it_is_this_one() -> None:
    assert formatting.short_date(date(2026, 12, 1), TODAY) == "1 december"
    assert formatting.short_date(date(2027, 1, 1), TODAY) == "1 januari 2027"


@pytest.mark.parametrize(
    "day, said",
    [
        (date(2026, 11, 22), "i dag"),
        (date(2026, 11, 23), "i morgon"),
        (date(2026, 11, 21), "i går"),
        (date(2026, 11, 25), "om 3 dagar"),
        (date(2026, 11, 18), "4 dagar sen"),
        (date(2026, 12, 20), "om 4 veckor"),
        (date(2026, 8, 22), "3 månader sen"),
        (date(2027, 11, 22), "om 1 år"),
        (date(2023, 11, 22), "3 år sen"),
    ],
)
def test_how_far_away_a_day_is(day: date, said: str) -> None:
    assert formatting.distance(day, TODAY) == said


@pytest.mark.parametrize(
    "start, end, said",
    [
        (time(13, 30), time(16), "13.30–16.00"),
        (time(9), None, "9.00"),
        (None, time(16), "till 16.00"),
        (None, None, ""),
    ],
)
def test_what_is_not_known_of_the_times_is_left_out(
    start: time | None, end: time | None, said: str
) -> None:
    assert formatting.clock_times(start, end) == said


def test_thousands_are_set_apart_by_a_space_that_does_not_break() -> None:
    assert formatting.number(12345) == "12\u202f345"


def test_a_number_takes_the_right_form_of_its_word() -> None:
    assert formatting.counted(1, "åtgärd", "åtgärder") == "1 åtgärd"
    assert formatting.counted(0, "åtgärd", "åtgärder") == "0 åtgärder"


@pytest.mark.parametrize(
    "size, said",
    [(840, "840 byte"), (12_300, "12 kB"), (3_600_000, "3,4 MB"), (20 * 1024**2, "20 MB")],
)
def test_the_size_of_a_file_has_a_comma(size: int, said: str) -> None:
    assert formatting.file_size(size) == said


@pytest.mark.parametrize(
    "name, letters", [("Anna Berg", "AB"), ("Åsa", "Å"), ("Karl Erik af Ek", "KE"), ("", "")]
)
def test_initials_are_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert formatting.initials(name) == letters
