"""The secretary's and the chair's pages."""

import datetime as dt
from collections.abc import Callable

import pytest

from minutes.people.tables import Regime, Role
from minutes.publication.look import Choice
from minutes.publication.tables import Looker
from tests.builders import Builder
from tests.pages import Page, Pages, text_of
from tests.publication.world import NOW, SECRET, World


@pytest.fixture
def karin(world: World, pages_of: Callable[..., Pages]) -> Pages:
    return pages_of(Role.SECRETARY, world.body)


def filled(page: Page, choice: str | None = None) -> dict[str, object]:
    """The form of the look as it stands, or with one choice everywhere."""
    form = page.xpath("//form[contains(@class, 'look')]")[0]
    sent: dict[str, object] = {
        field.get("name"): field.get("value") for field in form.xpath(".//input[@type='hidden']")
    }
    for field in form.xpath(".//input[@type='radio']"):
        if field.get("value") == choice or (choice is None and field.get("checked") is not None):
            sent[field.get("name")] = field.get("value")
    return sent


def look_path(world: World) -> str:
    return f"/moten/{world.meeting_id}/publicering"


def test_rules_are_set_on_a_page(world: World, karin: Pages) -> None:
    path = "/organ/largruppen/publicering"
    assert "checked" not in [
        each.get("checked") for each in karin.open(path).xpath("//input[@value='all']")
    ]
    page = karin.send(
        path,
        {"vad": "all", "for": "everybody", "nar": "by_hand", "ser-over": "chair"},
    )
    assert "Reglerna är sparade." in text_of(page)
    assert page.xpath("//input[@value='chair'][@checked]")
    assert karin.post(path, {"vad": "allt"}).status_code == 422


def test_each_finding_is_shown_with_its_place_and_its_reason(world: World, karin: Pages) -> None:
    world.rules()
    page = karin.open(look_path(world))
    text = text_of(page)
    for secret in SECRET:
        assert secret in text
    assert "2 Övriga frågor, rad" in text
    assert "Namn på någon som inte har något uppdrag i organet" in text
    number = page.xpath("//fieldset[legend/strong='640823-3234']//input[@checked]/@value")
    assert number == ["mask"]


def test_a_secretary_masks_and_publishes_in_one_go(
    world: World, karin: Pages, anonymous: Pages
) -> None:
    world.rules()
    sent = filled(karin.open(look_path(world)), "mask") | {"gor": "publicera"}
    assert "Protokollet är publicerat." in text_of(karin.send(look_path(world), sent))
    assert "Lisa" not in text_of(anonymous.open("/protokoll/largruppen/2026-10-14"))


def test_what_is_not_answered_stops_publishing_and_nothing_typed_is_lost(
    world: World, karin: Pages
) -> None:
    world.rules()
    sent = filled(karin.open(look_path(world))) | {"gor": "publicera", "egna": "stugan"}
    answer = karin.send(look_path(world), sent, 422)
    assert "Bestäm vad som ska göras med varje fynd" in text_of(answer)
    assert "stugan" in answer.xpath("//textarea[@name='egna']/text()")[0] + text_of(answer)


def test_a_withheld_paragraph_needs_a_reason(world: World, karin: Pages, anonymous: Pages) -> None:
    world.rules()
    sent = filled(karin.open(look_path(world)), "mask") | {"undanta": "1", "gor": "publicera"}
    assert "varför" in text_of(karin.send(look_path(world), sent, 422))
    sent["undanta-skal-1"] = "Sekretess enligt OSL"
    karin.send(look_path(world), sent)
    page = text_of(anonymous.open("/protokoll/largruppen/2026-10-14"))
    assert "Publiceras inte" in page
    assert "Sekretess" not in page
    assert "Stugan" not in page


def test_own_words_are_masked_wherever_they_stand(
    world: World, karin: Pages, anonymous: Pages
) -> None:
    world.rules()
    sent = filled(karin.open(look_path(world)), "mask") | {"egna": "Stugan\n\n", "gor": "publicera"}
    karin.send(look_path(world), sent)
    assert "tugan" not in text_of(anonymous.open("/protokoll/largruppen/2026-10-14"))
    assert karin.open(look_path(world)).xpath("//fieldset//strong[.='Stugan']")


def test_what_is_not_masked_is_read_before_it_is_published(world: World, karin: Pages) -> None:
    world.rules()
    sent = filled(karin.open(look_path(world)), "mask") | {"egna": "stug", "gor": "publicera"}
    page = text_of(karin.send(look_path(world), sent))
    assert "sparat, men inte publicerat" in page
    assert "Maskeras inte i längre ord: ”stugan”" in page
    again = filled(karin.open(look_path(world)), "mask") | {"gor": "publicera"}
    assert "Protokollet är publicerat." in text_of(karin.send(look_path(world), again))


