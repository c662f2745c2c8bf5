"""How the parts of an address are read."""

from flask import Flask
from werkzeug.routing import IntegerConverter


class IdConverter(IntegerConverter):
    """The id of a row. A longer number fits in no database, and is no address of ours."""

    regex = r"\d{1,9}"


def install(app: Flask) -> None:
    """Read <int:...> so. Before the views are registered."""
    app.url_map.converters["int"] = IdConverter
