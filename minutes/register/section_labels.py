"""Which lines of an item's text name the section under them: "Yrkanden", "Beslutsgång". Pure."""

import re

_LABEL = re.compile(
    r"(?:Sammanfattning|Beskrivning)(?:\s+av\s+ärendet)?|Ärendebeskrivning|Ärendet|Bakgrund"
    r"|(?:[\w-]+s\s+)?[Ff]örslag\s+till\s+beslut(?:\s+(?:på|under)\s+(?:sammanträdet|mötet))?|Beslutsförslag|Beslutsunderlag|Handlingar\s+i\s+ärendet"
    r"|Yrkanden?|Propositionsordning|Beslutsgång|Omröstning(?:sresultat)?|Votering(?:sresultat)?"
    r"|Reservation(?:er)?|Protokollsanteckning(?:ar)?|Särskilt\s+yttrande|Jäv|Motivering"
    r"|Skäl(?:en)?\s+(?:till|för)\s+beslut(?:et)?"
    r"|Beslutet\s+(?:skickas|expedieras|delges)(?:\s+till)?|Expediering|Skickas\s+till|Beslut"
)


def is_section_label(line: str) -> bool:
    """Whether the line is such a name and nothing more."""
    return _LABEL.fullmatch(line.strip().removesuffix(":")) is not None
