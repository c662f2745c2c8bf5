"""When and where the meeting was held, by the head, the title, the text and the file's name."""

import datetime as dt
import re
from collections.abc import Sequence

from minutes.reading.blocks import Block, BlockKind, ReadDocument, Remark, Source
from minutes.recognition.dates import DateMention, clock_span, date_mentions
from minutes.recognition.labels import label_of
from minutes.recognition.outline import Outline, Zone
from minutes.recognition.rules.header_values import Fields
from minutes.recognition.vocabulary import FIELD_LABELS
from minutes.recognition.words import holds_any

_OPENED = re.compile(
    r"\b(?:mötet|sammanträdet|stämman|årsmötet|möte)\b[^.]{0,40}?\böppna(?:s|des|t|de)\b|\böppna(?:r|de|s|des)\s+(?:mötet|sammanträdet|stämman|årsmötet)\b|^\s*öppna",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:mötet|sammanträdet|stämman|årsmötet)\b[^.]{0,60}?\bavsluta(?:s|des|t|de)\b|\bavsluta(?:r|de|s|des)\s+(?:mötet|sammanträdet|stämman|dagens|det)\b|\bslut(?:tid)?:|\b(?:var|tog)\s+slut\b",
    re.IGNORECASE,
)
_PLACE_PHRASE = re.compile(
    r"\b(?:i|på|hos|via)\s+((?:[A-ZÅÄÖ][\wåäö'’-]+|sal(?:en)?\b|lokal\w*|\w*(?:rum|stug|gård|hus|lokal|skol|bibliotek|kontor|hemmet|salen)\w*)(?:\s+(?:[A-ZÅÄÖ\d][\wåäö'’-]*|i|på|och|vid|[\wåäö]*(?:hem|hemmet|gård|gården|hus|huset|sal|salen|lokal|lokalen|kontor|kontoret|skola|skolan|bibliotek|biblioteket|rum|rummet|kyrka|kyrkan|stuga|stugan))){0,5})"
)
_DIGIT = re.compile(r"\d")
_CLOCK_FIRST = re.compile(r"(?:kl|klockan)\b\.?\s*\d.*,\s*[A-ZÅÄÖ]", re.IGNORECASE)
_FRONT = 180  # characters of a long first line that may still be the title
_AT_TIME = re.compile(
    r"\b(?:kl|klockan)\.?\s?\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?,?\s+i\s+(?:det\s+|den\s+)?(?P<place>[A-ZÅÄÖ][\wåäö]+(?: [A-ZÅÄÖ][\wåäö]+| [\wåäö]*(?:gård|gården|hus|huset|hem|hemmet|lokal|lokalen|sal|salen|skola|skolan|stuga|stugan|bibliotek|biblioteket|kyrka|kyrkan))*)"
)
# "Styrelsemöte i Norrby bygdegård 2026-03-04", or the house and the date on a line of their own.
_HELD_IN = re.compile(
    r"(?:(?:möte|sammanträde|stämma)\w*\s+i\s+|^)(?P<place>[A-ZÅÄÖ][\wåäö]+(?: [\wåäö]+)?? ?[\wåäö]*(?:gård|gården|huset|lokalen|salen|skolan|stugan|biblioteket|kansli|kontor|kontoret))\s+(?:den\s+)?(?=\d)"
)
_STREET = re.compile(
    r"\b[A-ZÅÄÖ][\wåäö]+(?:gatan|vägen|torget|gränd|allén|stigen|backen|platsen|gård)\s\d+\s?[A-Z]?\b"
)
_TITLE_WORDS = re.compile(
    r"\b\w*(?:protokoll|anteckningar)\w*\b|\b(?:styrelse|medlems|års|grupp|kommitté)möte\b",
    re.IGNORECASE,
)
# "24 september 2014, klockan Rådhuset, sal 3": a PDF that has lost its figures.
_HOUR_LOST = re.compile(
    r",?\s*(?:kl\.?|klockan)\s+(?:\d{1,2}[.:](?:\d\d)?\s*[-–]?\s*)?(?P<place>[A-ZÅÄÖ][^.:]{3,100})$"
)
_PLACE_LAST = re.compile(
    r"\s(?:Plats|Lokal):\s*(?P<place>[A-ZÅÄÖ][^:]{3,80})$"
)  # "Datum Tid Plats: Rådhuset"
_YEAR_FIRST = re.compile(r"^(?:19|20)\d\d\b[ ,]*")  # of "Den 9/6, 2026"
_HOUSE = "huset|stugan|gården|lokalen|salen|hemmet|skolan|biblioteket|kontoret|kansliet"
# "årsmöte i klubbhuset söndagen den 15 mars"
_IN_HOUSE = re.compile(
    rf"\bi\s+(?P<place>[a-zåäö]*(?:{_HOUSE}))\s+(?=(?:mån|tis|ons|tors|fre|lör|sön)dag|den\s+\d|\d|kl\b)"
)
_ROOM = re.compile(
    r"(?:Sal(?:en)?|Lokalen|Hörsal(?:en)?|Mötesrum(?:met)?|Konferensrum(?:met)?|Sammanträdesrum(?:met)?|Församlingshemmet|Bygdegården|"
    r"(?:Stads|Kommun|Råd|Region|Landstings|Klubb)huset|Klubbstugan|Teams|Zoom)\b[^.:]{0,60}"
)
_NUMBERED = re.compile(r"^\W*(?:möte|sammanträde)\s*(?:nr\.?\s*)?\d+\b\W*", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:CET|CEST|UTC)\b,?\s*")
_BREAK = re.compile(r",?\s*\bajournering.*$", re.IGNORECASE | re.DOTALL)
_WAS_HELD = re.compile(
    r"\b(?:mötet|sammanträdet|stämman)\s+(?:genomfördes|hölls|hölls|ägde\s+rum)\s+(?:digitalt\s+)?(?:via|i|på|hos)\s+(?P<place>[A-ZÅÄÖ][\wåäö]+(?:\s[A-ZÅÄÖ][\wåäö]+)*)",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"(?:(?<=[a-zåäö] )|^)(?P<y>\d\d) (?P<m>0[1-9]|1[0-2]) (?P<d>[0-3]\d)(?!\d| \d\d)"
)
# A line about the meeting itself dates it, before others that stand above the minutes.
_NAMES_MEETING = re.compile(
    r"protokoll|anteckning|referat|minutes|möte|sammanträd|stämma|møte|møde", re.IGNORECASE
)
_LASTED = re.compile(
    r"\b(?:mötet|sammanträdet|stämman)\b[^.]{0,30}\b(?:pågick|varade)\b", re.IGNORECASE
)
_LASTING = ("pågick", "varade")
# "kl. 10-10,45": the comma is a point.
_COMMA_CLOCK = re.compile(
    r"(\bkl\.?\s*\d{1,2}(?:[.:,]\d\d)?\s*[-–]\s*\d{1,2}),(?=\d\d\b)", re.IGNORECASE
)
# Another meeting, or until when this one may last.
_NOT_OF_THIS = re.compile(
    r"\b(?:nästa|föregående|förra|kommande)\s+\w*(?:möte|sammanträde|träff)|\bkommer\s+att\b|\bsenast\b",
    re.IGNORECASE,
)
# "Bo Ek (kom 18.15)": when somebody came or left.
_OF_SOMEBODY = re.compile(
    r"\b(?:kom|gick|anlände|anslöt|lämnade|deltog|närvarade)\s+(?:\w+\s+)?(?:kl\S*\s*)?\d|^(?:närvar|deltagare|frånvar)\w*\W",
    re.IGNORECASE,
)
_OTHER_MEETING = re.compile(
    r"\b(?:föregående|förra|nästa|senast|justera|kommande|protokollet\s+är\s+anslaget)",
    re.IGNORECASE,
)


