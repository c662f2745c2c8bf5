"""By when something is to be done: "senast 16 september", "till nästa möte", "under hösten"."""

import datetime as dt
import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.language.dates import (
    LONG_MONTH,
    LONG_WEEKDAY,
    NUMBERS,
    WEEKDAYS,
    DateMention,
    date_mentions,
    week_days,
)
from minutes.recognition.language.words import holds_any, phrase
from minutes.records import record


@record
class Due:
    """A day where the text fixes one; the words always."""

    date: dt.date | None
    text: str


_ANY_DAY = dt.date(2000, 1, 1)
_LIMIT = r"(?:senast(?:\s+(?:till|den|under|i))?|före|innan|till(?:\s+och\s+med)?|t\.?o\.?m\.?|tom|inom|deadline:?|by|before|no\s+later\s+than|klart?:?|inför|\bdl:?|inne(?=\s+(?:den\s+)?\d)|sista\s+(?:\w*dag\w*|\w*datum)(?:\s+för\s+\w+)?(?:\s+är)?:?)"
_BEFORE_DATE = regex(
    rf"\b(?:hård\s+)?{_LIMIT}\s*(?:den\s+|the\s+|[\w-]+(?:et|en|an)\s+(?:i\s+\w+\s+)?(?:den\s+)?)?(?:\(?ca\s+)?$",
    re.IGNORECASE,
)
# "flyttar mötet till den 11 maj": the new day, and no limit.
_MOVES = regex(
    r"\b(?:flytta\w*|ändra\w*|senarelägg\w*|tidigarelägg\w*|skjut\w*|bordlägg\w*|boka\w*\som)\b[^.,;]*\still\s(?:den\s)?$",
    re.IGNORECASE,
)
_WIDEST_LIMIT = 120  # characters of "sista anmälningsdag för lägret är: den "
# "redovisar resultatet den 3 december": the day on which it is handed over.
_DELIVERS = regex(
    r"\b(?:redovisar?s?|presenterar?s?|återkommer|rapporterar?s?|levererar?s?|lämnar?s?|lämnas\s+in|skickar?s?|färdig\w*|klart?|återkoppla[rs]?)\b[^.,;]{0,50}$",
    re.IGNORECASE,
)
_NUMBER = "|".join(sorted((word for word in NUMBERS if word), key=len, reverse=True))
_OFFSET_BEFORE = phrase(
    "innan före",
    rf"\b(?:(?:senast|minst)\s+)?(?:(?P<before>dagen)|(?P<n>{_NUMBER}|\d+|ett\s+par)\s+(?P<u>dag|dagar|vecka|veckor|månad|månader))\s+(?:innan|före)\b",
)
_WITHIN = regex(
    rf"\b(?:inom|om|senast\s+om)\s+(?:högst\s+)?(?P<n>{_NUMBER}|\d+)(?:\s?[-–]\s?(?P<n2>{_NUMBER}|\d+))?\s+(?P<u>dag|dagar|vecka|veckor|månad|månader)\b",
    re.IGNORECASE,
)
_WEEKDAY_DUE = regex(
    rf"\b(?:(?:senast|före|till|innan)\s+(?:på\s+|nu\s+på\s+|nästa\s+)?(?P<w>{LONG_WEEKDAY})|på\s+(?P<on>(?:mån|tis|ons|tors|fre|lör|sön)dag))\b"
    r"|(?<=\s)(?<!nästa\s)(?P<last>(?:mån|tis|ons|tors|fre|lör|sön)dag)\W*$",
    re.IGNORECASE,
)
_NEXT_WEEKDAY = regex(
    r"\bnästa\s+(?P<next>(?:mån|tis|ons|tors|fre|lör|sön)dag)\b|\b(?P<of>(?:mån|tis|ons|tors|fre|lör|sön)dag)(?:en)?\s+(?:i\s+)?nästa\s+vecka\b",
    re.IGNORECASE,
)
_LIMITS_WEEK = regex(r"\b(?:senast|till|före|innan|inför|klart?:?)\s*$", re.IGNORECASE)
_PAST_WEEK = regex(r"\b(?:från|fr\.?o\.?m\.?|sedan|förra|av)\s*$", re.IGNORECASE)
_SAY_WHICH_DAY = ("dag", "kväll", "morgon")
_RELATIVE_DAYS = (
    (
        regex(r"\bi\s?kväll\b|\bsenast\s+i\s?dag\b|\bunder\s+dagen\b|\bi\s?dag\W*$", re.IGNORECASE),
        0,
    ),
    (regex(r"\bi\s?övermorgon\b", re.IGNORECASE), 2),
    (regex(r"\b(?:i\s?morgon|imorgon)\b", re.IGNORECASE), 1),
)
_VAGUE = phrase(
    """nästa kommande höst vår sommar vinter jul påsk helg semest år månad veck kvartal termin skifte möte sammanträde stämma träff
    uari mars april maj jun august ember oktober under inom innan före snar fort omgående lucia när asap omedelbart genast några
    par senare finns q""",
    rf"""\b(?:
        (?:till|inför|på|före|innan|vid|senast\s+(?:till|på|vid))\s+(?:(?:näst-?\s?)?nästa|näst|kommande|nästkommande|höstens|vårens|årets)\s+
            (?:ordinarie\s+|extra\s+)?[\w-]*(?:möte\w*|sammanträde\w*|gång|stämma\w*|träff\w*|vecka|år|månad|[A-ZÅÄÖ]{{3,}})
      | (?:till|under|i|före|efter|innan|över|senast\s+(?:i|under|till))\s+(?:tidig\w*\s+|sen\w*\s+|nästa\s+|slutet\s+av\s+|början\s+av\s+|mitten\s+av\s+)*
            (?:månadens\s+slut|månaden|våren|hösten|sommaren|vintern|höst|vår|sommar|vinter|nyår|julafton|lucia|jul(?:en)?|påsk(?:en)?|midsommar|månadsskiftet|årsskiftet|årsmötet|stämman|terminen|verksamhetsåret)\b(?:\s+(?:19|20)\d\d)?
      | (?:senast\s+|under\s+|i\s+|till\s+|senast\s+i\s+)(?:slutet\s+av\s+|början\s+av\s+|mitten\s+av\s+)*
            (?:{LONG_MONTH})\b(?:\s*/\s*\w+)?(?:\s+(?:månad|(?:19|20)\d\d))?
      | (?:tidigt|sent)\s+(?:i\s+)?(?:{LONG_MONTH})\b
      | (?:under|i|denna|den\s+här)\s+veckan? | under\s+(?:kvartal\s+[1-4]|(?:första|andra)\s+halvåret)
      | (?:senare\s+)?under\s+(?:(?:19|20)\d\d|året)
      | (?:våren|sommaren|hösten|vintern)\s+20\d\d | nästa\s+år | nästa\s+gång\b(?!\s+(?:är|blir|den|vi|på|kl)\b|\s*[:\d]) | kvartal\s+[1-4] | i\s+närtid
      | (?:inom\s+|under\s+)?(?:de\s+närmaste\s+(?:dagarna|veckorna|månaderna)|den\s+närmaste\s+(?:tiden|veckan|månaden|framtiden)) | om\s+(?:några|ett\s+par)\s+(?:dagar|veckor|månader)
      | asap | omedelbart | genast | inom\s+kort | snarast(?:\s+möjligt)? | så\s+(?:snart|fort)\s+(?:som\s+)?(?:möjligt|\w+\s+kan) | omgående
      | (?:till|inför|på|före|vid)\s+(?:års|höst|vår|{LONG_MONTH})(?:mötet|stämman|träffen)
      | efter\s+(?:semestern|semestrarna|helgen|mötet|årsmötet|stämman) | (?:i|till|under)\s+helgen | senare\s+i\s+år
      | under\s+(?:första|andra|tredje|fjärde)\s+kvartalet | (?:(?:under|till|senast|före|innan)\s+)?Q[1-4]\b(?:[\s-]+20\d\d)? | inom\s+(?:några|ett\s+par)\s+(?:dagar|veckor|månader)
      | när\s+[\w\s]{{3,40}}?\s+(?:finns|kommit|inkommit|är\s+(?:klart?a?|färdig\w*)) | innan\s+(?:utskick\w*|årsskiftet|året\s+är\s+slut|semestern\w*|jul)
      | före\s+(?:semestern\w*|årets\s+slut|utgången\s+av\s+[\w ]{{3,20}}) | (?:under\s+)?nästa\s+(?:vecka|månad)
      | (?:före|innan|till)\s+(?:mötet|sammanträdet)(?:\s+i\s+(?:{LONG_MONTH})\b)?
      | sista\s+(?:{LONG_MONTH})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# "två veckor före festen, alltså den 3 maj": the writer has counted.
_THAT_IS = regex(r"\b(?:alltså|d\.?\s?v\.?\s?s\.?|det vill säga)\s+(?:den\s+)?$")
_DAYS = {"dag": 1, "vecka": 7, "månad": 30}


def due_of(text: str, base: dt.date | None) -> Due | None:
    """By when, where `text` says so; a date only where it fixes one."""
    due = _due(text, base)
    return Due(due.date, due.text.strip(" .,;:")) if due else None


def names_due(text: str) -> bool:
    """Whether `text` says by when; which day its words mean is not asked."""
    return due_of(text, _ANY_DAY) is not None


def due_in_column(text: str, base: dt.date | None) -> Due | None:
    """By when, where the place already says that it is a limit: "v. 24" in a column "Klart"."""
    limited = due_of(f"senast {text}", base)
    if limited is None or limited.date is None:
        return due_of(text, base)
    return Due(limited.date, limited.text.removeprefix("senast ").strip())


def _due(text: str, base: dt.date | None) -> Due | None:
    mentions = date_mentions(text, base)
    folded = text.casefold()
    offset = _OFFSET_BEFORE.search(text, folded)
    if offset:
        event = next((m for m in mentions if m.start >= offset.end()), None)
        if event is None:
            rest = re.match(r"[^.,;]*", text[offset.end() :])
            return Due(
                None, text[offset.start() : offset.end() + (rest.end() if rest else 0)].strip()
            )
        before = _span(offset["n"], offset["u"]) if offset["n"] else dt.timedelta(days=1)
        counted = _THAT_IS.search(text, offset.end(), event.start)
        day = event.date if counted else event.date - before
        return Due(day, text[offset.start() : event.end])
    limited = _limited(text, mentions)
    if limited:
        return limited
    return (
        ((_next_weekday(text, base) or _weekday(text, base)) if "dag" in folded else None)
        or _within(text, base)
        or _week(text, base)
        or _vague(text, folded, base)
    )


def _limited(text: str, mentions: Sequence[DateMention]) -> Due | None:
    for mention in mentions:
        near = max(0, mention.start - _WIDEST_LIMIT)
        before = _BEFORE_DATE.search(text, near, mention.start)
        if before and not _MOVES.search(text, near, mention.start):
            return Due(mention.date, text[before.start() : mention.end])
    for mention in mentions:
        if _DELIVERS.search(text[: mention.start]):
            return Due(mention.date, text[mention.start : mention.end])
    return None


def _span(number: str, unit: str) -> dt.timedelta:
    word = number.casefold()
    count = 2 if word.startswith("ett ") else int(word) if word.isdigit() else NUMBERS[word]
    days = next(length for name, length in _DAYS.items() if unit.casefold().startswith(name[:3]))
    return dt.timedelta(days=count * days)


def _within(text: str, base: dt.date | None) -> Due | None:
    match = _WITHIN.search(text)
    if match is None:
        return None
    day = base + _span(match["n2"] or match["n"], match["u"]) if base else None
    return Due(day, match.group())


def _next_weekday(text: str, base: dt.date | None) -> Due | None:
    """As "tisdag nästa vecka". "Nästa torsdag" fixes a day only where it is not of this week."""
    match = _NEXT_WEEKDAY.search(text) if "nästa" in text.casefold() else None
    if match is None:
        return None
    weekday = WEEKDAYS[(match["next"] or match["of"]).casefold()]
    if base is None or (match["next"] and weekday > base.weekday()):
        return Due(None, match.group())
    return Due(base + dt.timedelta(days=7 - base.weekday() + weekday), match.group())


def _weekday(text: str, base: dt.date | None) -> Due | None:
    match = _WEEKDAY_DUE.search(text)
    if match is None:
        return None
    if base is None:
        return Due(None, match.group())
    ahead = (
        WEEKDAYS[(match["w"] or match["on"] or match["last"]).casefold()] - base.weekday()
    ) % 7 or 7
    return Due(base + dt.timedelta(days=ahead), match.group())


def _week(text: str, base: dt.date | None) -> Due | None:
    """The Friday of "senast vecka 24"; "under vecka 24" and "v. 24 och 25" fix no day."""
    weeks = list(week_days(text, base))
    named = [
        day for day in date_mentions(text, base) if "v" in text[day.start : day.end].casefold()
    ]
    for match, day in weeks:
        before = text[: match.start()]
        inside = [day for day in named if day.start < match.start() < day.end]
        if inside and inside[0].weekday is None and not _PAST_WEEK.search(text[: inside[0].start]):
            return Due(inside[0].date, text[inside[0].start : inside[0].end])
        if _LIMITS_WEEK.search(before):
            return Due(day, match.group())
        if not _PAST_WEEK.search(before):
            last = max((m.end() for m, _ in weeks if m.start() - match.end() < 6), default=0)
            return Due(None, text[match.start() : max(last, match.end())])
    return None


def _vague(text: str, folded: str, base: dt.date | None) -> Due | None:
    for pattern, days in _RELATIVE_DAYS if holds_any(folded, _SAY_WHICH_DAY) else ():
        match = pattern.search(text)
        if match:
            return Due(base + dt.timedelta(days=days) if base else None, match.group())
    match = _VAGUE.search(text, folded)
    if match is None or re.search(
        r"\b(?:inte|ej)\s+(?:förrän\s+)?$", text[: match.start()], re.IGNORECASE
    ):
        return None
    return Due(None, match.group())
