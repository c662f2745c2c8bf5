"""A report that is justerad is published with only what its readers may see."""

import dataclasses
import datetime as dt
import io
import subprocess
from collections.abc import Callable

import pikepdf
import pytest
from sqlmodel import Session

from minutes.annual_report import public_queries, publishing, service, signing
from minutes.annual_report.preparing import Prepared, prepared
from minutes.annual_report.service import By as Writer
from minutes.annual_report.tables import AnnualReport
from minutes.errors import Refused
from minutes.justering import queries as justering
from minutes.justering import signing as signatures
from minutes.justering.service import TextChanged
from minutes.justering.signatories import Signatory
from minutes.justering.signing import Proof
from minutes.justering.starting import By as Sender
from minutes.justering.starting import Sending
from minutes.justering.tables import Means, SignerRole
from minutes.people.tables import Body, Role
from minutes.publication import publishing as minutes_publishing
from minutes.publication.look import Choice
from minutes.publication.masking import MASK
from minutes.publication.readers import Reader
from minutes.publication.service import Answer, By
from minutes.publication.tables import Audience, Looker, PublicationRules, Scope
from tests.builders import Builder
from tests.pages import Pages
from tests.publication.world import NOW, SECRET, World

BY = By(None, NOW, NOW.date())
WRITER = Writer(None, NOW, dt.date(2026, 12, 1))
SENDER = Sender(None, NOW, "Minutes <minutes@example.se>")
PUBLIC = Reader()
ADDRESS = "/protokoll/largruppen/arsberattelse/2026"


@pytest.fixture
def world(session: Session, build: Builder) -> World:
    return World(session, build)


def justerad(
    session: Session, body: Body, text: str | None = None, extra: str = ""
) -> AnnualReport:
    """The body's report on 2026, signed."""
    report = service.begin(session, WRITER, body_id=body.id or 0, year=2026)
    if extra:
        service.save(session, WRITER, report.id or 0, report.text + extra, report.version)
    return sign_it(session, report)


def sign_it(session: Session, report: AnnualReport) -> AnnualReport:
    service.finish(session, WRITER, report.id or 0, report.version)
    seen = signing.exact_of(report).fingerprint
    signatories = [Signatory(SignerRole.CHAIR, "Anna Berg")]
    sending = Sending(signatories, dt.date(2026, 12, 20), False, seen)
    round_id = signing.send(session, report.id or 0, sending, "<p>Ritat</p>", SENDER)
    (field,) = justering.fields(session, round_id)
    session.rollback()
    signatures.sign(session, round_id, field.id or 0, seen, Proof(Means.PAPER, NOW), SENDER)
    return report


def published(session: Session, report: AnnualReport, reader: Reader = PUBLIC) -> str:
    """Publish it, and all that the reader reads of it."""
    publishing.publish(session, report.id or 0, now(session, report).fingerprint, BY)
    return read(session, reader)


def now(session: Session, report: AnnualReport) -> Prepared:
    found = prepared(session, report)
    session.rollback()
    return found


def read(session: Session, reader: Reader = PUBLIC) -> str:
    found = public_queries.public_report(session, reader, "largruppen", "2026")
    session.rollback()
    rows = [found.document.title, *(note.label for note in found.document.notes)]
    for part in found.document.parts:
        for runs in getattr(part, "rows", None) or [getattr(part, "runs", ())]:
            rows.append("".join(run.text for run in runs))
    return "\n".join(rows)


def test_with_its_minutes_published_all_of_it_is_read_and_leads_there(
    world: World, session: Session, anonymous: Pages
) -> None:
    world.published()
    report = justerad(session, world.body)
    text = published(session, report)
    assert "14 oktober: Mötena hålls på distans." in text
    assert "Uppdrag i Lärgruppen" in text
    page = anonymous.open(ADDRESS)
    links = page.xpath("//section[@class='sources']//a/@href")
    assert "/protokoll/largruppen/2026-10-14#p1" in links
    for link in links:
        assert anonymous.get(link).status_code == 200
    assert "Årsberättelse 2026" in anonymous.open("/protokoll/largruppen").text_content()


def test_a_body_that_publishes_only_reports_has_its_page(
    world: World, session: Session, anonymous: Pages, pages_of: Callable[..., Pages]
) -> None:
    world.rules(audience=Audience.MEMBERS)
    own = "/protokoll/largruppen"
    paths = (own, f"{own}/atom.xml", f"{own}/kalender.ics")
    lists = ("/protokoll", "/protokoll/prenumerera", "/protokoll/sitemap.xml")
    report = justerad(session, world.body)
    published(session, report, Reader(None))
    for path in paths:
        assert anonymous.get(path).status_code == 404
    assert pages_of(Role.MEMBER, world.body).get(own).status_code == 200
    for path in lists:
        assert "largruppen" not in anonymous.get(path).text
    publishing.withdraw(session, report.id or 0, "Den ska vara för alla.", BY)
    world.rules()
    published(session, report)
    page = anonymous.open(own)
    assert "Inga protokoll är publicerade än." in page.text_content()
    assert page.xpath(f"//a[@href='{ADDRESS}']")
    assert anonymous.open(ADDRESS).xpath(f"//nav[@class='crumbs']/a[@href='{own}']")
    for path in (*paths, *lists):
        assert "rgruppen" in anonymous.get(path).text, path
    assert "En årsberättelse" in anonymous.open("/protokoll").text_content()
    assert anonymous.get(f"{own}/2026").status_code == 404


