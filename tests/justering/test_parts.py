"""Omedelbar justering of some paragraphs, and a rättelse afterwards."""

import datetime as dt

import pytest
from sqlmodel import col, select

from minutes import clock
from minutes.errors import Refused, StepNotAllowed
from minutes.justering import correcting, queries, service
from minutes.justering.canonical import read_canonical
from minutes.justering.starting import Sending
from minutes.justering.tables import RoundState
from minutes.register.tables import Item, MeetingState
from minutes.review.service import take_back
from minutes.web.language import COOKIE as LANGUAGE
from tests.justering.test_routes import Open, as_, form
from tests.justering.world import LATEST, NOW, World
from tests.pages import text_of

__all__ = ["as_"]

TODAY = dt.date(2026, 10, 21)


def send_part(world: World, written: str = "1") -> int:
    sending = Sending(world.signatories("anna", "olle"), LATEST, False, world.seen)
    by = world.by("karin")
    return service.send_paragraphs(world.session, world.meeting_id, written, sending, by)


def correct(world: World, before: str = "Listan gicks", place: int = 0, **more: str) -> int:
    said = {"after": "Listorna gicks", "reason": "Skrivfel."} | more
    by = world.by("karin")
    return correcting.correct(
        world.session, world.meeting_id, place, before, said["after"], said["reason"], TODAY, by
    )


def justerat(world: World) -> int:
    """Minutes that anna and olle have signed."""
    round_id = world.send(["anna", "olle"])
    for name in ("anna", "olle"):
        world.sign(round_id, name)
    return round_id


def test_a_paragraph_is_justerad_by_itself_while_the_rest_waits(world: World) -> None:
    round_id = send_part(world)
    text = read_canonical(queries.round_(world.session, round_id).text)
    assert [each.label for each in text.paragraphs] == ["1 Föregående möte"]
    assert text.covers == "omedelbar justering"
    assert world.meeting.state is MeetingState.RECORDED
    assert not world.sign(round_id, "anna")
    assert world.sign(round_id, "olle")
    assert world.meeting.state is MeetingState.RECORDED
    items = world.session.exec(select(Item).order_by(col(Item.position))).all()
    assert [each.justerad_at for each in items] == [NOW, None]


def test_minutes_with_a_justerad_paragraph_are_not_taken_back_to_review(world: World) -> None:
    round_id = send_part(world)
    for name in ("anna", "olle"):
        world.sign(round_id, name)
    with pytest.raises(Refused, match="omedelbart justerad"):
        take_back(world.session, world.meeting_id, by=None, at=NOW)
    world.session.rollback()
    assert justerat(world)  # but the whole is justerat as usual


def test_a_part_whose_meeting_was_taken_back_is_not_signed(world: World) -> None:
    round_id = send_part(world)
    take_back(world.session, world.meeting_id, by=None, at=NOW)
    world.session.expire_all()
    with pytest.raises(StepNotAllowed, match="tagits tillbaka till granskningen"):
        world.sign(round_id, "olle")


def test_the_same_paragraph_is_not_sent_twice(world: World) -> None:
    first = send_part(world)
    with pytest.raises(Refused, match="1 Föregående möte är redan"):
        send_part(world)
    world.session.rollback()
    service.withdraw(world.session, first, "Fel.", world.by("karin"))
    assert world.meeting.state is MeetingState.RECORDED
    assert send_part(world) > first


