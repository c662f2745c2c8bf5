"""How the last word of a search could go on: names of filters, and what they can be. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.search.language import CALLED, FILTERS, KINDS, MINE, STATES

MOST = 8
# A value in quotation marks that are still open may have spaces.
_LAST = re.compile(r'(?:(?P<filter>[^\W\d_]+):)?(?P<begun>(?<=:)"[^"]*|"?[^\s":]*)$')


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A whole search that the typed one could become, and what a filter of it means."""

    search: str
    means: str = ""


def filter_begun(typed: str) -> tuple[str, str] | None:
    """The filter whose value is being typed, and what there is of the value."""
    last = _LAST.search(typed)
    if last is None or last["filter"] is None:
        return None
    name = last["filter"].casefold()
    return CALLED.get(name, name), last["begun"].strip('"')


def suggestions(typed: str, names: Sequence[str] = ()) -> list[Suggestion]:
    """What the search could become; `names` are the bodies or owners that fit."""
    last = _LAST.search(typed)
    if last is None or not (last["filter"] or last["begun"]):
        return []
    before = typed[: last.start()]
    if last["filter"] is None:
        begun = last["begun"].casefold()
        return [
            Suggestion(f"{before}{name}:", means)
            for name, means in FILTERS.items()
            if name.startswith(begun)
        ]
    name = last["filter"].casefold()
    begun = last["begun"].strip('"').casefold()
    meant = CALLED.get(name, name)
    values = {"är": list(STATES), "typ": list(KINDS), "ägare": [MINE, *names]}.get(meant, names)
    return [
        Suggestion(f"{before}{name}:{quoted(value)} ")
        for value in dict.fromkeys(values)
        if begun in value.casefold()
    ][:MOST]


def quoted(value: str) -> str:
    """A name as it is typed after its filter."""
    return f'"{value}"' if re.search(r"\s", value) else value
