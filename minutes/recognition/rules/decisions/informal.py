"""Decisions as groups put them in notes of their own: "vi tog beslut i att", "idag bestämde sig gruppen"."""

from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.vocabulary import OWN_BODY
from minutes.recognition.language.words import Wording, wording

_OWN = rf"(?:{OWN_BODY})"

INFORMAL_RULES: tuple[tuple[str, float, Wording, bool], ...] = (
    ("organet tog beslut i att", SURE, wording("tog fattade",
        rf"(?:^|\s){_OWN}\s+(?:tog|fattade)\s+(?:\w+\s+)?beslut\s+i\s+(?:att|frågan\s+att)\b"), True),
    ("enas organet om", LIKELY + 0.1, wording("enas enades",
        rf"\b(?:enas|enades)\s+{_OWN}\s+om\s+(?!att\b)"), True),
    ("bestämde sig organet", SURE, wording("bestämde enades kom",
        rf"\b(?:bestämde\s+sig|enades|kom)\s+{_OWN}\s+(?:för\s+|om\s+|överens\s+om\s+|fram\s+till\s+)?att\b(?!\s+(?:vänta|fundera|diskutera))"), True),
)  # fmt: skip
