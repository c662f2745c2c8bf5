"""What is to be published of a meeting, put together: what was found, what is done with it, and
whether it can be published now.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from minutes.justering import queries as justering
from minutes.justering.canonical import canonical_text, read_canonical
from minutes.justering.fingerprint import fingerprint
from minutes.justering.minutes_text import Minutes
from minutes.justering.tables import JusteringRound
from minutes.people.tables import Body
from minutes.publication import queries
from minutes.publication.look import Choice, Finding, Kind, is_needed, look, places_of, warning_of
from minutes.publication.masking import public_twin
from minutes.publication.tables import (
    LookAnswer,
    Looker,
    Preparation,
    Publication,
    PublicationRules,
    PublicationState,
    Scope,
    Withheld,
)
from minutes.register.tables import Meeting
from minutes.texts import N_


@dataclass(frozen=True, slots=True)
class Looked:
    """A finding, and what was answered; None where nobody has."""

    finding: Finding
    answer: LookAnswer | None

    @property
    def choice(self) -> Choice | None:
        """What is done with it, or would be."""
        return self.answer.choice if self.answer else self.finding.proposal

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer."""
        return self.answer is None and is_needed(self.finding)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything of a meeting that is to be published. `minutes` is what was signed."""

    meeting: Meeting
    body: Body
    rules: PublicationRules
    round: JusteringRound
    minutes: Minutes
    looked: list[Looked]
    withheld: dict[int, Withheld]
    preparation: Preparation | None
    versions: Sequence[Publication]
    twin: Minutes = field(init=False)

    def __post_init__(self) -> None:
        twin = public_twin(
            self.minutes,
            self.masked_words,
            self.withheld,
            decisions_only=self.rules.scope is Scope.DECISIONS,
        )
        object.__setattr__(self, "twin", twin)

    @property
    def masked_words(self) -> list[str]:
        """The words that are masked."""
        return [each.finding.words for each in self.looked if each.choice is Choice.MASK]

    @property
    def fingerprint(self) -> str:
        """Of what would be published: known to those who publish only."""
        return fingerprint(canonical_text(self.twin))

    @property
    def open(self) -> list[Looked]:
        """The findings that somebody has to answer first, outside of what is withheld."""
        return [each for each in self.looked if each.is_open and not self._is_withheld(each)]

    @property
    def is_approved(self) -> bool:
        """Whether the chair has approved this very text."""
        return self.preparation is not None and self.preparation.approved == self.fingerprint

    @property
    def standing(self) -> Publication | None:
        """The publication that stands now."""
        return next((p for p in self.versions if p.state is PublicationState.PUBLISHED), None)

    @property
    def is_new(self) -> bool:
        """Whether publishing would show anything else than what stands now."""
        now = self.standing
        return now is None or now.text != canonical_text(self.twin)

    @property
    def obstacle(self) -> str | None:
        """Why it cannot be published yet, in Swedish; None where it can."""
        if self.rules.scope is Scope.NOTHING:
            return N_("Organet publicerar inget. Ändra reglerna för publicering först.")
        if self.open:
            return N_("Bestäm vad som ska göras med varje fynd först.")
        if self.rules.looker is not Looker.NOBODY and self.preparation is None:
            return N_("Se över protokollet och spara först.")
        if self.rules.looker is Looker.CHAIR and not self.is_approved:
            return N_("Ordföranden ska godkänna det som publiceras först.")
        return None

    def _is_withheld(self, looked: Looked) -> bool:
        places = {each.paragraph for each in looked.finding.places}
        return places <= set(self.withheld)


def prepared(session: Session, meeting: Meeting) -> Prepared:
    """The meeting as it would be published now. Raises NotFound where it is not justerat."""
    assert meeting.id is not None
    round_ = justering.signed_minutes(session, meeting.id)
    minutes = read_canonical(round_.text)
    minutes = replace(minutes, corrections=queries.corrections(session, meeting.id))
    body = session.get_one(Body, meeting.body_id)
    answers = queries.answers(session, meeting.id)
    withheld = queries.withheld(session, meeting.id)
    inside = queries.names_inside(session, body, meeting.date)
    return Prepared(
        meeting=meeting,
        body=body,
        rules=queries.rules_of(session, meeting.body_id),
        round=round_,
        minutes=minutes,
        looked=_looked(look(minutes, inside), answers, minutes),
        withheld=withheld,
        preparation=queries.preparation(session, meeting.id),
        versions=queries.versions(session, meeting.id),
    )


def _looked(
    findings: Sequence[Finding], answers: dict[str, LookAnswer], minutes: Minutes
) -> list[Looked]:
    found = {each.words.casefold(): Looked(each, None) for each in reversed(findings)}
    looked = [
        replace(each, answer=answers.get(words)) for words, each in reversed(list(found.items()))
    ]
    own = [answer for words, answer in answers.items() if words not in found]
    for answer in own:
        # Typed by whoever looked, or found by an earlier version of the look.
        places = places_of(minutes, answer.words)
        warning = warning_of(minutes, answer.words) if answer.choice is Choice.MASK else ""
        finding = Finding(Kind.OWN, answer.words, "Egna ord", None, places, warning)
        looked.append(Looked(finding, answer))
    return looked
