"""Publishing: who must have looked first, what is stored, later versions, taking back."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlmodel import Session, col, select

from minutes import ics
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.justering import correcting
from minutes.justering.service import TextChanged
from minutes.people.permissions import NOBODY
from minutes.publication import (
    feeds,
    jobs,
    public_coming,
    public_lists,
    public_queries,
    publishing,
    queries,
    service,
)
from minutes.publication.look import Choice
from minutes.publication.public_queries import Withdrawn
from minutes.publication.readers import Reader, reader
from minutes.publication.tables import (
    Audience,
    LookAnswer,
    Looker,
    Publication,
    PublicationState,
    PublishedFile,
    PublishedPart,
    Scope,
    Timing,
)
from minutes.register.tables import CancelledMeeting, MeetingState
from minutes.settings import Settings
from tests.builders import Builder
from tests.justering.test_canonical import MINUTES
from tests.publication.world import NOW, SECRET, World

__all__ = ["MINUTES"]
ADDRESS = "2026-10-14"


def everybody(session: Session) -> Reader:
    return reader(session.connection(), NOBODY)


def test_a_body_without_rules_publishes_nothing(world: World) -> None:
    world.answer()
    with pytest.raises(Refused, match="publicerar inget"):
        world.publish()


def test_nothing_is_published_before_each_finding_is_answered(world: World) -> None:
    world.rules()
    service.answer(world.session, world.meeting_id, [], {}, world.by())
    with pytest.raises(Refused, match="varje fynd"):
        world.publish()
    assert world.justering.meeting.state is MeetingState.JUSTERAT


def test_the_secretary_must_have_looked(world: World) -> None:
    world.rules()
    assert world.prepared.preparation is None
    assert world.prepared.obstacle is not None


def test_what_is_published_has_none_of_what_was_masked(world: World) -> None:
    found = world.session.get_one(Publication, world.published())
    parts = world.session.exec(select(PublishedPart.text)).all()
    for secret in SECRET:
        assert secret not in found.text
        assert not any(secret in part for part in parts)
    assert world.justering.meeting.state is MeetingState.PUBLISHED
    assert (found.address, found.version) == (ADDRESS, 1)
    assert found.justerat_on == dt.date(2026, 10, 20)
    assert found.justerat_by.split("\n") == ["Karin Lind", "Anna Berg", "Olle Berg"]


def test_reasons_are_kept_beside_what_was_chosen(world: World) -> None:
    world.rules()
    world.answer(withheld={0: "Sekretess"})
    kept = world.session.exec(select(LookAnswer)).all()
    assert {each.words for each in kept} >= set(SECRET)
    assert queries.withheld(world.session, world.meeting_id)[0].reason == "Sekretess"


def test_a_paragraph_is_withheld_only_with_a_reason(world: World) -> None:
    with pytest.raises(Refused, match="varför"):
        world.answer(withheld={0: "  "})
    world.session.rollback()
    assert queries.withheld(world.session, world.meeting_id) == {}


def test_the_chair_approves_the_very_text(world: World) -> None:
    world.rules(looker=Looker.CHAIR)
    world.answer()
    with pytest.raises(Refused, match="Ordföranden"):
        world.publish()
    world.session.rollback()
    seen = world.prepared.fingerprint
    service.approve(world.session, world.meeting_id, seen, world.by("anna"))
    assert world.prepared.obstacle is None
    world.answer(withheld={0: "Sekretess"})
    assert world.prepared.obstacle is not None
    with pytest.raises(TextChanged):
        service.approve(world.session, world.meeting_id, seen, world.by("anna"))


def test_only_what_the_page_showed_is_published(world: World) -> None:
    world.rules()
    world.answer()
    with pytest.raises(TextChanged):
        publishing.publish(world.session, world.meeting_id, "0" * 64, world.by())


def test_the_same_is_not_published_twice(world: World) -> None:
    world.published()
    with pytest.raises(Refused, match="likadant"):
        world.publish()


def test_minutes_that_are_not_justerade_cannot_be_published(world: World) -> None:
    other = world.justering.meeting
    other.state = MeetingState.RECORDED
    world.session.add(other)
    world.session.commit()
    with pytest.raises(StepNotAllowed):
        world.publish()


def test_of_a_body_that_publishes_decisions_nothing_else_is_published(world: World) -> None:
    world.rules(scope=Scope.DECISIONS)
    world.answer()
    found = world.session.get_one(Publication, world.publish())
    assert "Stugan städas" not in found.text
    assert "att mötena hålls på distans" in found.text


def test_the_lists_have_what_stands(world: World) -> None:
    world.published()
    session, asker = world.session, everybody(world.session)
    (body,) = public_lists.bodies(session.connection(), asker)
    assert (body.slug, body.meetings) == ("largruppen", 1)
    (meeting,), _ = public_lists.meetings(session.connection(), asker, 1)
    assert (meeting.address, meeting.decisions) == (ADDRESS, 1)
    (decision,), _ = public_lists.decisions(session.connection(), asker, 1)
    assert (decision.anchor, decision.text) == (
        "p1",
        "Gruppen beslutar att mötena hålls på distans.",
    )
    (coming,) = public_coming.coming(session.connection(), asker, dt.date(2026, 11, 1))
    assert (coming.date, coming.start, coming.place) == (
        dt.date(2026, 12, 9),
        dt.time(13, 30),
        "Gröna salen",
    )
    assert public_coming.coming(session.connection(), asker, dt.date(2026, 12, 10)) == ()


def test_a_coming_meeting_that_is_called_off_says_so_everywhere_and_not_why(world: World) -> None:
    world.published()
    row = CancelledMeeting(
        body_id=world.body.id or 0, date=dt.date(2026, 12, 9), reason="Ordföranden är sjuk", at=NOW
    )
    world.session.add(row)
    world.session.commit()
    asker = everybody(world.session)
    (coming,) = public_coming.coming(world.session.connection(), asker, dt.date(2026, 11, 1))
    assert coming.is_cancelled
    calendar = ics.written("x", "Möten", [feeds.ahead(coming)], NOW)
    assert b"STATUS:CANCELLED" in calendar
    assert "sjuk" not in calendar.decode()


def test_a_correction_is_published_as_a_version_that_says_what_changed(world: World) -> None:
    world.published()
    round_id = correcting.correct(
        world.session,
        world.meeting_id,
        1,
        "städas av föreningen",
        "städas av hyresgästen",
        "Felskrivet",
        dt.date(2026, 10, 22),
        world.justering.by("karin"),
    )
    for name in ("karin", "anna", "olle"):
        world.justering.sign(round_id, name)
    world.publish()
    latest, first = queries.versions(world.session, world.meeting_id)
    assert (first.state, latest.version, latest.address) == (
        PublicationState.REPLACED,
        2,
        ADDRESS,
    )
    assert latest.changes == (
        "Rättelse i 2 Övriga frågor: ”städas av föreningen” ska vara ”städas av hyresgästen”."
    )
    kept = world.session.exec(select(PublishedFile.publication_id).distinct()).all()
    assert kept == [latest.id]


def test_what_was_taken_back_says_why_and_is_listed_nowhere(world: World) -> None:
    world.published()
    publishing.withdraw(world.session, world.meeting_id, "Ett namn stod kvar.", world.by())
    session, asker = world.session, everybody(world.session)
    with pytest.raises(Withdrawn, match="Ett namn stod kvar"):
        public_queries.publication(session, asker, "largruppen", ADDRESS)
    assert public_lists.bodies(session.connection(), asker) == []
    assert session.exec(select(PublishedPart)).all() == []
    assert world.justering.meeting.state is MeetingState.JUSTERAT
    world.answer(choice=Choice.MASK, withheld={1: "Sekretess"})
    world.publish()
    _, again = public_queries.publication(session, asker, "largruppen", ADDRESS)
    assert again.version == 2
    assert not public_lists.decisions(session.connection(), asker, 1)[0] or "Lisa" not in again.text


def test_taking_back_needs_a_reason(world: World) -> None:
    world.published()
    with pytest.raises(Refused, match="varför"):
        publishing.withdraw(world.session, world.meeting_id, " ", world.by())


def test_each_reads_what_is_published_for_them(world: World, build: Builder) -> None:
    member = replace(NOBODY, person_id=1, permissions={world.body.id or 0: frozenset(["read"])})
    same = build.body("Rådet", world.body.organisation)
    colleague = replace(NOBODY, person_id=2, permissions={same.id or 0: frozenset(["read"])})
    stranger = replace(NOBODY, person_id=3, permissions={build.body().id or 0: frozenset(["read"])})
    readers = {
        "nobody": reader(world.session.connection(), NOBODY),
        "stranger": reader(world.session.connection(), stranger),
        "colleague": reader(world.session.connection(), colleague),
        "member": reader(world.session.connection(), member),
    }
    world.published()
    for audience, allowed in (
        (Audience.EVERYBODY, {"nobody", "stranger", "colleague", "member"}),
        (Audience.ORGANISATION, {"colleague", "member"}),
        (Audience.MEMBERS, {"member"}),
    ):
        found = world.session.exec(
            select(Publication).where(col(Publication.state) == PublicationState.PUBLISHED)
        ).one()
        found.audience = audience
        world.session.add(found)
        world.session.commit()
        for name, asker in readers.items():
            listed = public_lists.meetings(world.session.connection(), asker, 1)[0]
            assert bool(listed) == (name in allowed), (audience, name)
            if name not in allowed:
                with pytest.raises(NotFound):
                    public_queries.publication(world.session, asker, "largruppen", ADDRESS)


def test_what_waits_is_what_is_justerat_in_a_body_that_publishes(world: World) -> None:
    assert queries.unpublished(world.session, None) == []
    world.rules()
    (waiting,) = queries.unpublished(world.session, None)
    assert waiting.meeting_id == world.meeting_id
    assert queries.unpublished(world.session, frozenset()) == []
    world.answer()
    world.publish()
    assert queries.unpublished(world.session, None) == []
    assert NOW


def run_job(world: World, settings: Settings) -> str:
    said = jobs.publish_what_is_justerat(world.session, settings)
    world.session.commit()
    return said


def test_what_nobody_has_to_look_at_is_published_as_soon_as_it_is_justerat(
    world: World, settings: Settings
) -> None:
    world.rules(timing=Timing.WHEN_JUSTERAT, looker=Looker.NOBODY)
    assert "1 väntar" in run_job(world, settings)  # something was found in it
    world.answer()
    assert run_job(world, settings) == "1 protokoll publicerades."
    assert world.justering.meeting.state is MeetingState.PUBLISHED
    assert run_job(world, settings) == "0 protokoll publicerades."


def test_the_program_publishes_nothing_that_was_taken_back(
    world: World, settings: Settings
) -> None:
    world.rules(timing=Timing.WHEN_JUSTERAT, looker=Looker.NOBODY)
    world.answer()
    run_job(world, settings)
    publishing.withdraw(world.session, world.meeting_id, "Fel.", world.by())
    assert run_job(world, settings) == "0 protokoll publicerades."


def test_bodies_that_publish_by_hand_are_let_be(world: World, settings: Settings) -> None:
    world.rules(looker=Looker.NOBODY)
    world.answer()
    assert run_job(world, settings) == "0 protokoll publicerades."
