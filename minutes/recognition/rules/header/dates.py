"""When the meeting was held, by the head, the title, the text and the file's name."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, ReadDocument, Remark, Source
from minutes.recognition.language.clock import clock_span
from minutes.recognition.language.dates import DateMention, date_mentions
from minutes.recognition.language.vocabulary import A_MEETING, THE_MEETING
from minutes.recognition.language.words import holds_any, phrase
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.rules.header.one_day import one_day
from minutes.recognition.rules.header.own_lines import of_this_meeting
from minutes.recognition.rules.header.post_stamp import is_post_stamp
from minutes.recognition.rules.header.values import Fields

_Dated = tuple[DateMention, Source]  # a day, and where it stands
OPENED = regex(
    rf"\b(?:{THE_MEETING}|möte)\b[^.]{{0,40}}?\böppna(?:s|des|t|de)\b|\böppna(?:r|de|s|des)\s+{THE_MEETING}\b|^\s*öppna"
    r"|\bmeeting\b[^.]{0,40}?\b(?:opened|started|began|called\sto\sorder|commenced)\b|\bopen(?:s|ed)\sthe\smeeting\b|^\s*(?:called\sto\sorder|started)\sat\b",
    re.IGNORECASE,
)
_CLOSED = regex(
    rf"\b{THE_MEETING}\b[^.]{{0,60}}?\bavsluta(?:s|des|t|de)\b|\bavsluta(?:r|de|s|des)\s+(?:mötet|sammanträdet|stämman|dagens|det)\b|\bslut(?:tid)?:|\b(?:var|tog)\s+slut\b"
    r"|\bmeeting\b[^.]{0,60}?\b(?:closed|adjourned|ended|concluded|finished)\b|\b(?:closed|adjourned|ended)\s(?:the\smeeting|at\b)|\badjourn(?:ment|ed):?",
    re.IGNORECASE,
)
_OPENING = (
    "öppna",
    "open",
    "start",
    "began",
    "to order",
    "commenced",
)  # one stands in all it finds
_ENDING = ("avslut", "close", "adjourn", "ended", "conclude", "finished")  # the same in a title
_TELL_WHEN = (*_OPENING, "slut", *_ENDING)
_DIGIT = regex(r"\d")
FRONT = 180  # characters of a long first line that may still be the title
_SPACED = regex(r"(?:(?<=[a-zåäö] )|^)(?P<y>\d\d) (?P<m>0[1-9]|1[0-2]) (?P<d>[0-3]\d)(?!\d| \d\d)")
# A line about the meeting itself dates it, before others that stand above the minutes.
# "Den 8 oktober 2026 höll styrelsen sitt fjärde möte"; "Träff måndag 16 mars 2026. Alla kom."
_HELD_ON = regex(
    rf"(?:den|i)\s[^.]{{3,40}}?\s(?:höll|hölls|hade|samlades|träffades)\s[^.]{{0,60}}{A_MEETING}"
    r"|(?:möte|träff|avstämning|sammanträde)\s(?:\w+dag(?:en)?\s)?(?:den\s)?\d[^.]{3,22}\.\s",
    re.IGNORECASE,
)
NAMES_MEETING = regex(
    r"protokoll|anteckning|referat|minutes|möte|sammanträd|stämma|møte|møde", re.IGNORECASE
)
_LASTED = phrase("pågick varade", rf"\b{THE_MEETING}\b[^.]{{0,30}}\b(?:pågick|varade)\b")
# "Bo Ek (kom 18.15)": when somebody came or left.
_OF_SOMEBODY = regex(
    r"\b(?:kom|gick|anlände|anslöt|lämnade|deltog|närvarade)\s+(?:\w+\s+)?(?:kl\S*\s*)?\d|^(?:närvar|deltagare|frånvar)\w*\W",
    re.IGNORECASE,
)
_TITLE_BELOW = regex(
    rf"(?:\w*protokoll|\w*anteckningar)\s+(?:från\s+|fört\s+vid\s+)?\w*{A_MEETING}\w*\s+(?:den\s+)?\d",
    re.IGNORECASE,
)
_OTHER_MEETING = regex(
    r"\b(?:föregående|förra|nästa|senast|juster|kommande|protokollet\s+är\s+anslaget)|^(?:sekreterare|ordförande)\s",
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
    springs = [spring_of(block.text) for block in title]
    stated = [
        (mention, fields.sources[name])
        for name in ("date", "time", "place")
        if name in fields.values
        for mention in (
            date_mentions(one_day(fields.values[name]), None)
            or date_mentions(one_day(fields.values[name]), next(filter(None, springs), None))
        )[:1]
    ]
    titled = [
        (m, b.source)
        for b in _dating(title)
        if not _OTHER_MEETING.match(b.text)
        for m in _of_the_meeting(b.text)[:1]
    ]
    margins = [
        (mention, block.source)
        for block in document.blocks
        if block.kind is BlockKind.PAGE_MARGIN
        for mention in date_mentions(block.text, None)[:1]
    ]
    name = _with_signs(re.sub(r"[_ ]|(?<=\D)-(?=\d)", " ", filename))
    named = [(m, Source(1, 1)) for m in date_mentions(one_day(name), None)[:1]]
    front = _front_dates(outline)
    ordered = [*_held_on(fields, [*titled, *front]), *stated, *titled, *front, *margins]
    spring = next(filter(None, springs), None)
    ordered = ordered or (_of_year(title, spring) if spring else []) or _titled_below(outline)
    ordered = ordered or _opened_on(outline)
    if not ordered:
        return (named[0][0].date, None, []) if named else (None, None, [])
    mention, source = ordered[0]
    mention = _day_first(mention, title)
    named = [each for each in named if _year_last(filename) != mention.date]
    return mention.date, source, _disagreements(mention, source, [*stated, *titled, *named])


def _year_last(filename: str) -> dt.date | None:
    """The day of a file "161126", where its figures are read as day, month and year."""
    figures = _SIX_FIGURES.search(filename)
    said = f"{figures[1]}.{figures[2]}.20{figures[3]}" if figures else ""
    return next((mention.date for mention in date_mentions(said, None)), None)


def _held_on(fields: Fields, days: Sequence[_Dated]) -> list[_Dated]:
    """The day of the head that "Tid och plats: den 11 mars" repeats; "Datum" may be the letter's."""
    when = " ".join(fields.values.get(name, "") for name in ("time", "place"))
    return [
        (mention, source)
        for mention, source in days
        if mention.weekday_fits
        and any(same.date == mention.date for same in date_mentions(when, mention.date))
    ][:1]


