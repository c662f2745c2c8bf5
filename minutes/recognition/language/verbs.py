"""Verbs of promises: "Karin kollar", "ska kolla", "Kolla". Each verb is written once."""

import re
from functools import cache

from minutes.expressions import regex
from minutes.recognition.language.cues import cue_of_words
from minutes.recognition.language.dates import LONG_MONTH, LONG_WEEKDAY
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.verb_companions import COMPANIONS
from minutes.recognition.language.vocabulary import OFFICES_AND_GROUPS
from minutes.recognition.language.words import any_case, any_of

# Infinitives, in the order of the alphabet. "Kolla" is "kollar" in the present, "se" is "ser".
_WITH_R = """
administrera adressera affischera aggregera ajourföra ajourhålla aktivera aktualisera analysera
anlita annonsera anonymisera anordna anpassa anskaffa ansvara arbeta arkivera arra arrangera
arrendera asfaltera attestera auktionera automatisera avanmäla avboka avduka avgränsa avhämta
avidentifiera avinstallera avisera avlarma avlasta avlufta avpublicera avrapportera avregistrera
avrigga avropa avsluta avspärra avstämma avtacka avtala avtappa avveckla backa baka be bearbeta
bekräfta bemanna beräkna besikta besiktiga besluta besvara betala betsa bevaka bevista bidra bifoga
bilda bistå blanda blästra boka bolla bona borra bottenmåla brandskydda brandsyna brodera budgetera
bärga börja checka chippa cirkulera coacha damma debitera debugga deklarera dekorera dela delge
delta demoa demonstrera demontera deponera designa desinficera digitalisera dika dimensionera diska
diskutera distribuera dokumentera dona dra dränera dubbelkolla duka effektuera efteranmäla
efterforska efterfråga eftersträva elda engagera eskalera eskortera etablera etikettera evakuera
exkludera expediera exportera facilitera faktagranska fakturera faxa fernissa fila filma finjustera
finputsa finslipa fixa flagga flisa flytta fokusera formge formulera forsla fota fotografera frakta
frankera fråga fräscha fundera fönsterputsa förankra föranmäla förboka förbättra fördela fördjupa
förenkla föreslå förhandla förmedla förnya förse försegla förtydliga förvara gallra ge glasa googla
granska gravera greja grilla grotta grunna gruppera grusa guida gå gödsla ha hacka halkbekämpa
handla hantera harmonisera harva hissa hitta hosta hyvla häfta hägna hämta högtryckstvätta
illustrera implementera importera impregnera inbjuda infoga infordra informera införliva införskaffa
inhandla inhämta initiera inkalla inkassera inkludera inkoppla inkräva inlämna insamla inskola
inspektera installera instruera integrera intervjua introducera inventera involvera iordningsställa
isolera jaga jobba justera kakla kalibrera kalka kalkylera kalla kapa kasta katalogisera
kategorisera kika kitta klassificera klistra klura klä knåpa koda koka kolla kommentera kommunicera
komplettera kompostera konfigurera konkretisera konservera kontakta kontera kontrasignera
kontrollera konvertera koordinera kopiera koppla korra korrespondera korrigera korta kratta
kravställa kuvertera kvalitetssäkra kvittera källsortera lacka lackera ladda laga laminera lansera
larma lasera lasta layouta leta leverera limma lista locka lokalisera lossa lotsa lotta lova lufta
luska lyssna låna lämna länka länsa löda lövblåsa magasinera maila makulera mangla mappa markera
maskera mata matcha meddela medverka meila mejla messa migrera mocka moderera modifiera montera
moppa mura måla möblera nagla nedteckna nominera numrera nyplantera nysta ogräsrensa olja omarbeta
omboka omformulera omfördela omförhandla ominstallera omplantera omprogrammera omregistrera
omstrukturera onboarda optimera ordna organisera packa paketera paxa peppa placera planera plantera
plasta plocka ploga plombera polera posta prata precisera preparera presentera pressa printa
prioritera programmera projektera prova provsmaka provspela provtrycka publicera puffa pumpa pusha
putsa pynta pyssla påbörja påfylla radera ragga rangordna ranka rappa rapportera redigera redovisa
refaktorera registrera reklamera rekognosera rekrytera rekvirera remissa remittera renovera rensa
reparera repetera representera researcha reservera restaurera retuschera revidera rigga rita rota
rulla rundvisa rusta rådfråga räfsa räkna rätta rödfärga salta samla sammanfatta sammankalla
sammanlänka samordna samråda sanda sandblästra sanera satsa scanna schakta scouta se serva servera
signera skaffa skala skanna skapa skicka skissa skjutsa skotta skramla skrapa skrota skruva skura
skörda sladda slipa slutredigera slå smsa smycka snacka snickra snitsla sno snygga snöskotta sondera
sopa sortera sota sotrensa spackla spana spara specificera spela spika spola sponsra spruta
språkgranska spåra stapla starta stickprova streama strukturera stå städa stängsla stötta summera
svara svarva svetsa swisha sy syna synka synkronisera systematisera såga säkerhetskopiera säkra ta
tagga tala tanka tapetsera teckna tejpa testa texta tidta tillfråga tillkalla tillse tillverka tina
tinga tipsa titta tjata tjära tolka torka transkribera transportera trimma trumla träffa tvätta täta
underrätta underteckna undertexta uppdatera uppdra uppgradera upphandla upprätta uppvakta urkoppla
utannonsera utarbeta utbetala utbilda utforma utforska utrusta utse utstaka utveckla utvärdera utöka
vaccinera validera varna vattna vaxa verifiera verka vidarebefordra vidareförmedla vidareutveckla
vidimera vidta vidtala vinterförvara virka visa visualisera vitlimma välkomna värdera värva åta
återbetala återge återkalla återkoppla återlämna återrapportera återuppta återvinna åtgärda ändra
äska öppna öva överklaga överlämna överta övertala
""".split()
# "Ringa" is "ringer".
_WITH_ER = """
anmäla ansluta anställa ansöka använda avbeställa avläsa banlägga bereda beskriva bestrida beställa
bestämma besöka binda bjuda brygga bränna bygga byta dammsuga driftsätta driva döma efterlysa
eftersända eftersöka erbjuda ersätta felanmäla felsöka fortsätta framställa fräsa fullfölja fylla
fälla färdigställa fästa följa förbereda förgylla förlänga förstärka försöka förtöja gjuta gräva
handleda hjälpa hugga hålla hänga igångsätta inkomma inköpa inleda inreda iordningställa kartlägga
klippa klyva knyta komma kontrollmäta korrekturläsa köpa ligga lyfta låsa låta lägga läsa lösa
mottaga märka mäta möta nollställa nyanställa ombesörja ordningsställa planlägga plattsätta
polisanmäla påminna reda renskriva ringa ringmärka riva röja sammanställa schemalägga sjösätta
skriva skänka skölja sköta släcka slänga smörja snöröja sprida steka stensätta stryka ställa stämma
stänga stöta svänga säga säkerställa sälja sända sätta söka tidsätta tigga tillhandahålla tillskriva
tillställa tillsända tillsätta torrsätta trycka täcka tända tänka tömma undersöka utlysa utreda utrymma utsända
verkställa vika välja vända värma väva åka återbesöka återkomma återställa återsända översända
översätta överväga
""".split()
# "Göra" is "gör".
_WITHOUT_A = """
begära beskära bokföra bära diarieföra efterhöra framföra föra förhöra genomföra göra hyra höra
införa jämföra klargöra kungöra köra marknadsföra offentliggöra protokollföra rengöra sammanföra
slutföra styra synliggöra tillgängliggöra tydliggöra återföra överföra
""".split()
_OF_EACH_OTHER = {"möts": "mötas", "träffas": "träffas"}

