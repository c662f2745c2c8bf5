"""Which bodies have something on the public site: minutes, or what a later stage publishes."""

from flask import current_app, g

from minutes.errors import NotFound
from minutes.people.queries import body_by_slug
from minutes.publication import public_lists, public_queries
from minutes.publication.caching import shared
from minutes.publication.public_lists import ListedBody
from minutes.publication.public_queries import PublicBody
from minutes.publication.readers import Reader, reader

# The extension that gives the bodies which have no minutes there and something else, as others().
ALSO_PUBLISHES = "also_publishes"


def who_asks() -> Reader:
    """The reader of the page that is asked for."""
    return reader(g.connection, g.access) if g.access.signed_in else Reader()


def publishers(reader: Reader) -> list[ListedBody]:
    """The bodies that have published something, those with minutes first, by name."""
    return shared(
        ("publishers", reader),
        lambda: [*public_lists.bodies(g.connection, reader), *_others(reader)],
    )


def choices(reader: Reader) -> tuple[list[ListedBody], list[int]]:
    """The bodies and the years that a list of what stands in minutes can be narrowed to."""
    return shared(
        ("choices", reader),
        lambda: (
            public_lists.bodies(g.connection, reader),
            public_lists.all_years(g.connection, reader),
        ),
    )


def published_body(reader: Reader, slug: str, *, ever: bool = False) -> PublicBody:
    """The body, where it has published something; ever: also where all of it was taken back, as
    its feeds tell. Raises NotFound.
    """
    return shared(("body", reader, slug, ever), lambda: _published_body(reader, slug, ever))


def _published_body(reader: Reader, slug: str, ever: bool) -> PublicBody:
    try:
        return public_queries.body(g.connection, reader, slug, ever=ever)
    except NotFound:
        if slug not in {each.slug for each in _others(reader)}:
            raise
        return PublicBody.of(body_by_slug(g.session, slug))


def _others(reader: Reader) -> list[ListedBody]:
    found: list[ListedBody] = current_app.extensions[ALSO_PUBLISHES](g.session, reader)
    return found
