"""The blueprint that the views of follow-up are registered on."""

from flask import Blueprint

routes = Blueprint("follow_up", __name__)
