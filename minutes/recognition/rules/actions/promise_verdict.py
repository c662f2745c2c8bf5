"""What somebody's verb and the words after it amount to: a promise, how sure, or a refusal."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.language.commitments import COMMITTING
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.verbs import (
    PRESENT,
    demands,
    promises,
)
from minutes.recognition.language.vocabulary import OFFICES, OFFICES_AND_GROUPS
from minutes.recognition.rules.actions.after_modals import OFFERS, after_modal, who
from minutes.recognition.rules.actions.owners import EVERYBODY, NAMES, Owners
from minutes.recognition.rules.actions.promise import Context, Promise, promised

_ADVERBS = r"(?:(?:också|även|sedan|därefter|dock|nu|själv|själva|snarast|gärna|således|därmed|fortsatt|fortsättningsvis|först|då|sen|genast|tillsammans|gemensamt)\s+)*"
FIRST_ADVERBS = regex(rf"^{_ADVERBS}")
# "förvaltningen till nästa möte ska": when or where, between the subject and its verb.
_BETWEEN = regex(
    rf"^(?:i\s+(?:samråd|samverkan)\s+med|med\s+hjälp\s+av)\s+{NAMES}\s+(?:via\s+[\w-]+\s+)?"
    r"|^(?:till|senast|inför|före|under|innan|på|vid|i samband med)\b[^,;]{3,80}?\s(?=(?:ska|skall|får i uppdrag)\b)"
    # "att Bo inför lägret bygger", "att Eva i sin tur hör av sig"
    r"|^(?:(?:till|inför|före|innan|under|på|vid|i)\s(?:(?:nästa|kommande|det|den|sin)\s)?[\w/]+\s){1,2}(?=[a-zåäö]+r\s)"
)
STANDING = regex(
    r"\b(?:vid\s+(?:behov|intresse|frågor|brand|problem|fel)|om\s+(?:ni|du|man)\b|om\s+någon|alltid|var\s+och\s+en|hela\s+tiden|löpande|(?:i|som)\s+regel|automatiskt|sedan\s+(?:(?:19|20)\d\d|(?:\w+\s+)?år|länge)\b|(?<!hur\s)ofta|dagligen|numera|på\s+(?:(?:sin|sina|vår)\s+fritid|heltid|deltid)|normalt|brukar|månadsvis\w*|årligen|gång(?:er)?\s+(?:per|om)\s+\w+|varje\s+(?:år|månad|vecka|möte|termin|höst|vår|sommar|vinter|dag|kväll|\w+dag)|varannan\s+\w+|på\s\w+dagar(?:na)?|till\svardags|i\s+vanliga\s+fall|oftast|enligt\s+\w*(?:regler|reglerna|reglemente\w*|stadgar|stadgarna|lag|lagen|policyn?))\b",
    re.IGNORECASE,
)
# "Vi träffas den 4 maj": when they meet again, no errand.
_MEETS = regex(r"(?:träffas|möts|ses)\b(?!.*\bför\satt\b)")
_OF_THEIRS = regex(r"\bav\s+(?:kommunen|regionen|länsstyrelsen|staten|landstinget|domstolen)\b")
# "ska i samråd med kassören hyra": with whom, between the modal and its verb.
_AFTER_MODAL = regex(
    r"^(?:i\s(?:samråd|samverkan|samarbete)|tillsammans|ihop|med\shjälp\sav)\s(?:med\s|av\s)?[\wåäö]+(?:\s[A-ZÅÄÖ][\wåäö]+)?\s(?=\w+[aåe]\b)"
    r"|^(?:i\smån\sav\stid|på\snytt)\s"
)
# Without an end: there is never a day on which it is done.
_ATTITUDE = regex(
    r"\b(?:följ(?:a|er)\s+(?:utvecklingen|frågan|ärendet)|avvakta|visa\s(?:\w+\s)?(?:hänsyn|respekt)|hålla?r?\s+(?:ett\s+öga|ögonen))",
    re.IGNORECASE,
)
_WHENEVER = regex(r"\b(?:när|efter|innan)\s(?:de|man|ni)\b")
_EXHORTING = ("uppman", "ombe", "uppmuntr")
# What an office or a unit is for, not what it is to do now.
_DOMAIN = regex(
    r"(?:ansvarar för|är ansvariga? för) (?!att\b)|(?:ansvarar för|är ansvariga? för) att (?:\w+\s)?\w+(?:ar|er|or)\s\w+(?:as|es|ts)\b|ansvarar för att (?:\w+\s){1,4}(?:följs|efterlevs|sköts|fungerar|är|finns|hålls)\b|(?:ska|skall) (?:sköta|föra|handha) \w*(?:kassa|böcker|bokföring|räkenskap|medlems|register)\w*|har i uppdrag att (?:be)?(?:driva|leda|verka|handlägga|bistå|svara|förvalta|främja|företräda|sköta|värna)\b"
)
# "Bo är ansvarig för ungdomssektionen": his part of it all, for as long as he has it.
_STANDING_PART = regex(
    r"(?:\w+s\s)?\w*(?:sektionen|gruppen|laget|verksamheten|ekonomin|driften|avdelningen|enheten|skötseln|hemsidan|webben|hemsida|materialet|registret|bokföringen|kassan|medlemsfrågor|utlåningen|uthyrningen|sociala\smedier|Facebook|Instagram|nyckelskåpet|förrådet|mailen|posten|kontakterna|löpande\w*)\W*$"
)
# Even under "Beslut" nobody undertakes anything with these.
_SETTLING = frozenset(
    "för beslutar föreslår har håller står kommer använder låter väljer utser ställer lägger ser ersätter erbjuder följer inkluderar exkluderar överväger".split()
)
# "Vi kör på den nya versionen", "Vi fortsätter som förut": settled so, and nothing to do.
_GOES_ON = frozenset("kör fortsätter satsar".split())
# "Styrelsen får titta på det" leaves it to them; "Styrelsen får anlita en firma" is leave to do so.
_LEFT_TO_A_GROUP = frozenset(
    "hålla titta kolla undersöka utreda återkomma fundera jobba arbeta sammanställa".split()
)
# "Kassören får teckna firman" is leave; "Kassören får ringa banken" is hers.
_LEFT_TO_AN_OFFICE = _LEFT_TO_A_GROUP | frozenset(
    "meddela kontakta ringa mejla maila skriva skicka fråga kalla prata boka beställa påminna ordna fixa bjuda samla räkna".split()
)
_LEAVE = frozenset(
    "använda låna hyra ha ta ge se komma delta behålla köpa sälja åka bära gå".split()
)
# "Karin frågar om" tells what was asked at the meeting, "Vi frågar om" of somebody else;
# "Karin bestämmer" is hers to do, "Vi bestämmer" a decision or none.
_OF_US = regex(r"frågar\s+(?:om|vem|vilk\w+|när)\b|bestämmer\b")
# "Styrelsen bjuder på fika, högst 900 kr": settled by being decided.
_PAYS = frozenset("bjuder betalar bekostar ger skänker sponsrar står".split())
_COSTS = regex(
    r"för\s[\w\s-]{0,30}(?:biljett|kostnad|resa|resor|logi|boende|inträde|avgift|hyra|arvode)\w*"
)
_SUM = regex(r"\d\s?(?:kr\b|kronor\b|tkr\b|:-)")
_TAKES_ON = regex(
    r"(?:ställning|det|detta|den|frågan|ärendet|kontakt|fram|reda|tag|hand|in|initiativ)\b"
)
_AGO = regex(
    r"\bför\s+(?:\w+\s+){1,3}sedan\b|\b(?:förra\s+(?:året|mötet|gången)|i\s+(?:fjol|våras|höstas|somras|vintras))\b"
)
_IN_THE_PAST = ("fick", "hade", "lovade", "åtog", "tog", "påtog", "ombads", "erbjöd", "anmälde")
_THAT_ONE_SHALL = regex(r"^(?:han|hon|hen|de)\s(?:ska|skall|skulle)\s")  # "lovade att hon skulle"
_OF_A_DAY = regex(r"(?:den\s+)?\d{4}-\d\d-\d\d\b|(?:redan|förra|i\s+fjol|i\s+våras|i\s+höstas)\b")
_BOTH = regex(r"och\s+(\w+r)\s+(.+)", re.DOTALL)
# "kollar upp om man kan" asks something, where "om man" elsewhere makes a rule.
_ASKING = frozenset(
    "kollar undersöker utreder frågar hör ser tar stämmer tittar ringer mailar mejlar kontaktar".split()
)
_TO_FIND_OUT = frozenset("kolla undersöka utreda fråga höra titta".split())
# "delar ut en lapp där det framgår hur mycket var och en betalar": what the paper says.
_ABOUT = regex(r"\s(?:där\s+det\s+(?:framgår|står)|om\s+(?:vad|hur))\s.*", re.DOTALL)
_ASKED = regex(r"^(?:[\w-]+\s+){0,3}?(?:om|ifall)\s+(?:man|ni|du|någon)\b")
_ORIGIN = regex(
    r"^(?:från|på|hos|i|inom|tillsammans\smed)\s+(?:[\w-]+\s+){1,2}?(?:[A-ZÅÄÖ][\w-]+\s+)?(?=\w)"
)
_WORD = regex(r"\w+")
_FEW = 2  # words of whom or where they are, after the first
_MODALS = frozenset("ska skall får kommer åtar".split())
# "Karin kollar att det inte krockar" denies what is beside her own clause.
_NEGATED = regex(
    r"^(?:(?!(?:som|att|om|hur|varför|vad)\b)\w+\s+){0,2}(?:inte|ej|aldrig|varken)\b", re.IGNORECASE
)

# "Bo hämtar kanske bänken", "Bo hämtar redan bänken"; "hämtar redan i morgon" is a promise.
_PERHAPS = regex(r"(?:\w+\s){0,1}?(?:kanske|möjligen|eventuellt|antagligen)\b")
_ALREADY = regex(r"redan\s(?!i\s|på\s|nästa|till\s|under\s|före\s|den\s|nu\b|om\s)")


def verdict(owners: Owners, rest: str, context: Context) -> Promise | None:
    """What the subject's verb and the words after it amount to."""
    rest = _past_origin(_BETWEEN.sub("", rest))
    if committing := COMMITTING.match(rest):
        after = _THAT_ONE_SHALL.sub("", rest[committing.end() :].lstrip(), count=1)
        after = _AFTER_MODAL.sub("", FIRST_ADVERBS.sub("", after))
        return _committed(owners, committing, after)
    verb, after = _divided(rest)
    if verb == "skulle" and context.decided and demands(*_divided(after)):
        return promised(owners, owners.confidence, "beslutat att någon skulle")
    if verb == "kan" and after.startswith("tänka sig att ") and names_due(after):
        after = after.removeprefix("tänka sig att ")
    if verb == "får" or (verb == "kan" and (names_due(after) or OFFERS.match(after))):
        return _let(owners, verb, FIRST_ADVERBS.sub("", after))
    if owners.folded in OFFICES_AND_GROUPS and _MEETS.match(rest):
        return None
    settled = verb in _SETTLING or (owners.folded == "vi" and verb in _GOES_ON)
    undertaken = context.decided and verb in PRESENT and not settled
    return _present(owners, verb, after) if undertaken or _is_promise(owners, rest) else None


