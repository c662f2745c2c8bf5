import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlmodel import Session, col, select

from minutes.audit.tables import AuditEvent
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.follow_up import action_list, open_actions, queries, service
from minutes.follow_up.lifecycle import present
from minutes.follow_up.owners import Owner
from minutes.follow_up.queries import ActionRow
from minutes.follow_up.tables import ActionEvent, ActionNow, ActionState, Via
from minutes.follow_up.tables import ActionEventKind as Kind
from minutes.follow_up.timeline import timeline
from minutes.paging import PAGE
from minutes.people.tables import Body, Person, Role
from minutes.register.tables import ActionItem, ActionOwner
from tests.builders import Builder
from tests.review.drafts import AT

pytestmark = pytest.mark.usefixtures("meeting")
TODAY = AT.date()
LATER = TODAY + dt.timedelta(days=30)


@dataclass
class Acts:
    """What one person does with action item 1."""

    session: Session
    by: int

    def __call__(self, act: Callable[..., bool], **said: object) -> bool:
        return act(self.session, 1, by=self.by, at=AT, **said)

    def row(self, day: dt.date = TODAY) -> ActionRow:
        row = queries.action(self.session, 1, day)
        self.session.commit()
        return row


@pytest.fixture
def acts(session: Session, karin: Person) -> Acts:
    return Acts(session, karin.id or 0)


def to(*persons: Person) -> list[Owner]:
    return [Owner(each.name, person_id=each.id) for each in persons]


def test_the_new_day_is_counted_in_sweden(acts: Acts) -> None:
    half_past_midnight = dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)
    asked = {"by": acts.by, "at": half_past_midnight}
    assert service.give_more_time(acts.session, 1, due=dt.date(2026, 11, 23), **asked)
    with pytest.raises(Refused, match="redan varit"):
        service.give_more_time(acts.session, 1, due=dt.date(2026, 11, 22), **asked)


def test_every_act_leads_to_its_state(acts: Acts) -> None:
    steps = [
        (service.start, ActionState.IN_PROGRESS),
        (service.wait, ActionState.WAITING),
        (service.drop, ActionState.DROPPED),
        (service.reopen, ActionState.OPEN),
        (service.mark_done, ActionState.DONE),
    ]
    for act, state in steps:
        assert acts(act)
        assert acts.row().state is state


def test_an_act_says_who_when_why_and_from_where(session: Session, acts: Acts) -> None:
    acts(service.wait, note=" Väntar på svar ", via=Via.MAIL)
    (event,) = timeline(session, 1)
    assert (event.by, event.at, event.note, event.via) == (
        "Karin Lind",
        AT,
        "Väntar på svar",
        Via.MAIL,
    )


def test_every_act_is_written_down(session: Session, acts: Acts) -> None:
    acts(service.give_more_time, due=LATER, note="Sjuk")
    event = session.exec(select(AuditEvent).order_by(col(AuditEvent.id).desc())).first()
    assert event is not None
    assert (event.act, event.subject) == ("action.more_time", "action:1")
    assert LATER.isoformat() in event.details


def test_a_comment_is_not_copied_into_the_log(session: Session, acts: Acts) -> None:
    acts(service.comment, text="Ett känsligt namn")
    event = session.exec(select(AuditEvent).order_by(col(AuditEvent.id).desc())).first()
    assert event is not None
    assert "känsligt" not in event.details


def test_more_time_moves_the_day_and_the_minutes_keep_theirs(session: Session, acts: Acts) -> None:
    acts(service.give_more_time, due=LATER)
    assert acts.row().due == LATER
    assert queries.late_by_body(session, None, dt.date(2026, 11, 2)) == []


@pytest.mark.parametrize("days", [-1, 5000])
def test_a_day_that_has_been_or_is_far_away_is_refused(acts: Acts, days: int) -> None:
    with pytest.raises(Refused):
        acts(service.give_more_time, due=AT.date() + dt.timedelta(days=days))
    assert acts.row().due == dt.date(2026, 11, 1)


def test_what_is_closed_takes_no_step_but_opening_and_comments(acts: Acts) -> None:
    acts(service.drop, note="Behövs inte")
    for act, said in [
        (service.mark_done, {}),
        (service.start, {}),
        (service.give_more_time, {"due": LATER}),
        (service.hand_over, {"to": [Owner("Någon")]}),
    ]:
        with pytest.raises(StepNotAllowed):
            acts(act, **said)
        acts.session.rollback()
    assert acts(service.comment, text="Tack")
    assert acts(service.reopen)


def test_an_action_item_that_is_not_there(session: Session) -> None:
    with pytest.raises(NotFound):
        service.mark_done(session, 99, by=None, at=AT)


def test_an_empty_comment_and_one_without_end_are_refused(acts: Acts) -> None:
    for text in ("  ", "x" * 4001):
        with pytest.raises(Refused):
            acts(service.comment, text=text)


