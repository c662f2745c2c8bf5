"""Whose meeting it was where no word for a body says so: "Depåmöte 3", "KVG-möte", "från Dataforum"."""

from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.language.dates import LONG_MONTH, LONG_WEEKDAY
from minutes.recognition.people.names import is_person_name

# Of a meeting "per IRC", "Videomöte", they say only how it was held.
_LETTERS = regex(r"(?<!\w)(?P<body>(?!IRC)[A-ZÅÄÖ]{2,6})(?:-|\s|:s\s)(?:möte|sammanträde)\w*")
_COMPOUND = regex(
    r"(?<!\w)(?P<body>(?!(?i:video|telefon|zoom|teams|skype|distans|webb|extra|nät|ses))[A-ZÅÄÖ]?[a-zåäö]{3,}möte)t?(?!\w)"
)
# "Mötesanteckningar: Dataforum Väst 7 februari", "Minnesanteckningar från KVG den 2 juni"
_TITLED = regex(
    r"(?:anteckningar|[Pp]rotokoll)(?:\s*[:–-]|\s(?:från|för))?\s+"
    rf"(?P<body>(?!(?i:{LONG_WEEKDAY}|{LONG_MONTH}|möte|vecka|den))[A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*){{0,3}})"
    r"\s+(?:den\s+)?\d"
)


def whose_meeting(titles: Sequence[str]) -> str | None:
    """The letters, the first words of the title, or the meeting itself, as it is called there."""
    for form in (_LETTERS, _TITLED, _COMPOUND):
        for match in filter(None, map(form.search, titles)):
            if not is_person_name(match["body"]):
                return match["body"][:1].upper() + match["body"][1:]
    return None
