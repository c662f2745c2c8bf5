"""The verb before its subject: "Till nästa möte tar Karin fram ett förslag", "Om det går ringer Bo"."""

import re
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY
from minutes.recognition.language.verbs import PRESENT
from minutes.recognition.language.vocabulary import GROUPS, OFFICES
from minutes.recognition.rules.actions.owners import NAMES, OFFICE, PRONOUNS, Owners, person_told_of
from minutes.recognition.rules.actions.promise import Context, Promise
from minutes.recognition.rules.actions.promise_verdict import verdict

_FRONTED = regex(
    rf"^(?P<front>[^.?!]{{2,110}}?)\s+(?P<verb>(?!(?:som|att)\b)[a-zåäö]+(?:\ssig)?)\s+(?P<who>(?i:{OFFICE})(?=[\s.,])|(?:han|hon|hen)\b|{NAMES})(?P<rest>[.!]?|[\s,]+[^?]*)$",
    re.DOTALL,
)
_ALL_OF = regex(r"(?:alla|samtliga)\s+\w+(?:ar|er|or|na|n)\b", re.IGNORECASE)  # no subject
# "Den som vill hjälpa till ringer Bo", "Intresserade kontaktar Karin": others turn to the one named.
_WHO_TURNS_TO = regex(
    r"(?:(?:den|de|dom|alla|ni|någon|medlem\w*|boende|hyresgäst\w*|föräldrar\w*|deltagar\w*|vårdnadshavare)(?:\s+som\b.*)?|(?:intresserad|frivillig)\w*|du|man)$",
    re.IGNORECASE | re.DOTALL,
)
# "Om ingen annan anmäler sig tar Karin det": hers, unless another comes.
_DEPENDS = regex(
    r"(?:om(?!\s+(?:ingen|inget)\b)|ifall|när|att|här|(?:Skulle|Blir|Går|Finns|Räcker|Behövs|Krävs|Regnar|Får|Är)(?=\s(?:det|vi|de|den|inte)\b))\b",
    re.IGNORECASE,
)
# "När listan är klar skickar vi ut den": once, and by those who met.
_WHEN_DONE = regex(
    r"När\s(?!vi\b|man\b|någon\b)[^,.]*\s(?:klar\w*|färdig\w*|har\skommit|har\ssvarat)\W*$"
)
_TOLD_SO = ("Som tidigare ", "Kanske", "Antagligen", "Möjligen", "Eventuellt")
_IF = frozenset("om ifall när skulle blir går finns räcker behövs krävs regnar får är".split())
_BARE_CONDITION = 2  # words: "Om Bo", after which the verb is its own
_MODALS = frozenset(
    """ska skall måste kommer får fick åtar åtog påtar påtog tog lovar lovade ombeds ombads uppmanas uppmanades
    erbjuder erbjöd anmäler anmälde uppdras uppdrogs""".split()
)


def _verb_before_name(text: str) -> bool:
    """Whether some verb of doing stands right before a name, an office or a group."""
    words = text.replace(" sig ", " ").split()  # "åtog sig Karin"
    for verb, after in pairwise(words[1:]):
        if verb in PRESENT or verb in _MODALS:
            subject = after.strip(".,;")
            if (
                after[:1].isupper()
                or after[:1] == "@"
                or after in PRONOUNS
                or subject in OFFICES
                or subject in GROUPS
            ):
                return True
    return False


def _on_condition(front: str) -> bool:
    """Whether it is a whole clause, "Om det går", before what is then done: "söker Karin bidraget"."""
    words = front.rstrip(",").split()
    return words[0].casefold() in _IF and len(words) > _BARE_CONDITION


def _whom(who: str, front: str, context: Context) -> Owners | None:
    """Whom the words after the verb name; "hon" is the one person of the clause before."""
    before = front[:1].lower() + front[1:]
    named = person_told_of(before, context.roster) if who in PRONOUNS else None
    return named or context.owners(who)


def _names_one(condition: str, context: Context) -> bool:
    """Whether the clause is of somebody: "Om Bo kommer", not "Får vi inget svar"."""
    word = condition.split()[1]
    return word.casefold() != "vi" and context.owners(word) is not None


def fronted(text: str, context: Context) -> Promise | None:
    """Such as "Till nästa möte tar Karin fram ett förslag": the verb before its subject."""
    match = _FRONTED.match(text) if _verb_before_name(text) else None
    if match is None or match["front"].startswith(_TOLD_SO):
        return None
    depends = match["who"] not in PRONOUNS and _DEPENDS.match(match["front"])
    if depends and not _on_condition(match["front"]):
        return None
    verb = match["verb"].casefold().removesuffix(" sig")
    if verb not in PRESENT and verb not in _MODALS:
        return None
    if re.search(r"\b(?:att|som|och|men)$", match["front"], re.IGNORECASE):
        return None
    owners = _whom(match["who"], match["front"], context)
    if _ALL_OF.match(f"{match['who']}{match['rest']}") or _WHO_TURNS_TO.match(match["front"]):
        return None
    if owners is None or (owners.names and any(map(context.owners, match["front"].split(",")))):
        return None
    if (
        depends
        and not _WHEN_DONE.match(match["front"])
        and (owners.confidence < LIKELY + 0.1 or _names_one(match["front"], context))
    ):
        return None  # "Om det behövs kallar ordföranden", a rule for an office; "Om Bo kommer"
    told = replace(context, decided=False)
    # The words before the verb count as well: "På nästa möte redovisar Karin enkäten".
    front = match["front"][:1].lower() + match["front"][1:]
    rest = f"{match['verb']} {match['rest'].strip(' .!')} {front}"
    found = verdict(owners, rest, told)
    sure = LIKELY if depends else 1.0
    return found and replace(found, confidence=min(found.confidence, sure))
