"""What in the open drafts is in doubt, and the drafts in the order of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.errors import Refused
from minutes.recognition.findings import LIKELY
from minutes.review import judging, known, queries, service
from minutes.review.open_drafts import OpenDraft
from minutes.review.questions import questions
from minutes.review.steps import Deed
from minutes.review.tables import DraftFinding, FindingKind, FindingState
from minutes.texts import N_

AT_ONCE = 50  # drafts registered by one press


@dataclass(frozen=True, slots=True)
class Doubt:
    """A draft, and what its reviewer has to settle; `words` is empty where that is nothing."""

    draft: OpenDraft
    doubtful: int
    remarks: int

    @property
    def words(self) -> list[str]:
        """What is in doubt, the gravest first."""
        said: list[str] = []
        if self.draft.body_id is None:
            said.append(N_("organ saknas"))
        if self.draft.date is None:
            said.append(N_("datum saknas"))
        if self.doubtful:
            said.append(N_("1 osäkert fynd", "%(num)s osäkra fynd", num=self.doubtful))
        if self.remarks:
            said.append(N_("1 anmärkning", "%(num)s anmärkningar", num=self.remarks))
        return said

    @property
    def weight(self) -> int:
        """How much there is to settle: what is missing of the meeting weighs most."""
        missing = (self.draft.body_id is None) + (self.draft.date is None)
        return missing * 100 + self.doubtful + self.remarks


def by_doubt(session: Session, drafts: Sequence[OpenDraft]) -> list[Doubt]:
    """The drafts with what is in doubt, the clearest first and then by day."""
    waiting = col(DraftFinding.state) == FindingState.PROPOSED
    doubtful = sa.and_(
        col(DraftFinding.kind).in_(queries.REVIEWED), col(DraftFinding.confidence) < LIKELY
    )
    code = col(DraftFinding.content)["code"].as_string()
    remark = sa.and_(col(DraftFinding.kind) == FindingKind.REMARK, code != "date-missing")
    rows = session.execute(
        sa.select(
            col(DraftFinding.draft_id),
            sa.func.sum(sa.case((doubtful, 1), else_=0)),
            sa.func.sum(sa.case((remark, 1), else_=0)),
        )
        .where(waiting, col(DraftFinding.draft_id).in_([each.id for each in drafts]))
        .group_by(col(DraftFinding.draft_id))
    )
    counts = {draft_id: (doubt, remarks) for draft_id, doubt, remarks in rows}
    found = [Doubt(each, *counts.get(each.id, (0, 0))) for each in drafts]
    return sorted(found, key=lambda each: (each.weight, each.draft.date or date.max, each.draft.id))


def register_clear(session: Session, drafts: Sequence[Doubt], deed: Deed) -> tuple[int, int]:
    """Accept and register the drafts without doubt, a transaction each; how many, how many left.

    A draft with a name that could be two persons, or of a body that has a meeting that day
    already, is left for its reviewer. Of more than fifty the rest is left for the next press.
    """
    clear = [each for each in drafts if not each.words]
    done = sum(_register(session, each.draft, deed) for each in clear[:AT_ONCE])
    return done, len(clear) - done


def _register(session: Session, draft: OpenDraft, deed: Deed) -> bool:
    row = queries.draft(session, draft.id)
    if row.body_id is None or draft.date is None:
        return False
    members = known.members(session, row.body_id, None)
    asked = questions(queries.findings(session, draft.id), members, row.left_open)
    if asked or queries.meetings_on(session, row.body_id, draft.date):
        session.commit()
        return False
    try:
        judging.accept_all(session, draft.id, deed)
        service.register_draft(session, draft.id, by=deed.by, at=deed.at)
    except Refused:
        session.rollback()
        return False
    return True
