"""Whether the document is the record of a meeting at all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, ReadDocument
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.finite import tells
from minutes.recognition.language.somebody_does import somebody_does
from minutes.recognition.language.vocabulary import A_MEETING
from minutes.recognition.language.words import holds_any
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.modes import heads_actions
from minutes.recognition.rules.actions.parts_of_people import names_person
from minutes.recognition.rules.actions.task_lists import heads_tasks
from minutes.recognition.rules.attendance.everybody import everybody_came
from minutes.recognition.rules.english_papers import english_does, for_english_minutes
from minutes.records import record

_MINUTES_TITLE = regex(
    rf"protokoll?(?!\s*mall)|minnesanteckning|anteckningar\s+(?:från|av|efter|vid)\b|mötesanteckning|\bminutes\b|\bmeeting notes\b|\breferat\b|\b(?:summering|sammanfattning|sammandrag|noteringar|rapport)\s+(?:av|från)\s+(?:\w+\s+)?\w*{A_MEETING}[tn]?\b|\bmøtebok\b",
    re.IGNORECASE,
)
# "KALLELSE 1(2) Organ …", "Kassörens arbetsuppgifter": what it calls itself.
_CALLED = regex(
    r"(?:\d{1,2}\s)?(?:(?:KALLELSE|FÖREDRAGNINGSLISTA|KUNGÖRELSE)\b|(?:Inbjudan|Kallelse) till\b)"
    r"|(?i:(?:[\wåäö]+s\s)?(?:arbetsuppgifter|ansvarsområden|uppgifter\s+som\s[\wåäö]+|(?:roll|befattnings|uppgifts)beskrivning(?:ar)?"
    r"|checklista|årshjul|rutin(?:er)?)(?:\s(?:för|som)\s.{3,50})?)$"
)
_INVITES = regex(
    r"(?:^|[.!]\s+)(?:Hjärtligt |Varmt )?[Vv]älkom(?:men|na) (?:till|den \d|(?:mån|tis|ons|tors|fre|lör|sön)dag)",
    re.MULTILINE,
)
# What a paper is that has this over it, where nobody is listed and hardly anything is told.
_ONLY_AGENDA = regex(
    r"(?:[\wåäö-]+s\s)?(?:dagordning(?:en)?|föredragningslista|ärendelista|agenda)(?:\s(?:för|till|vid|inför|[\d(]).{2,80})?:?",
    re.IGNORECASE,
)
_RULEBOOK = regex(
    r"\b(?:stadgar|stadga|uppdragsbeskrivning|uppdragsdirektiv|direktiv|projektdirektiv|policy|riktlinje\w*|reglemente|arbetsordning|instruktion|verksamhetsplan|projektplan|mall|delegationsordning)\b",
    re.IGNORECASE,
)
PLACEHOLDER = regex(
    r"\{[A-Za-zÅÄÖåäö _-]+\}|\[(?:namn|datum|tid|plats|ange|skriv|fyll|text|organ|rubrik)[^\]]*\]|<(?:namn|datum|tid|plats|ange)[^>]*>|\b(?:ÅÅÅÅ|YYYY|20XX|åååå)\b|\bXX[:-]XX\b|klicka\s+här\s+för\s+att\s+ange",
    re.IGNORECASE,
)
_MEETING_OF = regex(
    r"(?<!ästa )(?<!rra )(?<!ande )\b(?:\w*(?:styrelse|medlems|års|höst|vår|grupps?|arbets|kommitté|råds|vecko|månads|projekt|team)?(?:möte|stämma)t?"
    r"|stand-?up|\w*avstämning|retrospektiv)\s+(?:(?:v\.?|vecka)\s?(?=\d)|[–-]\s+|(?:i|med|för)\s+(?:[\w-]+\s+){1,6}?)?(?:den\s+)?\d{1,4}[-/. ]",
    re.IGNORECASE,
)
# "Möte i byalaget 2026-04-23" on a line of its own.
_IS_MEETING = regex(
    r"(?:\w*möte|\w*stämma|\w*sammanträde)(?:\s+(?:i|med|för)(?:\s+[\w-]+){1,6}?)?,?\s+(?:\w+dagen\s)?(?:den\s+)?\d{1,4}[-/. ][\w-]+(?:[-/. ]\d{1,4})?",
    re.IGNORECASE,
)
# "Möte 1" and "Möte 2" over notes of each.
_NUMBERED = regex(r"^(?:möte|träff|avstämning)\s+\d{1,2}\b", re.IGNORECASE | re.MULTILINE)
# "Rådet enades om:" as the first words, with the clauses below.
_AGREED = regex(
    r"[A-ZÅÄÖ]\w+(?:\s\w+){0,3}?\s(?:enades\som|beslutade|beslöt|bestämde|kom\söverens\som)(?:\satt)?\s?:"
)
_NEXT_ONE = regex(r"\bnästa\s+\w*(?:möte|träff|sammanträde)\b[^.]{0,25}\d", re.IGNORECASE)
_AGENDA = regex(r"\b(?:dagordning|föredragningslista|agenda|kallelse|inbjudan)\b", re.IGNORECASE)
_LONGEST_TITLE = 80  # characters
_LONGEST_DATED = 120  # with the day and the place
# Of the text in lower case: to search it without regard to case costs three times as much.
_WRITTEN_BY = regex(r"\b(?:antecknat av|vid (?:anteckningarna|protokollet|pennan))\b")
_OF_A_MEETING = regex(
    r"föregående|övriga frågor|övrigt\b|nästa (?:möte|träff|sammanträde)|mötets öppnande|justerare",
    re.IGNORECASE,
)
_ENOUGH = 2  # signs of a meeting that was held
_PROMISES = 3  # no other paper has so many
# "Eva: ringer banken", "Boka lokal (Eva)"
_WITH_NAME = regex(
    r"[A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖ]\w*)?\s*:\s+\S|.*[^.?]\s\([A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖ]\w*)?\)\W*$"
)
_SHARED_OUT = 2  # tasks in a list, each with a name
_TOLD = 2  # sentences, or signs that a meeting was held
_FEWEST_WORDS = 9
_FEW_WORDS = 15  # fewer are minutes only with a day in the title, or people
_MET = regex(
    r"\bvi (?:sågs|träffades|möttes)\b|\b(?:hade vi|vi hade) (?:ett )?\w*(?:möte|träff)\b|\bmötet (?:hölls|ägde rum)\b"
)
# What calls itself so may tell of meetings and name people, and is no minutes.
_OTHER_PAPER = regex(
    r"(?:(?:verksamhets|revisions|års|förvaltnings)berättelse|årsredovisning|(?:motion|proposition)(?:er)?\s(?:till|om|nr|angående)\b|nyhetsbrev|medlemsbrev"
    r"|(?:instruktion(?:er)?|policy|stadgar|reglemente|arbetsordning)\s(?:för|mot|om)\b|pressmeddelande|valberedningens\sförslag|så(?:\shär)?\s(?:skriver|gör|håller|för)\s(?:du|ni|man)|(?:guide|handledning|lathund|råd|tips)\s(?:för|till|om)\b)",
    re.IGNORECASE,
)
_MINUTES = regex(r"protokoll(?!\s*mall)|anteckningar|\breferat\b", re.IGNORECASE)
_OF_MINUTES = regex(r"protokoll\s+(?:från|fört|vid)", re.IGNORECASE)
_EXTRACT = regex(r"\W*protokollsutdrag\b", re.IGNORECASE)
_ONE_LINE = 60  # words; so much may be minutes whose lines are lost
_MOST = 40_000  # characters are enough to tell what a document is
MAY_HOLD_PLACE = ("{", "[", "<", "åååå", "yyyy", "20xx", "xx:", "xx-", "klicka")
_HELD = regex(
    r"\b(?:öppnade[s]?|öppnar|öppnas|avslutade[s]?|avslutar|beslutar|fastställer|yrkar|yrkade|informerar|redovisar|anmäler|enades|bestämde|utsågs|tackade|lägger\s+\w+\s+till\s+handlingarna|förklarade[s]?|hälsade|hälsar|beslutats?|informerade|redovisade|berättade|berättar|diskuterades?|beslutade[s]?|beslöts?|valdes|godkändes|godkänns|läggs\s+(?:\w+\s+\w+\s+)?till\s+handlingarna|utses\s+att\s+(?:jämte|justera)|(?:till|åt)\s+\w+\s+uppdras|upprop\s+förrättas|gick(?:s|\s+vi)?\s+igenom|skrevs\s+på|reported|agreed|decided|approved|discussed|noted|vedtok|vedtatt|vedtaget|besluttet|besluttede|orienterte|orienterede|gjennomgått|gennemgået|drøftet|drøftede)\b",
)


@record
class _Paper:
    """What is weighed."""

    outline: Outline
    above: Sequence[str]  # its title and first lines
    titles: Sequence[str]  # those with which it may say what it is
    text: str
    words: int
    present: int
    away: bool
    spoken: int  # verbs with which minutes tell; nobody asks whether they are more than three
    does: int  # sentences of what somebody does
    of_a_day: bool
    dated: bool


def is_minutes(document: ReadDocument, outline: Outline, people: Sequence[Attendee]) -> bool:
    """Weighs what minutes have (who was there, what was said) against what other papers have."""
    paper = _paper(document, outline, people)
    if paper.words < _FEWEST_WORDS or _is_form(paper):
        return False
    score = _for(paper) - _against(paper)
    if outline.in_english:
        listed = bool(paper.present)
        score += for_english_minutes(document, outline, paper.above, paper.does, listed=listed)
    return score >= _ENOUGH or score + 3 * _shares_tasks_out(document.blocks) >= _ENOUGH


def _paper(document: ReadDocument, outline: Outline, people: Sequence[Attendee]) -> _Paper:
    top = [block.text for block in document.blocks[:2]]
    texts = [passage.block.text for passage in outline.without_appendices]
    margins = [b.text for b in document.blocks if b.kind is BlockKind.PAGE_MARGIN][:4]
    points = [item.title for item in outline.items[:1]]
    above = [document.title, *margins, *texts[:6], *points]
    text = "\n".join(texts)[:_MOST]
    return _Paper(
        outline=outline,
        above=above,
        titles=list(_titles([document.title, *top, *texts[:6]])),
        text=text,
        words=len(text.split()),
        present=sum(person.presence is Presence.PRESENT for person in people),
        away=any(person.presence is Presence.ABSENT for person in people),
        spoken=_count(_HELD, text.casefold(), 3),
        does=english_does(text) if outline.in_english else somebody_does(text),
        of_a_day=_is_of_a_day(above),
        dated=any(map(_is_dated, above)),
    )


def _is_form(paper: _Paper) -> bool:
    """Whether nobody has filled it in."""
    unfilled = holds_any(paper.text.casefold(), MAY_HOLD_PLACE)
    if unfilled and paper.spoken < 3 and _count(PLACEHOLDER, paper.text, 2) >= 2:
        return True
    told = paper.spoken or paper.does or _written_words(paper.outline) >= 12
    return bool(paper.present) and not told and not _tells_something(paper.outline)


def _for(paper: _Paper) -> int:
    """The signs that a meeting was held and this is its record."""
    first = [passage.block.text.strip() for passage in paper.outline.passages[:3]]
    folded = paper.text.casefold()
    titles = [item.title for item in paper.outline.items]
    return sum(
        (
            min(paper.present, 2) + bool(paper.present),
            2 * (paper.away and not paper.present),
            3 * everybody_came(paper.outline),
            2 * bool(_MINUTES_TITLE.search(" ".join(paper.above))),
            paper.spoken,
            paper.does >= _PROMISES or (paper.of_a_day and paper.does > 0),
            bool(paper.outline.in_zone(Zone.SIGNATURES)),
            paper.of_a_day,
            paper.dated,
            paper.of_a_day and bool(_NEXT_ONE.search(paper.text)),
            bool(_MET.search(folded)),
            2 * bool(_WRITTEN_BY.search(folded)),
            any(map(_IS_MEETING.fullmatch, first)),
            2 * any(map(_AGREED.fullmatch, first)),
            bool(_OF_A_MEETING.search(" ".join(titles))),
            len(set(filter(names_person, titles))) > 1,
            2 * (_count(_NUMBERED, "\n".join(titles), 2) > 1),
        )
    )


def _against(paper: _Paper) -> int:
    """The signs that it is another paper; of some, only where nobody is listed who was there."""
    front = " ".join(paper.above)
    few = paper.words < _FEW_WORDS and not (paper.present or paper.of_a_day or paper.dated)
    score = 4 * few + 8 * any(map(_OTHER_PAPER.match, paper.titles))
    if paper.present:
        return score
    agenda = any(_ONLY_AGENDA.fullmatch(line.strip()) for line in paper.above)
    invites = any(_INVITES.search(passage.block.text) for passage in paper.outline.passages)
    signs = paper.spoken + paper.does + bool(_EXTRACT.match(front))
    return score + sum(
        (
            4 * any(map(_CALLED.match, paper.titles)),
            3 * (not paper.spoken and invites),
            3 * (paper.spoken < 3 and paper.does < _TOLD and agenda),
            4 * bool(_RULEBOOK.search(front) and not _OF_MINUTES.search(front)),
            3 * (signs < _TOLD and _tells_little(paper.outline)),
        )
    )


def _titles(lines: Iterable[str]) -> Iterator[str]:
    """Those down to the one that names the meeting: what is called below it is a point."""
    for line in lines:
        yield line
        if _is_dated(line) or _is_of_a_day([line]):
            return


def _is_dated(line: str) -> bool:
    """Whether it names minutes with their day: "Protokoll från styrelsemöte den 4 mars 2026"."""
    title = len(line) < _LONGEST_DATED and not line.endswith(".")
    return title and bool(_MINUTES.search(line) and date_mentions(line, None))


def _tells_little(outline: Outline) -> bool:
    """Whether hardly a line is longer than a title, and fewer than two are sentences."""
    body = [p.block.text for p in outline.in_zone(Zone.ITEM, Zone.HEAD)]
    words = [len(text.split()) for text in body]
    told = sum(text.count(". ") + 1 for text in body if text.endswith(".") and tells(text))
    return sum(number > 3 for number in words) < 2 and sum(words) < _ONE_LINE and told < _TOLD


def _is_of_a_day(lines: Sequence[str]) -> bool:
    """Whether a line names the meeting with its day, "Styrelsemöte 2026-03-04", and none an agenda."""
    titles = [line for line in lines if len(line) < _LONGEST_TITLE and line[-1:] != "."]
    if any(map(_AGENDA.search, titles)):
        return False  # the text may speak of an invitation all the same
    return bool(_MEETING_OF.search(" ".join(lines)))


def _shares_tasks_out(blocks: Sequence[Block]) -> bool:
    """Whether a list headed "Att göra" or "Till nästa gång" names somebody for its tasks."""
    listing, found = False, 0
    for block in blocks:
        if heads_actions(block.text) or heads_tasks(block.text):
            listing = True
        elif block.kind is BlockKind.HEADING:
            listing = False
        elif listing:
            found += bool(_WITH_NAME.match(block.text))
    return found >= _SHARED_OUT


def _count(expression: re.Pattern[str], text: str, most: int) -> int:
    """How often it stands in the text; nobody asks whether it is more than `most`."""
    return sum(1 for _ in islice(expression.finditer(text), most))


def _tells_something(outline: Outline) -> bool:
    """Whether a sentence stands in the text, however short the notes are."""
    texts = (p.block.text for p in outline.in_zone(Zone.ITEM, Zone.HEAD))
    return any(text.rstrip().endswith(".") and tells(text) for text in texts)


def _written_words(outline: Outline) -> int:
    """How many words stand under the items: a form that nobody has filled in has none."""
    inside = sum(len(p.block.text.split()) for p in outline.in_zone(Zone.ITEM))
    titles = sum(len(item.title.split()) for item in outline.items)
    return inside + titles // 4