def test_the_preview_is_the_page_that_will_be(world: World, karin: Pages) -> None:
    world.rules()
    world.answer()
    page = text_of(karin.open(f"{look_path(world)}/visa"))
    assert "Den är inte publicerad." in page
    assert "Lisa Ekman" not in page


def test_the_chair_approves_and_the_secretary_cannot(
    world: World, karin: Pages, pages_of: Callable[..., Pages]
) -> None:
    world.rules(looker=Looker.CHAIR)
    world.answer()
    path = f"{look_path(world)}/godkann"
    anna = pages_of(Role.CHAIR, world.body)
    for page in ("/", f"/moten/{world.meeting_id}"):
        assert anna.open(page).xpath("//main//a[@href=$path]", path=path)
        assert not karin.open(page).xpath("//main//a[@href=$path]", path=path)
    assert "väntar på att ordföranden godkänner" in text_of(karin.open("/"))
    seen = anna.open(path).xpath("//input[@name='fingeravtryck']/@value")[0]
    assert karin.post(path, {"fingeravtryck": seen}).status_code == 403
    assert "Du har godkänt" in text_of(anna.send(path, {"fingeravtryck": seen}))
    for page in ("/", f"/moten/{world.meeting_id}"):
        assert not anna.open(page).xpath("//main//a[@href=$path]", path=path)
    published = karin.send(f"{look_path(world)}/publicera", {"fingeravtryck": seen})
    assert "Protokollet är publicerat." in text_of(published)


def test_the_chair_is_asked_again_about_a_new_version_and_not_about_one_that_stands(
    world: World, pages_of: Callable[..., Pages]
) -> None:
    world.rules()
    world.answer()
    world.publish()
    world.rules(looker=Looker.CHAIR)
    anna = pages_of(Role.CHAIR, world.body)
    path = f"{look_path(world)}/godkann"
    meeting = f"/moten/{world.meeting_id}"
    assert not anna.open(meeting).xpath("//main//a[@href=$path]", path=path)
    world.answer(withheld={0: "Om ett barn"}, at=NOW + dt.timedelta(hours=1))
    assert anna.open(meeting).xpath("//main//a[@href=$path]", path=path)


def test_what_is_sent_when_it_is_published_is_offered_where_something_is(
    world: World, karin: Pages
) -> None:
    link = "//main//a[contains(@href, '/expediering')]"
    assert not karin.open(f"/moten/{world.meeting_id}").xpath(link)
    world.rules()
    assert karin.open(f"/moten/{world.meeting_id}").xpath(link)


def test_others_neither_look_nor_publish(
    world: World, pages_of: Callable[..., Pages], build: Builder, anonymous: Pages
) -> None:
    world.rules()
    world.answer(choice=Choice.KEEP)
    member, stranger = (
        pages_of(Role.MEMBER, world.body),
        pages_of(Role.SECRETARY, build.body()),
    )
    for part in ("", "/visa"):
        assert member.get(look_path(world) + part).status_code == 403
        assert stranger.get(look_path(world) + part).status_code == 404
    for part in ("", "/publicera", "/ta-tillbaka", "/godkann"):
        assert stranger.post(look_path(world) + part).status_code in {403, 404}
        assert member.post(look_path(world) + part).status_code in {403, 404}
    assert anonymous.get("/protokoll/largruppen").status_code == 404


def test_the_pages_of_the_meeting_and_the_start_say_what_to_do(world: World, karin: Pages) -> None:
    world.rules()
    assert "Att publicera" in text_of(karin.open("/"))
    assert "Se över och publicera" in text_of(karin.open(f"/moten/{world.meeting_id}"))
    world.answer()
    world.publish()
    page = karin.open(f"/moten/{world.meeting_id}")
    assert page.xpath("//a[@href='/protokoll/largruppen/2026-10-14']")
    karin.send(f"{look_path(world)}/ta-tillbaka", {"skal": "Fel version."})
    assert "Fel version." in text_of(karin.open(f"/moten/{world.meeting_id}"))


@pytest.mark.parametrize(
    "regime, offered",
    [(Regime.KOMMUNALLAGEN, True), (Regime.NONE, False), (Regime.ASSOCIATION, False)],
)
def test_whom_the_law_asks_to_post_a_justering_is_told_of_it(
    world: World, karin: Pages, regime: Regime, offered: bool
) -> None:
    world.body.regime = regime
    world.session.add(world.body)
    world.session.commit()
    page = karin.open(f"/moten/{world.meeting_id}")
    assert bool(page.xpath("//main//a[contains(@href, '/anslag')]")) is offered
