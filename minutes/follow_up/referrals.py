"""Which steps lead where for a referred question and for what is watched. Pure."""

from minutes.errors import StepNotAllowed
from minutes.follow_up.tables import ReferralState, WatchState

WORDS = {
    ReferralState.SENT: "Hos mottagaren",
    ReferralState.ANSWERED: "Besvarad",
    ReferralState.CLOSED: "Avslutad",
    ReferralState.WITHDRAWN: "Återtagen",
}
WATCH_WORDS = {
    WatchState.WAITING: "Väntas",
    WatchState.CAME: "Har kommit",
    WatchState.DROPPED: "Bevakas inte längre",
}

# answered: by the receiver. The sender may send it again where the answer was not enough.
NEXT: dict[ReferralState, frozenset[ReferralState]] = {
    ReferralState.SENT: frozenset({ReferralState.ANSWERED, ReferralState.WITHDRAWN}),
    ReferralState.ANSWERED: frozenset({ReferralState.CLOSED, ReferralState.SENT}),
    ReferralState.CLOSED: frozenset(),
    ReferralState.WITHDRAWN: frozenset(),
}
OF_RECEIVER = frozenset({ReferralState.ANSWERED})


def demand_step(state: ReferralState, to: ReferralState) -> None:
    """Raise StepNotAllowed where the step leads nowhere."""
    if to not in NEXT[state]:
        raise StepNotAllowed(
            f"Det går inte när frågan är {WORDS[state].lower()}. Läs in sidan igen."
        )


def demand_waiting(state: WatchState) -> None:
    """Raise StepNotAllowed where nothing is waited for any more."""
    if state is not WatchState.WAITING:
        raise StepNotAllowed("Bevakningen är redan avslutad.")
