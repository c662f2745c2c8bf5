"""The rules of the house that a machine can check. What may import what stands in setup.cfg."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from importlinter.cli import lint_imports

from minutes import settings
from minutes.app import create_app
from minutes.people.access import permission_of

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "minutes").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 300, 50, 150

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_a_stage_imports_only_what_lies_below_it() -> None:
    assert lint_imports(str(ROOT / "setup.cfg"), cache_dir=None) == 0


def test_modules_are_short() -> None:
    lengths = {_name(path): len(_lines(path)) for path in MODULES}
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{_name(path)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in MODULES
        for function in _nodes(path, Function)
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


def test_templates_are_short() -> None:
    lengths = {_name(path): len(_lines(path)) for path in _templates()}
    assert {name: n for name, n in lengths.items() if n > LONGEST_TEMPLATE} == {}


def test_packages_hold_nothing_in_their_init() -> None:
    inits = (path for path in MODULES if path.name == "__init__.py")
    assert [_name(path) for path in inits if _lines(path)] == ["minutes/__init__.py"]


def test_only_the_scheduler_catches_every_error() -> None:
    catchers = {
        _name(path)
        for path in MODULES
        for handler in _nodes(path, ast.ExceptHandler)
        if _catches_everything(handler)
    }
    assert catchers <= {"minutes/scheduler.py"}


def test_only_the_clock_reads_the_time() -> None:
    readers = {
        _name(path)
        for path in MODULES
        for call in _nodes(path, ast.Call)
        if re.fullmatch(r"(.+\.)?(datetime|date)\.(now|today|utcnow)", ast.unparse(call.func))
    }
    assert readers == {"minutes/clock.py"}


def test_the_tests_use_no_mocks() -> None:
    imports = {
        _name(path): ast.unparse(node)
        for path in TESTS
        for node in _nodes(path, ast.Import | ast.ImportFrom)
        if "mock" in ast.unparse(node)
    }
    assert imports == {}


def test_pages_fetch_nothing_from_other_servers() -> None:
    pages = [*_templates(), *(ROOT / "minutes" / "static").glob("*.css")]
    fetch = re.compile(
        r"""(?:<(?:script|link|img|iframe)\b[^>]*|url\(|@import)[\s"'=(]*(?:https?:)?//"""
    )
    assert {_name(path) for path in pages if fetch.search(path.read_text("utf-8"))} == set()


@pytest.fixture(scope="module")
def whole_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application as it is put together for users; no database is made."""
    data = str(tmp_path_factory.mktemp("data"))
    return create_app(settings.from_environment({"MINUTES_DATA": data}))


def test_every_template_compiles(whole_app: Flask) -> None:
    names = whole_app.jinja_env.list_templates()
    assert "base.html" in names
    for name in names:
        whole_app.jinja_env.get_template(name)


def test_every_template_is_used(whole_app: Flask) -> None:
    sources = [*MODULES, *_templates()]
    text = "".join(path.read_text("utf-8") for path in sources)
    names = whole_app.jinja_env.list_templates()
    assert [name for name in names if f'"{name}"' not in text] == []


def test_every_view_declares_the_permission_that_it_needs(whole_app: Flask) -> None:
    silent = {
        endpoint
        for endpoint, view in whole_app.view_functions.items()
        if permission_of(view) is None
    }
    assert silent == {"static"}


class _Asked(dict[str, str]):
    """An environment that remembers which variables were asked for."""

    def __init__(self, values: dict[str, str]) -> None:
        super().__init__(values)
        self.names: set[str] = set()

    def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
        self.names.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.names.add(str(name))
        return super().__contains__(name)


def test_every_setting_is_described_in_the_readme(tmp_path: Path) -> None:
    environment = _Asked({"MINUTES_DATA": str(tmp_path)})
    settings.from_environment(environment)
    readme = (ROOT / "README.md").read_text("utf-8")
    described = set(re.findall(r"^\| `(MINUTES_\w+)`", readme, flags=re.MULTILINE))
    assert described == environment.names


def test_only_the_settings_read_the_environment() -> None:
    # The entrances hand os.environ over as a whole, and look up nothing in it.
    look_up = re.compile(r"\benviron(\.|\[)|\bgetenv\b")
    assert {_name(path) for path in MODULES if look_up.search(path.read_text("utf-8"))} == set()


@pytest.mark.parametrize("word", ["://", "--index-url", "--find-links"])
def test_the_lock_names_no_server(word: str) -> None:
    assert word not in (ROOT / "requirements.lock").read_text("utf-8")


def _templates() -> Iterator[Path]:
    return (path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"})


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _nodes(path: Path, kind: Any) -> Iterator[Any]:
    return (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, kind))


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    caught = ast.unparse(handler.type) if handler.type else "BaseException"
    return re.search(r"\b(Base)?Exception\b", caught) is not None
