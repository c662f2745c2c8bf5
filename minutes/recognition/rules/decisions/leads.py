"""What leads in decisions or proposals: "Styrelsen beslutade:", "Beslut" and its number, "Förslag:"."""

import re
from functools import lru_cache

from minutes.expressions import regex
from minutes.recognition.language.cues import cue_of_signs, cues_of
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.vocabulary import OWN_BODY, THE_MEETING
from minutes.recognition.language.words import holds_any, wording
from minutes.recognition.rules.decisions.refusals import ADOPTED

_F = re.VERBOSE | re.IGNORECASE

# "Beslut 14", "Beslut nr 3", "Beslut § 2", "Beslut 2026:14"
DECISION_NUMBER = r"(?:(?:nr\.?|§)\s*)?(?=[\w/.:-]*\d)[\w/.-]+(?::\d+)?"
# "Beslut (enhälligt)", "Beslut om skylten", "Beslut, enligt förslag": what may stand before the colon.
_OF_DECISION = r"(?:\s*\([^()]{1,40}\)|,?\s+(?:enhälligt|enligt\s+(?:\w+\s+)?förslag(?:et)?|i\s+(?:frågan|ärendet)|(?:om|gällande|avseende|angående)\s[^:.;]{2,40}))?"
_LABEL = regex(
    rf"""^(?:[^\w\s(\[]+\s*)?(?:
    {OWN_BODY}\s+(?:beslutar|beslutade|beslöt)(?=\s*:\s*(?-i:[A-ZÅÄÖ]))|{OWN_BODY}\s+har\s+beslut(?:at|ade)(?=\s*:\s*att\s)
    |(?:[\wåäöÅÄÖ-]+s\s+|(?:vårt|gemensamt|slutligt|enhälligt|enigt)\s+)?beslut(?:\s*(?:\#\s?)?{DECISION_NUMBER}|\s+[a-h](?=\s*:))?{_OF_DECISION}|beslut(?:at|ades|as)|bestäm(?:t|des)|beslutet\s+(?:är|blev|blir)
    |överenskomme(?:t|lse)|vedtak|beslutning|decisions?(?:\s+made)?|decided|resolutions?|conclusions?|consensus|ställningstagande|(?:[\wåäöÅÄÖ]+\s+)?konklusion)[*_]{{0,2}}\s*
    (?:[:;](?!\d)[*_]{{0,2}}\s*|[–-]\s(?=(?:(?:vi|att|styrelsen|mötet|bifall|avslag|ja|nej|[a-zåäö]+a)\b|[^.?]{{5,}}[.]$)))
    |^(?-i:BESLUT\s+(?=[A-ZÅÄÖ][a-zåäö]))|^(?:\[beslut\]|\(beslut\))\s+""",
    _F,
)
# "Styrelsen beslutade därför:", "Efter rast beslutade mötet att": the verb, then words that tell nothing.
_VERB_AT_THE_END = rf"(?:{OWN_BODY}\s+)?(?:\w+\s+)?(?:beslut(?:ar|ade|at|ades|as)?|beslöts?)\b(?:\s+{OWN_BODY})?(?:\s+(?:\w+\s+){{0,4}}?(?:att|om|därmed|därför|följande|enhälligt|sålunda))?"
# "Vi kom överens om följande:": such verbs are common, and lead in only where they begin the line.
_EVERYDAY_VERB = (
    rf"^(?:(?:{OWN_BODY}|det|detta|därför|sedan|vad|efter\s(?:\w+\s){{1,4}}?)\s+)*(?:bestäm(?:mer|de|des|t)|enades|enas|(?:kom|kommer|är|var|blev)\s+(?:{OWN_BODY}\s+)?överens)"
    rf"(?:\s+(?:{OWN_BODY}|oss|sig|om|för|följande|därför|också|även|enhälligt|att)){{0,4}}"
)
_NOUN = (
    r"följande\s+(?:beslut\w*|beslöts|ställningstagande\w*)(?:\s+(?:fattades|togs|har\s+fattats))?|ställningstagande[n]?|konklusion(?:er)?|överenskommet|decisions?"
    rf"|(?:[\wåäö]+s\s+)?beslut(?:\s+{DECISION_NUMBER}|\s+{OWN_BODY}\s+(?:tog|fattade)|\s+(?:idag|(?:på|vid)\s+(?:dagens\s+)?mötet|i\s+ärendet|blev|är))?"
    rf"|{OWN_BODY}\s+(?:fattade|tog)\s+(?:\w+\s+)?beslut(?:\s+om(?:\s+att)?|\s+att)?"
)
_ELECTED = (
    rf"{OWN_BODY}\s+(?:valde|väljer|utsåg|utser|fastställde|godkände|antog|noterade)|"
    rf"(?:{OWN_BODY}\s+)?(?:valdes?|väljer|väljs|utser|utses|utsågs?|fastställde|godkände|antog)\b[^.:]{{0,60}}:|^(?:omvaldes|nyvaldes|valdes|väljs|utsågs|utses)"
)
_IN_ENGLISH = (
    r"(?:(?:it\s+was|we|(?:the\s+)?(?:\w+\s+)?(?:board|committee|meeting|group|team|members))\s+(?:\w+ly\s+|also\s+)?)?"
    r"(?:agreed|decided|resolved)(?:\s+(?:to|that|on|upon|as|the)\b[^.:]{0,60})?:"
)
_CHANGES = r"beslut(?:ar|ade|ades)\s+(?:om\s+)?följande\s+\w*(?:ändringar|revideringar|justeringar|åtgärder|punkter|tillägg)\b[^.:]{0,40}:"
LEAD = wording(
    "beslut beslutar beslöt beslöts bestämmer bestämde bestämdes bestämt enas enades överens överenskommet agreed decided resolved följande ställningstagande konklusion decision decisions "
    "valde valdes omvaldes nyvaldes väljer väljs utser utses utsåg utsågs fastställde godkände antog noterade",
    rf"(?:^|\s)(?:{_VERB_AT_THE_END}|{_NOUN}|{_ELECTED}|{_CHANGES}|{_EVERYDAY_VERB}|{_IN_ENGLISH})\s*:?\s*$",
)
# "Inget beslut:", "Tidigare beslut:" and what others decided lead in nothing that is settled now.
_NOT_NOW = regex(
    r"\b(?:inget|inga|inte|ej|ännu|tidigare|förra|föregående|fjolårets|kommunens|regionens|länsstyrelsens|förbundets)\b",
    re.IGNORECASE,
)
_PROPOSAL_LEAD = regex(
    r"\b(?:förslag(?:et)?(?:\s+till\s+(?:beslut|ställningstagande))?|föreslår|föreslås|yrkar|yrkande[nt]?|hemställer|rekommenderar|att-satser|motionär\w*)\b[^.]{0,80}:?\s*$",
    re.IGNORECASE,
)
_OF_PROPOSALS = ("förslag", "föreslå", "yrka", "hemställer", "rekommenderar", "satser", "motionär")

