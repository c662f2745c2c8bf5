"""Decisions in English, Norwegian and Danish minutes, as far as their fixed forms go."""

import re

from minutes.recognition.findings import LIKELY, SURE

_F = re.VERBOSE | re.IGNORECASE

_ENGLISH_BODY = (
    r"(?:the\s+)?(?:board|committee|meeting|council|group|assembly|trustees|members|directors)"
)
_NORDIC_BODY = r"(?:(?:samlet\s+)?styret?|bestyrelsen|møtet|mødet|årsmøtet|generalforsamlingen|utvalget|udvalget|rådet|nemnda|nævnet)"

FOREIGN_RULES: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("the body decided", re.compile(rf"(?:^|[.,;]\s|\band\s|\s){_ENGLISH_BODY}\s+(?:\w+ly\s+|also\s+)?(?:decided|agreed|resolved|approved|adopted|elected|accepted|rejected)\b", _F), SURE),
    ("it was agreed", re.compile(r"\b(?:it\s+was|was|were)\s+(?:also\s+|\w+ly\s+)?(?:agreed|decided|resolved)\s+(?:to|that|upon)\b", _F), SURE),
    ("“agreed that” by itself", re.compile(r"^(?:agreed|resolved|decided)(?:\s*:|\s+(?:to|that))\s", _F), SURE),
    ("approved, elected, adopted", re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:approved|elected|re-elected|adopted|accepted|ratified|carried|appointed)\b", _F), LIKELY + 0.1),
    ("styret vedtok, bestyrelsen besluttede", re.compile(rf"(?:^|\s){_NORDIC_BODY}\s+(?:\w+\s+)?(?:vedtok|vedtar|besluttet|beslutter|besluttede|godkjente|godkjenner|godkendte|godkender|valgte|velger|vælger)\b", _F), SURE),
    ("ble vedtatt, blev vedtaget", re.compile(r"\b(?:ble|blev|er|enstemmig)\s+(?:\w+\s+)?(?:vedtatt|vedtaget|godkjent|godkendt|valgt|besluttet)\b", _F), LIKELY + 0.1),
    ("enstemmig godkjent", re.compile(r"^(?:enstemmig|enstemmigt)\s+(?:vedtatt|vedtaget|godkjent|godkendt)\b", _F), LIKELY + 0.1),
)  # fmt: skip
FOREIGN_STEMS = "agreed decided resolved approved elected adopted accepted rejected ratified carried appointed vedt beslut godkj godkend valgt velg vælg".split()
