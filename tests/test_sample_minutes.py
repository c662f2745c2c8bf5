"""The invented minutes: made by script, sound, and with answers that stand in them."""

import hashlib
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

SAMPLES = Path(__file__).parents[1] / "sample_minutes"
ANSWERS = sorted((SAMPLES / "answers").glob("*.json"))
WORD_FILES = sorted(SAMPLES.glob("*.docx"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def answer(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def word_text(path: Path) -> str:
    """The text of every paragraph as if all changes were accepted, without automatic numbers."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    etree.strip_elements(body, _FALLBACK, qn("w:del"), with_tail=False)
    return "\n".join(
        "".join(
            (piece.text or "") if piece.tag == qn("w:t") else " "
            for piece in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        )
        for paragraph in body.iter(qn("w:p"))
    )


def text_of(path: Path) -> str:
    if path.suffix == ".docx":
        return word_text(path)
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def folded(text: str) -> str:
    """Line breaks, and the hyphens that they made, are no part of a quotation."""
    return " ".join(re.sub(r"(\w)-\s*\n\s*(\w)", r"\1\2", text).split())


def owners_in(found: dict[str, Any]) -> list[str]:
    return [
        name for action in found["actions"] for forms in action.get("owners", []) for name in forms
    ]


def digests(folder: Path) -> dict[str, str]:
    made = [*folder.glob("*.docx"), *folder.glob("wrong/*")]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in made
    }


def test_the_script_makes_the_committed_files_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SAMPLES / "make.py", tmp_path], check=True)
    assert digests(tmp_path) == digests(SAMPLES)


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem)
def test_every_word_file_opens_with_another_reader(path: Path) -> None:
    document = docx.Document(str(path))
    assert document.core_properties.language == "sv-SE"
    assert any(paragraph.text for paragraph in document.paragraphs)


def test_every_document_has_its_answers() -> None:
    documents = {p.name for p in SAMPLES.iterdir() if p.suffix in {".docx", ".md", ".txt"}}
    assert {answer(path)["document"] for path in ANSWERS} == documents - {"README.md"}
    assert all(path.stem == Path(answer(path)["document"]).stem for path in ANSWERS)


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_what_the_answers_quote_stands_in_the_document(path: Path) -> None:
    found = answer(path)
    text = folded(text_of(SAMPLES / found["document"]))
    quotes = [entry["quote"] for entry in found["decisions"] + found["actions"]]
    names = [entry["name"] for entry in found["attendance"]]
    assert [wanted for wanted in quotes + names if folded(wanted) not in text] == []


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_minutes_have_items_whose_titles_stand_in_the_document(path: Path) -> None:
    found = answer(path)
    text = folded(text_of(SAMPLES / found["document"]))
    titles = [i["title"] for i in found.get("items", [])]
    first_forms = [title if isinstance(title, str) else title[0] for title in titles]
    assert bool(titles) == found["is_minutes"]
    assert [title for title in first_forms if title not in text] == []


def test_an_owner_is_somebody_who_is_listed_or_holds_an_office() -> None:
    for path in ANSWERS:
        found = answer(path)
        listed = {entry["name"] for entry in found["attendance"]}
        offices = {"styrelsen", "ordföranden", "förvaltningschefen", "socialchefen"}
        strangers = [n for n in owners_in(found) if n not in listed and n.casefold() not in offices]
        assert strangers == [], path.name


def test_people_have_mandates_in_bodies_that_exist() -> None:
    world = json.loads((SAMPLES / "people.json").read_text(encoding="utf-8"))
    bodies = {body["slug"] for body in world["bodies"]}
    mails = [person["email"] for person in world["people"]]
    assert {m["body"] for p in world["people"] for m in p["mandates"]} == bodies
    assert len(set(mails)) == len(mails)
    assert {account["email"] for account in world["accounts"]} <= set(mails)


def test_everybody_who_owes_something_can_be_reached() -> None:
    world = json.loads((SAMPLES / "people.json").read_text(encoding="utf-8"))
    known = {person["name"] for person in world["people"]}
    owners = {name for path in ANSWERS for name in owners_in(answer(path)) if " " in name}
    assert owners - known == set()
