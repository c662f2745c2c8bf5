"""What a title says of the lines below it: done, settled, who answers for what, what one aims at.

In such a section the bare forms of a task, "Köpa färg (Bo)", "Hemsida: Karin", are none.
"""

import re
from dataclasses import replace
from enum import Enum, auto

from minutes.expressions import regex
from minutes.recognition.rules.actions.promise import Promise

_LONGEST = 60  # characters
_DONE = regex(
    r"""(?:(?:det\shär\s|vad\s|saker\s|detta\s|allt\s)?(?:som\s)?(?:har\s)?(?:vi\s)?(?:har\s)?(?:gjort|gjorde(?:\svi)?|hunnit(?:\smed)?|hänt)(?:\ssedan\s(?:sist|förra\s\w+))?
        |vad\shar\s(?:vi\sgjort|hänt)(?:\ssedan\s\w+(?:\s\w+)?)?|(?:gjort|hänt)\s(?:sedan|sen)\s\w+(?:\s\w+)?|(?:sedan|sen)\s(?:sist|förra\s\w+)
        |klart|klara\suppgifter|färdigt?|färdiga\suppgifter|avklarat|avklarade\suppgifter|utfört|genomfört(?:\sarbete)?|genomförda\s\w+|done|igår|vad\sgjorde\s(?:vi|du|jag)\sigår
        |resultat(?:lista)?|tack(?:\still)?|föregående\smötes\smål|(?:mål|uppgifter|tasks)\s(?:från|sedan)\s(?:förra|sist|föregående)[\w\s]*
        |(?:vad\s(?:som\s)?)?(?:gick|fungerade|var|har\sgått|har\sfungerat)\s(?:mindre\s|inte\s(?:så\s)?)?(?:bra|dåligt)|(?:mindre\s)?bra|dåligt|positivt|negativt|plus|minus
        |(?:(?:done|progress|updates?|work|what\s(?:have\swe|we\shave|did\swe|has\sbeen)\sdone|what\swe\sdid)\s)?since\s(?:the\s)?last\s\w+|completed(?:\s\w+)?|finished|accomplish\w+|progress(?:\sreports?)?|status\s(?:updates?|reports?)
        |what\s(?:have\swe|we\shave|did\swe|has\sbeen)\sdone|(?:(?:review|status)\sof\s)?(?:the\s)?(?:previous|last|old|past|closed|completed)\s(?:action|task|to-?do)[\w\s-]*|(?:review|status)\sof\s(?:the\s)?(?:action|task)[\w\s]*)""",
    re.VERBOSE | re.IGNORECASE,
)
_DUTIES = regex(
    r"(?:våra\s)?(?:ansvar|ansvariga|ansvarsområden|ansvarsfördelning|roller|rollfördelning|funktioner|kontaktpersoner|arbetsgrupper)(?:\si\s\w+)?",
    re.IGNORECASE,
)
_AIMS = regex(
    r"(?:(?:våra|årets|långsiktiga|kortsiktiga|övergripande|sprintens|projektets|mötets)\s)?(?:mål(?:et|en)?|målsättning(?:ar)?|vision(?:er)?|sprintmål|delmål|syfte(?:t)?)(?:\s(?:för|med|under|i)\s(?!nästa)[\w\s]{3,40})?"
    r"|definition\sof\sdone|arbetssätt|(?:\w+)?regler|gruppkontrakt|principer|(?:generella|allmänna)\s(?:saker|regler|riktlinjer)[\w\s]*",
    re.IGNORECASE,
)
_IDEAS = regex(
    r"idéer|(?:lösa\s)?tankar|brainstorm(?:ing)?|önskemål|önskelista|frågor(?:\still\s[\w\s]{3,30})?|(?:agenda|dagordning|punkter)\s(?:(?:till|inför|för|på)\s)?(?:nästa|kommande)\s.{3,30}",
    re.IGNORECASE,
)
_TOLD = regex(
    r"krav(?:lista)?|funktioner|features|user\sstories|risker|tips|rutiner|instruktion(?:er)?|så\s(?:funkar|fungerar|gör|anmäler)\s.{2,40}"
    r"|(?:information|info)\s(?:från|till)\s.{3,40}|grupp\s(?:\d|[A-D])\b.{0,30}"
    r"|(?!.*(?:\b(?:ska|göra|göras|behöver|måste|när)\b|gör\svi|vi\sgör))(?:vad|hur|varför|vilka)\s.{3,50}",
    re.IGNORECASE,
)
_SETTLED = regex(
    r"(?:(?:det(?:\shär)?|detta|vad|saker|följande)\s)?(?:som\s)?(?:har\s)?(?:vi\s)?(?:har\s)?"
    r"(?:bestäm(?:de|t|des)|beslutat|beslutade|beslutades|enades\som|enats\som|kom(?:mit)?\söverens\som|överenskommet)(?:\s(?:vi|idag|på\smötet))?|överenskommelser",
    re.IGNORECASE,
)
_CONCLUDED = regex(
    r"(?:(?:saker|vad|det|punkter)\s(?:som\s)?)?vi\s(?:har\s)?(?:kommit|kom)\sfram\still|slutsatser",
    re.IGNORECASE,
)
_STATUS = regex(r"[\w-]*(?:status|läge|läget|lägesrapport)", re.IGNORECASE)
# "Vi kör i två grupper"; "Vi har målat" tells what was done.
_WE_DO = regex(r"Vi\s(?!har\s\w+t\b|hade\b|är\b)\w+[rs]\b")
# What the meeting is for; to hold it fulfils that.
_PURPOSE = regex(
    r"(?:mötets\s+)?(?:mål(?:et)?|syfte(?:t)?|objectives?|purpose)\b(?:\s+(?:med|för)\s+(?:dagens\s+)?mötet)?\W*(?:\([^()]*\))?\W*"
    r"|vad\s(?:ska|skall|gör|vill)\svi\s(?:göra\s)?(?:på|under|med)\s(?:detta|dagens|det\shär)\s?(?:möte(?:t)?)?",
    re.IGNORECASE,
)
_BARE = ("verb i grundform", "en sak och ett namn", "namnet står sist")


