"""A draft about several bodies: each has its own numbers, and footnotes name the body."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes.annual_report.composing import Shape, of_bodies
from minutes.annual_report.document import document
from minutes.annual_report.facts import MeetingFact, Record
from minutes.annual_report.figures import figures, figures_by_body
from minutes.annual_report.markup import FIELD
from minutes.annual_report.narrative import narrative_of_bodies
from minutes.annual_report.numbers import counted as in_numbers
from minutes.people.tables import Body, Role
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import Meeting, MeetingState
from tests.annual_report.records import AFTER, AUTUMN, RECORD, YEAR, records
from tests.annual_report.test_narrative import lines
from tests.builders import Builder
from tests.pages import Pages
from tests.review.drafts import AT
from tests.statements import counted

FEAST = replace(AUTUMN, id=9, body_id=8, body="Festkommittén", date=dt.date(2024, 5, 2))
BOTH = Record(((7, "Vägrådet"), (8, "Festkommittén")), (*RECORD.meetings[:-1], FEAST, AUTUMN))


def read(record: Record, *, together: bool) -> str:
    text = narrative_of_bodies(record, YEAR, AFTER, together=together)
    made = document("Årsberättelse", text, record, figures_by_body(record, YEAR, AFTER))
    assert made.faults == []
    return "\n".join([*lines(made), *(note.label for note in made.notes)])


def test_each_body_has_a_section_of_its_own_after_what_they_did_in_all() -> None:
    said = read(BOTH, together=False)
    in_all, roads, feast = said.split("\n## ")[:3]
    assert "Vägrådet och Festkommittén höll tre möten under 2024" in in_all
    assert roads.startswith("Vägrådet\n### Inledning\nVägrådet höll två möten under 2024")
    assert feast.startswith("Festkommittén\n### Inledning\nFestkommittén höll ett möte under 2024")
    assert "Festkommittén, protokoll 2 maj 2024" in said


def test_bodies_together_share_sections_whose_rows_name_the_body() -> None:
    said = read(BOTH, together=True)
    assert said.count("## Sammanträden") == 1
    assert "- Festkommittén 2 maj: två närvarande, ett beslut och två åtgärder." in said
    assert (
        "Frågan kom upp vid tre möten: Vägrådet 6 februari, Festkommittén 2 maj och"
        " Vägrådet 1 oktober." in said
    )


@given(records(), records())
@settings(max_examples=20)
def test_every_number_of_a_body_is_the_figure_of_that_body(one: Record, other: Record) -> None:
    moved: list[MeetingFact] = [replace(each, body_id=8, body="Kören") for each in other.meetings]
    in_order = sorted((*one.meetings, *moved), key=lambda each: (each.date, each.id))
    record = Record(((7, "Vägrådet"), (8, "Kören")), tuple(in_order))
    text = narrative_of_bodies(record, YEAR, AFTER)
    said = read(record, together=False).casefold()
    for name, of in FIELD.findall(text):
        if of.startswith("organ-"):
            figure = figures(record.of_body(int(of[6:])), YEAR, AFTER).figures[name]
            assert in_numbers(figure.value or 0, figure.noun).casefold() in said


@pytest.fixture
def others(build: Builder, session: Session) -> list[Body]:
    """Two more bodies of the organisation, one of them with minutes."""
    made = [build.body(name, "Region Sjöland") for name in ("Örongruppen", "Ögonrådet")]
    session.add(
        Meeting(
            body_id=made[0].id or 0,
            kind=MinutesKind.PROTOKOLL,
            title="Örongruppen",
            date=dt.date(2026, 5, 4),
            state=MeetingState.RECORDED,
            recorded_at=AT,
        )
    )
    session.commit()
    return made


def test_it_takes_as_many_statements_for_any_number_of_bodies(
    engine: Engine, body: Body, others: list[Body]
) -> None:
    today, shape = dt.date(2027, 1, 2), Shape("Region Sjöland")
    with Session(engine) as session, counted(engine) as for_one:
        of_bodies(session, [body], 2026, today, shape)
    with Session(engine) as session, counted(engine) as for_all:
        made = of_bodies(session, [body, *others], 2026, today, shape)
    assert len(for_all) == len(for_one)
    assert made.title == "Årsberättelse 2026 för Region Sjöland"


def test_a_reader_gets_only_the_bodies_whose_minutes_are_for_them(
    pages_of: Callable[[Role, Body], Pages], body: Body, others: list[Body]
) -> None:
    member = pages_of(Role.MEMBER, body)
    draft = "/siffror/arsberattelse.md?ar=2026"
    everything = member.get(f"{draft}&organisation=Region+Sjöland").text
    assert "Lärgruppen har hållit ett möte" in everything
    assert "Örongruppen" not in everything
    assert member.get(f"{draft}&organ={others[0].slug}").status_code == 404
