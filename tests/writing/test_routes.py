"""The pages of writing: without a script too, and whatever is sent."""

from collections.abc import Callable

from minutes.people.tables import Role
from minutes.writing import queries, service
from minutes.writing.service import LONGEST_TEXT
from tests.pages import Pages, text_of
from tests.writing.conftest import WHEN, World

SCRIPT = {"X-Minutes-Script": "writing"}


def box(page: object) -> str:
    return str(page.xpath("string(//textarea[@id='text'])")).lstrip("\n")  # type: ignore[attr-defined]


def test_minutes_are_begun_from_the_page_of_the_body(world: World) -> None:
    pages = world.pages
    assert "Förbereda och skriva" in text_of(pages.open("/organ/vagstyrelsen"))
    page = pages.send(
        "/organ/vagstyrelsen/skriva",
        {
            "datum": "2026-12-02",
            "start": "18:00",
            "slut": "20.00",
            "plats": "Bygdegården",
            "vad": "skriv",
        },
    )
    assert "## § 1 Mötets öppnande" in box(page)
    assert "Skrivs" in text_of(pages.open("/organ/vagstyrelsen/skriva"))


def test_a_day_that_is_missing_is_asked_for_and_the_rest_stays(world: World) -> None:
    page = world.pages.send("/organ/vagstyrelsen/skriva", {"plats": "Bygdegården"}, 422)
    assert "Välj vilken dag mötet är." in text_of(page)
    assert page.get_element_by_id("plats").value == "Bygdegården"


def test_the_text_is_saved_by_the_page_and_by_the_script(world: World) -> None:
    sitting_id = world.begun()
    page = world.pages.send(f"/skriva/{sitting_id}", {"text": "Ett.", "version": "1"})
    assert "Texten är sparad." in text_of(page)
    answer = world.pages.post(
        f"/skriva/{sitting_id}", {"text": "Två.", "version": "2"}, headers=SCRIPT
    )
    assert answer.json == {"version": 3}
    again = world.pages.post(
        f"/skriva/{sitting_id}", {"text": "Tre.", "version": "2"}, headers=SCRIPT
    )
    assert again.status_code == 409
    assert "Inget är borta" in again.json["message"]


def test_whoever_comes_second_sees_both_texts(world: World) -> None:
    sitting_id = world.begun()
    world.pages.send(f"/skriva/{sitting_id}", {"text": "Den andras.", "version": "1"})
    page = world.pages.send(f"/skriva/{sitting_id}", {"text": "Min egen.", "version": "1"}, 409)
    assert "Ronny Wretling har sparat sedan du öppnade sidan." in text_of(page)
    assert box(page).strip() == "Min egen."
    assert "Den andras." in text_of(page)
    saved = world.pages.send(f"/skriva/{sitting_id}", {"text": "Bådas.", "version": "2"})
    assert "Texten är sparad." in text_of(saved)


def test_something_is_put_in_without_a_script(world: World) -> None:
    sitting_id = world.begun()
    text = queries.sitting(world.session, sitting_id).text
    world.session.rollback()
    sent = {
        "text": text,
        "version": "1",
        "punkt": str(text.split("\n").index("## § 1 Mötets öppnande") + 1),
        "infoga": "beslut",
        "beslut-satser": "anta anbudet",
    }
    page = world.pages.send(f"/skriva/{sitting_id}/infoga", sent)
    opened, chosen = box(page).split("## § 2")
    assert opened.endswith("Vägstyrelsen beslutar\n\n- att anta anbudet.\n\n")
    assert "Val av justerare" in chosen
    assert "Texten i rutan är inte sparad än." in text_of(page)


def test_what_is_missing_in_a_helper_is_said_and_nothing_is_lost(world: World) -> None:
    sitting_id = world.begun()
    sent = {"text": "Min text.", "version": "1", "infoga": "votering", "votering-ja": "3"}
    page = world.pages.send(f"/skriva/{sitting_id}/infoga", sent, 422)
    assert "Skriv vad en ja-röst innebär." in text_of(page)
    assert box(page).strip() == "Min text."
    assert page.get_element_by_id("votering-ja").value == "3"


def test_attendance_comes_from_the_mandates(world: World) -> None:
    sitting_id = world.begun()
    seats = queries.roster(world.session, world.body_id, queries.sitting(world.session, 1).date)
    ids = {seat.person: seat.person_id for seat in seats}
    text = queries.sitting(world.session, sitting_id).text
    world.session.rollback()
    sent = {
        "text": text,
        "version": "1",
        "infoga": "narvaro",
        f"narvaro-{ids['Nils Rothman']}": "franvarande",
        f"narvaro-{ids['Siv Strömblad']}": "tjanstgor",
        f"for-{ids['Siv Strömblad']}": "Nils Rothman",
        f"till-{ids['Bo Ekdahl']}": "1",
        "narvaro-ovriga": "Eva Lindh, revisor",
    }
    written = box(world.pages.send(f"/skriva/{sitting_id}/infoga", sent))
    assert "- Siv Strömblad, tjänstgörande ersättare (för Nils Rothman)" in written
    assert "- Bo Ekdahl, ledamot (till och med § 1)" in written
    assert "- Eva Lindh, revisor\n" in written
    assert "### Förhinder\n\n- Nils Rothman, ledamot\n" in written


