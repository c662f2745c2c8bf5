"""From the minutes that were signed to the public twin: masked, with paragraphs withheld. Pure.

What is served of minutes is made of the twin and nothing else, so what is not in the twin is
nowhere. Neither are the fingerprints of the signed text and of its file: who knows all of a text
but a few digits can try them out against its fingerprint.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from minutes.justering.canonical import canonical_text
from minutes.justering.minutes_text import ClauseKind, Minutes, Paragraph
from minutes.publication.announced import not_told_in

MASK = "[Uppgift maskerad]"
WITHHELD = "Publiceras inte"

Value = TypeVar("Value")
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014"


def public_twin(
    minutes: Minutes,
    words: Collection[str],
    withheld: Collection[int] = (),
    *,
    decisions_only: bool = False,
) -> Minutes:
    """The minutes as the public may read them.

    words: what is masked wherever it stands. withheld: places of paragraphs, counted from 0.
    """
    bare = replace(minutes, source="", corrects="")
    kept = tuple(
        _withheld(paragraph) if place in withheld else paragraph
        for place, paragraph in enumerate(bare.paragraphs)
    )
    hidden = {minutes.paragraphs[place].label for place in withheld if place < len(kept)}
    corrections = tuple(each for each in bare.corrections if each.place not in hidden)
    # Read of the points, so that one that only a withheld point may tell of goes with it.
    unseen = [each for place, each in enumerate(bare.paragraphs) if place in withheld]
    ahead = not_told_in(unseen, bare.ahead)
    bare = replace(bare, paragraphs=kept, corrections=corrections, ahead=ahead)
    if decisions_only:
        bare = _only_decisions(bare)
    whole = _mapped(bare, _plain)
    pattern = _pattern(words)
    return _mapped(whole, lambda text: pattern.sub(MASK, text)) if pattern else whole


def masked(text: str, words: Collection[str]) -> str:
    """A text that is published beside the minutes, masked like them."""
    pattern = _pattern(words)
    return pattern.sub(MASK, _plain(text)) if pattern else _plain(text)


def traces(minutes: Minutes, words: Iterable[str]) -> list[str]:
    """Which of the words can still be found in the minutes; to be asked of every twin."""
    text = canonical_text(minutes).replace(MASK, "\0")
    found = []
    for each in words:
        pattern = _pattern([each])
        if pattern and pattern.search(text):
            found.append(each)
    return found


def standing(text: str, words: str) -> tuple[bool, list[str]]:
    """(whether the words stand in the text, the longer words around them, which are let be)."""
    whole = _pattern([words])
    if whole is None:
        return False, []
    around = re.compile(rf"\w*{_inside(words)}\w*", re.IGNORECASE)
    longer = [each.group() for each in around.finditer(_plain(text))]
    return bool(whole.search(_plain(text))), [each for each in longer if not whole.search(each)]


def _withheld(paragraph: Paragraph) -> Paragraph:
    return Paragraph(paragraph.number, WITHHELD, paragraph.depth)


def _only_decisions(minutes: Minutes) -> Minutes:
    paragraphs = tuple(
        replace(
            each,
            text="",
            clauses=tuple(one for one in each.clauses if one.kind is ClauseKind.DECISION),
        )
        for each in minutes.paragraphs
    )
    return replace(minutes, attendees=(), paragraphs=paragraphs)


def _plain(text: str) -> str:
    """One way of writing each letter, and nothing that is not seen between letters."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(each for each in composed if unicodedata.category(each) != "Cf")


def _pattern(words: Collection[str]) -> re.Pattern[str] | None:
    """Any of the words as whole words, however they are cased and their lines are broken.

    A name in the genitive is the name.
    """
    wanted = sorted({" ".join(_plain(each).split()) for each in words} - {""}, key=len)
    if not wanted:
        return None
    return re.compile("|".join(_whole(each) for each in reversed(wanted)), re.IGNORECASE)


def _inside(words: str) -> str:
    return "".join(
        r"\s+" if each == " " else rf"[{_HYPHENS}]" if each in _HYPHENS else re.escape(each)
        for each in " ".join(_plain(words).split())
    )


def _whole(words: str) -> str:
    inside = _inside(words)
    before = r"(?<!\w)" if words[0].isalnum() else ""
    if not words[-1].isalnum():
        return before + inside
    return before + inside + (r"s?(?!\w)" if words[-1].isalpha() else r"(?!\w)")


def _mapped(value: Value, change: Callable[[str], str]) -> Value:
    """The value with every text inside it changed."""
    made: Any = value
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        made = change(value)
    elif isinstance(value, tuple):
        made = tuple(_mapped(each, change) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: _mapped(getattr(value, each.name), change) for each in fields(value)}
        made = replace(value, **changed)
    return made  # type: ignore[no-any-return]
