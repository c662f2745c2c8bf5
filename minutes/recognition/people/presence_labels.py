"""Labels of lists of people, and whether those under them were there, away or copied in.

The common ones are in the vocabulary. The others are put together of the same few words,
"Närvarande ledamöter på distans", "Ej anmält frånvaro": a label that consists of nothing
else is one of theirs.
"""

from functools import lru_cache

from rapidfuzz.distance import OSA

from minutes.expressions import regex
from minutes.recognition.findings import Presence
from minutes.recognition.language.vocabulary import PRESENCE_LABELS, is_group
from minutes.recognition.people.english_labels import english_presence_of

_LONGEST = 8  # words
_LONGEST_GLUED = 6  # letters
_AWAY = ("frånvar", "förhind", "återbud", "förfall", "sjukanmäl", "bortrest")
_THERE = (
    "närvar", "deltag", "deltog", "deltar", "beslutande", "tjänstgör", "adjungera", "inbjud",
    "mötesdeltag", "åhörar", "föredragande", "insynsplats", "uppkopplad", "medverka",
)  # fmt: skip
_PARTIES = ("fackliga", "arbetsgivar", "arbetstagar")  # of a negotiation
_NOT = frozenset({"ej", "inte", "icke"})
# After these "ej" says that somebody had no vote, not that he was away.
_NO_VOTE = ("tjänstgör", "beslutande", "röst", "ordinarie")
_BESIDE = frozenset(
    """
    alla anmäld anmälda anmälde anmält annan av båda dagens delvis dels del dessutom digitala digitalt distans
    efter ej eller enligt ersättare facket fackliga folkvalda fysiskt för förbundet föreningen förtroendevalda förvaltningen
    från följande gäster hade har helt i icke idag inte jämte kansliet klubben kommunen kontoret ledamot ledamöter lista listan
    lokalen länk med medlem medlemmar medlemmarna meddelad meddelade meddelat möte mötet nämnden ombud online ordinarie
    organisationen organisationer organisationerna personal personalen personer per plats politiker på representanter rummet rösträtt röstberättigade salen samt
    sammanträdet skype st styrelse styrelseledamöter styrelsemedlemmar styrelsen stycken suppleant suppleanter teams telefon
    tjänstemän tjänstepersoner tillfälligt under utan utanför valda var via video vid yttranderätt zoom är även också och övrig övriga
    utöver revisor revisorer valberedning valberedningen lämnat giltigt deltagare gruppen utskottet rådet dem de som kommun
    region presentation presentationsrunda upprop politiska tjänst externa externt interna extra adjungerade arbetstagarsidan arbetsgivaren arbetsgivarsidan parter företrädare anställda
    """.split()
)
_OF_WHICH = frozenset({"från", "ur"})
_OFTEN_MISSPELT = ("närvarande", "frånvarande", "förhinder")
_WORD = regex(r"[\w.-]+")
_KEPT_AWAY = "frånhindrad frånhindrade förhindrad frånvaroanmäld frånvaroanmälda sjukanmäld sjukanmälda bortrest bortresta"
_KNOWN = {**dict.fromkeys(_KEPT_AWAY.split(), Presence.ABSENT), **PRESENCE_LABELS}
_COUNTED = regex(
    r"(?:vi|där|här|det) (?:är|var|blev|kom) (?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton)"
    r"(?: [a-zåäö]+){0,4}"
)


@lru_cache(maxsize=4096)
def presence_of(label: str) -> Presence | None:
    """How those stand whom this label, in lower case, lists; None where it lists nobody."""
    known = _KNOWN.get(label)
    if known is not None or not label:
        return known
    if english := english_presence_of(label):
        return english
    if label.endswith(", närvarande"):
        return Presence.PRESENT  # "Presentationsrunda, närvarande"
    if label.startswith(("vi ", "där ", "här ", "det ")) and _COUNTED.fullmatch(label):
        return Presence.PRESENT  # "Vi var sju: Anna, Bo …"
    words = _WORD.findall(label)
    if len(words) == 1:
        return next((PRESENCE_LABELS[w] for w in _OFTEN_MISSPELT if _is_nearly(label, w)), None)
    if not 2 <= len(words) <= _LONGEST:
        return None
    apart = label.startswith(f"{words[0]}, ") and (is_group(words[1]) or words[1] in _BESIDE)
    if (words[1] in _OF_WHICH or apart) and words[0] in PRESENCE_LABELS:
        return PRESENCE_LABELS[words[0]]  # "Närvarande från parkgruppen", "Närvarande, gruppen"
    if not all(map(_may_stand, words)):
        return None
    if any(word.startswith(_AWAY) for word in words):
        return Presence.ABSENT
    if words[0] in {"för", "från"} and any(word.startswith(_PARTIES) for word in words):
        return Presence.PRESENT
    there = [place for place, word in enumerate(words) if word.startswith(_THERE)]
    if not there:
        return None
    without = any(
        words[place] in _NOT and not words[place + 1].startswith(_NO_VOTE)
        for place in range(len(words) - 1)
    )
    return Presence.ABSENT if without else Presence.PRESENT


_ITEM_BEGINS = (
    "närvar", "närv.", "frånvar", "förhind", "återbud", "deltag", "deltog", "present", "attend", "absent", "apolog", "particip", "regret", "excused",
)  # fmt: skip


_COUNTED_THERE = (" närvarade", " deltog", " närvarande", " var med")
_LISTS_AS_TITLES = frozenset({"röstlängd", "adjungeringar", "upprop", "roll call"})


def presence_of_item(title: str) -> Presence | None:
    """The same of an item's title; "Ledamöter" and "Revisorer" are as titles of elections."""
    label = title.strip(" .:;").casefold()
    if label in _LISTS_AS_TITLES:
        return Presence.PRESENT
    if label.endswith(_COUNTED_THERE) and any(sign.isdigit() for sign in label):
        return Presence.PRESENT  # "Upprop förrättades och 12 medlemmar närvarade"
    named = any(word.startswith(_ITEM_BEGINS) for word in label.split())
    return presence_of(label) if named else None


def _is_nearly(word: str, right: str) -> bool:
    """As in "Frånvarnade", "Närvarnde": two slips in a long word that begins and ends alike."""
    if word.startswith(right) and len(word) <= len(right) + _LONGEST_GLUED:
        return True  # "NärvarandeUK", which has lost its space
    if word.replace("a", "ä", 1) == right:
        return True  # "Narvarande", read without its dots
    alike = word[:2] == right[:2] and word[-1] == right[-1]
    return alike and OSA.distance(word, right, score_cutoff=2) <= 2


def _may_stand(word: str) -> bool:
    return word in _BESIDE or word.isdigit() or word.startswith((*_THERE, *_AWAY, *_PARTIES))