def test_what_rests_on_minutes_that_are_not_published_is_left_out_and_that_is_said(
    world: World, session: Session, anonymous: Pages
) -> None:
    world.rules()
    report = justerad(session, world.body, extra="\n## Ord från gruppen\n\nTack för i år.\n")
    assert [each.meeting_id for each in now(session, report).closed] == [world.meeting_id]
    text = published(session, report)
    assert "på distans" not in text
    assert "14 oktober" not in text
    assert "Tack för i år." in text
    page = anonymous.open(ADDRESS)
    assert "protokoll som inte är publicerade" in page.text_content()
    assert page.xpath("//section[@class='sources']//a") == []


def test_where_the_chair_approves_the_report_waits_for_that_text(
    world: World, session: Session, pages_of: Callable[[Role, Body], Pages]
) -> None:
    world.published()
    session.get_one(PublicationRules, world.body.id).looker = Looker.CHAIR
    session.commit()
    report = justerad(session, world.body)
    secretary, chair = pages_of(Role.SECRETARY, world.body), pages_of(Role.CHAIR, world.body)
    place = f"/arsberattelser/{report.id}/publicering"
    seen = {"fingeravtryck": now(session, report).fingerprint}
    page = secretary.send(f"{place}/publicera", seen)
    assert "Ordföranden ska godkänna det som publiceras först." in page.text_content()
    assert secretary.post(f"{place}/godkann", seen).status_code == 403
    page = chair.send(f"{place}/godkann", {"fingeravtryck": "annat"})
    assert "Läs det igen innan du godkänner." in page.text_content()
    assert "Godkänn publicering" in chair.open(place[: -len("/publicering")]).text_content()
    page = chair.send(f"{place}/godkann", seen)
    assert "Ordföranden har godkänt texten." in page.text_content()
    page = secretary.send(f"{place}/publicera", seen)
    assert "Årsberättelsen är publicerad." in page.text_content()


def test_what_is_taken_back_of_the_minutes_is_taken_out_of_the_report(
    world: World, session: Session
) -> None:
    world.published()
    assert "på distans" in published(session, justerad(session, world.body))
    minutes_publishing.withdraw(session, world.meeting_id, "Fel bilaga.", world.by())
    assert "på distans" not in read(session)


def test_what_is_masked_in_the_minutes_is_masked_in_the_report(
    world: World, session: Session, anonymous: Pages
) -> None:
    world.published()
    report = justerad(session, world.body, extra="\n## Övrigt\n\nLisa Ekman hyr stugan.\n")
    text = published(session, report)
    assert f"{MASK} hyr stugan." in text
    answer = anonymous.get(ADDRESS)
    everything = answer.text + _pdf_text(anonymous.get(f"{ADDRESS}/arsberattelse.pdf").data)
    assert not any(secret in everything for secret in SECRET)


def test_what_is_found_in_the_report_is_answered_before_it_is_published(
    world: World, session: Session
) -> None:
    world.published()
    report = justerad(
        session, world.body, extra="\n## Tack\n\nTack till Nils Ogren, 070-765 43 21.\n"
    )
    first = now(session, report)
    assert first.obstacle == "Bestäm vad som ska göras med varje fynd först."
    with pytest.raises(Refused, match="varje fynd"):
        publishing.publish(session, report.id or 0, first.fingerprint, BY)
    session.rollback()
    answers = [Answer(each.finding.words, each.finding.kind, Choice.MASK) for each in first.found]
    publishing.answer(session, report.id or 0, answers, BY)
    assert f"Tack till {MASK}, {MASK}." in published(session, report)


def test_a_withheld_point_is_neither_told_of_nor_named(world: World, session: Session) -> None:
    world.rules()
    world.answer(withheld={1: "Rör enskild."})
    world.publish()
    title = world.prepared.minutes.paragraphs[1].title
    text = published(session, justerad(session, world.body))
    assert title not in text


def test_where_only_decisions_are_published_no_promise_is_told_of(
    world: World, session: Session
) -> None:
    world.rules(scope=Scope.DECISIONS)
    world.answer()
    world.publish()
    report = justerad(session, world.body)
    whole = "".join(report.text)
    text = published(session, report)
    assert "Mötena hålls på distans." in text
    assert "Kvarstår" in whole
    assert "Kvarstår" not in text


