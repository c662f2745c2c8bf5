"""Bullets that head points: "- Ekonomi" with its text below, "- Ekonomi – det finns pengar"."""

from collections import Counter
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.finite import tells
from minutes.recognition.language.verbs import demands
from minutes.recognition.layout.labels import is_head_label, is_section_label
from minutes.recognition.layout.numbering import Heading
from minutes.recognition.people.names import is_person_name

_FEWEST_BULLETS = 4
_FEWEST_TOLD = 5


def title_bullets(blocks: Sequence[Block]) -> list[int]:
    """Bullets that are titles, with the text below them as paragraphs: "- Ekonomi"."""
    bullets = [i for i, b in enumerate(blocks) if b.kind is BlockKind.LIST_ITEM and not b.level]
    titles = [i for i in bullets if _is_title_bullet(blocks[i])]
    markers = Counter(blocks[i].marker for i in titles).most_common(1)
    titles = [i for i in titles if blocks[i].marker == markers[0][0]]
    followed = [i for i in titles if _is_followed(blocks, i)]
    return titles if len(followed) >= _FEWEST_BULLETS and 2 * len(followed) >= len(titles) else []


# "Ekonomi – det finns pengar på kontot": the point's title, a dash and what was said.
_TITLE_AND_TOLD = regex(r"(?P<title>[A-ZÅÄÖ”\"](?:[^.:;–—]|\.(?! [A-ZÅÄÖ])){2,70}?)\s+[–—-]\s+\S")


def told_bullets(blocks: Sequence[Block]) -> list[Heading]:
    """Bullets that are all a title, a dash and text."""
    bullets = [i for i, b in enumerate(blocks) if b.kind is BlockKind.LIST_ITEM and not b.level]
    found = [(i, m) for i in bullets if (m := _TITLE_AND_TOLD.match(blocks[i].text))]
    named = sum(is_person_name(match["title"]) for _, match in found)
    if len(found) < _FEWEST_TOLD or 4 * len(found) < 3 * len(bullets) or named > 1:
        return []
    return [Heading(i, "", match.end("title")) for i, match in found]


def _is_title_bullet(block: Block) -> bool:
    text = block.text.strip()
    if not 3 <= len(text) <= 80 or not text[0].isupper() or text[-1] in ".,;:!?":
        return False
    first, _, after = text.partition(" ")
    asks = after and demands(first, after)  # "Boka lokal" is what somebody is to do
    label = asks or is_head_label(block) or is_section_label(text) or is_person_name(text)
    return not label and not tells(text) and not date_mentions(text, None)


def _is_followed(blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None:
        return False
    block = blocks[index]
    beneath = following.level > block.level or following.marker != block.marker
    return (
        following.kind is BlockKind.LIST_ITEM and beneath
    ) or following.kind is BlockKind.PARAGRAPH
