"""The web application, for any WSGI server: gunicorn wsgi:app."""

from minutes.app import create_app
from minutes.web.warm import warm_up

app = create_app()
warm_up(app)
