"""Two meetings of one body in a browser: what one leaves to do, refers and waits for, and what the
next reports of it.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from minutes.people.tables import Person, Role
from tests.builders import Builder
from tests.journeys.test_main_journey import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIRST = """\
# Minnesanteckningar Studierådet 7 oktober 2026

Närvarande: Olle Berg, ordförande, Karin Lind, sekreterare, Sara Ek, Eva Dahl

Förhinder: Bo Hed

## 1. Mötets öppnande

Olle Berg öppnade mötet.

## 2. Höstens utbildningsdag

Rådet beslutade att utbildningsdagen hålls den 26 november.

Sara Ek bokar en lokal till utbildningsdagen senast den 30 oktober.

Eva Dahl skickar inbjudan till alla enheter innan nästa möte.

## 3. Gemensamt schema

Karin Lind tar frågan om gemensamt schema till Lokalgruppen.

## 4. Ekonomi

Regionstyrelsen fattar beslut om utbildningsmedlen den 17 november.

## 5. Nästa möte

Nästa möte är den 4 november 2026 kl. 13.00.
"""
SECOND = """\
# Minnesanteckningar Studierådet 4 november 2026

Närvarande: Olle Berg, ordförande, Karin Lind, sekreterare, Sara Ek, Eva Dahl

## 1. Föregående minnesanteckningar

Sara Ek har bokat en lokal till utbildningsdagen.

Inbjudan till enheterna är inte skickad ännu.

## 2. Nästa möte

