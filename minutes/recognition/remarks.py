"""What the secretary should look at before the findings are taken in."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Remark, Source
from minutes.recognition.findings import ActionItem, AnnouncedMeeting, Attendee, Header
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.people.roster import Roster

# The day of a coordination number (samordningsnummer) is 60 more.
_PERSONAL_NUMBER = regex(
    r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])(?:\s?[-+–]\s?)?\d{4}(?!\d)"
)
_SIX_DIGITS = regex(r"\d\d{5}")  # to the first digit a search leaps
CALLED_OFF = "called-off"  # the code of the remark
_FAR_AHEAD = dt.timedelta(days=190)


def remarks(
    transcript: Sequence[str],
    header: Header,
    people: Sequence[Attendee],
    actions: Sequence[ActionItem],
    ahead: Sequence[AnnouncedMeeting],
    roster: Roster,
    off: Sentence | None = None,
    counted: Remark | None = None,
) -> Iterator[Remark]:
    """The remarks on the whole, in the order of their weight. off: says that nothing was held.

    counted: that those present are counted and not named.
    """
    yield from personal_numbers(transcript)
    if header.date is None:
        yield Remark("date-missing", "Mötets datum framgår inte av dokumentet. Ange det.")
    if not (people or off):
        yield counted or Remark("attendance-missing", "Ingen närvarolista hittades.")
    yield from _ambiguous(actions, roster)
    for action in actions:
        if action.due and header.date and action.due < header.date:
            yield Remark(
                "due-before-meeting",
                f"”{action.due_text}” ligger före mötet {header.date}. Kontrollera datumet.",
                action.source,
            )
    dated = [(meeting.date, meeting.source) for meeting in ahead if meeting.date]
    day, source = min(dated, default=(None, None), key=lambda each: each[0])
    if day and source and header.date and day - header.date > _FAR_AHEAD:
        yield Remark(
            "meeting-far-ahead",
            f"Nästa möte {day} ligger mer än ett halvår fram. Kontrollera årtalet.",
            source,
        )


def called_off_remark(said: Sentence) -> Remark:
    """That the minutes say that their meeting never was, in their own words."""
    return Remark(CALLED_OFF, f"Mötet verkar vara inställt: ”{said.text.strip()}”", said.source)


def personal_numbers(transcript: Sequence[str]) -> Iterator[Remark]:
    """A remark on each line with a Swedish personal identity number; the number is not in it.

    These are told from other digits by their check digit.
    """
    for number, line in enumerate(transcript, start=1):
        for match in _PERSONAL_NUMBER.finditer(line) if _SIX_DIGITS.search(line) else ():
            digits = re.sub(r"\D", "", match.group())[-10:]
            if _check_digit_fits(digits):
                yield Remark(
                    "personal-number",
                    "Raden innehåller ett personnummer. Ta bort det om det inte måste stå kvar.",
                    Source(number, number),
                )
                break


def _check_digit_fits(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (2 - place % 2)
        total += value // 10 + value % 10
    return total % 10 == 0


def _ambiguous(actions: Sequence[ActionItem], roster: Roster) -> Iterator[Remark]:
    asked: set[str] = set()
    for action in actions:
        for owner in action.owners:
            candidates = roster.candidates(owner)
            if len(candidates) > 1 and owner not in asked:
                asked.add(owner)
                choice = " eller ".join([", ".join(candidates[:-1]), candidates[-1]])
                yield Remark("ambiguous-owner", f"Vem är {owner}? {choice}.", action.source)
