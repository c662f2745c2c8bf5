"""Somebody whom nobody lists and whose name is not known: "Tusse ringer banken"."""

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY
from minutes.recognition.language.verbs import PRESENT, promises
from minutes.recognition.language.vocabulary import OFFICES_AND_GROUPS, PARTNERS, is_group
from minutes.recognition.people.names import NOT_IN_NAMES, is_given_name
from minutes.recognition.rules.actions.owners import NOT_SUBJECTS, Owners

# One word with a capital; what ends as a definite or a plural noun does is a thing or a body.
_ONE_WORD = regex(
    r"[A-ZÅÄÖ][a-zåäöé]{1,11}(?<!en)(?<!et)(?<!na)(?<!or)(?<!ar)(?<!er)(?<!ing)(?<!tion)"
)
# Only people do these, not firms and things: "Motorn går", "Firman byter".
_OF_PEOPLE = frozenset(
    """kolla ringa kontakta mejla maila skicka skriva fixa ordna boka köpa beställa fråga prata undersöka
    sammanställa återkomma hämta handla baka höra ta""".split()
)
_SHALL = regex(r"(?:ska|skall)\s+(?P<verb>\w+)\s")


def unknown_person(who: str, rest: str) -> Owners | None:
    """The one word as somebody's name, where what follows is what only people do."""
    folded = who.casefold()
    if not _ONE_WORD.fullmatch(who) or is_given_name(who) or folded in NOT_SUBJECTS:
        return None
    if folded in NOT_IN_NAMES | OFFICES_AND_GROUPS | PARTNERS or is_group(who):
        return None
    verb, _, after = rest.partition(" ")
    shall = _SHALL.match(rest)
    subject = after.partition(" ")[0].strip(".,")
    if subject in OFFICES_AND_GROUPS or is_group(subject) or is_given_name(subject):
        return None  # "Kaffe ordnar kassören": the thing first
    does = PRESENT.get(verb) in _OF_PEOPLE and promises(verb, after)
    if does or (shall and shall["verb"] in _OF_PEOPLE):
        return Owners((who,), who, LIKELY + 0.08)  # less than for a known given name
    return None
