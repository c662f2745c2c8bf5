"""Of which meeting the minutes are: body, date, times, place, chair, secretary, justerare."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.reading.blocks import Block, BlockKind, ReadDocument, Remark, Source
from minutes.recognition.dates import DateMention, clock_span, date_mentions
from minutes.recognition.findings import Attendee, Header, MinutesKind
from minutes.recognition.headings import label_of
from minutes.recognition.names import Roster, is_given_name, is_person_name
from minutes.recognition.outline import Outline, Zone
from minutes.recognition.people_lists import split_people
from minutes.recognition.rules.title import body_and_organisation, kind_of
from minutes.recognition.vocabulary import FIELD_LABELS, PRESENCE_LABELS

_OPENED = re.compile(
    r"\b(?:mötet|sammanträdet|stämman|årsmötet|möte)\b[^.]{0,40}?\böppna(?:s|des|t|de)\b|\böppna(?:r|de|s|des)\s+(?:mötet|sammanträdet|stämman)\b|^\s*öppna",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:mötet|sammanträdet|stämman|årsmötet)\b[^.]{0,60}?\bavsluta(?:s|des|t|de)\b|\bavsluta(?:r|de|s|des)\s+(?:mötet|sammanträdet|stämman|dagens)\b|\bslut(?:tid)?:",
    re.IGNORECASE,
)
_ELECTED = {
    "chair": re.compile(r"\btill\s+(?:mötes)?ordförande\b(?!\s+för\s+(?!mötet|dagens|årsmötet|stämman))", re.IGNORECASE),
    "secretary": re.compile(r"\btill\s+(?:mötes)?sekreterare\b", re.IGNORECASE),
    "adjusters": re.compile(r"\b(?:till\s+(?:protokolls?)?(?:justerare|justerings\w+)|att\b[^.]{0,60}\bjustera\b|att\s+justera|som\s+justerare)", re.IGNORECASE),
}  # fmt: skip
_CHOSEN = re.compile(r"\b(?:väljs|valdes|valde|vald|valda|utses|utsågs|utsåg|utsedd|välja|utse|väljer|utser|omvaldes)\b", re.IGNORECASE)
_OPENING_CHAIR = re.compile(
    r"(?:ordförande(?:n)?\s+)?(?P<name>[A-ZÅÄÖ][\wåäöé-]+(?:\s(?:von|af|de)?\s?[A-ZÅÄÖ][\wåäöé-]+){0,3})\s+(?:hälsar|hälsade|förklarar|förklarade|öppnar|öppnade|inleder|inledde)\b[^.]{0,60}(?:välkom|öppnat|mötet|sammanträdet|stämman)",
)
_PLACE_PHRASE = re.compile(
    r"\b(?:i|på|hos|via)\s+((?:[A-ZÅÄÖ][\wåäö'’-]+|Teams|Zoom|sal(?:en)?|lokal\w*|\w*rum\w*)(?:\s+(?:[A-ZÅÄÖ\d][\wåäö'’-]*|i|på|och|vid)){0,5})"
)


@dataclass
class _Fields:
    """What has been read so far; the first statement of a field stands."""

    values: dict[str, str]
    sources: dict[str, Source]

    def put(self, name: str, value: str, source: Source) -> None:
        value = value.strip(" .:;,\t-–_")
        if value and name not in self.values:
            self.values[name] = value
            self.sources[name] = source


def header(
    document: ReadDocument, outline: Outline, people: Sequence[Attendee], roster: Roster, filename: str
) -> tuple[Header, list[Remark]]:
    """The head of the minutes, and remarks where its statements do not agree."""
    fields = _Fields({}, {})
    for block, value_block in _labelled(outline):
        _take_label(fields, block, value_block)
    _elected(fields, outline)
    _opening(fields, outline)
    _by_role(fields, people)
    date, date_source, remarks = _date(document, outline, fields, filename)
    start, end = _times(fields, outline)
    title = _title_blocks(document, outline)
    body, organisation = body_and_organisation(title, fields.values.get("body"))
    if date_source:
        fields.sources["date"] = date_source
    return Header(
        is_minutes=True,
        kind=kind_of(title, document, outline),
        title=title[0].text if title else None,
        organisation=organisation,
        body=body,
        date=date,
        start=start,
        end=end,
        place=_place(fields),
        chair=_one_person(fields, "chair", roster),
        secretary=_one_person(fields, "secretary", roster),
        adjusters=tuple(_adjusters(fields, roster)),
        sources=dict(fields.sources),
    ), remarks


# --- labels -------------------------------------------------------------------------------------


def _labelled(outline: Outline) -> Iterator[tuple[Block, Block | None]]:
    """Blocks that begin with a label of the head, with the block after it."""
    passages = [p for p in outline.passages if p.zone is not Zone.APPENDIX]
    for passage, following in zip(passages, [*passages[1:], None], strict=True):
        yield passage.block, following.block if following else None


def _take_label(fields: _Fields, block: Block, following: Block | None) -> None:
    if block.kind is BlockKind.TABLE_ROW or block.cells:
        _take_cells(fields, block)
        return
    label, colon, value = block.text.partition(":")
    name = FIELD_LABELS.get(label_of(label))
    if name is not None and colon and value.strip() and len(value) < 200:
        fields.put(name, value, block.source)
    elif name is not None and following is not None and len(following.text) < 120:
        if FIELD_LABELS.get(label_of(following.text)) is None:
            fields.put(name, following.text, following.source)
    elif not colon and len(block.text) < 120:
        _take_prefix(fields, block)


def _take_prefix(fields: _Fields, block: Block) -> None:
    """ "Sekreterare Anna Berg", "Vid protokollet Anna Berg", "Ordförande\tBo Ek" on one line."""
    for label, name in FIELD_LABELS.items():
        if name in {"chair", "secretary", "adjusters"} and block.text.casefold().startswith(label + " "):
            rest = block.text[len(label) :].strip(" _.…-–")
            if is_person_name(rest) or (name == "adjusters" and split_people(rest)):
                fields.put(name, rest, block.source)
                return


def _take_cells(fields: _Fields, block: Block) -> None:
    cells = [cell.strip() for cell in block.cells if cell.strip()]
    for cell, following in zip(cells, [*cells[1:], ""], strict=True):
        label, colon, value = cell.partition(":")
        name = FIELD_LABELS.get(label_of(label))
        if name is None or PRESENCE_LABELS.get(label_of(label)):
            continue
        stated = value if colon and value.strip() else following
        if stated and FIELD_LABELS.get(label_of(stated)) is None:
            fields.put(name, stated, block.source)


# --- chair, secretary, justerare in the text -----------------------------------------------------


def _elected(fields: _Fields, outline: Outline) -> None:
    """ "Till ordförande för mötet valdes Anna Berg"; "Bo Ek utses att justera protokollet"."""
    titles = {item.id: item.title for item in outline.items}
    for passage in outline.in_zone(Zone.ITEM):
        text = passage.block.text
        if len(text) > 400:
            continue
        context = titles.get(passage.item or "", "")
        for name, pattern in _ELECTED.items():
            if name in fields.values or not (pattern.search(text) or _elects(context, name)):
                continue
            people = [p.name for p in split_people(_names_only(text))]
            if people and (_CHOSEN.search(text) or _elects(context, name)):
                chosen = people if name == "adjusters" else people[:1]
                fields.put(name, ", ".join(chosen), passage.block.source)


def _elects(title: str, name: str) -> bool:
    words = {"chair": r"val av (?:mötes)?ordförande", "secretary": r"val av (?:mötes)?sekreterare",
             "adjusters": r"(?:val av|utseende av)\b.*juster|^justering|^justerare"}[name]  # fmt: skip
    if name == "chair" and re.search(r"val av ordförande för", title, re.IGNORECASE):
        return False
    return bool(re.search(words, title, re.IGNORECASE))


def _names_only(text: str) -> str:
    """The full names of the sentence, as a list."""
    names = re.findall(
        r"(?<![\wåäö-])[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?:\s(?:von|af|de|van)?\s?[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?){0,3}",
        text,
    )
    return ", ".join(name for name in names if is_given_name(name.split()[0]) or is_person_name(name))


def _opening(fields: _Fields, outline: Outline) -> None:
    for passage in [*outline.in_zone(Zone.ITEM)][:12]:
        match = _OPENING_CHAIR.search(passage.block.text)
        if match:
            words = match["name"].split()
            while words and not is_given_name(words[0]):
                words = words[1:]
            if words:
                fields.put("chair", " ".join(words), passage.block.source)
            return


def _by_role(fields: _Fields, people: Sequence[Attendee]) -> None:
    for person in people:
        role = (person.role or "").casefold()
        if re.match(r"(?:mötes)?ordf", role):
            fields.put("chair", person.name, person.source)
        elif re.match(r"(?:mötes|nämnd)?sekr|protokollförare|vid protokollet", role):
            fields.put("secretary", person.name, person.source)
        elif re.match(r"(?:protokolls?)?juster", role):
            fields.put("adjusters", person.name, person.source)


def _one_person(fields: _Fields, name: str, roster: Roster) -> str | None:
    text = fields.values.get(name)
    if text is None:
        return None
    people = split_people(text)
    if not people:
        return None
    return roster.resolve(people[0].name)


def _adjusters(fields: _Fields, roster: Roster) -> list[str]:
    people = split_people(fields.values.get("adjusters", ""))
    return [roster.resolve(person.name) for person in people]


# --- date, times, place -------------------------------------------------------------------------


def _date(
    document: ReadDocument, outline: Outline, fields: _Fields, filename: str
) -> tuple[dt.date | None, Source | None, list[Remark]]:
    """The text wins over the title, the title over the file's name; a remark where they differ."""
    stated = [
        (mention, fields.sources[name])
        for name in ("date", "time", "place")
        if name in fields.values
        for mention in date_mentions(fields.values[name], None)[:1]
    ]
    titled = [
        (mention, block.source)
        for block in _title_blocks(document, outline)
        for mention in date_mentions(block.text, None)[:1]
    ]
    margins = [
        (mention, block.source)
        for block in document.blocks
        if block.kind is BlockKind.PAGE_MARGIN
        for mention in date_mentions(block.text, None)[:1]
    ]
    front = _front_dates(outline)
    named = [(m, Source(1, 1)) for m in date_mentions(re.sub(r"[_ ]", "-", filename), None)[:1]]
    ordered = [*stated, *titled, *front, *margins]
    if not ordered:
        return (named[0][0].date, None, []) if named else (None, None, [])
    mention, source = ordered[0]
    remarks = _disagreements(mention, source, [*stated, *titled, *named])
    return mention.date, source, remarks