PRESENT: dict[str, str] = {
    **{f"{verb}r": verb for verb in _WITH_R},
    **{f"{verb[:-1]}er": verb for verb in _WITH_ER},
    **{verb[:-1]: verb for verb in _WITHOUT_A},
    **_OF_EACH_OTHER,
    "hjälps": "hjälpas",  # "hjälps åt"; but "ska hjälpas åt" is how one ought to be
}
# "Köp in", "Ring": the imperative, where it is not the same word as the infinitive.
IMPERATIVE: dict[str, str] = {
    **{verb[: -2 if verb.endswith("mma") else -1]: verb for verb in _WITH_ER},  # "stäm av"
    **{
        verb[:-1]: verb for verb in _WITHOUT_A if verb not in {"föra", "införa"}
    },  # "för", "inför": prepositions
}
del IMPERATIVE["åk"]  # a class at school: "Åk 3"
INFINITIVE = frozenset([*_WITH_R, *_WITH_ER, *_WITHOUT_A, *_OF_EACH_OTHER.values()])

# In the present tense these tell what happened at the meeting; only "ska visa" is a promise.
_REPORTS = frozenset(
    """ansluter använder beskriver beslutar efterfrågar efterlyser förbättrar föreslår inför
    introducerar medverkar prioriterar sammanfattar satsar säkrar utbildar utser visar välkomnar
    värderar""".split()
)
_PRESENT_OF = {infinitive: present for present, infinitive in PRESENT.items()}
_COMPILED = {
    verb: regex(r"(?:sig\b\s?)?+" + after, re.IGNORECASE) for verb, after in COMPANIONS.items()
}
# The same wherever in a text the verb stands; its subject may come first, "då tar Karin fram".
_SUBJECT = any_of(OFFICES_AND_GROUPS)  # one with a capital is a name

