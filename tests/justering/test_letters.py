"""What the mails about justering say, at the moment they are sent."""

import re
from collections.abc import Sequence

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import col, select

from minutes.justering import correcting, queries, service, signing
from minutes.justering.fingerprint import in_groups
from minutes.justering.letters import JusteringComposer
from minutes.justering.links import Links
from minutes.justering.signatories import Rules
from minutes.justering.starting import Sending
from minutes.mail.letters import Letter
from minutes.mail.sending import NotNeeded
from minutes.mail.service import Claimed
from minutes.mail.tables import OutboxMessage
from minutes.settings import Settings
from tests.justering.world import LATEST, World
from tests.pages import Pages, text_of
from tests.statements import counted

LINKS = Links("https://m.example.se", "key")
COMPOSE = JusteringComposer(LINKS)


def letter(world: World, about: str, to: str) -> Letter | NotNeeded:
    """The last mail of the kind to the person, as it would be sent now."""
    mails = world.session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id).desc()))
    found = next(
        mail
        for mail in mails
        if mail.dedupe_key.split(":")[1] == about and mail.address == f"{to}@example.se"
    )
    (mail,) = claimed([found])
    return COMPOSE(world.session, [mail])(mail.id)


def claimed(mails: Sequence[OutboxMessage]) -> list[Claimed]:
    """The mails as a sender has them."""
    return [
        Claimed(each.id or 0, each.kind, each.name, each.address, each.message_id, 1)
        for each in mails
    ]


def test_a_batch_is_read_at_once(world: World, engine: Engine) -> None:
    round_id = world.send()
    for name in ("olle", "karin"):
        world.sign(round_id, name)
    numbers = set()
    for mails in (claimed(world.session.exec(select(OutboxMessage)).all())[:n] for n in (1, 3)):
        world.session.commit()
        with counted(engine) as statements:
            COMPOSE(world.session, mails)
        numbers.add((len(mails), len(statements)))
    assert numbers == {(1, 5), (3, 5)}


def test_who_is_asked_is_told_what_by_when_and_its_fingerprint(world: World) -> None:
    round_id = world.send()
    said = letter(world, "asked", "olle")
    assert isinstance(said, Letter)
    assert said.subject == "Att justera: Lärgruppen, Region Sjöland, 14 oktober 2026"
    assert "skriv under senast 28 oktober 2026" in said.text
    assert f"https://m.example.se/justering/{round_id}\n" in said.text
    shown = in_groups(queries.round_(world.session, round_id).fingerprint)
    assert shown in said.text
    assert shown in said.html
    assert said.headers == {"Reply-To": "Karin Lind <karin@example.se>"}  # who sent it


def test_who_has_signed_meanwhile_is_not_asked(world: World) -> None:
    round_id = world.send()
    world.sign(round_id, "olle")
    assert isinstance(letter(world, "asked", "olle"), NotNeeded)


def test_nobody_is_asked_to_sign_what_was_withdrawn(world: World) -> None:
    service.withdraw(world.session, world.send(), "Fel i § 1.", world.by("karin"))
    assert isinstance(letter(world, "asked", "olle"), NotNeeded)
    said = letter(world, "withdrawn", "olle")
    assert isinstance(said, Letter)
    assert "”Fel i § 1.”" in said.text


def test_the_chair_reads_the_objection_and_why_somebody_declines(world: World) -> None:
    round_id = world.send()
    own = world.field(round_id, "olle").id or 0
    signing.answer(world.session, round_id, own, 0, "Det var på tisdagar.", world.by("olle"))
    said = letter(world, "objected", "anna")
    assert isinstance(said, Letter)
    assert "1 Föregående möte: ”Det var på tisdagar.”" in said.text
    assert said.headers == {"Reply-To": "Olle Berg <olle@example.se>"}
    signing.decline(world.session, round_id, own, "Jag var sjuk.", world.by("olle"))
    said = letter(world, "declined", "anna")
    assert isinstance(said, Letter)
    assert (
        said.subject == "Olle Berg skriver inte under: Lärgruppen, Region Sjöland, 14 oktober 2026"
    )
    assert "”Jag var sjuk.”" in said.text


