"""When and where people met, between their label and their names: "Närvarande 2026-03-04 på Kajutan"."""

from minutes.expressions import regex
from minutes.recognition.language.finite import tells

_LABEL = r"(?:Ej |Inte |Övriga )?(?:[Nn]ärvarande|NÄRVARANDE|[Ff]rånvarande|FRÅNVARANDE)"
_MEMBERS = r"(?:Deltagare|Deltagande|DELTAGARE|Mötesdeltagare)"
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?:den )?(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?"
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{6}}|\d{{1,2}}/\d{{1,2}}(?:[ -]\d{{2,4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)|kl\.? ?\d{{1,2}}[.]\d\d)"
)
_PLACE = (
    r"(?:på|i|hos|vid|via) \w[\w.-]*(?: (?!(?:den|kl)\b)\w[\w.-]*(?<!\d)){0,5}(?:, [A-ZÅÄÖ][\w-]+)?"
)
_MEETING = r"(?:på|vid) \w*möte(?:t|n)?"
_OCCASION = regex(
    rf"(?P<label>{_LABEL})(?P<met>(?:,? (?:{_DAY}|{_PLACE}))+)"
    rf"|(?P<members>{_MEMBERS})(?:,? {_MEETING})?(?P<day>,? {_DAY})(?:,? {_PLACE}|,? {_DAY})*"
    rf"|(?P<of_meeting>{_MEMBERS}),? {_MEETING}(?:,? {_PLACE})?(?:,? {_DAY})?"
)
_HAS_DAY = regex(_DAY)
FIRST_OF_OCCASIONS = (
    "Närvarande", "närvarande", "NÄRVARANDE", "Frånvarande", "frånvarande", "FRÅNVARANDE",
    "Deltag", "DELTAGARE", "Mötesdeltagare", "Ej ", "Inte ", "Övriga ",
)  # fmt: skip


def without_occasion(label: str, colon: str) -> str:
    """The label alone; without a colon behind it, where it says the day or the hour."""
    said = _OCCASION.fullmatch(label)
    if said is None or tells(label) or not (colon or _HAS_DAY.search(label)):
        return label
    return said["label"] or said["members"] or said["of_meeting"]
