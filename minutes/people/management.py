"""The administrator's pages: persons, bodies, mandates, accounts, and what has been done."""

from flask import Blueprint

routes = Blueprint("management", __name__, url_prefix="/hantera")
