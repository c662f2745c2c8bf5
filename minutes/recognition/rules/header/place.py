"""Where the meeting was held, by the head, the title and the words with which it was opened."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.language.clock import clock_span
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.finite import tells
from minutes.recognition.language.houses import HOUSE_ENDS
from minutes.recognition.language.vocabulary import A_MEETING, FIELD_LABELS, ROLE_WORDS
from minutes.recognition.layout.labels import label_of
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.people.names import FULL_NAME, is_given_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.people.with_bodies import ORGANISATION
from minutes.recognition.rules.header.dates import (
    NAMES_MEETING,
    OPENED,
    spring_of,
    without_dates,
)
from minutes.recognition.rules.header.one_day import one_day
from minutes.recognition.rules.header.own_lines import of_this_meeting
from minutes.recognition.rules.header.said_place import said_place
from minutes.recognition.rules.header.values import Fields

_IN_HOUSES = rf"[\wåäö]*(?:{HOUSE_ENDS})\b"
_PLACE_PHRASE = regex(
    rf"\b(?P<before>i|på|hos|via)\s+((?:[A-ZÅÄÖ][\wåäö'’-]+|{_IN_HOUSES})(?:\s+(?:[A-ZÅÄÖ\d][\wåäö'’-]*|i|på|och|vid|{_IN_HOUSES})){{0,5}})"
)
_OF_A_BODY = regex(r"(?:[\wåäö]*möte )?(?:för|från|med|av|om|till|mellan) ")
_ASSOCIATION = regex(r"\w*(?:förening|förbund|sällskap)(?:en|et)?\b", re.IGNORECASE)
_STREET = regex(
    r"\b[A-ZÅÄÖ][\wåäö]+(?:gatan|vägen|torget|gränd|allén|stigen|backen|platsen|gård)\s\d{1,3}\s?[A-Z]?\b(?![-/.:]?\d)"
)
_TITLE_WORDS = regex(
    r"\b\w*(?:protokoll|anteckningar)\w*\b|\b(?:styrelse|medlems|års|grupp|kommitté)möte\b",
    re.IGNORECASE,
)
_ENGLISH_TITLE = regex(r"\b(?:meeting(?! room)|minutes|notes|agenda)\b", re.IGNORECASE)
# "10:15 | Room 4", below the title.
_HOUR_AND_PLACE = regex(
    r"\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)? \| (?P<place>[A-ZÅÄÖ][^|]{1,60})"
)
# "24 september 2014, klockan Rådhuset, sal 3": a PDF that has lost its figures.
_HOUR_LOST = regex(
    r",?\s*(?:kl\.?|klockan)\s+(?:\d{1,2}[.:](?:\d\d)?\s*[-–]?\s*)?(?P<place>[A-ZÅÄÖ][^.:]{3,100})$"
)
_PLACE_LAST = regex(
    r"\s(?:Plats|Lokal):\s*(?P<place>[A-ZÅÄÖ][^:]{3,80})$"
)  # "Datum Tid Plats: Rådhuset"
_YEAR_FIRST = regex(r"^(?:19|20)\d\d\b[ ,]*")  # of "Den 9/6, 2026"
# "årsmöte i klubbhuset söndagen den 15 mars"
_IN_HOUSE = regex(
    rf"\bi\s+(?P<place>[A-ZÅÄÖa-zåäö][a-zåäö]*(?:{HOUSE_ENDS}))(?:\s+(?=(?:mån|tis|ons|tors|fre|lör|sön)dag|den\s+\d|\d|kl\b)|\W*$)"
)
_ROOM = regex(
    r"(?:Sal(?:en)?|Lokalen|Hörsal(?:en)?|Mötesrum(?:met)?|Konferensrum(?:met)?|Sammanträdesrum(?:met)?|Församlingshemmet|Bygdegården|"
    r"(?:Stads|Kommun|Råd|Region|Landstings|Klubb)huset|Klubbstugan|"
    r"(?:(?:Digitalt|Distansmöte|Online|Via|På)(?: möte)?(?: via| på| i)? )?(?:Teams|Zoom|Skype|Discord|Google Meet|Jitsi))\b[^.:]{0,60}"
)
_HOUSE_ALONE = regex(
    rf"[A-ZÅÄÖ][a-zåäö]*(?:{HOUSE_ENDS})(?: [A-ZÅÄÖ][\wåäö]*)?(?:, (?:i )?[\wåäöÅÄÖ]+(?: [\wåäöÅÄÖ]+)?)?\.?"
)
_HOUSE_FIRST = regex(rf"[A-ZÅÄÖ][a-zåäö]*(?:{HOUSE_ENDS})\b")
# "Telefonmöte mellan 17.10 och 18.00" without its hours; "Biblioteket -ca 19".
_LEFT_OF_TIME = regex(
    r"(?:[\s,–-]+(?:mellan|och|från|till|ca|cirka|c:a|till ca)\b(?:\s\d{1,2}$)?)+\.?$"
)
_NUMBERED = regex(rf"^\W*{A_MEETING}\s*(?:nr\.?\s*)?\d+\b\W*", re.IGNORECASE)
_NOT_YET = regex(r"(?:meddelas|bestäms|ännu|ej bestäm|inte bestäm)", re.IGNORECASE)
_LONGEST = 90  # characters; a longer one has more in it than the place
# "… med styrelsen 4 mars 2026 Strandvallen, Norrby": nothing else stands behind the day.
_AFTER_DATE = regex(
    rf",?\s+([A-ZÅÄÖ][a-zåäö]{{3,}}(?:, [A-ZÅÄÖ][a-zåäö]+)?|[a-zåäö]*(?:{HOUSE_ENDS}))\.?\s*"
)
# "Byalagets möte den 14/9 hemma hos Gun"
_MEETING_AT = regex(
    r"(?:möte|träff|sammanträde)t?\b[^.:]{0,40}?\b(?P<host>hos (?:familjen )?[A-ZÅÄÖ][\wåäö-]+(?: och [A-ZÅÄÖ][\wåäö-]+)?(?: [A-ZÅÄÖ][\wåäö-]+)?)"
)
_OF_SIGNING = regex(r"för\s+(?:justering|underskrift|anslag)", re.IGNORECASE)
_SENTENCE = regex(r"[.;] (?=[A-ZÅÄÖ])")
_BREAK = regex(r",?\s*\bajournering.*$", re.IGNORECASE | re.DOTALL)


def meeting_place(fields: Fields, title: Sequence[Block], outline: Outline) -> str | None:
    """Where, without the date and time that may stand beside it."""
    stated = fields.values.get("place", "")
    if stated and not _OF_SIGNING.match(stated):
        return _bare_place(stated)
    if "time" in fields.values:
        text = without_dates(fields.values["time"])
        first = _HOUSE_FIRST.match(text.lstrip())
        timed = (None if first else _after_preposition(text)) or _bare_place(text)
        if timed:
            return timed
    head = of_this_meeting([p.block.text for p in outline.in_zone(Zone.HEAD)])
    front = list(takewhile(lambda text: not presence_of(label_of(text)), head))
    return (
        said_place(head)
        or next(
            (
                place
                for above, text in pairwise(["", *head])
                if (place := _place_in_title(text, above))
            ),
            None,
        )
        or next((m["place"] for text in head if (m := _HOUR_AND_PLACE.fullmatch(text))), None)
        or next((m.group() for text in head if (m := _STREET.search(text))), None)
        or next((m["place"].strip() for text in head if (m := _PLACE_LAST.search(text))), None)
        or next((m["place"] for text in head if (m := _IN_HOUSE.search(text))), None)
        or next((m["host"] for text in head if (m := _MEETING_AT.search(text))), None)
        or next(
            (
                text.strip(" .")
                for text in head
                if _ROOM.fullmatch(text) and not presence_of(label_of(text))
            ),
            next((text.strip(" .") for text in front if _HOUSE_ALONE.fullmatch(text)), None),
        )
        or _place_of_opening(outline)
    )


def _after_preposition(text: str) -> str | None:
    for match in _PLACE_PHRASE.finditer(text):
        of_association = _ASSOCIATION.match(text[match.end() :].lstrip())
        if not of_association and not _ASSOCIATION.search(match.group()):
            return _with_host(match)
    return None


def _with_host(match: re.Match[str]) -> str:
    """The place of the phrase; "hos" stays before somebody's name."""
    place = match.group(2).strip()
    hosted = match["before"] == "hos" and is_given_name(place.split()[0])
    home = "hemma " if match.string[: match.start()].endswith("hemma ") else ""
    return f"{home}hos {place}" if hosted else place