def test_before_it_is_justerad_and_where_nothing_is_published_it_says_why(
    world: World, session: Session
) -> None:
    report = service.begin(session, WRITER, body_id=world.body.id or 0, year=2026)
    service.finish(session, WRITER, report.id or 0, 1)
    assert "när den är justerad" in (now(session, report).obstacle or "")
    service.reopen(session, WRITER, report.id or 0)
    sign_it(session, report)
    assert "publicerar inget" in (now(session, report).obstacle or "")


def test_what_was_not_shown_is_not_published(world: World, session: Session) -> None:
    world.published()
    report = justerad(session, world.body)
    with pytest.raises(TextChanged):
        publishing.publish(session, report.id or 0, "0" * 64, BY)


def test_it_is_published_once_and_a_new_text_as_a_new_version(
    world: World, session: Session, anonymous: Pages
) -> None:
    world.published()
    report = justerad(session, world.body)
    published(session, report)
    with pytest.raises(Refused, match="redan likadant"):
        publishing.publish(session, report.id or 0, now(session, report).fingerprint, BY)
    session.rollback()
    service.reopen(session, WRITER, report.id or 0)
    service.save(session, WRITER, report.id or 0, report.text + "\nTack.\n", report.version)
    assert "Tack." not in read(session)  # the first version stands until then
    sign_it(session, report)
    assert "Tack." in published(session, report)
    assert "version 2" in anonymous.open(ADDRESS).text_content()


def test_what_is_withdrawn_answers_that_it_is_gone_and_why(
    world: World, session: Session, anonymous: Pages
) -> None:
    world.published()
    report = justerad(session, world.body)
    published(session, report)
    feed, sitemap = "/protokoll/atom.xml", "/protokoll/sitemap.xml"
    for path in (feed, "/protokoll/largruppen/atom.xml"):
        assert f"{ADDRESS}</" in anonymous.get(sitemap).text
        assert f'{ADDRESS}"' in anonymous.get(path).text, path
        assert "Årsberättelse 2026" in anonymous.get(path).text, path
    publishing.withdraw(session, report.id or 0, "Fel årtal.", BY)
    assert ADDRESS not in anonymous.get(sitemap).text
    assert "Skälet: Fel årtal." in anonymous.get(feed).text
    assert "Årsberättelse 2026" not in anonymous.get(feed).text
    page = anonymous.open(ADDRESS, status=410)
    assert "Fel årtal." in page.text_content()
    assert anonymous.get(f"{ADDRESS}/arsberattelse.pdf").status_code == 410
    assert "Årsberättelse 2026" not in anonymous.open("/protokoll/largruppen").text_content()
    assert anonymous.get("/protokoll/largruppen/arsberattelse/2025").status_code == 404


def test_one_for_members_is_for_no_one_else(
    world: World, session: Session, anonymous: Pages
) -> None:
    world.published()
    rules = PublicationRules(body_id=world.body.id or 0, scope=Scope.ALL, audience=Audience.MEMBERS)
    session.merge(rules)
    session.commit()
    published_for = dataclasses.replace(Reader(), bodies=frozenset({world.body.id or 0}))
    report = justerad(session, world.body)
    publishing.publish(session, report.id or 0, now(session, report).fingerprint, BY)
    assert "på distans" in read(session, published_for)
    for path in ("/protokoll/atom.xml", "/protokoll/sitemap.xml"):
        assert "arsberattelse" not in anonymous.get(path).text, path
    assert anonymous.get(ADDRESS).status_code == 404


def test_the_files_are_what_the_page_is(world: World, session: Session, anonymous: Pages) -> None:
    world.published()
    published(session, justerad(session, world.body))
    content = anonymous.get(f"{ADDRESS}/arsberattelse.pdf").data
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
    assert "distans" in _pdf_text(content)
    assert anonymous.get(f"{ADDRESS}/arsberattelse.docx").data.startswith(b"PK")


def test_the_secretary_publishes_and_takes_back_on_a_page(
    world: World, session: Session, pages_of: Callable[[Role, Body], Pages]
) -> None:
    world.published()
    report = justerad(session, world.body, extra="\n## Tack\n\nTack till Nils Ogren.\n")
    secretary = pages_of(Role.SECRETARY, world.body)
    address = f"/arsberattelser/{report.id}/publicering"
    session.rollback()
    page = secretary.open(address)
    form = {each.get("name"): each.get("value") for each in page.xpath("//input[@type='hidden']")}
    page = secretary.send(f"{address}/svar", {**form, "val-0": "keep"})
    assert "Svaren är sparade." in page.text_content()
    seen = page.xpath("string(//input[@name='fingeravtryck']/@value)")
    page = secretary.send(f"{address}/publicera", {"fingeravtryck": seen})
    assert "Årsberättelsen är publicerad." in page.text_content()
    page = secretary.send(f"{address}/tillbaka", {"skal": ""})
    assert "Skriv varför" in page.text_content()
    page = secretary.send(f"{address}/tillbaka", {"skal": "Fel."})
    assert "tillbakatagen" in page.text_content()


def _pdf_text(content: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=content, check=True, capture_output=True)
    return done.stdout.decode()
