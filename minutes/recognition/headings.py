"""Which blocks are headings of agenda items: numbered, styled, or lines that stand alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes.reading.blocks import Block, BlockKind, Remark
from minutes.recognition.dates import date_mentions
from minutes.recognition.names import is_person_name
from minutes.recognition.sentences import sentences
from minutes.recognition.vocabulary import FIELD_LABELS, PRESENCE_LABELS, SUMMONED_LABELS


@dataclass(frozen=True, slots=True)
class Heading:
    """blocks[index] is a heading; its title is text[:title_end]. depth 0 is outermost."""

    index: int
    number: str
    title_end: int
    depth: int = 0


_SECTION_LABELS = re.compile(
    r"""^(?:(?:förslag\s+till\s+)?(?:beslut|ställningstagande)(?:sunderlag|sgång)?|bakgrund|ärendebeskrivning|diskussion|
    (?:sammanfattning|beskrivning)(?:\s+av\s+ärendet)?|yrkanden?|förslag|votering|omröstning(?:sresultat)?|reservation(?:er)?|propositions(?:ordning|gång)|
    (?:[\wåäö]+s\s+)?(?:förslag(?:\s+till\s+beslut)?|beslut)|beslutet\s+(?:skickas|expedieras)\s+till|expedieras(?:\s+till)?|protokollsanteckning(?:ar)?|
    särskilt\s+yttrande|jäv|underlag|handlingar|ajournering|åtgärd(?:er)?|att\s+göra|todo|ansvarig|motivering|deltar\s+ej.*|kopia(?:\s+till)?|
    skäl(?:en)?\s+för\s+beslutet|yttrande(?:n)?|deltagande|paragrafer|underskrifter|ordförande|sekreterare|justerare|info(?:rmation)?:)\s*:?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLE_WORDS = re.compile(
    r"\b(?:[\wåäö]*protokoll|minnesanteckning\w*|mötesanteckning\w*|anteckningar|minutes|dagordning|föredragningslista|agenda|kallelse)\b",
    re.IGNORECASE,
)
_SIGNATURES = re.compile(
    r"^(?:vid\s+(?:protokollet|anteckningarna|tangentbordet|pennan)|justeras|justerat|justeras?:|underskrift(?:er)?|signatur(?:er)?|"
    r"anteckningar(?:\s+(?:av|förda\s+av))?:?$|antecknat\s+av|sekreterare:?\s*(?:[_.…]{3,}|$)|ordförande:?\s*(?:[_.…]{3,}|$)|protokollet\s+(?:justeras|justerat)\b|"
    r"protokollförare:?|[_.…]{6,}|mvh\b)",
    re.IGNORECASE,
)
_OCR_LETTERS = {"8": "B", "0": "O", "1": "I", "5": "S", "6": "G"}
_MAX_TITLE = 130


def label_of(text: str) -> str:
    """The label that `text` is or begins with, in lower case without what ends it."""
    return text.partition(":")[0].strip().strip("*_.").strip().casefold()


_PREFIX_LABEL = re.compile(
    r"^(?P<label>" + "|".join(sorted(map(re.escape, PRESENCE_LABELS), key=len, reverse=True))
    + r")\s+(?=[A-ZÅÄÖ][\wåäöé-]+ [A-ZÅÄÖ])",
    re.IGNORECASE,
)  # fmt: skip


def labelled(block: Block) -> tuple[str, int]:
    """The label of the block in lower case, and where in its text the value begins.

    The label stands before a colon, in the first column, or right before a name.
    """
    first = label_of(block.cells[0]) if block.cells else ""
    if first in PRESENCE_LABELS and ":" not in block.cells[0]:
        return first, min(len(" ".join(block.cells[0].split())) + 1, len(block.text))
    colon = block.text.find(":")
    label = label_of(block.text)
    if colon >= 0 or label in PRESENCE_LABELS:
        return label, colon + 1 if colon >= 0 else len(block.text)
    prefix = _PREFIX_LABEL.match(block.text)
    if prefix and re.search(r"[A-ZÅÄÖ]", block.text[prefix.end() : prefix.end() + 1]):
        return prefix["label"].casefold(), prefix.end()
    return label, len(block.text)


def is_head_label(block: Block) -> bool:
    """Whether the block is, or begins with, a label of the head of minutes."""
    label = label_of(block.text)
    return label in PRESENCE_LABELS or label in FIELD_LABELS or label in SUMMONED_LABELS


def is_section_label(text: str) -> bool:
    """Whether `text` heads a part of an item ("Beslut", "Yrkanden"), not an item."""
    return bool(_SECTION_LABELS.match(text.strip())) or label_of(text) in PRESENCE_LABELS


def starts_signatures(block: Block) -> bool:
    """Whether the signature block may begin here."""
    return len(block.text) < 120 and bool(_SIGNATURES.match(block.text))


