import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.errors import StepNotAllowed
from minutes.follow_up.lifecycle import (
    NEXT,
    Present,
    after,
    following,
    is_so_already,
    left_to_do,
    present,
)
from minutes.follow_up.tables import CLOSED, ActionEvent, ActionState
from minutes.follow_up.tables import ActionEventKind as Kind

AT = dt.datetime(2026, 11, 2, 8, tzinfo=dt.UTC)
OPEN, BEGUN, WAITING, HANDED, DONE, DROPPED = ActionState

# Where each step leads from each state, in the order of Kind; "-": nowhere, ".": it stays.
TABLE = {
    OPEN: "begun waiting . done dropped - . handed . .",
    BEGUN: "begun waiting . done dropped - . handed . .",
    WAITING: "begun waiting . done dropped - . handed . .",
    HANDED: "begun waiting . done dropped - . handed . .",
    DONE: "- - - - - open - - - .",
    DROPPED: "- - - - - open - - - .",
}
NAMES = {
    "open": OPEN,
    "begun": BEGUN,
    "waiting": WAITING,
    "handed": HANDED,
    "done": DONE,
    "dropped": DROPPED,
}
PAIRS = [
    (state, kind, {"-": None, ".": state}.get(leads_to, NAMES.get(leads_to)))
    for state, row in TABLE.items()
    for kind, leads_to in zip(Kind, row.split(), strict=True)
]


def event(kind: Kind, number: int = 1, **said: object) -> ActionEvent:
    return ActionEvent(id=number, action_item_id=1, kind=kind, at=AT, **said)


@pytest.mark.parametrize("state,kind,leads_to", PAIRS)
def test_every_step_from_every_state(
    state: ActionState, kind: Kind, leads_to: ActionState | None
) -> None:
    if leads_to is None:
        with pytest.raises(StepNotAllowed):
            after(state, kind)
    else:
        assert after(state, kind) is leads_to


def test_the_table_names_every_pair_once() -> None:
    assert len(PAIRS) == len(ActionState) * len(Kind)
    assert {(state, kind) for state, kind, leads_to in PAIRS if leads_to} == NEXT.keys()


def test_closed_is_told_before_it_may_be_changed() -> None:
    with pytest.raises(StepNotAllowed, match="Öppna den igen först"):
        after(DROPPED, Kind.DONE)


@pytest.mark.parametrize("state", ActionState)
def test_what_is_so_already_is_not_said_again(state: ActionState) -> None:
    assert is_so_already(state, Kind.DONE) == (state is DONE)
    assert is_so_already(state, Kind.DROPPED) == (state is DROPPED)
    assert is_so_already(state, Kind.STARTED) == (state is BEGUN)
    assert is_so_already(state, Kind.REOPENED) == (state not in CLOSED)
    assert not is_so_already(state, Kind.COMMENTED)


def test_what_the_minutes_call_done_is_done_before_any_event() -> None:
    assert present(True, []).state is DONE
    assert present(False, []).state is OPEN


def test_more_time_changes_the_day_and_nothing_else() -> None:
    day = dt.date(2026, 12, 1)
    now = present(False, [event(Kind.WAITING), event(Kind.MORE_TIME, 2, due=day)])
    assert (now.state, now.due_changed, now.due) == (WAITING, True, day)


def test_of_several_owners_each_does_a_part_until_nobody_is_left() -> None:
    now = following(present(False, []), event(Kind.HANDED_OVER, 1, needs_all=True))
    owners = frozenset({1, 2})
    assert left_to_do(now, owners, 1) == {2}
    now = following(now, event(Kind.PART_DONE, 2, by=1))
    assert left_to_do(now, owners, 2) == frozenset()


def test_somebody_who_does_not_own_it_closes_the_whole() -> None:
    now = Present(OPEN, needs_all=True)
    assert left_to_do(now, frozenset({1, 2}), 3) == frozenset()


def test_where_one_is_enough_nothing_is_left() -> None:
    assert left_to_do(Present(OPEN), frozenset({1, 2}), 1) == frozenset()


@pytest.mark.parametrize("kind", [Kind.REOPENED, Kind.HANDED_OVER])
def test_the_parts_begin_anew(kind: Kind) -> None:
    state = DONE if kind is Kind.REOPENED else OPEN
    now = Present(state, needs_all=True, parts=frozenset({1}))
    assert following(now, event(kind, 5)).parts == frozenset()


kinds = st.lists(st.sampled_from(Kind), max_size=12)


@given(done=st.booleans(), wanted=kinds)
def test_whatever_happens_the_state_is_one_that_the_table_leads_to(
    done: bool, wanted: list[Kind]
) -> None:
    events: list[ActionEvent] = []
    for number, kind in enumerate(wanted, start=1):
        now = present(done, events)
        if (now.state, kind) in NEXT:
            events.append(event(kind, number))
            assert present(done, events).state is NEXT[now.state, kind]
        else:
            with pytest.raises(StepNotAllowed):
                present(done, [*events, event(kind, number)])
    if not any(each.kind in (Kind.REOPENED, Kind.DONE, Kind.DROPPED) for each in events):
        assert (present(done, events).state in CLOSED) == done


@given(wanted=kinds)
def test_a_closed_action_item_can_always_be_opened_and_an_open_one_closed(
    wanted: list[Kind],
) -> None:
    events: list[ActionEvent] = []
    for number, kind in enumerate(wanted, start=1):
        if (present(False, events).state, kind) in NEXT:
            events.append(event(kind, number))
    now = present(False, events)
    step = Kind.REOPENED if now.state in CLOSED else Kind.DONE
    assert following(now, event(step, 99)).state is not now.state
