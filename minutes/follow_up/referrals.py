"""Which steps lead where for a referred question and for what is watched. Pure."""

from minutes.errors import StepNotAllowed
from minutes.follow_up.tables import ReferralState, WatchState
from minutes.texts import N_

WORDS = {
    ReferralState.SENT: N_("Hos mottagaren"),
    ReferralState.ANSWERED: N_("Besvarad"),
    ReferralState.CLOSED: N_("Avslutad"),
    ReferralState.WITHDRAWN: N_("Återtagen"),
}
WATCH_WORDS = {
    WatchState.WAITING: N_("Väntas"),
    WatchState.CAME: N_("Har kommit"),
    WatchState.DROPPED: N_("Bevakas inte längre"),
}

# answered: by the receiver. The sender may send it again where the answer was not enough.
NEXT: dict[ReferralState, frozenset[ReferralState]] = {
    ReferralState.SENT: frozenset({ReferralState.ANSWERED, ReferralState.WITHDRAWN}),
    ReferralState.ANSWERED: frozenset({ReferralState.CLOSED, ReferralState.SENT}),
    ReferralState.CLOSED: frozenset(),
    ReferralState.WITHDRAWN: frozenset(),
}


def demand_step(state: ReferralState, to: ReferralState) -> None:
    """Raise StepNotAllowed where the step leads nowhere."""
    if to not in NEXT[state]:
        raise StepNotAllowed(
            N_(
                "Det går inte när frågan är %(state)s. Läs in sidan igen.",
                state=WORDS[state].lower(),
            )
        )


def demand_waiting(state: WatchState) -> None:
    """Raise StepNotAllowed where nothing is waited for any more."""
    if state is not WatchState.WAITING:
        raise StepNotAllowed("Bevakningen är redan avslutad.")
