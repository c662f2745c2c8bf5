"""The web application, for any WSGI server: gunicorn wsgi:app."""

from minutes.app import create_app

app = create_app()
