"""What others than those who met undertake: "Skolan återkommer", "Sjöbolaget tittar på hur de kan"."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.verbs import is_infinitive, present_of, promises
from minutes.recognition.language.vocabulary import GROUPS, OTHER_BODIES, PARTNERS, is_group
from minutes.recognition.language.words import holds_any
from minutes.recognition.rules.actions.owners import OFFICE, Owners
from minutes.recognition.rules.actions.promise import Context, Promise, promised
from minutes.recognition.rules.actions.promise_verdict import STANDING, verdict

_COMES_BACK = regex(
    r"(?P<who>[A-ZÅÄÖ][a-zåäö]+)\s(?:(?:undersöker|utreder|ser över)\s[^.;]*\boch\s)?"
    r"(?:återkommer|återkopplar|tar\s+(?:med\s+sig|frågan|frågorna|detta|det))\b(?!\s+(?:inte|ej)\b)[^;]*$"
)
_COMING_BACK = ("återkommer", "återkopplar", "tar")  # one of these stands in all that it finds
# "RoS", "MSB": letters by which an organisation is called.
_SHORT = regex(r"[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ]{1,5}")
_SHORT_COMES_BACK = regex(
    r"(?P<who>[A-ZÅÄÖ]\w+(?: och [A-ZÅÄÖ]\w+)?) (?:återkommer|återkopplar)\b(?! (?:inte|ej)\b)"
)
_ONE = r"[A-ZÅÄÖ][\w-]{2,}(?:\s[A-ZÅÄÖ][\w-]+)?"
_LOOKS_INTO = regex(
    rf"(?P<who>{_ONE})\s(?:tittar\spå|undersöker|utreder|kollar|ser\söver|räknar\spå)\s(?:om|hur|ifall)\s(?:de|dom)\s(?:själva\s)?(?:kan|skulle\skunna|har\smöjlighet)\b"
)
_EACH_ONE = regex(
    rf"(?P<who>(?:{_ONE},\s)*{_ONE}\s(?:och|samt)\s{_ONE})\s(?P<verb>\w+r)\s(?P<after>(?:\w+\s){{0,3}}?(?:varsin|varsitt|varsina|var\s(?:sin|sitt|sina))\b.*)$",
    re.DOTALL,
)
_MANY = ("Alla ", "Samtliga ", "Respektive ", "Hela ", "Varje ")
_ALL_OF_THEM = regex(
    r"(?P<who>(?:Alla|Samtliga)\s[a-zåäö-]+(?:ar|er|or|re|na|n|än)|(?:Respektive|Varje)\s[a-zåäö-]+|Hela\s[a-zåäö-]+(?:gruppen|laget|kommittén|nätverket))"
    r"\s(?P<verb>\w+r)\s(?P<after>.+)$",
    re.DOTALL,
)
_A_GROUP = regex(
    r"(?P<who>En\s(?:(?:mindre|liten|ny|särskild)\s)?\w*(?:grupp|kommitté|delegation))\s(?:ska|skall|får\si\suppdrag\satt|kommer\satt)\s(?P<verb>\w+)\s\S"
)
_ARE_ASKED = regex(
    r"(?P<who>(?:Alla|Samtliga)\s[a-zåäö-]+(?:\si\s[\wåäö ]{2,30}?)?)\s(?:uppmanas|ombeds|ombedes)\satt\s\S"
)
_BODY = r"[A-ZÅÄÖ][\wåäö-]*(?:\s(?!och\b)[\wåäö-]+){0,3}?"
_OF_BODY = regex(
    rf"(?P<who>{_BODY}(?:\soch\s{_BODY})?)\s(?:(?:ska|skall|kommer\satt)\s(?P<infinitive>\w+)|(?P<verb>[a-zåäö]+r))(?P<after>\s[^;?]+|\s*\.?)$"
)
# What organisations undertake towards those with whom they met; what else they do is told.
_TOWARDS_OTHERS = frozenset(
    """återkommer återkopplar undersöker kollar skickar mailar mejlar kontaktar bokar bjuder kallar stämmer hör ser tar
    delar sammanställer kompletterar meddelar tittar ordnar""".split()
)
_TOLD = regex(
    r"(?:ser|tar|hör)\b(?!\s(?:över|med\ssig|fram|reda|kontakt|frågan|upp\s|med\s|efter|av\ssig))"
)


def comes_back(text: str, context: Context) -> Promise | None:
    """Such as "Skolan återkommer med besked": others of whom an answer is awaited."""
    match = _COMES_BACK.match(text) if holds_any(text, _COMING_BACK) else None
    if match and match["who"].casefold() in PARTNERS:
        return _of(match["who"], "någon utanför återkommer")
    short = _SHORT_COMES_BACK.match(text) if " återk" in text else None
    if short is None or not any(map(_SHORT.fullmatch, short["who"].split())):
        return None
    names = tuple(short["who"].split(" och "))
    return promised(Owners(names, short["who"], LIKELY), LIKELY, "någon utanför återkommer")


# "Förvaltningschefen svarar att förvaltningen tar med sig frågan": one for others.
_REPLIES = regex(
    rf"^[^,.]{{2,60}}?\s(?:svarar|svarade|lovar|lovade|säger|sade)\s+att\s+(?P<who>{OFFICE}|{_ONE})\s+"
    r"(?:återkommer|tar\s+(?:med\s+sig|upp|tag\s+i)|(?:ska|skall)\s+(?:återkomma|undersöka|kolla|se\s+över|ta\s+med|ta\s+upp|kontakta|bjuda\s+in))\b"
)


def replied(text: str, context: Context) -> Promise | None:
    """Such as "Bo svarar att kansliet tar med sig frågan"."""
    match = _REPLIES.match(text) if " att " in text else None
    owners = context.owners(match["who"]) if match else None
    return promised(owners, LIKELY, "lovat för andra") if owners else None


def represented(text: str, context: Context) -> Promise | None:
    """Such as "Sjöbolaget skickar kartan": an organisation from which somebody has come."""
    begins = context.roster.begins_organisation(text.partition(" ")[0])
    match = _OF_BODY.match(text) if begins else None
    if match is None:
        return None
    bodies = match["who"].split(" och ")
    if not all(map(context.roster.represents, bodies)):
        return None
    verb = match["verb"] or present_of(match["infinitive"])
    after = match["after"].strip()
    if verb not in _TOWARDS_OTHERS or _TOLD.match(f"{verb} {after}") or not promises(verb, after):
        return None
    if re.match(r"(?:inte|ej)\b", after):
        return None
    return promised(Owners(tuple(bodies), match["who"], LIKELY), LIKELY, "en organisation på mötet")


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


def a_group(text: str, _context: Context) -> Promise | None:
    """Such as "En särskild kommitté ska ordna en loppis"; what a group is in general is none."""
    return _if_to_do(_A_GROUP.match(text), "en grupp ska") if text.startswith("En ") else None


# "Eleverna i parkgruppen påminner klasserna i veckan": by a day, and by nobody named.
_THEY = regex(
    r"(?P<who>[A-ZÅÄÖ]\w{2,}(?:arna|erna|orna)(?:\s(?:i|från|på)\s\w+)?)\s(?P<verb>[a-zåäö]+r)\s(?P<after>.+)$",
    re.DOTALL,
)


def they(text: str, context: Context) -> Promise | None:
    """Such as "Eleverna i parkgruppen påminner klasserna i veckan"."""
    match = _THEY.match(text) if "rna " in text else None
    if match is None or not promises(match["verb"], match["after"]):
        return None
    if _towards_others(match):
        return _of(match["who"], "en grupp av dem")
    return _of(match["who"], "en grupp till en viss tid") if names_due(text) else None


_ASKED_BEGIN = frozenset("ASNFVÖBR")
# "Några arbetsgrupper ombeds att inkomma med synpunkter"
_ASKED = regex(
    r"(?P<who>(?:Alla|Samtliga|Några|Flera|Vissa|Övriga|Berörda|Respektive)\s[a-zåäö]{4,})\s(?:ombeds|ombads|uppmanas|uppmanades)\s(?:att\s)?(?P<verb>[a-zåäö]+)\b"
)


def several_asked(text: str, _context: Context) -> Promise | None:
    """Such as "Några arbetsgrupper ombeds att inkomma med synpunkter"."""
    return _if_to_do(_ASKED.match(text), "några ombeds") if text[:1] in _ASKED_BEGIN else None


def _if_to_do(match: re.Match[str] | None, reason: str) -> Promise | None:
    """What they are to do, if the verb is one of doing."""
    return _of(match["who"], reason) if match and is_infinitive(match["verb"]) else None


# "Nya styrelsen bokar", and of others "Tekniska kontoret återkommer".
_UNIT = regex(
    r"(?P<who>(?P<own>Nya|Gamla|Hela|Avgående|Lokala|Utökade)?(?(own)|[A-ZÅÄÖ][a-zåäö]+a)\s(?P<body>[a-zåäö]{4,}))\s(?P<verb>[a-zåäö]+)\s(?P<after>.+)$",
    re.DOTALL,
)


def a_unit(text: str, context: Context) -> Promise | None:
    """Such as "Nya styrelsen bokar en träff", "Tekniska kontoret undersöker saken"."""
    match = _UNIT.match(text)
    body = match["body"] if match else ""
    if match is None or not (body in GROUPS or is_group(body)):
        return None
    if not match["own"] and not (
        promises(match["verb"], match["after"]) and _towards_others(match)
    ):
        return None
    owners = Owners((match["who"],), match["who"], LIKELY)
    return verdict(owners, f"{match['verb']} {match['after']}", context)


def all_of_them(text: str, context: Context) -> Promise | None:
    """Such as "Alla lag skickar in sina listor senast den 3 maj": asked of each of them, by a day."""
    asked = _ARE_ASKED.match(text) if text.startswith(_MANY) else None
    if asked and names_due(text):
        return _of(asked["who"], "alla till en viss dag")
    match = _ALL_OF_THEM.match(text) if text.startswith(_MANY) else None
    if match is None or not promises(match["verb"], match["after"]):
        return None
    if text.startswith("Respektive ") and _towards_others(match):
        return _of(match["who"], "var och en av dem")
    return _of(match["who"], "alla till en viss dag") if names_due(text) else None


def _towards_others(match: re.Match[str]) -> bool:
    """Whether what they do is an errand by itself, and nothing that they do always."""
    verb, after = match["verb"], match["after"]
    told = _TOLD.match(f"{verb} {after}") or STANDING.search(after)
    return verb in _TOWARDS_OTHERS and not told


def _of(who: str, reason: str) -> Promise:
    return promised(Owners((who,), who, LIKELY), LIKELY, reason)
