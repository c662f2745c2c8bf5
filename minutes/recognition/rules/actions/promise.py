"""A clause that promises something, and what it stands in."""

from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.owners import PRONOUNS, THEY, Owners, owners_of
from minutes.records import record

LISTED = "åtgärdslista"


@record
class Promise:
    """A clause at text[start:end] that promises something, or a refused look-alike."""

    start: int
    end: int
    owners: tuple[str, ...]
    owner_text: str | None
    confidence: float
    reason: str

    def at(self, start: int, end: int) -> "Promise":
        """The same promise, in another place of the text."""
        return Promise(start, end, self.owners, self.owner_text, self.confidence, self.reason)

    @property
    def listed(self) -> bool:
        """Whether it stands in a list of actions."""
        return self.reason == LISTED

    @property
    def refused(self) -> bool:
        """Whether the clause only resembles a promise."""
        return self.confidence == 0.0


@record
class Context:
    """What the sentence stands in: its people, the subject before it, and whether it is listed."""

    roster: Roster
    previous: Owners | None = None
    listed_as_action: bool = False
    decided: bool = False  # it stands under "Beslut", where nothing is merely told
    bulleted: bool = False  # the list that it stands in has bullets, boxes or rows
    told_of: Owners | None = None  # the one person named in the sentences before, if one only
    part_of: Owners | None = None  # under whose name it stands
    several: Owners | None = None  # the persons of whom the sentence before tells, if several
    among_tasks: bool = False  # somebody has undertaken something in the same item
    things: bool = False  # the line is one of the things that they see to
    speaker: Owners | None = None  # who says "jag" after a colon

    def owners(self, written: str) -> Owners | None:
        """The owners that these words name here."""
        pronoun = written.strip().casefold()
        if pronoun == "jag" and self.speaker:
            return self.speaker
        if pronoun in THEY:
            return self.several
        if pronoun in PRONOUNS:
            return self.told_of or self.previous
        return owners_of(written, self.roster)


def promised(owners: Owners | None, confidence: float, reason: str) -> Promise:
    """Such a promise; where in the text it stands is not said yet."""
    names = owners.names if owners else ()
    return Promise(0, 0, names, owners.text if owners else None, confidence, reason)


def whole(text: str, owners: Owners | None, confidence: float, reason: str) -> Promise:
    """The whole of the text as what these owners, or nobody named, are to do."""
    names, written = (owners.names, owners.text) if owners else ((), None)
    return Promise(0, len(text), names, written, confidence, reason)
