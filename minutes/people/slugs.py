"""The name of a body as it stands in an address."""

import re
import unicodedata
from collections.abc import Container

# What stands at /protokoll/ beside the bodies.
RESERVED = frozenset("avsluta beslut data kommande oparl prenumerera sok tillganglighet".split())


# A name that boards and meetings everywhere have, and so no address.
_COMMON = frozenset(
    "styrelsen arsmotet arsstamman stamman foreningsstamman arbetsutskottet valberedningen".split()
)


def slug_of_body(name: str, organisation: str, taken: Container[str] = ()) -> str:
    """That of the name; where it is a common or a taken one, the organisation stands before it."""
    alone = slug_of(name)
    if organisation and (alone in _COMMON or alone in taken):
        return slug_of(f"{organisation} {name}", taken)
    return slug_of(name, taken)


def slug_of(name: str, taken: Container[str] = ()) -> str:
    """Letters, digits and hyphens: "Rådet för AT/BT" is "radet-for-at-bt".

    A number is put behind where the slug is taken, or would be another page's address.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:100] or "organ"
    candidate, number = slug, 1
    while candidate in taken or candidate in RESERVED:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
