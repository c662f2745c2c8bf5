"""Days that are not like others: summer time, a machine that slept, the turn of the year."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from apscheduler.triggers.cron import CronTrigger

from minutes import scheduler
from minutes.jobs.queries import Known
from minutes.jobs.tables import JobRun
from minutes.mail.sending import Outcome
from minutes.mail.tables import MailState
from minutes.reminders import jobs
from minutes.swedish_time import STOCKHOLM
from tests.mail.servers import Mailbox, Server
from tests.reminders.test_letters import send, text_of
from tests.reminders.world import DAY, TUESDAY, World

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # Sundays with 23 and with 25 hours
DECIDING = next(job for job in scheduler.JOBS if job.run is jobs.decide)
SECOND = timedelta(seconds=1)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), STOCKHOLM).astimezone(UTC)


def fires(trigger: CronTrigger, first: date, days: int) -> Iterator[datetime]:
    """When a scheduler that is awake runs it on the days, in UTC."""
    now, previous = midnight(first) - SECOND, None
    while True:
        previous = trigger.get_next_fire_time(previous, now.astimezone(STOCKHOLM))
        if previous.astimezone(UTC) >= midnight(first + days * DAY):
            return
        now = previous.astimezone(UTC)
        yield now


@pytest.mark.parametrize("sunday,before,after", [(SPRING, 6, 5), (AUTUMN, 5, 6)])
def test_reminders_are_decided_at_seven_by_the_clock_on_the_wall(
    sunday: date, before: int, after: int
) -> None:
    found = list(fires(DECIDING.trigger, sunday - 2 * DAY, 4))
    assert [(at.date(), at.hour) for at in found] == [
        (sunday - 2 * DAY, before),
        (sunday + DAY, after),
    ]


@pytest.mark.parametrize("sunday,hours", [(SPRING, 23), (AUTUMN, 25)])
@pytest.mark.parametrize("job", scheduler.JOBS, ids=lambda job: job.name)
def test_when_the_clocks_change_no_job_stands_still_or_runs_over_and_over(
    job: scheduler.Job, sunday: date, hours: int
) -> None:
    found = list(fires(job.trigger, sunday - DAY, 3))
    assert all(earlier < later for earlier, later in pairwise(found))
    of_day = Counter(at.astimezone(STOCKHOLM).date() for at in found)
    usual = of_day[sunday - DAY]
    # What runs by the hour or oftener runs so in each of the day's hours; the rest once.
    assert of_day[sunday + DAY] == usual or job is DECIDING
    if usual >= 24:
        assert of_day[sunday] == usual * hours // 24
    else:
        assert of_day[sunday] in (usual, usual + (job.name == "Kontrollera händelsekedjan"))


@pytest.mark.parametrize("sunday", [SPRING, AUTUMN])
def test_a_machine_that_slept_over_the_change_knows_what_it_missed(sunday: date) -> None:
    friday, monday = (
        datetime.combine(day, time(7), STOCKHOLM) for day in (sunday - 2 * DAY, sunday + DAY)
    )
    known = Known(last=JobRun(name="x", holder="a", started_at=friday.astimezone(UTC), well=True))
    assert not scheduler.is_missed(DECIDING, known, (monday - SECOND).astimezone(UTC))
    assert scheduler.is_missed(DECIDING, known, monday.astimezone(UTC))


def test_a_machine_that_slept_three_days_delivers_one_digest(
    world: World, server: Server, mailbox: Mailbox
) -> None:
    karin = world.member("Karin Lind")
    world.action(karin, due=TUESDAY, text="Skicka listan")
    world.action(karin, due=TUESDAY + 2 * DAY, text="Boka lokal")
    world.decide(TUESDAY)  # and it falls asleep before anything is sent
    friday = TUESDAY + 3 * DAY
    world.decide(friday)
    assert send(world, server, friday) == Outcome(sent=1, expired=1)
    assert [mail.state for mail in world.outbox()] == [MailState.EXPIRED, MailState.SENT]
    assert "1 december 2026, 3 dagar sen" in text_of(mailbox)
    assert "3 december 2026, i går" in text_of(mailbox)
    assert mailbox.mails[0]["Subject"] == "2 försenade åtgärder"
    assert world.planned(friday + 3 * DAY) == {}  # and the week begins from there


def test_over_the_turn_of_the_year_and_week_53_it_goes_on_week_by_week(world: World) -> None:
    world.action(world.member("Karin Lind"), due=date(2026, 12, 21))
    for offset in range(30):
        world.decide(date(2026, 12, 21) + offset * DAY)
    days = [mail.dedupe_key[-10:] for mail in world.outbox()]
    # Week 53 is the one of 28 December to 3 January; 5 January is the day before a holiday.
    assert days == [
        "2026-12-21",
        "2026-12-22",
        "2026-12-29",
        "2027-01-05",
        "2027-01-12",
        "2027-01-19",
    ]


def test_what_is_due_on_the_leap_day_is_told_of_on_it_and_after_it(world: World) -> None:
    leap_day = date(2028, 2, 29)
    world.action(world.member("Karin Lind"), due=leap_day, held=date(2028, 1, 10))
    for offset in range(-8, 9):
        world.decide(leap_day + offset * DAY)
    days = [mail.dedupe_key[-10:] for mail in world.outbox()]
    assert days == ["2028-02-22", "2028-02-29", "2028-03-01", "2028-03-08"]
