"""What others than those who met undertake: "Skolan återkommer", "Sjöbolaget tittar på hur de kan"."""

import re

from minutes.recognition.findings import LIKELY
from minutes.recognition.rules.owners import Owners
from minutes.recognition.rules.promise import Context, Promise, promised
from minutes.recognition.verbs import promises
from minutes.recognition.vocabulary import OTHER_BODIES, PARTNERS

_COMES_BACK = re.compile(
    r"(?P<who>[A-ZÅÄÖ][a-zåäö]+)\s(?:(?:undersöker|utreder|ser över)\s[^.;]*\boch\s)?"
    r"(?:återkommer|återkopplar|tar\s+(?:med\s+sig|frågan|frågorna|detta|det))\b(?!\s+(?:inte|ej)\b)[^;]*$"
)
_ONE = r"[A-ZÅÄÖ][\w-]{2,}(?:\s[A-ZÅÄÖ][\w-]+)?"
_LOOKS_INTO = re.compile(
    rf"(?P<who>{_ONE})\s(?:tittar\spå|undersöker|utreder|kollar|ser\söver|räknar\spå)\s(?:om|hur|ifall)\s(?:de|dom)\s(?:själva\s)?(?:kan|skulle\skunna|har\smöjlighet)\b"
)
_EACH_ONE = re.compile(
    rf"(?P<who>(?:{_ONE},\s)*{_ONE}\s(?:och|samt)\s{_ONE})\s(?P<verb>\w+r)\s(?P<after>(?:\w+\s){{0,3}}?(?:varsin|varsitt|varsina|var\s(?:sin|sitt|sina))\b.*)$",
    re.DOTALL,
)


def comes_back(text: str, context: Context) -> Promise | None:
    """Such as "Skolan återkommer med besked": others of whom an answer is awaited."""
    match = _COMES_BACK.match(text)
    if match is None or match["who"].casefold() not in PARTNERS:
        return None
    return _of(match["who"], "någon utanför återkommer")


def looks_into(text: str, context: Context) -> Promise | None:
    """Such as "Sjöbolaget tittar på hur de kan låna ut en pråm": what they find out is waited for."""
    match = _LOOKS_INTO.match(text) if " om " in text or " hur " in text else None
    if match is None or OTHER_BODIES.match(match["who"].casefold()):
        return None
    return _of(match["who"], "någon utanför undersöker vad de kan")


def sharing(text: str) -> int:
    """Where the names end of those who do one each; 0 in another sentence."""
    match = _EACH_ONE.match(text) if " vars" in text or " var s" in text else None
    return match.end("who") if match else 0


def each_one(text: str, context: Context) -> Promise | None:
    """Such as "Sjöbolaget och Norrby IF ordnar varsin båt": the task is shared out among them."""
    match = _EACH_ONE.match(text) if " vars" in text or " var s" in text else None
    if match is None or not promises(match["verb"], match["after"]):
        return None
    names = re.split(r",\s|\s(?:och|samt)\s", match["who"])
    resolved = tuple(context.roster.resolve(name) for name in names)
    return promised(Owners(resolved, match["who"], LIKELY), LIKELY, "de gör varsin")


def _of(who: str, reason: str) -> Promise:
    return promised(Owners((who,), who, LIKELY), LIKELY, reason)
