"""Which lines of a plain text belong together as one paragraph. Pure.

Text taken out of a PDF or a mail is broken at the width of the page, and often has a
blank line after every line. Neither a line end nor a blank line therefore means much by
itself: what tells is how the line before ends, how this one begins, and whether the next
word would have fitted.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from minutes.records import record

_NEIGHBOURS = 12
_SHORTEST_WRAPPED = 30
_END_OF_SENTENCE = (".", "!", "?", ":", ";")
_LABEL = re.compile(r"[A-ZÅÄÖ][\w./-]*(?: [\w./-]+){0,3}:(?:\s|$)")
# Below "Val av ordförande" stands who was chosen, though he writes his name small.
_CHOSEN = re.compile(r"[\w-]+(?: och [\w-]+)? (?:valdes|väljs|utsågs|utses)\b")
_APPENDIX = re.compile(r"bilaga \w{1,3}\.?$", re.IGNORECASE)
# A label that ends like an unfinished sentence: the recipients stand on the next lines.
_RECIPIENTS = re.compile(r"(?:skickas|expedieras|delges|kopia) till$", re.IGNORECASE)
# The label of a decision, of which the clauses may begin low.
DECISION_LABEL = re.compile(r"(?:[A-ZÅÄÖ]\w+s )?[Bb]eslut(?: (?:nr |§ ?)?\d[\w/.:-]*)?")
_YEAR = re.compile(r"(?:19|20)\d\d(?![-/.\d])")
LEAD_TO_CLAUSES = re.compile(
    r"(?:^|\s)(?:(?:beslutade|beslutar|beslöt)(?:\s\w+)?|beslut\w*|beslöt\w*|föreslå\w*|yrka\w*|hemställ\w*|rekommendera\w*),?$",
    re.IGNORECASE,
)
_PERSON_ENTRY = re.compile(
    r"[A-ZÅÄÖ][\wéèüáóæøß]+"
    r"(?:[- ](?:[A-ZÅÄÖ][\wéèüáóæøß]*\.?|de|la|von|af|van|der|den)){1,4}\s*(?:,|\(|$)"
)
_AFTER_NAME = re.compile(r",|\s(?:och|samt)\s")
# "… till mötet i mars. Karin": a sentence of which only the first word fitted.
_BEGUN = re.compile(r"[a-zåäö]{3}[.!?] [A-ZÅÄÖ][a-zåäöé-]+$")
# A line that ends with one of these is never the end of anything.
_LEFT_COLUMN = re.compile(r"\S.{1,24}?\s{3,}(?=\S)")
_LONGEST_WRAPPED = 300  # characters; a longer line is a whole page, and a figure begins the next
_MOST_OF_TITLE, _LONGEST_TITLE = 2, 24  # words and characters
_UNFINISHED = frozenset(
    "och eller samt att som i på av för med till från om vid inom mellan under över utan enligt "
    "kring hos mot per en ett den det de dessa detta denna sin sitt sina hur vilka "
    "vilken vilket inför genom efter innan bland via är var har ska skall kan får blir".split()
)


@record
class Line:
    """A line that is not blank, without the white space around it and without its marker."""

    number: int
    text: str
    indent: int
    gap: int  # blank lines before it
    marker: str = ""
    starts_page: bool = False

    @property
    def width(self) -> int:
        """How many characters of the page it took, marker and indentation included."""
        return self.indent + len(self.text) + (len(self.marker) + 1 if self.marker else 0)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines grouped into paragraphs, list items and single lines, in their order."""
    groups: list[list[Line]] = []
    widths = _widths(lines)
    for position, line in enumerate(lines):
        around = lines[max(0, position - _NEIGHBOURS) : position + _NEIGHBOURS]
        if groups and _continues(groups[-1], line, widths[position], double_spaced(around)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _widths(lines: Sequence[Line]) -> list[float]:
    """For each line, the width at which its neighbourhood was wrapped.

    It is measured on the lines that were certainly wrapped: the next one goes on in
    lower case. Where none was, no line is full.
    """
    wrapped = [
        (position, line.width)
        for position, (line, following) in enumerate(pairwise(lines))
        if _begins_low(following)
        and len(line.text) > _SHORTEST_WRAPPED
        and not line.text.endswith((*_END_OF_SENTENCE, ","))
        and not following.text.startswith("att ")
    ]
    if len(wrapped) < 2:
        return [float("inf")] * len(lines)
    everywhere = median(width for _, width in wrapped)
    result, first = [], 0
    for position in range(len(lines)):
        while first < len(wrapped) and wrapped[first][0] < position - _NEIGHBOURS:
            first += 1
        near = [
            w for p, w in wrapped[first : first + 2 * _NEIGHBOURS] if p < position + _NEIGHBOURS
        ]
        result.append(median(near) if len(near) > 3 else everywhere)
    return result


def double_spaced(lines: Sequence[Line]) -> bool:
    """Whether a blank line between two lines means nothing here."""
    single = sum(1 for line in lines if line.gap == 0)
    double = sum(1 for line in lines if line.gap == 1)
    return double > single


def _continues(group: Sequence[Line], line: Line, width: float, double: bool) -> bool:
    last = group[-1]
    if _stands_apart(last, line):
        return False
    if _is_entry(line) and (_is_entry(group[0]) or _LABEL.match(group[0].text)):
        return _unfinished(last)
    ended = last.text.endswith(_END_OF_SENTENCE)
    full = _would_not_fit(last, line, width)
    low = _begins_low(line)
    if (ended and _is_short_title(line)) or _are_rows(last, line):
        return False
    if double and len(group) > 1 and all(other.gap == 0 for other in group[1:]):
        double = False  # this paragraph's own lines stand close together
    if line.gap > (1 if double else 0) or line.starts_page:
        # Across a page break or a stray blank line only what is plainly unfinished goes on.
        return line.gap <= 2 and not ended and (_unfinished(last) or (low and full))
    if low:
        return _goes_on_in_lower_case(group, line, full, width)
    if last.text.endswith(":"):
        return False
    if _hanging(group[0], line) and (ended or full):
        return True
    if _column_gap(last) or _column_gap(line) or line.indent > 8:
        return False  # the second column of a form, not the rest of a sentence
    return full or (not ended and _must_go_on(group, line, width))


def _stands_apart(last: Line, line: Line) -> bool:
    """What is never joined, however wide: markers, labels, drawn lines, capitals, appendices."""
    capitals = last.text.isupper() and not line.text.isupper() and len(last.text) > 4
    labelled = _LABEL.match(line.text) or _RECIPIENTS.search(last.text)
    drawn = _is_rule(line.text) or _is_rule(last.text)
    labelled = labelled or DECISION_LABEL.fullmatch(last.text)
    appendix = _APPENDIX.match(line.text) or _APPENDIX.match(last.text)
    chosen = last.text.startswith("Val av ") and _CHOSEN.match(line.text)
    page = line.gap and len(last.text) > _LONGEST_WRAPPED and line.text[0].isdecimal()
    return bool(line.marker or capitals or labelled or drawn or appendix or chosen or page)


def _must_go_on(group: Sequence[Line], line: Line, width: float) -> bool:
    """Whether the last line cannot be the end: it breaks off, or prose stops in mid-sentence."""
    last = group[-1]
    in_prose = _is_prose(group) and last.width > 0.75 * width
    year = bool(_YEAR.match(line.text)) and last.width > 0.6 * width
    return _unfinished(last) or in_prose or year or _is_broken_name(last.text, line.text)


def _goes_on_in_lower_case(group: Sequence[Line], line: Line, full: bool, width: float) -> bool:
    last = group[-1]
    if last.text.endswith(":"):
        return False
    if last.text.endswith(_END_OF_SENTENCE):
        return full or _hanging(group[0], line)
    if line.text.startswith("att "):
        # A clause of a decision stands on a line of its own.
        new_clause = group[0].text.startswith("att ") and last.width < 0.8 * width
        return not (new_clause or LEAD_TO_CLAUSES.search(last.text))
    return True


def _would_not_fit(last: Line, line: Line, width: float) -> bool:
    first_word = line.text.split(maxsplit=1)[0]
    return last.width + 1 + len(first_word) > width and len(last.text) > 20


def _begins_low(line: Line) -> bool:
    return not line.marker and line.text.lstrip("(”“\"'»’[")[:1].islower()


def _is_short_title(line: Line) -> bool:
    """As the line "Reservation" after a full stop: a word or two that end no sentence."""
    few = len(line.text.split()) <= _MOST_OF_TITLE and len(line.text) <= _LONGEST_TITLE
    return few and line.text[:1].isupper() and line.text[-1].isalpha() and not line.indent


def _are_rows(last: Line, line: Line) -> bool:
    """Whether both have a short left column and a right one that begins at the same place."""
    columns = [_LEFT_COLUMN.match(each.text) for each in (last, line)]
    if columns[0] is None or columns[1] is None:
        return False
    return last.indent + columns[0].end() == line.indent + columns[1].end()


def _unfinished(line: Line) -> bool:
    words = line.text.split()
    if len(line.text) > _SHORTEST_WRAPPED and _BEGUN.search(line.text):
        return True
    return bool(words) and (words[-1].casefold() in _UNFINISHED or words[-1].endswith((",", "–")))


def _column_gap(line: Line) -> bool:
    return "   " in line.text or "\t" in line.text or " | " in line.text


def _is_broken_name(last: str, following: str) -> bool:
    """In a list with commas: "…, Majken" and on the next line "Sandelius, …"."""
    *others, before = last.split(",")
    first, *rest = _AFTER_NAME.split(following)
    after = first.split()
    if not others or not len(before.split()) == len(after) == 1:
        return False
    whole_names = all(len(name.split()) > 1 for name in others[1:])
    if len(others) == 1:  # "Närvarande: Anna Berg, Majken", so that the next line must tell
        beside = [others[0].rpartition(":")[2], *rest[:-1]]
        return ":" in others[0] and len(beside) > 1 and all(len(n.split()) > 1 for n in beside)
    return "," in following or (whole_names and after[0][:1].isupper())


def _is_entry(line: Line) -> bool:
    """A person of a list, alone on the line or with what they represent."""
    return len(line.text) < 90 and bool(_PERSON_ENTRY.match(line.text))


def _is_prose(group: Sequence[Line]) -> bool:
    """Whether a sentence has ended inside these lines, or the last of them if they are many."""
    last = " ".join(line.text for line in group[-_NEIGHBOURS:])
    return bool(re.search(r"[a-zåäö)”\"][.!?] [A-ZÅÄÖ]", last))


def _hanging(first: Line, line: Line) -> bool:
    """A line under the text, not under the marker, of a list item."""
    return bool(first.marker) and line.gap == 0 and line.indent > first.indent + 1


def _is_rule(text: str) -> bool:
    return len(text) > 2 and not text.strip("=-_*~–—. ")