def _place_in_title(text: str, above: str = "") -> str | None:
    """The place on a line of the head that also has the date: "2026-03-04 kl. 9, Rådhuset".

    The line `above` it may be the one that names the meeting.
    """
    text = one_day(text)
    mentions = date_mentions(text, None) or date_mentions(text, spring_of(text))
    if not mentions or FIELD_LABELS.get(label_of(text)):
        return None
    hour_lost = _HOUR_LOST.match(text, mentions[0].end)
    if hour_lost:
        return hour_lost["place"].strip(" .")
    if len(text) < 160 and clock_span(without_dates(text))[0]:
        of_association = NAMES_MEETING.search(text) and _ASSOCIATION.search(text)
        place = _after_preposition(without_dates(text))
        if place is None and not of_association:
            place = _bare_place(text)
        # "Mötet öppnades den 3 maj kl. 18", "Ordförande Bo 4 maj 19:50"
        # "stormöte för gruppen, 4 maj kl. 18" has none, nor has "Group meeting, 4 May, 18:00"
        no_place = place and (
            tells(place)
            or ROLE_WORDS.match(place)
            or _OF_A_BODY.match(place)
            or _ENGLISH_TITLE.search(place)
        )
        return None if no_place else place
    rest = text[mentions[0].end :]
    if phrase := _PLACE_PHRASE.match(rest.lstrip(" ,")):
        return _with_host(phrase)
    match = None
    if NAMES_MEETING.search(f"{above} {text[: mentions[0].start]}"):
        match = _AFTER_DATE.fullmatch(rest)
        if match and (ORGANISATION.search(rest) or FULL_NAME.search(rest)):
            return None
    return match.group(1).strip() if match else None


