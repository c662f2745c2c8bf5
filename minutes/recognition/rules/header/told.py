"""Who leads, writes and adjusts, by a sentence that says nothing else: "Lena skriver protokoll"."""

import re
from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.sentences import Sentence, sentences
from minutes.recognition.language.vocabulary import AT_THE_PEN
from minutes.recognition.language.words import holds_any
from minutes.recognition.layout.outline import Outline, Passage, Zone
from minutes.recognition.people.names import SOMEBODY, is_given_name, is_person_name
from minutes.recognition.rules.header.values import Fields

_WHO = SOMEBODY
_SEVERAL = rf"{_WHO}(?:(?:,| och| samt| and) {_WHO})*"
_NOTES = (
    r"(?:(?:dagens|mötets) )?(?:protokoll(?:et)?|(?:minnes|mötes)?anteckning(?:ar(?:na)?)?|pennan)"
)
_BESIDE = r"(?: \([^()]{1,30}\))?"
# "Bo är ordförande", "Lena till sekreterare", "Karin och Ali justerar", "Bo leder mötet".
_PAIR = regex(
    rf"(?P<name>{_SEVERAL}){_BESIDE},? (?:(?:är|var|blir|blev|som|till|valdes till|väljs till|utsågs till) )?"
    r"(?:(?:dagens|mötets) |mötes|stämmo|årsmötes)?"
    r"(?:(?P<chair>ordf(?:örande|\.)?n?(?: för mötet)?|(?:leder|ledde|höll i) mötet|mötesledare)"
    rf"|(?P<secretary>sekr(?:eterare|\.)?n?|protokollförare|(?:skriver|skrev|för|förde|tar|tog) {_NOTES}|skriver|skrev|antecknar|antecknade)"
    r"|(?P<adjusters>justerare|justerar|protokollsjusterare|protokolljusterare))(?![\wåäö])"
)
_OFFICE_FIRST = regex(
    rf"(?:[Mm]ötes|[Ss]tämmo)?(?:(?P<chair>[Oo]rdförande)|(?P<secretary>[Ss]ekreterare)|(?P<adjusters>[Jj]usterare))(?: (?:för (?:dagen|mötet|dagens möte) )?(?:är|var|blir|blev))? (?P<name>{_SEVERAL})"
)
_ELSE = regex(r"\b(?:och|samt|valdes|väljs|utses|utsågs)\b|[\s,.;]")
_BOTH = regex(
    rf"^Till (?:mötes)?ordförande och (?:mötes)?sekreterare (?:för mötet )?(?:valdes|utsågs|väljs|utses) (?P<chair>{_WHO}) (?:resp\.?|respektive|och) (?P<secretary>{_WHO})"
)
_SENTENCES = (
    regex(rf"^(?P<secretary>{_WHO}){_BESIDE} (?:åtog sig|åtar sig|tog på sig|tar på sig|utsågs|valdes|utses|väljs|lovade) att (?:föra|skriva|ta) {_NOTES}"),
    regex(rf"^(?P<secretary>{_WHO}), (?:mötets |nämndens |rådets )?sekreterare, [a-zåäö]+"),
    regex(rf"\b[Pp]rotokollet (?:justeras|ska justeras|justerades|skall justeras) av (?P<adjusters>{_SEVERAL})"),
    regex(rf"^(?:[Mm]ötes)?[Ss]ekreterare för (?:dagen|mötet|dagens möte)(?: är| var)?:? (?P<secretary>{_WHO})"),
)  # fmt: skip
# "Anna Berg was elected chair", "Bo Ek took the minutes", "Anna and Bo were elected to verify the minutes".
_IN_ENGLISH = (
    regex(rf"\b(?P<chair>{_WHO}) (?:(?:was|is) )?(?:unanimously )?(?:re-?)?(?:elected|appointed|chosen) (?:as )?(?:to )?(?:the )?chair(?:man|woman|person)?\b(?! of the (?:board|association))"),
    regex(rf"\b(?P<secretary>{_WHO}) (?:(?:was|is) )?(?:unanimously )?(?:re-?)?(?:elected|appointed|chosen) (?:as )?(?:to )?(?:the )?(?:secretary|(?:minute|note)[- ]?taker|take (?:the )?minutes)\b(?! of the (?:board|association))"),
    regex(rf"\b(?P<adjusters>{_SEVERAL}) (?:(?:was|were|is|are) )?(?:unanimously )?(?:elected|appointed|chosen) (?:as |to )?(?:verify|check|adjust|approve|sign|(?:minutes )?(?:adjusters?|checkers?|verifiers?|scrutineers?))\b"),
    regex(rf"^(?P<secretary>{_WHO}) (?:took|takes|is taking|will take|kept) (?:the )?(?:minutes|notes)\b"),
    regex(rf"^(?P<chair>{_WHO}) (?:chaired|chairs|presided|called the meeting to order|(?:opened|opens) the meeting as chair)\b"),
    regex(rf"\bcalled to order (?:at [\d:. apm]+)?by (?:the )?(?:chair\w* )?(?P<chair>{_WHO})"),
    regex(rf"^The (?:chair(?:man|woman|person)?|president),? (?P<chair>{_WHO}),? (?:opened|welcomed|called|declared)"),
)  # fmt: skip
# Where the minutes begin and end: who wrote them.
_BY_LINES = (
    regex(rf"\b(?:(?:[Mm]innes|[Mm]ötes)?[Aa]nteckning(?:ar|arna)?|[Pp]rotokoll(?:et)?)(?: är| har)? (?:förda|fördes|förts|fört|skrivna|skrivet|skrevs|gjorda|nedtecknade|nedtecknat|upprättat) av[:,]?\s(?P<secretary>{_WHO})"),
    regex(rf"^(?:[Vv]id (?:{AT_THE_PEN}|datorn)|[Ff]ör (?:protokollet|anteckningarna)|[Bb]akom tangentbordet|(?:Den som )?[Hh]öll i pennan(?: gjorde)?|(?:Antecknade|Antecknar|Skriver|Skrev) gjorde|(?:Antecknar|Skriver) gör)[,:]?\s(?P<secretary>{_WHO})\W*$"),
    regex(rf"^(?:[Ss]om ovan\s?,? )?[Aa]ntecknat(?: av)?,?\s(?P<secretary>{_WHO})\W*$"),
    regex(rf"^(?:Mötess|S)ekr(?:eterare|\.)?,?\s(?P<secretary>{_WHO})\W*$|^(?:Antecknare|Protokollförare|Skriver),?\s(?P<writes>{_WHO})\W*$|^(?:\w+ och|\w+/) ?sekreterare,?\s(?P<wrote>{_WHO})\W*$"),
    regex(rf"^(?:Justerare|Protokolls?justerare|Justeringsperson(?:er)?|Justera(?:s|t)(?: av)?|Att justera),\s(?P<adjusters>{_SEVERAL})\W*$"),
)  # fmt: skip
_WORDS = (
    "rdf", "ekr", "rotokoll", "nteckna", "nteckning", "uster", "leder", "ledde", "skriver",
    "öppna", "pennan", "kriver", "tangent", "datorn",
    "lected", "hair", " minutes", " notes", " order", "president",
)  # fmt: skip
_EARLY = 8  # passages of the text
_LAST = 6  # of the document
_LAST_OF_PAGE = 14  # what a page of the web has below its minutes counted in
_LAST_OF_HEAD = 4
_LONGEST = 200  # characters


