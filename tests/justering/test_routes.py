"""The pages of justering, as the secretary, the signatories and others see them."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlmodel import Session

from minutes import clock
from minutes.justering import queries, service
from minutes.justering import signing as acts
from minutes.justering.latest_day import offered_day
from minutes.justering.links import Links
from minutes.justering.signatories import Rules, Signatory
from minutes.justering.starting import Sending
from minutes.justering.tables import FieldState, RoundState, SignerRole
from minutes.people.access import COOKIE
from minutes.people.tables import Role
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import MeetingState
from minutes.settings import Settings
from tests.builders import PASSWORD
from tests.justering.world import LATEST, SCAN, World
from tests.pages import Page, Pages, text_of
from tests.statements import counted

Open = Callable[[str], Pages]


@pytest.fixture
def as_(app: Flask, world: World) -> Open:
    """The browser of somebody of the body: as_("olle")."""

    def signed_in(first_name: str) -> Pages:
        pages = Pages(app)
        account = queries_account(world, first_name)
        pages.set_cookie(COOKIE, world.build.token(account))
        return pages

    return signed_in


def queries_account(world: World, first_name: str) -> object:
    from minutes.people.queries import account_of

    return account_of(world.session, world.id(first_name))


def form(page: Page, button: str) -> dict[str, str]:
    """What the form with the button would send."""
    found = next(
        form
        for form in page.xpath("//main//form")
        if button in form.xpath("string(.//button)")
        or form.xpath(f".//button[@aria-label='{button}']")
    )
    inputs = found.xpath(".//input[@name][not(@type='radio') or @checked]")
    sent = {each.get("name"): each.get("value") or "" for each in inputs}
    for each in found.xpath(".//select[@name]"):
        sent[each.get("name")] = str(each.xpath("string(option[@selected]/@value)"))
    return {name: value for name, value in sent.items() if name not in ("samtycke", "csrf_token")}


def signing(page: Page, **changes: str) -> dict[str, str]:
    return form(page, "Skriv under") | {"samtycke": "ja", "password": PASSWORD} | changes


def test_the_secretary_sends_the_minutes_from_the_meeting(world: World, as_: Open) -> None:
    karin = as_("karin")
    meeting = karin.open(f"/moten/{world.meeting_id}")
    (link,) = meeting.xpath("//a[contains(., 'Skicka för justering')]/@href")
    page = karin.open(link)
    assert "Olle Berg" in text_of(page)  # the minutes name him as justerare
    sent = form(page, "Skicka för justering")
    assert [sent[f"person-{n}"] for n in range(3)] == [
        str(world.id(each)) for each in ("karin", "anna", "olle")
    ]
    assert sent["senast"] == offered_day(date(2026, 10, 14), 14, clock.today()).isoformat()
    assert sent["senast-delar"] == clock.today().isoformat()
    answer = karin.send(link, sent | {"ordning": "samtidigt"})
    assert "Texten är låst" in text_of(answer)
    world.session.expire_all()
    assert world.meeting.state is MeetingState.AWAITING_JUSTERING
    assert "Under justering: 0 av 3" in text_of(karin.open(f"/moten/{world.meeting_id}"))


def test_nothing_typed_is_lost_when_sending_is_refused(world: World, as_: Open) -> None:
    karin = as_("karin")
    path = f"/moten/{world.meeting_id}/justering"
    sent = form(karin.open(path), "Skicka för justering") | {"ordning": "tur"}
    sent |= {"person-3": "", "namn-3": "Tyra Utomstående", "paragrafer-3": "77"}
    page = karin.send(path, sent, status=422)
    assert "Protokollet har ingen paragraf 77" in text_of(page)
    assert page.xpath("string(//input[@name='namn-3']/@value)") == "Tyra Utomstående"
    assert page.xpath("//input[@name='ordning'][@value='tur']/@checked")


@pytest.mark.parametrize(
    "changes,says",
    [
        ({"senast": "snart"}, "Skriv den senaste dagen"),
        ({"senast": "2026-01-01"}, "före mötet"),
        ({"fingeravtryck": "0" * 64}, "har ändrats sedan du öppnade sidan"),
        ({"person-0": "999"}, "hör inte till organet"),
        ({"roll-0": "kung"}, "i vilken egenskap"),
        ({"senast": "2126-10-28"}, "mer än ett år bort"),
        ({"namn-0": "Tyra Utomstående"}, "På raden med Tyra Utomstående är också en person vald"),
        ({"punkter": "1"}, "valt hela protokollet"),
    ],
)
def test_what_cannot_be_sent_is_explained(
    world: World, as_: Open, changes: dict[str, str], says: str
) -> None:
    karin = as_("karin")
    path = f"/moten/{world.meeting_id}/justering"
    sent = form(karin.open(path), "Skicka för justering") | changes
    response = karin.post(path, sent)
    assert response.status_code in (409, 422)
    assert says in response.text


def test_a_justerare_reads_and_signs(world: World, as_: Open) -> None:
    round_id = world.send()
    olle = as_("olle")
    assert "Att justera" in text_of(olle.open("/"))
    page = olle.open(f"/justering/{round_id}")
    assert "Gruppen beslutar att mötena hålls på distans" in text_of(page)
    done = olle.send(f"/justering/{round_id}/skriv-under", signing(page))
    assert "Du har skrivit under." in text_of(done)
    (given,) = queries.evidence(world.session, round_id)
    assert (given.account, given.address) == ("olle@example.se", "127.0.0.1")
    assert "Att justera" not in text_of(olle.open("/").xpath("//main")[0])


@pytest.mark.parametrize(
    "changes,says",
    [
        ({"password": "fel lösenord helt"}, "Lösenordet stämmer inte"),
        ({"password": ""}, "Lösenordet stämmer inte"),
        ({"fingeravtryck": "f" * 64}, "inte den som du såg"),
    ],
)
def test_a_signature_needs_the_password_and_the_text_that_was_shown(
    world: World, as_: Open, changes: dict[str, str], says: str
) -> None:
    round_id = world.send()
    olle = as_("olle")
    sent = signing(olle.open(f"/justering/{round_id}"), **changes)
    assert says in text_of(olle.send(f"/justering/{round_id}/skriv-under", sent))
    assert queries.evidence(world.session, round_id) == []


def test_a_signature_needs_the_consent(world: World, as_: Open) -> None:
    round_id = world.send()
    olle = as_("olle")
    sent = signing(olle.open(f"/justering/{round_id}"))
    del sent["samtycke"]
    assert "Sätt ett kryss" in text_of(olle.send(f"/justering/{round_id}/skriv-under", sent))
    assert queries.evidence(world.session, round_id) == []


def test_wrong_passwords_are_slowed_down(world: World, as_: Open) -> None:
    round_id = world.send()
    olle = as_("olle")
    sent = signing(olle.open(f"/justering/{round_id}"), password="fel")
    for _ in range(5):
        olle.post(f"/justering/{round_id}/skriv-under", sent)
    right = sent | {"password": PASSWORD}
    assert "För många försök" in text_of(olle.send(f"/justering/{round_id}/skriv-under", right))


def test_a_double_click_and_a_form_sent_again_sign_once(world: World, as_: Open) -> None:
    round_id = world.send()
    olle = as_("olle")
    sent = signing(olle.open(f"/justering/{round_id}"))
    olle.post(f"/justering/{round_id}/skriv-under", sent)
    again = olle.send(f"/justering/{round_id}/skriv-under", sent)
    assert "Du har redan skrivit under." in text_of(again)
    assert len(queries.evidence(world.session, round_id)) == 1


def test_a_text_withdrawn_a_moment_before_is_not_signed(world: World, as_: Open) -> None:
    round_id = world.send()
    olle = as_("olle")
    sent = signing(olle.open(f"/justering/{round_id}"))
    karin = as_("karin")
    karin.send(f"/justering/{round_id}/ta-tillbaka", {"skal": "Fel i närvaron."})
    page = olle.send(f"/justering/{round_id}/skriv-under", sent)
    assert "har tagits tillbaka" in text_of(page)
    assert "Fel i närvaron." in text_of(page)


def test_a_form_of_a_withdrawn_text_does_not_sign_the_next(world: World, as_: Open) -> None:
    first = world.send()
    olle = as_("olle")
    sent = signing(olle.open(f"/justering/{first}"))
    service.withdraw(world.session, first, "Fel.", world.by("karin"))
    second = world.send()
    assert olle.post(f"/justering/{second}/skriv-under", sent).status_code == 404
    world.session.expire_all()
    assert world.field(second, "olle").state is FieldState.WAITING


def test_an_objection_stands_at_its_paragraph(world: World, as_: Open) -> None:
    round_id = world.send()
    olle = as_("olle")
    page = olle.open(f"/justering/{round_id}")
    sent = form(page, "Stämmer: 1 Föregående möte")
    olle.post(
        f"/justering/{round_id}/punkt", sent | {"invand": "ja", "invandning": "Det var <b>jag</b>."}
    )
    seen = as_("karin").open(f"/justering/{round_id}")
    text = text_of(seen.xpath("//*[@id='punkt-0']")[0])
    assert "Olle Berg invänder: Det var <b>jag</b>." in text
    told = seen.xpath("//main/*[@role='alert']")[0]  # the secretary need not look for it
    assert "1 Föregående möte: Olle Berg" in text_of(told)
    mine = olle.open(f"/justering/{round_id}")
    assert "Du har 1 invändning" in text_of(mine)
    olle.post(f"/justering/{round_id}/punkt", form(mine, "Ta tillbaka invändningen"))
    assert "Det var" not in text_of(olle.open(f"/justering/{round_id}"))


def test_who_declines_says_why(world: World, as_: Open) -> None:
    round_id = world.send()
    olle = as_("olle")
    sent = form(olle.open(f"/justering/{round_id}"), "Avstå") | {"skal": "Jag var inte där."}
    assert "Du har avstått." in text_of(olle.send(f"/justering/{round_id}/avsta", sent))
    seen = as_("karin").open(f"/justering/{round_id}")
    assert "Jag var inte där." in text_of(seen)
    assert "Olle Berg har avstått" in text_of(seen.xpath("//main/*[@role='alert']")[0])


def test_the_page_of_the_meeting_tells_what_has_happened_to_its_text(
    world: World, as_: Open
) -> None:
    first = world.send(["olle"])
    own = world.field(first, "olle").id or 0
    acts.answer(world.session, first, own, 0, None, world.by("olle"))
    acts.decline(world.session, first, own, "Jag var sjuk.", world.by("olle"))
    service.withdraw(world.session, first, "Fel.", world.by("karin"))
    world.sign(world.send(["olle"]), "olle")
    page = as_("karin").open(f"/moten/{world.meeting_id}")
    (history,) = page.xpath("//section[@aria-labelledby='historik']")
    said = text_of(history)
    for told in (
        "Gjorde en text färdigjusterad",
        "Skrev under en text",
        "Skickade en text för justering",
        "Tog tillbaka en text från justering",
        "Avstod från att justera",
        "Registrerade ett möte",
    ):
        assert told in said
    assert "Höll med" not in said


@pytest.mark.parametrize(
    "kind,urges", [(MinutesKind.PROTOKOLL, True), (MinutesKind.MINNESANTECKNINGAR, False)]
)
def test_notes_can_be_sent_but_nothing_urges_to_it(
    world: World, as_: Open, kind: MinutesKind, urges: bool
) -> None:
    meeting = world.meeting
    meeting.kind = kind
    world.session.add(meeting)
    world.session.commit()
    page = as_("karin").open(f"/moten/{world.meeting_id}")
    (link,) = page.xpath(f"//a[@href='/moten/{world.meeting_id}/justering']")
    assert ("secondary" not in link.get("class", "")) is urges


def test_the_secretary_notes_a_signature_on_paper(world: World, as_: Open) -> None:
    round_id = world.send(["olle"])
    karin = as_("karin")
    sent: dict[str, object] = dict(form(karin.open(f"/justering/{round_id}"), "Anteckna"))
    path = f"/justering/{round_id}/papper"
    broken = [b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n\x00", b"\xff\xd8\xff\xe0"]
    refused = [(b"", "tom"), (b"MZ\x90", "ska vara en PDF"), *((each, "skadad") for each in broken)]
    for content, says in refused:
        page = karin.send(path, sent | {"sida": (io.BytesIO(content), "sida.pdf")})
        assert says in text_of(page)
    page = karin.send(path, sent | {"sida": (io.BytesIO(SCAN), "../sida.exe")})
    assert "på papper, antecknat av Karin Lind." in text_of(page)
    (link,) = page.xpath("//a[contains(., 'Hämta filen')]/@href")
    scan = karin.get(link)
    assert scan.data == SCAN
    assert "sida.pdf" in scan.headers["Content-Disposition"]
    assert queries.round_(world.session, round_id).state is RoundState.COMPLETED
    (history,) = karin.open(f"/moten/{world.meeting_id}").xpath("//*[@class='timeline']")
    said = text_of(history)
    assert "Antecknade att Olle Berg har skrivit under på papper, Karin Lind" in said
    assert "Skrev under" not in said


def test_a_link_lets_who_has_no_account_sign_once(
    world: World, anonymous: Pages, settings: Settings
) -> None:
    body_id = world.body.id or 0
    tyra = world.build.person("Tyra Holm", "tyra@example.se")
    world.build.mandate(tyra, world.body)
    service.set_rules(world.session, body_id, Rules(links=True), world.by("karin"))
    signatory = Signatory(SignerRole.JUSTERARE, tyra.name, tyra.id)
    sending = Sending([signatory], LATEST, False, world.seen)
    round_id = service.send(world.session, world.meeting_id, sending, world.by("karin"))
    field = queries.fields(world.session, round_id)[0]
    world.session.commit()
    links = Links("", settings.secret_key)
    path = links.sign(field.id or 0, tyra.id or 0)
    page = anonymous.open(path)
    assert not page.xpath("//input[@type='password']")
    (saved,) = page.xpath("//a[contains(., 'Hämta PDF')]/@href")
    answer = anonymous.get(saved)
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Cache-Control"] == "no-store"
    done = anonymous.send(f"{path}/skriv-under", signing(page))
    assert "Alla har nu skrivit under" in text_of(done)
    again = anonymous.send(f"{path}/skriv-under", signing(page))
    assert "Du har redan skrivit under." in text_of(again)
    (given,) = queries.evidence(world.session, round_id)
    assert (given.means.value, given.account) == ("link", "tyra@example.se")


def test_a_link_opens_nothing_where_the_body_allows_none(
    world: World, anonymous: Pages, settings: Settings
) -> None:
    field = world.field(world.send(), "olle")
    links = Links("", settings.secret_key)
    for path in (
        links.sign(field.id or 0, world.id("olle")),
        links.sign(field.id or 0, world.id("anna")),
        "/justering/lank/gissat",
    ):
        assert anonymous.get(path).status_code == 410
        assert anonymous.post(f"{path}/skriv-under").status_code in (400, 410)


def test_others_find_nothing(
    world: World, pages_of: Callable[..., Pages], as_: Open, anonymous: Pages
) -> None:
    round_id = world.send()
    stranger = pages_of(Role.SECRETARY, world.build.body())
    for path in ("", "/text", "/papper/1"):
        assert stranger.get(f"/justering/{round_id}{path}").status_code == 404
        assert anonymous.get(f"/justering/{round_id}{path}").status_code == 303
    assert stranger.post(f"/justering/{round_id}/ta-tillbaka", {"skal": "x"}).status_code == 404
    sara = as_("sara")
    assert sara.get(f"/justering/{round_id}").status_code == 200  # a member may read
    field = world.field(round_id, "olle").id
    sent = {"underskrift": field, "samtycke": "ja", "password": PASSWORD}
    assert sara.post(f"/justering/{round_id}/skriv-under", sent).status_code == 404
    assert sara.post(f"/justering/{round_id}/ta-tillbaka", {"skal": "x"}).status_code == 403
    assert sara.get("/justering/999").status_code == 404


def test_the_exact_text_can_be_saved(world: World, as_: Open, session: Session) -> None:
    round_id = world.send()
    answer = as_("sara").get(f"/justering/{round_id}/text")
    assert answer.data.decode() == queries.round_(session, round_id).text


def test_the_rules_of_a_body_are_kept(world: World, as_: Open) -> None:
    karin = as_("karin")
    path = "/organ/largruppen/justering"
    sent = {"sekreterare": "on", "justerare": "2", "dagar": "10", "ordning": "tur", "lankar": "on"}
    assert "Reglerna är sparade" in text_of(karin.send(path, sent))
    rules = queries.rules_of(world.session, world.body.id or 0)
    world.session.commit()
    assert rules == Rules(False, True, 2, True, 10, True, False)
    assert "heltal" in text_of(karin.send(path, sent | {"dagar": "tio"}, status=422))
    assert as_("sara").get(path).status_code == 403


def test_the_page_takes_as_many_statements_however_long_the_text_is(
    world: World, as_: Open, app: Flask
) -> None:
    round_id = world.send()
    olle = as_("olle")
    with counted(app.extensions["engine"]) as sent:
        olle.open(f"/justering/{round_id}")
    assert len(sent) <= 6, "\n".join(sent)
