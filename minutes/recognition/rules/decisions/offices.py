"""Elections put on a line, without a whole sentence: "Kassör (2 år): Bo Ek", "Omval av revisorerna"."""

from minutes.recognition.findings import LIKELY
from minutes.recognition.rules.decisions.rule import rule

_OFFICE = r"(?:(?:vice\s+|mötes)?ordförande|ledamot|ledamöter|kassör|(?:mötes)?sekreterare|suppleant(?:er)?|ersättare|revisor(?:er)?|revisorssuppleant(?:er)?|valberedning(?:en)?|sammankallande|(?:protokoll\s?s?)?justerare|rösträknare)"
_OFFICES = (
    "ordförande mötesordförande ledamot ledamöter kassör kassören kassörn sekreterare mötessekreterare suppleant suppleanter ersättare revisor "
    "revisorer revisorssuppleant revisorssuppleanter valberedning valberedningen sammankallande justerare protokolljusterare rösträknare"
)
_NAME = r"(?-i:[A-ZÅÄÖ][\w-]+(?:\s(?:von|af|de|[A-ZÅÄÖ][\w-]+)){0,3})"
_YEARS = r"(?:på\s+|för\s+|i\s+)?(?:\d|ett|två|tre)\s+år"
_AGAIN = r"(?:om|ny|fyllnads|åter)val"

OFFICE_RULES = (
    # "Karin som kassör, Bo som sekreterare", "Karin Ström till justerare"
    rule("namn och uppgift", LIKELY, _OFFICES,
        rf"^{_NAME}\s+som\s+{_OFFICE}(?:n|en)?(?:(?:,|\s+och|\s+samt)\s+{_NAME}\s+som\s+\w+)*\W*$|^{_NAME}\s+blev\s+(?:ny\s+|vice\s+)?{_OFFICE}\W*$|^{_NAME}\s+till\s+(?:ordförande|mötesordförande|sekreterare|mötessekreterare|justerare|protokolljusterare|rösträknare)\b(?!\s\w+[aå]\b)[^.]{{0,60}}[.]?$"),
    # "Ledamöter på två år: Bo Ek", "Ordförande: Bo Ek, 2 år", "Justerare blev Bo Ek"
    rule("uppgift, tid och namn", LIKELY, "år blev vald nyval omval nyvald omvald",
        rf"^(?:[a-h]\)\s*)?{_OFFICE}\b[^:.]{{0,30}}[\s(]{_YEARS}\b[^:.]{{0,15}}[):]\s*:?\s*(?-i:[A-ZÅÄÖ])[^.:]{{2,80}}$|^{_OFFICE}\s*:?\s*(?-i:[A-ZÅÄÖ])[^.:]{{2,60}}?[,(]\s*{_YEARS}\W*$"
        rf"|^(?:val\s+av|{_OFFICE})\b[^.]{{0,60}}\bblev\s+(?:det\s+)?(?-i:[A-ZÅÄÖ])|^{_OFFICE}\b[^.]{{0,60}}\s(?-i:[A-ZÅÄÖ]\S+\s[A-ZÅÄÖ]\S+),?\s+\(?(?:(?:om|ny)val[d]?|vald\s+(?:på|för)\s+\w+\s+år)\)?\W*$"),
    # "Val av justerare: Bo Ek och Eva Gran"
    rule("val och namn", LIKELY, "val",
        r"^val\s+av\s[^:.?]{3,90}:\s+(?-i:[A-ZÅÄÖ][\w-]+(?:\s|,\s|\soch\s)[A-ZÅÄÖ]\w+)"),
    # "Omval av hela styrelsen", "Nyval: Bo Ek", "Revisor: omval", "Bo Ek (omval)", "Posten lämnas vakant"
    rule("omval eller nyval", LIKELY, "omval nyval fyllnadsval återval omvalda nyvalda omvald nyvald val valen vakant vakanta vakantsätts vakantsattes",
        rf"^omval\s+(?:på|av)\s+(?:samtliga|hela|alla|styrelsen|övriga|valberedningen|revisorerna|revisorn)\b|\b{_AGAIN}\b,?\s+(?:[^.,]{{3,30}},\s+)?(?:av|på)\s+(?:[a-zåäö]+:?,?\s+(?:d\.?v\.?s\.?\s+)?){{0,3}}(?-i:[A-ZÅÄÖ])|^{_AGAIN}(?:da?)?\s*:\s*(?-i:[A-ZÅÄÖ])|^[\wåäö -]{{4,40}}:\s*(?:om|ny)val[.]?$"
        rf"|^[^.:]{{3,60}}:\s*(?-i:[A-ZÅÄÖ])[^.]{{3,80}}(?:,\s*|\()(?:omval|nyval)\b|^(?-i:[A-ZÅÄÖ][\w-]+(?:\s(?:von|af|de|[A-ZÅÄÖ][\w-]+)){{1,3}}),?\s+\(?(?:omval|nyval)\b"
        r"|^(?:om|ny)?val(?:en)?\s+(?:\w+\s+)?enligt\s+valberedningens\s+förslag\b(?!\s+till)|\bvakants(?:ätts|attes)\b|\b(?:lämnas|lämnades|förblir)\s+vakanta?\b"),
)  # fmt: skip