def test_a_text_that_is_too_long_stays_in_the_box(world: World) -> None:
    sitting_id = world.begun()
    long = "å" * (LONGEST_TEXT + 1)
    page = world.pages.send(f"/skriva/{sitting_id}", {"text": long, "version": "1"}, 422)
    assert f"har {LONGEST_TEXT + 1} tecken" in text_of(page)
    assert len(box(page).strip()) == LONGEST_TEXT + 1


def test_a_million_brackets_are_answered_in_words_and_stay_in_the_box(world: World) -> None:
    sitting_id = world.begun()
    page = world.pages.send(f"/skriva/{sitting_id}", {"text": "[" * 1_000_000, "version": "1"}, 422)
    assert "tecken" in text_of(page)
    assert len(box(page).strip()) == 1_000_000


def test_brackets_that_may_be_saved_are_shown_as_they_are_written(world: World) -> None:
    sitting_id = world.begun()
    for text in ("[" * 100_000, "\n".join("  " * n + "- a" for n in range(400)), "> " * 300 + "a"):
        page = world.pages.send(f"/skriva/{sitting_id}/visa", {"text": text, "version": "1"})
        assert "Den sparas som den är" in text_of(page)


def test_html_is_shown_as_words(world: World) -> None:
    sitting_id = world.begun()
    sent = {"text": "## § 1 A\n\n<script>alert(1)</script> <img src=x onerror=y>", "version": "1"}
    page = world.pages.send(f"/skriva/{sitting_id}/visa", sent)
    sheet = page.find_class("sheet")[0]
    assert "<script>alert(1)</script> <img src=x onerror=y>" in text_of(sheet)
    assert not sheet.xpath(".//script | .//img")


def test_the_preview_alone_is_what_the_script_asks_for(world: World) -> None:
    sitting_id = world.begun()
    answer = world.pages.post(
        f"/skriva/{sitting_id}/visa", {"text": "## § 2 A"}, headers={"HX-Request": "true"}
    )
    assert "<html" not in answer.text
    assert "Första paragrafen har nummer 2 i stället för 1." in answer.text


def test_numbering_anew_is_a_button(world: World) -> None:
    sitting_id = world.begun()
    sent = {"text": "## Ett\n\n## § 7 Två", "version": "1", "infoga": "numrera"}
    page = world.pages.send(f"/skriva/{sitting_id}/infoga", sent)
    assert box(page) == "## § 1 Ett\n\n## § 2 Två"


def test_before_anything_is_written_there_are_no_versions_and_the_page_says_so(
    world: World,
) -> None:
    sitting_id = service.begin(world.session, world.by, body_id=world.body_id, when=WHEN)
    page = world.pages.open(f"/skriva/{sitting_id}/versioner")
    assert "Inget är skrivet än." in text_of(page)
    assert not page.xpath("//table")


def test_versions_are_compared_word_for_word(world: World) -> None:
    sitting_id = world.begun()
    world.pages.send(f"/skriva/{sitting_id}", {"text": "Ett gammalt ord.", "version": "1"})
    world.pages.send(f"/skriva/{sitting_id}", {"text": "Ett nytt ord.", "version": "2"})
    older = queries.versions(world.session, sitting_id)[1].id
    world.session.rollback()
    page = world.pages.open(f"/skriva/{sitting_id}/versioner?jamfor={older}")
    assert [each.text for each in page.xpath("//ins")] == ["nytt"]
    assert [each.text for each in page.xpath("//del")] == ["gammalt"]


def test_what_is_finished_leads_to_review_and_can_be_opened_again(world: World) -> None:
    sitting_id = world.begun()
    sent = {"text": queries.sitting(world.session, sitting_id).text, "version": "1"}
    world.session.rollback()
    page = world.pages.send(f"/skriva/{sitting_id}/klart", sent)
    assert "Kontrollera fynden" in text_of(page)
    assert "Protokollet är lämnat" in text_of(world.pages.open(f"/skriva/{sitting_id}"))
    page = world.pages.send(f"/skriva/{sitting_id}/oppna")
    assert "Skriv vidare." in text_of(page)


def test_the_body_has_its_own_agenda_phrases_and_numbers(world: World) -> None:
    rules = {"dagordning": "Vägen\nLamporna", "fraser": "Så är det.", "nummer": "§ 1/26"}
    world.pages.send("/organ/vagstyrelsen/skriva/regler", rules)
    page = world.pages.send("/organ/vagstyrelsen/skriva", {"datum": "2026-12-02", "vad": "skriv"})
    assert box(page).endswith("## § 1/26 Vägen\n\n## § 2/26 Lamporna\n")
    assert "Så är det." in page.xpath("//select[@id='fras-fras']/option/text()")
    wrong = world.pages.send("/organ/vagstyrelsen/skriva/regler", rules | {"nummer": "x"}, 422)
    assert "Välj hur paragraferna numreras." in text_of(wrong)


def test_only_who_writes_the_body_s_minutes_comes_here(
    world: World, pages_of: Callable[..., Pages]
) -> None:
    sitting_id = world.begun()
    member = pages_of(Role.MEMBER, world.body)
    assert member.get(f"/skriva/{sitting_id}").status_code == 403
    assert member.get("/organ/vagstyrelsen/skriva").status_code == 403
