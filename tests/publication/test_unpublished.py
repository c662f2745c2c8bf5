"""An unpublished meeting is in no answer to nobody, or to who sits elsewhere; nor is it guessed."""

from collections.abc import Callable

import pytest
from flask import Flask

from minutes.people.access import Permission, permission_of
from minutes.people.tables import Role
from minutes.publication.tables import Audience
from tests.builders import Builder
from tests.pages import Pages
from tests.publication.test_public_routes import without_asker
from tests.publication.world import SECRET, World
from tests.test_every_route import PARTS, addresses

# The parts of addresses at which the meeting would stand; its ids are 1, as in all addresses here.
REAL = PARTS | {"address": "2026-10-14", "year": 2026, "anchor": "p1"}
WORDS = (*SECRET, "Lärgruppen", "Gröna salen", "hålls på distans", "Stugan städas", "Anna Berg")
ASKED = [
    f"/protokoll/{path}"
    for path in (
        "sok?q=stugan",
        "sok?q=distans&organ=largruppen",
        "beslut?organ=largruppen",
        "oparl/meeting/largruppen/2026-10-14",
        "oparl/body/region-sjoland/meeting",
        "largruppen/2026-10-14/protokoll.pdf",
        "largruppen/2026-10-14/protokoll.docx",
    )
]


def tell(pages: Pages, asked: list[str]) -> dict[str, str]:
    """The answers that tell of the meeting, by address."""
    found = {}
    for address in asked:
        text = pages.get(address).data.decode("utf-8", "replace")
        if any(word in text for word in WORDS):
            found[address] = text
    return found


@pytest.mark.parametrize("audience", [None, Audience.MEMBERS])
def test_it_is_in_nothing_that_nobody_is_answered(
    app: Flask, anonymous: Pages, world: World, audience: Audience | None
) -> None:
    if audience:
        world.rules(audience=audience)
        world.answer()
        world.publish()
    public = [
        address
        for rule, address in addresses(app, REAL)
        if permission_of(app.view_functions[rule.endpoint]) is Permission.PUBLIC
    ]
    assert "/protokoll/largruppen/2026-10-14" in public
    assert "/protokoll/oparl/consultation/largruppen/2026-10-14" in public
    assert tell(anonymous, [*public, *ASKED]) == {}


def test_it_is_in_nothing_that_who_sits_elsewhere_is_answered(
    app: Flask, build: Builder, pages_of: Callable[..., Pages], world: World
) -> None:
    world.rules(audience=Audience.MEMBERS)
    world.answer()
    world.publish()
    member = pages_of(Role.MEMBER, world.body)
    assert tell(member, ["/moten/1"])  # or the words would prove nothing
    stranger = pages_of(Role.SECRETARY, build.body())
    every = [address for _, address in addresses(app, REAL)]
    assert "/moten/1" in every
    assert tell(stranger, [*every, *ASKED, "/sok?q=stugan", "/sok?q=distans"]) == {}


def test_ids_that_are_guessed_answer_as_those_that_do_not_exist(
    build: Builder, pages_of: Callable[..., Pages], anonymous: Pages, world: World
) -> None:
    stranger = pages_of(Role.SECRETARY, build.body())
    for path in ("/moten/{}", "/dokument/{}", "/justering/{}", "/beslut/{}", "/atgarder/{}",
                 "/moten/{}/publicering", "/justering/{}/utdrag/0.pdf"):  # fmt: skip
        here, nowhere = (stranger.get(path.format(number)) for number in (1, 999))
        assert here.status_code == nowhere.status_code, path
        said = (without_asker(each.text) for each in (here, nowhere))
        assert len({each.replace("/999", "/1") for each in said}) == 1, path
        sent_away = anonymous.get(path.format(1))
        assert sent_away.status_code == anonymous.get(path.format(999)).status_code
