"""A promise as an action item: its words, by when, and whether it is done already."""

import datetime as dt
import re

from minutes.recognition.due_phrases import Due, due_in_column, due_of
from minutes.recognition.findings import ActionItem, ActionStatus
from minutes.recognition.rules.progress import says_done
from minutes.recognition.rules.promise import Promise
from minutes.recognition.sentences import Sentence, closed, tidy

TICKED_BOXES = frozenset("☑☒✓✔")


def action_of(
    clause: Sentence, promise: Promise, item: str | None, base: dt.date | None
) -> ActionItem:
    """The action item of a clause of the item; `base` is the day of the meeting."""
    quote = closed(clause.text)
    due = _due_after_dash(quote, promise, base) or due_of(quote, base)
    done = clause.block.marker in TICKED_BOXES or says_done(quote)
    return ActionItem(
        item=item,
        quote=quote,
        text=tidy(quote),
        source=clause.source,
        confidence=promise.confidence,
        reason=promise.reason,
        owners=promise.owners,
        owner_text=promise.owner_text,
        due=due.date if due else None,
        due_text=due.text if due else None,
        status=ActionStatus.DONE if done else ActionStatus.OPEN,
    )


def _due_after_dash(quote: str, promise: Promise, base: dt.date | None) -> Due | None:
    """The day of "Laga grinden – Karin – 12 maj", "Laga grinden Karin 12 maj" in a list of actions."""
    if not promise.listed:
        return None
    parts = re.split(r"\s[–-]\s", quote.rstrip(". "))[1:]
    parts += quote.rpartition(f" {promise.owner_text} ")[2:] if promise.owner_text else []
    return next((found for part in parts if (found := due_in_column(part, base))), None)
