"""Who is reminded on which day, for every calendar that can be thought of."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.errors import Refused
from minutes.reminders.duties import Duty
from minutes.reminders.duties import is_time as is_time_for_duty
from minutes.reminders.pace import USUAL, Pace, read_weeks, weeks_text, working_days_before
from minutes.reminders.policy import DaysMail, Memory, Promise, is_time
from minutes.reminders.quiet_days import quiet_day
from minutes.reminders.tables import Cause, DutyKind, Rhythm

DAY = timedelta(days=1)
WEEKS_OF_REST = 14  # the longest the calendar can keep us: Christmas and what stands around it

days = st.dates(date(2024, 1, 1), date(2033, 12, 31))
rhythms = st.sampled_from([Rhythm.DAILY, Rhythm.WEEKLY])
weeks = st.frozensets(st.integers(1, 53), max_size=10)
paces = st.builds(
    Pace,
    days_before=st.integers(0, 60),
    on_the_day=st.booleans(),
    again_days=st.integers(1, 60),
    meeting_days=st.none() | st.integers(1, 20),
    chair_days=st.none() | st.integers(1, 365),
    quiet_weeks=weeks,
)


def actions_told(
    promises: Iterable[Promise],
    unowned: Iterable[int],
    rhythm: Rhythm,
    memory: Memory,
    today: date,
    lagging: Iterable[Promise] = (),
) -> dict[int, Cause]:
    mail = DaysMail(rhythm, memory, today)
    for promise in promises:
        mail.add_own(promise)
    for promise in lagging:
        mail.add_lagging(promise)
    for action_id in unowned:
        mail.add_unowned(action_id)
    return mail.actions()


def walk(
    due: date | None,
    first: date,
    number: int,
    *,
    rhythm: Rhythm = Rhythm.DAILY,
    asleep: frozenset[int] = frozenset(),
    unowned: tuple[int, ...] = (),
    pace: Pace = USUAL,
    meeting: date | None = None,
    lagging: tuple[date, ...] = (),
) -> list[tuple[date, list[Cause]]]:
    """The mails of a person with one promise, on `number` days; not asked on those asleep."""
    sent: list[tuple[date, list[Cause]]] = []
    reminded, memory = None, Memory()
    told: dict[int, date] = {}
    for offset in range(number):
        today = first + offset * DAY
        if offset in asleep:
            continue
        others = [Promise(50 + n, day, told.get(50 + n), pace) for n, day in enumerate(lagging)]
        own = [Promise(1, due, reminded, pace, meeting)]
        said = actions_told(own, unowned, rhythm, memory, today, others)
        told |= {id_: today for id_, cause in said.items() if cause is Cause.LAGGING}
        if said:
            sent.append((today, list(said.values())))
            memory = Memory(today, today if Cause.UNOWNED in said.values() else memory.of_unowned)
            if 1 in said:
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
    assert actions_told([promise], [], Rhythm.DAILY, Memory(), today) == {1: Cause.TODAY}
    assert actions_told([promise], [], Rhythm.DAILY, Memory(mailed=today), today) == {}


def test_what_is_moved_ahead_is_reminded_of_anew() -> None:
    moved = Promise(1, date(2026, 12, 18), reminded=date(2026, 11, 19))
    assert is_time(moved, date(2026, 12, 11))


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
    due=days,
    known=st.integers(-30, 30),
    rhythm=rhythms,
    slept=st.frozensets(st.integers(0, 40)),
    pace=paces,
)
def test_everything_with_a_day_is_reminded_of_once_it_is_late(
    due: date, known: int, rhythm: Rhythm, slept: frozenset[int], pace: Pace
) -> None:
    first = due + known * DAY
    longest = 41 + 3 * WEEKS_OF_REST + 7 * len(pace.quiet_weeks)
    sent = walk(due, first, longest, rhythm=rhythm, asleep=slept, pace=pace)
    assert Cause.LATE in [said for _, all_said in sent for said in all_said]


@given(due=days, rhythm=rhythms)
def test_a_late_one_is_told_within_a_week_and_the_quiet_days_after_it(
    due: date, rhythm: Rhythm
) -> None:
    late = [day for day, said in walk(due, due - 10 * DAY, 60, rhythm=rhythm) if day > due]
    for before, after in zip([due, *late], late, strict=False):
        quiet = sum(1 for n in range((after - before).days) if quiet_day(before + n * DAY))
        assert (after - before).days <= 7 + quiet


@given(
    due=days,
    meeting=st.integers(-10, 30),
    rhythm=rhythms,
    slept=st.frozensets(st.integers(0, 30)),
    pace=paces,
)
def test_nobody_is_written_to_on_a_quiet_day_or_twice_a_day(
    due: date, meeting: int, rhythm: Rhythm, slept: frozenset[int], pace: Pace
) -> None:
    options = {"meeting": due + meeting * DAY, "lagging": (due, due - 3 * DAY), "unowned": (7,)}
    sent = walk(due, due - 10 * DAY, 40, rhythm=rhythm, asleep=slept, pace=pace, **options)  # type: ignore[arg-type]
    assert [day for day, _ in sent if quiet_day(day) or day.weekday() >= 5] == []
    mailed = [day for day, _ in sent]
    assert len(mailed) == len(set(mailed))
    memory = Memory(mailed=due)
    assert actions_told([Promise(1, due, None, pace)], (7,), rhythm, memory, due) == {}


@given(due=days, meeting=st.integers(-10, 30), rhythm=rhythms, pace=paces)
def test_nothing_of_a_body_is_told_of_in_its_quiet_weeks(
    due: date, meeting: int, rhythm: Rhythm, pace: Pace
) -> None:
    sent = walk(
        due,
        due - 10 * DAY,
        40,
        rhythm=rhythm,
        pace=pace,
        meeting=due + meeting * DAY,
        lagging=(due - 9 * DAY,),
    )
    assert [day for day, _ in sent if day.isocalendar().week in pace.quiet_weeks] == []


@given(due=days, first=st.integers(-10, 10))
def test_late_ones_are_never_told_twice_within_a_week(due: date, first: int) -> None:
    sent = walk(due, due + first * DAY, 40)
    late = [day for day, said in sent if said == [Cause.LATE]]
    assert all((b - a).days >= 7 for a, b in pairwise(late))


@given(due=days, rhythm=rhythms)
def test_nothing_is_said_more_than_a_week_ahead(due: date, rhythm: Rhythm) -> None:
    sent = walk(due, due - 40 * DAY, 40, rhythm=rhythm)
    assert all(day >= due - 7 * DAY for day, _ in sent)


def test_a_body_sets_how_long_before_and_how_often() -> None:
    due, pace = date(2026, 11, 18), Pace(days_before=2, on_the_day=False, again_days=14)
    assert causes(due, date(2026, 11, 2), 45, pace=pace) == [
        (date(2026, 11, 16), "soon"),
        (date(2026, 11, 19), "late"),
        (date(2026, 12, 3), "late"),
    ]


def test_in_a_quiet_week_nothing_comes_and_then_once_what_was_kept_back() -> None:
    pace = Pace(quiet_weeks=frozenset({47, 48}))  # 16 to 29 November
    assert causes(date(2026, 11, 18), date(2026, 11, 9), 23, pace=pace) == [
        (date(2026, 11, 11), "soon"),
        (date(2026, 11, 30), "late"),
    ]


def test_some_working_days_before_a_meeting_everything_open_is_told_of_once() -> None:
    pace, meeting = Pace(meeting_days=3), date(2026, 11, 24)  # a Tuesday; the Thursday before
    sent = walk(None, date(2026, 11, 9), 16, pace=pace, meeting=meeting)
    assert sent == [(date(2026, 11, 19), [Cause.MEETING])]
    weekly = walk(None, date(2026, 11, 9), 16, rhythm=Rhythm.WEEKLY, pace=pace, meeting=meeting)
    assert weekly == [(date(2026, 11, 16), [Cause.MEETING])]


def test_before_a_meeting_a_late_one_is_told_of_as_late_also_within_its_week() -> None:
    pace, meeting = Pace(meeting_days=1), date(2026, 11, 27)
    sent = causes(date(2026, 11, 20), date(2026, 11, 23), 5, pace=pace, meeting=meeting)
    assert sent == [(date(2026, 11, 23), "late"), (date(2026, 11, 26), "late")]


def test_the_chair_is_told_of_what_is_long_late_and_again_after_four_weeks() -> None:
    due = date(2026, 11, 2)
    sent = walk(None, due, 60, pace=Pace(chair_days=14), lagging=(due,))
    assert sent == [
        (date(2026, 11, 16), [Cause.LAGGING]),
        (date(2026, 12, 14), [Cause.LAGGING]),
    ]
    assert walk(None, due, 60, lagging=(due,)) == []  # the body has not asked for it


def test_working_days_are_counted_over_holidays() -> None:
    assert working_days_before(date(2026, 12, 28), 1) == date(2026, 12, 23)
    assert working_days_before(date(2028, 3, 1), 1) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text,read", [("28–31, 52", "28–31, 52"), ("52-1", "1, 52–53"), ("", ""), (" 7 ,8", "7–8")]
)
def test_weeks_are_read_as_they_are_written(text: str, read: str) -> None:
    assert weeks_text(read_weeks(text)) == read


@pytest.mark.parametrize("text", ["sommaren", "0", "54", "28–", "1–30", "28 31"])
def test_weeks_that_are_none_and_too_many_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_weeks(text)


@given(chosen=weeks)
def test_weeks_are_read_back_as_they_were_shown(chosen: frozenset[int]) -> None:
    assert read_weeks(weeks_text(chosen)) == chosen


def test_a_draft_is_told_of_after_three_days_and_then_every_week() -> None:
    monday = date(2026, 11, 16)
    duty = Duty(DutyKind.REVIEW, 1, since=monday)
    assert not is_time_for_duty(duty, monday + 2 * DAY)
    assert is_time_for_duty(duty, monday + 3 * DAY)
    again = Duty(DutyKind.REVIEW, 1, monday, told=monday + 3 * DAY)
    assert not is_time_for_duty(again, monday + 9 * DAY)
    assert is_time_for_duty(again, monday + 10 * DAY)
