"""How somebody is bound to do something, whatever the verb: "ska", "får i uppdrag att", "åtar sig"."""

import re

from minutes.expressions import regex

# What one is elected to do at the meeting, or for a term; nobody is reminded of it.
FORMAL = r"(?:[\w,.]+\s+){0,8}?(?:justerar?|föra|leda|vara|ingå|teckna|underteckna|skriva\s+protokoll|sitta|signera|representera|fungera|delta|medverka|närvara)\b"
_GIVEN = (
    r"(?:får|fick|ges|gavs|har|hade|har\s+fått)\s+(?:(?:nu|också|även|därmed|då|sedan)\s+)?"
    r"(?:i\s+uppdrag|i\s+uppgift|uppdrag(?=\s+att)|uppdraget|till\s+uppgift|uppgiften|(?:frihet|fria\s+händer)(?=\s+att)|ansvar(?:et)?\s+för|(?<=fick\s)mandat|på\s+sin\s+lott(?=\s+att))"
    r"(?:\s+(?:av\s+\w+\s+)?att)?"
)
_TAKEN_ON = (
    r"tacka(?:de|r)\s+ja\s+till\s+att(?!\s+(?:sitta|vara|ingå|fortsätta|stå)\b)|har\s+(?:lovat|åtagit\s+sig|tagit\s+på\s+sig)(?:\s+att)?"
    r"|(?:tar|tog|åtar|åtog|påtar|påtog)\s+(?:på\s+)?sig(?:\s+(?:att|uppgiften|uppdraget|ansvaret|detta|det|frågan))?"
    r"|anmäl(?:de|er)\s+sig\s+(?:(?:som\s+frivillig\w*|frivilligt)\s+)?(?:att|till\s+att|som\s+ansvarig\s+för)"
    r"|blir\s+(?=(?:kontaktperson|sammankallande|projektledare|samordnare|ansvarig)\w*\s+\w)"
    r"|tar\s+ansvar\s+för|ansvarar\s+för|(?:(?:är|blir)\s+)?(?:huvud)?ansvariga?\s+för"
)
_ASKED = (
    r"(?:ombeds|ombedes|ombads|ombeddes|uppmanas|uppmanades|uppdras|uppdrogs|åläggs|ålades|anmodas|anmodades"
    r"|(?:blev|blir|har\s+blivit|är)\s+(?:ombedda?|ålagda?|anmodade?)|uppmuntras|tillfrågas"
    rf"|(?:utsågs|utses|valdes|väljs|valts|utsetts)\s+(?=att\s+(?!{FORMAL}))"
    r"|behöver|lovar|lovade|erbjöd\s+sig|erbjuder\s+sig)(?:\s+(?:att|om))?"
)
# "Kommer Karin att", "kommer boka"; not "kommer överens", "kommer nästa vecka", "kommer tillbaka".
_WILL = (
    r"kommer\s+(?:(?!(?:med|in|fram|överens|ihåg|åt|till|av|från|inte|ej|aldrig)\b)\w+\s+){0,4}?att"
    r"|kommer(?=\s+(?!tillbaka|nästa|alla|några|båda|samma|hela|förhoppningsvis|(?:från|till|med|på|i|som|och)\s)(?:(?:inom\s+kort|\w+)\s+)?(?:\w+a|gå|se|ge)\b)"
)
_SHALL = rf"ska|skall|måste|avser\s+att|ämnar(?:\s+att)?|tänker(?=\s+\w+[aå]\s)|{_WILL}|skulle(?=\s+(?:till\s+nästa|återkomma))"
COMMITTING = regex(
    rf"(?:(?P<uppdrag>{_GIVEN})|(?P<åtar>{_TAKEN_ON})|(?P<ombeds>{_ASKED})|(?P<ska>{_SHALL}))\b",
    re.IGNORECASE,
)
# "Bo ska vara värd" says what somebody is to be, and asks for nothing to be done.
STATIVE_AFTER_MODAL = frozenset(
    """behöva bestå bli börja delta disponera erhålla finnas fungera fylla förbli få gå gälla ha heta
    ingå innebära komma kosta kunna känna leda medföra minska omfatta påverka sakna satsa ske sluta
    tillbringa tillträda uppbära uppgå utgå vara verka vilja växa äga öka""".split()
)