def test_an_objection_taken_back_is_not_told(world: World) -> None:
    round_id = world.send()
    own = world.field(round_id, "olle").id or 0
    signing.answer(world.session, round_id, own, 0, "Fel.", world.by("olle"))
    signing.answer(world.session, round_id, own, 0, None, world.by("olle"))
    assert isinstance(letter(world, "objected", "anna"), NotNeeded)


def test_all_are_told_when_it_is_justerat(world: World) -> None:
    round_id = world.send(["olle"])
    world.sign(round_id, "olle")
    said = letter(world, "completed", "karin")
    assert isinstance(said, Letter)
    assert said.subject == "Justerat: Lärgruppen, Region Sjöland, 14 oktober 2026"
    title = world.meeting.title
    assert f"Alla har skrivit under {title}. Texten är justerad." in said.text


def send_to_tyra(world: World, *, links: bool) -> int:
    """Ask one without an account, and Olle; the round."""
    world.people["tyra"] = world.build.person("Tyra Holm", "tyra@example.se")
    service.set_rules(world.session, world.body.id or 0, Rules(links=links), world.by("karin"))
    return world.send(["tyra", "olle"])


@pytest.mark.parametrize("links,says", [(True, "/justering/lank/"), (False, "på papper")])
def test_who_has_no_account_gets_a_link_or_signs_on_paper(
    world: World, links: bool, says: str
) -> None:
    send_to_tyra(world, links=links)
    said = letter(world, "asked", "tyra")
    assert isinstance(said, Letter)
    assert says in said.text


@pytest.mark.parametrize("links", [True, False])
def test_who_signed_without_an_account_can_open_what_the_mail_leads_to(
    world: World, links: bool, anonymous: Pages, settings: Settings
) -> None:
    round_id = send_to_tyra(world, links=links)
    for name in ("tyra", "olle"):
        world.sign(round_id, name)
    said = letter(world, "completed", "tyra")
    assert isinstance(said, Letter)
    world.session.commit()
    assert ("Läs texten" in said.text) is links
    assert ("http" in said.text) is links
    if links:
        (token,) = re.findall(r"Läs texten: https://m.example.se/justering/lank/(\S+)", said.text)
        ours = Links("", settings.secret_key).sign(*LINKS.read(token))
        assert "2 av 2 har skrivit under" in text_of(anonymous.open(ours))


def test_a_mail_to_an_address_that_was_changed_is_not_sent(world: World) -> None:
    world.send()
    olle = world.people["olle"]
    olle.email = "olle@annan.example.se"
    world.session.add(olle)
    world.session.commit()
    assert isinstance(letter(world, "asked", "olle"), NotNeeded)


def test_who_is_asked_again_is_told_of_what_part(world: World) -> None:
    sending = Sending(world.signatories("olle"), LATEST, False, world.seen)
    service.send_paragraphs(world.session, world.meeting_id, "1", sending, world.by("karin"))
    said = letter(world, "asked", "olle")
    assert isinstance(said, Letter)
    assert said.subject == (
        "Att justera: omedelbar justering, Lärgruppen, Region Sjöland, 14 oktober 2026"
    )
    assert "Det gäller omedelbar justering av 1 Föregående möte." in said.text
    world.sign(world.send(["olle"]), "olle")
    correcting.correct(
        world.session,
        world.meeting_id,
        0,
        "Föregående",
        "Förra",
        "Fel ord.",
        LATEST,
        world.by("karin"),
    )
    said = letter(world, "asked", "olle")
    assert isinstance(said, Letter)
    assert said.subject == "Att justera: rättelse, Lärgruppen, Region Sjöland, 14 oktober 2026"
    assert "Det gäller en rättelse i 1 Föregående möte." in said.text
