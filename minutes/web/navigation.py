"""The links at the top of every page: those that exist and that the person may follow."""

from dataclasses import dataclass

from flask import Flask, current_app, request

from minutes.people.permissions import Access, Permission

MAIN = (
    ("Översikt", "/", Permission.SIGNED_IN),
    ("Möten", "/moten", Permission.SIGNED_IN),
    ("Åtgärder", "/atgarder", Permission.SIGNED_IN),
    ("Beslut", "/beslut", Permission.SIGNED_IN),
    ("Organ", "/organ", Permission.SIGNED_IN),
    ("Sök", "/sok", Permission.SIGNED_IN),
)
ASIDE = (("Ladda upp", "/ladda-upp", Permission.REVIEW),)
PERSONAL = (
    ("Mina åtgärder", "/mina", Permission.SIGNED_IN),
    ("Att justera", "/justering", Permission.SIGNED_IN),
    ("Påminnelser", "/paminnelser", Permission.SIGNED_IN),
    ("Kalender", "/kalender", Permission.SIGNED_IN),
    ("Mitt konto", "/konto", Permission.SIGNED_IN),
    ("Handlingar", "/handlingar", Permission.REVIEW),
    ("Personer", "/hantera/personer", Permission.MANAGE),
    ("Hantera organ", "/hantera/organ", Permission.MANAGE),
    ("Händelser", "/hantera/handelser", Permission.MANAGE),
    ("Utskick", "/hantera/utskick", Permission.REVIEW),
    ("Jobb", "/hantera/jobb", Permission.MANAGE),
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


def links(entries: tuple[tuple[str, str, Permission], ...], access: Access) -> list[Link]:
    """The entries that exist and are open to the person."""
    known = current_app.extensions["addresses"]
    return [
        Link(text, request.script_root + path, _is_here(path))
        for text, path, permission in entries
        if path in known and access.may_somewhere(permission)
    ]


def _is_here(path: str) -> bool:
    return request.path == path or (path != "/" and request.path.startswith(path + "/"))
