"""Finds words of somebody's health and union membership, where a person stands beside. Pure.

The words alone are what many bodies work with every day; of a person they are sensitive
(dataskyddsförordningen artikel 9). So one counts only in a sentence that speaks of somebody.
"""

import re
from collections.abc import Iterator

from minutes.publication.outside_names import names_in

_HEALTH = re.compile(
    r"\b(?:"
    r"sjukskriv(?:en|na|s|ning(?:en)?|its)|sjuka?nmäl(?:d|an|de|t)|sjukledig(?:a|het(?:en)?)?"
    r"|sjukfrånvaro(?:n)?|långtidssjuk(?:a|skriven)?|insjukna(?:t|de|r)|svårt sjuk|allvarligt sjuk"
    r"|blivit sjuk|sjukersättning(?:en)?|sjukdom(?:en)?|diagnos(?:en|er|tiserad|ticerad|tiserats)?"
    r"|gravid(?:iteten)?|utbränd(?:het)?|utmattning(?:en|ssyndrom)?|depression(?:en)?|deprimerad"
    r"|cancer(?:n|sjuk)?|tumör(?:en)?|stroke(?:n)?|hjärtinfarkt(?:en)?|demens(?:sjuk)?|dement"
    r"|adhd|autism|psykisk ohälsa|psykiskt sjuk|missbruk(?:et|are)?|alkoholist|beroendevård(?:en)?"
    r"|operera(?:s|d|ts|des)|cellgift(?:er)?|inlagd på sjukhus|rehabiliteras"
    r")\b",
    re.IGNORECASE,
)
_UNION = re.compile(
    r"\b(?:"
    r"fackmedlem(?:mar|skap|men)?|fackligt (?:ansluten|anslutna|aktiva?|engagera(?:d|de))"
    r"|facklig(?:t|a)? (?:tillhörighet|medlemskap|ombud(?:et)?|förtroendeman|förtroendeuppdrag)"
    r"|fackombud(?:et)?"
    r"|medlem(?:skap)? i (?:facket|fackförbundet(?: \w+)?|fackföreningen|Kommunal\b|Vision\b"
    r"|Unionen|Vårdförbundet|Akademikerförbundet SSR|SSR|Saco|Lärarförbundet|Sveriges Lärare"
    r"|IF Metall|Byggnads|Ledarna|Läkarförbundet|Sveriges läkarförbund|Polisförbundet"
    r"|Transport\b|Seko)"
    r")",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:hon|han|hen|henne|honom|hennes|hans|hens|sonen|dottern|hustrun|maken|makan|den enskilde"
    r"|eleven|brukaren|patienten|klienten|medarbetaren|ledamoten|ordföranden|sekreteraren)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]+)*")


def health_words(text: str) -> Iterator[tuple[str, str]]:
    """(as written, why) of each word of health in a sentence that speaks of somebody."""
    yield from _beside_somebody(text, _HEALTH, "Ord om någons hälsa")


def union_words(text: str) -> Iterator[tuple[str, str]]:
    """(as written, why) of each word of union membership in a sentence that speaks of somebody."""
    yield from _beside_somebody(text, _UNION, "Ord om någons medlemskap i facket")


def _beside_somebody(text: str, words: re.Pattern[str], why: str) -> Iterator[tuple[str, str]]:
    if not words.search(text):
        return
    for sentence in _SENTENCE.finditer(text):
        said = sentence.group()
        found = [match.group() for match in words.finditer(said)]
        somebody = _somebody(said) if found else None
        if somebody:
            for each in found:
                yield each, f"{why}, i en mening om {somebody}"


def _somebody(sentence: str) -> str | None:
    for name in names_in(sentence):
        return name
    match = _SOMEBODY.search(sentence)
    return f"”{match.group()}”" if match else None
