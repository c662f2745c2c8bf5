"""The same minutes in many layouts: what is found does not hang on how titles are set off."""

import io
from collections.abc import Callable, Sequence

import docx
import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence
from minutes.recognition.layout.contents_list import without_contents

_Title = Callable[[int, str], str]

_HEAD = """Protokoll fört vid styrelsemöte i Kajakklubben Strömmen den 4 mars 2026
Närvarande: Bo Ekdal, Lena Ahl, Karin Ström
Sekreterare: Karin Ström
"""
_POINTS = {
    "Mötets öppnande": ("Ordföranden Bo Ekdal öppnade mötet och hälsade alla välkomna.",),
    "Val av justerare": ("Till justerare valdes Lena Ahl.",),
    "Fråga om mötet är behörigt utlyst": ("Kallelsen ansågs ha kommit i rätt tid.",),
    "Bryggan": (
        "Isen tog två av flytblocken och flera av plankorna i den yttre delen.",
        "Mötet beslutade att köpa nya flytblock.",
    ),
    "Paddelskolan": (
        "I fjol kom det fler barn än klubben har västar till.",
        "Lena bokar badhuset till den 12 april.",
    ),
    "Mötet avslutas": ("Ordföranden tackade alla och avslutade mötet.",),
}
_TITLES: dict[str, _Title] = {
    "a sign and a number": lambda n, title: f"§ {n} {title}",
    "a number": lambda n, title: f"{n}. {title}",
    "a bare number": lambda n, title: f"{n} {title}",
    "a number and a dash": lambda n, title: f"{n}. - {title}",
    "the year": lambda n, title: f"26.{n} {title}",
    "letters": lambda n, title: f"{'ABCDEF'[n - 1]} {title}",
    "nothing": lambda n, title: title,
    "capitals": lambda n, title: title.upper(),
    "a colon": lambda n, title: f"{title}:",
    "stars": lambda n, title: f"*{n}. {title}*",
    "two stars": lambda n, title: f"**{title}**",
    "low lines": lambda n, title: f"_{title}_",
    "signs on both sides": lambda n, title: f"== {title} ==",
    "signs and numbers": lambda n, title: f"=== {n}. {title} ===",
    "signs before": lambda n, title: f"## {n}. {title}",
    "a line below": lambda n, title: f"\n{title}\n{'-' * len(title)}",
}


def _text(title: _Title, *, apart: bool, bullets: bool) -> str:
    text = _HEAD
    for number, (name, said) in enumerate(_POINTS.items(), 1):
        lines = [f"- {line}" for line in said] if bullets else said
        text += "\n".join(["" if apart else None, title(number, name), *lines][not apart :]) + "\n"
    return text


