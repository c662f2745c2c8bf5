"""Which body met, by the title of minutes in English: "Steering Committee Meeting No. 3"."""

from collections.abc import Iterable

from minutes.expressions import regex

_KIND = r"(?:[Bb]oard(?: of [Dd]irectors)?|[Cc]ommittee|[Cc]ouncil|[Aa]ssembly|[Ww]orking [Gg]roup|[Ss]teering [Gg]roup|[Tt]ask [Ff]orce)"
_NO_NAME = r"(?!(?:Minutes|Meeting|Notes|The|Draft|Extra|Ordinary|Extraordinary|Protokoll|From|Of|For|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
_MEETS = regex(
    rf"\b(?P<body>(?:{_NO_NAME}[A-ZÅÄÖ][\w&-]*\s){{0,2}}{_KIND})(?='s\s|’s\s|\s+(?:[Mm]eeting|[Mm]inutes|[Nn]otes)\b)"
    rf"|\b(?:[Mm]inutes|[Nn]otes|[Mm]eeting)\s(?:of|from|for|with)\s(?:the\s)?(?P<of>(?:(?!meeting|last|previous)[\w&-]+\s){{0,3}}{_KIND})\b"
    r"|\b(?P<general>(?:[Aa]nnual [Gg]eneral|[Gg]eneral|[Aa]nnual) [Mm]eeting)\b"
)


def english_body(titles: Iterable[str]) -> str | None:
    """The body that the first of the titles names that names one."""
    for title in titles:
        if match := _MEETS.search(title):
            found = match["body"] or match["of"] or match["general"]
            return found[:1].upper() + found[1:]
    return None