DECIDED = ("beslutade", "beslutar", "beslöt")  # and then nothing but its clauses
_ENDS_OF_LEADS = (":", "att", ",", *DECIDED)
_ENDS_OF_PROPOSALS = (":", "att")
_SAY_THAT_MORE_FOLLOWS = ("öljande", "otion")
_LONGEST_LEAD = 160  # characters


def may_lead(text: str) -> bool:
    """Whether a list may follow: it is short, or ends or says so; most sentences do neither."""
    stripped = text.rstrip()
    return _leads_in(stripped, _ENDS_OF_LEADS) or holds_any(stripped, _SAY_THAT_MORE_FOLLOWS)


def opens_decisions(text: str) -> bool:
    """Whether `text` is a lead-in whose list or att-clauses are decisions."""
    stripped = text.strip()
    if len(stripped) > _LONGEST_LEAD and stripped.endswith((":", "att")):
        stripped = stripped.rpartition(". ")[2]  # what leads in the list stands last
    may_lead = len(stripped) <= _LONGEST_LEAD and _leads_in(stripped, _ENDS_OF_LEADS)
    return may_lead and _leads_in_decisions(stripped)


@lru_cache(maxsize=1024)  # the same few words lead in, and each is asked of more than once
def _leads_in_decisions(text: str) -> bool:
    if _settles_itself(text) or text.startswith(("Skäl", "Underlag")):
        return False
    if _NOT_NOW.search(text):
        return False
    found = LEAD.search(text.rstrip(","), cues_of(text))
    return found is not None and not opens_proposals(text)


# The list says how, not what: "Stämman antog styrelsens förslag enligt följande:".
_ADOPTED_AS_FOLLOWS = regex(
    r"\b(?:antog|antar|fastställde|fastställer|godkände|godkänner|beslutade\s+om)\b[^:]*\w+\s+enligt\s+(?:följande|nedan)\s*:$",
    re.IGNORECASE,
)


def _settles_itself(text: str) -> bool:
    return text.endswith(":") and bool(_ADOPTED_AS_FOLLOWS.search(text))


# "Motion har inkommit om att stämman beslutar", with its clauses on the next lines.
_MOVES_THAT = regex(
    rf"\bmotion\w*\b[^.]*\batt\s+(?:\w+\s+)?{THE_MEETING}\s+beslutar\s*:?$",
    re.IGNORECASE,
)
_LONGEST_PROPOSAL_LEAD = 200


def opens_proposals(text: str) -> bool:
    """Whether what follows `text` is only proposed."""
    stripped = text.strip()
    may_lead = len(stripped) <= _LONGEST_PROPOSAL_LEAD and (
        _leads_in(stripped, _ENDS_OF_PROPOSALS) or "otion" in stripped
    )
    # "Förslag: två halvdagar" leads in nothing.
    return may_lead and ":" not in stripped[:-1] and _leads_in_proposals(stripped)


@lru_cache(maxsize=1024)
def _leads_in_proposals(text: str) -> bool:
    folded = text.casefold()
    if "motion" in folded and _MOVES_THAT.search(text):
        return True
    if not _leads_in(text, _ENDS_OF_PROPOSALS) or not holds_any(folded, _OF_PROPOSALS):
        return False
    itself = text.startswith("att ") or ADOPTED.search(text)
    if itself and not text.endswith((":", " att")):
        return False  # "att tillstyrka förslaget", "Styrelsen godkänner förslaget"
    return bool(_PROPOSAL_LEAD.search(text)) and not _settles_itself(text)


def _leads_in(text: str, ends: tuple[str, ...]) -> bool:
    return text.endswith(ends) or len(text.split(maxsplit=4)) <= 4


_ENDS_OF_LABELS = (":", ";", "- ", "– ", "eslut]", "eslut)")
_SIGNS_OF_LABELS = cue_of_signs(":;-–])")


def decision_label(sentence: Sentence) -> int:
    """How long the label "Beslut:" at the beginning of the sentence is; 0 where there is none."""
    text = sentence.text
    may_be = sentence.cues & _SIGNS_OF_LABELS and holds_any(text, _ENDS_OF_LABELS)
    may_be = may_be or text.startswith("BESLUT ")
    match = _LABEL.match(text) if may_be else None
    if match is None or match.end() >= len(text) or _NOT_NOW.search(match.group()):
        return 0
    return match.end()