def _word(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(data := io.BytesIO())
    return data.getvalue()


def _found(name: str, data: bytes) -> tuple[Sequence[str], ...]:
    said = recognise(read_document(name, data), filename=name)
    return (
        [item.title.casefold() for item in said.items],
        [each.name for each in said.attendance if each.presence is Presence.PRESENT],
        [decision.text for decision in said.decisions],
        [f"{action.owners}: {action.text}" for action in said.actions],
    )


@pytest.mark.parametrize("close", [False, True], ids=["apart", "close"])
@pytest.mark.parametrize("title", _TITLES)
def test_titles_are_known_however_they_are_set_off(title: str, close: bool) -> None:
    text = _text(_TITLES[title], apart=not close, bullets=close)
    items, people, decisions, actions = wanted = _found("a.txt", text.encode())
    assert items == [name.casefold() for name in _POINTS]
    assert people == ["Bo Ekdal", "Lena Ahl", "Karin Ström"]
    assert any("nya flytblock" in decision for decision in decisions)
    assert [action for action in actions if "badhuset" in action and "Lena Ahl" in action]
    assert _found("a.docx", _word(text)) == wanted
    assert _found("a.md", text.encode()) == wanted


_HEADS = ("Punkt | Anteckning", "Ärende | Beslut och diskussion", "")


def _table(head: str, title: _Title) -> bytes:
    document = docx.Document()
    for line in _HEAD.split("\n"):
        document.add_paragraph(line)
    columns = head.split(" | ")
    table = document.add_table(rows=bool(head), cols=max(2, len(columns)))
    for number, (name, said) in enumerate(_POINTS.items(), 1):
        *_, first, second = (cells := table.add_row().cells)
        cells[0].text = str(number)
        first.text, second.text = title(number, name), "\n".join(said)
    for cell, label in zip(table.rows[0].cells if head else (), columns, strict=False):
        cell.text = label
    document.save(data := io.BytesIO())
    return data.getvalue()


@pytest.mark.parametrize("title", ["a sign and a number", "a number", "a bare number", "nothing"])
@pytest.mark.parametrize("head", _HEADS)
def test_a_table_of_points_is_minutes_like_any_other(head: str, title: str) -> None:
    wanted = _found("a.txt", _text(_TITLES[title], apart=True, bullets=False).encode())
    assert _found("a.docx", _table(head, _TITLES[title])) == wanted


@pytest.mark.parametrize("head", ["Nr | Rubrik | Text", "§ | Ärende | Beslut/Diskussion"])
def test_numbers_may_have_a_column_of_their_own(head: str) -> None:
    wanted = _found("a.txt", _text(_TITLES["a number"], apart=True, bullets=False).encode())
    assert _found("a.docx", _table(head, _TITLES["nothing"])) == wanted


def test_a_table_of_points_says_who_is_to_do_what() -> None:
    rows = (
        "| Ärende | Anteckning | Ansvarig |",
        "|---|---|---|",
        "| Bryggan | Isen tog två flytblock. Nya flytblock ska köpas. | Karin |",
        "| Paddelskolan | Det kom fler barn än förra året. | |",
        "| Båthuset | Låset kärvar. Bo smörjer låset. | Bo |",
    )
    said = recognise(read_document("a.md", f"{_HEAD}\n{chr(10).join(rows)}\n".encode()))
    assert [item.title for item in said.items] == ["Bryggan", "Paddelskolan", "Båthuset"]
    assert [(action.item, action.owners) for action in said.actions] == [
        ("i1", ("Karin Ström",)),
        ("i3", ("Bo Ekdal",)),
    ]


def test_a_table_of_tasks_has_no_points() -> None:
    rows = "| Ärende | Beslut | Ansvarig |\n|---|---|---|\n| Låset | Smörja låset | Bo |\n"
    rows += "| Västarna | Tvätta dem | Karin |\n| Bojen | Måla den | Lena |\n"
    text = f"{_HEAD}\n§ 1 Vårbruk\nVi gick igenom listan från i höstas.\n\n{rows}"
    said = recognise(read_document("a.md", text.encode()))
    assert [item.title for item in said.items] == ["Vårbruk"]
    assert len(said.actions) == len(["Låset", "Västarna", "Bojen"])


def _rows(head: str, *rows: str) -> str:
    return "\n".join([head, "|---" * head.count(" | ") + "|---|", *rows, ""])


def test_a_table_with_numbers_that_is_a_part_of_the_minutes_has_no_points() -> None:
    table = _rows("| Ärende | Beslut |", "| 1. Lås | Köps. |", "| 2. Tak | Lagas. |")
    told = "Karin berättade länge om allt som har hänt i hamnen sedan isen gick. " * 3
    text = f"{_HEAD}\n§ 1 Läget\n{told}\n\n§ 2 Bryggan\n{told}\n\n{table}"
    said = recognise(read_document("a.md", text.encode()))
    assert [item.title for item in said.items] == ["Läget", "Bryggan"]


@pytest.mark.parametrize("number", ["", "{}. ", "{} ", "§ {} "])
def test_in_a_column_of_decisions_one_sentence_is_decided(number: str) -> None:
    points = {
        "Bryggan": "Vi köper två nya flytblock.",
        "Båthuset": "Låset byts av den som har nyckeln.",
        "Läget": "Isen gick i mars. Västarna är torra.",
    }
    rows = [
        f"| {number.format(place)}{name} | {said} |"
        for place, (name, said) in enumerate(points.items(), 1)
    ]
    text = f"{_HEAD}\n{_rows('| Ärende | Beslut |', *rows)}"
    said = recognise(read_document("a.md", text.encode()))
    assert [item.title for item in said.items] == list(points)
    assert [each.text for each in said.decisions] == list(points.values())[:2]


@pytest.mark.parametrize("title", ["a sign and a number", "a number", "a bare number", "nothing"])
@pytest.mark.parametrize("label", ["Dagordning", "Innehåll:", "Ärenden"])
@pytest.mark.parametrize("dots", ["", " ........ 2"])
def test_an_agenda_above_the_points_heads_none(label: str, title: str, dots: str) -> None:
    titled = _TITLES[title]
    text = _text(titled, apart=True, bullets=False)
    listed = [titled(number, name) + dots for number, name in enumerate(_POINTS, 1)]
    agenda = "\n".join(["", label, *listed, ""])
    assert _found("a.txt", text.replace(_HEAD, _HEAD + agenda).encode()) == _found(
        "a.txt", text.encode()
    )


@pytest.mark.parametrize("label", ["Dagordning", ""])
def test_an_agenda_may_say_some_points_in_other_words(label: str) -> None:
    titled = _TITLES["a number" if not label else "nothing"]
    text = _text(titled, apart=True, bullets=False)
    names = ["Öppnande", *list(_POINTS)[1:], "Fika"]
    agenda = "\n".join(["", label, *(titled(n, name) for n, name in enumerate(names, 1)), ""])
    items, *_ = _found("a.txt", text.replace(_HEAD, _HEAD + agenda).encode())
    assert items == [name.casefold() for name in _POINTS]


def test_an_agenda_may_have_more_points_than_the_pages_that_are_left() -> None:
    kept = [*_POINTS, "Kiosken", "Hemsidan"]
    names = [*kept, "Övriga frågor", "Nästa möte", "Mötets avslutning"]
    agenda = [f"§ {number} {name}" for number, name in enumerate(names, 121)]
    points = [f"{line}\nKarin berättade hur det står till.\n" for line in agenda[: len(kept)]]
    text = "\n".join([_HEAD, *agenda, "", *points])
    _, taken = without_contents(read_document("a.txt", text.encode()).blocks)
    assert [line.text for line in taken.values()] == agenda


@pytest.mark.parametrize("title", ["a number", "nothing"])
@pytest.mark.parametrize("dots", [" ... 2", "........ 12", " … … 3"])
def test_a_line_that_leads_to_a_page_heads_nothing(dots: str, title: str) -> None:
    titled = _TITLES[title]
    text = _text(titled, apart=True, bullets=False)
    listed = "\n".join(titled(n, f"Kapitel om {name}") + dots for n, name in enumerate(_POINTS, 1))
    assert _found("a.txt", text.replace(_HEAD, f"{_HEAD}\n{listed}\n").encode()) == _found(
        "a.txt", text.encode()
    )


@pytest.mark.parametrize("closing", ["Nästa möte", "Övrigt", "## Nästa möte", "1. Nästa möte"])
def test_what_is_told_above_the_end_of_the_agenda_is_no_head(closing: str) -> None:
    told = "Bryggan ska lagas i maj före den första seglingen."
    text = f"{_HEAD}\n{told}\n\n{closing}\nDen 4 april hos Bo i klubbhuset, som vanligt.\n"
    *_, actions = _found("a.md", text.encode())
    assert [told in action for action in actions] == [True]


def test_people_who_come_again_are_still_there() -> None:
    names = "Bo Ekdal\nLena Ahl\nKarin Ström\n"
    text = f"Styrelsemöte 2026-03-04\nNärvarande\n{names}\n§ 1 Bryggan\nBryggan är lagad.\n"
    under = "".join(f"{name}\nHar målat.\n\n" for name in names.split("\n") if name)
    said = recognise(read_document("a.txt", f"{text}\n{under}".encode()))
    assert [each.name for each in said.attendance] == ["Bo Ekdal", "Lena Ahl", "Karin Ström"]


def test_a_colon_below_a_line_that_goes_on_heads_nothing() -> None:
    text = (
        f"{_HEAD}\nVi talade om bryggan.\nDetta ska göras i vår:\nStolpar byts.\n"
        "Bo köper:\nSkruv och virke.\nOckså detta\nMåla:\nSkrapa först.\n"
    )
    assert recognise(read_document("a.txt", text.encode())).items == ()
