"""Which of the action items of a mail a reply is about, and what it says of each. Pure.

They are named by their number in the mail ("1 klar, 2 pågår") or by their words ("Listan är
skickad"). Precision first: what names none of them, or could name two, closes nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from minutes.follow_up.matching import Outcome, outcome_of, stems, telling
from minutes.reminders.replies import DONE, HEDGES, is_closing


class Meant(StrEnum):
    """What a reply says of an action item."""

    DONE = "done"
    STARTED = "started"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Named:
    """An action item as the mail names it: its number (0: none) and its words."""

    id: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a reply says of one action item, and with which words beside that."""

    action_id: int
    meant: Meant
    note: str


_CALLED = r"(?:(?:nr|nummer|åtgärd|punkt|sak|uppgift)\.? ?)"
_NUMBERS = r"\d{1,2}(?:(?:, ?| ?[&+] ?| och | samt | ?[-–] ?)\d{1,2})*"
_BEFORE = re.compile(  # 1 klar; nr 2: det väntar; 1 och 3 är klara
    rf"(?P<called>{_CALLED})?(?P<numbers>{_NUMBERS})(?P<mark> ?[.:)]| ?[–-])? +(?P<said>.+)",
    re.IGNORECASE,
)
_AFTER = re.compile(  # klart: 1 och 3; klar med 2
    rf"(?P<said>(?:jag är |vi är |nu är )?{DONE})(?: med)?:? {_CALLED}?(?P<numbers>{_NUMBERS})",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:är|har|blev|har jag|har vi|jag har|det är) ", re.IGNORECASE)
_STARTED = re.compile(
    r"(?:jag )?(?:är )?(?:nu )?(?:pågår|på gång|igång|i gång|påbörja[dtr]e?|har (?:jag )?börjat"
    r"(?: med)?)(?: nu)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(  # what follows a number that is one of the mail's
    r"(?:är|har|blev|inte|ej|väntar|återstår|dröjer|kvar)\b", re.IGNORECASE
)
_CLAUSES = re.compile(  # not between the numbers of one: 1, 2 och 4 är klara
    rf"(?<!\d)[.!;]+(?:\s|$)|\n|(?<!\d), *(?:men |och )?(?={_CALLED}?\d)"
    rf"|(?<!\d) (?:men|och|samt) (?={_CALLED}?\d+(?: ?[:)]| (?:är|har|pågår|klar)))",
    re.IGNORECASE,
)
_MED = re.compile(
    rf"(?:(?:jag|vi) är |nu är jag )?(?:nu |redan )?{DONE} med (?P<what>.+)", re.IGNORECASE
)
_IS_DONE = re.compile(
    rf"(?P<what>.+?)(?::| –| -)? (?:(?:är|har|blev) )?(?:nu |redan )?{DONE}(?: nu)?", re.IGNORECASE
)


def statements(text: str, named: Sequence[Named]) -> list[Statement]:
    """What the words of a reply (replies.own_words) say of which action items; empty where that
    is not clear. Words that name none are kept as a note to each that is named.
    """
    found: dict[int, list[tuple[Meant, str]]] = {}
    rest: list[str] = []
    by_number = {each.number: each.id for each in named if each.number}
    words = {each.id: _all_stems(telling(each.text)) for each in named}
    for clause in filter(None, (part.strip(" ,") for part in _CLAUSES.split(text) if part)):
        numbers, said = _numbered(clause, by_number)
        if numbers:
            for number in numbers:
                found.setdefault(by_number[number], []).append(said)
        elif (by_words := _worded(clause, words)) is not None:
            found.setdefault(by_words, []).append((Meant.DONE, clause))
        else:
            rest.append(clause)
    beside = ". ".join(rest)
    doubtful = bool(HEDGES.search(beside))
    return [_statement(id_, said, beside, doubtful=doubtful) for id_, said in found.items()]


def _statement(
    action_id: int, said: Sequence[tuple[Meant, str]], beside: str, *, doubtful: bool
) -> Statement:
    kinds = {meant for meant, _ in said}
    meant = kinds.pop() if len(kinds) == 1 and not doubtful else Meant.COMMENT
    words = dict.fromkeys(text for _, text in said if text)
    return Statement(action_id, meant, ". ".join(filter(None, (*words, beside))))


def _numbered(clause: str, known: Mapping[int, int]) -> tuple[list[int], tuple[Meant, str]]:
    """The numbers that a clause begins or ends with, and what it says of them."""
    nothing: tuple[list[int], tuple[Meant, str]] = ([], (Meant.COMMENT, ""))
    if after := _AFTER.fullmatch(clause):
        numbers = _read(after["numbers"])
        return (numbers, (Meant.DONE, "")) if set(numbers) <= known.keys() else nothing
    before = _BEFORE.fullmatch(clause)
    numbers = _read(before["numbers"]) if before else []
    if before is None or not numbers or not set(numbers) <= known.keys():
        return nothing
    said = before["said"].strip()
    bare = _STATE.sub("", said, count=1)
    if is_closing(said) or is_closing(bare):
        return numbers, (Meant.DONE, "")
    if _STARTED.fullmatch(said):
        return numbers, (Meant.STARTED, "")
    # Without a mark the number may be of something else: "2 december är jag tillbaka".
    is_about = before["mark"] or before["called"] or _ABOUT.match(said)
    return (numbers, (Meant.COMMENT, said)) if is_about else nothing


def _read(numbers: str) -> list[int]:
    """The numbers of a text such as 1, 3 och 5–7; empty where it makes no sense."""
    found: list[int] = []
    for part in re.split(r", ?| ?[&+] ?| och | samt ", numbers):
        first, *last = (int(each) for each in re.split(r" ?[-–] ?", part))
        if len(last) > 1 or (last and not first < last[0] <= first + 50):
            return []
        found += range(first, (last[0] if last else first) + 1)
    return found


def _worded(clause: str, words: Mapping[int, frozenset[str]]) -> int | None:
    """The only action item whose words the clause says to be done, with none that are another's."""
    if HEDGES.search(clause):
        return None
    short = _MED.fullmatch(clause) or _IS_DONE.fullmatch(clause)
    if short is None and outcome_of(clause) is not Outcome.DONE:
        return None
    said = telling(short["what"] if short else clause)
    if not said or (short is None and len(said) < 2):
        return None
    fitting = [id_ for id_, known in words.items() if all(stems(word) & known for word in said)]
    return fitting[0] if len(fitting) == 1 else None


def _all_stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for word in words for stem in stems(word))
