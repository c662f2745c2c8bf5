"""Where in a sentence another clause begins that has a subject of its own, and who says it."""

import re

from minutes.recognition.finite import tells
from minutes.recognition.rules.of_others import sharing
from minutes.recognition.rules.owners import NAMES, OFFICE, Owners
from minutes.recognition.rules.promise import Context
from minutes.recognition.rules.promise_forms import SUBJECT

_LATER_CLAUSE = re.compile(
    rf"(?:(?:[,;:–-]|->|=>|→)\s+|\s(?:och|samt|men|medan|så|varför|därför)\s+)(?=(?:en\s\w*(?:grupp|kommitté)\s(?:med|av|bestående\sav)\s)?{NAMES}\s+\w+)"
    rf"|[,;:]\s+(?=(?:han|hon|hen|{OFFICE})\b)"
)
_SAYS = re.compile(rf"(?P<who>{NAMES}):\s$")
_NEAR = 120  # characters: no name and no clause before a separator is longer


def clause_starts(text: str, context: Context) -> list[int]:
    """0, and where a later clause has a subject of its own; "Anna och Bo" is one subject."""
    later = [
        match for match in _LATER_CLAUSE.finditer(text) if not _goes_on_list(text, match, context)
    ]
    if not later:
        return [0]
    starts, inside = [0], _subject_end(text, 0, context) or sharing(text)
    for match in later:
        if match.end() >= inside:
            starts.append(match.end())
            inside = _subject_end(text, match.end(), context)
    return starts


def speaker(before: str, context: Context) -> Owners | None:
    """Who says what follows "Karin:"; "… Karin:" too."""
    match = _SAYS.search(before)
    return context.owners(match["who"]) if match else None


def _subject_end(text: str, start: int, context: Context) -> int:
    """Where the subject ends with which the clause at `start` begins; 0 where nobody is named."""
    subject = SUBJECT.match(text[start:])
    named = subject is not None and context.owners(subject["who"]) is not None
    return start + subject.start("rest") if subject and named else 0


def _goes_on_list(text: str, separator: re.Match[str], context: Context) -> bool:
    """Whether the name after the separator is one more of a list: "en grupp med Anna, Bo och Eva"."""
    if separator.group().startswith(":"):
        return False  # "Kaffe: Karin fixar"
    near = text[max(0, separator.start() - _NEAR) : separator.start()]
    before = re.split(r"[,;:]\s|\s(?:och|samt|men)\s", near)[-1]
    last = before.rpartition(" ")[2]
    if last.startswith("("):
        return context.owners(last[1:]) is not None  # "(Karin och Bo skriver)"
    thing = (
        last.endswith(("en", "et", "na")) and context.owners(last) is None
    )  # "Brunnen, Bo ringer"
    named = (last == before and not thing) or context.owners(last) is not None
    return last[:1].isupper() and named and not tells(before)
