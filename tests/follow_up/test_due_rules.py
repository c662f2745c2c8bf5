from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.follow_up.due_rules import (
    DueRule,
    Event,
    Known,
    Told,
    check_day,
    day_of,
    meeting_days,
    read_code,
    rule_of,
    rule_words,
)

HELD = date(2026, 4, 20)
MAY_31 = date(2026, 5, 31)


@pytest.mark.parametrize(
    "words,due,event,days",
    [
        ("till nästa möte", None, Event.NEXT_MEETING, 0),
        ("inför nästa sammanträde", None, Event.NEXT_MEETING, -1),
        ("senast vid kommande nämndsammanträde", None, Event.NEXT_MEETING, 0),
        ("till nästa gång", None, Event.NEXT_MEETING, 0),
        ("till näst nästa möte", None, Event.SECOND_MEETING, 0),
        ("en vecka före nästa möte", None, Event.NEXT_MEETING, -7),
        ("före mötet", None, Event.NEXT_MEETING, -1),
        ("en vecka innan mötet den 31 maj", MAY_31 - timedelta(7), Event.MEETING_ON, -7),
        ("till styrelsemötet 31 maj", MAY_31, Event.MEETING_ON, 0),
    ],
)
def test_words_that_hang_on_a_meeting(
    words: str, due: date | None, event: Event, days: int
) -> None:
    rule = rule_of(words, HELD, due)
    assert rule is not None
    assert (rule.event, rule.days) == (event, days)
    assert rule.after == (MAY_31 if event is Event.MEETING_ON else HELD)


@pytest.mark.parametrize(
    "words,due",
    [
        ("senast den 31 maj", MAY_31),
        ("två veckor före den 31 maj", MAY_31 - timedelta(14)),
        ("under hösten", None),
        ("snarast möjligt", None),
        ("till årsskiftet", None),
        ("nästa vecka", None),
        ("efter mötet", None),
    ],
)
def test_words_that_hang_on_no_meeting(words: str, due: date | None) -> None:
    assert rule_of(words, HELD, due) is None


@pytest.mark.parametrize(
    "words,day",
    [
        ("snarast", date(2026, 5, 4)),
        ("så snart som möjligt", date(2026, 5, 4)),
        ("nästa vecka", date(2026, 5, 1)),
        ("nästa månad", date(2026, 5, 31)),
        ("under hösten", date(2026, 11, 30)),
        ("före sommaren", date(2026, 6, 15)),
        ("till våren 2028", date(2028, 5, 31)),
        ("innan jul", date(2026, 12, 15)),
        ("före årsskiftet", date(2026, 12, 31)),
        ("under mars", date(2027, 3, 31)),
        ("i början av september", date(2026, 9, 10)),
        ("i slutet av februari", date(2027, 2, 28)),
        ("när underlaget finns", date(2026, 5, 20)),
    ],
)
def test_when_to_look_in_on_what_is_due_at_no_certain_day(words: str, day: date) -> None:
    assert check_day(words, HELD) == day


class TestMeetingDays:
    def test_held_and_announced(self) -> None:
        assert meeting_days([Told(HELD, (MAY_31,))]) == [HELD, MAY_31]

    def test_a_later_minutes_moves_a_meeting(self) -> None:
        moved = date(2026, 6, 7)
        told = [Told(HELD, (MAY_31,)), Told(date(2026, 5, 10), (moved,))]
        assert MAY_31 not in meeting_days(told)
        assert moved in meeting_days(told)

    def test_a_meeting_that_comes_before_moves_nothing(self) -> None:
        told = [Told(HELD, (MAY_31,)), Told(date(2026, 5, 1), (date(2026, 5, 10),))]
        assert MAY_31 in meeting_days(told)

    def test_minutes_that_announce_nothing_move_nothing(self) -> None:
        assert MAY_31 in meeting_days([Told(HELD, (MAY_31,)), Told(date(2026, 5, 10))])

    def test_what_was_said_after_the_day_moves_nothing(self) -> None:
        told = [Told(HELD, (MAY_31,)), Told(date(2026, 6, 1), (date(2026, 9, 1),))]
        assert MAY_31 in meeting_days(told)


