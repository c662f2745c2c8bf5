"""By when something is to be done, in English: "by Friday", "before the next meeting", "due 1 April"."""

import datetime as dt
import re

from minutes.expressions import regex
from minutes.recognition.language.dates import WEEKDAYS, date_mentions
from minutes.recognition.language.due_phrases import Due
from minutes.recognition.language.words import phrase

_LIMIT = regex(
    r"\b(?:by|before|until|till|due(?:\s(?:on|by|date))?:?|deadline:?|on\sor\sbefore|(?:no|not)\slater\sthan|latest(?:\sby)?|within|complete(?:d)?\sby)\s*(?:the\s|end\sof\s)?$",
    re.IGNORECASE,
)
_WIDEST = 30  # characters of "not later than the"
_DAYS = tuple(name for name in WEEKDAYS if name.endswith("day"))
_WEEKDAY = phrase(
    "day",
    rf"\b(?:(?:by|before|until|till|due|on|this|latest)\s(?:this\s|on\s)?(?P<day>{'|'.join(_DAYS)})|(?P<next>next\s(?:{'|'.join(_DAYS)})))\b",
)
_SOON = phrase("today tonight tomorrow", r"\b(?P<today>today|tonight)\b|\btomorrow\b")
_VAGUE = phrase(
    "by before until till next this within asap soon immediately during after in over end upcoming following",
    r"""(?x)\b(?:
        (?:(?:by|before|until|till|for|at|to|in\stime\sfor)\s)?(?:the\s)?(?:next|upcoming|following)\s(?:\w+\s)?(?:meeting|week|month|year|sprint|semester|term|session|call|sync|AGM)
      | (?:by|before|until|till|at|towards?)\s(?:the\s)?end\sof\s(?:the\s|this\s|next\s)?(?:\w+\s)?\w+
      | (?:by|before|until|till|during|in|over|after)\s(?:early\s|late\s|mid-?\s?)?(?:the\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december
          |spring|summer|autumn|fall|winter|christmas|easter|midsummer|new\syear|week(?:end)?|holidays?|annual\smeeting|AGM|meeting)\b(?:\s20\d\d)?
      | this\s(?:week(?:end)?|month|year|spring|summer|autumn|fall|winter|semester|term)
      | (?:with)?in\s(?:a|one|two|three|four|the\s(?:coming|next)(?:\sfew|\stwo)?|\d+)\s(?:days?|weeks?|months?)
      | (?:by|in|during|until|till)\sweek\s\d{1,2} | asap | as\ssoon\sas\spossible | immediately | during\s(?:the\s)?week(?:\s\d+)?
    )\b""",
)


def english_due(text: str, base: dt.date | None) -> Due | None:
    """By when, where `text` says so in English; a date only where it fixes one."""
    for mention in date_mentions(text, base):
        before = _LIMIT.search(text, max(0, mention.start - _WIDEST), mention.start)
        if before:
            return Due(mention.date, text[before.start() : mention.end])
    folded = text.casefold()
    if match := _WEEKDAY.search(text, folded):
        if match["next"] or base is None:
            return Due(None, match.group())
        ahead = (WEEKDAYS[match["day"].casefold()] - base.weekday()) % 7 or 7
        return Due(base + dt.timedelta(days=ahead), match.group())
    if match := _SOON.search(text, folded):
        days = 0 if match["today"] else 1
        return Due(base + dt.timedelta(days=days) if base else None, match.group())
    match = _VAGUE.search(text, folded)
    return Due(None, match.group()) if match else None
