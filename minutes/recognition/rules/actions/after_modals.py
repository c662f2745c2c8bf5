"""What the infinitive after "ska", "behöver" or "ombeds" makes of it, where that may be no deed."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY
from minutes.recognition.language.commitments import STATIVE_AFTER_MODAL
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.verbs import is_infinitive
from minutes.recognition.rules.actions.owners import Owners
from minutes.recognition.rules.actions.promise import Promise, promised

# "Bo kommer snart att lämna styrelsen": news, and nothing to remind him of.
_LEAVES = regex(
    r"(?:ersätta|vikariera)\b|lämna\s+(?:(?:sitt|sin|sina)\b|\w*(?:styrelsen|föreningen|klubben|nämnden|gruppen|uppdraget|posten|kommunen|tjänsten|mötet)\b)"
)
# "Bo ska flytta i höst", "till Norrby"; "Bo ska flytta bänken" is a deed.
_MOVES = regex(
    r"flytta(?:\W*$|\s+(?:i|under|nästa|hem|utomlands|härifrån|(?:till|från)\s+(?:[A-ZÅÄÖ]\w+|sommaren|hösten|våren|vintern|ett?\s|annan))\b)"
)
# "Styrelsen ska fatta beslut till hösten": a decision to come.
_DECIDES = regex(r"besluta\b(?!\s+att\b)|(?:fatta|ta)\s+beslut\b")
# Deeds, with their second word: "fylla i en enkät", where to fill 50 is none.
_DEEDS = frozenset(
    {"fylla i", "fylla på", "känna efter", "känna av", "få ut", "gå runt", "komma med", "komma in", "gå ut", "gå igenom", "gå djupare", "gå vidare", "gå över", "få fram", "få tag", "få ihop", "få till", "få igång", "få in", "få med"}
)  # fmt: skip
_GOES_TO = regex(
    r"ha\s(?:ett|en)\s(?:\w+\s)?\w*(?:möte|genomgång|träff|workshop|utbildning|avstämning|samtal|dialog|utvecklingssamtal)\s(?:med|för|om)\b|(?:gå|delta)\s(?:på|i|vid)\s(?:[\w-]+\s)?\w*(?:möte|kurs|utbildning|träff)\w*\b.*\d|gå\still\s\w+(?:en|et)\b"
)
# What somebody does, but what a thing or a body only is.
_OF_SOMEBODY = regex(
    r"ha\s(?:med\s(?:sig\s)?|kontakt\smed\s)|leda\sarbetet\b|vara\sbehjälplig"
    r"|börja\s(?:med\satt\s)?(?!jobba|arbeta|studera|plugga|läsa|spela|träna)\w+a\b"
    r"|komma\stillbaka\s(?:med|till\s(?:mötet|styrelsen|nämnden|gruppen|frågan))\b"
)
# "Bo kan ringa banken": in notes an offer is a promise, where what it is about is asked of others.
OFFERS = regex(
    r"(?:ta\s(?:hand\som|på\ssig|kontakt)|se\söver|kolla|ringa|fråga|höra\smed|kontakta|mejla|maila|boka|ordna|fixa|skriva|undersöka|skicka|beställa|hämta)\s(?!om\sman\b|sig\b|inte\b|själv\b|på\sproblem)[^?]{3,}$"
)
_DONE_BY = regex(
    r"(?:ha\s+(?:\w+\s)?\w+(?:at|it|tt|rt|st|gt|lt)|ha\s(?:[\w-]+\s){1,4}?(?:klar|färdig)\w*|vara\s+(?:klar[at]?|färdig[at]?))\b"
)


def after_modal(owners: Owners, said: str, after: str) -> Promise | None:
    """What the infinitive after "ska", "behöver" or "ombeds" makes of it, where that is no deed."""
    words = after.split()
    verb = re.sub(r"\W", "", words[0]).casefold()
    if said.startswith("behöver"):
        ours = bool(owners.names) or (owners.folded == "vi" and verb not in STATIVE_AFTER_MODAL)
        if ours and is_infinitive(verb) and (names_due(after) or OFFERS.match(after)):
            return promised(owners, LIKELY, "namn + ”behöver” + när")
        return promised(owners, 0.0, "tillstånd eller behov, ingen åtgärd")
    does = bool(
        " ".join(words[:2]) in _DEEDS
        or _GOES_TO.match(after)
        or (owners.are_people and _OF_SOMEBODY.match(after))
    )
    if verb in STATIVE_AFTER_MODAL and not does:
        if _DONE_BY.match(after) and names_due(after):
            return promised(owners, LIKELY, f"{who(owners)} + ”{said}” + när")
        return promised(owners, 0.0, "tillstånd eller behov, ingen åtgärd")
    if _MOVES.match(after) or (said.startswith("kommer") and _LEAVES.match(after)):
        return promised(owners, 0.0, "någon lämnar, ingen åtgärd")
    if _DECIDES.match(after) and not owners.are_people:
        return promised(owners, 0.0, "ska beslutas, ingen åtgärd")
    if verb.endswith("s") and not is_infinitive(verb):
        return promised(owners, 0.0, "passiv: den som nämns ska inte själv göra det")
    return None


def who(owners: Owners) -> str:
    """What the owners are, as the reasons call them."""
    return "namn" if owners.are_people else "roll eller grupp"