def _is_promise(owners: Owners, rest: str) -> bool:
    """Whether its verb in the present tense, or the next one beside it, is a promise."""
    verb, after = _divided(rest)
    ours = owners.folded == "vi" and _OF_US.match(rest)
    if verb != "bestämmer" if ours else promises(verb, after):
        return True
    both = _BOTH.match(after) if verb in PRESENT else None
    return bool(both and promises(*both.groups()))  # "läser och kommenterar utkastet"


def _present(owners: Owners, verb: str, after: str) -> Promise:
    """What a verb in the present tense amounts to that may promise: not what is refused or a rule."""
    if _NEGATED.match(after):
        return promised(owners, 0.0, "nekad")
    if _PERHAPS.match(after):
        return promised(owners, DOUBTFUL, "kanske, inget åtagande")
    if _ALREADY.match(after):
        return promised(owners, 0.0, "pågår redan, ingen åtgärd")
    costs = (verb in _PAYS and _SUM.search(after)) or (verb == "står" and _COSTS.match(after))
    if costs and not owners.are_people:
        return promised(owners, 0.0, "utgift, ingen åtgärd")
    if verb == "bjuder" and after.startswith("in till ") and _of_others(owners):
        return promised(owners, 0.0, "inbjudan från någon annan")
    watches = verb == "håller" and after.startswith("koll på") and not owners.are_people
    if _ATTITUDE.match(f"{verb} {after}") or watches:
        return promised(owners, DOUBTFUL, "hållning, inget som blir klart")
    if owners.folded in {"medlemmarna", "var och en"} and not names_due(after):
        return promised(owners, DOUBTFUL, "allmän regel, ingen enskild åtgärd")
    if verb == "sköter" and owners.folded in OFFICES and not names_due(after):
        return promised(owners, DOUBTFUL, "stående ansvar, ingen enskild åtgärd")
    if STANDING.search(_ASKED.sub("", after) if verb in _ASKING else _ABOUT.sub("", after)):
        return promised(owners, DOUBTFUL, "allmän regel, ingen enskild åtgärd")
    return promised(owners, owners.confidence, f"{who(owners)} + ”{verb}”")


