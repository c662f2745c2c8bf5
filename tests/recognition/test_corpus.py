"""The five real documents that the product was conceived for are read right.

They are real minutes and no part of the repository; where they are not at hand, set
MINUTES_CORPUS to the folder with score.py, documents/ and gold/.
"""

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.contract import as_contract
from minutes.recognition.engine import recognise

BESIDE = Path(__file__).parents[3] / "shared" / "corpus"
CORPUS = Path(os.environ.get("MINUTES_CORPUS", BESIDE))
GOALS = {
    "actions": 0.9,
    "owners": 0.9,
    "decisions": 0.75,
    "attendance": 0.95,
    "items": 0.9,
    "ahead": 0.9,
    "header": 0.95,
    "grounded": 1.0,
}
FIRST_FIVE = ("000", "001", "002", "003", "004")

pytestmark = pytest.mark.skipif(
    not (CORPUS / "score.py").is_file(),
    reason=f"the corpus of real minutes is not at {CORPUS}; see MINUTES_CORPUS",
)


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def totals() -> dict[str, Any]:
    """The scorer's own sums over the five documents."""
    score = _scorer()
    sums: dict[str, Any] = {}
    for answer in sorted((CORPUS / "gold").glob("*.json")):
        if answer.stem[:3] not in FIRST_FIVE:
            continue
        gold = json.loads(answer.read_text(encoding="utf-8"))
        path = CORPUS / "documents" / gold["document"]
        data = path.read_bytes()
        found = as_contract(recognise(read_document(path.name, data), filename=path.name))
        fields, _ = score.score_document(found, gold, data.decode())
        for field, part in fields.items():
            sums.setdefault(field, type(part)()).add(part)
    return sums


@pytest.mark.parametrize("field", GOALS)
def test_the_goal_of_the_field_is_reached(totals: dict[str, Any], field: str) -> None:
    part = totals[field]
    reached = part.f1 if hasattr(part, "f1") else part.value
    assert reached is not None
    assert reached >= GOALS[field]