def told(fields: Fields, outline: Outline, people: Sequence[Attendee]) -> None:
    """What the first sentences of the minutes and their last lines say of it."""
    known = {word for person in people for word in person.name.split()}
    head = outline.in_zone(Zone.HEAD)
    text = outline.in_zone(Zone.ITEM)
    for passage in [*head[-_LAST_OF_HEAD:], *text[:_EARLY]]:
        if holds_any(passage.block.text, _WORDS):
            for sentence in sentences(passage.block):
                _in_sentence(fields, sentence, known)
    among = _LAST if "secretary" in fields.values else _LAST_OF_PAGE
    last = outline.without_appendices[-among:]
    for passage in [*head, *last]:
        if holds_any(passage.block.text, _WORDS) and len(passage.block.text) < _LONGEST:
            _put_all(fields, _matched(_BY_LINES, passage.block.text), passage.block, known)
    _signed_alone(fields, last[-_LAST:], people)


def _in_sentence(fields: Fields, sentence: Sentence, known: set[str]) -> None:
    if len(sentence.text) > _LONGEST:
        return
    text = sentence.text
    both = _BOTH.match(text)
    found = [both] if both else []
    for pairs in (_PAIR, _OFFICE_FIRST):
        matches = list(pairs.finditer(text))
        if matches and not _ELSE.sub("", pairs.sub("", text)):
            found += matches
    _put_all(fields, [*found, *_matched((*_SENTENCES, *_IN_ENGLISH), text)], sentence, known)


def _matched(forms: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    for form in forms:
        if match := form.search(text):
            yield match


def _put_all(
    fields: Fields,
    matches: Sequence[re.Match[str]] | Iterator[re.Match[str]],
    where: Block | Sentence,
    known: set[str],
) -> None:
    for match in matches:
        groups = match.groupdict()
        for office, said in groups.items():
            if office == "name" or not said:
                continue
            field = "secretary" if office in {"writes", "wrote"} else office
            names = groups.get("name") or said
            if all(_is_somebody(name, known) for name in re.split(r", | och | samt | and ", names)):
                fields.put(field, names, where.source)


def _is_somebody(name: str, known: set[str]) -> bool:
    first = name.split()[0]
    return first in known or is_given_name(first)


def _signed_alone(fields: Fields, last: Sequence[Passage], people: Sequence[Attendee]) -> None:
    """The name with which the minutes end, of somebody who was there: who wrote them."""
    if not last or {"secretary", "chair"} & fields.values.keys() == {"secretary", "chair"}:
        return
    block = last[-1].block
    if any("uster" in passage.block.text for passage in last[:-1]):
        return
    there = {person.name for person in people if person.presence is Presence.PRESENT}
    if is_person_name(block.text.strip()) and block.text.strip() in there:
        fields.put("secretary", block.text, block.source)
