"""What kind of decision it is, by its words: an election, an approval, a commission ... Pure."""

import re
from collections.abc import Mapping
from enum import StrEnum

from minutes.texts import N_


class DecisionKind(StrEnum):
    """The kinds, with the words that a report uses for them."""

    ELECTION = "val och utseenden"
    MONEY = "budget och avgifter"
    RULES = "planer och regler"
    APPROVAL = "godkännanden"
    COMMISSION = "uppdrag"
    OPINION = "yttranden och ställningstaganden"
    REJECTION = "avslag"
    POSTPONED = "bordlagt och återremitterat"
    FORMAL = "beslut om formerna"
    NOTED = "noterat och lagt till handlingarna"
    OTHER = "övriga beslut"


KIND_WORDS: Mapping[DecisionKind, str] = {
    DecisionKind.ELECTION: N_("val och utseenden"),
    DecisionKind.MONEY: N_("budget och avgifter"),
    DecisionKind.RULES: N_("planer och regler"),
    DecisionKind.APPROVAL: N_("godkännanden"),
    DecisionKind.COMMISSION: N_("givna uppdrag"),
    DecisionKind.OPINION: N_("yttranden och ställningstaganden"),
    DecisionKind.REJECTION: N_("avslag"),
    DecisionKind.POSTPONED: N_("bordlagt och återremitterat"),
    DecisionKind.FORMAL: N_("beslut om formerna"),
    DecisionKind.NOTED: N_("noterat och lagt till handlingarna"),
    DecisionKind.OTHER: N_("övriga beslut"),
}

# In this order: what is adopted is often approved in the same words, what is noted least of all.
_WORDINGS: tuple[tuple[DecisionKind, str], ...] = (
    (
        DecisionKind.FORMAL,
        r"omedelbart\s+justera\w*|dagordning\w*|föredragningslista\w*|ärendelista\w*"
        r"|mötes(?:ordförande|sekreterare)\w*|justerare\w*|justera\s+(?:dagens\s+)?protokoll\w*"
        r"|(?:utse\w*|utsåg\w*|välj\w*|val[dt]\w*)\b[^.]*\bjustera\b|rösträknare\w*"
        r"|adjunger\w*|(?:mötet|stämman)\s+(?:är\s+)?behörig\w*"
        r"|behörig\w*\s+(?:utlys\w*|samman\w*)|ajourner\w*|(?:föregående|förra)\s+protokoll",
    ),
    (DecisionKind.POSTPONED, r"bordlä\w+|bordlagt|återremi\w+|skjut\w*\s+upp|uppskj\w+"),
    (
        DecisionKind.REJECTION,
        r"avslå\w*|avslog\w*|avslag\b|bifall\w*\s+inte|inte\s+bifall\w*|avstyrk\w*",
    ),
    (
        DecisionKind.ELECTION,
        r"välj\w*|vald\w*|valt\b|utse\w*|utsåg\w*|omval\w*|nyval\w*|fyllnadsval\w*|entledig\w*",
    ),
    (
        DecisionKind.MONEY,
        r"\w*budget\w*|\w*avgift\w*|anslag(?:et|en)?\b|anslå\w*|\w*bidrag\w*|\w*medel\b|kronor|kr\b|tkr"
        r"|mnkr|investering\w*|\w*bokslut\w*|årsredovisning\w*",
    ),
    (
        DecisionKind.RULES,
        r"\w*policy\w*|\w*stadga\w*|\w*reglemente\w*|\w*riktlinje\w*|\w*plan(?:en|er|erna)?\b"
        r"|\w*strategi\w*|\w*program(?:met|men)?\b|\w*ordning(?:en)?\b|\w*rutin(?:en|er|erna)?\b",
    ),
    (
        DecisionKind.COMMISSION,
        r"uppdra\w*|uppdrag\w*|ge\s+\w+(?:\s+\w+){0,3}\s+i\s+uppdrag|får\s+i\s+uppdrag",
    ),
    (
        DecisionKind.OPINION,
        r"yttrand\w*|yttra\s+sig|ställningstagand\w*|ställ\w+\s+sig\s+bakom|tillstyrk\w*|remissvar\w*"
        r"|rekommend\w*|förorda\w*|föreslå\w*",
    ),
    (DecisionKind.APPROVAL, r"godkän\w*|fastställ\w*|anta\w?\b|antog\w*|bevilj\w*|bifall\w*"),
    (
        DecisionKind.NOTED,
        r"(?:lägg|la[dg])\w*\s+(?:\w+\s+){0,4}till\s+handling\w+|noter\w*|tog\s+del|ta\s+del"
        r"|till\s+protokollet|tack\w*\s+för\s+information\w*",
    ),
)
_COMPILED = tuple(
    (kind, re.compile(rf"\b(?:{wording})", re.IGNORECASE)) for kind, wording in _WORDINGS
)


def kind_of(text: str) -> DecisionKind:
    """The kind of decision that the words are."""
    return next((kind for kind, wording in _COMPILED if wording.search(text)), DecisionKind.OTHER)
