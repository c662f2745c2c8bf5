"""Fills the templates that no page shows: mails, and the documents that become PDF."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from minutes import installed_folder


def filled(template: str, /, **values: object) -> str:
    """The template with the values in it. One that it lacks is an error, and not left out."""
    return _templates().get_template(template).render(values)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(installed_folder("templates")),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        auto_reload=False,  # else each mail would look whether the files are still the same
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
