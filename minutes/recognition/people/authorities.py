"""Lists of those present that name bodies instead of people: "Granverket, Hembygdsföreningen"."""

from minutes.expressions import regex
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.with_bodies import BODY

_AUTHORITY = regex(
    r"[A-ZÅÄÖ][\wåäö]*(?:- och [\wåäö]+)?(?:verket|myndigheten|förmedlingen|inspektionen|kassan|fogden|föreningen|förbundet|bolaget|klubben|kyrkan|sällskapet|kåren|polisen|kommunen|regionen|skolan|styrelsen|sällskap|sektionen|byrån|centralen)"
    r"|Polisen|Kommunen|Regionen|Räddningstjänsten|(?:[A-ZÅÄÖ][\wåäö]+ ){1,3}(?:AB|[Kk]ommun|[Ff]örening|IF|FK)|Region [A-ZÅÄÖ]\w+|[A-ZÅÄÖ]\w+ AB [A-ZÅÄÖ]\w+"
    r"|Länsstyrelsen(?: i)?(?: [A-ZÅÄÖ][\wåäö]+){0,2}(?: län)?"
)
_NAME = regex(r"[A-ZÅÄÖ][\w-]*(?: (?:och |i )?[A-ZÅÄÖa-zåäö][\w/-]*){0,6}")
_SEPARATOR = regex(r"\s*[,;]\s*(?![^()]*\))")
_AND = regex(r"(?<!-)\s+(?:och|samt)\s+(?=[A-ZÅÄÖ])")
_BESIDE = regex(r"\s*\([^()]*\)")
_SURELY = 2  # so many authorities beside names that could be a person's


def authorities_of(text: str) -> list[str]:
    """The names of a list in which some are authorities and nobody is a person; else none."""
    parts = [_BESIDE.sub("", part).strip(" .") for part in _SEPARATOR.split(text.strip())]
    named = [name for part in parts if part for name in _apart(part)]
    found = sum(bool(_AUTHORITY.fullmatch(name)) for name in named)
    if not found or any(is_given_name(name.split()[0]) for name in named):
        return []
    if is_person_name(named[0]) and not any(map(BODY.fullmatch, named[0].split())):
        return []  # somebody, and what she represents: "Xiba Tran, Högskolan"
    if found < _SURELY and (len(named) < _SURELY or any(map(is_person_name, named))):
        return []
    return named if all(map(_NAME.fullmatch, named)) else []


def _apart(part: str) -> list[str]:
    """The two of "Polisen och Granverket"; the "och" of "Sveriges Hamnar och Regioner" is its own."""
    match = _AND.search(part)
    if match is None or not _AUTHORITY.fullmatch(part[: match.start()]):
        return [part]
    return [part[: match.start()], part[match.end() :]]
