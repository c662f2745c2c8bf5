"""The Swedish words for roles and rules."""

from collections.abc import Mapping

from minutes.people.tables import Regime, Role

ROLE_WORDS: Mapping[Role, str] = {
    Role.CHAIR: "ordförande",
    Role.VICE_CHAIR: "vice ordförande",
    Role.SECRETARY: "sekreterare",
    Role.MEMBER: "ledamot",
    Role.SUBSTITUTE: "ersättare",
    Role.READER: "läsare",
}

REGIME_WORDS: Mapping[Regime, str] = {
    Regime.KOMMUNALLAGEN: "Kommunallagen",
    Regime.ASSOCIATION: "Förening, enligt stadgarna",
    Regime.NONE: "Inga särskilda",
}
