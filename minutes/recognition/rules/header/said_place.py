"""Where the meeting was held, by a line of the head that says so beside the day or the hour."""

import datetime as dt
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.language.dates import DateMention, date_mentions
from minutes.recognition.language.finite import tells
from minutes.recognition.language.houses import is_house
from minutes.recognition.language.vocabulary import FIELD_LABELS, ROLE_WORDS
from minutes.recognition.layout.labels import label_of
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.rules.header.one_day import one_day

_ANY_DAY = dt.date(2000, 1, 1)  # only to see that a day is named
_LABEL = regex(r"^(?:Plats|Lokal)\b:?\s*")
_AN_HOUR = regex(r"kl\b|\d")
_LABELLED = regex(
    r"(?:PLATS|Plats|LOKAL|Lokal|MÖTESPLATS|Mötesplats)\s(?!och\b|&)(?P<place>[^\s:][^:§]{1,80})"
)
_CLOCK = r"(?:[Kk]l\.?|[Kk]lockan)\s?\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?"
_AT_HOME = regex(r"(?:[Hh]emma\s)?[Hh]os\s[A-ZÅÄÖ][^.:]{2,60}\.?")  # on a line of its own
# "Byahuset, kl. 18.30–20.00", "Byahuset klockan 18"
_BEFORE_CLOCK = regex(rf"(?P<place>[^\W\d_][^.:;]{{2,60}}?),?\s{_CLOCK}\W*")
# "… den 3 april kl. 18.30. Byahuset"
_AFTER_CLOCK = regex(
    rf"{_CLOCK}[.,]?\s(?P<place>(?:[Hh]emma\s)?(?:hos\s)?[A-ZÅÄÖ][^.:;]{{2,50}})\.?$"
)
# "… den 3 april. Byahuset, Storgatan 3", "… den 3 april på Storgatan 3"
_AFTER_POINT = regex(r"\.\s(?P<place>[A-ZÅÄÖ][^.:;]{2,60})\.?$")
_ABBREVIATED = r"(?:(?:Kungl|Kgl|St)\.|S:ta?)\s"  # "Kungl. biblioteket", "S:t Olofs gård"
_AFTER_DAY = regex(
    rf",?\s(?:i|på)\s(?P<place>(?:{_ABBREVIATED})?[A-ZÅÄÖa-zåäö][^.:;\d]{{2,60}}(?:\s\d{{1,4}}\b[^.:;\d]{{0,30}})?)\.?$"
)
# "… den 3 april hemma hos Bo Ek", "3 april kl. 18 hos familjen Ek, Storvägen 13"
_AT_SOMEBODYS = regex(
    rf"(?:\s{_CLOCK})?[.,]?\s(?P<place>(?:[Hh]emma\s)?[Hh]os\s(?:familjen\s)?[A-ZÅÄÖ][^.:;]{{1,110}}?)\.?$"
)
# "möte i Byahuset den 3 april"; "möte i Granviks kör" is of a choir
_BEFORE_DAY = regex(
    r"(?:möte|sammanträde|stämma|träff)\w*\b[^.:]{0,80}?\s(?:i|på)\s(?P<place>\w[^.:]{2,60}?),?\s*(?:(?<=\s)den\s)?(?:\w+dag(?:en)?\s(?:den\s)?)?$"
)
_HELD = regex(
    r"(?:Mötet|Sammanträdet|Stämman|Årsmötet)\w*,?\s(?:som\s)?(?:hölls|äger\s+rum|ägde\s+rum|genomfördes)\s(?:digitalt\s)?(?:i|på|hos|via)\s(?P<place>\w[^.:]{2,60}?)(?=,?\s(?:den|kl|på\s\w+dag|\w+dagen)\b|\s\d{1,2}\s?[/a-z]|\s\d{4}-|\.|,\söppna|$)"
)
_HELD_AT = regex(
    r"\b[Hh]eld\s(?:at|in|via)\s(?:the\s)?(?P<place>[A-Z][^.:;\d]{1,60}?)(?=,?\s(?:on|at|from)\s|,?\s\d|,?\s\w+day\b|\.|$)"
)
_NO_PLACE = regex(
    r"möte|sammanträd|protokoll|anteckning|stämma|styrelse|förening|nämnd|råd\b|grupp|klubb\b|sällskap|förbund|\b(?:nr|nummer|datum|tid|dag)\b|dagen\b|\bden\b",
)


def said_place(lines: Sequence[str]) -> str | None:
    """The place of the first line that says one beside its day or its hour."""
    for line in lines:
        labelled = _LABELLED.fullmatch(line)
        if labelled:
            return labelled["place"].strip(" .")
    for line in lines:
        label = label_of(line)
        if presence_of(label) or label in FIELD_LABELS or ROLE_WORDS.match(line):
            continue
        place = _beside(one_day(line))
        if place:
            return place.strip(" .,")
    return None


def _beside(text: str) -> str | None:
    held = _HELD.match(text) or _HELD_AT.search(text)
    if held:
        return held["place"]
    if _AT_HOME.fullmatch(text):
        return text
    days = date_mentions(text, None)
    if hosted := _at_somebodys(text, days or date_mentions(text, _ANY_DAY)):
        return hosted
    if not days:
        clock = _BEFORE_CLOCK.fullmatch(text) or _AFTER_CLOCK.match(text)
        place = clock["place"] if clock else ""
        return place if place and _may_be_place(place) and _is_named(place) else None
    ahead, behind = text[: days[0].start], text[days[-1].end :]
    for form in (_AFTER_CLOCK, _AFTER_DAY):
        after = form.search(behind) if form is _AFTER_CLOCK else form.match(behind)
        if after and _may_be_place(after["place"]):
            return after["place"]
    after = _AFTER_POINT.match(behind)
    if after and is_house(after["place"]):
        return after["place"]
    before = _BEFORE_DAY.search(ahead)
    if before and is_house(before["place"]):
        return before["place"]
    alone = ahead.strip(" ,.") if not behind.strip(" .") else ""
    alone = _LABEL.sub("", behind.strip(" ,.")) if behind.startswith(",") else alone
    alone = "" if _AN_HOUR.match(alone) else alone
    return alone if alone and is_house(alone) and _may_be_place(alone) else None


def _at_somebodys(text: str, days: Sequence[DateMention]) -> str | None:
    """Whose home it was, where nothing else stands behind the day; the year may be elsewhere."""
    hosted = _AT_SOMEBODYS.fullmatch(text, days[-1].end) if days else None
    return hosted["place"] if hosted and not tells(hosted["place"]) else None


def _is_named(place: str) -> bool:
    return place[0].isupper() or is_house(place)


def _may_be_place(text: str) -> bool:
    """Whether it may be the name of a place: no person, no other meeting, no sentence."""
    named = is_given_name(text.split()[0]) and not is_house(text)
    return not named and not _NO_PLACE.search(text.casefold()) and not tells(text)
