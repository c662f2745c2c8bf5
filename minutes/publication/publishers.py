"""Which bodies have something on the public site: minutes, or what a later stage publishes."""

from flask import current_app, g

from minutes.errors import NotFound
from minutes.people.queries import body_by_slug
from minutes.people.tables import Body
from minutes.publication import public_lists, public_queries
from minutes.publication.public_lists import ListedBody
from minutes.publication.readers import Reader

# The extension that gives the bodies which have no minutes there and something else, as others().
ALSO_PUBLISHES = "also_publishes"


def publishers(reader: Reader) -> list[ListedBody]:
    """The bodies that have published something, those with minutes first, by name."""
    return [*public_lists.bodies(g.session, reader), *_others(reader)]


def published_body(reader: Reader, slug: str) -> Body:
    """The body, where it has published something. Raises NotFound."""
    try:
        return public_queries.body(g.session, reader, slug)
    except NotFound:
        if slug not in {each.slug for each in _others(reader)}:
            raise
        return body_by_slug(g.session, slug)


def _others(reader: Reader) -> list[ListedBody]:
    found: list[ListedBody] = current_app.extensions[ALSO_PUBLISHES](g.session, reader)
    return found