Nästa möte är den 9 december 2026 kl. 13.00.
"""


@pytest.fixture
def karin(build: Builder) -> Person:
    """The secretary of both bodies, with an account."""
    council = build.body("Studierådet", "Region Sjöland", slug="studieradet")
    rooms = build.body("Lokalgruppen", "Region Sjöland", slug="lokalgruppen")
    karin = build.person("Karin Lind")
    build.mandate(karin, council, Role.SECRETARY)
    build.mandate(karin, rooms, Role.SECRETARY)
    for name, role in (
        ("Olle Berg", Role.CHAIR),
        ("Sara Ek", Role.MEMBER),
        ("Eva Dahl", Role.MEMBER),
    ):
        build.mandate(build.person(name), council, role)
    build.account(karin)
    return karin


def seen(page: Page, name: str) -> None:
    """Keep what is shown, where somebody wants to look at it."""
    if folder := os.environ.get("MINUTES_SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def read_in(page: Page, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    page.goto("/")
    page.set_input_files("#filer", file)
    page.get_by_role("link", name="Granska").last.click()


def register(page: Page) -> None:
    page.get_by_role("button", name="Registrera").click()
    expect(page.get_by_text("Mötet är registrerat.")).to_be_visible()


def test_what_one_meeting_leaves_to_do_the_next_reports_on(
    page: Page, karin: Person, tmp_path: Path
) -> None:
    sign_in(page, karin)
    read_in(page, tmp_path / "oktober.md", FIRST)
    page.get_by_role("link", name="Skicka till organet").click()
    page.get_by_role("button", name=re.compile("^Skicka till Lokalgruppen")).click()
    seen(page, "2-skickad")
    expect(page.get_by_role("button", name=re.compile("^Skicka till"))).to_have_count(0)
    page.get_by_role("button", name="Tillbaka till granskningen").click()
    page.get_by_role("button", name="Godkänn säkra och troliga").click()
    register(page)
    seen(page, "3-registrerat")

    # The other body has the question on its next agenda, and answers it.
    page.goto("/organ/lokalgruppen/nasta-mote")
    card = page.locator(".point-card", has_text="gemensamt schema")
    expect(card).to_contain_text("Väntar på ert svar")
    card.get_by_label("Vad kom ni fram till?").fill("Schemat blir gemensamt från januari.")
    card.get_by_role("button", name="Svara").click()
    expect(page.get_by_text("Inga frågor väntar på svar.")).to_be_visible()
    seen(page, "3-besvarad")

    # It comes back to the sender, where also the decision of others is waited for.
    page.goto("/organ/studieradet/nasta-mote")
    seen(page, "4-nasta-mote")
    card = page.locator(".point-card", has_text="gemensamt schema")
    expect(card).to_contain_text("Schemat blir gemensamt från januari.")
    card.get_by_role("button", name="Avsluta frågan").click()
    watched = page.locator(".point-card", has_text="utbildningsmedlen")
    expect(watched).to_contain_text("17 november")
    watched.get_by_label("Vad blev beslutet?").fill("Beviljades, dnr 12/2026.")
    watched.get_by_role("button", name="Har kommit").click()
    expect(page.get_by_text("Inga andra organs beslut bevakas.")).to_be_visible()
    page.get_by_text("Avslutat", exact=True).click()
    expect(page.locator("main")).to_contain_text("Beviljades, dnr 12/2026.")
    seen(page, "5-avslutat")

    # The next minutes report on two of the three action items.
    read_in(page, tmp_path / "november.md", SECOND)
    page.get_by_role("link", name="Se dem sida vid sida").click()
    seen(page, "6-sida-vid-sida")
    booked = page.locator(".beside", has_text="har bokat en lokal")
    booked.get_by_role("button", name=re.compile("^Ja, den är klar")).click()
    invited = page.locator(".beside", has_text="inte skickad ännu")
    invited.get_by_label(re.compile("^Ny dag för")).fill("2031-11-10")
    invited.get_by_role("button", name=re.compile("^Ny dag")).click()
    expect(page.get_by_text("Inget att följa upp")).to_be_visible()
    page.get_by_role("button", name="Tillbaka till granskningen").click()
    page.get_by_role("button", name="Godkänn säkra och troliga").click()
    register(page)

    # What is left stands in the list for the next meeting, with the decision and how it stands.
    page.goto("/beslut/1")
    page.get_by_label("Verkställt", exact=True).check()
    page.get_by_label("Hänvisning").fill("Dnr 14/2026")
    page.get_by_role("button", name="Spara läget").click()
    expect(page.locator(".facts")).to_contain_text("Dnr 14/2026")
    page.goto("/organ/studieradet/balanslista")
    seen(page, "7-balanslista")
    expect(page.locator("main")).to_contain_text("10 november 2031")
    expect(page.locator("main")).not_to_contain_text("bokar en lokal")
    page.goto("/atgarder?organ=studieradet")
    expect(page.locator(".action")).to_have_count(2)
    page.goto("/atgarder?organ=studieradet&status=klara")
    action = page.locator(".action", has_text="bokar en lokal")
    action.get_by_role("link", name=re.compile("bokar en lokal")).click()
    expect(page.locator(".timeline")).to_contain_text("enligt senare protokoll")
    seen(page, "8-atgarden")


def test_the_row_menu_needs_no_script(
    chromium: Browser, address: str, karin: Person, tmp_path: Path
) -> None:
    context = chromium.new_context(
        base_url=address,
        locale="sv-SE",
        java_script_enabled=False,
        viewport={"width": 390, "height": 800},
    )
    page = context.new_page()
    sign_in(page, karin)
    page.goto("/ladda-upp")
    file = tmp_path / "oktober.md"
    file.write_text(FIRST, encoding="utf-8")
    page.set_input_files("input[type=file]", file)
    page.locator(".drop").get_by_role("button", name="Ladda upp").click()
    page.get_by_role("link", name="Granska").first.click()
    page.get_by_role("button", name="Godkänn säkra och troliga").click()
    page.locator("#fynd").get_by_role("button", name="Registrera").click()
    page.goto("/atgarder?q=lokal")
    row = page.locator(".action", has_text="bokar en lokal")
    row.locator("summary").click()
    seen(page, "9-meny")
    row.get_by_label("Ny dag").fill("2031-05-30")
    row.get_by_role("button", name="Ändra dag").click()
    expect(row).to_contain_text("30 maj 2031")
    row.locator("summary").click()
    row.get_by_role("button", name="Pågår").click()
    expect(row.locator(".action__due")).to_contain_text("Pågår")
    row.locator("summary").click()
    row.get_by_role("link", name="Lämna över").click()
    page.get_by_label("Eva Dahl").check()
    page.locator(".hand-over").get_by_role("button", name="Lämna över").click()
    expect(page.locator(".facts")).to_contain_text("Eva Dahl")
    context.close()