def _place_of_opening(outline: Outline) -> str | None:
    """As in "Karin öppnade mötet i klubbstugan"."""
    for passage in outline.in_zone(Zone.ITEM)[:4]:
        opened = OPENED.search(passage.block.text)
        match = _PLACE_PHRASE.match(passage.block.text[opened.end() :].lstrip()) if opened else None
        if match:
            return _with_host(match)
    return None


def _bare_place(text: str) -> str | None:
    text = text.rpartition(" | ")[2]  # "Styrelsemöte 4 mars kl. 8-9 | Telefonmöte"
    text = _BREAK.sub("", _TITLE_WORDS.sub("", text))
    text = re.sub(
        r",?\s*(?:kl(?:ockan|\.)?\s*)?\b\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?|\bkl(?:ockan|\.)?\s*(?:\d{4}|\d{1,2}\s*[-–]\s*\d{1,2})\b",
        "",
        without_dates(text),
    )
    text = " ".join(re.sub(r"(?i)\b(?:kl|den|klockan)\b\.?", "", text).split()).strip(" ,.;:-–")
    text = _NUMBERED.sub("", _YEAR_FIRST.sub("", _LEFT_OF_TIME.sub("", text)))
    text = text[2:] if text.startswith("I ") and text.isupper() else text
    text = re.sub(
        r"^(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,?\s*",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = _without_more(text)
    if _NOT_YET.match(text):
        return None
    return text if re.search(r"[A-Za-zÅÄÖåäö]{2}", text) else None


def _without_more(text: str) -> str:
    """The place alone, where the line goes on for long: up to the next sentence or name."""
    if len(text) <= _LONGEST:
        return text
    ends = [m.start() for m in _SENTENCE.finditer(text, 3)]
    ends += [m.start() for m in FULL_NAME.finditer(text) if is_given_name(m.group().split()[0])]
    return text[: min(ends, default=len(text))].strip(" ,.;:-–")
