"""Sending, signing, declining and withdrawing: right states, and everybody told who should be."""

import json

import pytest
from sqlmodel import Session, select

from minutes.audit import service as audit
from minutes.audit.tables import AuditEvent
from minutes.errors import Refused, StepNotAllowed
from minutes.justering import queries, service, signing
from minutes.justering.evidence import sealed_hash
from minutes.justering.service import TextChanged
from minutes.justering.signatories import Rules
from minutes.justering.signing import Proof
from minutes.justering.starting import Sending
from minutes.justering.tables import Evidence, FieldState, Means, RoundState
from minutes.register.tables import Decision, MeetingState
from minutes.review.service import register_draft, take_back
from tests.justering.world import LATEST, NOW, World


def test_sending_locks_the_text_and_asks_everybody(world: World) -> None:
    round_ = queries.round_(world.session, world.send())
    assert world.meeting.state is MeetingState.AWAITING_JUSTERING
    assert round_.fingerprint == world.seen
    assert "ordalydelse: Gruppen beslutar att mötena hålls på distans." in round_.text
    assert world.mailed() == [("asked", "karin"), ("asked", "anna"), ("asked", "olle")]


def test_a_locked_text_cannot_be_taken_back_to_review(world: World) -> None:
    world.send()
    with pytest.raises(StepNotAllowed, match="under justering"):
        take_back(world.session, world.meeting_id, by=None, at=NOW)


def test_it_is_justerat_when_the_last_has_signed(world: World) -> None:
    round_id = world.send()
    assert not world.sign(round_id, "olle")
    assert not world.sign(round_id, "karin")
    assert world.meeting.state is MeetingState.AWAITING_JUSTERING
    assert world.sign(round_id, "anna")
    assert world.meeting.state is MeetingState.JUSTERAT
    assert queries.round_(world.session, round_id).state is RoundState.COMPLETED
    told = [to for about, to in world.mailed() if about == "completed"]
    assert sorted(told) == ["anna", "karin", "olle"]


def test_a_signature_keeps_who_when_how_and_what(world: World) -> None:
    round_id = world.send()
    world.sign(round_id, "olle")
    (given,) = queries.evidence(world.session, round_id)
    assert (given.name, given.role.value, given.means) == ("Olle Berg", "justerare", Means.PASSWORD)
    assert given.at == NOW
    assert given.fingerprint == queries.round_(world.session, round_id).fingerprint
    assert given.fingerprint in given.consent
    assert (given.account, given.address) == ("olle@example.se", "192.0.2.7")


def test_the_chain_of_events_keeps_the_hash_of_the_signature(world: World) -> None:
    round_id = world.send()
    world.sign(round_id, "olle")
    (given,) = queries.evidence(world.session, round_id)
    query = select(AuditEvent).where(AuditEvent.act == "justering.signed")
    event = world.session.exec(query).one()
    assert json.loads(event.details)["bevis"] == sealed_hash(given)
    given.consent = given.consent.replace("läst", "sett")
    assert json.loads(event.details)["bevis"] != sealed_hash(given)
    assert audit.verify(world.session).broken_at is None


def test_in_order_the_next_is_asked_when_the_one_before_has_signed(world: World) -> None:
    round_id = world.send(in_order=True)
    assert world.mailed() == [("asked", "karin")]
    with pytest.raises(Refused, match="Karin Lind skriver under först"):
        world.sign(round_id, "anna")
    assert queries.waiting_for(world.session, world.id("anna")) == []
    world.sign(round_id, "karin")
    assert world.mailed() == [("asked", "karin"), ("asked", "anna")]
    assert [each.round_id for each in queries.waiting_for(world.session, world.id("anna"))] == [
        round_id
    ]


def test_who_has_signed_cannot_sign_again(world: World) -> None:
    round_id = world.send()
    world.sign(round_id, "olle")
    with pytest.raises(StepNotAllowed, match="Du har redan skrivit under"):
        world.sign(round_id, "olle")
    world.session.rollback()
    assert len(queries.evidence(world.session, round_id)) == 1


def test_a_text_that_was_not_the_one_shown_cannot_be_signed(world: World) -> None:
    round_id = world.send()
    with pytest.raises(TextChanged, match="inte den som du såg"):
        world.sign(round_id, "olle", seen="0" * 64)


def test_a_register_that_was_changed_under_the_text_is_found_out(world: World) -> None:
    round_id = world.send()
    decision = world.session.exec(select(Decision)).one()
    decision.text = "Mötena hålls på plats."
    world.session.add(decision)
    world.session.commit()
    with pytest.raises(TextChanged, match="har ändrats sedan texten skickades"):
        world.sign(round_id, "olle")


def test_withdrawing_voids_the_signatures_with_the_reason(world: World) -> None:
    round_id = world.send()
    world.sign(round_id, "olle")
    service.withdraw(world.session, round_id, " Fel namn i § 2. ", world.by("karin"))
    assert world.meeting.state is MeetingState.RECORDED
    assert {each.state for each in queries.fields(world.session, round_id)} == {FieldState.VOID}
    (given,) = queries.evidence(world.session, round_id)
    assert (given.voided_at, given.void_reason) == (NOW, "Fel namn i § 2.")
    assert [to for about, to in world.mailed() if about == "withdrawn"] == ["anna", "olle"]


def test_a_text_withdrawn_a_moment_before_cannot_be_signed(world: World) -> None:
    round_id = world.send()
    service.withdraw(world.session, round_id, "Fel namn.", world.by("karin"))
    with pytest.raises(StepNotAllowed, match="har tagits tillbaka"):
        world.sign(round_id, "olle")