class TestHandingOver:
    def test_it_becomes_the_others(self, session: Session, acts: Acts, olle: Person) -> None:
        acts(service.hand_over, to=to(olle))
        row = acts.row()
        assert (row.state, row.owners) == (ActionState.HANDED_OVER, (("Olle Berg", olle.id),))

        def mine(person_id: int | None) -> set[int]:
            return {each.id for each in queries.owned_by(session, person_id or 0, AT, AT.date())}

        assert mine(olle.id) == {1, 2}
        assert mine(acts.by) == set()

    def test_it_is_found_by_its_new_owner_in_the_list(
        self, session: Session, acts: Acts, olle: Person
    ) -> None:
        acts(service.hand_over, to=to(olle))
        for name, count in (("olle", 2), ("karin", 0)):
            wanted = action_list.Filter(owner=name)
            assert len(action_list.all_actions(session, None, wanted, AT.date())) == count

    def test_nobody_is_refused(self, acts: Acts) -> None:
        with pytest.raises(Refused):
            acts(service.hand_over, to=[])

    def test_a_role_follows_the_mandate(
        self, acts: Acts, build: Builder, body: Body, session: Session
    ) -> None:
        before, then = build.person("Anna Berg"), build.person("Bo Ek")
        last = dt.date(2026, 12, 31)
        build.mandate(before, body, Role.CHAIR, last_day=last)
        build.mandate(then, body, Role.CHAIR, first_day=last + dt.timedelta(days=1))
        chair = Owner("Ordföranden i Lärgruppen", body_id=body.id, role=Role.CHAIR)
        acts(service.hand_over, to=[chair])
        assert acts.row(last).owner_ids == {before.id}
        assert acts.row(last + dt.timedelta(days=1)).owner_ids == {then.id}
        mine = queries.owned_by(session, then.id or 0, AT, last + dt.timedelta(days=1))
        assert [each.id for each in mine] == [1]

    def test_a_body_answers_by_its_chair(
        self, acts: Acts, build: Builder, session: Session
    ) -> None:
        committee, chair = build.body("Arbetsutskottet"), build.person("Dan Gran")
        build.mandate(chair, committee, Role.CHAIR)
        acts(service.hand_over, to=[Owner(committee.name, body_id=committee.id)])
        assert acts.row().owners == (("Arbetsutskottet (Dan Gran)", chair.id),)
        assert [e.id for e in queries.owned_by(session, chair.id or 0, AT, AT.date())] == [1]

    def test_of_several_one_is_enough_unless_all_must(
        self, acts: Acts, karin: Person, olle: Person
    ) -> None:
        acts(service.hand_over, to=to(karin, olle))
        acts(service.mark_done)
        assert acts.row().state is ActionState.DONE

    def test_where_all_must_it_is_done_when_the_last_is(
        self, session: Session, acts: Acts, karin: Person, olle: Person
    ) -> None:
        acts(service.hand_over, to=to(karin, olle), needs_all=True)
        assert acts(service.mark_done)
        assert not acts(service.mark_done)  # said already
        assert not acts.row().is_done
        Acts(session, olle.id or 0)(service.mark_done)
        assert acts.row().is_done
        assert [each.kind for each in timeline(session, 1)] == [
            Kind.DONE,
            Kind.PART_DONE,
            Kind.HANDED_OVER,
        ]


class TestWithoutOwner:
    @pytest.fixture
    def unowned(self, session: Session, acts: Acts) -> int:
        """Action item 1, with a name that nobody knows."""
        owner = session.exec(select(ActionOwner).where(ActionOwner.action_item_id == 1)).one()
        owner.person_id, owner.name = None, "Vaktmästaren"
        session.add(owner)
        session.commit()
        return 1

    def listed(self, session: Session) -> list[int]:
        return [each.id for each in open_actions.unassigned(session, None, AT.date()).rows]

    def test_it_is_listed_until_somebody_has_it(
        self, session: Session, acts: Acts, olle: Person, unowned: int
    ) -> None:
        assert self.listed(session) == [unowned]
        acts(service.hand_over, to=to(olle))
        assert self.listed(session) == []
        assert acts.row().state is ActionState.OPEN  # it was assigned, and not handed over
        assert timeline(session, 1)[0].kind is Kind.ASSIGNED

    def test_a_role_that_somebody_holds_is_an_owner(
        self, session: Session, build: Builder, body: Body, unowned: int
    ) -> None:
        owner = session.exec(select(ActionOwner).where(ActionOwner.action_item_id == 1)).one()
        owner.name = "Ordföranden"
        session.add(owner)
        session.commit()
        assert self.listed(session) == [1]
        chair = build.person()
        build.mandate(chair, body, Role.CHAIR)
        assert self.listed(session) == []
        assert [e.id for e in queries.owned_by(session, chair.id or 0, AT, AT.date())] == [1]

    def test_a_long_list_has_pages_and_none_is_filled_by_what_a_role_answers_for(
        self, session: Session, build: Builder, body: Body, unowned: int
    ) -> None:
        build.mandate(build.person(), body, Role.CHAIR)
        meeting_id = session.get_one(ActionItem, unowned).meeting_id
        for number in range(2 * PAGE):
            item = ActionItem(meeting_id=meeting_id, text=f"{number}", quote="", position=1)
            session.add(item)
            session.flush()
            if number < PAGE:  # the body's own work, which its chair answers for
                session.add(ActionOwner(action_item_id=item.id, position=0, name="Styrelsen"))
        session.commit()
        pages = [open_actions.unassigned(session, None, AT.date(), page) for page in (1, 2, 3)]
        assert [len(each.rows) for each in pages] == [PAGE, 1, 0]
        assert [each.paging.is_more for each in pages] == [True, False, False]


def test_what_is_stored_is_what_the_events_make(
    session: Session, acts: Acts, karin: Person, olle: Person
) -> None:
    acts(service.start)
    acts(service.give_more_time, due=LATER)
    acts(service.hand_over, to=to(karin, olle), needs_all=True)
    acts(service.mark_done)
    acts(service.wait)
    events = session.exec(select(ActionEvent).order_by(col(ActionEvent.id)))
    now, stored = present(False, events), session.get_one(ActionNow, 1)
    assert (stored.state, stored.since, stored.due, stored.handed_by, stored.needs_all) == (
        now.state,
        now.since,
        now.due,
        now.handed_by,
        now.needs_all,
    )