def meeting_date(
    document: ReadDocument,
    outline: Outline,
    title: Sequence[Block],
    fields: Fields,
    filename: str,
) -> tuple[dt.date | None, Source | None, list[Remark]]:
    """The text wins over the title, the title over the file's name; a remark where they differ."""
    stated = [
        (mention, fields.sources[name])
        for name in ("date", "time", "place")
        if name in fields.values
        for mention in date_mentions(fields.values[name], None)[:1]
    ]
    titled = [
        (m, b.source)
        for b in _dating(title)
        if not _OTHER_MEETING.match(b.text)
        for m in date_mentions(_with_signs(b.text), _spring_of(b.text))[:1]
    ]
    margins = [
        (mention, block.source)
        for block in document.blocks
        if block.kind is BlockKind.PAGE_MARGIN
        for mention in date_mentions(block.text, None)[:1]
    ]
    named = [
        (m, Source(1, 1))
        for m in date_mentions(re.sub(r"[_ ]|(?<=\D)-(?=\d)", " ", filename), None)[:1]
    ]
    ordered = [*stated, *titled, *_front_dates(outline), *margins]
    if not ordered:
        return (named[0][0].date, None, []) if named else (None, None, [])
    mention, source = ordered[0]
    return mention.date, source, _disagreements(mention, source, [*stated, *titled, *named])


