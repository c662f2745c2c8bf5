"""Who of those at a meeting served (tjänstgjorde): had a vote as a member or in the place of one.

Kommunallagen 5 kap. 66 § asks minutes to say which members and substitutes served. Pure.
"""

import re

_SEAT = re.compile(r"\b(?:ordförande|ledamot|ledamöter|kassör|beslutande)\b", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\b(?:ersättare|suppleant)\b", re.IGNORECASE)
_SERVING = re.compile(r"\btj(?:änst)?g(?:örande|ör|\.)?\b|\btjänstgör\w*", re.IGNORECASE)
_STANDS_IN = re.compile(r"för\s+[A-ZÅÄÖ]")
_NOT_SERVING = re.compile(r"\b(?:ej|inte|icke)\s+(?:tj(?:änst)?g|beslutande)", re.IGNORECASE)


def is_substitute(about: str) -> bool:
    """Whether the minutes say so, in the role or the note of the list of attendance."""
    return _SUBSTITUTE.search(about) is not None


def stands_in(note: str) -> bool:
    """Whether somebody is noted in the place of another: "Bo Ek för Anna Berg"."""
    return _STANDS_IN.match(note) is not None


def says_who_serves(about: str) -> bool:
    """Whether the minutes use the word itself."""
    return _SERVING.search(about) is not None


def serves(about: str, *, has_seat: bool = False) -> bool:
    """Whether somebody who is there has a vote. has_seat: as a member, by the register.

    A substitute serves only where the minutes say it.
    """
    if _NOT_SERVING.search(about):
        return False
    if _SERVING.search(about):
        return True
    return not is_substitute(about) and (has_seat or _SEAT.search(about) is not None)
