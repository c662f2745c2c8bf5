import pytest

from minutes.help.places import place
from minutes.people.permissions import NOBODY, Access, access_of
from minutes.people.tables import Role
from minutes.web import navigation


def somebody(*roles: Role, is_administrator: bool = False) -> Access:
    return access_of(1, "Karin Lind", is_administrator, [(7, role) for role in roles])


@pytest.mark.parametrize(
    "path, role, section",
    [
        ("/granskning/12", Role.SECRETARY, "sekreterare#granska"),
        ("/moten/3", Role.SECRETARY, "sekreterare#justering"),
        ("/moten/3", Role.MEMBER, "medlem#moten"),
        ("/moten", Role.SECRETARY, "medlem#moten"),
        ("/", Role.SECRETARY, "sekreterare#oversikt"),
        ("/", Role.CHAIR, "ordforande#oversikt"),
        ("/", Role.MEMBER, "medlem#mina"),
        ("/organ/styrelsen/nasta-mote", Role.CHAIR, "ordforande#nasta-mote"),
        ("/organ/styrelsen", Role.READER, "medlem#moten"),
        ("/organ/styrelsen/installda", Role.SECRETARY, "sekreterare#stall-in"),
        ("/justering/4", Role.MEMBER, "justerare#las"),
        ("/justering", Role.MEMBER, "justerare#vantar"),
        ("/sok", Role.MEMBER, "medlem#sok"),
        ("/soker", Role.MEMBER, "medlem#mina"),
        ("/hjalp/medlem", Role.MEMBER, ""),
    ],
)
def test_help_is_about_the_page_and_for_who_asks(path: str, role: Role, section: str) -> None:
    assert place(path, somebody(role)) == section


def test_who_is_not_signed_in_is_led_to_what_is_public() -> None:
    assert place("/protokoll/styrelsen/2026", NOBODY) == "allmanheten#protokoll"
    assert place("/anslagstavla/3", NOBODY) == "allmanheten#anslagstavla"
    assert place("/justering/lank/abc", NOBODY) == "justerare#utan-konto"


@pytest.mark.parametrize(
    "path",
    [path for _, path, _ in (*navigation.MAIN, *navigation.ASIDE, *navigation.PERSONAL)],
)
def test_every_page_of_the_menus_has_its_section(path: str) -> None:
    member, fallback = somebody(Role.MEMBER), place("/nowhere", somebody(Role.MEMBER))
    assert place(path, member) != fallback or path in ("/", "/mina", "/atgarder")
