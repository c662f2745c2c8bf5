import pytest
from sqlmodel import Session

from tests.builders import Builder
from tests.publication.world import World


@pytest.fixture
def world(session: Session, build: Builder) -> World:
    return World(session, build)
