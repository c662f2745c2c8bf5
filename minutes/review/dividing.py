"""Two findings made into one, and one into several. Pure: contents in, contents out."""

import re
from collections.abc import Mapping
from typing import Any

from minutes.errors import Refused
from minutes.review.contents import MODELS
from minutes.review.corrections import CONVERTIBLE, LONGEST_TEXT
from minutes.review.tables import FindingKind
from minutes.texts import N_

Content = Mapping[str, Any]
MOST_PARTS = 20
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-ZÅÄÖÉ])")


def merged(kind: FindingKind, first: Content, second: Content, quote: str) -> dict[str, Any]:
    """The two as one: both texts, all owners, the earlier due day, the words of all its lines."""
    content = dict(first)
    content["text"] = _text(f"{first['text'].rstrip()} {second['text'].lstrip()}")
    content["quote"] = quote or f"{first['quote']} {second['quote']}"
    content["item"] = first.get("item") or second.get("item")
    if kind is FindingKind.ACTION:
        content["owners"] = list(dict.fromkeys([*first["owners"], *second["owners"]]))
        for name in ("owner_text", "due_text"):
            content[name] = first.get(name) or second.get(name)
        days = [day for day in (first.get("due"), second.get("due")) if day]
        content["due"] = min(days) if days else None
    return _checked(kind, content)


def divided(kind: FindingKind, content: Content, text: str) -> list[dict[str, Any]]:
    """One content for each part of the text between empty lines; the rest they have in common.

    Raises Refused where there is only one part, or too many.
    """
    if kind not in CONVERTIBLE:
        raise Refused("Bara beslut och åtgärder kan delas.")
    lines = "\n".join(line.strip() for line in text.splitlines())
    parts = [" ".join(part.split()) for part in re.split(r"\n{2,}", lines) if part.strip()]
    if len(parts) < 2:
        raise Refused("Sätt en tom rad mellan delarna där texten ska delas.")
    if len(parts) > MOST_PARTS:
        raise Refused(N_("Ett fynd kan delas i högst %(most)s delar.", most=MOST_PARTS))
    return [_checked(kind, {**content, "text": _text(part)}) for part in parts]


def divisible(text: str) -> str:
    """The text with an empty line wherever it may want to be divided."""
    return "\n\n".join(part.strip() for part in _SENTENCE_END.split(text) if part.strip())


def _text(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise Refused(N_("Texten får ha högst %(most)s tecken.", most=LONGEST_TEXT))
    return text


def _checked(kind: FindingKind, content: Content) -> dict[str, Any]:
    return MODELS[kind].model_validate(content).model_dump(mode="json")
