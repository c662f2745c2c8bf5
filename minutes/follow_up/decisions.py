"""The life of a decision: which steps lead where, and how it stands after its events. Pure."""

import re
from collections.abc import Iterable

from minutes.errors import StepNotAllowed
from minutes.follow_up.tables import DecisionEvent, DecisionNow
from minutes.follow_up.tables import DecisionState as State
from minutes.texts import N_

WORDS = {
    State.IN_FORCE: N_("Gäller"),
    State.NOT_EXECUTED: N_("Ej verkställt"),
    State.EXECUTED: N_("Verkställt"),
    State.REVOKED: N_("Upphävt"),
    State.REPLACED: N_("Ersatt"),
}
_ENDED = (State.REVOKED, State.REPLACED)

# What has ended can only be in force again, where it was marked by mistake.
NEXT: dict[State, frozenset[State]] = {
    state: frozenset({State.IN_FORCE}) if state in _ENDED else frozenset(State) - {state}
    for state in State
}


def demand_step(state: State, to: State) -> None:
    """Raise StepNotAllowed where the step leads nowhere."""
    if to in NEXT[state]:
        return
    if to is state:
        raise StepNotAllowed(
            N_("Beslutet är redan markerat som %(state)s.", state=WORDS[state].lower())
        )
    raise StepNotAllowed(
        N_(
            "Beslutet är %(state)s. Markera först att det gäller, om det blev fel.",
            state=WORDS[state].lower(),
        )
    )


def present(decision_id: int, events: Iterable[DecisionEvent]) -> DecisionNow:
    """How the decision stands after the events, in the order in which they happened."""
    now = DecisionNow(decision_id=decision_id, state=State.IN_FORCE)
    for event in events:
        if event.state is not None:
            demand_step(now.state, event.state)
            now = DecisionNow(
                decision_id=decision_id,
                state=event.state,
                day=event.day,
                reference=event.reference,
                replaced_by=event.replaced_by,
            )
    return now


_ORDERS = re.compile(
    r"""\b(?:
        i\s+uppdrag | uppdrar?(?:as|s)?\s+(?:åt|till)\b | uppdra\s+(?:åt|till)\b
      | ska(?:ll)?\s+(?:återkomma|redovisas?|verkställas?|genomföras?|tas?\s+fram|upphandlas?)
      | uppmana[rs]?\b | ansvarar?\s+för\s+att
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def calls_for_execution(words: str) -> bool:
    """Whether the words of a decision order somebody to do something.

    Such a decision is proposed for the list of those not executed until somebody says how
    it stands; it is not put there by itself.
    """
    return _ORDERS.search(words) is not None