class Section(Enum):
    """What the lines of a part of the text are about."""

    ANYTHING = auto()
    DONE = auto()
    DUTIES = auto()
    AIMS = auto()
    PURPOSE = auto()
    IDEAS = auto()
    TOLD = auto()
    SETTLED = auto()
    CONCLUDED = auto()
    STATUS = auto()


_FORMS = (
    (_PURPOSE, Section.PURPOSE),
    (_DONE, Section.DONE),
    (_DUTIES, Section.DUTIES),
    (_AIMS, Section.AIMS),
    (_IDEAS, Section.IDEAS),
    (_SETTLED, Section.SETTLED),
    (_CONCLUDED, Section.CONCLUDED),
    (_STATUS, Section.STATUS),
    (_TOLD, Section.TOLD),
)


def section_of(title: str) -> Section:
    """What stands below a title or a label that says it."""
    words = title.strip(" :?!.")
    if len(words) > _LONGEST:
        return Section.ANYTHING
    for form, section in _FORMS:
        if form.fullmatch(words):
            return section
    return Section.ANYTHING


def weighed(promise: Promise, section: Section) -> Promise:
    """The promise, refused where the section says that its words are none."""
    if section is Section.PURPOSE and not promise.owners:
        return replace(promise, confidence=0.0, reason="det som mötet är till för")
    bare = promise.reason.startswith(_BARE)
    if section is Section.DONE and bare:
        return replace(promise, confidence=0.0, reason="det som redan är gjort")
    if section is Section.DUTIES and promise.reason == "en sak och ett namn":
        return replace(promise, confidence=0.0, reason="vem som svarar för vad")
    if section is Section.IDEAS and bare:
        return replace(promise, confidence=0.0, reason="en tanke, ingen åtgärd ännu")
    if section is Section.TOLD and not promise.owners and bare:
        return replace(promise, confidence=0.0, reason="det som listan handlar om")
    if section is Section.AIMS and not promise.owners and (bare or "ska göras" in promise.reason):
        return replace(promise, confidence=0.0, reason="ett mål, ingen enskild åtgärd")
    return promise


def settles(bullet: str, section: Section) -> bool:
    """Whether a bullet in the section is a decision; of conclusions only what "we" do is."""
    return section is Section.SETTLED or (
        section is Section.CONCLUDED and bool(_WE_DO.match(bullet))
    )