# What these want beside them, a day by which it is done may stand for: "ger sina svar senast fredag".
_ASKING_FOR_MORE = frozenset(
    verb for verb, after in COMPANIONS.items() if after.startswith("(?=")
) - {"för", "går", "har", "kommer", "ligger", "står"}
_BY_A_DAY = regex(
    rf"\bsenast\s(?:på\s|den\s|till\s|i\s)?(?:\d|{LONG_WEEKDAY}|{LONG_MONTH}|v(?:ecka|\.)\s?\d)"
)


@cache  # each when a text first has its verb: all of them would take a third of a second
def _anywhere(verb: str) -> re.Pattern[str]:
    after = _COMPILED[verb].pattern
    return regex(rf"{any_case(verb)}\S*+\s*+(?:[A-ZÅÄÖÉ@]|{_SUBJECT}\b|(?i:{after}))")


_DEPENDING = frozenset(COMPANIONS) & PRESENT.keys()
_BY_ITSELF = cue_of_words(frozenset(PRESENT) - _REPORTS - _DEPENDING)
# A text without it has no verb that promises in the present tense.
PROMISING = _BY_ITSELF | cue_of_words(_DEPENDING)


def promises(verb: str, after: str) -> bool:
    """Whether "X <verb> <after>" in the present tense is a promise to do something.

    "Karin tar fram", "Karin ser till att" are; "Karin tar ordet", "Karin ser positivt" are not.
    """
    word = verb.casefold()
    if word not in PRESENT or word in _REPORTS:
        return False
    return _goes_with(word, after)


def promises_anywhere(text: str, sentence: Sentence) -> bool:
    """Whether a verb of the sentence may promise with what follows it in the text, its part."""
    if sentence.cues & _BY_ITSELF:
        return True
    for verb in sentence.words & _DEPENDING:  # noqa: SIM110 - any() would cost twice as much here
        if _anywhere(verb).search(text):
            return True
    return False


def is_infinitive(word: str) -> bool:
    """Whether the word is a verb of doing in the infinitive (or, for most, the imperative)."""
    return word.casefold() in INFINITIVE


def present_of(infinitive: str) -> str:
    """Its form in the present tense; "" where it is no verb of these."""
    return _PRESENT_OF.get(infinitive, "")


def demands(verb: str, after: str) -> bool:
    """Whether "<Verb> <after>" asks for something to be done: "Se över", "Köp in", not "Se bilaga"."""
    word = verb.casefold()
    word = IMPERATIVE.get(word, word)
    if word not in INFINITIVE:
        return False
    return _goes_with(_PRESENT_OF[word], after)


def _goes_with(present: str, after: str) -> bool:
    """Whether the verb asks nothing of what follows it, or has what it asks for."""
    allowed = _COMPILED.get(present)
    if allowed is None or allowed.match(after.lstrip()) is not None:
        return True
    return present in _ASKING_FOR_MORE and _BY_A_DAY.search(after) is not None