def _front_dates(outline: Outline) -> list[tuple[DateMention, Source]]:
    """Dates in the head, and those that stand alone on a line early in the text."""
    found = []
    for position, passage in enumerate(outline.passages[:12]):
        text = passage.block.text
        alone = len(text) < 40 or passage.zone is Zone.HEAD
        if not alone or len(text) > 400:
            continue
        if re.search(r"\b(?:föregående|förra|nästa|senast|justera)", text, re.IGNORECASE):
            continue
        found += [(m, passage.block.source) for m in date_mentions(text, None)[:1]]
    return found


def _disagreements(
    mention: DateMention, source: Source, others: Sequence[tuple[DateMention, Source]]
) -> list[Remark]:
    remarks = []
    for other, where in others:
        if other.date != mention.date:
            remarks.append(
                Remark(
                    "date-differs",
                    f"Dokumentet anger två datum: {mention.date} och {other.date}. {mention.date} används.",
                    where,
                )
            )
            break
    if not mention.weekday_fits:
        remarks.append(
            Remark("weekday-differs", f"Veckodagen stämmer inte med datumet {mention.date}.", source)
        )
    return remarks


def _times(fields: _Fields, outline: Outline) -> tuple[dt.time | None, dt.time | None]:
    start = end = None
    for name in ("time", "date", "place"):
        if name in fields.values and start is None:
            start, end = clock_span(_without_dates(fields.values[name]))
    if start is None:
        for passage in outline.in_zone(Zone.HEAD):
            if len(passage.block.text) < 200 and start is None:
                start, end = clock_span(_without_dates(passage.block.text))
    titles = {item.id: item.title for item in outline.items}
    for passage in outline.in_zone(Zone.ITEM, Zone.SIGNATURES):
        title = titles.get(passage.item or "", "")
        text = passage.block.text
        for place, context in ((text, text), (text, f"{title} {text[:80]}")):
            if start is None and _OPENED.search(context):
                start = clock_span(_without_dates(place))[0]
            if end is None and _CLOSED.search(context):
                end = clock_span(_without_dates(place))[0]
    return start, end


