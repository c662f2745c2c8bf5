"""Rows "Bo Ek Vattenverket", "Eva Alm Södra Bergverken": a body behind the name, with no sign between.

One row alone tells nothing: "Bo Ek Palm" may have two surnames. The others do: what comes again
behind other surnames is a body, and where most have something behind that no surname can be, all have.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import PRESENCE_LABELS, ROLE_WORDS
from minutes.recognition.people.glued import OCCUPATION
from minutes.recognition.people.names import (
    OF_PLACES,
    PARTICLES,
    SURNAME_ENDS,
    is_given_name,
    is_person_name,
)
from minutes.recognition.people.with_bodies import BODY, is_name_word, name_length, starts_name
from minutes.records import record

_FEWEST = 3  # rows with a tail
_FEWEST_STARTS = 2  # of names in a row of them
_MOST = 0.6  # of the rows, with a tail
_MANY, _NEARLY_ALL = 4, 0.8  # so many that they have no surnames for tails
_FEWEST_NAMES = 3  # in a row of names before a column of bodies
_FEWEST_IN_COLUMN = 3  # words
_LONGEST = 80  # words of a row
_THREE_WORDS = regex(r"(?<!\S)\w[\w.-]* [\w.-]+ \w")
_SIGN = regex(r"\s*[(,;]|(?<=[a-zåäö]{3})\.(?=\s[A-ZÅÄÖ])")
_OF_SURNAMES = tuple("man ell én ér in ing ius mark er sten borg feldt ås ö ez es os".split())
_MARKS = frozenset({"ja", "nej", *PRESENCE_LABELS})
_BESIDE = frozenset("på från via till och samt kl per med".split())
_OF_BODIES = regex(r".{3,}(?:arna|erna|orna|et|heten|ningen|tjänsten|facket|skolan|linjen)")
_OF_ONE = 2  # words of a name
_BETWEEN = regex(r"[,;()]")
_SURE_SURNAME = "sson"


@record
class _Row:
    """The words of a name and its tail, how many the name has, and what stands between and behind."""

    words: tuple[str, ...]
    length: int
    office: str = ""
    rest: str = ""

    @property
    def tail(self) -> tuple[str, ...]:
        """What stands behind the name."""
        return self.words[self.length :]

    def written(self) -> str:
        """The row with its tail in brackets."""
        name, tail = " ".join(self.words[: self.length]), " ".join(self.tail)
        if not tail:
            return f"{name}{self.rest}"
        if self.rest.startswith(" ("):
            return f"{name}{self.office} ({tail} {self.rest[2:]}"
        if not self.office and len(self.tail) == 1 and BODY.fullmatch(tail):
            return f"{name} {tail}{self.rest}"  # which needs no bracket
        return f"{name}{self.office} ({tail}){self.rest}"


def on_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a list, a person on each, with the bodies in brackets."""
    rows = [None if ":" in line else _row(line.split()) for line in lines]
    known = iter(_with_bodies([row for row in rows if row]))
    return [next(known).written() if row else line for line, row in zip(lines, rows, strict=True)]


def in_one_row(text: str) -> str:
    """The same of a list whose rows came one after the other, with commas between them."""
    if not _THREE_WORDS.search(text):
        return text
    words = text.split()
    starts = [at for at in range(len(words) - 1) if starts_name(words, at)]
    if len(starts) < _FEWEST_STARTS or starts[0] or tells(text):
        return text
    rows = [_row(words[a:b]) for a, b in pairwise([*starts, len(words)])]
    found = [row for row in rows if row]
    if len(found) < len(rows):
        return text
    if _before_column(found):
        return ", ".join(" ".join(row.words[: row.length]) for row in found)
    if _are_behind_commas(found):
        return ", ".join(map(_in_brackets, found))
    found = list(_apart(found))
    named = _with_bodies(found)
    if not any(row.tail for row in named):
        return text
    return ", ".join(row.written().rstrip(" ,;") for row in named)


def with_known_bodies(texts: Sequence[str]) -> list[str]:
    """The rows of several lists of one document: the bodies of a long one are known in a short one."""
    divided = [_rows_of(text) for text in texts]
    long = (_with_bodies(rows) for rows in divided if len(rows) >= _FEWEST)
    bodies = {row.tail for rows in long for row in rows if row.tail}
    return [
        ", ".join(row.written() for row in rows)
        if len(rows) < _FEWEST and any(row.tail in bodies for row in rows)
        else text
        for rows, text in zip(divided, texts, strict=True)
    ]


def _rows_of(text: str) -> list[_Row]:
    """The rows of a text that has nothing between them; none where it has, or tells something."""
    words = text.split()
    starts = [at for at in range(len(words) - 1) if starts_name(words, at)]
    if starts[:1] != [0] or _BETWEEN.search(text) or tells(text):
        return []
    rows = [_row(words[a:b]) for a, b in pairwise([*starts, len(words)])]
    return [] if None in rows else [row for row in rows if row]


def _are_behind_commas(rows: Sequence[_Row]) -> bool:
    """Whether the commas stand between names and bodies: "Bo Ek, Grusta Eva Alm, Malmkraft AB"."""
    behind = [row.rest for row in rows if row.rest[-1:] != "," and not row.tail]
    bodies = sum(rest[:2] == ", " and rest[2:3].isupper() for rest in behind)
    return bodies >= max(_FEWEST, _MOST * len(rows))


