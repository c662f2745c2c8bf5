"""From a public twin to the text of its page, in HTML: made once, and kept beside the publication.

A publication never changes, so its text is the same for every reader of a language: nothing in it
depends on where the site stands or on what has been published since. The templates that it was made
with may have become others: then it is made anew for its first reader, until the job has kept it
again.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import sqlalchemy as sa
from babel.support import Translations
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from sqlmodel import Session, col, select

from minutes import formatting, installed_folder
from minutes.publication.showing import Content, Text, content_of
from minutes.publication.tables import PageText, Publication, PublicationState
from minutes.register.section_labels import is_section_label

LANGUAGES = ("sv", "en")
_TEMPLATES = (
    "public/meeting_facts.html",
    "public/meeting_minutes.html",
    "public/meeting_aside.html",
)
_PARTS = (
    "public/paragraphs.html",
    "public/said.html",
    "components/button.html",
    "components/grid.html",
    "components/icon.html",
)


def text_of(content: Content, language: str) -> Text:
    """The text of the page in the language."""
    templates = _templates(language)
    facts, minutes, aside = (
        Markup(templates.get_template(name).render(page=content))  # noqa: S704
        for name in _TEMPLATES
    )
    return Text(facts, minutes, aside, content.summary)


def texts_of(publication: Publication) -> Iterator[PageText]:
    """A row for each language, to be kept."""
    assert publication.id is not None
    content = content_of(publication)
    for language in LANGUAGES:
        made = text_of(content, language)
        yield PageText(
            publication_id=publication.id,
            language=language,
            made_with=made_with(),
            facts=str(made.facts),
            minutes=str(made.minutes),
            aside=str(made.aside),
            summary=made.summary,
        )


def keep_missing(session: Session, most: int) -> int:
    """Keep the texts of so many publications that have none made with the templates of now; how
    many had none.
    """
    has = sa.select(col(PageText.publication_id)).where(col(PageText.made_with) == made_with())
    lacking = session.exec(
        select(Publication)
        .where(Publication.state == PublicationState.PUBLISHED, col(Publication.id).not_in(has))
        .order_by(col(Publication.id).desc())
        .limit(most)
        .with_for_update(of=Publication)
    ).all()
    for each in lacking:
        session.execute(sa.delete(PageText).where(col(PageText.publication_id) == each.id))
        session.add_all(texts_of(each))
    return len(lacking)


@cache
def made_with() -> str:
    """What tells these templates and their translations from those of another version."""
    digest = hashlib.sha256()
    for name in (*_TEMPLATES, *_PARTS):
        digest.update((installed_folder("templates") / name).read_bytes())
    for file in sorted(installed_folder("translations").rglob("*.mo")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


@cache
def _templates(language: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(installed_folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    install: Any = made
    translations = Translations.load(installed_folder("translations"), [language])
    install.install_gettext_translations(translations, newstyle=True)
    made.filters["long_date"] = lambda day: formatting.long_date(day, language)
    made.tests["section_label"] = is_section_label
    return made
