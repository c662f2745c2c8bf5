"""The anslagstavla: put up, asked for over HTTP, extended, taken down, proved."""

import datetime as dt
import io
import threading
from collections.abc import Callable, Iterator

import pytest
from docx import Document
from flask import Flask
from sqlmodel import select
from werkzeug.serving import make_server

from minutes import clock
from minutes.audit.tables import AuditEvent
from minutes.errors import Refused
from minutes.people.tables import Regime, Role
from minutes.publication import notice_queries, notice_service, service
from minutes.publication.checking import asker
from minutes.publication.service import By
from minutes.publication.tables import Notice, PostingCheck, PublicationRules, Scope
from minutes.swedish_time import STOCKHOLM
from tests.pages import Pages, text_of
from tests.publication.world import NOW, World

KEPT = "Kansliet, Storgatan 1"
DAY = dt.timedelta(days=1)


def by(at: dt.datetime) -> By:
    return By(None, at, at.date())


def posted(world: World, at: dt.datetime | None = None) -> int:
    return notice_service.post_by_hand(world.session, world.meeting_id, KEPT, at, world.by(at=NOW))


def notice(world: World, notice_id: int) -> Notice:
    return world.session.get_one(Notice, notice_id, populate_existing=True)


def seen(world: World, notice_id: int, days: int, *, missing: int | None = None) -> None:
    """Let it be asked for six times a day on so many days from that on which it was put up."""
    for number in range(days * 6):
        at = NOW + dt.timedelta(hours=4 * number)
        day = at.astimezone(STOCKHOLM).date()
        stood = missing is None or day != (NOW + DAY * missing).date()
        notice_service.check(world.session, notice_id, (stood, "x"), by(at))


def test_a_notice_says_what_the_law_asks(world: World, anonymous: Pages) -> None:
    notice_id = posted(world)
    text = text_of(anonymous.open(f"/anslagstavla/{notice_id}"))
    for said in (
        "OrganLärgruppen, Region Sjöland",
        "Sammanträdesdatum14 oktober 2026",
        "Paragrafer1–2",
        "Justerat20 oktober 2026",
        "Anslaget sattes upp21 oktober 2026",
        "Sista dag att överklaga11 november 2026",
        "Anslaget tas ned tidigast12 november 2026",
        f"Protokollet finns{KEPT}",
    ):
        assert said in text, said
    assert anonymous.open("/anslagstavla").xpath(f"//a[@href='/anslagstavla/{notice_id}']")


def test_nobody_announces_twice_or_without_saying_where_the_minutes_are(world: World) -> None:
    posted(world)
    with pytest.raises(Refused, match="redan"):
        posted(world)
    world.session.rollback()
    with pytest.raises(Refused, match="var protokollet"):
        notice_service.post_by_hand(world.session, world.meeting_id, " ", None, world.by())


def test_a_notice_waits_for_its_time(world: World, anonymous: Pages) -> None:
    later = NOW + DAY
    notice_id = posted(world, later)
    assert anonymous.get(f"/anslagstavla/{notice_id}").status_code == 404
    assert notice_service.post_due(world.session, by(NOW)) == 0
    assert notice_service.post_due(world.session, by(later)) == 1
    assert notice(world, notice_id).latest_appeal == dt.date(2026, 11, 12)


def test_it_is_taken_down_on_the_first_lawful_day_and_not_before(
    world: World, anonymous: Pages
) -> None:
    notice_id = posted(world)
    seen(world, notice_id, 21)
    now = notice(world, notice_id)
    assert (now.days_up, now.taken_down_at) == (20, None)
    notice_service.check(world.session, notice_id, (True, "x"), by(NOW + DAY * 22))
    now = notice(world, notice_id)
    assert (now.days_up, now.taken_down_at) == (21, NOW + DAY * 22)
    assert anonymous.get(f"/anslagstavla/{notice_id}").status_code == 410
    assert "Inget protokoll är anslaget" in text_of(anonymous.open("/anslagstavla"))


def test_a_day_on_which_it_did_not_answer_makes_the_period_longer(world: World) -> None:
    notice_id = posted(world)
    seen(world, notice_id, 22, missing=5)
    now = notice(world, notice_id)
    assert now.taken_down_at is None
    assert now.latest_appeal == dt.date(2026, 11, 12)


@pytest.mark.parametrize("missing", [None, 5])
def test_the_secretary_sees_on_which_days_it_was_not_up(
    world: World,
    pages_of: Callable[..., Pages],
    monkeypatch: pytest.MonkeyPatch,
    missing: int | None,
) -> None:
    seen(world, posted(world), 8, missing=missing)
    monkeypatch.setattr("minutes.clock.now", lambda: NOW + 7 * DAY)
    karin = pages_of(Role.SECRETARY, world.body)
    page = text_of(karin.open(f"/moten/{world.meeting_id}/anslag"))
    if missing is None:
        assert "Avbrott" not in page
        assert "Sista dag att överklaga är 11 november 2026." in page
        return
    assert "Avbrott: 26 oktober 2026. Tiden är därför förlängd." in page
    assert "Sista dag att överklaga är 12 november 2026." in page


