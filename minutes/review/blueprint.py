"""The blueprint that the views of review are registered on."""

from flask import Blueprint

routes = Blueprint("review", __name__)
