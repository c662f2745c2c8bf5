"""Deciding the day's reminders: who is reached, once a day, and what is remembered."""

from datetime import date

import pytest
from sqlmodel import Session

from minutes.errors import Refused, StepNotAllowed
from minutes.mail.tables import MailState
from minutes.people.tables import Role
from minutes.reminders import planning, service
from minutes.reminders.jobs import end_of, said_of
from minutes.reminders.service import Decided
from minutes.reminders.tables import Rhythm
from tests.reminders.world import DAY, SENDER, TUESDAY, World, at
from tests.statements import counted


def test_an_owner_has_one_mail_about_everything(world: World) -> None:
    karin = world.member("Karin Lind")
    late = world.action(karin, due=TUESDAY - DAY)
    soon = world.action(karin, due=TUESDAY + 7 * DAY)
    world.action(karin, due=TUESDAY + 8 * DAY)
    world.action(karin, due=None)
    assert world.planned() == {"Karin Lind": [(late, "late"), (soon, "soon")]}
    assert world.decide() == Decided(mails=1, before=0, unreached=0, quiet=None)
    (mail,) = world.outbox()
    assert (mail.address, mail.expires_at) == (karin.email, end_of(TUESDAY))


def test_every_owner_is_reminded(world: World) -> None:
    karin, olle = world.member("Karin Lind"), world.member("Olle Berg")
    action = world.action(karin, olle)
    assert world.planned() == {"Karin Lind": [(action, "today")], "Olle Berg": [(action, "today")]}


def test_a_second_decision_of_the_day_adds_nothing(world: World) -> None:
    karin = world.member()
    world.action(karin)
    world.decide()
    world.action(karin, due=TUESDAY - DAY)
    assert world.decide() == Decided(0, 0, 0, None)
    assert len(world.outbox()) == 1


def test_what_is_done_is_not_reminded_of(world: World) -> None:
    karin = world.member()
    world.close(world.action(karin), by=karin)
    assert world.planned() == {}


def test_nobody_is_reminded_of_old_minutes_taken_in_late(world: World) -> None:
    karin = world.member()
    world.action(karin, due=TUESDAY, held=date(2024, 3, 5))
    assert world.planned() == {}


def test_nothing_is_decided_on_a_quiet_day(world: World) -> None:
    world.action(world.member(), due=date(2026, 6, 1))
    decided = world.decide(date(2026, 6, 19))
    assert said_of(decided) == "Inga påminnelser i dag: Midsommarafton."
    assert world.outbox() == []


def test_who_was_reminded_is_not_reminded_again_before_its_time(world: World) -> None:
    world.action(world.member("Karin Lind"), due=TUESDAY)
    for day in range(-8, 10):
        world.decide(TUESDAY + day * DAY)
    days = [mail.dedupe_key[-10:] for mail in world.outbox()]
    assert days == ["2026-11-24", "2026-12-01", "2026-12-02", "2026-12-09"]


def test_a_reminder_that_could_not_be_sent_comes_the_next_day(
    world: World, session: Session
) -> None:
    action = world.action(world.member("Karin Lind"), due=TUESDAY - DAY)
    world.decide()
    assert world.planned(TUESDAY + DAY) == {}
    (mail,) = world.outbox()
    mail.state = MailState.EXPIRED
    session.add(mail)
    session.commit()
    assert world.planned(TUESDAY + DAY) == {"Karin Lind": [(action, "late")]}


def test_an_owner_outside_the_body_is_told_of_their_own_action_item_only(world: World) -> None:
    eva = world.build.person("Eva Ek")
    hers = world.action(eva)
    world.action(world.member("Karin Lind", email=None))
    assert world.planned() == {"Eva Ek": [(hers, "today")]}
    assert world.decide().unreached == 1


