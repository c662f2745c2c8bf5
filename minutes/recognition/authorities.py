"""Lists of those present that name bodies instead of people: "Granverket, Hembygdsföreningen"."""

import re

from minutes.recognition.names import is_given_name, is_person_name

_AUTHORITY = re.compile(
    r"[A-ZÅÄÖ][\wåäö]*(?:- och [\wåäö]+)?(?:verket|myndigheten|förmedlingen|inspektionen|kassan|fogden|föreningen|förbundet|bolaget|klubben|kyrkan|sällskapet|kåren|polisen|kommunen|regionen|skolan)"
    r"|Polisen|Kommunen|Regionen|Räddningstjänsten|(?:[A-ZÅÄÖ][\wåäö]+ ){1,3}(?:AB|[Kk]ommun|[Ff]örening|IF|FK)|Region [A-ZÅÄÖ]\w+|[A-ZÅÄÖ]\w+ AB [A-ZÅÄÖ]\w+"
    r"|Länsstyrelsen(?: i)?(?: [A-ZÅÄÖ][\wåäö]+){0,2}(?: län)?"
)
_NAME = re.compile(r"[A-ZÅÄÖ][\w-]*(?: (?:och |i )?[A-ZÅÄÖa-zåäö][\w-]*){0,3}")
_SEPARATOR = re.compile(r"\s*[,;]\s*(?![^()]*\))|(?<!-)\s+(?:och|samt)\s+(?=[A-ZÅÄÖ])")
_BESIDE = re.compile(r"\s*\([^()]*\)")
_FEWEST = 2


def authorities_of(text: str) -> list[str]:
    """The names of a list in which two or more are authorities and nobody is a person; else none."""
    parts = [_BESIDE.sub("", part).strip(" .") for part in _SEPARATOR.split(text.strip())]
    named = [part for part in parts if part]
    if sum(bool(_AUTHORITY.fullmatch(part)) for part in named) < _FEWEST:
        return []
    if any(is_given_name(part.split()[0]) and is_person_name(part) for part in named):
        return []
    return named if all(map(_NAME.fullmatch, named)) else []
