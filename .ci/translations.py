"""Brings the catalogue of English texts up to what the code and the templates say.

Collects every Swedish text that is marked, adds those that the catalogue lacks with an empty
translation, takes away those that are gone, and compiles. Prints what has no translation.
"""

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "minutes" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
# What stands around a text in Python; the errors, whose first argument is a text, come to these.
MARKS = {"N_", "_", "lazy_gettext"}
# In templates: the places of the text and of its form for several.
CALLS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "counted": (2, 3)}
OPTIONS = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}

# Read at start, and said on the command line.
NEVER_ON_A_PAGE = {
    "cli.py",
    "mailboxes.py",
    "server_addresses.py",
    "settings.py",
    "transports.py",
}
HEADER = "# The English texts of Minutes. Made by `make translations`, translated by hand."
WHEN = datetime(2026, 1, 1, tzinfo=UTC)  # always the same, so that only texts change in the file

Message = str | tuple[str, str]


def of_templates() -> Iterator[Message]:
    """The texts of the templates, but of those that are a Swedish mail or document."""
    for path in sorted((ROOT / "templates").rglob("*.html")):
        if path.parent.name == "mails":
            continue
        with path.open("rb") as file:
            for _line, call, found, _comments in babel_extract(file, list(CALLS), [], OPTIONS):
                texts = found if isinstance(found, tuple) else (found,)
                places = CALLS[call] or (1,)
                wanted = [texts[place - 1] for place in places]
                if all(isinstance(text, str) for text in wanted):
                    yield (wanted[0], wanted[1]) if len(wanted) == 2 else wanted[0]


def of_code() -> Iterator[Message]:
    """The texts of the program: those that are marked, and what its errors say."""
    trees = [ast.parse(path.read_text("utf-8")) for path in _modules()]
    marks = MARKS | errors(trees)
    for tree in trees:
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Name) and call.func.id in marks:
                texts = [arg.value for arg in call.args if _is_text(arg)]
                if texts and _is_text(call.args[0]):
                    yield (texts[0], texts[1]) if len(texts) == 2 else texts[0]


def _modules() -> Iterator[Path]:
    for path in sorted((ROOT / "minutes").rglob("*.py")):
        if path.parent.name not in {"commands", "rules"} and path.name not in NEVER_ON_A_PAGE:
            yield path


def errors(trees: list[ast.Module]) -> set[str]:
    """The names of the errors whose text is for the user."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = {"MinutesError"}
    while True:
        heirs = {each.name for each in classes if {ast.unparse(b) for b in each.bases} & found}
        if heirs <= found:
            return found
        found |= heirs


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def extracted() -> Catalog:
    """A catalogue of every text, without translations."""
    catalogue = Catalog(domain="messages")
    for message in {*of_templates(), *of_code()}:
        catalogue.add(message)
    return catalogue


def kept() -> Catalog:
    """The catalogue as it stands."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en", domain="messages")


def brought_up(catalogue: Catalog, texts: Catalog) -> Catalog:
    """The texts, with the translations that the catalogue has for them."""
    result = Catalog(locale="en", creation_date=WHEN, revision_date=WHEN, header_comment=HEADER)
    for message in texts:
        old = catalogue.get(message.id) if message.id else None
        same = old is not None and old.pluralizable == message.pluralizable
        if message.id:
            result.add(message.id, old.string if old is not None and same else None)
    return result


def write(catalogue: Catalog) -> None:
    """Both files."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=96, no_location=True, sort_output=True)
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def is_translated(string: str | tuple[str, ...]) -> bool:
    """Whether there is an English text, in both forms where there are two."""
    return all(string) if isinstance(string, tuple) else bool(string)


def main() -> int:
    """Write both files; 1 where a text has no translation yet."""
    catalogue = brought_up(kept(), extracted())
    write(catalogue)
    missing = [each.id for each in catalogue if each.id and not is_translated(each.string)]
    for text in missing:
        sys.stdout.write(f"Without English: {text}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
