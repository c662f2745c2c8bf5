"""What is shared out by a thing and a name alone: "Korv: Karin", "Växelkassa – Bo".

Such a line says who sees to what where something else is to be done in the same matter. By itself
it may as well say who reported, who won or who belongs where.
"""

import re

from minutes.expressions import regex
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.people.names import is_given_name
from minutes.recognition.rules.actions.owners import NAMES, Owners
from minutes.recognition.rules.actions.promise import Context

_SHARED = regex(
    rf"(?P<thing>[A-ZÅÄÖ][\wåäöé-]+(?:(?:,\s|\s)[\wåäö-]+){{0,4}})(?:\s?:|\s[–-])\s(?P<who>{NAMES})(?:,\smed\shjälp\sav\s[^.:]{{2,40}})?(?P<due>,?\s\(?(?:till|senast|före|innan|inför|klart?|den|på)\s[^.:()]{{2,25}}\)?)?\s*[.]?$"
)
# What is done stands first: "Målning av staketet – Bo".
ACTIVITY = regex(
    r"(?:Fika(?:\still)?\snästa\s|\w*(?:målning|bokning|beställning|städning|röjning|tryckning|uppdatering|lagning|reparation|montering|inventering|affischering|annonsering|skyltning|bakning|hämtning|skottning|klippning|putsning)|\w*(?:inköp|utskick)|(?!redovisning|justering|dragning|öppning|avslutning|fördelning|styrning|ledning)\w{2,}ning\sav)\b",
    re.IGNORECASE,
)
_AND = regex(r",\s|\s?[/+&]\s?|\s(?:och|o|samt)\s")
_LAST_NAME = regex(r"(?::|\s[–-])\s@?[A-ZÅÄÖ][\w-]*[^:;!?]{0,60}$")
# These stand for people, for parts of the meeting, or before who said it.
_NO_THING = regex(
    r"(?:\w*(?:are|are?n|ör|ist|ombud|person|personer|representant|medlem|medlemmar|ledamöter|ledamot|gäst|gäster|vuxna|barn|elever|personal|lärare|föräldrar|åk|årskurs|\d+|lag|grupp|gruppen|klass|team|kommitté|utskott|nämnd|råd|styrelse|avdelning\w*|sektion\w*|förening|skola|kommun|facklig\w*|"
    r"val|hörande|förslag\w*|rapport\w*|punkt\w*|paragraf|bilaga|kontakt\w*|information|info|tack|källa|text|foto|bild|röster|röst|plats\w*|pris|öppn\w*|avslut\w*|närvar\w*|frånvar\w*|förhinder|deltog|sign|justera\w*|"
    r"ordet|fråga|frågor|svar|kommentar\w*|synpunkt\w*|yrkande\w*|beslut\w*|obs|ps|ekonomi\w*|vinn\w*|etta|tvåa|trea|guld|silver|brons|presentation|föredrag\w*|född\w*|avgång|ansvarig\w*|organisation|företag|region))$",
    re.IGNORECASE,
)


def may_share_out(text: str) -> bool:
    """Whether a name stands last, after a colon or a dash."""
    return (": " in text or " – " in text or " - " in text) and bool(_LAST_NAME.search(text))


def shared_out(text: str, context: Context) -> Owners | None:
    """Who sees to the thing, where the line is no more than a thing and names that are known."""
    match = _SHARED.match(text.strip())
    if match is None:
        return None
    words = match["thing"].split()
    if (
        any(map(_NO_THING.match, words))
        or ROLE_WORDS.search(match["thing"])
        or tells(match["thing"])
    ):
        return None
    # Tasks are shared out among "Karin och Bo"; full names stand beside what they represent.
    names = _AND.split(match["who"])
    task = context.among_tasks or match["due"] or ACTIVITY.match(text)
    known = (
        context.roster.knows(name) or (task and is_given_name(name.partition(" ")[0]))
        for name in names
    )
    full = any(" " in name for name in names) and not (match["due"] or ACTIVITY.match(text))
    short = not full and all(known)
    owners = context.owners(match["who"]) if short else None
    if match["due"] and not names_due(match["due"]):
        return None
    return owners if owners and not context.owners(match["thing"]) else None
