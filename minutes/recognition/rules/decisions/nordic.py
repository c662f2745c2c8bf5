"""Decisions in Norwegian and Danish minutes, as far as their fixed forms go."""

from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.words import Wording, wording

_BODY = r"(?:(?:samlet\s+)?styret?|bestyrelsen|møtet|mødet|årsmøtet|generalforsamlingen|utvalget|udvalget|rådet|nemnda|nævnet)"

NORDIC_RULES: tuple[tuple[str, float, Wording], ...] = (
    ("styret vedtok, bestyrelsen besluttede", SURE, wording("vedtok vedtar besluttet godkjente godkendte valgte velger vælger",
        rf"(?:^|\s){_BODY}\s+(?:\w+\s+)?(?:vedtok|vedtar|besluttet|beslutter|besluttede|godkjente|godkjenner|godkendte|godkender|valgte|velger|vælger)\b")),
    ("ble vedtatt, blev vedtaget", LIKELY + 0.1, wording("vedtatt vedtaget besluttet godkjent godkendt valgt",
        r"\b(?:ble|blev|er|enstemmig)\s+(?:\w+\s+)?(?:vedtatt|vedtaget|godkjent|godkendt|valgt|besluttet)\b")),
    ("enstemmig godkjent", LIKELY + 0.1, wording("vedtatt vedtaget godkjent godkendt",
        r"^(?:enstemmig|enstemmigt)\s+(?:vedtatt|vedtaget|godkjent|godkendt)\b")),
)  # fmt: skip
