"""Which steps lead where on the way of a meeting's minutes. Pure: a table, and its reading."""

from enum import StrEnum

from minutes.errors import StepNotAllowed
from minutes.register.tables import MeetingState
from minutes.texts import N_


class Step(StrEnum):
    """What can be done with recorded minutes."""

    TAKE_BACK = "take_back"  # to review; the meeting leaves the register
    ATTACH = "attach"  # a paper, or take it away: the attachments are part of what is signed
    JUSTERA_PARAGRAPHS = "justera_paragraphs"  # some at once, while the rest waits
    SEND_FOR_JUSTERING = "send_for_justering"  # from here on the text is locked
    OBJECT = "object"  # a signatory objects or declines; the text stands until it is withdrawn
    WITHDRAW = "withdraw"  # the text; signatures that were given are void
    JUSTERA = "justera"  # the last of the signatures
    CORRECT = "correct"  # a rättelse, beside the text that was signed
    PUBLISH = "publish"  # or publish a later version
    WITHDRAW_PUBLICATION = "withdraw_publication"  # it is justerat as before


SWEDISH = {
    MeetingState.RECORDED: N_("registrerat"),
    MeetingState.AWAITING_JUSTERING: N_("under justering"),
    MeetingState.JUSTERAT: N_("justerat"),
    MeetingState.PUBLISHED: N_("publicerat"),
}

# None: the meeting is no longer in the register.
_NEXT: dict[tuple[MeetingState, Step], MeetingState | None] = {
    (MeetingState.RECORDED, Step.TAKE_BACK): None,
    (MeetingState.RECORDED, Step.ATTACH): MeetingState.RECORDED,
    (MeetingState.RECORDED, Step.JUSTERA_PARAGRAPHS): MeetingState.RECORDED,
    (MeetingState.RECORDED, Step.SEND_FOR_JUSTERING): MeetingState.AWAITING_JUSTERING,
    (MeetingState.AWAITING_JUSTERING, Step.OBJECT): MeetingState.AWAITING_JUSTERING,
    (MeetingState.AWAITING_JUSTERING, Step.WITHDRAW): MeetingState.RECORDED,
    (MeetingState.AWAITING_JUSTERING, Step.JUSTERA): MeetingState.JUSTERAT,
    (MeetingState.JUSTERAT, Step.CORRECT): MeetingState.JUSTERAT,
    (MeetingState.JUSTERAT, Step.PUBLISH): MeetingState.PUBLISHED,
    (MeetingState.PUBLISHED, Step.CORRECT): MeetingState.PUBLISHED,
    (MeetingState.PUBLISHED, Step.PUBLISH): MeetingState.PUBLISHED,
    (MeetingState.PUBLISHED, Step.WITHDRAW_PUBLICATION): MeetingState.JUSTERAT,
}


def allowed(state: MeetingState, step: Step) -> bool:
    """Whether the step leads anywhere from the state."""
    return (state, step) in _NEXT


def after(state: MeetingState, step: Step) -> MeetingState | None:
    """The state that the step leads to; raise StepNotAllowed where it leads nowhere."""
    try:
        return _NEXT[state, step]
    except KeyError:
        raise StepNotAllowed(
            N_("Det går inte när mötet är %(state)s. Läs in sidan igen.", state=SWEDISH[state])
        ) from None
