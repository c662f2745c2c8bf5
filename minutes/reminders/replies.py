"""From the text of a reply to what it says. Pure.

Precision first: only words that can mean nothing else close an action item. Whatever is in
doubt is a comment, which loses nothing.
"""

import re
from dataclasses import dataclass

FIRST_LINES = 3

# From such a line on, all is quoted or a signature.
_REST = re.compile(
    r"-{2,}\s*(ursprungligt|vidarebefordrat|original|forwarded)\b.*"
    r"|_{8,}"
    r"|--"
    r"|(skickat|sänt) från (min |mitt )?(iphone|ipad|android|mobil|telefon|samsung|galaxy|outlook"
    r"|yahoo|gmail|e-post|surfplatta|xperia|huawei)\w*.{0,60}"
    r"|sent from (my|outlook|yahoo|samsung)\b.*"
    r"|(hämta|skaffa|get) outlook (för|for)\b.*"
    r"|(med )?((vänlig|bästa|varma|glada|många|soliga)\w*\s)?hälsning(ar|en)?\b.{0,40}"
    r"|hälsar,?(\s[\w-]+)?"
    r"|(m\.?v\.?h|b\.?h)\b\.?,?.{0,40}"
    r"|/ ?[a-zåäöé][\w.é -]{0,40}",
    re.IGNORECASE,
)
# The lines with which a mail begins where it is quoted whole.
_FROM = re.compile(r"\*?(från|from):\*?\s.+", re.IGNORECASE)
_SENT = re.compile(r"\*?(skickat|sent|datum|date|till|to):\*?\s.+", re.IGNORECASE)
_WROTE = re.compile(r"\b(skrev|wrote)\b", re.IGNORECASE)
_DAY_OR_ADDRESS = re.compile(r"\d|@")
LONGEST_HEADING = 300  # characters of the line that says who wrote what is quoted below
_GREETING = re.compile(
    r"(hej|hejsan|hallå|tjena|god (morgon|dag|kväll))( (igen|på dig|minutes|alla))?", re.IGNORECASE
)

_WHAT = r"(?:det här|den här|det|detta|den|denna|åtgärden|uppgiften|punkten|saken|ärendet|båda"
_WHAT += r"|bägge|samtliga|allt|alltihop|alla)"
DONE = r"(?:klar[at]?|färdig[at]?|gjord[a]?|gjort|avklara[td]e?|fixa[td]e?|ordna[td]e?"
DONE += r"|utför[td]a?|slutför[td]a?|åtgärda[td]e?)"
_CLOSES = re.compile(
    rf"(?:(?:ja|jo|jadå|japp|ok|okej) )?"
    rf"(?:(?:nu |redan )?{DONE}(?: nu| redan)?"
    rf"|(?:nu )?{DONE} {_WHAT}"
    rf"|{_WHAT} (?:är |har |blev |har blivit |är ju )?(?:nu |redan |helt )?{DONE}(?: nu)?"
    rf"|nu är {_WHAT} {DONE}"
    rf"|(?:jag|vi) (?:är|har) (?:nu |redan )?{DONE}(?: {_WHAT}| med {_WHAT})?(?: nu)?)"
    rf"(?: sedan (?:länge|tidigare|i går|igår))?",
    re.IGNORECASE,
)
_MAY_CLOSE = re.compile(rf"\b{DONE}\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(inte|ej|icke|aldrig|blir|ska|skulle|när|hoppas|snart|om en|om två|om några)\b",
    re.IGNORECASE,
)
# What takes back a part of it, or asks.
HEDGES = re.compile(
    r"\b(inte|ej|icke|aldrig|men|utom|förutom|utan|delvis|nästan|snart|ännu|kvar|återstår|om|när"
    r"|blir|ska|skulle|hoppas|tror|kanske|först|innan|efter att)\b|\?",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(allt|alltihop|alla|samtliga|båda|bägge)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[.!;,:]+(?:\s|$)|\n|\s[–-]\s|\s(?=/ ?[A-ZÅÄÖ])|\s(?=mvh\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a reply says: `closes` one action item, or all that the mail was about.

    text: what was written beside that; empty where it was nothing.
    """

    closes: bool
    all: bool
    text: str


def said(text: str) -> Said:
    """What the reply says, without what it quotes and its signature."""
    written = own_words(text)
    lines = [line for line in written.splitlines() if line.strip()][:FIRST_LINES]
    beginning = "\n".join(lines)
    clauses = [part.strip() for part in _CLAUSES.split(beginning) if part and part.strip()]
    closing = [part for part in clauses if _CLOSES.fullmatch(part)]
    if not closing or HEDGES.search(beginning):
        return Said(closes=False, all=False, text=written)
    alone = "\n".join(clauses) == closing[0] and len(written.splitlines()) == 1
    return Said(True, any(_ALL.search(part) for part in closing), "" if alone else written)


def is_closing(clause: str) -> bool:
    """Whether a clause says that something is done, and nothing else."""
    return bool(_CLOSES.fullmatch(clause))


def seems_to_close(text: str) -> bool:
    """Whether it may have been meant to close, and does not say plainly that it is not done yet."""
    return bool(_MAY_CLOSE.search(text)) and not _NOT_YET.search(text)


def own_words(text: str) -> str:
    """What the sender wrote: no greeting, no quoted text, no signature."""
    given = [line.strip() for line in text.replace("\u00a0", " ").splitlines()]
    lines: list[str] = []
    place = 0
    while place < len(given):
        line = given[place]
        if len(line) <= LONGEST_HEADING and (_REST.fullmatch(line) or _quoted_whole(given, place)):
            break
        heading = _heading(given, place)
        if not heading and not line.startswith(">"):
            lines.append(line)
        place += heading or 1
    while lines and (not lines[0] or _GREETING.fullmatch(lines[0].rstrip(" ,.!"))):
        del lines[0]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _quoted_whole(lines: list[str], place: int) -> bool:
    return bool(_FROM.fullmatch(lines[place])) and any(
        _SENT.fullmatch(line) for line in lines[place + 1 : place + 3]
    )


def _heading(lines: list[str], place: int) -> int:
    """How many lines from the place on say who wrote what is quoted below them; mail programs
    break them over three at most.
    """
    if not _DAY_OR_ADDRESS.search(lines[place]):
        return 0
    for length in (1, 2, 3):
        part = lines[place : place + length]
        said = " ".join(part)
        if not all(part) or len(said) > LONGEST_HEADING:
            return 0
        if said.endswith(":"):
            below = next((line for line in lines[place + length :] if line), ">")
            return length if below.startswith(">") and _WROTE.search(said) else 0
    return 0