def headings(blocks: Sequence[Block]) -> tuple[list[Heading], list[Remark]]:
    """The headings of items, outermost and nested, and remarks on gaps in their numbers."""
    styled = _styled(blocks)
    series = _main_series(blocks)
    numbered_styled = [i for i in styled if blocks[i].marker]
    if len(styled) >= 2 and (len(numbered_styled) != 0 or not _is_strong(series, blocks)):
        return _from_styled(blocks, styled), []
    if len(series) >= 2 or (series and blocks[series[0]].marker.startswith("§")):
        return _from_series(blocks, series)
    if len(styled) >= 1:
        return _from_styled(blocks, styled), []
    return [Heading(i, "", len(blocks[i].text)) for i in _standing_alone(blocks)], []


# --- headings by their style ------------------------------------------------------------------


def _styled(blocks: Sequence[Block]) -> list[int]:
    """HEADING blocks that head items: neither the document's title nor labels."""
    every = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    head_end = max(
        (i for i in every if is_head_label(blocks[i]) and i <= len(blocks) * 0.6), default=-1
    )
    title_level = min((blocks[i].level for i in every), default=1)
    only_title = sum(1 for i in every if blocks[i].level == title_level) == 1
    found = []
    for i in every:
        block = blocks[i]
        if not block.text.strip() or (_is_label(block) and not _is_numbered(block)):
            continue
        if not found and not block.marker and (i < head_end or _is_title(block)):
            continue
        if (
            not found
            and only_title
            and block.level == title_level
            and len(every) > 2
            and i == every[0]
        ):
            continue
        if starts_signatures(block) or _is_bare_date(block.text):
            continue
        found.append(i)
    return found


def _is_label(block: Block) -> bool:
    return is_head_label(block) or is_section_label(block.text)


def _is_numbered(block: Block) -> bool:
    return bool(re.search(r"\d", block.marker))


def _is_title(block: Block) -> bool:
    return bool(_TITLE_WORDS.search(block.text)) and not re.match(
        r"(?:val|godkänn|föregående|genomgång|fastställ|justering)", block.text, re.IGNORECASE
    )


def _is_bare_date(text: str) -> bool:
    mentions = date_mentions(text, None)
    return bool(mentions) and len(text) - (mentions[0].end - mentions[0].start) < 12


def _from_styled(blocks: Sequence[Block], indexes: Sequence[int]) -> list[Heading]:
    levels = sorted({blocks[i].level for i in indexes})
    styled = [
        Heading(i, _number(blocks[i].marker), _title_end(blocks[i]), levels.index(blocks[i].level))
        for i in indexes
    ]
    bold = [
        Heading(i, "", len(blocks[i].text), len(levels))
        for i in range(indexes[0], len(blocks))
        if blocks[i].bold and _may_head(blocks[i])
    ]
    return sorted([*styled, *bold], key=lambda heading: heading.index)


# --- headings by their numbers ----------------------------------------------------------------


def _value(block: Block) -> tuple[str, int] | None:
    """("§", 14), ("n", 3) of a block with such a number."""
    marker = block.marker
    section = re.match(r"§\s?(\d+)", marker)
    if section:
        return "§", int(section.group(1))
    plain = re.fullmatch(r"\(?(\d{1,3})[.):]?", marker)
    return ("n", int(plain.group(1))) if plain else None


def _main_series(blocks: Sequence[Block]) -> list[int]:
    """The indexes of the blocks whose numbers run through the whole document."""
    best: list[int] = []
    best_score = 0.0
    for style in ("§", "n"):
        values = [(i, v[1]) for i, b in enumerate(blocks) if (v := _value(b)) and v[0] == style]
        starts = [p for p, (_, n) in enumerate(values) if n == 1] or ([0] if values else [])
        for start in starts:
            run = _run(blocks, values[start:])
            score = _score(blocks, run) + (100 if style == "§" and run else 0)
            if score > best_score:
                best, best_score = run, score
    return best


def _run(blocks: Sequence[Block], values: Sequence[tuple[int, int]]) -> list[int]:
    """Numbers that go up from the first, skipping lists inside the items."""
    first_index, last = values[0]
    run = [first_index]
    level = blocks[first_index].level
    sublist: int | None = None
    for index, number in values[1:]:
        block = blocks[index]
        in_sublist = sublist is not None and number == sublist + 1 and not block.bold
        outermost = block.level <= level or block.marker.startswith("§")
        if last < number <= last + 3 and outermost and not in_sublist:
            if number > last + 1 and not _looks_like_title(block):
                continue
            run.append(index)
            last, sublist = number, None
        else:
            sublist = number if number == 1 or in_sublist else None
    return run


def _score(blocks: Sequence[Block], run: Sequence[int]) -> float:
    """More for items that have text under them, less for a bare list or long paragraphs."""
    followed = sum(1 for a, b in pairwise([*run, len(blocks)]) if b - a > 1)
    titles = sum(1 for i in run if _looks_like_title(blocks[i]))
    return followed + 0.4 * titles + 0.1 * len(run)


def _is_strong(series: Sequence[int], blocks: Sequence[Block]) -> bool:
    spread = (series[-1] - series[0]) if series else 0
    return len(series) >= 3 and spread > len(blocks) * 0.5


