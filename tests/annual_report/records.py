"""Invented records of years: one that is known by heart, and any at all for properties."""

import datetime as dt
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from minutes.annual_report.facts import (
    ActionFact,
    AnnouncedFact,
    AttendeeFact,
    CancelledFact,
    DecisionFact,
    ItemFact,
    MandateFact,
    MeetingFact,
    Record,
    WatchFact,
)
from minutes.follow_up.tables import DecisionState
from minutes.recognition.findings import MinutesKind, Presence
from minutes.register.tables import MeetingState

AFTER = dt.date(2025, 3, 1)  # the year 2024 is over
YEAR = 2024
HERE, AWAY = Presence.PRESENT, Presence.ABSENT


def attendees(*names: str, away: tuple[str, ...] = ()) -> tuple[AttendeeFact, ...]:
    there = tuple(AttendeeFact(name, name, HERE) for name in names)
    return there + tuple(AttendeeFact(name, name, AWAY) for name in away)


SPRING = MeetingFact(
    1,
    7,
    "Vägrådet",
    dt.date(2024, 2, 6),
    "Vägrådet",
    MinutesKind.PROTOKOLL,
    MeetingState.JUSTERAT,
    items=(ItemFact(10, "§ 1", "Mötets öppnande"), ItemFact(11, "§ 2", "Belysning i Norrby")),
    attendees=attendees("Signe Almlöf", "Ruben Stål", away=("Tora Lind",)),
    decisions=(
        DecisionFact(100, 10, "Dagordningen godkändes.", "Dagordningen godkändes."),
        DecisionFact(101, 11, "att avsätta 40 000 kronor,", "att avsätta 40 000 kronor,"),
    ),
    actions=(
        ActionFact(
            200,
            11,
            "Signe tar in offerter.",
            "Signe tar in offerter.",
            ("Signe Almlöf",),
            due=dt.date(2024, 3, 1),
            ended=dt.date(2024, 4, 9),
        ),
    ),
    sent=dt.date(2024, 2, 8),
    latest=dt.date(2024, 2, 20),
    justerat=dt.date(2024, 2, 16),
)
AUTUMN = MeetingFact(
    2,
    7,
    "Vägrådet",
    dt.date(2024, 10, 1),
    "Vägrådet",
    MinutesKind.PROTOKOLL,
    MeetingState.RECORDED,
    items=(ItemFact(12, "§ 1", "Belysningen i Norrby"), ItemFact(13, "§ 2", "Snöröjning")),
    attendees=attendees("Signe Almlöf", "Tora Lind"),
    decisions=(
        DecisionFact(
            102,
            12,
            "Rådet antar belysningsplanen.",
            "Rådet antar belysningsplanen.",
            DecisionState.NOT_EXECUTED,
        ),
    ),
    actions=(
        ActionFact(
            201, 13, "Återkomma om saltet.", "Återkomma om saltet.", ("Ruben Stål",), due=None
        ),
        ActionFact(
            202,
            13,
            "Tora ringer kommunen.",
            "Tora ringer kommunen.",
            ("Tora Lind",),
            due=dt.date(2024, 11, 1),
        ),
    ),
    announced=(AnnouncedFact(dt.date(2025, 2, 4)),),
)
BEFORE = MeetingFact(
    3,
    7,
    "Vägrådet",
    dt.date(2023, 11, 7),
    "Vägrådet",
    MinutesKind.PROTOKOLL,
    MeetingState.PUBLISHED,
    items=(ItemFact(14, "§ 4", "Grus"),),
    actions=(
        ActionFact(203, 14, "Ruben beställer grus.", "Ruben beställer grus.", ("Ruben Stål",)),
        ActionFact(204, 14, "Tora mäter vägen.", "Tora mäter vägen.", ended=dt.date(2023, 12, 1)),
    ),
)
RECORD = Record(
    bodies=((7, "Vägrådet"),),
    meetings=(BEFORE, SPRING, AUTUMN),
    watched=(
        WatchFact(300, 2, "Kommunen", "Kommunen beslutar om bidraget i mars.", 13, body_id=7),
    ),
    mandates=(
        MandateFact("Signe Almlöf", "ordförande", dt.date(2020, 1, 1), body_id=7),
        MandateFact("Tora Lind", "ledamot", dt.date(2024, 3, 1), body_id=7),
    ),
)

_numbers = count(1000)
_texts = st.sampled_from(
    [
        "Signe ser över vägen",
        "budget 2024 | offert",
        "* plan # [gata] _x_",
        "{{beslut}} godkänner 1.",
        "1. [^beslut-9]",
        "- att välja Bo,",
        "%% nästa",
        "~~struket~~ `kod` <b>",
    ]
)
_names = st.lists(st.sampled_from(("Ada", "Bo", "Cia")), unique=True)
_days = st.dates(dt.date(2021, 1, 1), dt.date(2026, 12, 31))


@st.composite
def meetings(draw: st.DrawFn) -> MeetingFact:
    key, held = next(_numbers), draw(_days)
    items = tuple(
        ItemFact(next(_numbers), draw(st.sampled_from([None, "1", "§ 12", "3 b"])), draw(_texts))
        for _ in range(draw(st.integers(0, 2)))
    )
    places = st.sampled_from([None, *(item.id for item in items)])
    actions = tuple(
        ActionFact(
            next(_numbers),
            draw(places),
            text := draw(_texts),
            text,
            tuple(draw(st.lists(_texts, max_size=2))),
            draw(st.none() | _days),
            draw(st.none() | _days.filter(lambda day: day >= held)),
            draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    decisions = tuple(
        DecisionFact(
            next(_numbers),
            draw(places),
            text := draw(_texts),
            text,
            draw(st.sampled_from(DecisionState)),
            draw(st.none() | _days),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    return MeetingFact(
        key,
        7,
        "Vägrådet",
        held,
        "Möte",
        draw(st.sampled_from(MinutesKind)),
        draw(st.sampled_from(MeetingState)),
        items,
        tuple(
            replace(each, served=draw(st.booleans()), is_substitute=draw(st.booleans()))
            for each in attendees(*draw(_names))
        ),
        decisions,
        actions,
        **{
            day: draw(st.none() | _days)
            for day in ("latest", "justerat", "published", "posted", "post_by")
        },
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    held = sorted(draw(st.lists(meetings(), max_size=4)), key=lambda each: (each.date, each.id))
    days = {each.date for each in held}
    off = draw(st.lists(_days.filter(lambda day: day not in days), max_size=2, unique=True))
    cancelled = tuple(CancelledFact(7, day, "Sjukdom") for day in sorted(off))
    return Record(((7, "Vägrådet"),), tuple(held), cancelled=cancelled)
