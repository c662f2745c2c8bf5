"""Decisions in English minutes: "The board resolved to", "It was agreed that", "Motion carried"."""

from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.words import Wording, wording

_BODY = (
    r"(?:(?:the\s+)?(?:(?:annual|general|executive|steering|extraordinary|whole)\s+){0,2}"
    r"(?:board|committee|meeting|council|group|assembly|trustees|members|directors|team|agm|congress|senate|association)|we|everyone|all)"
)
_HOW = r"(?:(?:\w+ly|also|then|both|all|have|has|and\s+seconded)\s+){0,2}?"
_SETTLED = r"(?:decided|agreed|resolved|approved|adopted|elected|accepted|rejected|appointed|re-elected|granted|ratified|endorsed|declined|postponed|authori[sz]ed|chose|settled\s+on|voted\s+(?:to|for|in\s+favou?r|against|unanimously|down|through))"
# "decided on the spot" and "agreed with Tom" settle nothing by themselves.
_THAT = r"(?!\s+(?:with|about\s+(?:this|that)|how|whether|when)\b)"

ENGLISH_RULES: tuple[tuple[str, float, Wording], ...] = (
    ("the body decided", SURE, wording("decided agreed resolved approved adopted elected accepted rejected appointed granted ratified endorsed declined postponed authorised authorized chose settled voted re",
        rf"(?:^|[.,;:]\s|\band\s|\s){_BODY}\s+{_HOW}{_SETTLED}\b{_THAT}")),
    ("it was agreed", SURE, wording("agreed decided resolved",
        r"\b(?:it\s+was|was|were)\s+(?:also\s+|\w+ly\s+)?(?:agreed|decided|resolved)\s+(?:to|that|upon|on|not)\b")),
    ("“agreed that” by itself", SURE, wording("agreed decided resolved",
        r"^(?:unanimously\s+)?(?:agreed|resolved|decided)(?:\s*[:–-]|\s+(?:to|that|on|not))\s")),
    ("motion carried", SURE, wording("motion motions proposal proposals resolution amendment",
        r"\b(?:motions?|proposals?|resolutions?|amendments?)\s(?:[^.:;]{0,80}?\s)?(?:(?:was|were|is|has\sbeen)\s+)?(?:\w+ly\s+)?(?:carried|passed|approved|adopted|rejected|defeated|failed|fell|withdrawn|accepted|granted)\b|^motion\b.{3,300}\b(?:carried|passed|approved)\b")),
    ("approved, elected, adopted", LIKELY + 0.1, wording("approved elected adopted accepted ratified carried appointed re reelected file tabled postponed",
        r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:approved|elected|re-?elected|adopted|accepted|ratified|carried|appointed|put\s+on\s+file|tabled|postponed)\b")),
    ("put on file, granted discharge", SURE, wording("file discharge", r"\b(?:put|placed|laid|filed)\s+on\s+file\b|\bgranted\b[^.]{0,60}\bdischarge\b|\bdischarge(?:d)?\b[^.]{0,40}\b(?:granted|from\s+liability)\b")),
    ("approved, by itself", LIKELY, wording("approved adopted carried passed accepted", r"^(?:unanimously\s+)?(?:approved|adopted|carried|passed|accepted)(?:\s+(?:unanimously|as\s+(?:read|presented|written|amended)|without\s+(?:changes|comments|objections?)|by\s+acclamation))?\W*$")),
)  # fmt: skip
ENGLISH_REFUSALS: tuple[tuple[str, Wording], ...] = (
    ("beslut som ännu inte är fattat", wording("decided agreed approved elected adopted accepted made taken",
        r"\b(?:not\s+(?:yet\s+)?(?:been\s+)?|(?:to|will|must|should|can|could|needs?\s+to|has\s+to|have\s+to)\s+be\s+|(?:no\s+decision|nothing)\s+(?:was|has\s+been)\s+|(?:if|when|once|until|unless)\s+(?:it\s+is\s+|they\s+are\s+)?)(?:decided|agreed|approved|elected|adopted|accepted|made|taken)\b")),
    ("tidigare beslut som återges", wording("last previous previously earlier already had",
        r"\b(?:at|in|during|from)\s+the\s+(?:last|previous)\s+meeting\b(?!\s+(?:was|were))|^as\s+(?:previously|earlier|already)\b|\b(?:had|has\s+already|was\s+previously|had\s+already)\s+(?:been\s+)?(?:decided|agreed|approved|elected)\b|^last\s+(?:year|month|week|meeting)\b")),
    ("annat organs beslut", wording("by", r"\b(?:was|were)\s+(?:approved|accepted|rejected|adopted|appointed|elected)\s+(?:\w+\s+)?by\s+(?:the\s+)?(?!(?:\w+\s+){0,2}(?:board|committee|meeting|council|group|assembly|members|team|acclamation|vote|majority|show)\b)[a-z]")),
)  # fmt: skip