def _looks_like_title(block: Block) -> bool:
    return len(block.text) <= _MAX_TITLE


def _from_series(
    blocks: Sequence[Block], series: Sequence[int]
) -> tuple[list[Heading], list[Remark]]:
    found, remarks = [], []
    values = [value[1] for i in series if (value := _value(blocks[i]))]
    for (a, b), index in zip(pairwise(values), series[1:], strict=False):
        if b > a + 1:
            missing = ", ".join(str(n) for n in range(a + 1, b))
            remarks.append(_gap(missing, blocks[index]))
    for index, following in pairwise([*series, len(blocks)]):
        block = blocks[index]
        found.append(Heading(index, _number(block.marker), _title_end(block)))
        inner, inner_remarks = _nested(blocks, index + 1, following, block)
        found += inner
        remarks += inner_remarks
    return found, remarks


def _gap(missing: str, block: Block) -> Remark:
    return Remark(
        "number-gap",
        f"Punkt {missing} saknas i numreringen. Kontrollera om en rubrik har fallit bort.",
        block.source,
    )


def _nested(
    blocks: Sequence[Block], start: int, end: int, parent: Block
) -> tuple[list[Heading], list[Remark]]:
    """Headings inside an item: "3.1", styled ones, and letters A, B, C that run on."""
    found, remarks = [], []
    letter: str | None = None
    parent_number = re.sub(r"\D", "", parent.marker)
    for index in range(start, end):
        block = blocks[index]
        dotted = re.fullmatch(r"(\d{1,3})((?:\.\d{1,2})+)\.?", block.marker)
        if dotted and dotted.group(1) == parent_number and _looks_like_title(block):
            found.append(
                Heading(
                    index, _number(block.marker), _title_end(block), block.marker.count(".") or 1
                )
            )
            continue
        read = _letter(block, letter)
        if read is None:
            continue
        if letter is not None and ord(read) > ord(letter) + 1:
            missing = ", ".join(chr(c) for c in range(ord(letter) + 1, ord(read)))
            remarks.append(_gap(missing, block))
        if read not in block.marker:
            remarks.append(
                Remark("number-misread", f"”{block.marker}” är troligen {read}.", block.source)
            )
        letter = read
        found.append(Heading(index, _number(block.marker), _title_end(block), 1))
    if sum(1 for h in found if re.fullmatch(r"[A-ZÅÄÖ]|\d", h.number)) < 2:
        found = [h for h in found if not re.fullmatch(r"[A-ZÅÄÖ]", h.number)]
    return found, remarks


def _letter(block: Block, last: str | None) -> str | None:
    """The capital letter that the block is numbered with, misread digits mended."""
    marker = block.marker.strip(".)(: ")
    if not _looks_like_title(block):
        return None
    if re.fullmatch(r"[A-ZÅÄÖ]", marker):
        ahead = ord(marker) - ord(last) if last else ord(marker) - ord("A") + 1
        return marker if 0 < ahead <= 3 else None
    if last is not None and _OCR_LETTERS.get(marker) == chr(ord(last) + 1):
        return _OCR_LETTERS[marker]
    return None


def _number(marker: str) -> str:
    return re.sub(r"[\s.):]+$", "", marker.strip("( ")) if re.search(r"\w", marker) else ""


def _title_end(block: Block) -> int:
    """Where the title ends and running text begins in the same block."""
    text = block.text
    first = next(sentences(block), None)
    if first is None or (len(text) <= _MAX_TITLE and first.end >= len(text.rstrip())):
        return len(text)
    if first.end < len(text.rstrip()) and first.end <= _MAX_TITLE:
        return first.end
    colon = re.search(r"[:–]\s", text[:_MAX_TITLE])
    if colon and len(text) > _MAX_TITLE:
        return colon.start() + 1
    return len(text)


# --- lines that stand alone -------------------------------------------------------------------


def _standing_alone(blocks: Sequence[Block]) -> list[int]:
    """Short lines without an end, followed by text: the headings of unstyled minutes."""
    found = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if _may_head(block) and following is not None and (block.bold or _is_text(following)):
            found.append(index)
    bold = [i for i in found if blocks[i].bold or blocks[i].text.isupper()]
    return bold if len(bold) >= 2 else found


def _is_text(block: Block) -> bool:
    return (
        len(block.text) > 40
        or block.kind is BlockKind.LIST_ITEM
        or block.text.rstrip().endswith(".")
    )


def _may_head(block: Block) -> bool:
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or not 3 <= len(text) <= 80 or block.cells:
        return False
    if not text[0].isupper() or text.endswith((".", ",", ";", ":")) or is_person_name(text):
        return False
    if is_head_label(block) or is_section_label(text) or starts_signatures(block):
        return False
    if ":" in text or date_mentions(text, None) or _TITLE_WORDS.search(text):
        return False
    return not APPENDIX.match(text)


APPENDIX = re.compile(r"bilaga\b", re.IGNORECASE)