def test_what_was_withdrawn_is_compared_with_when_it_is_sent_again(world: World) -> None:
    first = world.send()
    service.withdraw(world.session, first, "Fel namn.", world.by("karin"))
    decision = world.session.exec(select(Decision)).one()
    decision.text = "Mötena hålls på plats."
    world.session.add(decision)
    world.session.commit()
    second = world.send()
    round_ = queries.round_(world.session, second)
    seen = queries.seen_before(world.session, world.field(second, "olle"), round_)
    assert seen == queries.round_(world.session, first).text
    assert queries.seen_before(world.session, world.field(first, "olle"), round_) == seen


def test_a_withdrawn_text_outlives_the_meeting_that_is_taken_back(world: World) -> None:
    round_id = world.send()
    service.withdraw(world.session, round_id, "Fel namn.", world.by("karin"))
    take_back(world.session, world.meeting_id, by=None, at=NOW)
    world.session.expire_all()
    assert queries.round_(world.session, round_id).meeting_id is None


def test_minutes_registered_anew_are_compared_with_what_was_withdrawn(world: World) -> None:
    first = world.send()
    service.withdraw(world.session, first, "Fel namn.", world.by("karin"))
    draft_id = take_back(world.session, world.meeting_id, by=None, at=NOW)
    world.meeting_id = register_draft(world.session, draft_id, by=None, at=NOW)
    rounds = queries.rounds_of_meeting(world.session, world.meeting)
    assert [each.id for each in rounds] == [first]
    second = queries.round_(world.session, world.send())
    own = world.field(second.id or 0, "olle")
    assert queries.seen_before(world.session, own, second) == rounds[0].text


def test_a_reason_is_needed_to_withdraw_and_to_decline(world: World) -> None:
    round_id = world.send()
    with pytest.raises(Refused, match="varför"):
        service.withdraw(world.session, round_id, "  ", world.by("karin"))
    world.session.rollback()
    field_id = world.field(round_id, "olle").id or 0
    with pytest.raises(Refused, match="varför"):
        signing.decline(world.session, round_id, field_id, "", world.by("olle"))


def test_secretary_and_chair_are_told_at_once_of_who_declines(world: World) -> None:
    round_id = world.send()
    field_id = world.field(round_id, "olle").id or 0
    signing.decline(world.session, round_id, field_id, "Jag var inte med.", world.by("olle"))
    told = [to for about, to in world.mailed() if about == "declined"]
    assert told == ["karin", "anna"]
    assert world.meeting.state is MeetingState.AWAITING_JUSTERING
    assert not world.sign(round_id, "olle")  # and may change their mind


def test_an_objection_is_told_at_once_and_stands_in_the_way(world: World) -> None:
    round_id = world.send()
    own = world.field(round_id, "olle").id or 0
    by = world.by("olle")
    signing.answer(world.session, round_id, own, 1, None, by)
    signing.answer(world.session, round_id, own, 0, "Det var på tisdagar.", by)
    assert [to for about, to in world.mailed() if about == "objected"] == ["karin", "anna"]
    with pytest.raises(Refused, match="invändning som står kvar"):
        world.sign(round_id, "olle")
    world.session.rollback()
    signing.answer(world.session, round_id, own, 0, None, by)
    assert not world.sign(round_id, "olle")


@pytest.mark.parametrize("place", [-1, 2, 99])
def test_an_answer_to_a_paragraph_that_is_not_there_is_refused(world: World, place: int) -> None:
    round_id = world.send()
    own = world.field(round_id, "olle").id or 0
    with pytest.raises(Refused, match="ingen sådan paragraf"):
        signing.answer(world.session, round_id, own, place, None, world.by("olle"))


def test_a_signature_on_paper_is_worth_as_much(world: World) -> None:
    round_id = world.send(["olle"])
    proof = Proof(Means.PAPER, NOW, noted_by=world.id("karin"), filename="s.pdf", content=b"%PDF-1")
    own = world.field(round_id, "olle").id or 0
    seen = queries.round_(world.session, round_id).fingerprint
    assert signing.sign(world.session, round_id, own, seen, proof, world.by("karin"))
    assert world.meeting.state is MeetingState.JUSTERAT
    given = world.session.exec(select(Evidence)).one()
    assert (given.name, given.noted_by, len(given.content_sha256)) == (
        "Olle Berg",
        world.id("karin"),
        64,
    )


def test_what_was_changed_since_the_page_was_shown_is_not_sent(world: World) -> None:
    sending = Sending(world.signatories("olle"), LATEST, False, "0" * 64)
    with pytest.raises(TextChanged):
        service.send(world.session, world.meeting_id, sending, world.by("karin"))
    world.session.rollback()
    assert world.meeting.state is MeetingState.RECORDED


def test_minutes_are_sent_once(world: World) -> None:
    world.send()
    with pytest.raises(StepNotAllowed, match="under justering"):
        world.send()


def test_a_body_keeps_its_rules(world: World, session: Session) -> None:
    body_id = world.body.id or 0
    assert queries.rules_of(session, body_id) == Rules(justerare=0)
    service.set_rules(session, body_id, Rules(justerare=2, links=True), world.by("karin"))
    service.set_rules(session, body_id, Rules(justerare=3, days=10), world.by("karin"))
    assert queries.rules_of(session, body_id) == Rules(justerare=3, days=10)


@pytest.mark.parametrize(
    "rules",
    [Rules(days=0), Rules(justerare=7), Rules(by_chair=False, by_secretary=False, justerare=0)],
)
def test_rules_that_make_no_sense_are_refused(world: World, rules: Rules) -> None:
    with pytest.raises(Refused):
        service.set_rules(world.session, world.body.id or 0, rules, world.by("karin"))