def _dating(title: Sequence[Block]) -> Sequence[Block]:
    """The lines of the title that are of the meeting, where one of them says so with a date."""
    of_meeting = [b for b in title if _NAMES_MEETING.search(b.text)]
    dated = any(date_mentions(b.text, None) for b in of_meeting)
    return of_meeting if dated else title


def _with_signs(text: str) -> str:
    """The text, with "26 11 12" as a date: only in a title do spaced figures mean one."""
    return _SPACED.sub(r"\g<y>-\g<m>-\g<d>", text)


def _spring_of(text: str) -> dt.date | None:
    """A day in the year that the title names ("Årsmöte 2026, torsdagen den 5 mars")."""
    year = re.search(r"\b((?:19|20)\d\d)\b(?![-/.]\d)", text)
    return dt.date(int(year.group(1)), 4, 1) if year else None


def _front_dates(outline: Outline) -> list[tuple[DateMention, Source]]:
    """Dates in the head, and those that stand alone on a line early in the text."""
    found = []
    for passage in outline.passages[:12]:
        text = passage.block.text
        alone = len(text) < 40 or passage.zone is Zone.HEAD
        if alone and len(text) <= 400 and not _OTHER_MEETING.search(text):
            found += [(m, passage.block.source) for m in date_mentions(text, None)[:1]]
    return found


def _disagreements(
    mention: DateMention, source: Source, others: Sequence[tuple[DateMention, Source]]
) -> list[Remark]:
    remarks = []
    differing = next(
        ((other, where) for other, where in others if other.date != mention.date), None
    )
    if differing:
        other, where = differing
        remarks.append(
            Remark(
                "date-differs",
                f"Dokumentet anger två datum: {mention.date} och {other.date}. {mention.date} används.",
                where,
            )
        )
    if not mention.weekday_fits:
        remarks.append(
            Remark(
                "weekday-differs", f"Veckodagen stämmer inte med datumet {mention.date}.", source
            )
        )
    return remarks


def meeting_times(
    outline: Outline, title: Sequence[Block], fields: Fields
) -> tuple[dt.time | None, dt.time | None]:
    """When the meeting was opened and closed: by the head, else by the text's own words."""
    stated = [fields.values[name] for name in ("time", "date", "place") if name in fields.values]
    head = [p.block.text for p in outline.in_zone(Zone.HEAD)] + [b.text for b in title]
    head = [t for t in head if not _NOT_OF_THIS.search(t[:_FRONT]) and not _OF_SOMEBODY.search(t)]
    lasted = [
        p.block.text
        for p in outline.in_zone(Zone.ITEM)
        if holds_any(p.block.text.casefold(), _LASTING) and _LASTED.search(p.block.text)
    ]
    start = end = None
    for text in [*stated, *(text[:_FRONT] for text in head), *lasted]:
        if start is None:
            start, end = clock_span(_without_dates(text))
    titles = {item.id: item.title for item in outline.items}
    for title_text in titles.values():
        if start is None and re.search(r"öppna", title_text, re.IGNORECASE):
            start = clock_span(_without_dates(title_text))[0]
        if end is None and re.search(r"avslut", title_text, re.IGNORECASE):
            end = clock_span(_without_dates(title_text))[0]
    for passage in outline.in_zone(Zone.ITEM, Zone.SIGNATURES):
        text = passage.block.text
        if (start is not None and end is not None) or not _DIGIT.search(text):
            continue
        context = f"{titles.get(passage.item or '', '')} {text}"
        folded = context.casefold()
        opened = "öppna" in folded and (_OPENED.search(text) or _OPENED.search(context[:120]))
        closed = "slut" in folded and (_CLOSED.search(text) or _CLOSED.search(context[:120]))
        if start is None and opened:
            start = clock_span(_without_dates(text))[0]
        if end is None and closed:
            end = clock_span(_without_dates(text))[0]
    return start, end


