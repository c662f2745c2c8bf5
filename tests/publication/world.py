"""A body with justerade minutes in which there is something to mask."""

import datetime as dt
from dataclasses import dataclass, field

from sqlmodel import Session

from minutes.people.tables import Body
from minutes.publication import publishing, service
from minutes.publication.look import Choice
from minutes.publication.preparing import Prepared, prepared
from minutes.publication.service import Answer, By
from minutes.publication.tables import Audience, Looker, PublicationRules, Scope, Timing
from minutes.register.tables import Item
from tests.builders import Builder
from tests.justering.world import World as Justering

NOW = dt.datetime(2026, 10, 21, 9, 0, tzinfo=dt.UTC)
SECRET = ("640823-3234", "070-123 45 67", "lisa@example.se", "Lisa Ekman")
TEXT = (
    "Lisa Ekman (640823-3234), som nås på 070-123 45 67 eller lisa@example.se, hyr stugan.\n\n"
    "Stugan städas av föreningen."
)


@dataclass
class World:
    """The people of tests.justering, and minutes that they have signed."""

    session: Session
    build: Builder
    justering: Justering = field(init=False)
    meeting_id: int = field(init=False)

    def __post_init__(self) -> None:
        self.justering = Justering(self.session, self.build)
        self.meeting_id = self.justering.meeting_id
        item = self.session.get_one(Item, 2)
        item.text = f"{item.text}\n\n{TEXT}".strip()
        self.session.add(item)
        self.session.commit()
        round_id = self.justering.send()
        for name in ("karin", "anna", "olle"):
            self.justering.sign(round_id, name)

    @property
    def body(self) -> Body:
        return self.justering.body

    def by(self, first_name: str = "karin", at: dt.datetime = NOW) -> By:
        """The person, acting now."""
        return By(self.justering.id(first_name), at, at.date())

    def rules(
        self,
        scope: Scope = Scope.ALL,
        audience: Audience = Audience.EVERYBODY,
        timing: Timing = Timing.BY_HAND,
        looker: Looker = Looker.SECRETARY,
    ) -> None:
        """Let the body publish so."""
        rules = PublicationRules(
            body_id=self.body.id or 0,
            scope=scope,
            audience=audience,
            timing=timing,
            looker=looker,
        )
        service.set_rules(self.session, rules, self.by())

    @property
    def prepared(self) -> Prepared:
        """The meeting as it would be published now."""
        found = prepared(self.session, self.justering.meeting)
        self.session.commit()
        return found

    def answer(
        self,
        *,
        choice: Choice = Choice.MASK,
        withheld: dict[int, str] | None = None,
        at: dt.datetime = NOW,
    ) -> None:
        """Mask everything that was found, or let all of it stand."""
        answers = [
            Answer(each.finding.words, each.finding.kind, choice) for each in self.prepared.looked
        ]
        service.answer(self.session, self.meeting_id, answers, withheld or {}, self.by(at=at))

    def publish(self) -> int:
        """Publish what has been prepared."""
        return publishing.publish(self.session, self.meeting_id, None, self.by())

    def published(self) -> int:
        """Set the rules, mask all and publish."""
        self.rules()
        self.answer()
        return self.publish()