_SIX = 6  # figures
_SIX_FIGURES = regex(r"(?<!\d)([0-3]\d)[-_. ]?([01]\d)[-_. ]?(\d\d)(?!\d)")
_FIRST_PASSAGES = 4  # of the text
_FAR = 40  # characters from a date to the words that it is not of


def _day_first(mention: DateMention, title: Sequence[Block]) -> DateMention:
    """As "260412" is 4 December where the title also says "den 4 december"."""
    day = mention.date
    if mention.end - mention.start != _SIX or day.day > 12 or day.day == day.month:
        return mention
    swapped = day.replace(month=day.day, day=day.month)
    said = {m.date for block in title for m in date_mentions(block.text, swapped) if m != mention}
    return replace(mention, date=swapped) if swapped in said else mention


def _dating(title: Sequence[Block]) -> Sequence[Block]:
    """The lines of the title that are of the meeting, where one of them says so with a date."""
    of_meeting = [b for b in title if NAMES_MEETING.search(b.text)]
    dated = any(date_mentions(b.text, None) for b in of_meeting)
    return of_meeting if dated else title


def _of_the_meeting(text: str) -> Sequence[DateMention]:
    """The dates of a line of the title; of one with much before "Protokoll" those after it first."""
    found = date_mentions(one_day(_with_signs(text)), spring_of(text))
    named = NAMES_MEETING.search(text)
    if not found or named is None or named.start() - found[0].end < _FAR:
        return found
    return [m for m in found if m.start > named.start()] or found


def _with_signs(text: str) -> str:
    """The text, with "26 11 12" as a date: only in a title do spaced figures mean one."""
    return _SPACED.sub(r"\g<y>-\g<m>-\g<d>", text)