@pytest.mark.parametrize("written,says", [("", "vilka paragrafer"), ("9", "ingen paragraf 9")])
def test_which_paragraphs_has_to_be_said(world: World, written: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        send_part(world, written)


def test_a_slip_of_the_pen_is_corrected_beside_the_text_and_justerad_in_its_turn(
    world: World,
) -> None:
    signed = queries.round_(world.session, justerat(world))
    round_id = correct(world)
    text = read_canonical(queries.round_(world.session, round_id).text)
    assert text.corrects == signed.fingerprint
    (correction,) = text.corrections
    assert (correction.place, correction.before) == ("1 Föregående möte", "Listan gicks")
    names = [each.name for each in queries.fields(world.session, round_id)]
    assert names == ["Anna Berg", "Olle Berg"]
    world.sign(round_id, "anna")
    world.sign(round_id, "olle")
    assert queries.round_(world.session, round_id).state is RoundState.COMPLETED
    assert world.meeting.state is MeetingState.JUSTERAT
    assert world.seen == signed.fingerprint  # the register says what was signed


@pytest.mark.parametrize(
    "changes,says",
    [
        ({"before": "Listan försvann"}, "innehåller inte orden"),
        ({"before": " "}, "de ord som är fel"),
        ({"after": ""}, "vad som ska stå"),
        ({"reason": ""}, "skälet"),
        ({"before": "Listan", "after": "Listan"}, "desamma"),
        ({"place": 9}, "vilken punkt"),
    ],
)
def test_what_is_no_correction_is_refused(world: World, changes: dict[str, str], says: str) -> None:
    justerat(world)
    with pytest.raises(Refused, match=says):
        correct(world, **changes)  # type: ignore[arg-type]


def test_only_justerade_minutes_are_corrected(world: World) -> None:
    with pytest.raises(StepNotAllowed, match="registrerat"):
        correct(world)
    world.session.rollback()
    world.send()
    with pytest.raises(StepNotAllowed, match="under justering"):
        correct(world)


def test_a_correction_is_compared_with_no_other(world: World) -> None:
    justerat(world)
    service.withdraw(world.session, correct(world), "Det var rätt.", world.by("karin"))
    second = queries.round_(world.session, correct(world))
    own = world.field(second.id or 0, "olle")
    assert queries.seen_before(world.session, own, second) is None


def test_a_correction_can_be_withdrawn_and_the_minutes_stay_justerade(world: World) -> None:
    justerat(world)
    service.withdraw(world.session, correct(world), "Det var rätt.", world.by("karin"))
    assert world.meeting.state is MeetingState.JUSTERAT


def test_the_secretary_sends_one_point_from_the_page(world: World, as_: Open) -> None:
    karin = as_("karin")
    path = f"/moten/{world.meeting_id}/justering"
    sent = form(karin.open(path), "Skicka för justering")
    page = karin.send(path, sent | {"omfattning": "delar", "punkter": "1", "ordning": "samtidigt"})
    assert "Omedelbar justering" in text_of(page)
    (latest,) = page.xpath("//main//p[@class='meeting__line']//time/@datetime")
    assert latest == clock.today().isoformat()
    assert "Övriga frågor" not in text_of(page)
    meeting = text_of(karin.open(f"/moten/{world.meeting_id}"))
    assert "1 Föregående möte: under omedelbar justering." in meeting
    assert "Skicka för justering" in meeting  # the rest
    karin.set_cookie(LANGUAGE, "en")
    meeting = text_of(karin.open(f"/moten/{world.meeting_id}"))
    assert "1 Föregående möte: under immediate approval." in meeting


def test_a_correction_is_made_and_seen_on_the_pages(world: World, as_: Open) -> None:
    justerat(world)
    karin = as_("karin")
    path = f"/moten/{world.meeting_id}/rattelse"
    (link,) = karin.open(f"/moten/{world.meeting_id}").xpath("//a[contains(., 'skrivfel')]/@href")
    assert link == path
    sent = {"punkt": "0", "fel": "Listan har", "ratt": "Listorna gicks", "skal": "Skrivfel"}
    page = karin.send(path, sent, status=422)
    assert "innehåller inte orden ”Listan har”" in text_of(page)
    assert page.xpath("string(//textarea[@name='ratt'])").strip() == "Listorna gicks"
    page = karin.send(path, sent | {"fel": "Listan gicks"})
    assert "Ska lyda: Listorna gicks" in text_of(page)
    meeting = karin.open(f"/moten/{world.meeting_id}")
    assert "Rättelse som väntar på underskrift" in text_of(meeting)
    assert meeting.xpath("string(//del)") == "Listan gicks"
    round_id = queries.waiting_for(world.session, world.id("olle"))[0].round_id
    for name in ("anna", "olle"):
        world.sign(round_id, name)
    assert "Rättat" in text_of(karin.open(f"/moten/{world.meeting_id}"))
    assert as_("olle").get(path).status_code == 403
