"""What is to be published of a report, put together: what may be read of it, what was found in it,
and whether it can be published now.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.annual_report import open_to_readers, public_queries, signing, snapshot
from minutes.annual_report.exact_text import exact_text
from minutes.annual_report.open_to_readers import Opened, Published
from minutes.annual_report.tables import (
    AnnualReport,
    PublishedReport,
    ReportApproval,
    ReportLookAnswer,
)
from minutes.errors import StepNotAllowed
from minutes.justering.canonical import canonical_text, read_canonical
from minutes.justering.tables import JusteringRound, RoundState
from minutes.people import queries as people
from minutes.people.tables import Body
from minutes.publication import queries as publication
from minutes.publication.look import Choice, Finding, is_needed, look
from minutes.publication.tables import (
    Audience,
    LookAnswer,
    Looker,
    Publication,
    PublicationRules,
    PublicationState,
    Scope,
)
from minutes.register.tables import Meeting
from minutes.texts import N_

# For whom minutes must be published so that a report for those readers may tell of them.
_AS_WIDE = {
    Audience.MEMBERS: tuple(Audience),
    Audience.ORGANISATION: (Audience.ORGANISATION, Audience.EVERYBODY),
    Audience.EVERYBODY: (Audience.EVERYBODY,),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were found, and what is done with them; None where nobody has said."""

    finding: Finding
    choice: Choice | None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer."""
        return self.choice is None and is_needed(self.finding)


@dataclass(frozen=True, slots=True)
class Closed:
    """Minutes that the report rests on and that its readers may not read."""

    meeting_id: int
    title: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything of a report that is to be published. `round` is None where it was not sent."""

    report: AnnualReport
    body: Body
    rules: PublicationRules
    round: JusteringRound | None
    opened: Opened
    found: list[Found]
    closed: Sequence[Closed]
    versions: Sequence[PublishedReport]
    own_masks: frozenset[str]
    approval: ReportApproval | None

    @property
    def fingerprint(self) -> str:
        """Of what would be published."""
        return snapshot.fingerprint(snapshot.written(self.opened.document))

    @property
    def standing(self) -> PublishedReport | None:
        """What stands now."""
        return next((p for p in self.versions if p.state is PublicationState.PUBLISHED), None)

    @property
    def is_approved(self) -> bool:
        """Whether the chair has approved this very text."""
        return self.approval is not None and self.approval.fingerprint == self.fingerprint

    @property
    def waits_for_chair(self) -> bool:
        """Whether the chair has to approve it, and has not."""
        return self.rules.looker is Looker.CHAIR and not self.is_approved

    @property
    def unfinished(self) -> str | None:
        """What is to be done before the chair can approve it, in Swedish; None where nothing is."""
        if self.round is None or self.round.state is not RoundState.COMPLETED:
            return N_("Årsberättelsen publiceras när den är justerad.")
        if self.rules.scope is Scope.NOTHING:
            return N_("Organet publicerar inget. Ändra reglerna för publicering först.")
        if any(each.is_open for each in self.found):
            return N_("Bestäm vad som ska göras med varje fynd först.")
        if not self.opened.document.parts:
            return N_("Inget i årsberättelsen bygger på publicerade protokoll.")
        return None

    @property
    def obstacle(self) -> str | None:
        """Why it cannot be published yet, in Swedish; None where it can."""
        if self.unfinished:
            return self.unfinished
        now = self.standing
        if now is not None and now.fixed == snapshot.written(self.opened.document):
            return N_("Det som är publicerat är redan likadant.")
        if self.waits_for_chair:
            return N_("Ordföranden ska godkänna det som publiceras först.")
        return None


