"""What speaks for minutes, and against them, in a paper in English; and of which kind they are."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import ReadDocument
from minutes.recognition.findings import MinutesKind
from minutes.recognition.language.english import DOING, PROMISING
from minutes.recognition.layout.outline import Outline
from minutes.recognition.people.names import is_given_name

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_MEETING_OF = regex(
    r"\b(?:meeting|assembly|stand-?up|retrospective|agm)\b(?:\s(?:no\.?|number|nr\.?|#)?\s?\d{1,3}(?![\d/.-])|\swith\s[\w\s]{2,30}?)?[\s,:–-]*(?:(?:on|of|held)\s)?(?:(?:the\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?)?"
    rf"(?:\d{{1,4}}[-/. ]|\d{{1,2}}(?:st|nd|rd|th)\b|{_MONTH}\s\d)",
    re.IGNORECASE,
)
_CALLS_ITSELF = regex(
    r"(?:(?:the\s)?(?:meeting\s|board\s)?minutes(?:\s(?:of|from|for)\s(?!(?:the\s)?(?:last|previous))(?:the\s)?[\w\s]{0,40}meeting\b.*)?|(?:[\w\s]{2,40}\s)?meeting\snotes(?:\s\([\w\s]{3,40}\))?|notes\sfrom\s(?:the\s)?meeting)\W*",
    re.IGNORECASE,
)
_AHEAD = regex(r"\b(?:agenda|invitation|notice|summons|call|convening)\b(?!\sitems)", re.IGNORECASE)
_OTHER = regex(
    r"\W*(?:(?:the\s)?[\w\s’']{0,40}?\b(?:by-?laws|statutes|constitution|terms\sof\sreference|code\sof\sconduct|guidelines|handbook|policy|template|newsletter|press\srelease|annual\sreport|manual|job\sdescription|checklist)(?:\s(?:of|for)\s.{2,60}|\s\d{4}(?:\D\d{2,4})?)?"
    r"|how\sto\b.*|(?:invitation|notice|call)\s(?:of|to|for)\b.{2,90})\W*",
    re.IGNORECASE,
)
_INVITES = regex(
    r"\b(?:you\sare\s(?:hereby\s|cordially\s|all\s|warmly\s)?(?:invited|welcome\sto)|(?:we\s|is\s)?hereby\s(?:invite|given|convene[sd]?|call)|(?:we|the\sboard)\s(?:would\slike\sto\s)?invites?\b|welcome\sto\s(?:the|our|this\syear)|please\s(?:let\sus\sknow|rsvp|confirm\syour)|rsvp"
    r"|(?:meeting|agm|assembly)\b.{0,60}\bwill\s(?:be\sheld|take\splace)|will\shave\sa\s(?:\w+\s)?meeting)\b",
    re.IGNORECASE,
)
_HELD = regex(
    r"\b(?:meeting\s(?:was\s|is\s)?(?:opened|adjourned|closed|ended|started|called\sto\sorder)|opened\sthe\smeeting|called\sto\sorder|(?:was|were|is|are)\s(?:un\w+\s)?(?:elected|approved|adopted|appointed|discussed|agreed|decided|tabled|postponed|informed)|we\s(?:discussed|decided|agreed|talked|went\sthrough|looked\sat)"
    r"|(?:board|committee|group|council|members|everyone|meeting)\s(?:discussed|decided|agreed|approved|approves|resolved)|seconded|motion\s(?:passed|carried)|reported|presented|gave\san?\s(?:update|overview|report)|summari[sz]ed|thanked|welcomed)\b"
)
_DUTY = regex(r"\b(?:shall|must|may)\b")
_BUSINESS = regex(
    r"\b(?:any\sother\sbusiness|aob|other\sbusiness|old\sbusiness|new\sbusiness|previous\sminutes|last\smeeting|next\smeeting|action\s(?:items|points)|adjournment|closing|to-?do)\b",
    re.IGNORECASE,
)
_DOES = regex(
    r"(?:^|[.!]\s+|\n|:\s+|\s-\s)(?P<who>[A-ZÅÄÖ][a-zåäöéü]+)(?:(?:,|\sand|\s&|\s/)\s?[A-ZÅÄÖ][a-zåäöé]+)*(?:\s[A-ZÅÄÖ][a-zåäö-]+)?\s(?:(?:will|to|shall|should|is\sgoing\sto|are\sgoing\sto|offered\sto|promised\sto|volunteered\sto)\s(?P<verb>[a-z]+)|(?P<does>[a-z]+s))\b"
)
_FORMAL = regex(
    r"\b(?:adjusters?|scrutineers?|seconded|quorum|resolved|motion|elected|certify|unanimous(?:ly)?|auditors?|approval\sof|approves?|approved|adopted|verif(?:y|ied)\sthe\sminutes|call(?:ed)?\sto\sorder)\b",
    re.IGNORECASE,
)
_MINUTES = regex(r"\bminutes\b", re.IGNORECASE)
_BODY = regex(r"\b(?:board|council|committee|assembly|association|annual|general)\b", re.IGNORECASE)
_OPENED_AT = regex(
    r"^\W*(?:opened|started|closed|ended|adjourned)(?:\sat)?\W{1,3}\d{1,2}[:.]\d\d",
    re.IGNORECASE | re.MULTILINE,
)
_TIME_GIVEN = regex(r"\(\d{1,3}\s?min(?:utes)?\.?\)")  # "Any other business (5 min)"
_MANY_TIMES = 4  # points of an agenda
_FIRST_LINES = 3
_LONGEST_TITLE = 90  # characters
_MOST_TOLD = 3
_ALWAYS = 4  # times "shall" stands in what rules


def for_english_minutes(
    document: ReadDocument, outline: Outline, above: Sequence[str], does: int, *, listed: bool
) -> int:
    """How much more than the rest speaks for minutes in English.

    `does`: how many promises it has. `listed`: it says who was there, as what announces a meeting cannot.
    """
    lines = [line.strip() for line in above if line and len(line) < _LONGEST_TITLE]
    every = "\n".join(passage.block.text for passage in outline.without_appendices)
    short = [b.text.strip() for b in document.blocks if len(b.text) < _LONGEST_TITLE]
    titles = [*(item.title for item in outline.items), *short, *lines]
    itself = any(map(_CALLS_ITSELF.fullmatch, titles))
    of_a_day = bool(_MEETING_OF.search("\n".join(lines)))
    told = min(len(_HELD.findall(every)), _MOST_TOLD)
    score = 2 * itself + told + (of_a_day and does > 0)
    score += of_a_day and any(map(_BUSINESS.search, titles)) and (told > 0 or does > 0)
    ahead = any(map(_AHEAD.search, lines)) and not itself
    score += of_a_day and not ahead
    if not listed and told + does < _MOST_TOLD:
        score -= 3 * ahead + 3 * bool(_INVITES.search(every))
    score -= 8 * any(map(_OTHER.fullmatch, (line.strip() for line in above[:_FIRST_LINES])))
    times = sum(len(_TIME_GIVEN.findall(line)) for line in {*titles, *every.split("\n")})
    score -= 4 * (times >= _MANY_TIMES and not told)
    score += 2 * bool(_OPENED_AT.search(every))
    score -= 6 * (len(_DUTY.findall(every)) >= _ALWAYS and not does)
    return score


def english_does(text: str) -> int:
    """How many sentences begin with who is to do something: "Anna will", "Bo to", "Eva books"."""
    return sum(
        (match["verb"] in DOING if match["verb"] else match["does"] in PROMISING)
        and is_given_name(match["who"])
        for match in _DOES.finditer(text)
    )


def english_kind(outline: Outline, title: str) -> MinutesKind | None:
    """Protokoll where something is settled in the forms of a board; else the notes of a group."""
    if not outline.in_english:
        return None
    every = " ".join(passage.block.text for passage in outline.without_appendices)
    titles = " ".join(item.title for item in outline.items)
    formal = _FORMAL.search(f"{titles} {every}")
    formal = formal or (_MINUTES.search(title) and _BODY.search(title))
    return MinutesKind.PROTOKOLL if formal else MinutesKind.MINNESANTECKNINGAR
