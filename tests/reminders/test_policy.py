"""Who is reminded on which day, for every calendar that can be thought of."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.reminders.policy import Memory, Mention, Promise, is_time, mentions
from minutes.reminders.quiet_days import quiet_day
from minutes.reminders.tables import Cause, Rhythm

DAY = timedelta(days=1)
WEEKS_OF_REST = 14  # the longest the calendar can keep us: Christmas and what stands around it

days = st.dates(date(2024, 1, 1), date(2033, 12, 31))
rhythms = st.sampled_from([Rhythm.DAILY, Rhythm.WEEKLY])


def walk(
    due: date | None,
    first: date,
    number: int,
    *,
    rhythm: Rhythm = Rhythm.DAILY,
    asleep: frozenset[int] = frozenset(),
    unowned: tuple[int, ...] = (),
) -> list[tuple[date, list[Cause]]]:
    """The mails of a person with one promise, on `number` days; not asked on those asleep."""
    sent: list[tuple[date, list[Cause]]] = []
    reminded, memory = None, Memory()
    for offset in range(number):
        today = first + offset * DAY
        if offset in asleep:
            continue
        said = mentions([Promise(1, due, reminded)], unowned, rhythm, memory, today)
        if said:
            sent.append((today, [each.cause for each in said]))
            memory = Memory(
                today,
                today if any(m.cause is Cause.UNOWNED for m in said) else memory.of_unowned,
            )
            if any(m.action_id == 1 for m in said):
                reminded = today
    return sent


def causes(due: date, first: date, number: int, **options: object) -> list[tuple[date, str]]:
    return [(day, said[0].value) for day, said in walk(due, first, number, **options)]  # type: ignore[arg-type]


def test_a_week_before_on_the_day_the_day_after_and_then_every_week() -> None:
    due = date(2026, 11, 18)  # a Wednesday among working days
    assert causes(due, date(2026, 11, 2), 40) == [
        (date(2026, 11, 11), "soon"),
        (due, "today"),
        (date(2026, 11, 19), "late"),
        (date(2026, 11, 26), "late"),
        (date(2026, 12, 3), "late"),
        (date(2026, 12, 10), "late"),
    ]


def test_what_falls_on_a_weekend_comes_on_monday_as_one_reminder() -> None:
    saturday = date(2026, 11, 21)
    assert causes(saturday, date(2026, 11, 10), 21) == [
        (date(2026, 11, 16), "soon"),  # a week before was a Saturday too
        (date(2026, 11, 23), "late"),
        (date(2026, 11, 30), "late"),
    ]


def test_christmas_is_quiet_from_the_eve_to_the_second_day() -> None:
    quiet = [quiet_day(date(2026, 12, day)) for day in (23, 24, 25, 26, 27, 28, 31)]
    assert quiet == [None, "Julafton", "Juldagen", "Annandag jul", "söndag", None, "Nyårsafton"]
    assert causes(date(2026, 12, 24), date(2026, 12, 16), 15) == [
        (date(2026, 12, 17), "soon"),
        (date(2026, 12, 28), "late"),
    ]


def test_one_that_becomes_known_late_is_told_at_once() -> None:
    due = date(2026, 11, 18)
    assert causes(due, date(2026, 11, 16), 3)[0] == (date(2026, 11, 16), "soon")
    assert causes(due, date(2026, 12, 1), 3)[0] == (date(2026, 12, 1), "late")


def test_a_machine_that_slept_three_days_sends_one_digest() -> None:
    due = date(2026, 11, 17)
    asleep = frozenset({1, 2, 3})  # Tuesday (the day itself) to Thursday
    sent = walk(due, date(2026, 11, 16), 5, asleep=asleep)
    assert sent == [(date(2026, 11, 16), [Cause.SOON]), (date(2026, 11, 20), [Cause.LATE])]


def test_who_wants_it_weekly_has_one_mail_on_the_first_working_day() -> None:
    # The 6th of April 2026 is Easter Monday.
    sent = causes(date(2026, 4, 1), date(2026, 3, 23), 17, rhythm=Rhythm.WEEKLY)
    assert sent == [
        (date(2026, 3, 30), "soon"),
        (date(2026, 4, 7), "late"),
    ]


@pytest.mark.parametrize("rhythm", [Rhythm.DAILY, Rhythm.WEEKLY])
def test_what_nobody_can_be_told_comes_to_the_secretary_once_a_week(rhythm: Rhythm) -> None:
    sent = walk(None, date(2026, 11, 16), 21, rhythm=rhythm, unowned=(7, 8))
    assert sent == [(date(2026, 11, day), [Cause.UNOWNED] * 2) for day in (16, 23, 30)]


def test_who_wants_none_has_none() -> None:
    assert walk(date(2026, 11, 18), date(2026, 11, 2), 60, rhythm=Rhythm.NONE, unowned=(7,)) == []


def test_a_second_question_on_the_same_day_finds_nothing() -> None:
    today = date(2026, 11, 18)
    promise = Promise(1, today)
    assert mentions([promise], [], Rhythm.DAILY, Memory(), today) == [Mention(1, Cause.TODAY)]
    assert mentions([promise], [], Rhythm.DAILY, Memory(mailed=today), today) == []


def test_what_is_moved_ahead_is_reminded_of_anew() -> None:
    assert is_time(date(2026, 12, 18), date(2026, 11, 19), date(2026, 12, 11))


@pytest.mark.parametrize("due", [date(2024, 2, 29), date(2028, 2, 29)])
def test_the_leap_day_is_a_day_like_others(due: date) -> None:
    said = dict(causes(due, due - 10 * DAY, 14))
    assert quiet_day(due) is None
    assert said[due - 7 * DAY] == "soon"
    assert said[due] == "today"
    assert said[due + DAY] == "late"


def test_week_53_is_one_week_and_the_next_year_begins_another() -> None:
    # Monday 28 December 2026 to Sunday 3 January 2027 is week 53.
    sent = walk(None, date(2026, 12, 28), 8, rhythm=Rhythm.WEEKLY, unowned=(7,))
    assert [day for day, _ in sent] == [date(2026, 12, 28), date(2027, 1, 4)]


@given(
    due=days, known=st.integers(-30, 30), rhythm=rhythms, slept=st.frozensets(st.integers(0, 40))
)
def test_everything_with_a_day_is_reminded_of_once_it_is_late(
    due: date, known: int, rhythm: Rhythm, slept: frozenset[int]
) -> None:
    first = due + known * DAY
    sent = walk(due, first, 41 + 3 * WEEKS_OF_REST, rhythm=rhythm, asleep=slept)
    assert Cause.LATE in [said for _, all_said in sent for said in all_said]


@given(due=days, rhythm=rhythms)
def test_a_late_one_is_told_within_a_week_and_the_quiet_days_after_it(
    due: date, rhythm: Rhythm
) -> None:
    late = [day for day, said in walk(due, due - 10 * DAY, 60, rhythm=rhythm) if day > due]
    for before, after in zip([due, *late], late, strict=False):
        quiet = sum(1 for n in range((after - before).days) if quiet_day(before + n * DAY))
        assert (after - before).days <= 7 + quiet


@given(due=days, rhythm=rhythms, slept=st.frozensets(st.integers(0, 30)))
def test_nobody_is_written_to_on_a_quiet_day(
    due: date, rhythm: Rhythm, slept: frozenset[int]
) -> None:
    sent = walk(due, due - 10 * DAY, 40, rhythm=rhythm, asleep=slept, unowned=(7,))
    assert [day for day, _ in sent if quiet_day(day) or day.weekday() >= 5] == []


@given(due=days, first=st.integers(-10, 10))
def test_late_ones_are_never_told_twice_within_a_week(due: date, first: int) -> None:
    sent = walk(due, due + first * DAY, 40)
    late = [day for day, said in sent if said == [Cause.LATE]]
    assert all((b - a).days >= 7 for a, b in pairwise(late))


@given(due=days, rhythm=rhythms)
def test_nothing_is_said_more_than_a_week_ahead(due: date, rhythm: Rhythm) -> None:
    sent = walk(due, due - 40 * DAY, 40, rhythm=rhythm)
    assert all(day >= due - 7 * DAY for day, _ in sent)


@given(
    dues=st.lists(days, max_size=5),
    today=days,
    unowned=st.lists(st.integers(100, 110), max_size=3, unique=True),
    rhythm=st.sampled_from(Rhythm),
)
def test_a_mail_names_each_action_item_once(
    dues: list[date], today: date, unowned: list[int], rhythm: Rhythm
) -> None:
    promises = [Promise(number, due) for number, due in enumerate(dues)]
    said = [each.action_id for each in mentions(promises, unowned, rhythm, Memory(), today)]
    assert len(said) == len(set(said))
