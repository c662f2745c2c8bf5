"""Front pages whose line ends are lost: "Plats och tid … Beslutande … Utses att justera …".

Text taken from web pages and some PDFs comes as one long line. The labels of a municipal
front page are few and fixed, so the line can be divided before each of them. Where the
labels stood in a column of their own they come first, one after the other, and then the
names of all of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.findings import Presence
from minutes.recognition.flattened.office_columns import of_offices
from minutes.recognition.language.vocabulary import AT_THE_PEN, ROLE_WORDS
from minutes.recognition.people.names import FULL_NAME, is_given_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.people.rows_of_names import names_in_row
from minutes.recognition.people.subjects import end_of_people

_WHO = r"(?: (?:ordinarie )?(?:ledamöter|styrelse|styrelseledamöter|styrelsemedlemmar|medlemmar|ersättare|suppleanter|tjänstemän|tjänstepersoner))?"
_LABELS = regex(
    r"(?<![\wåäöÅÄÖ(-])(?<!nmält )(?<!eddelat )(?:Plats och tid|Plats(?=:? [A-ZÅÄÖ])|Tid(?=:? (?:\d|kl|[A-ZÅÄÖa-zåäö]{3,5}dag))|Datum(?= \d)|Sammanträdesdag(?= (?:\d|kl))|Tidpunkt|Tid och plats|Sammanträdestid|Sammanträdesplats|Sammanträdesdatum|Dag och tid|"
    rf"Beslutande{_WHO}|Tjänstgörande ?ersättare|Ledamöter(?=:? [A-ZÅÄÖ][a-zåäö-]+ [A-ZÅÄÖ])|Förhindrade(?: ledamöter)?(?=:? [A-ZÅÄÖ])|Ej tjänstgörande(?: ersättare)?|Ersättare|Ej närvarande{_WHO}|"
    rf"(?:Övriga|Även|Också) (?:närvarande|deltagande|deltagare){_WHO}|Närvarande{_WHO}|NÄRVARANDE|FRÅNVARANDE|Deltagare|Deltagande|Adjungerade?|Inbjud(?:en|na)(?: gäst(?:er)?)?|Gäster|(?:Övriga k|K)allade|ÖVRIGA (?:DELTAGARE|NÄRVARANDE)|(?:Övriga f|F)rånvarande{_WHO}|(?:(?:Anmält|Meddelat|Lämnat)\s)?[Ff]örhinder|"
    r"Tjänste(?:män|personer)(?= [A-ZÅÄÖ])|Utses att justera|Justeringens (?:plats och tid|tid och plats|plats/tid|plats)|Underskrifter|Paragrafer|"
    rf"Vid {AT_THE_PEN}(?=:? [A-ZÅÄÖ])|Protokollförare|Sekreterare|Ordförande(?:n)?|Justerande|Justerare|Myndighet|Organ|Ajournering|"
    r"ANSLAG/BEVIS|ANSLAG(?= [A-ZÅÄÖ])|BEVIS(?: OM ANSLAG| OM JUSTERING)?|Anslags?datum|Datum (?:för|då)|Förvaringsplats|Utdragsbestyrkande)(?![\wåäö)])"
)
# The first word of each of them; the offices among them head no list of people.
_CAPITALISED = regex(r"[A-ZÅÄÖf]\w*")
_OFFICES = frozenset("Sekreterare Ordförande Ordföranden Justerande Justerare".split())
_FIRST_WORDS = _OFFICES.union(
    """Plats Tid Datum Tidpunkt Dag Sammanträdesdag Sammanträdestid Sammanträdesplats Sammanträdesdatum Beslutande Tjänstgörande
    Ledamöter Förhindrade Ej Ersättare Övriga Även Också ÖVRIGA Närvarande NÄRVARANDE Frånvarande FRÅNVARANDE Deltagare Deltagande
    Adjungerad Adjungerade Inbjuden Inbjudna Gäster Kallade Anmält Meddelat Lämnat Förhinder förhinder Tjänstemän Tjänstepersoner Utses Justeringens
    Tjänstgörandeersättare Vid Protokollförare Underskrifter Paragrafer Myndighet Organ Ajournering ANSLAG BEVIS Anslagdatum Anslagsdatum Förvaringsplats Utdragsbestyrkande""".split()
)
_FEWEST_LABELS = 4
_ALSO_WORDS = frozenset(  # of any sentence
    "Sekreterare Ordförande Ordföranden Justerande Justerare Ersättare Organ Myndighet Deltagare".split()
)
_OTHER_OFFICES = regex(r"\b(?:[Ll]edamot|[Kk]assör|[Vv]ice ordförande|[Ss]uppleant)\b")
# "Lillby Anna Berg, ordförande (c)": whoever has an office or a party is a person.
_WITH_OFFICE = regex(
    r"(?<!\S)[A-ZÅÄÖ][a-zåäöé-]+ [A-ZÅÄÖ][a-zåäöé-]+(?=,? (?:ordförande\b|\([A-Za-z]{1,2}\)))"
)
_GROUP = regex(r"[A-ZÅÄÖ][^:.,;]{2,40}:\s+")  # "Skolan: Anna Berg"
_FEWEST_SURE = 3
_FEWEST_OF_PEOPLE = 2
_LONG_LIST, _FEWEST_NAMES = 160, 3  # characters, and the people in them
_LONG_ROW = 100  # characters; a shorter one has nothing behind its names
_MOST_NAMES = 24  # words
_SHORTEST = 250  # characters; a shorter line has lost no line ends


def divided(block: Block, *, cut: bool = False) -> Iterator[Block]:
    """Such a line as one block for each label and what stands after it; others as they are.

    cut: it is the beginning of a longer line, whose points have been cut off.
    """
    if not cut and len(block.text) <= _SHORTEST:
        yield block
        return
    labels = _without_offices(_labels(block.text)) if not block.cells else []
    said = {match.group() for match in labels}
    if len(said) < _FEWEST_LABELS and len(said - _ALSO_WORDS) < _FEWEST_SURE:
        yield from _of_people(block, [m for m in labels if _lists_people(block.text, m)])
        return
    yield from _part(block, 0, labels[0].start())
    column: list[re.Match[str]] = []  # labels that stand one after the other
    for match, stop in _with_ends(labels, len(block.text)):
        column.append(match)
        if block.text[match.end() : stop].strip(" :") or match is labels[-1]:
            yield from _under(block, column, stop)
            column = []


def _labels(text: str) -> list[re.Match[str]]:
    """The labels in the text, which is searched where it has the first word of one."""
    held = _FIRST_WORDS.intersection(_CAPITALISED.findall(text))
    if held <= _OFFICES and len(held) < _FEWEST_LABELS:
        return []  # the offices of sentences head no people
    return list(_LABELS.finditer(text))


def _without_offices(labels: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Without the offices of a list that names everybody's: "… Ordförande Bo Ek Kassör Eva Gran"."""
    kept: list[re.Match[str]] = []
    for place, match in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else len(match.string)
        if match.group() in _OFFICES and match.string[: match.start()].endswith(", "):
            continue  # "Anna Berg, ordförande": of the name before it
        listed = kept and presence_of(kept[-1].group().casefold())
        office = match.group() in _ALSO_WORDS and presence_of(match.group().casefold()) is None
        office = office and bool(
            match.string[kept[-1].end() if kept else 0 : match.start()].strip()
        )
        if not (listed and office and _OTHER_OFFICES.search(match.string, kept[-1].end(), stop)):
            kept.append(match)
    return kept


