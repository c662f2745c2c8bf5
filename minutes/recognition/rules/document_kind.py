"""Whether the document is the record of a meeting at all."""

import re
from collections.abc import Sequence
from itertools import islice

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, ReadDocument
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.finite import tells
from minutes.recognition.language.somebody_does import somebody_does
from minutes.recognition.language.words import holds_any
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.modes import heads_actions
from minutes.recognition.rules.actions.parts_of_people import names_person
from minutes.recognition.rules.actions.task_lists import heads_tasks
from minutes.recognition.rules.attendance.everybody import everybody_came

_MINUTES_TITLE = regex(
    r"protokoll?(?!\s*mall)|minnesanteckning|anteckningar\s+(?:från|av|efter|vid)\b|mötesanteckning|\bminutes\b|\bmeeting notes\b|\breferat\b|\b(?:summering|sammanfattning|sammandrag|noteringar|rapport)\s+(?:av|från)\s+(?:\w+\s+)?\w*(?:mötet?|sammanträdet?|stämman?)\b|\bmøtebok\b",
    re.IGNORECASE,
)
SUMMONS = regex(
    r"\b(?:härmed\s+kallas|kallas\s+(?:du|ni|härmed|medlemmarna)|välkommen\s+till\s+(?:års|höst|vår|medlems|styrelse)?(?:möte|stämma)\b|^kallelse\s+till|förslag\s+till\s+dagordning:|inbjudan\s+till|du\s+kallas)",
    re.IGNORECASE,
)
# "KALLELSE 1(2) Organ …": what the paper calls itself in its first words.
_NOTICE = regex(
    r"(?:\d{1,2}\s)?(?:(?:KALLELSE|FÖREDRAGNINGSLISTA|KUNGÖRELSE)\b|(?:Inbjudan|Kallelse) till\b)"
)
_INVITES = regex(r"(?:^|[.!]\s+)(?:Hjärtligt |Varmt )?[Vv]älkom(?:men|na) till\b", re.MULTILINE)
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
# "Protokoll från samråd om vården den 19 september 2018"
_OF_WHAT_AND_WHEN = regex(
    r"\bprotokoll\s+(?:från|fört\s+vid)\s+[^.:]{3,120}?\s(?:den\s+)?\d{1,2}\s+\w+\s+\d{4}\b",
    re.IGNORECASE,
)
_DATED_TITLE = regex(
    r"(?:mötes|styrelse|års)?(?:protokoll|(?:minnes)?anteckningar)\b(?!\s*mall)[^.:\d]{0,40}(?:19|20)\d\d-?\d\d-?\d\d\s*$",
    re.IGNORECASE,
)
# "Rådet enades om:" as the first words, with the clauses below.
_AGREED = regex(
    r"[A-ZÅÄÖ]\w+(?:\s\w+){0,3}?\s(?:enades\som|beslutade|beslöt|bestämde|kom\söverens\som)(?:\satt)?\s?:"
)
_NEXT_ONE = regex(r"\bnästa\s+\w*(?:möte|träff|sammanträde)\b[^.]{0,25}\d", re.IGNORECASE)
_AGENDA = regex(r"\b(?:dagordning|föredragningslista|agenda|kallelse|inbjudan)\b", re.IGNORECASE)
_LONGEST_TITLE = 80  # characters
# Of these two and of the text in lower case: to search it so costs a third.
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
# What somebody does in an office, not after a meeting: "Kassörens arbetsuppgifter".
_DUTIES = regex(
    r"(?:[\wåäö]+s\s)?(?:arbetsuppgifter|ansvarsområden|uppgifter\s+som\s[\wåäö]+|(?:roll|befattnings|uppgifts)beskrivning(?:ar)?|checklista|årshjul|rutin(?:er)?)(?:\s(?:för|som)\s.{3,50})?",
    re.IGNORECASE,
)
_TOLD = 2  # sentences, or signs that a meeting was held
_FEWEST_WORDS = 9
_FEW_WORDS = 15  # fewer are minutes only with a day in the title, or people
_MET = regex(r"\bvi (?:sågs|träffades|möttes)\b|\bmötet (?:hölls|ägde rum)\b")
# What calls itself so in its title may tell of meetings, and is none.
_OTHER_PAPER = regex(
    r"(?:(?:verksamhets|revisions|års|förvaltnings)berättelse|årsredovisning|(?:motion|proposition)(?:er)?\s(?:till|om|nr|angående)\b|nyhetsbrev|medlemsbrev"
    r"|(?:instruktion(?:er)?|policy|stadgar|reglemente|arbetsordning)\s(?:för|mot|om)\b|pressmeddelande|valberedningens\sförslag|så(?:\shär)?\s(?:skriver|gör|håller|för)\s(?:du|ni|man)|(?:guide|handledning|lathund|råd|tips)\s(?:för|till|om)\b)",
    re.IGNORECASE,
)
_EXTRACT = regex(r"\W*protokollsutdrag\b", re.IGNORECASE)
_ONE_LINE = 60  # words; so much may be minutes whose lines are lost
_MOST = 40_000  # characters are enough to tell what a document is
MAY_HOLD_PLACE = ("{", "[", "<", "åååå", "yyyy", "20xx", "xx:", "xx-", "klicka")
_HELD = regex(
    r"\b(?:öppnade[s]?|öppnar|öppnas|avslutade[s]?|avslutar|beslutar|fastställer|yrkar|yrkade|informerar|redovisar|anmäler|enades|bestämde|utsågs|tackade|lägger\s+\w+\s+till\s+handlingarna|förklarade[s]?|hälsade|hälsar|beslutats?|informerade|redovisade|berättade|berättar|diskuterades|beslutade[s]?|beslöts?|valdes|godkändes|godkänns|läggs\s+(?:\w+\s+\w+\s+)?till\s+handlingarna|utses\s+att\s+(?:jämte|justera)|(?:till|åt)\s+\w+\s+uppdras|upprop\s+förrättas|gick(?:s)?\s+igenom|skrevs\s+på|reported|agreed|decided|approved|discussed|noted|vedtok|vedtatt|vedtaget|besluttet|besluttede|orienterte|orienterede|gjennomgått|gennemgået|drøftet|drøftede)\b",
)


