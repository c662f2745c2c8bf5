"""What is to be done behind a word that leads it in: "Kvar: märka skåpen", "Hemsidan: byta bild (Bo)"."""

from minutes.expressions import regex
from minutes.recognition.language.finite import tells
from minutes.recognition.language.verbs import demands
from minutes.recognition.language.words import first_word
from minutes.recognition.rules.actions.promise import Context
from minutes.recognition.rules.actions.task_lines import trailing

_LABEL = regex(r"(?P<label>[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö/-]+){0,4})\s?:\s+(?=\w)")
_NUMBER = regex(r"\d{1,2}\s?[–-]\s(?=[A-ZÅÄÖ])")  # "5 – Gräva upp rosorna"
# "Julgran – ringa skogsägaren", in a list
_MATTER = regex(r"(?P<label>[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö/-]+){0,3})\s[–-]\s(?=[a-zåäö])")
_LEADS_TO_TASKS = regex(
    r"(?i:kvar(?:\satt\sgöra)?|kvarstår|återstår|nästa\ssteg|(?:hem)?läxa|kom\sihåg|glöm\sinte|(?:till|inför|före|innan)\s(?:[\wåäö/-]+\s?){1,3})"
)
# Behind these stands what somebody wants, or what something is for.
_LEADS_ELSEWHERE = regex(
    r"\b(?i:\w*förslag\w*|mål\w*|(?:del)?syfte\w*|vision\w*|idé\w*|tips\w*|frågor?|yrkande\w*|önske\w*|motion\w*|alternativ\w*|regel\w*|regler|krav\w*|"
    r"instruktion\w*|rutin\w*|tank\w*|agenda\w*|punkt\w*|tema\w*|dagordning\w*|beslut\w*|program\w*|bakgrund|diskussion\w*|råd|information|info)\b"
)


def past_label(text: str, context: Context) -> int:
    """Where the task begins behind its label; 0 where there is none. Behind a mere subject it has a name."""
    numbered = _NUMBER.match(text)
    if numbered:
        return numbered.end()
    matter = _MATTER.match(text) if context.bulleted and (" –" in text or " -" in text) else None
    match = matter or (_LABEL.match(text) if ":" in text else None)
    if match is None or _LEADS_ELSEWHERE.search(match["label"]) or context.owners(match["label"]):
        return 0
    rest = text[match.end() :]
    if not demands(first_word(rest), rest.partition(" ")[2]):
        return 0
    leads = _LEADS_TO_TASKS.fullmatch(match["label"])
    owned = trailing(rest, context) and not tells(match["label"])
    return match.end() if leads or owned or (matter and not tells(text)) else 0