def test_what_nobody_can_be_told_comes_to_the_secretary(world: World) -> None:
    silent = world.member("Sara Ek", email=None)
    group = world.action("Arbetsgruppen", due=None)
    hers = world.action(silent, due=TUESDAY - DAY)
    assert world.decide().unreached == 2
    world.member("Olle Berg", Role.SECRETARY)
    expected = [(hers, "unowned"), (group, "unowned")]
    assert world.planned() == {"Olle Berg": expected}
    world.decide()
    assert world.planned(TUESDAY + DAY) == {}
    monday = date(2026, 12, 7)
    assert world.planned(monday) == {"Olle Berg": expected}


def test_the_secretary_of_another_body_hears_nothing(world: World) -> None:
    other = world.build.body()
    stranger = world.build.person("Bo Ek")
    world.build.mandate(stranger, other, Role.SECRETARY)
    world.action("Arbetsgruppen")
    assert world.planned() == {}


def test_the_rhythm_that_a_person_chose_is_kept(world: World, session: Session) -> None:
    karin = world.member("Karin Lind")
    action = world.action(karin, due=TUESDAY)
    assert karin.id is not None
    service.choose(session, karin.id, Rhythm.NONE, at=at(TUESDAY))
    assert world.planned() == {}
    assert [mail.person.name for mail in planning.plan(session, TUESDAY).declined] == ["Karin Lind"]
    session.commit()
    service.choose(session, karin.id, Rhythm.WEEKLY, at=at(TUESDAY))
    monday = TUESDAY - DAY
    assert world.planned(monday) == {"Karin Lind": [(action, "soon")]}
    world.decide(monday)
    assert world.planned(TUESDAY) == {}


def test_deciding_takes_as_many_statements_however_many_action_items_there_are(
    world: World, session: Session
) -> None:
    bind = session.get_bind()
    numbers = []
    for _ in range(2):
        for _ in range(5):
            world.action(world.member())
        with counted(bind) as sent:  # type: ignore[arg-type]
            planning.plan(session, TUESDAY)
        session.commit()
        numbers.append(len(sent))
    assert numbers == [14, 14]


@pytest.mark.parametrize("day,hours", [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_the_day_ends_at_midnight_also_when_the_clocks_change(day: date, hours: int) -> None:
    length = end_of(day).timestamp() - end_of(day - DAY).timestamp()
    assert length == hours * 3600


class TestResending:
    def resend(self, world: World, message_id: int) -> None:
        service.resend(
            world.session,
            message_id,
            TUESDAY,
            by=1,
            at=at(TUESDAY, 9),
            ends=end_of(TUESDAY),
            sender=SENDER,
        )

    def ended(self, world: World, state: MailState = MailState.REFUSED) -> int:
        world.decide()
        (mail,) = world.outbox()
        mail.state = state
        world.session.add(mail)
        world.session.commit()
        assert mail.id is not None
        return mail.id

    def test_it_is_a_new_mail_to_the_address_that_is_right_now(self, world: World) -> None:
        karin = world.member("Karin Lind", email="fel@example.se")
        world.action(karin)
        old = self.ended(world)
        karin.email = "ratt@example.se"
        world.session.add(karin)
        world.session.commit()
        self.resend(world, old)
        first, second = world.outbox()
        assert (second.address, second.state) == ("ratt@example.se", MailState.WAITING)
        assert first.message_id != second.message_id
        with pytest.raises(StepNotAllowed, match="redan skickats om"):
            self.resend(world, old)

    def test_one_that_is_on_its_way_is_not_doubled(self, world: World) -> None:
        world.action(world.member())
        waiting = self.ended(world, MailState.WAITING)
        with pytest.raises(StepNotAllowed, match="redan på väg"):
            self.resend(world, waiting)

    def test_one_about_what_is_done_is_not_sent(self, world: World) -> None:
        karin = world.member()
        action = world.action(karin)
        old = self.ended(world)
        world.close(action, by=karin)
        with pytest.raises(Refused, match="klara"):
            self.resend(world, old)
