"""Expressions that are compiled late, and that all of ours are expressions at all."""

import gc
import importlib
import pkgutil
import re
from collections.abc import Sequence
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import minutes.recognition
from minutes.expressions import Expression, is_anchored, regex


def test_an_expression_answers_as_the_compiled_one() -> None:
    late, ours = regex(r"(?P<day>\d+) maj", re.IGNORECASE), "Den 3 MAJ och 4 maj"
    at_once = re.compile(r"(?P<day>\d+) maj", re.IGNORECASE)
    assert (late.pattern, late.flags) == (at_once.pattern, at_once.flags)
    found = late.search(ours)
    assert found
    assert found["day"] == "3"
    assert late.match(ours) is None
    assert late.match(ours, 4)
    assert late.fullmatch("5 maj")
    assert [match.group() for match in late.finditer(ours)] == ["3 MAJ", "4 maj"]
    assert late.findall(ours) == at_once.findall(ours)
    assert late.split(ours) == at_once.split(ours)
    assert late.sub("idag", ours) == "Den idag och idag"
    assert late.subn("idag", ours) == at_once.subn("idag", ours)


def test_a_wrong_expression_is_told_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("maj")


def _ours() -> list[Expression]:
    for module in pkgutil.walk_packages(minutes.recognition.__path__, "minutes.recognition."):
        importlib.import_module(module.name)
    found = [
        each for each in gc.get_objects() if isinstance(each, Expression) and each.pattern != "("
    ]
    assert len(found) > 500
    return found


def test_every_expression_of_recognition_can_be_compiled() -> None:
    for each in _ours():
        assert each.compiled.pattern == each.pattern


def test_an_expression_of_the_beginning_answers_as_the_compiled_one() -> None:
    late, at_once = regex(r"^(?:maj|juni)|^den \d"), re.compile(r"^(?:maj|juni)|^den \d")
    for text in ("maj och maj", "den 3 maj", "i maj", "", "\nmaj"):
        assert bool(late.search(text)) is bool(at_once.search(text))
        assert late.sub("idag", text) == at_once.sub("idag", text)
    assert regex("^maj", re.MULTILINE).search("juni\nmaj")


def test_an_expression_is_told_to_be_of_the_beginning_where_it_is() -> None:
    ours = _ours()
    found = [each for each in ours if is_anchored(each.pattern)]
    assert len(found) > 50
    assert found == [each for each in ours if _begins(parser.parse(each.pattern, each.flags))]
    for source in ("^a|b", "(?:^a|b)", "^[|]|b", r"^a\||b", "^(?:a|b)c|d", "a"):
        assert not is_anchored(source)


def _begins(nodes: Sequence[tuple[Any, Any]]) -> bool:
    """Whether what was parsed begins with "^" in each alternative."""
    what, value = nodes[0] if nodes else (None, None)
    if what is kind.SUBPATTERN:
        return _begins(value[-1])
    if what is kind.BRANCH:
        return all(map(_begins, value[1]))
    return what is kind.AT and value is kind.AT_BEGINNING
