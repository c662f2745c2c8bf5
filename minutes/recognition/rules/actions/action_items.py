"""A promise as an action item: its words, by when, and whether it is done already."""

import datetime as dt
import re

from minutes.expressions import regex
from minutes.recognition.findings import ActionItem, ActionStatus
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.due_phrases import Due, due_in_column, due_of
from minutes.recognition.language.english_dues import english_due
from minutes.recognition.language.sentences import Sentence, closed, tidy
from minutes.recognition.language.words import holds_any
from minutes.recognition.rules.actions.progress import says_done
from minutes.recognition.rules.actions.promise import Promise

TICKED_BOXES = frozenset("☑☒✓✔")


def action_of(
    clause: Sentence, promise: Promise, item: str | None, base: dt.date | None
) -> ActionItem:
    """The action item of a clause of the item; `base` is the day of the meeting."""
    quote = closed(clause.text)
    due = (
        _due_beside_owner(quote, promise, base)
        or _due_after_dash(quote, promise, base)
        or due_of(quote, base)
        or english_due(quote, base)
        or _done_on(quote, base)
    )
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


# "Pinnarna sätts ner den 29 oktober kl 10": with its hour a day is when it is done.
_AT_HOUR = regex(r"\s*,?\s*(?:med\s(?:början|start)\s)?(?:kl\b|klockan\b)")
_OF_ANOTHER = regex(
    r"\b(?:\w*(?:möte\w*|mötet|träffen?|festen?|resan|kursen|stämma\w*)|till|för|om|inför)\s(?:\w+dag(?:en)?\s)?(?:den\s)?$"
)


def _done_on(quote: str, base: dt.date | None) -> Due | None:
    """The one day to come that it names with an hour; not that of a meeting to prepare for."""
    days = date_mentions(quote, base)
    if len(days) != 1 or base is None or days[0].date < base:
        return None
    day = days[0]
    if _OF_ANOTHER.search(quote, 0, day.start) or not _AT_HOUR.match(quote, day.end):
        return None
    return Due(day.date, quote[day.start : day.end])


_DAY = r"(?:den\s)?(?:\d{1,2}(?:\s[a-zåäö]{3,9}\.?|/\d{1,2})(?:\s20\d\d)?|\d{4}-\d\d-\d\d|v(?:ecka|\.)\s?\d{1,2})"
_DAY_ALONE = regex(rf"{_DAY}[)\]]?\.?")
_BEFORE_DAY = ("(", "[", "@", ",", "-", "–")  # one of these stands beside the owner or the day
_LAST_COLUMN = regex(rf"(?<=[\w)])\s(?P<day>{_DAY})\.?$")


def _due_beside_owner(quote: str, promise: Promise, base: dt.date | None) -> Due | None:
    """The day of "Karin (12 maj): laga grinden", "Laga grinden (Karin, 12 maj)", "… – Karin – 12/5"."""
    written = (promise.owner_text or "").partition(" (")[0].strip("@ ")
    may_be = written and holds_any(quote, _BEFORE_DAY)
    named = re.search(rf"(?<!\w){re.escape(written)}(?!\w)", quote) if may_be else None
    if named is None:
        return None
    before, after = quote[: named.start()], quote[named.end() :]
    within = before.endswith(("(", "[", "@")) or after.startswith((" (", ", "))
    between_dashes = before.rstrip().endswith(("–", "-")) and after.startswith((" –", " -"))
    match = _BESIDE.match(after) if within or between_dashes else None
    return due_in_column(match["day"], base) if match else None


_BESIDE = regex(rf"(?:\s?[,(]|\s[–-]?)\s?(?P<day>{_DAY})(?:[)\]]\s?:?(?=\s|\W*$)|:\s|\.?$)")


def _due_after_dash(quote: str, promise: Promise, base: dt.date | None) -> Due | None:
    """The day of "Laga grinden – Karin – 12 maj", "12 maj: Karin lagar grinden" in a list of actions."""
    if not promise.listed:
        return None
    parts = re.split(r"\s[–-]\s", quote.rstrip(". "))[1:]
    parts += quote.rpartition(f" {promise.owner_text} ")[2:] if promise.owner_text else []
    ends = (quote.partition(": ")[0], quote.rpartition(", ")[2], quote.rpartition(") ")[2])
    parts += filter(_DAY_ALONE.fullmatch, ends)
    if last := _LAST_COLUMN.search(quote):
        parts.append(last["day"])
    return next((found for part in parts if (found := due_in_column(part, base))), None)
