"""Meetings that the minutes announce: "Nästa möte: 14 juni kl. 13.15–15.00 (Medborgarhuset)"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import AnnouncedMeeting, Item
from minutes.recognition.language.clock import clock_behind_day, clock_span
from minutes.recognition.language.dates import (
    LONG_WEEKDAY,
    NUMBERS,
    DateMention,
    date_mentions,
)
from minutes.recognition.language.sentences import Sentence, sentences
from minutes.recognition.language.vocabulary import A_MEETING, FIELD_LABELS
from minutes.recognition.language.words import holds_any
from minutes.recognition.layout.labels import label_of
from minutes.recognition.layout.outline import Passage, Zone
from minutes.recognition.rules.days_ahead import (
    Hours,
    days_of,
    hours_of_all,
    moved_from,
    yet_to_come,
)
from minutes.recognition.rules.places_ahead import place_ahead
from minutes.recognition.rules.titled_ahead import fixes_day, in_titles, is_of_meeting
from minutes.recognition.rules.told_below import told_below
from minutes.recognition.rules.whose_meeting import of_another_body

_ANNOUNCES = regex(
    r"\b(?:(?:nästa|kommande|nästkommande|följande|näst-?nästa)\s+(?:(?:termins|periods|säsongs|ordinarie|extra|fysiska|digitala|planerade|inplanerade)\s+)*(?:[\w-]*(?:möte\w*|sammanträde\w*|träff\w*|stämma\w*|årsmöte\w*)|avstämning|APT|gång|tillfälle)|"
    r"(?:mötes|sammanträdes)(?:datum|dagar|tider)|mötesplan|sammanträdesplan|(?:höstens|vårens|årets|kommande)\s+möten|datum\s+för\s+[\w\s]*(?:möte|stämma|träff)\w*|nästa\s+(?:(?-i:[A-ZÅÄÖ]{3,})|[\w]+grupp\w*|forum|\w*råd)|next\s+(?:\w+\s+)?meeting\w*|(?:vi|styrelsen|gruppen|nämnden|rådet)\s+(?:ses|träffas|möts)\s+(?:igen|nästa\s+gång|åter)|"
    r"samma\s+tid\b[^.]{0,25}?\b(?:nästa\s+vecka|om\s+\w+\s+veckor?)|"
    rf"(?:års|styrelse|planerings|medlems|arbets|grupp|kommitté|råds|höst|vår){A_MEETING}\w*\s+(?:blir|sätts|sattes|hålls|äger\s+rum|planeras|bokas|är\s+(?:planera|boka|inplanera|bestäm)\w+)|"
    r"stämman\s+(?:hålls|blir|(?:bestämdes|sätts|sattes|planeras)\s+till)|(?:stämman|årsmötet|årsstämman)\s+kommer\s+att\s+(?:hållas|äga\s+rum)|"
    rf"^(?:(?:nytt|extra|konstituerande)\s+(?:\w*möte|\w*stämma)|(?:medlems|års|höst|vår|månads|styrelse|nätverks|planerings|råds)möte|förenings?stämma|årsstämma)\s+(?:(?:hålls|äger\s+rum|(?:är\s+)?(?:bestäm|bok|planera|fastställ)\w+(?:\s+till)?|blir)\s+)?(?=(?:den\s+)?\d|(?:{LONG_WEEKDAY}|månd?|tisd?|onsd?|torsd?|fred?|lörd?|sönd?|v(?=\.?\s?\d)|vecka)\.?\s)|"
    rf"^vi\s+(?:ses|träffas|möts)\s+(?:på\s+)?(?=(?:den\s+)?\d|(?:{LONG_WEEKDAY}|mån|tis|ons|tors?|fre|lör|sön)(?:en)?\.?\s+(?:den\s+)?\d)(?!.*\s(?:för|och)\s)|"
    r"(?:är|hålls|blir)\s+det\s+(?:ett\s+)?(?:extra\s+|ordinarie\s+|nästa\s+|nytt\s+)*(?:[a-zåäö]*möte|[a-zåäö]*stämma))\b",
    re.IGNORECASE,
)
_MAY_ANNOUNCE = (
    "nästa",
    " igen",
    "kommande",
    "möte",
    "sammanträ",
    "stämma",
    "avstämning",
    "höstens",
    "vårens",
    "next",
    "vi ses",
    "samma tid",
)
_NOT_OURS = regex(
    r"\bmöte\w*\s+med\s+(?!styrelsen|nämnden|gruppen|rådet|medlemmarna)"
    rf"|\b(?!(?:[\wåäö]*(?:styrelse|grupp|nämnd|kommitté|utskott)|råd|rådet|förening|stämman|möte|dag|måndag|tisdag|onsdag|torsdag|fredag)(?:e?n|et)?s\s)[a-zåäö]{{4,}}s\s+nästa\s+(?:styrelse)?{A_MEETING}\b",
    re.IGNORECASE,
)
_ANY_DAY = dt.date(2000, 1, 1)  # only to see that a day is named
_SAME_TIME = regex(
    r"\bsamma\s+tid(?:\s+och\s+(?:plats|ställe))?\s+(?:nästa\s+vecka|om\s+(?P<weeks>en|två|tre|fyra|\d)\s+veckor?)\b",
    re.IGNORECASE,
)
_HOUR_FIRST = regex(
    r"(?:\bkl(?:ockan|\.)?\s*\d{1,2}(?:[.:]\d\d)?|(?<![\d.:])\d{1,2}[.:]\d\d)(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?\s*\(?(?:på\s+|den\s+)?(?:\w+dag(?:en)?\s+)?(?:den\s+)?$",
    re.IGNORECASE,
)
# "Förslag på nya mötesdagar"; "inför nästa möte" is when something else is due.
_PROPOSED_DAYS = regex(r"\bförslag\s+(?:på|till)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SETS_DUE = regex(r"\b(?:innan|före|inför|till|senast|på|vid)\s+(?:\w+\s+)?$", re.IGNORECASE)
# Titles that say so only because nothing but days stands below them.
_ONLY_DAYS = regex(
    r"(?:nästa|nytt\s\w*möte|(?:möten|datum|mötestider)(?:\s+(?:(?:under|i|inför)\s+)?(?:hösten|våren|höst|vår|ht|vt))?(?:\s*\d{4})?)\W*",
    re.IGNORECASE,
)
# "Mål inför nästa möte": by when something is due.
_OF_TASKS = regex(
    r"(?:mål|målsättning\w*|(?:hem|arbets)?(?:uppgift|läx)\w*|att göra|planering)\s(?:till|tills|inför|för|före)\s",
    re.IGNORECASE,
)
_WELCOME = regex(r"\bvälkomn?a?r?(?:de)?\s+(?:\w+\s+)?till\s+(?:\w+\s+)?$", re.IGNORECASE)
_NOT_OF_MEETING = regex(
    r"\b(?:sedan(?!\s+tidigare)|senast|justera\w*|skickas|lämnas|anmäl\w*|kallelse)\b",
    re.IGNORECASE,
)


class This(NamedTuple):
    """When and where the meeting began that announces the others."""

    start: dt.time | None
    place: str | None


def meetings_ahead(
    passages: Sequence[Passage],
    items: Sequence[Item],
    base: dt.date | None,
    own_body: str | None = None,
    start: dt.time | None = None,
    place: str | None = None,
) -> tuple[AnnouncedMeeting, ...]:
    """The meetings announced of `own_body`, the one that met, in the text's order, each day once.

    `start` is when this one began, and `place` where: the next is often held then and there.

    Those of which only the week or no year is known come last, without a date.
    """
    titles = {item.id: item.title for item in items}
    found: dict[tuple[dt.date | None, dt.time | None], AnnouncedMeeting] = {}
    weeks: dict[str | None, AnnouncedMeeting] = {}
    announced = _announced(passages, titles, base, own_body, This(start, place))
    for meeting in (*announced, *in_titles(items, base)):
        if meeting.date is None:
            weeks.setdefault(meeting.note, meeting)
            continue
        same_day = [key for key in found if key[0] == meeting.date]
        if any(key[1] is not None for key in same_day) and meeting.start is None:
            continue
        for key in same_day:
            if key[1] is None:
                del found[key]
        found.setdefault((meeting.date, meeting.start), meeting)
    told = [m for m in found.values() if base is None or (m.date and m.date > base)]
    return (*told, *weeks.values())


_SHORT_POINT = 90  # characters; "Inget möte i juli" does not end a list of days
_LONGEST_LEAD = 160
# "Nästa möte: vecka 29?", a day not yet fixed; "V14/17" is a week with its year.
_WEEK_ONLY = regex(
    r"^\W*(?:(?:nästa|kommande)\s+(?:\w*möte|sammanträde|träff)(?:\s+(?:är|blir|hålls|i|under))*)?\W*"
    r"(?P<said>(?:v(?:ecka)?\.?\s?)(?P<week>[1-5]?\d)(?:/(?:20)?\d\d)?)\s*[?.]?\s*$",
    re.IGNORECASE,
)


def _announced(
    passages: Sequence[Passage],
    titles: dict[str, str],
    base: dt.date | None,
    own_body: str | None,
    this: This,
) -> list[AnnouncedMeeting]:
    announcing = {
        title
        for title in titles.values()
        if (_ANNOUNCES.search(title) and not _OF_TASKS.match(title)) or _ONLY_DAYS.fullmatch(title)
    }
    of_meetings = {title for title in titles.values() if is_of_meeting(title)}
    found: list[AnnouncedMeeting] = []
    above: str | None = None  # the item of the day right above
    listing: str | None = None  # the item in which a lead-in announced a list
    hours: Hours = (None, None)  # of every day of the list
    for passage in passages:
        title = titles.get(passage.item or "", "")
        block = passage.block
        if found and above == passage.item and (more := told_below(found[-1], block.text)):
            found[-1] = more
            continue
        if passage.zone is Zone.HEAD and FIELD_LABELS.get(label_of(block.text)) == "date":
            continue  # "Sammanträdesdatum: …" says when this one was, though another day be taken
        under_title = title in announcing or (title in of_meetings and fixes_day(block.text))
        if not under_title and listing is None and not holds_any(passage.folded, _MAY_ANNOUNCE):
            above = None
            continue
        lead = _is_lead(block)
        listed = listing is not None and listing == (passage.item or "")
        goes_on = block.kind is BlockKind.LIST_ITEM and len(block.text) < _SHORT_POINT
        if listed and not date_mentions(block.text, base) and not lead and not goes_on:
            listing, hours = None, (None, None)
            listed = False
        if under_title and (told := hours_of_all(block.text, base))[0]:
            hours = told
        before = len(found)
        for sentence in sentences(block):
            text = sentence.text
            if _NOT_OURS.search(text) or of_another_body(text, own_body):
                continue
            if _ANNOUNCES.search(text) or under_title or listed:
                after = found[-1].date if found and (under_title or listed) else None
                found += _meetings(sentence, base, this, hours, after, listed=under_title or listed)
        above = passage.item if len(found) > before else None
        if lead and (block.text.rstrip().endswith(":") or not date_mentions(block.text, base)):
            listing = passage.item or ""
            hours = hours_of_all(block.text, base)
    return found


def _is_lead(block: Block) -> bool:
    """Whether it may lead in a list of days: "Kommande möten:"."""
    follows = block.text.rstrip(" .").endswith((":", "enligt följande"))
    return (
        len(block.text) < (_LONGEST_LEAD if follows else _SHORT_POINT)
        and block.kind is not BlockKind.TABLE_ROW
        and bool(_ANNOUNCES.search(block.text))
        and not _OF_TASKS.match(block.text)
    )


def _meetings(
    sentence: Sentence,
    base: dt.date | None,
    this: This,
    hours: Hours,
    after: dt.date | None,
    *,
    listed: bool,
) -> Iterator[AnnouncedMeeting]:
    text = sentence.text
    mentions, announced = days_of(text, base), _ANNOUNCES.search(text)
    common = hours_of_all(text, base)
    common = common if common[0] else hours
    same = _SAME_TIME.search(text) if base and not mentions else None
    if same and base and not date_mentions(sentence.block.text[sentence.end :], base):
        count = NUMBERS.get(same["weeks"].casefold()) or int(same["weeks"]) if same["weeks"] else 1
        source = sentence.part(*same.span()).source
        where = place_ahead("", text[same.start() :], this.place)
        yield AnnouncedMeeting(base + dt.timedelta(weeks=count), source, this.start, place=where)
        return
    if not mentions and (week := _WEEK_ONLY.search(text)):
        said = sentence.part(*week.span("said")).source
        yield AnnouncedMeeting(None, said, note=f"vecka {week['week']}")
        return
    if not mentions and base is None and announced:
        yield from _of_an_unknown_year(sentence)
        return
    for position, mention in enumerate(mentions):
        before = text[announced.end() : mention.start] if announced else ""
        before = before or (text[: mention.start] if listed else "")
        prefix = text[: announced.start()] if announced and announced.end() <= mention.start else ""
        due = announced and _SETS_DUE.search(prefix) and not _WELCOME.search(prefix)
        if due and not _PROPOSED_DAYS.search(prefix):
            continue
        if not listed and (announced is None or len(before) > 90):
            continue
        if _NOT_OF_MEETING.search(before):
            continue
        end = mentions[position + 1].start if position + 1 < len(mentions) else len(text)
        behind = text[mention.end : end]
        if end < len(text) and moved_from(behind):
            common = clock_span(behind)
            continue
        if len(mentions) == 1 and not clock_behind_day(behind)[0] and _HOUR_FIRST.search(before):
            behind = f"{before.strip()} {behind}"  # "… samlas kl 14 den 5 november"
        in_list = base is not None and any(m.date > base for m in mentions[:position])
        in_list = in_list or (after is not None and mention.date < after)
        day = yet_to_come(mention, text, base, in_list=in_list)
        where = place_ahead(text[: mention.start], behind, this.place)
        yield _meeting(sentence, day, behind, common, where)


def _of_an_unknown_year(sentence: Sentence) -> Iterator[AnnouncedMeeting]:
    """As in "Nästa möte är den 9/12 kl. 17", where the day of this one is not known."""
    for mention in date_mentions(sentence.text, _ANY_DAY)[:1]:
        start, end = clock_span(sentence.text[mention.end :])
        day = sentence.text[mention.start : mention.end].strip(" .")
        source = sentence.part(mention.start, mention.end).source
        yield AnnouncedMeeting(None, source, start, end, note=day)


def _meeting(
    sentence: Sentence, mention: DateMention, after: str, hours: Hours, where: str | None
) -> AnnouncedMeeting:
    """The meeting of that day, at the hours told after it, or at those of the whole list."""
    start, end = clock_behind_day(after)
    if start is None:
        start, end = hours
    note = "preliminärt" if re.search(r"\bprel|förslag", sentence.text, re.IGNORECASE) else None
    return AnnouncedMeeting(
        date=mention.date,
        source=sentence.part(mention.start, mention.end).source,
        start=start,
        end=end,
        place=where,
        note=note,
    )