def _without_dates(text: str) -> str:
    text = _COMMA_CLOCK.sub(r"\1.", text)
    for mention in reversed(date_mentions(text, dt.date(2000, 1, 1))):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def meeting_place(fields: Fields, title: Sequence[Block], outline: Outline) -> str | None:
    """Where, without the date and time that may stand beside it."""
    if "place" in fields.values:
        return _bare_place(fields.values["place"])
    if "time" in fields.values:
        text = _without_dates(fields.values["time"])
        return _after_preposition(text) or _bare_place(text)
    head = [p.block.text for p in outline.in_zone(Zone.HEAD)]
    head = [text for text in head if not _NOT_OF_THIS.search(text)]
    titles = [b.text[:_FRONT] for b in title if not _NOT_OF_THIS.search(b.text)]
    return (
        next((m["place"] for text in titles if (m := _AT_TIME.search(text))), None)
        or next((place for text in head if (place := _place_in_title(text))), None)
        or next((_bare_place(t) for t in head if _CLOCK_FIRST.match(t) and len(t) < 120), None)
        or next((m.group() for text in head if (m := _STREET.search(text))), None)
        or next((m["place"] for text in head if (m := _HELD_IN.search(text))), None)
        or next((m["place"] for text in head if (m := _WAS_HELD.search(text))), None)
        or next((m["place"].strip() for text in head if (m := _PLACE_LAST.search(text))), None)
        or next((m["place"] for text in head if (m := _IN_HOUSE.search(text))), None)
        or next((text.strip(" .") for text in head if _ROOM.fullmatch(text)), None)
        or _place_of_opening(outline)
    )


def _after_preposition(text: str) -> str | None:
    match = _PLACE_PHRASE.search(text)
    return match.group(1).strip() if match else None


def _place_in_title(text: str) -> str | None:
    """The place on a line of the head that also has the date: "2026-03-04 kl. 9, Rådhuset"."""
    mentions = date_mentions(text, None) or date_mentions(text, _spring_of(text))
    if not mentions or FIELD_LABELS.get(label_of(text)):
        return None
    hour_lost = _HOUR_LOST.match(text, mentions[0].end)
    if hour_lost:
        return hour_lost["place"].strip(" .")
    if len(text) < 160 and clock_span(_without_dates(text))[0]:
        return _after_preposition(_without_dates(text)) or _bare_place(text)
    match = _PLACE_PHRASE.match(text[mentions[0].end :].lstrip(" ,"))
    return match.group(1).strip() if match else None


def _place_of_opening(outline: Outline) -> str | None:
    """As in "Karin öppnade mötet i klubbstugan"."""
    for passage in outline.in_zone(Zone.ITEM)[:4]:
        opened = _OPENED.search(passage.block.text)
        match = _PLACE_PHRASE.match(passage.block.text[opened.end() :].lstrip()) if opened else None
        if match:
            return match.group(1).strip()
    return None


def _bare_place(text: str) -> str | None:
    text = _ZONE.sub("", _BREAK.sub("", re.sub(_TITLE_WORDS, "", text)))
    text = re.sub(
        r",?\s*(?:kl(?:ockan|\.)?\s*)?\b\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?|\bkl(?:ockan|\.)?\s*\d{4}\b",
        "",
        _without_dates(text),
    )
    text = " ".join(re.sub(r"(?i)\b(?:kl|den|klockan)\b\.?", "", text).split()).strip(" ,.;:-–")
    text = _NUMBERED.sub("", _YEAR_FIRST.sub("", text))
    text = text[2:] if text.startswith("I ") and text.isupper() else text
    text = re.sub(
        r"^(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b,?\s*", "", text, flags=re.IGNORECASE
    )
    return text if re.search(r"[A-Za-zÅÄÖåäö]{2}", text) else None
