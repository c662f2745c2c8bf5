"""What is downloaded of registered minutes is read back to exactly the same facts."""

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import mammoth
import pytest
from hypothesis import given, settings
from sqlmodel import select

from minutes.justering.freezing import minutes_of
from minutes.justering.minutes_text import Clause, ClauseKind, Minutes, Paragraph, TextKind
from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Recognition
from minutes.register.tables import Meeting
from minutes.review import service as review
from minutes.writing.markdown_minutes import markdown_of
from minutes.writing.word_minutes import word_of
from tests.writing.conftest import AT, World
from tests.writing.minutes_at_random import facts_of, facts_read, minutes

SAMPLES = Path(__file__).parents[2] / "sample_minutes"
WRITTEN = datetime(2026, 11, 20, tzinfo=UTC)
SAID = """# Protokoll Vägstyrelsen 2026-11-04

Datum: 2026-11-04

Tid: kl. 18.00–20.15

Plats: Bygdegården

Ordförande: Maja Almgren

Justerare: Bo Ekdahl

## Närvarande

- Maja Almgren, ordförande
- Ronny Wretling, sekreterare
- Bo Ekdahl, ledamot

## § 1 Gruset

Bo Ekdahl beställer gruset senast den 30 november. Förslaget avslås.

Maja Almgren yrkar att bron ska målas om.

- att anta anbudet från Berg och Grus
- att Ronny Wretling skriver avtalet

## § 2 Val

a) Till revisor valdes Eva Lindh.

b) Valberedningen lämnades vakant.

## § 3 Nästa möte

Nästa möte är den 2 december 2026 kl. 18.00–20.00 i Bygdegården.

## Bilagor

- Bilaga 1 Offert
"""


def read(name: str, data: bytes) -> Recognition:
    return recognise(read_document(name, data), filename=name, are_minutes=True)


@settings(max_examples=60)
@given(made=minutes())
def test_markdown_reads_back_to_the_same_facts(made: Minutes) -> None:
    assert facts_read(read("p.md", markdown_of(made).encode())) == facts_of(made)


@settings(max_examples=30)
@given(made=minutes())
def test_word_reads_back_to_the_same_facts(made: Minutes) -> None:
    assert facts_read(read("p.docx", word_of(made, WRITTEN))) == facts_of(made)


@pytest.mark.parametrize("kind", ["md", "docx"])
def test_a_registered_meeting_is_downloaded_and_imported_again(world: World, kind: str) -> None:
    first = registered(world, "forst.md", SAID.encode())
    base = f"/moten/{first.id}"
    made = minutes_of(world.session, first)
    world.session.rollback()
    assert f"{base}/protokoll.{kind}" in world.pages.get(base).text
    data = world.pages.get(f"{base}/protokoll.{kind}").data
    again = minutes_of(world.session, registered(world, f"igen.{kind}", data))
    assert len(made.paragraphs) > 3
    assert facts_of(again) == facts_of(made)


NOTES = """Minnesanteckningar Vägstyrelsen 2026-11-04

Närvarande: Maja Almgren, Bo Ekdahl

Vi talade länge om gruset.

Vi beslutade att köpa en ny sladd.

Bo Ekdahl ringer kommunen om bron senast den 30 november.
"""


@pytest.mark.parametrize("kind", ["md", "docx"])
def test_notes_without_points_are_read_where_they_stand_and_lose_nothing(
    world: World, kind: str
) -> None:
    first = registered(world, "forst.txt", NOTES.encode())
    page = world.pages.get(f"/moten/{first.id}").text
    assert "Text före första punkten" not in page
    assert "Utanför punkterna" not in page
    assert page.index("Vi talade länge om gruset.") < page.index("köpa en ny sladd")
    signed = minutes_of(world.session, first).paragraphs
    assert [bool(each.clauses) for each in signed] == [False, True]  # as it always was signed
    data = world.pages.get(f"/moten/{first.id}/protokoll.{kind}").data
    again = registered(world, f"igen.{kind}", data)
    said = facts_of(minutes_of(world.session, again))
    made = facts_of(minutes_of(world.session, first))
    assert (said["decisions"], said["actions"]) == (made["decisions"], made["actions"])
    assert len(said["people"]) == 2
    assert any("talade länge" in each.text for each in minutes_of(world.session, again).paragraphs)


def test_every_sample_as_registered_reads_back_to_the_same_facts(world: World) -> None:
    """Beside what is made at random: what our own reading finds in minutes of every shape."""
    named = {each.stem: each for each in SAMPLES.iterdir() if each.is_file()}
    for answer in sorted((SAMPLES / "answers").glob("*.json")):
        file, expected = named[answer.stem], json.loads(answer.read_text(encoding="utf-8"))
        if not expected["is_minutes"]:
            continue
        made = minutes_of(world.session, registered(world, file.name, file.read_bytes()))
        facts = facts_of(made)
        assert facts_read(read("p.md", markdown_of(made).encode())) == facts, file.name
        assert facts_read(read("p.docx", word_of(made, WRITTEN))) == facts, file.name


def registered(world: World, name: str, data: bytes) -> Meeting:
    imported = review.import_file(world.session, name, data, body=world.body, by=None, at=AT)
    assert imported.draft_id is not None
    meeting_id = review.register_draft(world.session, imported.draft_id, by=None, at=AT)
    return world.session.exec(select(Meeting).where(Meeting.id == meeting_id)).one()


def test_the_word_file_is_opened_by_another_program() -> None:
    task = Clause(ClauseKind.ACTION, "Beställa gruset", "Beställa gruset", ("Bo Ekdahl",))
    point = Paragraph("§ 1", "Gruset", 0, "Det behövs.", (task,))
    day = WRITTEN.date()
    example = Minutes("Styrelsen", "", TextKind.PROTOKOLL, "Protokoll", day, paragraphs=(point,))
    made = word_of(example, WRITTEN)
    text = mammoth.convert_to_html(BytesIO(made)).value
    assert "<h1>§ 1 Gruset</h1>" in text
    assert "<td><p>Beställa gruset</p></td>" in text