def _past_origin(rest: str) -> str:
    """What follows "från Vision", "på kansliet" between a name and its verb."""
    origin = _ORIGIN.match(rest)
    words = list(_WORD.finditer(rest, origin.end()))[:_FEW] if origin else []
    verbs = (word for word in words if word.group() in PRESENT or word.group() in _MODALS)
    verb = next(verbs, None)
    return rest[verb.start() :] if verb else rest


def _let(owners: Owners, said: str, after: str) -> Promise | None:
    """As in "Karin får kolla upp det": the meeting leaves it to her. "Karin får låna salen" is leave.

    What she "kan" do is an offer, and counts where it names its day.
    """
    verb, rest = _divided(after)
    takes = (verb == "ta" and _TAKES_ON.match(rest)) or (
        verb == "se" and rest.startswith(("över ", "till ", "efter "))
    )
    left = takes or (verb not in _LEAVE and demands(verb, rest))
    if not left:
        return None
    if said == "får" and owners.folded in OFFICES and verb in _LEFT_TO_AN_OFFICE:
        return promised(owners, LIKELY, "roll + ”får”")
    group = not owners.are_people and owners.folded not in EVERYBODY
    if said == "får" and group and (takes or verb in _LEFT_TO_A_GROUP):
        return promised(owners, LIKELY, "grupp + ”får”")
    if said == "får" and owners.folded == "vi" and names_due(after):
        return promised(owners, LIKELY, "vi + ”får” + när")
    if not owners.names or owners.confidence < SURE:
        return None
    return promised(owners, LIKELY + 0.1, f"namn + ”{said}”")


