"""Decisions in English, Norwegian and Danish minutes, as far as their fixed forms go."""

from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.words import Wording, wording

_ENGLISH_BODY = (
    r"(?:the\s+)?(?:board|committee|meeting|council|group|assembly|trustees|members|directors)"
)
_NORDIC_BODY = r"(?:(?:samlet\s+)?styret?|bestyrelsen|møtet|mødet|årsmøtet|generalforsamlingen|utvalget|udvalget|rådet|nemnda|nævnet)"

FOREIGN_RULES: tuple[tuple[str, float, Wording], ...] = (
    ("the body decided", SURE, wording("decided agreed resolved approved adopted elected accepted rejected",
        rf"(?:^|[.,;]\s|\band\s|\s){_ENGLISH_BODY}\s+(?:\w+ly\s+|also\s+)?(?:decided|agreed|resolved|approved|adopted|elected|accepted|rejected)\b")),
    ("it was agreed", SURE, wording("agreed decided resolved",
        r"\b(?:it\s+was|was|were)\s+(?:also\s+|\w+ly\s+)?(?:agreed|decided|resolved)\s+(?:to|that|upon)\b")),
    ("“agreed that” by itself", SURE, wording("agreed decided resolved",
        r"^(?:agreed|resolved|decided)(?:\s*:|\s+(?:to|that))\s")),
    ("approved, elected, adopted", LIKELY + 0.1, wording("approved elected adopted accepted ratified carried appointed",
        r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:approved|elected|re-elected|adopted|accepted|ratified|carried|appointed)\b")),
    ("styret vedtok, bestyrelsen besluttede", SURE, wording("vedtok vedtar besluttet godkjente godkendte valgte velger vælger",
        rf"(?:^|\s){_NORDIC_BODY}\s+(?:\w+\s+)?(?:vedtok|vedtar|besluttet|beslutter|besluttede|godkjente|godkjenner|godkendte|godkender|valgte|velger|vælger)\b")),
    ("ble vedtatt, blev vedtaget", LIKELY + 0.1, wording("vedtatt vedtaget besluttet godkjent godkendt valgt",
        r"\b(?:ble|blev|er|enstemmig)\s+(?:\w+\s+)?(?:vedtatt|vedtaget|godkjent|godkendt|valgt|besluttet)\b")),
    ("enstemmig godkjent", LIKELY + 0.1, wording("vedtatt vedtaget godkjent godkendt",
        r"^(?:enstemmig|enstemmigt)\s+(?:vedtatt|vedtaget|godkjent|godkendt)\b")),
)  # fmt: skip
