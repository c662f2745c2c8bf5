"""The words of Swedish minutes, each list once: labels, offices, bodies, verbs."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import Presence

# --- labels of the head ---------------------------------------------------------------------

_PRESENT = """
närvarande|deltagare|deltagande|mötesdeltagande|medverkande|närvaro|uppslutning|samlade|närvarande var|närvarande vid mötet var|närvarande på mötet var|antal närvarande|beslutande|beslutande ersättare|beslutande ledamöter|tjänstgörande|ledamöter|ledamot|
närvarande ledamöter|närvarande medlemmar|närvarolista|närvarande på mötet|på plats|mötesdeltagare|
ersättare|suppleanter|tjänstgörande ersättare|tjänstgörandeersättare|ej tjänstgörande ersättare|ej beslutande ersättare|
icke tjänstgörande ersättare|närvarande ersättare|övriga närvarande|övriga deltagare|övriga deltagande|
övrig närvarande|sen ankomst|anslöt senare|även närvarande|dessutom närvarande|också närvarande|adjungerade|adjungerad|adjungerande|huvudföredragande|
inbjudna|inbjuden|gäster|gäst|tjänstemän|tjänstepersoner|närvarande tjänstemän|föredragande|
deltar på distans|deltar digitalt|deltog digitalt|på distans|via länk|närvarande styrelseledamöter|
närvarande från styrelsen|närvarande vid mötet|närvarande beslutande|beslutande närvarande|närvarande beslutande ledamöter|närvarande ordinarie ledamöter|ordinarie ledamöter|ordinarie|närvarande tjänstepersoner|från förvaltningen|från kansliet|vilka|vilka kom|här|who|tillstädes|följande var på plats|följande var med|följande var där|vilka var med|vi som träffades|vi som möttes|vi som deltog|deltagarlista|deltagarförteckning|närvaroförteckning|vi som var med|vi som var där|vi som var på plats|där var|vi var|vi var där|här var|vilka var där|via telefon|med på mötet|var med|med var|tjänstgörande suppleanter|ej tjänstgörande suppleanter|närvarande ej tjänstgörande ersättare|närvarande vid sammanträdet|insynsplats|
personalföreträdare|närvarande suppleanter|närvarande med rösträtt|närvarande medlemmar med rösträtt|
övriga|övrig|åhörare|revisorer|närv|via teams|via zoom|via skype|för arbetsgivaren|för arbetstagarsidan|för arbetstagarna|för arbetstagarorganisationerna|för facket|
från arbetsgivaren|från facket|fackliga företrädare|fackliga representanter|arbetsgivarrepresentanter|
styrelsemedlemmar|styrelseledamöter|deltog|deltog gjorde|röstberättigade|röstberättigade medlemmar|icke röstberättigade|ej röstberättigade|utan rösträtt|på mötet deltog|vid mötet deltog|från styrelsen|från valberedningen|från revisorerna|från kommunen|från regionen|från föreningen|
tilstede|til stede|tilstedeværende|deltagere|fremmødte|møtt|guests|in attendance|present|attendance|attendees|participants|attending|members present|also present|others present|also in attendance|members attending|staff present|med
"""
_ABSENT = """
förhinder|förfall|anmält förhinder|anmälda förhinder|meddelat förhinder|meddelade förhinder|frånvarande|
frånvaro|frånvarande var|ursäkter|ursäktad|ursäktade|ej närvarande|anmäld frånvaro|anmäld frånvarande|lämnat återbud|återbud|förhindrade|
förhindrad|inte närvarande|ej med|inte med|ej här|inte här|ej på plats|saknas|saknades|sjuk|kunde inte komma|kan inte komma|hälsat att de inte kan|hälsat att de inte kunde komma|kunde inte vara med|ej|avanmäld|avanmälda|sjukanmäld|sjukanmälda|förhindrade att delta|sjuka|vab|sjukskriven|sjukskrivna|föräldraledig|föräldralediga|sjuka/lediga|lediga/sjuka|sjuka och lediga|lediga|tjänstlediga|bortresta|meddelad frånvaro|frånv|ej svarat|ej närv|ej närv.|förhindrad att delta|kunde ej delta|kunde inte delta|deltog ej|deltog inte|borta|bortrest|ledig|tjänstledig|semester|forfall|meldt forfall|fravær|fraværende|afbud|absent|absent with apologies|apologies|regrets|apologies received|apologies received from|apologies from|apologies for absence|not present|not in attendance|members absent
"""
_COPY = """
cc|kopia|kopia till|kopia för kännedom|för kännedom|för kännedom till|sändlista|kopia för kännedom till|
utskickas till|utsänt till|utsändes till|utsändes även till|skickas även till|delges|delgivning|copy to|distribution
"""
_SUMMONED = "kallade|övriga kallade|kallad|kallade till mötet|inbjudna till mötet"


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.replace("\n", "").split("|") if word.strip()]


PRESENCE_LABELS: dict[str, Presence] = {
    **dict.fromkeys(_words(_PRESENT), Presence.PRESENT),
    **dict.fromkeys(_words(_ABSENT), Presence.ABSENT),
    **dict.fromkeys(_words(_COPY), Presence.COPY),
}
# "Styrelseledamöter: omval på Anna Berg": who is elected is not listed as present.
ELECTS = regex(r"\b(?:[Oo]mval|[Nn]yval|[Ff]yllnadsval|[Oo]mvaldes|[Nn]yvaldes)\b")
SUMMONED_LABELS = frozenset(_words(_SUMMONED))

# Where somebody sits who writes: "Vid pennan", "Vid minnesanteckningarna".
AT_THE_PEN = r"(?:protokollet|pennan|tangentbordet|tangenterna|(?:minnes|mötes)?anteckningarna)"
# Labels of the head and of the signature block: what stands after them is a field.
FIELD_LABELS: dict[str, str] = {
    **dict.fromkeys(
        ("datum", "mötesdatum", "sammanträdesdatum", "dag", "date", "date of meeting", "meeting date", "datum för mötet", "sammanträdesdag"), "date"
    ),
    **dict.fromkeys(
        ("tid", "mötestid", "klockan", "kl", "tidpunkt", "time", "date and time", "date & time", "date/time", "time and date", "meeting date/time", "meeting date and time", "date and time of meeting", "date and time of the meeting", "time and date of meeting", "meeting time and date", "day and time", "when and where", "time/place", "time and place", "date and place", "meeting time", "when", "tid och plats", "plats och tid",
         "datum och tid", "tid och datum", "när", "datum och plats", "sammanträdestid", "tid/plats", "plats/tid", "datum/tid", "datum/plats", "plats/datum", "dag/tid", "tid, plats", "datum, tid", "dag, tid", "dag och tid",
         "datum, plats", "tid, dag och plats", "dag, tid och plats", "datum, tid och plats", "datum, tid, plats", "tid, datum och plats"), "time"
    ),
    **dict.fromkeys(("plats", "lokal", "mötesplats", "var", "place", "venue", "location", "where", "meeting place", "meeting location", "meeting venue", "location of meeting", "meeting room", "room", "sammanträdesplats"), "place"),
    **dict.fromkeys(
        ("ordförande", "ordföranden", "ordf", "mötesordförande", "ordf.", "chair", "chairman", "chairperson", "chairwoman", "chaired by", "chair of the meeting", "chairman of the meeting", "meeting chair", "president", "meeting leader", "meeting facilitator", "led by", "mötesordf", "mötesledare", "mötesordförare", "ordförande för mötet", "sammankallande", "dagens ordförande", "facilitator", "moderator", "leder mötet"), "chair"
    ),
    **dict.fromkeys(
        ("sekreterare", "sekr", "mötessekreterare", "vid protokollet", "vid anteckningarna", "protokollförare",
         "vid tangentbordet", "vid tangenterna", "vid datorn", "bakom tangentbordet", "vid minnesanteckningarna", "vid mötesanteckningarna", "för protokollet", "för anteckningarna", "anteckningar", "anteckningar av", "antecknat av", "antecknat", "antecknade", "tecknat av", "noterade", "höll i pennan", "protokoll av",
         "protokollet fört av", "nämndsekreterare", "secretary", "minutes taken by", "minutes by", "minute taker", "minutes taker", "minutetaker", "note taker", "notetaker", "note-taker", "notes by", "notes taken by", "taking notes", "scribe", "recorder", "recorded by", "minutes recorded by", "minutes prepared by", "meeting secretary", "secretary of the meeting", "minutes", "sekr.", "vid pennan",
         "protokollfört av", "minnesanteckningar av", "anteckningarna förda av", "referent", "skribent", "minnesanteckningar förda av", "anteckningar förda av", "mötesanteckningar förda av",
         "protokollet förts av", "protokoll fört av", "nedtecknat av", "antecknar", "antecknare", "anteckningsförare", "mötesanteckningar av", "mötesanteckningar",
         "noterat av", "noterar", "skriver", "för protokoll", "protokollförs av", "penna", "sekreterare för mötet", "dagens sekreterare"), "secretary"
    ),
    **dict.fromkeys(
        ("justerare", "justeras", "justeringsperson", "justeringspersoner", "justeringsman", "justeringsmän",
         "protokolljusterare", "protokollsjusterare", "utses att justera", "justerat", "justerande",
         "justeras av", "justeringsmän tillika rösträknare", "justerat av", "justeringsman:", "adjuster", "adjusters", "verified by", "verified", "minutes verified by", "minutes checkers", "approvers", "minutes approved by", "minutes adjusters", "minutes adjuster", "scrutineers", "attested by", "att justera"), "adjusters"
    ),
    **dict.fromkeys(("organ", "myndighet", "nämnd", "grupp", "styrelse", "forum", "mötesforum", "group", "team"), "body"),
    **dict.fromkeys(("organisation", "förening", "kommun", "region"), "organisation"),
}  # fmt: skip

SIGNERS = frozenset({"chair", "secretary", "adjusters"})

ROLE_WORDS = regex(
    r"""\b(?:(?:mötes|vice\s+|1:e\s+vice\s+|2:e\s+vice\s+|förste\s+vice\s+|andre\s+vice\s+|tf\.?\s+|v\.?\s?)?ordf(?:örande|\.)?|vordf|
    (?:mötes|nämnd|vice\s+)?sekr(?:eterare|\.)?|kassör|skattmästare|ledamot|suppl(?:eant|\.)?|ersättare|justerare|revisor|
    protokollförare|mötesledare|antecknare|antecknar|antecknade|för(?:de)?\s+(?:protokoll|anteckningar)|adjungerad|tjänstgörande\s+ersättare|(?:\w+)?chef|(?:\w+)?direktör|samordnare|handläggare|projektledare|
    (?:\w+)?ansvarig|valberedning|rösträknare|föredragande|(?:\w+)?sekreterare|(?:\w+)?strateg|(?:\w+)?samordnare|
    vid\s+(?:pennan|protokollet|anteckningarna)|utredare|koordinator|vd|vicevärd|förvaltare|(?:bitr(?:ädande|\.)\s+)?rektor|webmaster|webbmaster|
    (?:vice[\s-]?)?chair(?:man|person|woman)?|secretary|treasurer|director|manager|note-?taker|minute-?taker|(?:vice[- ])?president|(?:deputy\s)?board\smember)\b""",
    re.VERBOSE | re.IGNORECASE,
)

# --- who can own or decide ------------------------------------------------------------------

_OFFICES = """
ordförande|ordföranden|ordf|vordf|vice ordförande|vice ordföranden|v ordf|undertecknad|kassör|kassören|sekreterare|sekreteraren|sekr|
valberedningen|valberedaren|revisorn|revisorerna|vd|vd:n|ledamöterna|suppleanterna|vicevärden|
förvaltaren|rektor|bitr rektor|biträdande rektor|webmaster|webbmaster|sammankallande|klubbmästaren|kyrkoherden|samordnaren|projektledaren|handläggaren|kontorschefen|förvaltningschefen|rektorn|
kommundirektören|regiondirektören|kommunchefen|hr-chefen|ekonomichefen|nämndsekreteraren|fastighetsskötaren
"""
_GROUPS = """
styrelsen|förvaltningen|kansliet|sekretariatet|arbetsgruppen|arbetsutskottet|presidiet|nämnden|
kontoret|kommittén|utskottet|arbetsgrupp|festkommittén|byggruppen|redaktionen|webbgruppen|gruppen|var och en|
projektgruppen|styrgruppen|referensgruppen|ledningsgruppen|beredningen|rådet|alla|samtliga|
samtliga ledamöter|alla ledamöter|medlemmarna|föreningen|klubben|sektionen|enheten|avdelningen|
alla i styrelsen|samtliga i styrelsen|hela styrelsen|au|övriga styrelsen|resten av styrelsen|styrelsemedlemmarna|
samtliga styrelsemedlemmar|alla styrelsemedlemmar|alla i gruppen|samtliga i gruppen|vi i styrelsen|
förvaltarna|ledningen|hr|fou|arbetsgivaren|parterna|kommunerna|medlemskommunerna|deltagarna|vi alla|vi|jag
"""
# Others with whom a body deals: what they promise to come back with is waited for.
PARTNERS = frozenset(
    """kommunen skolan förskolan facket entreprenören hyresvärden fastighetsägaren leverantören konsulten
    värden markägaren polisen försäkringsbolaget bussbolaget elbolaget mäklaren banken arkitekten personalen hantverkaren firman bolaget företaget kunden beställaren regionen""".split()
)
OFFICES = frozenset(_words(_OFFICES))
GROUPS = frozenset(_words(_GROUPS))
OFFICES_AND_GROUPS = OFFICES | GROUPS
_GROUP_ENDINGS = """
gruppen|nämnden|kontoret|kommittén|kommitteen|utskottet|förvaltningen|styrelsen|beredningen|
avdelningen|enheten|kansliet|rådet|teamet|laget|sektionen|föreningen|klubben|direktören|chefen|
ansvarig|sekreteraren|ansvarige|ordföranden|samordnaren|chef|herden|ombudet|ombuden|kamreren|
kassören|vaktmästaren|läraren|lärarna|ledaren|ledarna|handläggaren|strategen|ingenjören|
assistenten|pedagogen|koordinatorn|administratören|föreståndaren|utvecklaren|rektorn|prästen|
styret|förälder|föräldrarna|representanten|representanterna|bolaget|mästaren|nätverket|
ansvariga|rektorerna|cheferna|ledamöterna|fogden|värden|värdarna|kommittéerna|grupperna|
tränaren|tränarna|styrelserna|ledningen|redaktören|revisorerna|förvaltaren|kuratorn|
kommunikatören|informatören|controllern|ekonomen|bibliotekarien|skötaren|kocken|vaktmästarna|
samordnarna|handläggarna|förvaltarna
"""
GROUP_ENDINGS = tuple(_words(_GROUP_ENDINGS))
_ONE_WORD = regex(r"[a-zåäö][\w-]*", re.IGNORECASE)


def is_group(text: str) -> bool:
    """Whether it is one word that ends like a group or an office: "Badgruppen", "Bryggfogden"."""
    return text.casefold().endswith(GROUP_ENDINGS) and bool(_ONE_WORD.fullmatch(text))


# The words by which a body calls itself in its own minutes: these, and all that end like the others.
_BODIES = """
presidiet|förbundet|sektionen|kongressen|parterna|delegationen|konventet|partnerskapet|delägarna|huvudmännen|
deltagarna|ledamöterna|forumet|panelen|juryn|kapitlet|laget|kretsen|avdelningen|distriktet|unionen|kommissionen|
direktionen|medlemmarna|ombuden|redaktionen|klassen|vi|man
"""
_ENDS_OF_BODIES = """
nämnden|styrelsen|gruppen|rådet|utskottet|beredningen|ledningen|kollegiet|kommittén|stämman|fullmäktige|mötet|nätverket|
föreningen|klubben|kåren|sällskapet|samfälligheten|teamet|RÅDET
"""
OWN_BODY = (
    r"(?:(?:års|höst|vår|stor|styrelse|medlems|förenings|kongress|grupp|arbets|råds|extra)?(?:möte|sammanträdet)"
    r"|(?:kommun|region|landstings)?revisionen|(?:bya|jakt|hembygds|bygde|arbets)laget"
    rf"|{'|'.join(_words(_BODIES))}|[A-ZÅÄÖ]?[\wåäö-]*(?:{'|'.join(_words(_ENDS_OF_BODIES))}))"
)
# A sentence without any word that ends so names no such body.
OWN_BODY_ENDINGS = (
    "möte", "sammanträdet", "revisionen", *_words(_BODIES), *_words(_ENDS_OF_BODIES)
)  # fmt: skip

# What a body calls its meetings, whatever stands before: "styrelsemöte", "årsstämma".
A_MEETING = r"(?:möte|sammanträde|stämma)"
THE_MEETING = r"(?:mötet|sammanträdet|stämman|årsmötet)"

# Bodies whose decisions are usually told about, not taken, in the minutes of others.
_OTHER_BODIES = """
riksdagen|regeringen|kommunfullmäktige|regionfullmäktige|landstingsfullmäktige|
regionstyrelsen|kommunstyrelsen|landstingsstyrelsen|sjukvårdsnämnden|HSN|RS|RF|KF|KS|EU|
länsstyrelsen|skolverket|socialstyrelsen|tingsrätten|förvaltningsrätten|domstolen|IVO|SKR|SKL|regionen|kommunen
"""
OTHER_BODIES = regex(
    r"\b(?:" + "|".join(_words(_OTHER_BODIES)).replace("sjuk", r"hälso-\s?och\s?sjuk") + r")\b"
)
# The words of which one stands wherever one of these is named.
OTHER_BODY_WORDS = frozenset(word.casefold() for word in _words(_OTHER_BODIES))
