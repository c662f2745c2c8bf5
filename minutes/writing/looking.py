"""What the text would be read as: its look, what is recognised in it, and what to look at."""

from dataclasses import dataclass

from markupsafe import Markup
from sqlmodel import Session

from minutes.people.tables import Body
from minutes.reading.bounds import Unreadable
from minutes.reading.documents import read_document
from minutes.recognition.engine import NOBODY, recognise
from minutes.recognition.findings import Header, Recognition
from minutes.recognition.people.roster import KnownPeople
from minutes.review import known
from minutes.texts import N_
from minutes.writing.lint import linted
from minutes.writing.lint_facts import facts_of_text, seats_of
from minutes.writing.lint_votes import RULES
from minutes.writing.numbering import Fault, faults
from minutes.writing.preview import is_plain, preview
from minutes.writing.tables import Sitting

_PLAIN = N_(
    "Texten har ett stycke som är mycket långt, eller listor långt inuti varandra. Den sparas som "
    "den är, men visas här som den är skriven."
)
_NOTHING = Recognition(Header(is_minutes=True))


@dataclass(frozen=True, slots=True)
class Look:
    """The text as it will be seen, what is found in it, and remarks on its lines."""

    html: Markup
    found: Recognition
    remarks: tuple[Fault, ...] = ()


def looked(session: Session, body: Body, sitting: Sitting, text: str, first: int) -> Look:
    """Read the text as review will. `first`: the number that its first paragraph should have."""
    assert body.id is not None
    people = known.known_people(session, body.id)
    found = recognised(text, people)
    seats = seats_of(session, body.id, sitting.date)
    facts = facts_of_text(text, found, body.regime, seats, sitting.kind)
    remarks = [*faults(text, first, body.numbering), *linted(facts, RULES)]
    remarks.sort(key=lambda remark: remark.line)
    if is_plain(text):
        remarks.insert(0, Fault(0, _PLAIN))
    return Look(preview(text), found, tuple(remarks))


def recognised(text: str, people: KnownPeople = NOBODY) -> Recognition:
    """What our own reading and recognition find in the text; nothing where it is empty."""
    try:
        document = read_document("protokoll.md", text.encode())
    except Unreadable:
        return _NOTHING
    return recognise(document, filename="protokoll.md", people=people, are_minutes=True)