def _without_dates(text: str) -> str:
    for mention in reversed(date_mentions(text, dt.date(2000, 1, 1))):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _place(fields: _Fields) -> str | None:
    if "place" in fields.values:
        text = fields.values["place"]
    elif "time" in fields.values:
        text = fields.values["time"]
        mixed = _PLACE_PHRASE.search(_without_dates(text))
        if mixed:
            return mixed.group(1).strip()
        text = re.split(r"\bkl\b|\d{1,2}[.:]\d\d", _without_dates(text))[0]
    else:
        return None
    text = re.sub(r",?\s*(?:kl(?:ockan|\.)?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?", "", _without_dates(text))
    text = " ".join(text.split()).strip(" ,.;:-–")
    return text if re.search(r"[A-Za-zÅÄÖåäö]{2}", text) else None


def _title_blocks(document: ReadDocument, outline: Outline) -> list[Block]:
    """The lines of the head that may name the meeting, page headers after them."""
    head = [
        p.block
        for p in outline.in_zone(Zone.HEAD)
        if len(p.block.text) < 200
        and label_of(p.block.text) not in PRESENCE_LABELS
        and FIELD_LABELS.get(label_of(p.block.text)) is None
    ]
    margins = [b for b in document.blocks if b.kind is BlockKind.PAGE_MARGIN]
    front = sorted(head, key=lambda block: (block.kind is not BlockKind.HEADING, block.source))
    return [*front[:8], *margins[:6]]
