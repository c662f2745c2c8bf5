"""A report about several bodies: one keeps it, and each reads only of bodies open to them."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlmodel import Session

from minutes.annual_report import pinning, public_queries, publishing, report_list, service, signing
from minutes.annual_report.composing import composed
from minutes.annual_report.preparing import prepared
from minutes.annual_report.tables import AnnualReport, Extent, Section
from minutes.errors import NotFound, Refused
from minutes.people.tables import Body, Role
from minutes.publication.readers import Reader
from minutes.publication.tables import Audience, PublicationRules, Scope
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import Decision, Item, Meeting, MeetingState
from minutes.search.language import wanted
from minutes.search.queries import Asker, found
from tests.annual_report.conftest import BY
from tests.annual_report.test_publishing import BY as PUBLISHER
from tests.annual_report.test_publishing import sign_it
from tests.builders import Builder
from tests.pages import Pages
from tests.publication.world import World
from tests.review.drafts import AT

OWN, THEIRS = "Mötena hålls på distans", "Kören köper notställ"


def meeting_of(session: Session, body: Body, decided: str) -> Decision:
    """Minutes of the body with one decision."""
    held = Meeting(
        body_id=body.id or 0,
        kind=MinutesKind.PROTOKOLL,
        title=body.name,
        date=dt.date(2026, 5, 4),
        state=MeetingState.RECORDED,
        recorded_at=AT,
    )
    session.add(held)
    session.flush()
    item = Item(meeting_id=held.id or 0, position=1, number="1", title="Inköp", first_line=1)
    session.add(item)
    session.flush()
    decision = Decision(
        meeting_id=held.id or 0,
        item_id=item.id,
        position=1,
        text=f"{decided}.",
        quote=f"{decided}.",
        first_line=1,
        last_line=1,
    )
    session.add(decision)
    session.commit()
    return decision


@pytest.fixture
def choir(session: Session, build: Builder) -> Body:
    made = build.body("Kören", "Region Sjöland", slug="koren")
    meeting_of(session, made, THEIRS)
    return made


@pytest.fixture
def shared(session: Session, body: Body, choir: Body) -> AnnualReport:
    """Kept by Lärgruppen, about Kören too."""
    return service.begin(session, BY, body_id=body.id or 0, year=2026, covers=[choir.id or 0])


@pytest.fixture
def secretary(build: Builder, sign_in: Callable[..., Pages], body: Body, choir: Body) -> Pages:
    """Writes for Lärgruppen, and reads the minutes of Kören."""
    person = build.person()
    build.mandate(person, body, Role.SECRETARY)
    build.mandate(person, choir, Role.READER)
    return sign_in(person)


def test_the_bodies_are_chosen_on_the_page_and_the_draft_tells_of_both(
    session: Session, secretary: Pages, body: Body, choir: Body, build: Builder
) -> None:
    hidden = build.body("Slutna gruppen", "Region Sjöland", slug="sluten")
    page = secretary.open("/arsberattelser?aven=koren")
    assert page.xpath("//input[@name='aven'][@checked]/@value") == ["koren"]
    assert "Slutna gruppen" not in page.text_content()
    form = {"organ": body.slug, "ar": "2026", "aven": [choir.slug, hidden.slug]}
    text = secretary.send("/arsberattelser", form).text_content()
    assert "Årsberättelse 2026 för Kören och Lärgruppen" in text
    assert "Den skrivs, justeras och publiceras i Lärgruppen." in text
    assert OWN in text
    assert THEIRS in text
    assert report_list.report_of(session, 1).bodies == (body.id, choir.id)
    listed = secretary.open("/arsberattelser").text_content()
    assert "och ett organ till" in listed


def test_all_bodies_of_the_organisation_are_chosen_at_once(
    secretary: Pages, body: Body, choir: Body
) -> None:
    form = {"organ": body.slug, "ar": "2026", "organisationen": "on", "upplagg": "gemensamt"}
    text = secretary.send("/arsberattelser", form).text_content()
    assert "Årsberättelse 2026 för Region Sjöland" in text
    assert text.count("Sammanträden") == 1


def test_a_part_of_the_organisation_does_not_speak_for_it(
    session: Session, shared: AnnualReport, build: Builder
) -> None:
    assert composed(session, shared, BY.today).document.title.endswith("för Region Sjöland")
    build.body("Ögonrådet", "Region Sjöland")
    assert composed(session, shared, BY.today).document.title.endswith("för Kören och Lärgruppen")


def test_who_may_not_read_one_of_the_bodies_cannot_write_it(
    pages_of: Callable[[Role, Body], Pages], body: Body, choir: Body, shared: AnnualReport
) -> None:
    own, theirs = pages_of(Role.SECRETARY, body), pages_of(Role.SECRETARY, choir)
    for path in ("", "/skriv", "/innehall", "/andringar", "/versioner", "/fil.md"):
        answer = own.get(f"/arsberattelser/{shared.id}{path}")
        assert answer.status_code == 403
        assert "vars protokoll du inte får läsa" in answer.text
        assert THEIRS not in answer.text
        assert theirs.get(f"/arsberattelser/{shared.id}{path}").status_code == 404


def test_who_reads_the_keeper_sees_of_a_finished_one_only_what_rests_on_it(
    session: Session,
    pages_of: Callable[[Role, Body], Pages],
    secretary: Pages,
    body: Body,
    shared: AnnualReport,
) -> None:
    service.save(session, BY, shared.id or 0, f"{shared.text}\n\n{{{{diagram:beslut}}}}\n", 1)
    sign_it(session, shared)
    place, member = f"/arsberattelser/{shared.id}", pages_of(Role.MEMBER, body)
    answers = [member.get(place).text, member.get(f"{place}/fil.md").text]
    for text in answers:
        assert OWN in text
        assert THEIRS not in text
        assert "4 maj" not in text
        assert "Beslut 2026, månad för månad" not in text
    assert "som du inte får läsa, och visas inte" in answers[0]
    assert THEIRS in secretary.get(place).text
    round_id = signing.round_of(session, shared).id  # type: ignore[union-attr]
    session.rollback()
    assert member.get(f"/justering/{round_id}").status_code == 404
    assert THEIRS in secretary.get(f"/justering/{round_id}").text
    assert f"/justering/{round_id}" not in answers[0]


def test_the_search_knows_it_by_its_name_alone(session: Session, shared: AnnualReport) -> None:
    service.finish(session, BY, shared.id or 0, shared.version)
    asker = Asker(1, frozenset({shared.body_id}), AT.date())
    for words, names in (("notställ", 0), ("distans", 0), ("Sjöland", 1)):
        assert len(found(session, asker, wanted(f"typ:årsberättelse {words}"), 1).rows) == names


def test_a_body_keeps_one_about_the_same_bodies_and_one_of_its_own(
    session: Session, shared: AnnualReport, body: Body, choir: Body
) -> None:
    ids = [body.id or 0, choir.id or 0]
    own = service.begin(session, BY, body_id=ids[0], year=2026)
    with pytest.raises(Refused, match="redan en årsberättelse"):
        service.begin(session, BY, body_id=ids[0], year=2026, covers=ids)
    session.rollback()
    with pytest.raises(Refused, match="redan en årsberättelse"):
        choose(session, own, ids)
    session.rollback()
    assert report_list.stored(session, ids, 2026) == shared
    assert report_list.stored(session, ids[:1], 2026) == own
    assert report_list.stored(session, ids[1:], 2026) is None


def choose(session: Session, report: AnnualReport, covers: list[int]) -> None:
    service.choose(
        session,
        BY,
        report.id or 0,
        extent=Extent.FULL,
        chosen=[Section.DECISIONS],
        only_justerade=False,
        seen=report.version,
        covers=covers,
    )


def test_a_body_that_is_chosen_later_is_offered_as_changes(
    session: Session, report: AnnualReport, choir: Body
) -> None:
    choose(session, report, [choir.id or 0])
    made = composed(session, report, BY.today)
    assert any(THEIRS in row for change in made.changes for row in change.becomes)
    keys = [each.key for each in made.changes]
    service.take(session, BY, report.id or 0, keys, report.version, made.offered)
    assert THEIRS in report.text
    assert composed(session, report, BY.today).document.faults == []


def test_a_decision_is_chosen_for_one_report_alone(
    session: Session, shared: AnnualReport, choir: Body
) -> None:
    own = service.begin(session, BY, body_id=choir.id or 0, year=2026)
    (decision,) = composed(session, own, BY.today).decisions
    pinning.pin(session, BY, shared, decision.decision.id, False)
    assert composed(session, shared, BY.today).pins == {decision.decision.id: False}
    assert composed(session, own, BY.today).pins == {}
    with pytest.raises(NotFound):
        pinning.pin(session, BY, own, 1, True)


def published(session: Session, report: AnnualReport) -> str:
    """Sign it and publish it, and all that anybody reads of it."""
    sign_it(session, report)
    now = prepared(session, report)
    session.rollback()
    publishing.publish(session, report.id or 0, now.fingerprint, PUBLISHER)
    return read(session, report, Reader())


def read(session: Session, report: AnnualReport, reader: Reader) -> str:
    body = session.get_one(Body, report.body_id)
    address = f"2026-gemensam-{report.id}"
    made = public_queries.public_report(session, reader, body.slug, address).document
    session.rollback()
    rows = [run for part in made.parts for run in getattr(part, "runs", ())]
    rows += [run for part in made.parts for row in getattr(part, "rows", ()) for run in row]
    return "".join(run.text for run in rows)


def of_keeper(session: Session, build: Builder, world: World, organisation: str) -> AnnualReport:
    """A report kept by another body, which publishes for everybody, about the body of the world."""
    keeper = build.body("Samrådet", organisation, slug="samradet")
    meeting_of(session, keeper, THEIRS)
    session.add(PublicationRules(body_id=keeper.id or 0, scope=Scope.ALL))
    session.commit()
    return service.begin(
        session, BY, body_id=keeper.id or 0, year=2026, covers=[world.body.id or 0]
    )


def test_what_another_body_has_published_for_everybody_is_published_with_it(
    session: Session, build: Builder, anonymous: Pages
) -> None:
    world = World(session, build)
    world.published()
    report = of_keeper(session, build, world, "Region Berget")
    text = published(session, report)
    assert "på distans" in text
    assert "Uppdrag i Lärgruppen" in text
    assert THEIRS not in text  # the keeper itself has published no minutes
    assert "Vid mötena fattades" not in text  # nor numbers of both
    page = anonymous.open(f"/protokoll/samradet/arsberattelse/2026-gemensam-{report.id}")
    links = page.xpath("//section[@class='sources']//a/@href")
    assert "/protokoll/largruppen/2026-10-14#p1" in links


@pytest.mark.parametrize("audience", [Audience.MEMBERS, Audience.ORGANISATION])
def test_what_another_body_publishes_for_its_own_is_not_for_the_readers_of_the_keeper(
    session: Session, build: Builder, audience: Audience
) -> None:
    world = World(session, build)
    world.rules(audience=audience)
    world.answer()
    world.publish()
    report = of_keeper(session, build, world, "Region Berget")
    rules = session.get_one(PublicationRules, report.body_id)
    rules.audience = Audience.MEMBERS
    service.save(session, BY, report.id or 0, f"{report.text}\n\nEtt eget stycke.\n", 1)
    sign_it(session, report)
    now = prepared(session, report)
    session.rollback()
    publishing.publish(session, report.id or 0, now.fingerprint, PUBLISHER)
    for reader in (Reader(None), Reader(frozenset({report.body_id}))):
        text = read(session, report, reader)
        assert "på distans" not in text
        assert "Ett eget stycke." in text
