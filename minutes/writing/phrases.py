"""The sentences that minutes use again and again: a body's own, or the usual ones. Pure."""

from minutes.people.tables import Body, BodyKind, Regime

_DECIDING = {
    BodyKind.BOARD: "Styrelsen",
    BodyKind.NAMND: "Nämnden",
    BodyKind.UTSKOTT: "Utskottet",
    BodyKind.COUNCIL: "Rådet",
    BodyKind.GROUP: "Gruppen",
    BodyKind.ASSEMBLY: "Mötet",
    BodyKind.OTHER: "Mötet",
}
_ENDINGS = ("nämnden", "styrelsen", "rådet", "utskottet", "gruppen", "beredningen", "fullmäktige")
AGENDA = {
    Regime.KOMMUNALLAGEN: (
        "Upprop",
        "Val av justerare samt tid och plats för justering",
        "Fastställande av föredragningslistan",
        "Information från förvaltningen",
        "Anmälan av delegationsbeslut",
        "Övriga frågor",
    ),
    Regime.ASSOCIATION: (
        "Mötets öppnande",
        "Val av justerare",
        "Godkännande av dagordningen",
        "Ekonomi",
        "Övriga frågor",
        "Nästa möte",
        "Mötets avslutande",
    ),
    Regime.NONE: (
        "Mötets öppnande",
        "Dagordning",
        "Övriga frågor",
        "Nästa möte",
    ),
}


def deciding(body: Body) -> str:
    """How the body calls itself where it decides: Styrelsen, Utbildningsnämnden, Mötet."""
    name = body.name.strip()
    if " " not in name and name.casefold().endswith(_ENDINGS):
        return name[:1].upper() + name[1:]
    return _DECIDING[body.kind]


def usual_phrases(who: str) -> list[str]:
    """What is offered until the body has phrases of its own. `who`: see deciding()."""
    return [
        "Ordföranden hälsar välkommen och öppnar mötet.",
        f"{who} godkänner dagordningen.",
        f"{who} tar del av informationen och lägger den till handlingarna.",
        "Föregående protokoll gås igenom och läggs till handlingarna.",
        "Ordföranden finner att det bara finns ett förslag till beslut och att det antas.",
        "Paragrafen förklaras omedelbart justerad.",
        "Mötet ajourneras kl. 10.00–10.15.",
        "Ordföranden tackar för visat intresse och avslutar mötet.",
    ]


def phrases(own: str, who: str) -> list[str]:
    """The body's own phrases, a line each, or the usual ones where it has none."""
    mine = [" ".join(line.split()) for line in own.split("\n") if line.strip()]
    return mine or usual_phrases(who)


def agenda_titles(own: str, regime: Regime) -> list[str]:
    """The points of the body's template, or the usual ones of its rules."""
    mine = [" ".join(line.split())[:300] for line in own.split("\n") if line.strip()]
    return mine or list(AGENDA[regime])
