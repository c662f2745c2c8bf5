"""What was masked is in nothing that is served, whatever way it is asked for."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
from flask import Flask

from minutes.people.access import Permission, permission_of
from minutes.publication import notice_service
from tests.annual_report.test_publishing import justerad, published
from tests.oparl.test_oparl import LISTS
from tests.pages import Pages
from tests.publication.world import SECRET, World
from tests.test_every_route import addresses

OPARL = (
    "system", "body", "body/region-sjoland", "organization/largruppen/meeting",
    *(f"body/region-sjoland/{each}" for each in LISTS),
    *(f"{each}/largruppen/2026-10-14" for each in ("meeting", "paper", "consultation")),
    "agendaitem/largruppen/2026-10-14/p2", "file/largruppen/2026-10-14.pdf",
)  # fmt: skip
# What tells who signed, how, or which text: it stays inside.
METADATA = ("evidence", "bevis", "/Sig", "ByteRange", "192.0.2.7", "karin@example.se")


@pytest.fixture
def signed(world: World) -> str:
    """The fingerprint of the text that was signed; the minutes are published and announced, and so
    is a report on the year.
    """
    world.published()
    notice_service.post_by_hand(world.session, world.meeting_id, "Kansliet", None, world.by())
    published(world.session, justerad(world.session, world.body))
    return world.prepared.round.fingerprint


def readable(content: bytes, mimetype: str, folder: Path) -> str:
    """All that can be read in an answer, its metadata too."""
    if mimetype == "application/pdf":
        return _pdf_text(content, folder)
    if mimetype.endswith("wordprocessingml.document"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return "\n".join(
                parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
            )
    return content.decode("utf-8", "replace")


def _pdf_text(content: bytes, folder: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = folder / "served.pdf"
    file.write_bytes(content)
    text = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True).stdout.decode()
    with pikepdf.open(file) as pdf:
        with pdf.open_metadata() as metadata:
            text += str(metadata)
        text += str(dict(pdf.docinfo))
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                text += each.read_bytes().decode("latin-1")
            else:
                text += repr(each)
    return text


def served(app: Flask, pages: Pages) -> dict[str, tuple[bytes, str]]:
    """Every answer to who is not signed in, by address."""
    found = {}
    own = [
        "/protokoll/largruppen",
        "/protokoll/largruppen/2026",
        "/protokoll/largruppen/2026-10-14",
        "/protokoll/largruppen/2026-10-14/protokoll.pdf",
        "/protokoll/largruppen/2026-10-14/protokoll.docx",
        "/protokoll/largruppen/atom.xml",
        "/protokoll/largruppen/kalender.ics",
        "/protokoll/data/2026.json",
        "/protokoll/data/2026.csv",
        "/protokoll/data/dcat.rdf",
        "/protokoll/sitemap.xml",
        "/protokoll/atom.xml",
        "/protokoll/kalender.ics",
        "/protokoll/beslut",
        "/protokoll/kommande",
        "/protokoll/sok?q=stugan",
        "/protokoll/sok?q=hyr",
        "/anslagstavla",
        "/anslagstavla/1",
        "/protokoll/largruppen/arsberattelse/2026",
        "/protokoll/largruppen/arsberattelse/2026/arsberattelse.pdf",
        "/protokoll/largruppen/arsberattelse/2026/arsberattelse.docx",
        *(f"/protokoll/oparl/{each}" for each in OPARL),
    ]
    public = [
        address
        for rule, address in addresses(app)
        if permission_of(app.view_functions[rule.endpoint]) is Permission.PUBLIC
    ]
    for address in dict.fromkeys(own + public):
        answer = pages.get(address)
        if address in own:
            assert answer.status_code == 200, address
        found[address] = answer.data, answer.mimetype
    return found


def test_masked_words_are_in_nothing_that_is_served(
    app: Flask, anonymous: Pages, world: World, signed: str, tmp_path: Path
) -> None:
    answers = served(app, anonymous)
    assert len(answers) > 12
    for address, (content, mimetype) in answers.items():
        text = readable(content, mimetype, tmp_path)
        for secret in (*SECRET, "Ekman", "6408233234", "640823"):
            assert secret not in text, (address, secret)
        assert signed not in text, address


def test_the_files_carry_nothing_of_the_signatures(
    app: Flask, anonymous: Pages, world: World, signed: str, tmp_path: Path
) -> None:
    for kind in ("pdf", "docx"):
        answer = anonymous.get(f"/protokoll/largruppen/2026-10-14/protokoll.{kind}")
        text = readable(answer.data, answer.mimetype, tmp_path)
        for trace in METADATA:
            assert trace not in text, (kind, trace)
        assert "Publicerad kopia utan underskrifter" in text or kind == "pdf"


def test_what_is_masked_is_said_to_be(anonymous: Pages, world: World, signed: str) -> None:
    page = anonymous.open("/protokoll/largruppen/2026-10-14")
    masked = page.xpath("//*[@class='masked']")
    assert {each.text_content() for each in masked} == {"Uppgift maskerad"}
    assert len(masked) == 4