def _divided(after: str) -> tuple[str, str]:
    """The first word, which is the verb, and the words after it."""
    verb, _, rest = after.partition(" ")
    return verb.strip(".,;:!)"), rest


def _committed(owners: Owners, committing: re.Match[str], after: str) -> Promise | None:
    words = after.split()
    verb = re.sub(r"\W", "", words[0]).casefold() if words else ""
    said = " ".join(committing.group().split())
    if reason := _why_not_now(said, after):
        return promised(owners, 0.0, reason)
    if _ATTITUDE.match(after):
        return promised(owners, DOUBTFUL, "hållning, inget som blir klart")
    if owners.folded in EVERYBODY and said.startswith(_EXHORTING):
        if not names_due(after):
            return promised(owners, DOUBTFUL, "allmän uppmaning, ingen enskild åtgärd")
    elif _is_standing(owners, said, after):
        return promised(owners, DOUBTFUL, "stående ansvar, ingen enskild åtgärd")
    whenever = owners.folded in EVERYBODY and _WHENEVER.search(after)
    asked = _ASKED.sub("", after.partition(" ")[2]) if verb in _TO_FIND_OUT else after
    if whenever or ((committing["ska"] or "ansvar" in said) and STANDING.search(asked)):
        return promised(owners, DOUBTFUL, "allmän regel, ingen enskild åtgärd")
    if (
        committing["åtar"]
        and verb == "komma"
        and not after.startswith(("komma med", "komma in med"))
    ):
        return promised(owners, 0.0, "kommer själv, ingen åtgärd")
    if committing["ska"] and verb in {"på", "i"}:
        return None  # "Karin ska på semester"
    if committing["ska"] or committing["ombeds"]:
        weighed = after_modal(owners, said, after) if words else None
        if weighed or (not words and said.startswith("behöver")):
            return weighed
    sure = owners.confidence if not committing["ska"] else min(owners.confidence, SURE)
    return promised(owners, sure, f"{who(owners)} + ”{said}”")


def _why_not_now(said: str, after: str) -> str:
    """Why nobody is bound by it here: by others, earlier, or not at all; else ""."""
    if _OF_THEIRS.search(said):
        return "uppdrag från någon annan"
    if said.startswith(("lovade", "åtog", "tog")) and _OF_A_DAY.match(after):
        return "tidigare löfte som återges"
    if said.startswith(_IN_THE_PAST) and _AGO.search(after):
        return "tidigare uppdrag som återges"
    return "nekad" if _NEGATED.match(after) else ""


def _is_standing(owners: Owners, said: str, after: str) -> bool:
    """Whether it is what an office is for, or somebody's part for as long as they have it."""
    of_office = not owners.are_people and _DOMAIN.match(f"{said} {after}")
    return bool(of_office or ("ansvar" in said and _STANDING_PART.match(after)))


def _of_others(owners: Owners) -> bool:
    """Whether they are a body with a name of its own: "Hembygdsföreningen", not "styrelsen"."""
    return not owners.are_people and owners.folded not in OFFICES_AND_GROUPS
