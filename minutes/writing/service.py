"""What can be done with a meeting that is prepared or minuted here, each act one transaction."""

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.people import queries as people
from minutes.people.tables import Role
from minutes.recognition.findings import MinutesKind
from minutes.register.cancelled import must_be_held
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_
from minutes.writing import queries
from minutes.writing.merging import merged
from minutes.writing.skeleton import Attending, Head, Heading, role_of, skeleton
from minutes.writing.tables import NumberStyle, Sitting, SittingState, SittingVersion

LONGEST_TEXT = 400_000  # characters
KEPT = 20  # the latest texts, and every so manieth of those that saved themselves
LONGEST_RULES = 20_000
MOST_YEARS = 5
BY_ITSELF = "Sparad under skrivandet"


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and when."""

    person: int | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class When:
    """When and where a meeting is."""

    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""


class SavedMeanwhile(StepNotAllowed):
    """Somebody else has saved. `text` is what the writer had; it is kept as a version beside.

    together: both texts in one, where the changes do not touch each other.
    """

    def __init__(self, who: str, text: str, together: str | None) -> None:
        name = who or N_("Någon annan")
        super().__init__(
            N_(
                "%(name)s har sparat sedan du öppnade sidan. Inget är borta: båda texterna visas "
                "här, och din finns också bland versionerna.",
                name=name,
            )
        )
        self.text = text
        self.together = together


def begin(
    session: Session, by: By, *, body_id: int, when: When, kind: MinutesKind = MinutesKind.PROTOKOLL
) -> int:
    """Begin to prepare a meeting; its id. Raises Refused, StepNotAllowed where it is called off."""
    check_when(when, day_in_sweden(by.at))
    must_be_held(session, body_id, when.date)
    found = add_sitting(session, by, body_id, when, kind)
    session.commit()
    return found


def add_sitting(session: Session, by: By, body_id: int, when: When, kind: MinutesKind) -> int:
    """Add a meeting to prepare, and note it in the log; its id. Does not commit."""
    placed = asdict(when) | {"place": when.place.strip()[:300]}
    found = Sitting(body_id=body_id, kind=kind, changed_at=by.at, changed_by=by.person, **placed)
    session.add(found)
    session.flush()
    write_down(session, by, "sitting.begun", found)
    return found.id or 0


def check_when(when: When, today: dt.date) -> None:
    """Raise Refused where the day or the times cannot be meant."""
    if abs(when.date.year - today.year) > MOST_YEARS:
        raise Refused(
            N_("Mötets dag ligger mer än %(years)s år bort. Rätta årtalet.", years=MOST_YEARS)
        )
    if when.end is not None and (when.start is None or when.end <= when.start):
        raise Refused("Mötet slutar inte efter att det börjar. Rätta tiderna.")


def start_writing(session: Session, by: By, sitting_id: int, points: list[Heading]) -> None:
    """Make the text to begin with: head, attendance of those who sit in the body, headings.

    Raises StepNotAllowed where the writing has begun already.
    """
    found = to_be_held(session, sitting_id)
    if found.state is not SittingState.PREPARING:
        raise StepNotAllowed("Protokollet är redan påbörjat.")
    body = people.body(session, found.body_id)
    seats = queries.roster(session, found.body_id, found.date)
    held = {seat.role: seat.person for seat in reversed(seats)}
    head = Head(
        body=body.name,
        organisation=body.organisation,
        kind=found.kind,
        date=found.date,
        start=found.start,
        end=found.end,
        place=found.place,
        chair=held.get(Role.CHAIR, ""),
        secretary=held.get(Role.SECRETARY, ""),
    )
    found.text = skeleton(
        head,
        [Attending(seat.person, role_of(seat.role)) for seat in seats],
        points,
        first=queries.first_of(session, body, found),
        style=queries.rules_of(session, found.body_id).numbers,
    )
    found.state = SittingState.WRITING
    _keep(session, by, found, "Början: huvud, närvaro och rubriker", by_itself=False)
    write_down(session, by, "sitting.written", found)
    session.commit()


def save(
    session: Session, by: By, sitting_id: int, text: str, seen: int, *, by_itself: bool = False
) -> int:
    """Store what was written on version `seen`; the new version.

    Raises NotFound, Refused, and SavedMeanwhile where another text has been saved since; what
    was written is then kept as a version beside.
    """
    found = locked(session, sitting_id)
    wanted = checked_text(text)
    _must_be_open(found)
    if found.version != seen:
        if wanted == found.text:  # sent twice, when the first answer was lost on the way
            session.commit()
            return found.version
        _conflict(session, by, found, wanted, seen)
    if wanted != found.text:
        found.text = wanted
        _keep(session, by, found, BY_ITSELF if by_itself else "Sparad", by_itself=by_itself)
    version = found.version
    session.commit()
    return version


def _conflict(session: Session, by: By, found: Sitting, wanted: str, seen: int) -> None:
    assert found.id is not None
    base = queries.text_of(session, found.id, seen)
    together = merged(base, wanted, found.text) if base is not None else None
    beside = SittingVersion(
        sitting_id=found.id,
        number=found.version,
        text=wanted,
        what="Skriven samtidigt, vid sidan av",
        beside=True,
        at=by.at,
        by=by.person,
    )
    session.add(beside)
    who = queries.who_saved(session, found)
    session.commit()
    raise SavedMeanwhile(who, wanted, together)


def restore(session: Session, by: By, sitting_id: int, version_id: int, seen: int) -> None:
    """Let an earlier text be the text again, as a new version."""
    found = locked(session, sitting_id)
    _must_be_open(found)
    earlier = queries.version(session, sitting_id, version_id)
    if found.version != seen:
        raise StepNotAllowed("Någon har sparat sedan du öppnade sidan. Jämför igen.")
    found.text = earlier.text
    _keep(session, by, found, f"Version {earlier.number} tillbaka", by_itself=False)
    write_down(session, by, "sitting.restored", found, version=earlier.number)
    session.commit()


def remove(session: Session, by: By, sitting_id: int) -> None:
    """Throw away a meeting that nothing has been written of and nobody has been summoned to."""
    found = locked(session, sitting_id)
    if found.state is not SittingState.PREPARING or found.summoned_at is not None:
        raise StepNotAllowed("Det finns redan en kallelse eller ett påbörjat protokoll.")
    write_down(session, by, "sitting.removed", found)
    session.delete(found)
    session.commit()


def set_rules(
    session: Session, by: By, body_id: int, *, agenda: str, phrases: str, numbers: str
) -> None:
    """Store how the body's minutes are written. Raises Refused."""
    if numbers not in set(NumberStyle):
        raise Refused("Välj hur paragraferna numreras.")
    if max(len(agenda), len(phrases)) > LONGEST_RULES:
        raise Refused(N_("Det är för långt. Skriv högst %(most)s tecken.", most=LONGEST_RULES))
    found = queries.rules_of(session, body_id)
    found.agenda, found.phrases = agenda.strip(), phrases.strip()
    found.numbers = NumberStyle(numbers)
    session.add(found)
    actor = f"person:{by.person}" if by.person is not None else "okänd"
    audit.append(session, at=by.at, actor=actor, act="writing.rules", subject=f"body:{body_id}")
    session.commit()


