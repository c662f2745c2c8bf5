"""The views of the API, and how they refuse."""

# The modules declare their operations as they are read.
from minutes.api import changing_routes as changing_routes
from minutes.api import problems
from minutes.api import reading_routes as reading_routes
from minutes.api.operations import routes as routes

problems.install(routes)