def is_minutes(document: ReadDocument, outline: Outline, people: Sequence[Attendee]) -> bool:
    """Weighs what minutes have (who was there, what was said) against what other papers have."""
    text = " ".join(p.block.text for p in outline.without_appendices)[:_MOST]
    titles = " ".join(item.title for item in outline.items)
    margins = [b.text for b in document.blocks if b.kind is BlockKind.PAGE_MARGIN][:4]
    above = [
        document.title,
        *margins,
        *(p.block.text for p in outline.passages[:6]),
        *(i.title for i in outline.items[:1]),
    ]
    front, of_a_day = " ".join(above), _is_of_a_day(above)
    present = sum(1 for person in people if person.presence is Presence.PRESENT)
    folded = text.casefold()
    spoken = _count(_HELD, folded, 5)
    unfilled = holds_any(folded, MAY_HOLD_PLACE)
    placeholders = _count(PLACEHOLDER, text, 2) if unfilled else 0
    words = len(text.split())
    if words < _FEWEST_WORDS or (placeholders >= 2 and spoken < 3):
        return False
    score = (
        min(present, 2) + bool(present) + 2 * bool(_MINUTES_TITLE.search(front)) + min(spoken, 3)
    )
    score += bool(outline.in_zone(Zone.SIGNATURES)) + of_a_day + 3 * everybody_came(outline)
    score += of_a_day and bool(_NEXT_ONE.search(text))
    dated = any(map(_DATED_TITLE.match, above))
    score += bool(_MET.search(folded))
    score -= 4 * (words < _FEW_WORDS and not (present or of_a_day or dated))
    does = somebody_does("\n".join(p.block.text for p in outline.without_appendices)[:_MOST])
    score += does >= _PROMISES or (of_a_day and does > 0)
    score += bool(_OF_WHAT_AND_WHEN.search(front)) or dated
    score += 2 * (not present and any(each.presence is Presence.ABSENT for each in people))
    score += any(map(_IS_MEETING.fullmatch, (p.block.text.strip() for p in outline.passages[:3])))
    score += 2 * any(_AGREED.fullmatch(p.block.text.strip()) for p in outline.passages[:3])
    score += len({item.title for item in outline.items if names_person(item.title)}) > 1
    score += 2 * bool(_WRITTEN_BY.search(folded)) + bool(_OF_A_MEETING.search(titles))
    score -= 8 * any(_OTHER_PAPER.match(block.text) for block in document.blocks[:2])
    if not present:
        score -= _against(outline, above, text, spoken, does)
    elif not (spoken or does) and _written_words(outline) < 12 and not _tells_something(outline):
        return False
    return score >= _ENOUGH or score + 3 * _shares_tasks_out(document.blocks) >= _ENOUGH


def _against(outline: Outline, above: Sequence[str], text: str, spoken: int, does: int) -> int:
    """What speaks against minutes in a paper that lists nobody who was there."""
    front = " ".join(above)
    score = 4 * (any(map(_NOTICE.match, above)) or any(map(_DUTIES.fullmatch, above[:3])))
    invites = any(_INVITES.search(passage.block.text) for passage in outline.passages)
    score += 3 * (not spoken and invites)
    score += 3 * (spoken < 3 and any(_ONLY_AGENDA.fullmatch(line.strip()) for line in above))
    score += 3 * bool(SUMMONS.search(text[:3000]) and spoken < 5)
    score += 4 * bool(
        _RULEBOOK.search(front)
        and not re.search(r"protokoll\s+(?:från|fört|vid)", front, re.IGNORECASE)
    )
    signs = spoken + does + bool(_EXTRACT.match(front))
    score += 3 * (signs < _TOLD and _tells_little(outline))
    return score


def _tells_little(outline: Outline) -> bool:
    """Whether hardly a line is longer than a title, and fewer than two are sentences."""
    body = [p.block.text for p in outline.in_zone(Zone.ITEM, Zone.HEAD)]
    words = [len(text.split()) for text in body]
    told = sum(text.count(". ") + 1 for text in body if text.endswith(".") and tells(text))
    return sum(number > 3 for number in words) < 2 and sum(words) < _ONE_LINE and told < _TOLD


def _is_of_a_day(above: Sequence[str]) -> bool:
    """Whether a line names the meeting with its day, "Styrelsemöte 2026-03-04", and none an agenda."""
    titles = [line for line in above if len(line) < _LONGEST_TITLE and line[-1:] != "."]
    if any(map(_AGENDA.search, titles)):
        return False  # the text may speak of an invitation all the same
    return bool(_MEETING_OF.search(" ".join(above)))


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