def checked_text(text: str) -> str:
    """The text with one kind of line end. Raises Refused where it is too long."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(kept) > LONGEST_TEXT:
        raise Refused(
            N_(
                "Texten har %(length)s tecken och får ha högst %(most)s. Den är inte sparad men "
                "står kvar i rutan. Korta den, eller lägg långa underlag som bilagor.",
                length=len(kept),
                most=LONGEST_TEXT,
            )
        )
    return kept.rstrip() + "\n" if kept.strip() else ""


def digest_of(text: str) -> str:
    """What tells whether a text has been changed."""
    return hashlib.sha256(text.encode()).hexdigest()


def locked(session: Session, sitting_id: int) -> Sitting:
    """The meeting, to be changed. Raises NotFound."""
    found = session.exec(
        select(Sitting).where(col(Sitting.id) == sitting_id).with_for_update()
    ).first()
    if found is None:
        raise NotFound("Mötet finns inte.")
    return found


def to_be_held(session: Session, sitting_id: int) -> Sitting:
    """The meeting, to be changed. Raises NotFound, and StepNotAllowed where it is called off."""
    found = locked(session, sitting_id)
    must_be_held(session, found.body_id, found.date)
    return found


def write_down(session: Session, by: By, act: str, sitting: Sitting, **said: audit.Detail) -> None:
    """Note the act in the log; does not commit."""
    actor = f"person:{by.person}" if by.person is not None else "okänd"
    details = {"body": sitting.body_id, **said}
    subject = f"sitting:{sitting.id}"
    audit.append(session, at=by.at, actor=actor, act=act, subject=subject, details=details)


def _must_be_open(found: Sitting) -> None:
    if found.state is SittingState.FINISHED:
        raise StepNotAllowed("Protokollet är lämnat till granskning. Öppna det igen först.")
    if found.state is SittingState.PREPARING:
        raise StepNotAllowed("Protokollet är inte påbörjat än.")


def _keep(session: Session, by: By, found: Sitting, what: str, *, by_itself: bool) -> None:
    """Count the version up and store the text. Of what saved itself, only the latest are all kept:
    they are what a text written at the same time was written on.
    """
    assert found.id is not None
    found.version += 1
    found.changed_at, found.changed_by = by.at, by.person
    session.add(found)
    session.add(
        SittingVersion(
            sitting_id=found.id,
            number=found.version,
            text=found.text,
            what=what,
            by_itself=by_itself,
            at=by.at,
            by=by.person,
        )
    )
    session.execute(
        sa.delete(SittingVersion).where(
            col(SittingVersion.sitting_id) == found.id,
            col(SittingVersion.by_itself),
            col(SittingVersion.number) < found.version - KEPT,
            col(SittingVersion.number) % KEPT != 0,
        )
    )
