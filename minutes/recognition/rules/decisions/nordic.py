"""Decisions in Norwegian and Danish minutes, as far as their fixed forms go."""

from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.rules.decisions.rule import rule

_BODY = r"(?:(?:samlet\s+)?styret?|bestyrelsen|møtet|mødet|årsmøtet|generalforsamlingen|utvalget|udvalget|rådet|nemnda|nævnet)"

NORDIC_RULES = (
    rule("styret vedtok, bestyrelsen besluttede", SURE, "vedtok vedtar besluttet godkjente godkendte valgte velger vælger",
        rf"(?:^|\s){_BODY}\s+(?:\w+\s+)?(?:vedtok|vedtar|besluttet|beslutter|besluttede|godkjente|godkjenner|godkendte|godkender|valgte|velger|vælger)\b"),
    rule("ble vedtatt, blev vedtaget", LIKELY + 0.1, "vedtatt vedtaget besluttet godkjent godkendt valgt",
        r"\b(?:ble|blev|er|enstemmig)\s+(?:\w+\s+)?(?:vedtatt|vedtaget|godkjent|godkendt|valgt|besluttet)\b"),
    rule("enstemmig godkjent", LIKELY + 0.1, "vedtatt vedtaget godkjent godkendt",
        r"^(?:enstemmig|enstemmigt)\s+(?:vedtatt|vedtaget|godkjent|godkendt)\b"),
)  # fmt: skip
