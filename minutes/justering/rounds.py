"""Which steps a round and a signature may take. Pure: tables, and their reading."""

from enum import StrEnum

from minutes.errors import StepNotAllowed
from minutes.justering.tables import FieldState, RoundState
from minutes.texts import N_


class FieldStep(StrEnum):
    """What can be done with a signature."""

    ANSWER = "answer"  # agree or object to a paragraph
    SIGN = "sign"
    DECLINE = "decline"
    VOID = "void"


ROUND_WORDS = {
    RoundState.OPEN: N_("under justering"),
    RoundState.COMPLETED: N_("justerad"),
    RoundState.WITHDRAWN: N_("återtagen"),
}
FIELD_WORDS = {
    FieldState.WAITING: N_("väntar"),
    FieldState.SIGNED: N_("underskrivet"),
    FieldState.DECLINED: N_("avstått"),
    FieldState.VOID: N_("gäller inte längre"),
}

_NEXT: dict[tuple[RoundState, FieldState, FieldStep], FieldState] = {
    (RoundState.OPEN, FieldState.WAITING, FieldStep.ANSWER): FieldState.WAITING,
    (RoundState.OPEN, FieldState.WAITING, FieldStep.SIGN): FieldState.SIGNED,
    (RoundState.OPEN, FieldState.WAITING, FieldStep.DECLINE): FieldState.DECLINED,
    # Who has declined may be persuaded, as long as the text stands.
    (RoundState.OPEN, FieldState.DECLINED, FieldStep.ANSWER): FieldState.DECLINED,
    (RoundState.OPEN, FieldState.DECLINED, FieldStep.SIGN): FieldState.SIGNED,
    (RoundState.OPEN, FieldState.WAITING, FieldStep.VOID): FieldState.VOID,
    (RoundState.OPEN, FieldState.SIGNED, FieldStep.VOID): FieldState.VOID,
    (RoundState.OPEN, FieldState.DECLINED, FieldStep.VOID): FieldState.VOID,
}
_WHY_NOT = {
    RoundState.WITHDRAWN: N_("Texten har tagits tillbaka och kan inte längre skrivas under."),
    RoundState.COMPLETED: N_("Alla har redan skrivit under. Texten är justerad."),
}
_WHY_NOT_FIELD = {
    FieldState.SIGNED: N_("Du har redan skrivit under."),
    FieldState.DECLINED: N_("Du har redan avstått."),
    FieldState.VOID: N_("Underskriften gäller inte längre."),
}


def may(round_: RoundState, field: FieldState, step: FieldStep) -> bool:
    """Whether the step leads anywhere."""
    return (round_, field, step) in _NEXT


def after(round_: RoundState, field: FieldState, step: FieldStep) -> FieldState:
    """The state that the step leads to; raise StepNotAllowed where it leads nowhere."""
    try:
        return _NEXT[round_, field, step]
    except KeyError:
        # Who has signed is told so first: it is what a double click and a sent again form mean.
        already = round_ is not RoundState.WITHDRAWN and field in _WHY_NOT_FIELD
        why = _WHY_NOT_FIELD.get(field) if already else None
        raise StepNotAllowed(
            why or _WHY_NOT.get(round_) or N_("Det går inte nu. Läs in sidan igen.")
        ) from None
