"""Who is told of minutes on their way: for review, justering and publication."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from minutes.commands.remind import report
from minutes.follow_up import agenda_service
from minutes.justering.tables import JusteringRules
from minutes.mail.sending import Outcome, Sender
from minutes.mail.tables import MailState, OutboxMessage
from minutes.mail.transports import SmtpTransport, server_of
from minutes.people.tables import Regime, Role
from minutes.publication import publishing
from minutes.publication import service as publication
from minutes.publication.tables import Looker, Publication, PublicationRules, Scope
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import MeetingState
from minutes.reminders import bodies, planning, queries, service
from minutes.reminders.duties import AGAIN, Duty, is_time
from minutes.reminders.jobs import end_of
from minutes.reminders.letters import ReminderComposer
from minutes.reminders.links import Links
from minutes.reminders.pace import Pace
from minutes.reminders.tables import DutyKind, Rhythm
from minutes.reminders.waiting import waiting
from tests.builders import Builder
from tests.justering.world import LATEST, SENDER
from tests.justering.world import World as Justering
from tests.mail.servers import Mailbox, Server
from tests.pages import Pages, text_of
from tests.publication.world import World as Published
from tests.reminders.world import DAY, at

LINKS = Links("https://minutes.example.se", "a key for tests only")
SENT = dt.date(2026, 10, 20)  # a Tuesday; the latest day is the Wednesday of the week after
kinds = st.sampled_from([kind for kind in DutyKind if kind is not DutyKind.REVIEW])


class TestRules:
    def told(self, duty: Duty, days: int) -> list[int]:
        """On which days after it arose it is told of, where somebody asks each day."""
        found: list[int] = []
        for n in range(days):
            last = duty.since + found[-1] * DAY if found else None
            if is_time(Duty(duty.kind, 1, duty.since, last, duty.latest), duty.since + n * DAY):
                found.append(n)
        return found

    @pytest.mark.parametrize(
        "kind,latest,days",
        [
            (DutyKind.REVIEW, None, [3, 10, 17]),
            (DutyKind.SEND, 14, [5, 12, 15, 22]),
            (DutyKind.SEND, 7, [2, 8, 15, 22]),
            (DutyKind.JUSTERING, 14, [11, 15, 22]),
            (DutyKind.SIGN, 14, [10, 15, 22]),
            (DutyKind.SIGN, 2, [1, 3, 10, 17]),
            (DutyKind.PUBLISH, None, [1, 8, 15, 22]),
            (DutyKind.WATCH, None, [1, 8, 15, 22]),
            (DutyKind.APPROVE, None, [1, 8, 15, 22]),
        ],
    )
    def test_when_each_is_told_of(
        self, kind: DutyKind, latest: int | None, days: list[int]
    ) -> None:
        duty = Duty(kind, 1, SENT, latest=None if latest is None else SENT + latest * DAY)
        assert self.told(duty, 24) == days

    @given(kind=kinds, latest=st.integers(0, 40))
    def test_what_is_late_has_been_told_of_the_day_after(self, kind: DutyKind, latest: int) -> None:
        days = self.told(Duty(kind, 1, SENT, latest=SENT + latest * DAY), 60)
        assert any(n in days for n in (latest + 1, max(1, latest)))
        late = [n for n in days if n > latest]
        assert all(after - before <= AGAIN.days for before, after in pairwise(late))

    @given(kind=st.sampled_from(DutyKind), latest=st.none() | st.integers(0, 40))
    def test_never_on_the_day_it_arose(self, kind: DutyKind, latest: int | None) -> None:
        day = None if latest is None else SENT + latest * DAY
        assert 0 not in self.told(Duty(kind, 1, SENT, latest=day), 2)


@pytest.fixture
def largruppen(session: Session, build: Builder) -> Justering:
    """A body with secretary, chair and justerare, and minutes that were registered."""
    made = Justering(session, build)
    meeting = made.meeting
    meeting.kind = MinutesKind.PROTOKOLL
    session.add(meeting)
    session.commit()
    return made


def told(world: Justering, day: dt.date) -> dict[str, list[str]]:
    """Who would be told of which duties on the day."""
    made = planning.plan(world.session, day)
    world.session.commit()
    return {
        mail.person.name: [duty.kind.value for duty in mail.duties]
        for mail in made.mails
        if mail.duties
    }


def decided(world: Justering, day: dt.date) -> int:
    return service.decide(world.session, day, at=at(day), ends=end_of(day), sender=SENDER).mails


def delivered(world: Justering, server: Server, day: dt.date) -> Outcome:
    sender = Sender(
        name="a",
        address=SENDER,
        transport=SmtpTransport(server_of(server.url())),
        composers={service.KIND: ReminderComposer(LINKS, lambda: day)},
        now=lambda: at(day, 7),
    )
    return sender.send_due(world.session, at(day, 8))


def mail_to(mailbox: Mailbox, name: str) -> str:
    (mail,) = [each for each in mailbox.mails if f"{name}@" in each["To"]]
    return f"{mail['Subject']}\n{mail.get_body(('plain',)).get_content()}"


def without_mails(world: Justering) -> None:
    """Take the mails that justering itself sent out of the way."""
    world.session.execute(sa.delete(OutboxMessage))
    world.session.commit()


def test_the_secretary_is_told_of_minutes_that_were_not_sent(
    largruppen: Justering, server: Server, mailbox: Mailbox
) -> None:
    meeting = largruppen.meeting
    assert told(largruppen, SENT - DAY) == {}
    assert told(largruppen, SENT) == {"Karin Lind": ["send"]}
    decided(largruppen, SENT)
    assert delivered(largruppen, server, SENT) == Outcome(sent=1)
    text = mail_to(mailbox, "karin")
    assert text.startswith("1 protokoll att skicka för justering\n")
    assert "ATT SKICKA FÖR JUSTERING" in text
    assert "Ska vara justerat senast 28 oktober 2026, om 8 dagar." in text
    assert f"https://minutes.example.se/moten/{meeting.id}/justering" in text
    assert "för att du är sekreterare" in text


def test_notes_and_minutes_that_nobody_justerar_are_not_asked_for(
    largruppen: Justering, session: Session
) -> None:
    meeting = largruppen.meeting
    meeting.kind = MinutesKind.MINNESANTECKNINGAR
    session.add(meeting)
    session.commit()
    assert told(largruppen, SENT) == {}
    meeting.kind, meeting.adjusters = MinutesKind.PROTOKOLL, ""
    session.add(meeting)
    session.commit()
    assert told(largruppen, SENT) == {}
    largruppen.body.regime = Regime.ASSOCIATION
    session.add(largruppen.body)
    session.commit()
    assert told(largruppen, SENT) == {"Karin Lind": ["send"]}
    nobody = {"by_chair": False, "by_secretary": False, "justerare": 0}
    session.add(JusteringRules(body_id=largruppen.body.id, **nobody))
    session.commit()
    assert told(largruppen, SENT) == {}


def test_of_old_minutes_taken_in_late_nobody_is_told(
    largruppen: Justering, session: Session
) -> None:
    meeting = largruppen.meeting
    meeting.date -= 200 * DAY
    session.add(meeting)
    session.commit()
    assert told(largruppen, SENT) == {}


def test_who_is_to_sign_is_told_before_the_latest_day_and_when_it_has_passed(
    largruppen: Justering, server: Server, mailbox: Mailbox
) -> None:
    round_id = largruppen.send(("anna", "olle"))
    without_mails(largruppen)
    assert told(largruppen, SENT + DAY) == {}
    soon = LATEST - 2 * DAY
    expected = {"Anna Berg": ["sign"], "Karin Lind": ["justering"], "Olle Berg": ["sign"]}
    assert told(largruppen, soon) == expected
    largruppen.sign(round_id, "anna")
    decided(largruppen, soon)
    delivered(largruppen, server, soon)
    assert "1 av 2 har skrivit under." in mail_to(mailbox, "karin")
    text = mail_to(mailbox, "olle")
    assert text.startswith("1 protokoll att justera\n")
    assert "Ska vara justerat senast 28 oktober 2026, om 2 dagar." in text
    assert f"https://minutes.example.se/justering/{round_id}" in text
    assert "för att du ska justera" in text
    assert told(largruppen, LATEST) == {}
    late = {"Anna Berg": ["justering"], "Karin Lind": ["justering"], "Olle Berg": ["sign"]}
    assert told(largruppen, LATEST + DAY) == late  # the chair hears of it now


def test_who_has_signed_meanwhile_gets_nothing(
    largruppen: Justering, server: Server, mailbox: Mailbox
) -> None:
    round_id = largruppen.send(("olle",))
    without_mails(largruppen)
    decided(largruppen, LATEST)
    largruppen.sign(round_id, "olle")
    assert delivered(largruppen, server, LATEST).not_needed == 1
    (mail,) = mailbox.mails  # about an action item of the secretary's
    assert "karin@" in mail["To"]
    assert "JUSTERING" not in mail_to(mailbox, "karin")


def test_in_order_only_the_one_whose_turn_it_is(largruppen: Justering) -> None:
    round_id = largruppen.send(("anna", "olle"), in_order=True)
    assert told(largruppen, LATEST) == {"Anna Berg": ["sign"], "Karin Lind": ["justering"]}
    largruppen.sign(round_id, "anna")
    assert told(largruppen, LATEST) == {"Olle Berg": ["sign"], "Karin Lind": ["justering"]}


@pytest.mark.parametrize("regime,opens", [(Regime.NONE, False), (Regime.ASSOCIATION, True)])
def test_a_justerare_without_an_account_has_a_link_or_signs_on_paper(
    largruppen: Justering,
    regime: Regime,
    opens: bool,
    server: Server,
    mailbox: Mailbox,
    session: Session,
) -> None:
    largruppen.body.regime = regime
    eva = largruppen.build.person("Eva Ek", "eva@example.se")
    largruppen.people["eva"] = eva
    session.add(largruppen.body)
    largruppen.send(("eva",))
    without_mails(largruppen)
    decided(largruppen, LATEST)
    delivered(largruppen, server, LATEST)
    text = mail_to(mailbox, "eva")
    assert ("/justering/lank/" in text) is opens
    assert ("på papper" in text) is not opens
    assert "kräver inloggning" not in text


def test_the_secretary_is_told_of_justerade_minutes_that_nobody_can_read(
    largruppen: Justering, server: Server, mailbox: Mailbox, session: Session
) -> None:
    round_id = largruppen.send(("olle",))
    largruppen.sign(round_id, "olle")
    without_mails(largruppen)
    assert told(largruppen, SENT + DAY) == {}  # the body publishes nothing
    session.add(PublicationRules(body_id=largruppen.body.id, scope=Scope.ALL))
    session.commit()
    assert told(largruppen, SENT) == {}
    assert told(largruppen, SENT + DAY) == {"Karin Lind": ["publish"]}
    decided(largruppen, SENT + DAY)
    delivered(largruppen, server, SENT + DAY)
    assert "Justerat 20 oktober 2026, i går, men inte publicerat." in mail_to(mailbox, "karin")
    meeting = largruppen.meeting
    meeting.state = MeetingState.PUBLISHED
    session.add(meeting)
    session.commit()
    assert told(largruppen, SENT + 20 * DAY) == {}


def test_the_chair_is_told_of_what_is_to_be_approved(
    session: Session, build: Builder, server: Server, mailbox: Mailbox
) -> None:
    published = Published(session, build)
    published.rules(looker=Looker.CHAIR)
    published.answer()
    world = published.justering
    without_mails(world)
    day = SENT + 2 * DAY  # the secretary has looked at it the day before
    assert told(world, day)["Anna Berg"] == ["approve"]
    decided(world, day)
    delivered(world, server, day)
    text = mail_to(mailbox, "anna")
    assert f"/moten/{world.meeting_id}/publicering/godkann" in text
    assert "Sekreteraren såg över det 21 oktober 2026, i går." in text
    assert "är ordförande" in text
    publication.approve(
        session, published.meeting_id, published.prepared.fingerprint, published.by()
    )
    assert "Anna Berg" not in told(world, day + 7 * DAY)


def test_nobody_is_told_to_publish_what_was_withdrawn(session: Session, build: Builder) -> None:
    published = Published(session, build)
    published.published()
    world, day = published.justering, SENT + 20 * DAY
    changed = world.meeting
    changed.kind = MinutesKind.PROTOKOLL
    session.add(changed)
    session.commit()
    publishing.withdraw(session, published.meeting_id, "Det var fel fil.", published.by())
    assert world.meeting.state is MeetingState.JUSTERAT
    assert told(world, day) == {}
    session.execute(sa.delete(Publication))  # what has never been published is asked about
    session.commit()
    assert told(world, day) == {"Karin Lind": ["publish"]}


def test_the_secretary_is_told_when_it_is_time_to_ask_for_a_decision(
    largruppen: Justering, server: Server, mailbox: Mailbox, session: Session
) -> None:
    by = agenda_service.By(largruppen.id("karin"), at(SENT - 20 * DAY))
    body = largruppen.body.id or 0
    meeting = largruppen.meeting
    meeting.kind = MinutesKind.MINNESANTECKNINGAR  # of which nothing else is asked
    session.add(meeting)
    session.commit()
    watched = agenda_service.watch(session, by, body_id=body, what="Årets budget", check_day=SENT)
    assert told(largruppen, SENT - DAY) == {}
    assert told(largruppen, SENT) == {"Karin Lind": ["watch"]}
    decided(largruppen, SENT)
    delivered(largruppen, server, SENT)
    text = mail_to(mailbox, "karin")
    assert text.startswith("1 beslut att fråga efter\n")
    assert "Ni väntar på beslutet och skulle fråga 20 oktober 2026, i dag." in text
    assert "https://minutes.example.se/organ/largruppen/nasta-mote" in text
    assert told(largruppen, SENT + DAY) == {}
    asked = agenda_service.By(by.person, at(SENT + DAY))
    agenda_service.came(session, asked, watched.id or 0, on=SENT, outcome="Beviljades.")
    assert told(largruppen, SENT + 7 * DAY) == {}


def test_the_dry_run_says_why(largruppen: Justering, session: Session) -> None:
    largruppen.send(("anna", "olle"))
    made = planning.plan(session, LATEST)
    actions = [id_ for mail in made.mails for id_ in mail.actions]
    facts = queries.facts(session, actions, LATEST)
    text = "\n".join(report(made, facts, waiting(session)))
    assert "Olle Berg <olle@example.se>" in text
    assert "väntar på mottagarens underskrift sedan 2026-10-20, senast 2026-10-28" in text
    assert "är inte färdigjusterat: skickat sedan 2026-10-20, senast 2026-10-28" in text


def test_who_wants_no_reminders_and_bodies_that_rest_are_left_alone(
    largruppen: Justering, session: Session
) -> None:
    largruppen.send(("olle",))
    service.choose(session, largruppen.id("karin"), Rhythm.NONE, at=at(SENT))
    assert told(largruppen, LATEST) == {"Olle Berg": ["sign"]}
    week = LATEST.isocalendar().week
    pace = Pace(quiet_weeks=frozenset({week}))
    bodies.set_pace(session, largruppen.body.id or 0, pace, by=1, at=at(SENT))
    assert told(largruppen, LATEST) == {}


def test_the_page_of_what_was_sent_has_what_is_about_ones_body(
    largruppen: Justering, pages_of: Callable[..., Pages], session: Session
) -> None:
    largruppen.send(("olle",))
    decided(largruppen, LATEST)
    mine = pages_of(Role.SECRETARY, largruppen.body).open("/hantera/utskick")
    addresses = [text_of(each) for each in mine.xpath("//main//td[1]//span[@class='address']")]
    assert sorted(addresses) == ["karin@example.se", "olle@example.se", "olle@example.se"]
    others = pages_of(Role.SECRETARY, largruppen.build.body()).open("/hantera/utskick")
    assert "@example.se" not in text_of(others)


def test_a_refused_mail_of_justering_is_sent_again_to_the_right_address(
    largruppen: Justering, pages_of: Callable[..., Pages], session: Session
) -> None:
    largruppen.send(("olle",))
    (mail,) = session.exec(select(OutboxMessage)).all()
    mail.state, mail.reply = MailState.REFUSED, "550 Finns inte"
    olle = largruppen.people["olle"]
    olle.email = "ny@example.se"
    session.add_all([mail, olle])
    session.commit()
    pages = pages_of(Role.SECRETARY, largruppen.body)
    assert "skickas igen" in text_of(pages.send(f"/hantera/utskick/{mail.id}/igen"))
    assert "redan skickats om" in text_of(pages.send(f"/hantera/utskick/{mail.id}/igen"))
    session.expire_all()
    addresses = [each.address for each in session.exec(select(OutboxMessage)).all()]
    assert addresses == ["olle@example.se", "ny@example.se"]
