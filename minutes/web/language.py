"""Which language a page speaks, how its texts are said in it, and the choice of one.

The texts are Swedish in the code; `translations/en` has the English beside each.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from babel.support import NullTranslations, Translations
from flask import Flask, abort, current_app, g, redirect, request
from flask.json.tag import JSONTag
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from flask_babel import Babel
from jinja2 import pass_eval_context
from jinja2.filters import do_join
from jinja2.nodes import EvalContext
from markupsafe import Markup

from minutes.people import accounts
from minutes.people.access import Permission, requires
from minutes.people.next_page import safe_next
from minutes.people.permissions import NOBODY
from minutes.texts import Text, in_case

SWEDISH = "sv"
LANGUAGES = {SWEDISH: "På svenska", "en": "In English"}
COOKIE = "minutes_language"
ONE_YEAR = 365 * 24 * 3600
MOST_REMEMBERED = 5000


def install(app: Flask) -> None:
    """Let pages speak the language that was chosen."""
    # Before the environment of the templates is made: it keeps its options.
    app.jinja_options = {**app.jinja_options, "finalize": _as_said}
    Babel(app, locale_selector=chosen)
    # Flask-Babel's own ask for the language anew at each text, which takes longer than the page.
    app.jinja_env.filters["join"] = _join
    app.jinja_env.globals.update(
        _=gettext,
        N_=Text,
        gettext=gettext,
        ngettext=ngettext,
        language=language,
        languages=LANGUAGES,
        page_address=_page_address,
        in_swedish=_in_swedish,
    )
    SecureCookieSessionInterface.serializer.register(_TextTag, force=True, index=0)
    # For what is no template: lists as files, and charts.
    app.extensions["said"] = _as_said
    app.add_url_rule("/sprak", "language", choose, methods=["POST"])


def chosen() -> Locale:
    """The language that who asks has chosen, for the account or in this browser; else Swedish."""
    wanted = g.get("access", NOBODY).language or request.cookies.get(COOKIE)
    return _LOCALES.get(wanted) or _LOCALES[SWEDISH]


_LOCALES: dict[str | None, Locale] = {each: Locale(each) for each in LANGUAGES}


class Speech:
    """The texts in one language, as templates ask for them, over and over."""

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self.translations = translations
        self.texts: dict[str, Markup] = {}

    def text(self, swedish: str) -> Markup:
        """A text without values, remembered."""
        said = _filled(self.translations.gettext(swedish), {})
        if len(self.texts) < MOST_REMEMBERED:
            self.texts[swedish] = said
        return said


@cache
def _speech_in(folder: str, language: str) -> Speech:
    return Speech(language, Translations.load(folder, [language]))


def _speech() -> Speech:
    """That of the page that is being made."""
    speech: Speech | None = g.get("speech")
    if speech is None:
        folder = current_app.extensions["babel"].translation_directories[0]
        g.speech = speech = _speech_in(folder, g.language)
    return speech


def language() -> str:
    """The language of the page that is being made."""
    return _speech().language


def gettext(text: str, /, **values: object) -> Markup:
    """A text of a template in the language of the page. A percent sign is written twice."""
    if isinstance(text, Text):
        return Markup.escape(said(text))
    speech = _speech()
    if values:
        return _filled(speech.translations.gettext(text), values)
    return speech.texts.get(text) or speech.text(text)


def ngettext(one: str, many: str, num: int, /, **values: object) -> Markup:
    """The form of the text that is right for the number."""
    words = _speech().translations.ngettext(one, many, num)
    return _filled(words, {"num": num, **values})


def _filled(text: str, values: dict[str, object]) -> Markup:
    # The texts are ours and may have elements in them; the values are escaped.
    return Markup(text) % {  # noqa: S704
        name: _as_said(value) for name, value in values.items()
    }


def said(text: Text) -> str:
    """A text of the program in the language of the page."""
    translations = _speech().translations
    if text.plural is None:
        words = translations.gettext(text.words)
    else:
        words = translations.ngettext(text.words, text.plural, text.number)
    values = {name: _as_said(value) for name, value in text.values.items()}
    whole = words % values if values else str(words)
    return in_case(whole, text.case)


def _as_said(value: Any) -> Any:
    """What is printed of a value: a marked text in the language of the page, all else as it is."""
    return said(value) if isinstance(value, Text) else value


@pass_eval_context
def _join(context: EvalContext, values: Iterable[Any], between: str = "", **how: Any) -> Any:
    """The filter of Jinja, with marked texts in the language of the page."""
    return do_join(context, map(_as_said, values), between, **how)


class _TextTag(JSONTag):
    """Keeps a text what it is while it waits in the browser's session to be shown."""

    __slots__ = ()
    key = " text"

    def check(self, value: Any) -> bool:
        return isinstance(value, Text)

    def to_json(self, value: Text) -> list[Any]:
        return [value.words, value.plural, value.case, self.serializer.tag(value.values)]

    def to_python(self, value: Any) -> Text:
        words, plural, case, values = value
        return Text(words, plural, **values).cased(case)


def _in_swedish(words: str) -> Markup:
    """What is stored in Swedish, marked so for who hears the page."""
    return Markup('<span lang="sv">{}</span>').format(words)


def _page_address() -> str:
    """Where to come back to after the choice; the start page where a form was answered."""
    return request.full_path.rstrip("?") if request.method == "GET" else "/"


@requires(Permission.PUBLIC)
def choose() -> ResponseReturnValue:
    """Speak another language from now on, in this browser and on the person's account.

    Only where one of our own pages asks, as the browser tells by the Origin.
    """
    wanted = request.form.get("sprak", "")
    if wanted not in LANGUAGES or urlsplit(request.origin or "").netloc != request.host:
        abort(400)
    if g.access.signed_in:
        accounts.choose_language(g.session, g.access.person_id, wanted)
    response = redirect(request.script_root + safe_next(request.form.get("nasta")), code=303)
    response.set_cookie(
        COOKIE,
        wanted,
        max_age=ONE_YEAR,
        httponly=True,
        samesite="Lax",
        secure=g.settings.secure_cookies,
    )
    return response
