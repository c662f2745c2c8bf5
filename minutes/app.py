"""Puts the web application together out of its settings, its database and its stages."""

import os

from flask import Flask, g
from flask_wtf.csrf import CSRFProtect
from sqlmodel import select
from werkzeug.middleware.proxy_fix import ProxyFix

from minutes import installed_folder
from minutes.annual_report import routes as annual_report
from minutes.api import pages as api_pages
from minutes.api import routes as api
from minutes.database import make_engine
from minutes.distribution import public_routes as subscriptions
from minutes.distribution import routes as distribution
from minutes.follow_up import routes as follow_up
from minutes.help import routes as help_pages
from minutes.justering import routes as justering
from minutes.oparl import routes as oparl
from minutes.people import (
    api_token_routes,
    body_routes,
    oversight,
    person_routes,
    saved_view_routes,
)
from minutes.people import routes as people
from minutes.people.access import Permission, requires
from minutes.publication import notice_routes
from minutes.publication import routes as publication
from minutes.register import routes as register
from minutes.reminders import answer_routes, calendar_routes, pace_routes
from minutes.reminders import routes as reminders
from minutes.review import routes as review
from minutes.search import index as search_index
from minutes.search import public_routes as public_search
from minutes.search import routes as search
from minutes.settings import Settings, from_environment
from minutes.web import (
    compression,
    converters,
    errors,
    headers,
    jobs,
    language,
    navigation,
    public_cache,
    rate_limits,
    requests,
    showcase,
    templates,
)
from minutes.writing import routes as writing


def create_app(settings: Settings | None = None) -> Flask:
    """The web application; the settings come from the environment unless given."""
    settings = settings or from_environment(os.environ)
    app = errors.Application("minutes", template_folder=str(installed_folder("templates")))
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SEND_FILE_MAX_AGE_DEFAULT=headers.ONE_YEAR,  # their addresses have versions
        SESSION_COOKIE_NAME="minutes",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the browser's session
        WTF_CSRF_SSL_STRICT=False,  # SameSite and the token are enough, and proxies drop Referer
        BABEL_DEFAULT_LOCALE="sv",
        BABEL_DEFAULT_TIMEZONE="Europe/Stockholm",
    )
    engine = make_engine(settings.database_url)
    app.extensions["engine"] = engine
    public_cache.install(app, engine)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops
        )
    search_index.install()
    app.jinja_environment = templates.SharedNames
    language.install(app)
    requests.install(app, settings, engine)
    rate_limits.install(app, settings)
    csrf = CSRFProtect(app)
    csrf.exempt(reminders.unsubscribe)  # a mail program has no form of ours
    csrf.exempt(subscriptions.routes)  # nor have these pages cookies; see there
    csrf.exempt(language.choose)  # asks for the Origin: a token would give every visitor a cookie
    csrf.exempt(api.routes)  # takes no cookie, so that nobody's browser can be made to ask
    errors.install(app)
    headers.install(app)
    compression.install(app)
    templates.install(app)
    converters.install(app)
    _register(app)
    showcase.install(app)
    navigation.install(app)
    return app


def _register(app: Flask) -> None:
    app.register_blueprint(people.routes)
    app.register_blueprint(person_routes.routes)  # and those of management
    app.register_blueprint(body_routes.routes)
    app.register_blueprint(oversight.routes)
    app.register_blueprint(saved_view_routes.routes)
    app.register_blueprint(register.routes)
    app.register_blueprint(review.routes)
    app.register_blueprint(justering.routes)
    app.register_blueprint(publication.routes)
    app.register_blueprint(notice_routes.routes)  # with the public site and its feeds
    app.register_blueprint(subscriptions.routes)
    app.register_blueprint(distribution.routes)
    app.register_blueprint(follow_up.routes)
    app.register_blueprint(reminders.routes)
    app.register_blueprint(answer_routes.routes)
    app.register_blueprint(pace_routes.routes)
    app.register_blueprint(calendar_routes.routes)
    app.register_blueprint(jobs.routes)
    app.register_blueprint(search.routes)
    app.register_blueprint(public_search.routes)
    app.register_blueprint(oparl.routes)
    app.register_blueprint(annual_report.routes)
    app.register_blueprint(api_token_routes.routes)
    app.register_blueprint(api.routes)
    app.register_blueprint(api_pages.pages)
    app.register_blueprint(writing.routes)
    app.register_blueprint(help_pages.routes)
    app.add_url_rule("/halsa", "health", health)


@requires(Permission.PUBLIC)
def health() -> tuple[str, int, dict[str, str]]:
    """For whoever watches the machine: 200 while the database answers."""
    g.session.exec(select(1)).one()
    return "ok\n", 200, {"Content-Type": "text/plain; charset=utf-8"}
