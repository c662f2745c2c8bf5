"""Scores what was recognised in the samples against their answers, field by field."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from minutes.reading.documents import read_document
from minutes.recognition.contract import as_contract
from minutes.recognition.engine import recognise

SAMPLES = Path(__file__).parents[2] / "sample_minutes"
HEADER = ("is_minutes", "kind", "body", "date", "start", "end", "place", "chair", "secretary")
Entry = dict[str, Any]


@dataclass
class Score:
    """How many were found, missed, and found without being there."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1.0 where nothing was to be found."""
        total = 2 * self.found + self.missed + self.wrong
        return 2 * self.found / total if total else 1.0

    def add(self, other: "Score") -> None:
        """Count the other's too."""
        self.found += other.found
        self.missed += other.missed
        self.wrong += other.wrong


def words(text: str) -> list[str]:
    """The words in lower case."""
    return re.findall(r"\w+", text.casefold())


def alike(found: str, wanted: str) -> float:
    """How much two quotes overlap, 0 where they are not about the same."""
    a, b = Counter(words(found)), Counter(words(wanted))
    common = (a & b).total()
    precision, recall = common / max(a.total(), 1), common / max(b.total(), 1)
    if recall < 0.6 or precision < 0.35:
        return 0.0
    return 2 * precision * recall / (precision + recall)


def is_one_of(value: object, accepted: object) -> bool:
    """Whether the value is the accepted one, or one of them, case and signs apart."""
    for one in accepted if isinstance(accepted, list) else [accepted]:
        if value == one:
            return True
        if isinstance(value, str) and isinstance(one, str) and words(value) == words(one):
            return True
    return False


def statements(found: Sequence[Entry], wanted: Sequence[Entry]) -> tuple[Score, list[int]]:
    """The score of quotes, and for each found one the wanted one's place or -1."""
    likeness = [
        (alike(f["quote"], w["quote"]), i, j)
        for (i, f), (j, w) in product(enumerate(found), enumerate(wanted))
    ]
    pairs: dict[int, int] = {}
    for value, i, j in sorted(likeness, key=lambda one: (-one[0], one[1:])):
        if value and i not in pairs and j not in pairs.values():
            pairs[i] = j
    optional = {j for j, entry in enumerate(wanted) if entry.get("optional")}
    right = sum(j not in optional for j in pairs.values())
    missed = len(wanted) - len(optional) - right
    return Score(right, missed, len(found) - len(pairs)), [
        pairs.get(i, -1) for i in range(len(found))
    ]


def _listed(found: list[Any], wanted: Sequence[tuple[Any, bool]]) -> Score:
    """Of (accepted, optional) entries each is looked for once among the found."""
    score = Score()
    left = list(found)
    for accepted, optional in wanted:
        hit = next((one for one in left if _fits(one, accepted)), None)
        if hit is not None:
            left.remove(hit)
            score.found += not optional
        else:
            score.missed += not optional
    score.wrong = len(left)
    return score


def _fits(found: Any, accepted: Any) -> bool:
    if isinstance(accepted, tuple):
        pairs = zip(found, accepted, strict=True)
        return all(want is None or is_one_of(one, want) for one, want in pairs)
    return is_one_of(found, accepted)


def scores(found: Entry, wanted: Entry) -> dict[str, Score]:
    """The score of each field of one document."""
    result = {"actions": Score(), "owners": Score(), "due": Score(), "header": Score()}
    result["decisions"], _ = statements(found["decisions"], wanted["decisions"])
    result["actions"], pairs = statements(found["actions"], wanted["actions"])
    for action, place in zip(found["actions"], pairs, strict=True):
        for key in ("owners", "due"):
            if place >= 0 and key in wanted["actions"][place]:
                right = _same(key, action[key], wanted["actions"][place][key])
                result[key].add(Score(found=right, wrong=not right))
    result["attendance"] = _listed(
        [(e["name"], e["presence"]) for e in found["attendance"]],
        [
            ((e["name"], e.get("presence", "present")), bool(e.get("optional")))
            for e in wanted["attendance"]
        ],
    )
    result["items"] = _listed(
        [(e["number"], e["title"]) for e in found["items"]],
        [((e.get("number"), e["title"]), bool(e.get("optional"))) for e in wanted.get("items", [])],
    )
    result["ahead"] = _listed(
        [(e["date"], e["start"]) for e in found["meetings_ahead"]],
        [((e["date"], e.get("start")), bool(e.get("optional"))) for e in wanted["meetings_ahead"]],
    )
    for key in HEADER:
        if key in wanted:
            right = is_one_of(found[key], wanted[key])
            result["header"].add(Score(found=right, wrong=not right))
    return result


def _same(key: str, found: Any, wanted: Any) -> bool:
    if key == "due":
        return is_one_of(found, wanted)
    return len(found) == len(wanted) and _listed(found, [(w, False) for w in wanted]).wrong == 0


def answers() -> Iterator[Entry]:
    """The answers of all samples."""
    for path in sorted((SAMPLES / "answers").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def of_samples() -> dict[str, Score]:
    """Each field's score over all samples."""
    totals: dict[str, Score] = {}
    for wanted in answers():
        path = SAMPLES / wanted["document"]
        document = read_document(path.name, path.read_bytes())
        found = as_contract(recognise(document, filename=path.name))
        for key, score in scores(found, wanted).items():
            totals.setdefault(key, Score()).add(score)
    return totals
