"""The document that is signed, as Word and PDF show it: the minutes, and where to sign. Pure."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from minutes.formatting import long_date
from minutes.justering.minutes_text import JUSTERARE, Clause, Minutes, Paragraph, TextKind
from minutes.recognition.findings import Presence

HEADINGS = {
    TextKind.PROTOKOLL: "Protokoll",
    TextKind.MINNESANTECKNINGAR: "Minnesanteckningar",
    TextKind.ANNUAL_REPORT: "Årsberättelse",
}
PRESENCE_WORDS = {
    Presence.PRESENT: "Närvarande",
    Presence.ABSENT: "Förhinder",
    Presence.COPY: "Kopia till",
}
ON_PAPER = "på papper, antecknat"  # the moment is when it was noted, not when it was signed
# Kommunallagen 8 kap. 12 § and 13 kap. 5 §.
_POSTED = "Justeringen har tillkännagivits genom anslag."
_POSTED_DIGITALLY = (
    "Justeringen tillkännages på anslagstavlan senast andra dagen efter justeringen, och anslaget "
    "tas ned tidigast när överklagandetiden, tre veckor från den dagen, har gått ut."
)
AT_ONCE = "Protokoll, omedelbar justering"
INITIALS = "Justerarnas signaturer ________________________"
INITIALS_IN_FRONT = "Justerarsignaturer ______________  Utdragsbestyrkande ______________"
_NUMBER = re.compile(r"\d+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d.*")


class Layout(StrEnum):
    """Where the signatures stand."""

    FRONT = "front"  # on a first page, with the proof of anslag: kommun and region
    END = "end"  # after the last point: associations and others


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A place to sign. `signed` says when and how it was done digitally; empty where it is not.

    field: the name of the form field in the PDF.
    """

    field: str
    above: str
    role: str
    name: str
    paragraphs: str = ""
    signed: str = ""

    @property
    def is_justerare(self) -> bool:
        """Whether it is a justerare who signs here."""
        return self.role == JUSTERARE

    @property
    def capacity(self) -> str:
        """As what, and for which paragraphs: Justerare, paragraf 4."""
        said = self.role[:1].upper() + self.role[1:]
        return f"{said}, paragraf {self.paragraphs}" if self.paragraphs else said


