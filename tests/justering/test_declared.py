"""Paragraphs that the minutes declare justerade at once are offered where a text is sent."""

import datetime as dt

import pytest
from sqlmodel import col, select

from minutes.justering.declared import as_written, declared_at_once
from minutes.justering.minutes_text import Clause, ClauseKind, Minutes, Paragraph, TextKind
from minutes.register.tables import Item
from tests.justering.test_parts import send_part
from tests.justering.test_routes import Open, as_, form
from tests.justering.world import World
from tests.pages import text_of

__all__ = ["as_"]


def said(text: str, title: str = "Båtplatser", numbers: str = "7 8 9") -> str:
    """What is offered where the text stands in the second of three paragraphs."""
    one, two, three = (f"§ {number}" for number in numbers.split())
    minutes = Minutes(
        "Hamnstyrelsen",
        "",
        TextKind.PROTOKOLL,
        "Möte",
        dt.date(2026, 10, 14),
        paragraphs=(
            Paragraph(one, "Dagordning", text="Dagordningen godkänns."),
            Paragraph(two, title, text=text),
            Paragraph(three, "Avslutning"),
        ),
    )
    return as_written(declared_at_once(minutes), minutes)


@pytest.mark.parametrize(
    "text,offered",
    [
        ("Bryggan lagas. Paragrafen förklaras omedelbart justerad.", "8"),
        ("Paragrafen justeras omedelbart.", "8"),
        ("att justera denna punkt omedelbart", "8"),
        ("Bryggan lagas.\n\nOmedelbar justering", "8"),
        ("Ärendet direktjusteras.", "8"),
        ("Protokollet i denna del justeras omedelbart.", "8"),
        ("§§ 7 och 9 förklaras omedelbart justerade.", "7, 9"),
        ("Paragraferna 7–9 justeras omedelbart.", "7, 8, 9"),
        ("Omedelbar justering av § 9 samt § 7 beslutas.", "7, 9"),
        ("Styrelsen beslutar att punkt 7 justeras omedelbart.", "7"),
    ],
)
def test_what_is_declared_is_offered(text: str, offered: str) -> None:
    assert said(text) == offered


@pytest.mark.parametrize(
    "text",
    [
        "Viola yrkar att paragrafen justeras omedelbart.",
        "Paragrafen justeras inte omedelbart.",
        "Protokollet justeras omedelbart.",
        "Styrelsen får information om omedelbar justering av beslut.",
        "§ 70 justeras omedelbart.",
        "Ventilen ska justeras. Den byts omedelbart.",
    ],
)
def test_what_is_not_declared_is_not_offered(text: str) -> None:
    assert said(text) == ""


def test_a_title_can_declare_it() -> None:
    assert said("Bryggan lagas.", "Båtplatser – omedelbar justering") == "8"
    assert said("Paragraf 7 och 9 justeras.", "Omedelbar justering") == ""


def test_a_decision_that_stands_in_no_text_can_declare_it() -> None:
    clause = Clause(ClauseKind.DECISION, "Justeras", "Paragrafen justeras omedelbart.")
    paragraph = Paragraph("§ 3", "Båtplatser", clauses=(clause,))
    minutes = Minutes(
        "H", "", TextKind.PROTOKOLL, "M", dt.date(2026, 1, 1), paragraphs=(paragraph,)
    )
    assert declared_at_once(minutes) == (0,)


def test_of_two_paragraphs_with_one_number_none_is_offered() -> None:
    assert said("Paragrafen justeras omedelbart.", numbers="8 8 9") == ""


def test_the_page_chooses_it_until_it_is_sent(world: World, as_: Open) -> None:
    item = world.session.exec(select(Item).order_by(col(Item.position))).first()
    assert item is not None
    item.text += "\n\nPunkten förklaras omedelbart justerad."
    world.session.add(item)
    world.session.commit()
    path, karin = f"/moten/{world.meeting_id}/justering", as_("karin")
    page = karin.open(path)
    assert "detta justeras omedelbart: 1 Föregående möte." in text_of(page)
    sent: dict[str, object] = dict(form(page, "Skicka för justering"))
    assert (sent["omfattning"], sent["punkter"]) == ("delar", "1")
    # Choosing all of it is enough: what the page itself wrote is no contradiction.
    refused = karin.send(path, sent | {"omfattning": "allt", "punkter": "2"}, 422)
    assert "men valt hela protokollet" in text_of(refused)
    send_part(world)
    page = karin.open(path)
    assert "justeras omedelbart:" not in text_of(page)
    assert "Texten är låst" in text_of(karin.send(path, sent | {"omfattning": "allt"}))