def _with_ends(labels: Sequence[re.Match[str]], stop: int) -> Iterator[tuple[re.Match[str], int]]:
    """Each label, and where what stands under it ends."""
    return zip(labels, [*(label.start() for label in labels[1:]), stop], strict=True)


def _of_people(block: Block, labels: Sequence[re.Match[str]]) -> Iterator[Block]:
    """The line before each of these labels; more may stand after the names of the last."""
    if len({match.group() for match in labels}) < _FEWEST_OF_PEOPLE:
        labels = [match for match in labels[:1] if _has_many_names(block.text[match.end() :])]
    if not labels:
        yield block
        return
    yield from _part(block, 0, labels[0].start())
    for match, end in _with_ends(labels, len(block.text)):
        yield from _up_to_text(block, match, end)


def _up_to_text(block: Block, label: re.Match[str], stop: int) -> Iterator[Block]:
    """The people under the last label of the line, and what stands behind their names."""
    cut = _end_of_names(block.text, label.end(), stop) if stop == len(block.text) else stop
    yield from _part(block, label.start(), cut, label)
    yield from _part(block, cut, stop)


def _end_of_names(text: str, start: int, stop: int) -> int:
    """Where a row of names ends, before a title or a sentence; `stop` where there is none."""
    if stop - start < _LONG_ROW:
        return stop
    stop = end_of_people(text, start, stop)
    end = start
    for word in list(re.finditer(r"\S+", text[start:stop]))[:_MOST_NAMES]:
        if names_in_row(text[start : start + word.end()].replace(",", " ")):
            end = start + word.end()
    rest = text[end:stop].split()
    if any(is_given_name(a) and b[:1].isupper() for a, b in pairwise(rest)):
        return stop  # of others, behind a body: "Anna Berg Granverket Bo Ek"
    goes_on = text[end:stop].lstrip()[:1]
    return stop if end == start or goes_on in ",;(" or goes_on.islower() else end


