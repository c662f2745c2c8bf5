"""A round, put together for reading: its text, its signatures, and what its reader may do."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from minutes.justering import queries
from minutes.justering.canonical import read_canonical
from minutes.justering.comparison import Compared, compared_minutes
from minutes.justering.minutes_text import Minutes
from minutes.justering.rounds import FieldStep, may
from minutes.justering.signing import consent
from minutes.justering.tables import (
    Evidence,
    FieldState,
    JusteringRound,
    ParagraphAnswer,
    SignatureField,
)


@dataclass(frozen=True, slots=True)
class Mine:
    """A signature that the reader is asked for. `waits_for` is whose turn it is before."""

    field: SignatureField
    may_sign: bool
    may_decline: bool
    consent: str
    waits_for: str | None
    answers: dict[int, ParagraphAnswer]

    @property
    def objections(self) -> int:
        """How many paragraphs the reader objects to."""
        return sum(1 for each in self.answers.values() if not each.agrees)


@dataclass(frozen=True, slots=True)
class RoundPage:
    """Everything that the page of a round shows. `compared` is None where nothing was seen."""

    round: JusteringRound
    minutes: Minutes
    fields: Sequence[SignatureField]
    mine: list[Mine]
    evidence: dict[int, Evidence]
    objections: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    compared: list[Compared] | None = None
    noted_by: dict[int, str] = field(default_factory=dict)

    @property
    def declined(self) -> list[SignatureField]:
        """Those that do not sign."""
        return [each for each in self.fields if each.state is FieldState.DECLINED]

    @property
    def signed(self) -> int:
        """How many have signed."""
        return sum(1 for each in self.fields if each.state is FieldState.SIGNED)


def round_page(session: Session, round_: JusteringRound, person_id: int | None) -> RoundPage:
    """The round as the person sees it; the same number of statements however long it is."""
    assert round_.id is not None
    fields = queries.fields(session, round_.id)
    answers = queries.answers(session, round_.id)
    minutes = read_canonical(round_.text)
    mine = [
        _mine(round_, fields, each, answers)
        for each in fields
        if person_id is not None and each.person_id == person_id
    ]
    seen = queries.seen_before(session, mine[0].field, round_) if mine else None
    names = {each.id: each.name for each in fields}
    objections: dict[int, list[tuple[str, str]]] = {}
    for said in answers:
        if not said.agrees:
            objections.setdefault(said.place, []).append((names[said.field_id], said.note))
    evidence = queries.evidence(session, round_.id)
    noted_by = {each.noted_by for each in evidence if each.noted_by is not None}
    return RoundPage(
        round=round_,
        minutes=minutes,
        fields=fields,
        mine=mine,
        evidence={each.field_id: each for each in evidence},
        noted_by=queries.names_of(session, noted_by),
        objections=objections,
        compared=compared_minutes(read_canonical(seen), minutes) if seen else None,
    )


def _mine(
    round_: JusteringRound,
    fields: Sequence[SignatureField],
    own: SignatureField,
    answers: Sequence[ParagraphAnswer],
) -> Mine:
    before = (
        each.name
        for each in fields
        if each.position < own.position and each.state is not FieldState.SIGNED
    )
    waits_for = next(before, None) if round_.in_order else None
    return Mine(
        field=own,
        may_sign=waits_for is None and may(round_.state, own.state, FieldStep.SIGN),
        may_decline=may(round_.state, own.state, FieldStep.DECLINE),
        consent=consent(round_, own),
        waits_for=waits_for,
        answers={each.place: each for each in answers if each.field_id == own.id},
    )
