"""What was signed can be proved: hundreds of changes are made, and each is found."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from sqlmodel import Session

from minutes.audit import service as audit
from minutes.cli import cli
from minutes.justering import bundle, issuing, proving, queries, signing
from minutes.justering.bundle import EVENTS, LIST, PROTOCOL, SIGNATURES, TEXT
from minutes.justering.signing import Proof
from minutes.justering.tables import Means
from minutes.people import merging
from minutes.people.service import By as PeopleBy
from minutes.people.service import create_person
from minutes.sealing.demo import make_demo_seal
from minutes.settings import SealSettings, Settings
from tests.justering.test_parts import correct, send_part
from tests.justering.test_routes import Open, as_
from tests.justering.world import NOW, World

__all__ = ["as_"]

CHANGES = 400


@pytest.fixture
def round_id(world: World) -> int:
    """Minutes signed by password and on paper, with something else happening in between."""
    round_id = world.send(["anna", "olle"])
    world.sign(round_id, "anna")
    create_person(world.session, PeopleBy("kommandoraden", NOW), name="Någon Annan")
    scan = Proof(Means.PAPER, NOW, noted_by=world.id("karin"), filename="s.pdf", content=b"%PDF-1")
    own = world.field(round_id, "olle").id or 0
    seen = queries.round_(world.session, round_id).fingerprint
    signing.sign(world.session, round_id, own, seen, scan, world.by("karin"))
    return round_id


@pytest.fixture
def file(world: World, round_id: int) -> bytes:
    return proving.evidence_of(world.session, queries.round_(world.session, round_id))


def test_evidence_holds_when_who_noted_it_becomes_another(
    world: World, round_id: int, file: bytes
) -> None:
    by = PeopleBy("kommandoraden", NOW)
    merging.merge(world.session, by, person_id=world.id("karin"), into=world.id("sara"))
    merging.merge(world.session, by, person_id=world.id("olle"), into=world.id("anna"))
    world.session.expire_all()
    assert proving.faults(world.session) == []
    after = opened(proving.evidence_of(world.session, queries.round_(world.session, round_id)))
    assert after[SIGNATURES] == opened(file)[SIGNATURES]


def opened(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def closed(files: dict[str, bytes]) -> bytes:
    """The files with a list of hashes that fits them: what a careful forger would make."""
    listed = {name: data for name, data in files.items() if name != LIST}
    return bundle._zipped(listed | {LIST: bundle._listed(listed)})


def test_evidence_as_it_was_written_has_no_faults(world: World, round_id: int, file: bytes) -> None:
    assert bundle.faults(file) == []
    assert proving.faults(world.session) == []
    again = proving.evidence_of(world.session, queries.round_(world.session, round_id))
    assert again == file  # the same evidence is the same file


def test_it_holds_the_text_the_signatures_and_what_happened(file: bytes) -> None:
    files = opened(file)
    assert files["papper-2.pdf"] == b"%PDF-1"
    assert b"Anna Berg, ordf" in files[bundle.README]
    events = json.loads(files[EVENTS])
    assert [event.get("act") for event in events] == [
        "justering.sent",
        "justering.signed",
        None,  # of something else: nothing is told but its hashes
        "justering.signed",
        "justering.completed",
    ]
    assert "Någon Annan" not in file.decode(errors="replace")


def test_each_of_hundreds_of_changed_bytes_is_found(file: bytes) -> None:
    chance = random.Random(20261020)
    for _ in range(CHANGES):
        changed = bytearray(file)
        at = chance.randrange(len(file))
        changed[at] ^= 1 << chance.randrange(8)
        assert bundle.faults(bytes(changed)), at


def test_what_is_cut_added_or_no_zip_at_all_is_found(file: bytes) -> None:
    for changed in (file[:-1], file[:-200], file[100:], file + b"x", b"", b"PK", b"text"):
        assert bundle.faults(changed)


Forgery = Callable[[dict[str, bytes]], None]


def _text(files: dict[str, bytes]) -> None:
    files[TEXT] = files[TEXT].replace(b"distans", b"plats")


def _name(files: dict[str, bytes]) -> None:
    files[SIGNATURES] = files[SIGNATURES].replace(b"Anna Berg", b"Anna Borg")


def _scan(files: dict[str, bytes]) -> None:
    files["papper-2.pdf"] = b"%PDF-2"


def _no_signature(files: dict[str, bytes]) -> None:
    files[SIGNATURES] = b"[]\n"


def _events(change: Callable[[list[dict[str, str]]], object]) -> Forgery:
    def forged(files: dict[str, bytes]) -> None:
        events = json.loads(files[EVENTS])
        change(events)
        files[EVENTS] = bundle._json(events)

    return forged


@pytest.mark.parametrize(
    "forge,named",
    [
        (_text, "gäller en annan text"),
        (_name, "Anna Borg"),
        (_scan, "den inskannade sidan är en annan"),
        (_no_signature, "saknas"),
        (_events(lambda events: events.pop(0)), "då texten skickades saknas"),
        (_events(lambda events: events.pop(1)), "Händelse 2 följer inte"),
        (_events(lambda events: events.pop(2)), "Händelse 3 följer inte"),
        (_events(lambda events: events.reverse()), "följer inte"),
        (_events(lambda events: events.insert(2, events[1])), "Händelse 3 följer inte"),
        (_events(lambda events: events[3].update(actor="person:9")), "Händelse 4"),
        (_events(lambda events: events[1].update(at=events[0]["at"] + "0")), "Händelse 2"),
    ],
)
def test_a_forgery_with_fitting_hashes_is_found_and_named(
    file: bytes, forge: Forgery, named: str
) -> None:
    files = opened(file)
    forge(files)
    assert any(named in fault for fault in bundle.faults(closed(files)))


def test_the_pdf_is_in_the_file_and_a_changed_one_is_named(
    world: World, round_id: int, settings: Settings
) -> None:
    seal = settings.data / "seal.p12"
    make_demo_seal(seal, NOW, name="Region Sjöland")
    own = replace(settings, seal=SealSettings(file=seal))
    made = issuing.seal_round(world.session, own, round_id, world.by("karin"))
    files = opened(proving.evidence_of(world.session, queries.round_(world.session, round_id)))
    assert files[PROTOCOL] == made.content
    files[PROTOCOL] = made.content.replace(b"/Lang", b"/Long") + b" "
    assert f"{PROTOCOL} är inte den fil som stämplades." in bundle.faults(closed(files))
    files[PROTOCOL] = b""
    assert f"{PROTOCOL} är inte den fil som stämplades." in bundle.faults(closed(files))


def test_before_it_is_sealed_the_pdf_is_the_text_as_it_is_printed(file: bytes) -> None:
    assert opened(file)[PROTOCOL].startswith(b"%PDF")


TOUCHED = {
    "justering_round": ("text", "fingerprint", "state"),
    "signature_field": ("name", "role", "state"),
    "evidence": ("fingerprint", "name", "role", "means", "account", "local_time", "consent",
                 "address", "content_sha256", "filename"),
    "audit_event": ("actor", "act", "subject", "details", "hash", "previous_hash"),
    "item": ("title", "text", "number"),
    "decision": ("text", "quote"),
    "attendance": ("name", "organisation"),
    "meeting": ("title", "place", "chair"),
}  # fmt: skip
STATES = {
    "justering_round": ("open", "completed", "withdrawn"),
    "signature_field": ("waiting", "signed", "declined", "void"),
    "role": ("chair", "secretary", "justerare"),
    "means": ("password", "link", "paper"),
}


def other(table: str, column: str, value: str, chance: random.Random) -> str:
    """The value with one letter changed, or another word where only some are known."""
    words = STATES.get(column) or (STATES[table] if column == "state" else None)
    if words:
        return chance.choice([word for word in words if word != value])
    at = chance.randrange(len(value))
    letter = chance.choice([each for each in "abcdefåäö0123" if each != value[at]])
    return value[:at] + letter + value[at + 1 :]


def unguarded(world: World) -> sa.Connection:
    """The database without the triggers that let nobody change an event: a forger drops them."""
    connection = world.session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("alter table audit_event disable trigger user"))
        return connection
    triggers = "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_event'"
    names = list(connection.scalars(sa.text(triggers)))
    assert names
    for name in names:
        connection.execute(sa.text(f"drop trigger {name}"))
    return connection


def test_each_of_hundreds_of_changes_in_the_database_is_found(world: World, round_id: int) -> None:
    chance = random.Random(20261021)
    connection = unguarded(world)
    for _ in range(CHANGES):
        table = chance.choice(list(TOUCHED))
        column = chance.choice(TOUCHED[table])
        rows = connection.execute(sa.text(f"select id, {column} from {table} order by id")).all()
        rows = [row for row in rows if row[1]]
        if not rows:
            continue
        row_id, value = chance.choice(rows)
        changed = other(table, column, value, chance)
        with connection.begin_nested() as trial:
            statement = sa.text(f"update {table} set {column} = :new where id = :id")
            try:
                connection.execute(statement, {"new": changed, "id": row_id})
            except sa.exc.IntegrityError:
                trial.rollback()
                continue
            world.session.expire_all()
            assert is_found(world.session), (table, column, value, changed)
            trial.rollback()
    world.session.expire_all()
    assert not is_found(world.session)


AUDIT_CHANGES = 150


def test_each_removed_swapped_or_added_event_is_found(world: World, round_id: int) -> None:
    chance = random.Random(20261022)
    connection = unguarded(world)
    for _ in range(AUDIT_CHANGES):
        ids = list(connection.scalars(sa.text("select id from audit_event order by id")))
        change = chance.choice([removed, swapped, added])
        with connection.begin_nested() as trial:
            change(connection, ids, chance)
            world.session.expire_all()
            assert is_found(world.session), change.__name__
            trial.rollback()
    world.session.expire_all()
    assert not is_found(world.session)


def removed(connection: sa.Connection, ids: list[int], chance: random.Random) -> None:
    connection.execute(
        sa.text("delete from audit_event where id = :id"), {"id": chance.choice(ids)}
    )


def swapped(connection: sa.Connection, ids: list[int], chance: random.Random) -> None:
    one, other = chance.sample(ids, 2)
    move = sa.text("update audit_event set id = :new where id = :old")
    for old, new in ((one, 10_000), (other, one), (10_000, other)):
        connection.execute(move, {"old": old, "new": new})


def added(connection: sa.Connection, ids: list[int], chance: random.Random) -> None:
    """One more that says the same as another, at the end or before the first."""
    said = "at, actor, act, subject, details"
    connection.execute(
        sa.text(
            f"insert into audit_event (id, {said}, previous_hash, hash) "
            f"select :new, {said}, :before, :own from audit_event where id = :source"
        ),
        {
            "new": chance.choice([max(ids) + 1, 0]),
            "before": f"{chance.getrandbits(256):064x}",
            "own": f"{chance.getrandbits(256):064x}",
            "source": chance.choice(ids),
        },
    )


def is_found(session: Session) -> bool:
    """Whether `minutes evidence verify` would say that something is wrong."""
    if audit.verify(session).broken_at is not None:
        return True
    return bool(proving.faults(session))


def test_parts_and_corrections_have_no_faults_either(world: World, round_id: int) -> None:
    correct(world)
    assert proving.faults(world.session) == []


def test_a_point_justerad_by_itself_has_no_faults(world: World) -> None:
    part = send_part(world)
    world.sign(part, "anna")
    assert proving.faults(world.session) == []
    made = proving.evidence_of(world.session, queries.round_(world.session, part))
    assert bundle.faults(made) == []


def test_the_command_names_the_file_that_was_changed(file: bytes, tmp_path: Path) -> None:
    good, bad = tmp_path / "bra.zip", tmp_path / "ändrad.zip"
    good.write_bytes(file)
    files = opened(file)
    _name(files)
    bad.write_bytes(closed(files))
    assert "oförändrad" in CliRunner().invoke(cli, ["evidence", "verify", str(good)]).output
    result = CliRunner().invoke(cli, ["evidence", "verify", str(good), str(bad)])
    assert result.exit_code == 1
    assert "Anna Borg" in result.output


def test_the_secretary_saves_the_evidence_and_others_do_not(
    world: World, round_id: int, as_: Open
) -> None:
    world.session.commit()
    answer = as_("karin").get(f"/justering/{round_id}/bevis.zip")
    assert bundle.faults(answer.data) == []
    assert as_("olle").get(f"/justering/{round_id}/bevis.zip").status_code == 403