def spring_of(text: str) -> dt.date | None:
    """A day in the year that the title names ("Årsmöte 2026, torsdagen den 5 mars")."""
    year = re.search(r"\b((?:19|20)\d\d)\b(?![-/.]\d)", text)
    return dt.date(int(year.group(1)), 4, 1) if year else None


def _front_dates(outline: Outline) -> list[_Dated]:
    """Dates in the head, and those that stand alone on a line early in the text."""
    found = []
    for passage in outline.passages[:12]:
        text = passage.block.text
        titled = len(text) > 400 and NAMES_MEETING.search(text[:FRONT]) is not None
        text = text[:FRONT] if titled else text
        alone = titled or len(text) < 40 or passage.zone is Zone.HEAD or _HELD_ON.match(text)
        if alone and len(text) <= 400 and not _OTHER_MEETING.search(text):
            said = date_mentions(one_day(text), None)[:1]
            found += [(m, passage.block.source) for m in said]
    return found


def _opened_on(outline: Outline) -> list[_Dated]:
    """The day in the sentence that opens the meeting, where nothing above it says one."""
    return [
        (mention, passage.block.source)
        for passage in outline.in_zone(Zone.ITEM)[:_FIRST_PASSAGES]
        if OPENED.search(passage.block.text)
        for mention in date_mentions(one_day(passage.block.text), None)[:1]
    ]


def _titled_below(outline: Outline) -> list[_Dated]:
    """The day of a title that stands below the minutes, as on a page of the web."""
    return [
        (mention, passage.block.source)
        for passage in outline.passages
        if len(passage.block.text) < FRONT and _TITLE_BELOW.match(passage.block.text)
        for mention in date_mentions(passage.block.text, None)[:1]
    ]


def _of_year(title: Sequence[Block], spring: dt.date) -> list[_Dated]:
    """Days whose year another line of the title names: "Årsmöte 2026", and then "Lördag 1 mars"."""
    return [
        (mention, block.source)
        for block in title
        if not _OTHER_MEETING.search(block.text)
        for mention in date_mentions(block.text, spring)[:1]
    ]


def _disagreements(mention: DateMention, source: Source, others: Sequence[_Dated]) -> list[Remark]:
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
    head = of_this_meeting([p.block.text[:FRONT] for p in outline.in_zone(Zone.HEAD)])
    head += of_this_meeting([b.text[:FRONT] for b in title])
    head = [text for text in head if not (_OF_SOMEBODY.search(text) or is_post_stamp(text))]
    lasted = [
        p.block.text for p in outline.in_zone(Zone.ITEM) if _LASTED.search(p.block.text, p.folded)
    ]
    start = end = None
    for text in [*stated, *head, *lasted]:
        if start is None:
            start, end = clock_span(without_dates(text))
    titles = {item.id: item.title for item in outline.items}
    telling = [title for title in titles.values() if holds_any(title.casefold(), _TELL_WHEN)]
    for title_text in telling:
        folded = title_text.casefold()
        if start is None and holds_any(folded, _OPENING):
            start = clock_span(without_dates(title_text))[0]
        if end is None and holds_any(folded, _ENDING):
            end = clock_span(without_dates(title_text))[0]
    for passage in outline.in_zone(Zone.ITEM, Zone.SIGNATURES):
        if start is not None and end is not None:
            break
        text, title_text = passage.block.text, titles.get(passage.item or "", "")
        if title_text not in telling and not holds_any(passage.folded, _TELL_WHEN):
            continue
        if not _DIGIT.search(text):
            continue
        context = f"{title_text} {text}"
        folded = context.casefold()
        told = (text, context[:120])
        opened = holds_any(folded, _OPENING) and any(map(OPENED.search, told))
        closed = holds_any(folded, ("slut", *_ENDING)) and any(map(_CLOSED.search, told))
        if start is None and opened:
            start = clock_span(without_dates(text))[0]
        if end is None and closed:
            end = clock_span(without_dates(text))[0]
    return start, end


def without_dates(text: str) -> str:
    """The text with blanks for its dates, so that no figure of them is taken for an hour."""
    text = one_day(text)
    for mention in reversed(date_mentions(text, dt.date(2000, 1, 1))):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text
