"""Whether the document is the record of a meeting at all."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import islice

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, ReadDocument
from minutes.recognition.findings import Attendee, Presence, Recognition
from minutes.recognition.language.finite import tells
from minutes.recognition.language.somebody_does import somebody_does
from minutes.recognition.language.words import holds_any
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.modes import heads_actions
from minutes.recognition.people.names import is_given_name
from minutes.recognition.rules.actions.parts_of_people import names_person
from minutes.recognition.rules.actions.resemblance import RESEMBLES
from minutes.recognition.rules.actions.task_lists import heads_tasks
from minutes.recognition.rules.attendance.everybody import everybody_came
from minutes.recognition.rules.english_papers import english_does, for_english_minutes
from minutes.recognition.rules.paper_shapes import gives_examples, invites, is_of_another_shape
from minutes.recognition.rules.paper_titles import (
    calls_itself_otherwise,
    is_agenda,
    is_called_for,
    is_dated,
    is_of_a_day,
    is_rulebook,
    own_titles,
    says_minutes,
)
from minutes.records import record

PLACEHOLDER = regex(
    r"\{[A-Za-zÅÄÖåäö _-]+\}|\[(?:namn|datum|tid|plats|ange|skriv|fyll|text|organ|rubrik)[^\]]*\]|<(?:namn|datum|tid|plats|ange)[^>]*>|\((?:namn|datum|fyll\s+i\b[^)]*)\)|\b(?:ÅÅÅÅ|YYYY|20XX|åååå)\b|\bXX[:-]XX\b|klicka\s+här\s+för\s+att\s+ange",
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
# Of the text in lower case: to search it without regard to case costs three times as much.
_WRITTEN_BY = regex(r"\b(?:antecknat av|vid (?:anteckningarna|protokollet|pennan))\b")
_OF_A_MEETING = regex(
    r"föregående|övriga frågor|övrigt\b|nästa (?:möte|träff|sammanträde)|mötets öppnande|justerare",
    re.IGNORECASE,
)
_ENOUGH = 2  # signs of a meeting that was held
_TASKS = 2  # of somebody named
_PROMISES = 3  # no other paper has so many
# "Eva: ringer banken", "Boka lokal (Eva)"
_WITH_NAME = regex(
    r"[A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖ]\w*)?\s*:\s+\S|.*[^.?]\s\([A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖ]\w*)?\)\W*$"
)
_SHARED_OUT = 2  # tasks in a list, each with a name
_TOLD = 2  # sentences, or signs that a meeting was held
_FEWEST_WORDS = 9
_FEW_WORDS = 15  # fewer are minutes only with a day in the title, or people
_PAST = regex(
    r"\b(?:\w{3,}(?:ades?|[lnrgkt]des|[kst]tes)|beslutar|beslöts?|utsågs?|gick|föreslog|höll|fick|blev|sa|kom|tog)\b"
)
_NAMED = regex(r"(?P<who>[A-ZÅÄÖ][a-zåäöé]+)\s?(?::|–|-\s)\s?\S")
_MET = regex(
    r"\bvi (?:sågs|träffades|möttes)\b|\b(?:hade vi|vi hade) (?:ett )?\w*(?:möte|träff)\b|\bmötet (?:hölls|ägde rum)\b"
    r"|\b(?:mötet|träffen) (?:i \w+dags|i ?går|i ?dag|häromdagen)\b|\b(?:går|\w+)dagens (?:möte|träff)\b|\btack för (?:ett |en )?(?:\w+ )?(?:möte|träff|i ?går)"
    r"|\b(?:vad|detta) (?:bestämde vi|vi (?:bestämde|kom fram till|pratade om|sa))\b|\b(?:från|efter) mötet\b|\bsamlades\b.{3,60}\bför att (?:prata|tala|diskutera|planera)"
)
_EXTRACT = regex(r"\W*protokollsutdrag\b", re.IGNORECASE)
_ONE_LINE = 60  # words; so much may be minutes whose lines are lost
_MOST = 40_000  # characters are enough to tell what a document is
MAY_HOLD_PLACE = (
    "{",
    "(namn",
    "(datum",
    "(fyll",
    "[",
    "<",
    "åååå",
    "yyyy",
    "20xx",
    "xx:",
    "xx-",
    "klicka",
)
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


class Verdict(Enum):
    """What the weighing says; where it is open, what is found in the text settles it."""

    MINUTES = auto()
    OPEN = auto()
    OTHER = auto()


def is_minutes(document: ReadDocument, outline: Outline, people: Sequence[Attendee]) -> bool:
    """Whether the weighing says so by itself."""
    return weighed(document, outline, people) is Verdict.MINUTES


def weighed(document: ReadDocument, outline: Outline, people: Sequence[Attendee]) -> Verdict:
    """Weighs what minutes have (who was there, what was said) against what other papers have."""
    paper = _paper(document, outline, people)
    if paper.words < _FEWEST_WORDS or _is_form(paper):
        return Verdict.OTHER
    score, more = _for(paper) - _against(paper), 0
    if outline.in_english:
        listed = bool(paper.present)
        more = for_english_minutes(document, outline, paper.above, paper.does, listed=listed)
    score += more
    if score >= _ENOUGH or score + 3 * _shares_tasks_out(document.blocks) >= _ENOUGH:
        return Verdict.MINUTES
    return Verdict.OTHER if more < 0 or _is_called_otherwise(paper) else Verdict.OPEN


def is_acted_on(found: Recognition) -> bool:
    """Whether tasks were shared out, as hardly any other paper does; what only resembles one is none."""
    theirs = sum(bool(each.owners) and each.reason != RESEMBLES for each in found.actions)
    return theirs >= _TASKS


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
        titles=list(own_titles([document.title, *top, *texts[:6]])),
        text=text,
        words=len(text.split()),
        present=sum(person.presence is Presence.PRESENT for person in people),
        away=any(person.presence is Presence.ABSENT for person in people),
        spoken=_count(_HELD, text.casefold(), 3),
        does=english_does(text) if outline.in_english else somebody_does(text),
        of_a_day=is_of_a_day(above),
        dated=any(map(is_dated, above)),
    )


def _is_form(paper: _Paper) -> bool:
    """Whether nobody has filled it in."""
    unfilled = holds_any(paper.text.casefold(), MAY_HOLD_PLACE)
    if unfilled and paper.spoken < 3 and _count(PLACEHOLDER, paper.text, 2) >= 2:
        return True
    if gives_examples(paper.text):
        return True
    told = (
        paper.spoken
        or paper.does
        or _reporters(paper.outline)
        or _written_words(paper.outline) >= 12
    )
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
            2 * says_minutes(paper.above),
            paper.spoken,
            paper.does >= _PROMISES or (paper.of_a_day and paper.does > 0),
            bool(paper.outline.in_zone(Zone.SIGNATURES)),
            paper.of_a_day,
            paper.dated,
            paper.of_a_day and bool(_NEXT_ONE.search(paper.text)),
            2 * bool(_MET.search(folded)),
            not paper.present and _reporters(paper.outline) >= _TOLD,
            not paper.present and paper.of_a_day and _sentences(paper.outline) >= _TOLD,
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
    score = 4 * few + 8 * calls_itself_otherwise(paper.titles)
    if paper.present:
        return score
    past = _count(_PAST, paper.text, 2)
    agenda = is_agenda(paper.above) and not says_minutes(paper.titles)
    signs = paper.spoken + paper.does + bool(_EXTRACT.match(front))
    return score + sum(
        (
            4 * is_called_for(paper.titles, paper.above),
            3 * (invites(paper.outline.passages) and not (paper.spoken and past)),
            6 * (agenda and paper.does + past < _TOLD),
            4 * is_of_another_shape(paper.text, paper.outline.items),
            4 * is_rulebook(paper.titles),
            3 * (signs < _TOLD and _tells_little(paper.outline)),
        )
    )


def _is_called_otherwise(paper: _Paper) -> bool:
    """Whether its title says what else it is; over an agenda somebody may have written notes."""
    titles = paper.titles
    return (
        calls_itself_otherwise(titles)
        or is_called_for(titles, paper.above)
        or is_rulebook(titles)
        or is_of_another_shape(paper.text, paper.outline.items)
    )


def _sentences(outline: Outline) -> int:
    """How many there are with a verb that tells."""
    body = [p.block.text for p in outline.in_zone(Zone.ITEM, Zone.HEAD)]
    return sum(text.count(". ") + 1 for text in body if text.endswith(".") and tells(text))


def _reporters(outline: Outline) -> int:
    """How many people have a line of their own: "Eva: har målat båthuset"."""
    lines = (_NAMED.match(passage.block.text) for passage in outline.passages)
    return len({line["who"] for line in lines if line and is_given_name(line["who"])})


def _tells_little(outline: Outline) -> bool:
    """Whether hardly a line is longer than a title, and fewer than two are sentences."""
    body = [p.block.text for p in outline.in_zone(Zone.ITEM, Zone.HEAD)]
    words = [len(text.split()) for text in body]
    few = sum(number > 3 for number in words) < 2 and sum(words) < _ONE_LINE
    return few and _sentences(outline) < _TOLD


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
