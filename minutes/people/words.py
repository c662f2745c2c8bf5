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

# What is written down of an act, as the administrator reads it; other stages' acts too,
# since only this page shows them. One without a word here is shown by its code.
ACT_WORDS: Mapping[str, str] = {
    "account.closed": "stängde ett konto",
    "account.created": "skapade ett konto",
    "account.password": "bytte lösenord",
    "action.done": "markerade en åtgärd som klar",
    "action.reopened": "öppnade en åtgärd igen",
    "alias.added": "lade till ett skrivsätt",
    "alias.removed": "tog bort ett skrivsätt",
    "body.created": "lade till ett organ",
    "document.imported": "läste in ett dokument",
    "draft.discarded": "kastade ett utkast",
    "draft.registered": "registrerade ett möte",
    "mail.resent": "skickade ett brev igen",
    "mandate.ended": "avslutade ett uppdrag",
    "mandate.given": "gav ett uppdrag",
    "person.created": "lade till en person",
    "reminders.chosen": "valde hur ofta påminnelser kommer",
}
