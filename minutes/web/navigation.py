"""The links at the top of every page: those that exist and that the person may follow."""

from dataclasses import dataclass

from flask import Flask, current_app, request

from minutes.people.permissions import Access, Permission
from minutes.texts import N_

Entry = tuple[str, str, Permission]  # its text, address, and who may follow it

MAIN = (
    (N_("Översikt"), "/", Permission.SIGNED_IN),
    (N_("Möten"), "/moten", Permission.SIGNED_IN),
    (N_("Åtgärder"), "/atgarder", Permission.SIGNED_IN),
    (N_("Beslut", "Beslut", num=2), "/beslut", Permission.SIGNED_IN),
    (N_("Organ", "Organ", num=2), "/organ", Permission.SIGNED_IN),
    (N_("Sök"), "/sok", Permission.SIGNED_IN),
)
ASIDE = ((N_("Ladda upp"), "/ladda-upp", Permission.REVIEW),)
PERSONAL = (
    (N_("Mina åtgärder"), "/mina", Permission.SIGNED_IN),
    (N_("Att justera"), "/justering", Permission.SIGNED_IN),
    (N_("Påminnelser"), "/paminnelser", Permission.SIGNED_IN),
    (N_("Kalender"), "/kalender", Permission.SIGNED_IN),
    (N_("Mitt konto"), "/konto", Permission.SIGNED_IN),
    (N_("Årsberättelser"), "/arsberattelser", Permission.READ),
    (N_("Året i siffror"), "/siffror", Permission.READ),
    (N_("Granskning"), "/granskning", Permission.REVIEW),
    (N_("Handlingar"), "/handlingar", Permission.REVIEW),
    (N_("Läs in gamla år"), "/inlasning", Permission.REVIEW),
    (N_("Utan ansvarig"), "/utan-ansvarig", Permission.FOLLOW_UP),
    (N_("Utskick"), "/hantera/utskick", Permission.REVIEW),
    (N_("Personer"), "/hantera/personer", Permission.MANAGE),
    (N_("Hantera organ"), "/hantera/organ", Permission.MANAGE),
    (N_("Händelser"), "/hantera/handelser", Permission.MANAGE),
    (N_("Jobb", "Jobb", num=2), "/hantera/jobb", Permission.MANAGE),
    (N_("Komponenter"), "/hantera/komponenter", Permission.MANAGE),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and whether it leads to where we are."""

    text: str
    href: str
    current: bool


def install(app: Flask) -> None:
    """Find out which of the addresses the application has."""
    app.extensions["addresses"] = frozenset(rule.rule for rule in app.url_map.iter_rules())


def links(entries: tuple[Entry, ...], access: Access) -> list[Link]:
    """The entries that exist and are open to the person."""
    known = current_app.extensions["addresses"]
    return [
        Link(text, request.script_root + path, _is_here(path))
        for text, path, permission in entries
        if path in known and access.may_somewhere(permission)
    ]


def _is_here(path: str) -> bool:
    return request.path == path or (path != "/" and request.path.startswith(path + "/"))
