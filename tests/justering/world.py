"""A body with its people and a registered meeting, ready to be sent for justering."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from minutes.justering import queries, service, signing
from minutes.justering.canonical import canonical_text
from minutes.justering.fingerprint import fingerprint
from minutes.justering.freezing import minutes_of
from minutes.justering.signatories import Signatory
from minutes.justering.signing import Proof
from minutes.justering.starting import By, Sending
from minutes.justering.tables import Means, SignatureField, SignerRole
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Body, Person, Role
from minutes.register.tables import Meeting
from minutes.review.service import register_draft
from tests.builders import Builder
from tests.review.drafts import AT, draft_of, with_header

NOW = dt.datetime(2026, 10, 20, 9, 30, tzinfo=dt.UTC)
LATEST = dt.date(2026, 10, 28)
SENDER = "Minutes <minutes@example.se>"
SCAN = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
%%EOF
"""  # an empty page, as a scanner makes it


@dataclass
class World:
    """Karin is secretary, Anna chairs, Olle and Sara are members; all have accounts."""

    session: Session
    build: Builder
    body: Body = field(init=False)
    people: dict[str, Person] = field(init=False)
    meeting_id: int = field(init=False)

    def __post_init__(self) -> None:
        self.body = self.build.body("Lärgruppen", "Region Sjöland", slug="largruppen")
        roles = {
            "Karin Lind": Role.SECRETARY,
            "Anna Berg": Role.CHAIR,
            "Olle Berg": Role.MEMBER,
            "Sara Ek": Role.MEMBER,
        }
        self.people = {}
        for name, role in roles.items():
            first = name.split()[0].lower()
            person = self.build.person(name, f"{first}@example.se")
            self.build.mandate(person, self.body, role)
            self.build.account(person)
            self.people[first] = person
        recognition = with_header(chair="Anna Berg", adjusters=("Olle Berg",))
        draft_id = draft_of(self.session, self.body, recognition=recognition)
        self.meeting_id = register_draft(self.session, draft_id, by=None, at=AT)

    def id(self, first_name: str) -> int:
        """The id of the person."""
        person_id = self.people[first_name].id
        assert person_id is not None
        return person_id

    def by(self, first_name: str, at: dt.datetime = NOW) -> By:
        """The person, acting now."""
        return By(self.id(first_name), at, SENDER)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.session.get_one(Meeting, self.meeting_id, populate_existing=True)

    @property
    def seen(self) -> str:
        """The fingerprint of the text as it is now."""
        return fingerprint(canonical_text(minutes_of(self.session, self.meeting)))

    def signatories(self, *first_names: str) -> list[Signatory]:
        """Karin as secretary, Anna as chair, others as justerare."""
        roles = {"karin": SignerRole.SECRETARY, "anna": SignerRole.CHAIR}
        return [
            Signatory(roles.get(each, SignerRole.JUSTERARE), self.people[each].name, self.id(each))
            for each in first_names
        ]

    def send(
        self, names: Sequence[str] = ("karin", "anna", "olle"), *, in_order: bool = False
    ) -> int:
        """Send the minutes to these to be signed; the round."""
        sending = Sending(self.signatories(*names), LATEST, in_order, self.seen)
        return service.send(self.session, self.meeting_id, sending, self.by("karin"))

    def field(self, round_id: int, first_name: str) -> SignatureField:
        """The person's signature."""
        found = queries.fields(self.session, round_id)
        self.session.commit()  # or what was read would hold the writers' lock
        return next(each for each in found if each.person_id == self.id(first_name))

    def sign(self, round_id: int, first_name: str, seen: str | None = None) -> bool:
        """Let the person sign, with the password."""
        own = self.field(round_id, first_name)
        text = queries.round_(self.session, round_id).fingerprint
        proof = Proof(Means.PASSWORD, NOW, self.people[first_name].email or "", "192.0.2.7")
        by = self.by(first_name)
        return signing.sign(self.session, round_id, own.id or 0, seen or text, proof, by)

    def mailed(self) -> list[tuple[str, str]]:
        """(what about, to whom) of each mail, in the order of deciding."""
        rows = self.session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id)))
        return [(row.dedupe_key.split(":")[1], row.address.split("@")[0]) for row in rows]
