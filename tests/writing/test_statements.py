"""How much the pages of preparing and writing ask of the database, however much they show."""

import pytest
from flask import Flask

from minutes.writing import agenda_service, service, summons_service
from tests.builders import Builder
from tests.statements import counted
from tests.writing.conftest import WHEN, World


def prepared(world: World) -> int:
    sitting_id = service.begin(world.session, world.by, body_id=world.body_id, when=WHEN)
    agenda_service.prepare(world.session, world.by, sitting_id)
    return sitting_id


@pytest.mark.parametrize(
    "page, most",
    [
        ("/skriva/1/dagordning", 5),
        ("/kallelser/1", 5),
        ("/kallelser/1/kallelse.ics", 5),
        ("/kallelser/1/kallelse.docx", 6),
        ("/organ/vagstyrelsen/skriva", 7),
    ],
)
def test_a_page_of_preparing_asks_no_more_for_more(
    app: Flask, world: World, build: Builder, page: str, most: int
) -> None:
    sitting_id = prepared(world)
    summons_service.send(world.session, world.by, sitting_id, "m@example.se")
    asked = statements(app, world, page)
    for number in range(6):
        agenda_service.add(world.session, world.by, sitting_id, f"Punkt {number}", "Mer text.")
        build.mandate(build.person(f"Ny {number}"), world.body)
    assert statements(app, world, page) == asked == most


def test_the_page_of_writing_asks_no_more_for_a_longer_text(app: Flask, world: World) -> None:
    short, long = world.begun(), world.begun(*(f"Punkt {number}" for number in range(30)))
    asked = statements(app, world, f"/skriva/{short}")
    assert statements(app, world, f"/skriva/{long}") == asked == 7


def statements(app: Flask, world: World, page: str) -> int:
    """How many the page sends, without the one for access."""
    world.session.rollback()
    with counted(app.extensions["engine"]) as sent:
        assert world.pages.get(page).status_code == 200
    return len(sent) - 1