def prepared(session: Session, report: AnnualReport) -> Prepared:
    """The report as it would be published now. Raises StepNotAllowed before it is finished."""
    exact = signing.exact_of(report)
    signed = snapshot.read(report.fixed)
    body = session.get_one(Body, report.body_id)
    minutes = exact.minutes
    if (
        canonical_text(exact_text(signed, minutes.body, minutes.organisation, minutes.date))
        != report.exact
    ):
        raise StepNotAllowed("Årsberättelsen är inte den som skrevs under. Öppna den igen.")
    rules = publication.rules_of(session, report.body_id)
    cited = {each.meeting_id for each in signed.cited.values()} - {None}
    published = _published(session, [each for each in cited if each], body, rules.audience)
    kept = {each.words.casefold(): each.choice for each in answers(session, report.id or 0)}
    own = frozenset(words for words, choice in kept.items() if choice is Choice.MASK)
    inside = _inside(session, report)
    shown = open_to_readers.opened(signed, published, ())
    read = exact_text(shown.document, minutes.body, minutes.organisation, minutes.date)
    answered = _kept_in_minutes(session, list(published))
    found = [
        Found(each, kept.get(each.words.casefold()))
        for each in look(read, inside)
        if each.words.casefold() not in answered
    ]
    return Prepared(
        report=report,
        body=body,
        rules=rules,
        round=signing.round_of(session, report),
        opened=open_to_readers.opened(signed, published, own),
        found=found,
        closed=_closed(session, [each for each in cited if each and each not in published]),
        versions=public_queries.versions(session, report.id or 0),
        own_masks=own,
        approval=session.get(ReportApproval, report.id),
    )


def address_of(report: AnnualReport) -> str:
    """The last part of its public address; its body may keep several of a year about others too."""
    return f"{report.year}-gemensam-{report.id}" if report.others else str(report.year)


def answers(session: Session, report_id: int) -> Sequence[ReportLookAnswer]:
    """What is done with which words of the report."""
    return session.exec(
        select(ReportLookAnswer).where(ReportLookAnswer.report_id == report_id)
    ).all()


def _inside(session: Session, report: AnnualReport) -> set[str]:
    """The names of those who held a mandate during the year, in any of its bodies."""
    first, last = dt.date(report.year, 1, 1), dt.date(report.year, 12, 31)
    bodies = people.bodies(session, frozenset(report.bodies))
    organisations = {each.organisation or each.id: each for each in bodies}
    return set().union(
        *(publication.names_inside(session, each, first, last) for each in organisations.values())
    )


def _published(
    session: Session, meetings: Sequence[int], keeper: Body, audience: Audience
) -> dict[int, Published]:
    """The minutes of these meetings that are published for the readers of the report, by meeting.

    What another body publishes for its own members is not for those of the keeper.
    """
    is_own = col(Publication.body_id) == keeper.id
    same = col(Body.organisation) == keeper.organisation if keeper.organisation else is_own
    rows = session.execute(
        sa.select(col(Publication.meeting_id), col(Publication.text))
        .join(Body, col(Body.id) == Publication.body_id)
        .where(
            col(Publication.meeting_id).in_(meetings),
            col(Publication.state) == PublicationState.PUBLISHED,
            col(Publication.audience).in_(_AS_WIDE[audience]),
            sa.or_(
                is_own,
                col(Publication.audience) == Audience.EVERYBODY,
                sa.and_(col(Publication.audience) == Audience.ORGANISATION, same),
            ),
        )
    ).all()
    masks = public_queries.masks(session, [meeting for meeting, _ in rows])
    return {
        meeting: Published(read_canonical(text), masks.get(meeting, ())) for meeting, text in rows
    }


def _kept_in_minutes(session: Session, meetings: Sequence[int]) -> set[str]:
    """Words of which it was said of the minutes that they may stand."""
    words = session.scalars(
        sa.select(col(LookAnswer.words)).where(
            col(LookAnswer.meeting_id).in_(meetings), col(LookAnswer.choice) == Choice.KEEP
        )
    )
    return {each.casefold() for each in words}


def _closed(session: Session, meetings: Sequence[int]) -> list[Closed]:
    rows = session.execute(
        sa.select(col(Meeting.id), col(Meeting.title), col(Meeting.date))
        .where(col(Meeting.id).in_(meetings))
        .order_by(col(Meeting.date), col(Meeting.id))
    )
    return [Closed(*row) for row in rows]