@dataclass(frozen=True, slots=True)
class SealLine:
    """The place of the organisation's seal: whose it is, and the page where anybody checks it."""

    name: str
    check_at: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to print or to sign.

    note: stands below each page where no fingerprint does. seal: None where it is not sealed.
    drawn: HTML of our own that stands instead of the points, where the text alone does not look
    as it should: an annual report with its charts. justerat_on: said in the head of an extract.
    """

    minutes: Minutes
    signatures: Sequence[SignatureLine]
    layout: Layout
    initials: bool
    fingerprint: str
    heading: str
    note: str = ""
    seal: SealLine | None = None
    drawn: str = ""
    justerat_on: dt.date | None = None

    @property
    def is_report(self) -> bool:
        """Whether it is an annual report, which is named by its title and not by a meeting."""
        return self.minutes.kind is TextKind.ANNUAL_REPORT

    @property
    def foot(self) -> str:
        """What stands below each page."""
        return f"Textens fingeravtryck {self.fingerprint}" if self.fingerprint else self.note

    @property
    def initials_line(self) -> str:
        """The line for initials on every page; empty where the body has none."""
        if not self.initials:
            return ""
        return INITIALS_IN_FRONT if self.layout is Layout.FRONT else INITIALS

    @property
    def elected(self) -> str:
        """Who is to adjust the minutes: those whom the meeting chose, or who sign as justerare."""
        signing = [each.name for each in self.signatures if each.is_justerare]
        return ", ".join(self.minutes.adjusters or signing)

    @property
    def front(self) -> list[tuple[str, str]]:
        """What a kommun has above the signatures, as labels and values; empty ones by hand."""
        elected = [("Utses att justera", self.elected)] if self.elected else []
        return [*elected, ("Justeringens plats och tid", self.signed_where)]

    @property
    def signed_where(self) -> str:
        """Place and time of the justering: of a digital one the last moment, else by hand."""
        if not self.is_digital:
            return ""
        moments = (_MOMENT.search(each.signed) for each in self.signatures)
        return f"Digitalt, {max((found.group() for found in moments if found), default='')}"

    @property
    def is_digital(self) -> bool:
        """Whether everybody has signed digitally, so that nothing is left to sign by hand."""
        return bool(self.signatures) and all(
            each.signed and not each.signed.startswith(ON_PAPER) for each in self.signatures
        )

    @property
    def posted(self) -> str:
        """What was justerat, and that it is made known by an anslag."""
        what = "Protokollet är justerat"
        if self.heading == AT_ONCE:
            several = sum(each.is_point for each in self.minutes.paragraphs) > 1
            what = f"Paragraf{'erna' if several else 'en'} är omedelbart justerad{'e' * several}"
        if self.is_digital:
            return f"{what} digitalt. {_POSTED_DIGITALLY}"
        return f"{what}. {_POSTED}"

    @property
    def proof(self) -> list[tuple[str, str]]:
        """The proof of anslag as labels and values; what is not known is written by hand."""
        return [
            ("Organ", self.minutes.body),
            ("Sammanträdesdatum", self.minutes.date.isoformat()),
            ("Anslaget sätts upp", ""),
            ("Anslaget tas ned", ""),
            ("Sista dag för överklagande", ""),
            ("Förvaringsplats för protokollet", ""),
            ("Underskrift", ""),
        ]

    @property
    def title(self) -> str:
        """What the document is called: Protokoll: Lärgruppen 14 oktober 2026."""
        if self.is_report:
            return self.minutes.title
        return f"{self.heading}: {self.minutes.body} {long_date(self.minutes.date)}"

    @property
    def running_head(self) -> str:
        """What stands at the top of each page."""
        minutes = self.minutes
        if self.is_report:
            return " · ".join(filter(None, (minutes.title, minutes.organisation)))
        parts = (self.heading, minutes.organisation, minutes.body, minutes.date.isoformat())
        return " · ".join(filter(None, parts))

    @property
    def times(self) -> str:
        """When the meeting began and ended: kl. 18.00–20.15."""
        times = "–".join(filter(None, (self.minutes.start, self.minutes.end)))
        return f"kl. {times}" if times else ""

    @property
    def points(self) -> list[Paragraph]:
        """What is printed first: the points; all of a report, and of a text without points."""
        paragraphs = list(self.minutes.paragraphs)
        points = [each for each in paragraphs if each.is_point]
        return paragraphs if self.is_report or not points else points

    @property
    def beside(self) -> list[Paragraph]:
        """What stands before the first point and after the last: mostly what head and signatures
        say already, but a part of what is signed.
        """
        points = self.points
        return [each for each in self.minutes.paragraphs if each not in points]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The head of the minutes as labels and values; what is not known is left out."""
        minutes = self.minutes
        found = [
            ("Organisation", minutes.organisation),
            ("Organ", minutes.body),
            ("Färdigställd" if self.is_report else "Datum", minutes.date.isoformat()),
            ("Tid", self.times),
            ("Plats", minutes.place),
            ("Ordförande", minutes.chair),
            ("Sekreterare", minutes.secretary),
            ("Justerare", ", ".join(minutes.adjusters)),
            ("Justerat", self.justerat_on.isoformat() if self.justerat_on else ""),
        ]
        return [(label, value) for label, value in found if value]

    @property
    def numbers(self) -> str:
        """Which paragraphs the minutes have: § 26–38; and of some of them: § 26, 29–31."""
        runs: list[list[str]] = []
        for number in (each.number for each in self.minutes.paragraphs if each.number):
            if runs and _goes_on(runs[-1][-1], number):
                runs[-1].append(number)
            else:
                runs.append([number])
        said = [run[0] if len(run) == 1 else f"{run[0]}–{run[-1].lstrip('§ ')}" for run in runs]
        return ", ".join([*said[:1], *(each.lstrip("§ ") for each in said[1:])])


def _goes_on(before: str, number: str) -> bool:
    """Whether no paragraph can stand between the two; of what has no number nothing is known."""
    first, second = _NUMBER.search(before), _NUMBER.search(number)
    return not (first and second) or int(second.group()) - int(first.group()) in (0, 1)


def printed(text: str) -> list[tuple[str, bool]]:
    """The paragraphs that a text is printed in, and whether each is a line of a list, which is
    written with a dash. No character of it is changed.
    """
    parts = text.replace("\n- ", "\n\n- ").split("\n\n")
    return [(each, each.startswith("- ")) for each in parts]


def words_of_action(action: Clause) -> str:
    """The action item in the minutes' own words, with owner and day where they do not say them."""
    said = action.quote
    missing = [name for name in action.owners if name.split()[0] not in said]
    if missing:
        said = f"{said.rstrip('. ')}. Ansvarig: {', '.join(missing)}."
    if action.due and action.due.partition(" (")[0].casefold() not in said.casefold():
        said = f"{said.rstrip('. ')}. Klart senast: {action.due_once}."
    return said
