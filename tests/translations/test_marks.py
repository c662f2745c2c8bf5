"""No text of a page stands unmarked, neither in a template nor in the program."""

import ast
import re
import runpy
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
# Mails and printed documents are Swedish.
SWEDISH = {
    "mails/",
    "justering/sheet.html",
    "follow_up/balance_print.html",
    "annual_report/parts.html",
    "annual_report/print.html",
    "annual_report/printed.html",
}
TEMPLATES = [
    path
    for path in sorted((ROOT / "templates").rglob("*.html"))
    if not any(str(path.relative_to(ROOT / "templates")).startswith(name) for name in SWEDISH)
]
# Said on the command line, in the log, and of the run of a job.
UNSEEN = {
    "cli.py",
    "database.py",
    "jobs.py",
    "mailboxes.py",
    "scheduler.py",
    "server_addresses.py",
    "settings.py",
    "transports.py",
}
MODULES = [
    path
    for path in sorted((ROOT / "minutes").rglob("*.py"))
    if "commands" not in path.parts and path.name not in UNSEEN
]
MARKS = {"_", "N_", "gettext", "ngettext", "counted"}
KEYED = {"the_same_for"}  # what it is given is a key, and is not read
WORD = re.compile(r"[^\W\d_]{2,}")
# Names, the same in both languages, and what stands in tags that are made in parts.
THE_SAME = {"Minutes", "CSV", "Excel", "JSON", "PDF", "SHA", "Word", "article", "narrow", "wide"}
THE_SAME |= {"aria", "describedby", "invalid", "true"}
NAMES = {"Esc", "Excel", "Signe Almlöf", "Word", "närvaro", "åtgärder"}
SPOKEN = {"title", "aria-label", "placeholder", "alt", "data-label"}
A_TEXT = re.compile(r"[åäöÅÄÖ]|^[A-Z][a-z]+( [a-z]|[.:]?$)|^[a-z]+( [a-z]+){2}")


class _Texts(HTMLParser):
    """What is read of a page, but of code, and of what is marked as Swedish."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._silent or tag in {"code", "kbd", "script", "style"} or given.get("lang") == "sv":
            if tag not in {"input", "br", "link", "meta", "path", "rect"}:
                self._silent.append(tag)
            return
        self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_a_template_says_is_marked(path: Path) -> None:
    reader = _Texts()
    reader.feed("".join(_data(path.read_text("utf-8"))))
    said = [text for text in reader.found if set(WORD.findall(text)) - THE_SAME]
    assert said == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_a_template_hands_on_is_marked(path: Path) -> None:
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(path.read_text("utf-8"))
    assert [text for text in _constants(tree) if A_TEXT.search(text) and text not in NAMES] == []


def _data(source: str) -> Iterator[str]:
    """What stands outside the tags of Jinja, but within {% trans %}."""
    is_marked = False
    for _, kind, value in Environment(extensions=["jinja2.ext.i18n"]).lex(source):
        if kind == "name" and value in ("trans", "endtrans"):
            is_marked = value == "trans"
        elif kind == "data" and not is_marked:
            yield value


def _constants(node: nodes.Node) -> Iterator[str]:
    """The strings of expressions, but of marked ones, of keys and of what is compared."""
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in MARKS | KEYED:
        return
    if isinstance(node, nodes.TemplateData | nodes.Compare | nodes.Getitem):
        return
    if isinstance(node, nodes.Pair):
        yield from _constants(node.value)
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _constants(child)


def test_an_error_has_its_values_beside_its_text() -> None:
    errors = _errors()
    assert [
        f"{path.name}:{call.lineno}"
        for path, call in _calls()
        if _name(call) in errors and call.args and isinstance(call.args[0], ast.JoinedStr)
    ] == []


def test_what_an_error_says_of_itself_is_marked() -> None:
    assert [
        f"{path.name}:{call.lineno}"
        for path, call in _calls()
        if _name(call) == "__init__"
        and call.args
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
    ] == []


def test_what_is_flashed_is_marked() -> None:
    assert [
        f"{path.name}:{call.lineno}"
        for path, call in _calls()
        if _name(call) == "flash" and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
    ] == []


def test_the_words_of_a_form_are_marked() -> None:
    assert [
        f"{path.name}:{call.lineno}"
        for path, call in _calls()
        if "wtforms" in path.read_text("utf-8")
        for text in (
            *(call.args[:1] if _name(call).endswith("Field") else ()),
            *(each.value for each in call.keywords if each.arg in {"description", "message"}),
        )
        if isinstance(text, ast.Constant | ast.JoinedStr)
    ] == []


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def _name(call: ast.Call) -> str:
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def _errors() -> Any:
    """The names of the errors whose text is for the user."""

    tool = runpy.run_path(str(ROOT / ".ci" / "translations.py"))
    return tool["errors"]([ast.parse(path.read_text("utf-8")) for path in MODULES])
