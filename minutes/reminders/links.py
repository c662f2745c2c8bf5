"""The addresses in a mail. Some are signed: who holds one may do one thing, without an account."""

from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeSerializer

from minutes.errors import MinutesError
from minutes.justering.links import Links as JusteringLinks
from minutes.reminders.tables import DutyKind
from minutes.reminders.waiting import Waiting
from minutes.texts import N_


class LinkEnded(MinutesError):
    """The link was never ours, or what it was for has ended."""

    status = 410

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Länken kan ha kortats av på vägen, eller så är det som den gällde redan klart. "
                "I nästa påminnelse finns en ny."
            )
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link in a mail lets its holder do: answer for one action item.

    generation: of the person's links; it ends when the person revokes them.
    closings: the last event by which it had been closed when the link was made (0: none).
    When it has been closed once more, the link has ended, also if it is opened again.
    """

    person_id: int
    action_id: int
    closings: int
    generation: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What a link in a mail lets its holder do: choose how often the person is reminded."""

    person_id: int
    generation: int = 0


@dataclass(frozen=True, slots=True)
class CalendarOf:
    """What the address of a calendar shows: the person's action items, or a body's meetings."""

    person_id: int
    generation: int
    body_id: int | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the addresses of one installation, and reads the signed ones."""

    base_url: str
    secret_key: str

    def answer(self, answer: Answer) -> str:
        """Where the person answers for the action item."""
        said = [answer.person_id, answer.action_id, answer.closings, answer.generation]
        return f"{self.base_url}/svar/{self._signed('answer').dumps(said)}"

    def choice(self, choice: Choice) -> str:
        """Where the person chooses how often to be reminded."""
        said = [choice.person_id, choice.generation]
        return f"{self.base_url}/paminnelser/{self._signed('choice').dumps(said)}"

    def calendar(self, calendar: CalendarOf) -> str:
        """Where a calendar program reads the calendar."""
        said = [calendar.person_id, calendar.generation, calendar.body_id]
        return f"{self.base_url}/kalender/{self._signed('calendar').dumps(said)}.ics"

    def source(self, meeting_id: int, line: int) -> str:
        """The line of the minutes; for who may sign in."""
        return f"{self.base_url}/moten/{meeting_id}/kalla#rad-{line}"

    def actions(self) -> str:
        """The list of action items; for who may sign in."""
        return f"{self.base_url}/atgarder"

    def duty(self, duty: Waiting, *, signs_in: bool) -> tuple[str, bool]:
        """Where something that waits is done, and whether that opens without signing in; an empty
        address where the person cannot do it there.
        """
        justering = JusteringLinks(self.base_url, self.secret_key)
        if duty.kind is DutyKind.SIGN and not signs_in and duty.person_id is not None:
            link = justering.sign(duty.thing_id, duty.person_id) if duty.links else ""
            return link, True
        pages = {
            DutyKind.SIGN: justering.round(duty.page_id),
            DutyKind.JUSTERING: justering.round(duty.thing_id),
            DutyKind.REVIEW: f"{self.base_url}/granskning/{duty.thing_id}",
            DutyKind.SEND: f"{self.base_url}/moten/{duty.thing_id}/justering",
            DutyKind.WATCH: f"{self.base_url}/organ/{duty.slug}/nasta-mote",
            DutyKind.PUBLISH: f"{self.base_url}/moten/{duty.thing_id}/publicering",
            DutyKind.APPROVE: f"{self.base_url}/moten/{duty.thing_id}/publicering/godkann",
        }
        return pages[duty.kind], False

    def read_answer(self, token: str) -> Answer:
        """What the token of a link lets its holder do. Raises LinkEnded."""
        try:
            return Answer(*self._signed("answer").loads(token))
        except BadSignature:
            raise LinkEnded from None

    def read_choice(self, token: str) -> Choice:
        """Whose choice the token opens. Raises LinkEnded."""
        try:
            said = self._signed("choice").loads(token)
        except BadSignature:
            raise LinkEnded from None
        return Choice(*said) if isinstance(said, list) else Choice(said)  # as they once were

    def read_calendar(self, token: str) -> CalendarOf:
        """Which calendar the token opens. Raises LinkEnded."""
        try:
            return CalendarOf(*self._signed("calendar").loads(token))
        except BadSignature:
            raise LinkEnded from None

    def _signed(self, purpose: str) -> URLSafeSerializer:
        return URLSafeSerializer(self.secret_key, salt=f"minutes.reminders.{purpose}")
