"""What is done once before the first request, so that no request has to wait for it."""

import gc

from flask import Flask


def warm_up(app: Flask) -> None:
    """Read every template, answer one request, and take the imported world from the collector.

    A full collection of everything imported takes some 45 ms, and would show as the slowest
    of every hundred answers.
    """
    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)
    app.test_client().get("/logga-in")
    app.extensions["engine"].dispose()  # a worker is a copy, and may not share a connection
    gc.collect()
    gc.freeze()
