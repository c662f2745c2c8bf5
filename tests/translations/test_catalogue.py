"""Every text of the pages has its English, and both files of the catalogue say the same."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Catalog, Message
from babel.support import Translations

ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|<[^>]*>")


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    """What `make translations` works with."""
    return runpy.run_path(str(ROOT / ".ci" / "translations.py"))


@pytest.fixture(scope="module")
def catalogue(tool: dict[str, Any]) -> Catalog:
    catalogue: Catalog = tool["kept"]()
    return catalogue


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def test_every_text_has_its_english(tool: dict[str, Any], catalogue: Catalog) -> None:
    translated = {
        forms(message.id) for message in messages(catalogue) if all(forms(message.string))
    }
    wanted = {forms(message.id) for message in messages(tool["extracted"]())}
    assert sorted(wanted - translated) == [], "run make translations"
    assert sorted(translated - wanted) == [], "run make translations"


def test_none_is_a_guess(catalogue: Catalog) -> None:
    assert [message.id for message in messages(catalogue) if message.fuzzy] == []


def test_the_english_has_the_same_values_and_elements(catalogue: Catalog) -> None:
    unlike = [
        message.id
        for message in messages(catalogue)
        for swedish, english in zip(forms(message.id), forms(message.string), strict=True)
        if sorted(PLACEHOLDER.findall(swedish)) != sorted(PLACEHOLDER.findall(english))
    ]
    assert unlike == []


def test_none_begins_or_ends_otherwise_than_the_swedish(catalogue: Catalog) -> None:
    def edges(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    unlike = [
        message.id
        for message in messages(catalogue)
        for swedish, english in zip(forms(message.id), forms(message.string), strict=True)
        if edges(swedish) != edges(english) or swedish.endswith(".") != english.endswith(".")
    ]
    assert unlike == []


def test_what_is_compiled_is_what_is_written(tool: dict[str, Any], catalogue: Catalog) -> None:
    with tool["CATALOGUE"].with_suffix(".mo").open("rb") as file:
        compiled = Translations(file)
    for message in messages(catalogue):
        one, *many = forms(message.id)
        if many:
            said = tuple(compiled.ngettext(one, many[0], number) for number in (1, 2))
        else:
            said = (compiled.gettext(one),)
        assert said == forms(message.string), message.id