def _has_many_names(text: str) -> bool:
    """Whether several people come right after a label that stands alone in the line."""
    words = [word.strip(",;") for word in text[:_LONG_LIST].split()]
    names = [a for a, b in pairwise(words) if is_given_name(a) and b[:1].isupper()]
    return len(names) >= _FEWEST_NAMES


def _lists_people(text: str, label: re.Match[str]) -> bool:
    """Whether a name comes right after the label."""
    after = text[label.end() : label.end() + 60].removeprefix(":,").lstrip(" :")
    group = _GROUP.match(after) or ROLE_WORDS.match(after)
    following = after[group.end() if group else 0 :].split()
    known = presence_of(label.group().casefold()) is not None
    return known and bool(following) and is_given_name(following[0].strip(",;"))


def _under(block: Block, column: Sequence[re.Match[str]], stop: int) -> Iterator[Block]:
    """A label with its value, or a column of labels with the names of all of them."""
    first, last = column[0], column[-1]
    lists = presence_of(first.group().casefold())
    there = lists is Presence.PRESENT
    if len(column) == 1 and lists and stop == len(block.text):
        yield from _up_to_text(block, first, stop)
        return
    if len(column) > 1 and first.group() == "Plats":
        yield from _place_and_people(block, column, stop)
        return
    if in_order := list(of_offices(block, column, stop)):
        yield from in_order
        return
    if len(column) == 1 or not there:
        for match, end in _with_ends(column, stop):
            yield from _part(block, match.start(), end, match)
        return
    yield from _part(block, first.start(), first.end(), first)
    adjusting = next((match for match in column if "juster" in match.group()), None)
    again = _named_again(block.text, last.end(), stop) if adjusting else stop
    yield from _part(block, last.end(), again)
    if adjusting and again < stop:
        yield from _part(block, again, stop, adjusting)


def _place_and_people(block: Block, column: Sequence[re.Match[str]], stop: int) -> Iterator[Block]:
    """A column that begins with the place: it is what stands before the first name."""
    names = FULL_NAME.finditer(block.text, column[-1].end(), stop)
    start = next((place for match in names if (place := _begin_of_name(match)) is not None), stop)
    officer = _WITH_OFFICE.search(block.text, column[-1].end(), start)
    start = officer.start() if officer else start
    for value in _part(block, column[-1].end(), start):
        yield replace(value, cells=(column[0].group(), value.text))
    lists = [match for match in column if presence_of(match.group().casefold())]
    if lists:
        yield from _part(block, lists[0].start(), lists[0].end(), lists[0])
    yield from _part(block, start, stop)


def _begin_of_name(match: re.Match[str]) -> int | None:
    """Where a given name stands in it with a surname behind it: "Lillby Anna Berg"."""
    words = list(re.finditer(r"\S+", match.group()))
    given = (word.start() for word in words[:-1] if is_given_name(word.group()))
    first = next(given, None)
    return None if first is None else match.start() + first


def _named_again(text: str, start: int, stop: int) -> int:
    """Where those begin who come last in the list and are in it already: they are to adjust."""
    place = stop
    for name in reversed(list(FULL_NAME.finditer(text, start, stop))):
        if name.group() not in text[start : name.start()]:
            break
        place = name.start()
    return place


def _part(
    block: Block, start: int, end: int, label: re.Match[str] | None = None
) -> Iterator[Block]:
    text = block.text[start:end].lstrip(": ")  # of a label that is left out
    if not text:
        return
    part = block.part(end - len(text), end)
    value = part.text.removeprefix(label.group()).strip() if label else ""
    yield replace(part, cells=(label.group(), value)) if label else part
