"""What `minutes remind` prints and does."""

import pytest
from click.testing import CliRunner
from sqlmodel import Session

from minutes.cli import cli
from minutes.commands.remind import report
from minutes.people.tables import Role
from minutes.reminders import planning, queries, service
from minutes.reminders.tables import Rhythm
from minutes.settings import Settings
from tests.reminders.world import DAY, TUESDAY, World, at

EXPECTED = """\
Påminnelser tisdag 1 december 2026
2 brev skulle skickas.

Karin Lind <karin@example.se>
  Skicka listan (Lärgruppen 14 oktober 2026)
    klart senast 2026-11-30, i går: försenad

Olle Berg <olle@example.se>
  Boka lokal (Lärgruppen 14 oktober 2026)
    klart senast 2026-12-08, om 7 dagar: ska snart vara klar
  Ta fram ett förslag (Lärgruppen 14 oktober 2026)
    ingen ansvarig kan påminnas, och mottagaren är sekreterare

Sara Ek får inget, eftersom personen har valt det. Annars:
  Ringa kommunen (Lärgruppen 14 oktober 2026)
    klart senast 2026-12-01, i dag: ska vara klar i dag

När ingen: ingen ansvarig och ingen sekreterare i organet kan få brev.
  Städa förrådet (Styrelsen 14 oktober 2026)"""


@pytest.fixture
def full(world: World, session: Session) -> World:
    """A day on which everything happens."""
    karin = world.member("Karin Lind", email="karin@example.se")
    olle = world.member("Olle Berg", Role.SECRETARY, email="olle@example.se")
    sara = world.member("Sara Ek", email="sara@example.se")
    world.action(karin, due=TUESDAY - DAY, text="Skicka listan")
    world.action(olle, due=TUESDAY + 7 * DAY, text="Boka lokal")
    world.action(sara, due=TUESDAY, text="Ringa kommunen")
    world.action("Arbetsgruppen", due=None, text="Ta fram ett förslag")
    world.action(
        "Vaktmästaren", due=None, text="Städa förrådet", body=world.build.body("Styrelsen")
    )
    assert sara.id is not None
    service.choose(session, sara.id, Rhythm.NONE, at=at(TUESDAY))
    return world


def test_the_dry_run_says_who_would_get_what_and_why(full: World, session: Session) -> None:
    made = planning.plan(session, TUESDAY)
    facts = queries.facts(session, range(1, 6), TUESDAY)
    session.commit()
    assert "\n".join(report(made, facts, {})) == EXPECTED


def test_on_a_quiet_day_it_says_which(full: World, session: Session) -> None:
    made = planning.plan(session, TUESDAY.replace(day=24))
    assert report(made, {}, {}) == [
        "Påminnelser torsdag 24 december 2026",
        "Ingen påminns: Julafton. Det kommer nästa vardag i stället.",
    ]


@pytest.fixture
def installed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands see the test's database."""
    monkeypatch.setenv("MINUTES_DATA", str(settings.data))
    monkeypatch.setenv("MINUTES_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("MINUTES_SECRET_KEY", settings.secret_key)


@pytest.mark.usefixtures("installed")
def test_the_command_shows_a_day_and_stores_nothing(full: World) -> None:
    shown = CliRunner().invoke(cli, ["remind", "--dry-run", "--on", "2026-12-01"])
    assert (shown.output, shown.exit_code) == (EXPECTED + "\n", 0)
    assert full.outbox() == []


@pytest.mark.usefixtures("installed")
def test_only_today_can_be_decided(world: World) -> None:
    refused = CliRunner().invoke(cli, ["remind", "--on", "2026-12-01"])
    assert refused.exit_code == 2
    assert "--on kräver --dry-run" in refused.output


@pytest.mark.usefixtures("installed")
def test_deciding_says_what_came_of_it(world: World) -> None:
    decided = CliRunner().invoke(cli, ["remind"])
    assert decided.exit_code == 0
    assert decided.output.startswith(("0 påminnelser lades i utkorgen.", "Inga påminnelser i dag"))
