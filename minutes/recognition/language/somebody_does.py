"""How many sentences of a text say at their beginning what somebody does: "Karin sätter upp"."""

from minutes.expressions import regex
from minutes.recognition.language.verbs import promises
from minutes.recognition.people.names import is_given_name

_SOMEBODY_DOES = regex(
    r"(?:^|[.!]\s+|\n)(?P<who>[A-ZÅÄÖ][a-zåäö]+)(?:\s(?:och|o|&)\s[A-ZÅÄÖ][a-zåäö]+|\s[A-ZÅÄÖ][a-zåäö-]*)?(?:\sfrån\s[\w-]+)?\s(?P<verb>[a-zåäö]+)\b"
)
_LOOKED_AT = 80  # characters after the verb


def somebody_does(text: str) -> int:
    """The number of such sentences; quicker and coarser than to look for promises."""
    return sum(
        is_given_name(match["who"])
        and (
            match["verb"] in {"ska", "skall"}
            or promises(match["verb"], text[match.end() : match.end() + _LOOKED_AT])
        )
        for match in _SOMEBODY_DOES.finditer(text)
    )