def _in_brackets(row: _Row) -> str:
    """The name, and each thing said behind it in brackets; a comma before whoever nobody knows."""
    text = " ".join(row.words)
    *before, last = (each.strip(" .") for each in _BETWEEN.split(row.rest))
    for said in filter(None, before):
        words = said.split()
        body, name = words[:-_OF_ONE], words[-_OF_ONE:]
        if body and body[-1][0].islower() and is_name_word(name[0]):
            text += f" ({' '.join(body)}), {' '.join(name)}"
        else:
            text += _beside(said)
    return text + _beside(last)


def _beside(said: str) -> str:
    """In brackets what could be a name; behind a comma what cannot."""
    of_place = said.partition(" ")[0] in OF_PLACES
    if not said:
        return ""
    return f" ({said})" if is_person_name(said) and not of_place else f", {said}"


def _row(words: Sequence[str]) -> _Row | None:
    """The words as such a row; None where they are none, or what stands behind is no body."""
    if not 1 < len(words) <= _LONGEST or not is_given_name(words[0]):
        return None
    text = " ".join(words)
    office = ROLE_WORDS.search(text)
    if office and office.group().islower() and text[office.end() :].lstrip(" .")[:1].isupper():
        name = text[: office.start()].rstrip(" ,;")
        said = text[len(name) : office.end()]
        return _of_tail(name.split(), said, text[office.end() :].lstrip(" ."))
    named = _SIGN.split(text, maxsplit=1)[0].split()
    if len(named) < _OF_ONE or not (is_name_word(named[1]) or named[1] in PARTICLES):
        return None
    known = named[: name_length(named)]
    return _of_tail(known, "", text[len(" ".join(known)) :])


def _of_tail(name: Sequence[str], office: str, behind: str) -> _Row | None:
    """The row; None where it goes on with somebody else, an office or a party."""
    sign = _SIGN.search(behind)
    end = sign.start() if sign else len(behind)
    tail = behind[:end].split()
    if not is_person_name(" ".join(name)) or not _may_be_body(tail):
        return None
    return _Row((*name, *tail), len(name), office, behind[end:])


def _may_be_body(tail: Sequence[str]) -> bool:
    """Whether nothing else is said so: somebody else, an office, a party, a mark, how one took part."""
    if not tail:
        return True
    said = " ".join(tail)
    mark = said.casefold() in _MARKS or (len(tail) == 1 and said.isupper())
    if mark or said[0].islower() or is_given_name(tail[0]) or not _BESIDE.isdisjoint(tail[1:]):
        return False
    return not (ROLE_WORDS.search(said) or OCCUPATION.search(said) or tells(said))


def _with_bodies(rows: Sequence[_Row]) -> list[_Row]:
    """The rows with the tails that are bodies; what may be a surname belongs to the name."""
    again = _come_again(rows)
    tails = [row for row in rows if row.tail]
    sure = any(row.tail[0] in again or row.office or not _may_be_surname(row.tail) for row in tails)
    surnames = sum(row.tail[0].endswith(_OF_SURNAMES) for row in tails)
    most = sure and len(tails) >= max(_FEWEST, _MOST * len(rows), 2 * surnames)
    swedish = any(row.words[row.length - 1].endswith(SURNAME_ENDS) for row in tails)
    most |= swedish and not surnames and len(tails) >= max(_MANY, _NEARLY_ALL * len(rows))
    return [_settled(row, again, most=most) for row in rows]


def _settled(row: _Row, again: frozenset[str], *, most: bool) -> _Row:
    words, place = row.words, row.length
    first, second, *_ = *row.tail, "", ""
    if second in again and first not in again and _may_be_surname((first,)):
        place += 1  # "Anna Berg Palm Vattenverket"
    if most or (place < len(words) and words[place] in again):
        return replace(row, length=place)
    if row.office:
        return _Row(words[:place], place, rest=" ".join([row.office, *row.tail]) + row.rest)
    return replace(row, length=len(words))


def _come_again(rows: Sequence[_Row]) -> frozenset[str]:
    """The first words of tails behind two different surnames."""
    behind = defaultdict(set)
    for row in rows:
        for word in row.tail[:2]:
            behind[word].add(row.words[row.length - 1])
    return frozenset(
        word for word, names in behind.items() if len(names) > 1 and word[:1].isupper()
    )


def _may_be_surname(tail: Sequence[str]) -> bool:
    return len(tail) == 1 and is_name_word(tail[0]) and not _OF_BODIES.fullmatch(tail[0])


def _apart(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, divided where a tail is followed by somebody whose given name nobody knows."""
    again = _come_again(rows)
    for row in rows:
        words = row.words
        places = range(row.length + 1, len(words) - 1)
        place = next((at for at in places if _is_unknown(words[at:], again)), len(words))
        divided = place < len(words)
        yield replace(row, words=words[:place], rest="" if divided else row.rest)
        if divided:
            yield _Row(words[place:], _OF_ONE, rest=row.rest)


def _is_unknown(words: Sequence[str], again: frozenset[str]) -> bool:
    """Whether a name begins: a surname that is sure, or a body behind it that comes again."""
    first, second, *more = words
    plain = is_name_word(first) and is_name_word(second) and first not in again
    return plain and (second.endswith(_SURE_SURNAME) or (bool(more) and more[0] in again))


def _before_column(rows: Sequence[_Row]) -> bool:
    """Whether the bodies of all come after the last name: "Bo Ek Eva Alm Grusta Norrby kommun"."""
    *others, last = rows
    if len(others) < _FEWEST_NAMES - 1 or any(row.tail for row in others):
        return False
    tail = last.tail
    bodies = len(set(tail)) < len(tail) or any(map(BODY.fullmatch, tail))
    return len(tail) >= _FEWEST_IN_COLUMN and bodies