class TestDayOf:
    def test_a_week_before_a_meeting_that_moves(self) -> None:
        rule = rule_of("en vecka innan mötet den 31 maj", HELD, date(2026, 5, 24))
        assert rule is not None
        assert day_of(rule, Known((HELD, MAY_31))) == date(2026, 5, 24)
        assert day_of(rule, Known((HELD, date(2026, 6, 7)))) == date(2026, 5, 31)

    def test_a_meeting_that_nobody_announces_keeps_its_day(self) -> None:
        rule = DueRule(Event.MEETING_ON, after=MAY_31)
        assert day_of(rule, Known()) == MAY_31
        assert day_of(rule, Known((date(2026, 12, 1),))) == MAY_31

    def test_the_next_meeting_has_no_day_before_it_is_known(self) -> None:
        rule = DueRule(Event.NEXT_MEETING, after=HELD)
        assert day_of(rule, Known((HELD,))) is None
        assert day_of(rule, Known((HELD, MAY_31))) == MAY_31

    def test_it_stays_the_next_meeting_when_that_has_been(self) -> None:
        rule = DueRule(Event.NEXT_MEETING, after=HELD)
        assert day_of(rule, Known((HELD, MAY_31, date(2026, 9, 1)))) == MAY_31

    def test_after_a_decision_and_after_another_action(self) -> None:
        watched = DueRule(Event.WATCHED, subject=3, days=14)
        action = DueRule(Event.ACTION, subject=4)
        assert day_of(watched, Known()) is None
        assert day_of(action, Known()) is None
        known = Known(watched={3: HELD}, done={4: MAY_31})
        assert day_of(watched, known) == HELD + timedelta(14)
        assert day_of(action, known) == MAY_31


def test_what_a_page_says_of_a_rule() -> None:
    assert rule_words(DueRule(Event.NEXT_MEETING, HELD, days=-7)) == "7 dagar före nästa möte"
    assert rule_words(DueRule(Event.NEXT_MEETING, HELD)) == "nästa möte"
    assert rule_words(DueRule(Event.WATCHED, subject=1, days=1)) == (
        "1 dag efter att beslutet som bevakas har kommit"
    )


days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
rules = st.one_of(
    st.builds(
        DueRule,
        st.sampled_from([Event.NEXT_MEETING, Event.SECOND_MEETING, Event.MEETING_ON]),
        after=days,
        days=st.integers(-365, 365),
    ),
    st.builds(
        DueRule,
        st.sampled_from([Event.WATCHED, Event.ACTION]),
        subject=st.integers(1, 10**6),
        days=st.integers(-365, 365),
    ),
)


@given(rules)
def test_a_rule_is_stored_and_read_again(rule: DueRule) -> None:
    assert read_code(rule.code) == rule
    assert len(rule.code) <= 80


@given(held=days, meetings=st.lists(days, max_size=8), offset=st.integers(-60, 0))
def test_the_next_meeting_is_after_the_one_where_it_was_promised(
    held: date, meetings: list[date], offset: int
) -> None:
    day = day_of(DueRule(Event.NEXT_MEETING, after=held, days=offset), Known(meetings))
    later = [each for each in meetings if each > held]
    assert (day is None) == (not later)
    if day is not None:
        assert day == min(later) + timedelta(days=offset)


@given(held=days, meeting=days, moved=st.integers(-20, 20), offset=st.integers(-30, 0))
def test_when_the_meeting_moves_the_day_moves_as_far(
    held: date, meeting: date, moved: int, offset: int
) -> None:
    rule = DueRule(Event.MEETING_ON, after=meeting, days=offset)
    before = day_of(rule, Known((meeting,)))
    after = day_of(rule, Known((meeting + timedelta(days=moved),)))
    assert before is not None
    assert after is not None
    assert (after - before).days == moved


told = st.builds(Told, days, st.lists(days, max_size=4).map(tuple))


@given(st.lists(told, max_size=6))
def test_the_calendar_is_in_order_and_has_every_meeting_that_was_held(minutes: list[Told]) -> None:
    found = meeting_days(minutes)
    assert found == sorted(set(found))
    assert {each.held for each in minutes} <= set(found)


@given(words=st.text(max_size=60), held=days)
def test_any_words_have_a_day_to_look_in_and_it_comes_after_the_meeting(
    words: str, held: date
) -> None:
    assert held < check_day(words, held)


@given(words=st.text("0123456789 dagvecknmåiotsförealulhmp.", max_size=60), held=days)
def test_no_words_break_the_reading(words: str, held: date) -> None:
    rule_of(words, held, None)
    rule_of(words, held, held)
