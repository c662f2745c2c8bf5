"""People who are written by their initials only: "KS" for Karin Ström."""

import re

from minutes.expressions import regex

_INITIALS = regex(r"[A-ZÅÄÖ]{2,3}")
# Offices, parties and bodies.
_NO_INITIALS = frozenset(
    "AB AK AP AU BU EU FP HR ID IT KD KF KK KS LSS MP OK PM PR RF RS SD SU TF TU VD VU".split()
)
# Common abbreviations, and organisations: so may somebody be called who is known by the list.
_ABBREVIATIONS = frozenset(
    """AS BK BP CC DN EK FB FC FF FK FN FS GK HB HK IF IK IP IS KM MC MK NB ND NI NK NN OB PC PL PS QR SA SF SI
    SJ SK SL SM SS ST SV TK TV UF UK US VA VM VK XX""".split()
)


def are_initials(word: str) -> bool:
    """Whether they may be those of somebody who is known by the list."""
    return bool(_INITIALS.fullmatch(word)) and word not in _NO_INITIALS


def may_be_initials(word: str) -> bool:
    """Whether somebody may be called so: "HW"; three letters are as often an organisation."""
    return len(word) == 2 and are_initials(word) and word not in _ABBREVIATIONS


def has_initials(name: str, letters: str) -> bool:
    """Whether the name's initials begin with the letters, or they are its first and its last.

    "BÅL" as well as "BL" is Bo-Åke Lind; "KST" and "KAS" are Karin Ström.
    """
    first, *_, last = (name.split() or [""]) * 2
    shortened = {f"{first[:1]}{last[:2]}".upper(), f"{first[:2]}{last[:1]}".upper()}
    if letters in shortened:
        return True
    initials = [
        "".join(part[0] for part in parts if part[:1].isupper())
        for parts in (name.split(), re.split(r"[ -]", name))
    ]
    return any(i.startswith(letters) or letters == i[:1] + i[-1:] for i in initials)
