import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.annual_report.decision_kinds import DecisionKind
from minutes.annual_report.facts import CancelledFact, Record
from minutes.annual_report.figures import figures
from minutes.recognition.findings import Presence
from tests.annual_report.records import AFTER, AUTUMN, RECORD, SPRING, YEAR, records


def test_a_year_is_counted() -> None:
    counted = figures(RECORD, YEAR, AFTER)
    assert {name: each.value for name, each in counted.figures.items() if each.value} == {
        "möten": 2,
        "deltagare": 3,
        "närvaro": 80,
        "åtgärder_från_tidigare": 1,
        "åtgärder": 3,
        "åtgärder_klara": 1,
        "åtgärder_kvar": 3,
        "åtgärder_försenade": 1,
        "dagar_till_klar": 63,
        "beslut": 3,
        "beslut_ej_verkställda": 1,
        "protokoll_justerade": 1,
        "protokoll_justerade_i_tid": 1,
        "dagar_till_justering": 10,
    }
    assert counted.by_kind == {
        DecisionKind.MONEY: 1,
        DecisionKind.RULES: 1,
        DecisionKind.FORMAL: 1,
    }
    assert counted.decisions_by_month == (0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0)
    assert [(each.name, each.present, each.listed) for each in counted.persons] == [
        ("Signe Almlöf", 2, 2),
        ("Ruben Stål", 1, 1),
        ("Tora Lind", 1, 2),
    ]


def test_the_year_before_knows_nothing_of_this_one() -> None:
    before = figures(RECORD, YEAR - 1, AFTER)
    assert before.value("åtgärder_kvar") == 1
    assert before.value("åtgärder_klara") == 1
    assert before.value("möten") == 1


def test_a_year_that_goes_on_is_counted_until_today() -> None:
    counted = figures(RECORD, YEAR, dt.date(2024, 10, 15))
    assert counted.value("åtgärder_försenade") == 0  # Tora has until 1 November
    assert counted.value("åtgärder_kvar") == 3


def test_an_empty_year_counts_nothing() -> None:
    counted = figures(Record(((7, "Vägrådet"),)), 1999, AFTER)
    assert {each.value for each in counted.figures.values()} == {0, None}


@settings(max_examples=40)
@given(records(), st.integers(2020, 2027), st.dates(dt.date(2020, 1, 1), dt.date(2028, 1, 1)))
def test_action_items_add_up(record: Record, year: int, today: dt.date) -> None:
    if today.year < year:
        return
    # What is recorded is of the past: nothing has ended that is yet to come.
    counted = figures(record, year, max(today, dt.date(2027, 1, 1)))
    came = counted.value("åtgärder_från_tidigare") + counted.value("åtgärder")
    went = counted.value("åtgärder_klara") + counted.value("åtgärder_avförda")
    assert came - went == counted.value("åtgärder_kvar")
    assert sum(counted.opened_by_month) == counted.value("åtgärder")
    assert sum(counted.ended_by_month) == went
    assert sum(counted.by_kind.values()) == counted.value("beslut")
    if counted.by_subject:
        assert sum(count for _, count in counted.by_subject) == counted.value("beslut")


@settings(max_examples=25)
@given(records())
def test_what_a_year_leaves_the_next_one_takes_over(record: Record) -> None:
    for year in range(2020, 2027):
        this = figures(record, year, dt.date(2030, 1, 1))
        following = figures(record, year + 1, dt.date(2030, 1, 1))
        assert this.value("åtgärder_kvar") == following.value("åtgärder_från_tidigare")


@pytest.mark.parametrize(
    "name, present", [("Signe Almlöf", 2), ("Ruben Stål", 1), ("Tora Lind", 1)]
)
def test_who_is_told_of_is_in_the_figures(name: str, present: int) -> None:
    counted = figures(RECORD, YEAR, AFTER)
    assert next(each.present for each in counted.persons if each.name == name) == present


def test_meetings_called_off_are_counted_as_far_as_the_year_has_come() -> None:
    days = (dt.date(2023, 5, 2), dt.date(2024, 5, 14), dt.date(2024, 12, 3))
    record = replace(RECORD, cancelled=tuple(CancelledFact(7, day) for day in days))
    assert figures(record, YEAR, AFTER).value("möten_inställda") == 2
    assert figures(record, YEAR, dt.date(2024, 10, 15)).value("möten_inställda") == 1
    assert figures(record, YEAR - 1, AFTER).value("möten_inställda") == 1


def test_no_chart_says_that_nobody_served_where_the_minutes_do_not_tell() -> None:
    chair, other, *rest = SPRING.attendees
    told = replace(SPRING, attendees=(replace(chair, served=True), other, *rest))
    assert figures(replace(RECORD, meetings=(told,)), YEAR, AFTER).served_at == (1,)
    assert figures(replace(RECORD, meetings=(told, AUTUMN)), YEAR, AFTER).served_at == ()


def test_who_served_is_counted_by_person_and_by_meeting() -> None:
    chair, other, guest = SPRING.attendees
    there = (
        replace(chair, served=True),
        replace(other, served=True, is_substitute=True),
        replace(guest, presence=Presence.PRESENT),
    )
    counted = figures(replace(RECORD, meetings=(replace(SPRING, attendees=there),)), YEAR, AFTER)
    assert (counted.value("tjänstgörande"), counted.value("tjänstgörande_ersättare")) == (2, 1)
    assert counted.served_at == (2,)
    assert [(each.name, each.served) for each in counted.persons] == [
        ("Ruben Stål", 1),
        ("Signe Almlöf", 1),
        ("Tora Lind", 0),
    ]
    assert figures(RECORD, YEAR, AFTER).figures["tjänstgörande"].value is None
