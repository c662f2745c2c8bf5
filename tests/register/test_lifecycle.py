import pytest

from minutes.errors import StepNotAllowed
from minutes.register.lifecycle import SWEDISH, Step, after, allowed
from minutes.register.tables import MeetingState

LEADS_SOMEWHERE = {(MeetingState.RECORDED, Step.TAKE_BACK)}


@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize("step", Step)
def test_each_step_leads_somewhere_only_where_it_may(state: MeetingState, step: Step) -> None:
    if (state, step) in LEADS_SOMEWHERE:
        assert allowed(state, step)
        assert after(state, step) is None
    else:
        assert not allowed(state, step)
        with pytest.raises(StepNotAllowed, match=SWEDISH[state]):
            after(state, step)
