"""Titles that are written in capitals throughout, with text below each."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.layout.labels import labelled
from minutes.recognition.people.presence_labels import presence_of

PAGE_OF = regex(r"\bsid(?:a|an)?\.?\s*\d+\s*[(/]", re.IGNORECASE)
EARLIER = regex(
    r"(?:föregående|förra|tidigare)\s|(?:(?:approval|adoption|confirmation|reading|review|acceptance)\sof\s)?(?:the\s)?(?:(?:last|previous|prior|past)\s(?:\w+['’]s\s|meeting\s)?minutes"
    r"|minutes\s(?:of|from)\s(?:the\s|our\s)?(?:last|previous|prior)\b)",
    re.IGNORECASE,
)
_FEWEST_CAPITALS = 4


def in_capitals(blocks: Sequence[Block]) -> list[int]:
    """Lines in capitals with text below each, "EKONOMI:" and "JUSTERARE" among them."""
    found = [
        i
        for i, block in enumerate(blocks)
        if block.text.isupper() and block.kind is BlockKind.PARAGRAPH and _may_be_capital(block)
    ]
    followed = [i for i in found if not any(b.text.isupper() for b in blocks[i + 1 : i + 2])]
    return followed if len(followed) >= _FEWEST_CAPITALS else []


def _may_be_capital(block: Block) -> bool:
    text = block.text.strip()
    if not 4 <= len(text) <= 60 or block.cells or ":" in text[:-1] or text.endswith("."):
        return False
    if presence_of(labelled(block)[0]) or date_mentions(text, None) or PAGE_OF.search(text):
        return False
    named = re.search(r"PROTOKOLL\b|ANTECKNING|BILAGA|KALLELSE", text)
    return not named or bool(EARLIER.match(text))
