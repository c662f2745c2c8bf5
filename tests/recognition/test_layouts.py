"""The same minutes in many layouts: what is found does not hang on how titles are set off."""

import io
from collections.abc import Callable, Sequence

import docx
import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Presence

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
