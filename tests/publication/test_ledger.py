"""Which days of a notice are proved, and when it may be taken down."""

import datetime as dt

from minutes.publication.ledger import Check, interrupted_days, standing

POSTED = dt.datetime(2026, 10, 5, 9, 0, tzinfo=dt.UTC)  # a Monday
HOUR = dt.timedelta(hours=1)


def checks(days: int, missing: tuple[int, ...] = ()) -> list[Check]:
    """Six checks on each of so many days from that of the posting, but on those that miss."""
    return [
        Check(POSTED + dt.timedelta(days=day, hours=2 * number), stood=True)
        for day in range(days)
        if day not in missing
        for number in range(6)
    ]


def test_after_twenty_days_it_is_twenty_of_twentyone() -> None:
    found = standing(POSTED, checks(22), POSTED + dt.timedelta(days=21))
    assert (found.up, found.of, found.may_go) == (20, 21, False)


def test_it_may_go_on_the_day_after_the_last_day_to_appeal() -> None:
    found = standing(POSTED, checks(23), POSTED + dt.timedelta(days=22))
    assert found.period.latest_appeal == dt.date(2026, 10, 26)
    assert (found.up, found.may_go) == (21, True)


def test_one_answer_that_did_not_come_is_no_interruption() -> None:
    slip = Check(POSTED + dt.timedelta(days=3, minutes=30), stood=False)
    seen = sorted([*checks(10), slip], key=lambda each: each.at)
    assert interrupted_days(POSTED.date(), seen, dt.date(2026, 10, 14)) == ()


def test_two_in_a_row_are_and_the_period_is_a_day_longer() -> None:
    down = [
        Check(POSTED + dt.timedelta(days=3, minutes=minutes), stood=False) for minutes in (30, 45)
    ]
    seen = sorted([*checks(23), *down], key=lambda each: each.at)
    found = standing(POSTED, seen, POSTED + dt.timedelta(days=22))
    assert found.interrupted == (dt.date(2026, 10, 8),)
    assert found.period.latest_appeal == dt.date(2026, 10, 27)
    assert (found.up, found.may_go) == (20, False)


def test_a_day_on_which_nobody_saw_it_is_not_proved() -> None:
    seen = checks(10, missing=(4, 5))
    assert interrupted_days(POSTED.date(), seen, dt.date(2026, 10, 14)) == (
        dt.date(2026, 10, 9),
        dt.date(2026, 10, 10),
    )


def test_the_day_that_is_not_over_counts_neither_way() -> None:
    found = standing(POSTED, checks(3), POSTED + dt.timedelta(days=3))
    assert (found.up, found.interrupted) == (2, ())
