"""Expressions that are compiled late, and that all of ours are expressions at all."""

import gc
import importlib
import pkgutil
import re

import pytest

import minutes.recognition
from minutes.expressions import Expression, regex


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


def test_every_expression_of_recognition_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(minutes.recognition.__path__, "minutes.recognition."):
        importlib.import_module(module.name)
    ours = [
        each for each in gc.get_objects() if isinstance(each, Expression) and each.pattern != "("
    ]
    assert len(ours) > 500
    for each in ours:
        assert each.compiled.pattern == each.pattern