def test_an_association_is_not_told_of_a_day_of_appeal(
    world: World, pages_of: Callable[..., Pages]
) -> None:
    world.body.regime = Regime.ASSOCIATION
    world.session.add(world.body)
    world.session.commit()
    karin = pages_of(Role.SECRETARY, world.body)
    assert "Anslå justeringen" not in text_of(karin.open(f"/moten/{world.meeting_id}"))
    posted(world)
    page = text_of(karin.open(f"/moten/{world.meeting_id}/anslag"))
    assert "Tas ned tidigast" in page
    assert "överklaga" not in page


def test_good_answers_are_kept_about_once_an_hour_and_bad_ones_always(world: World) -> None:
    notice_id = posted(world)
    for minutes, stood in ((0, True), (15, True), (30, False), (45, False), (60, True)):
        at = NOW + dt.timedelta(minutes=minutes)
        notice_service.check(world.session, notice_id, (stood, "x"), by(at))
    kept = world.session.exec(select(PostingCheck.stood).order_by(PostingCheck.id)).all()  # type: ignore[arg-type]
    assert kept == [True, False, False, True]


def test_what_is_published_is_announced_where_the_rules_say_so(
    world: World, anonymous: Pages
) -> None:
    rules = PublicationRules(body_id=world.body.id or 0, scope=Scope.ALL, posts=True, kept_at=KEPT)
    service.set_rules(world.session, rules, world.by())
    world.answer()
    world.publish()
    (shown,) = notice_queries.up(world.session)
    assert (shown.notice.kept_at, shown.address) == (KEPT, "2026-10-14")
    page = anonymous.open(f"/anslagstavla/{shown.notice.id}")
    assert page.xpath("//a[@href='/protokoll/largruppen/2026-10-14']")


@pytest.fixture
def server(app: Flask) -> Iterator[str]:
    """The application behind a real socket."""
    running = make_server("127.0.0.1", 0, app)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


def test_the_notice_is_asked_for_as_everybody_does(world: World, server: str) -> None:
    notice_id = posted(world)
    assert asker(server)(notice_id) == (True, "Anslaget stod där.")
    assert asker(server)(notice_id + 1) == (False, "Svarade 404.")
    assert asker("http://127.0.0.1:9")(notice_id)[0] is False
    assert asker("file:///etc")(notice_id)[0] is False


def test_the_secretary_has_it_announced_and_saves_the_proof(
    world: World, pages_of: Callable[..., Pages]
) -> None:
    karin = pages_of(Role.SECRETARY, world.body)
    path = f"/moten/{world.meeting_id}/anslag"
    assert "torsdag 22 oktober 2026" in text_of(karin.open(path))
    assert "var protokollet finns" in text_of(karin.send(path, {"finns": ""}, 422))
    for typed, says in (
        ({"dag": "igår"}, "Skriv dagen som"),
        ({"dag": "2026-10-01"}, "Dagen har redan varit."),
        ({"dag": "2126-10-01"}, "mer än ett år bort"),
        ({"tid": "08:00"}, "Skriv också vilken dag"),
    ):
        assert says in text_of(karin.send(path, {"finns": KEPT, **typed}, 422))
    assert "Justeringen anslås." in text_of(karin.send(path, {"finns": KEPT}))
    word = karin.get(f"{path}/1.docx")
    cells = [
        cell.text for row in Document(io.BytesIO(word.data)).tables[0].rows for cell in row.cells
    ]
    assert KEPT in cells
    assert karin.get(f"{path}/1.pdf").data.startswith(b"%PDF")
    assert "Anslaget är uppe 0 av 21 dagar." in text_of(karin.open(f"/moten/{world.meeting_id}"))


def test_a_planned_notice_is_taken_back_and_one_that_is_up_is_not(
    world: World, pages_of: Callable[..., Pages]
) -> None:
    karin = pages_of(Role.SECRETARY, world.body)
    path = f"/moten/{world.meeting_id}/anslag"
    tomorrow = (clock.today() + DAY).isoformat()
    planned = karin.send(path, {"finns": KEPT, "dag": tomorrow})
    (undo,) = planned.xpath("//form[contains(@action, '/angra')]/@action")
    assert "Anslaget sätts inte upp." in text_of(karin.send(undo, {}))
    assert not notice_queries.of_meeting(world.session, world.meeting_id)
    world.session.rollback()
    up = posted(world)
    said = text_of(karin.send(f"{path}/{up}/angra", {}))
    assert "Anslaget är redan uppsatt." in said
    acts = [each.act for each in world.session.exec(select(AuditEvent))]
    assert acts.count("notice.dropped") == 1


def test_others_announce_nothing(
    world: World, pages_of: Callable[..., Pages], anonymous: Pages
) -> None:
    member = pages_of(Role.MEMBER, world.body)
    path = f"/moten/{world.meeting_id}/anslag"
    assert member.post(path, {"finns": KEPT}).status_code == 403
    assert anonymous.get(path).status_code == 303
    assert anonymous.get("/anslagstavla/1").status_code == 404
