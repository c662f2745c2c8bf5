import pytest

from minutes.errors import StepNotAllowed
from minutes.register.lifecycle import SWEDISH, Step, after, allowed
from minutes.register.tables import MeetingState

RECORDED, AWAITING, JUSTERAT, PUBLISHED = MeetingState

LEADS_TO: dict[tuple[MeetingState, Step], MeetingState | None] = {
    (RECORDED, Step.TAKE_BACK): None,
    (RECORDED, Step.ATTACH): RECORDED,
    (RECORDED, Step.JUSTERA_PARAGRAPHS): RECORDED,
    (RECORDED, Step.SEND_FOR_JUSTERING): AWAITING,
    (AWAITING, Step.OBJECT): AWAITING,
    (AWAITING, Step.WITHDRAW): RECORDED,
    (AWAITING, Step.JUSTERA): JUSTERAT,
    (JUSTERAT, Step.CORRECT): JUSTERAT,
    (JUSTERAT, Step.PUBLISH): PUBLISHED,
    (PUBLISHED, Step.CORRECT): PUBLISHED,
    (PUBLISHED, Step.PUBLISH): PUBLISHED,
    (PUBLISHED, Step.WITHDRAW_PUBLICATION): JUSTERAT,
}


@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize("step", Step)
def test_each_step_leads_somewhere_only_where_it_may(state: MeetingState, step: Step) -> None:
    if (state, step) in LEADS_TO:
        assert allowed(state, step)
        assert after(state, step) is LEADS_TO[state, step]
    else:
        assert not allowed(state, step)
        with pytest.raises(StepNotAllowed, match=SWEDISH[state]):
            after(state, step)
