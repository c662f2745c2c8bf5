"""Learn the weights of `minutes/recognition/rules/actions/resemblance.py` from annotated minutes.

    .venv/bin/python .ci/learn_resemblance.py FOLDER...

A folder holds `documents/` and, for each of them, `gold/NAME.json`: {"document": "NAME.txt",
"actions": [{"quote": "…", "optional": true or absent}], "is_minutes": …}. Needs scikit-learn, which
is no part of the environment: it is wanted only here (`pip install scikit-learn`).
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from minutes.reading.documents import read_document
from minutes.recognition import statements
from minutes.recognition.engine import recognise
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.modes import Mode
from minutes.recognition.rules.actions.resemblance import WEIGHTS, marks
from tests.recognition import views
from tests.recognition.case_files import CASES, cases_in

FEWEST = 6  # organisations in whose minutes a mark must stand
SMALLEST = 0.05  # a weight below it says nothing
TIMES = 4  # each refused look-alike counts: it is known not to be one
SHARE = 0.6  # of the words of a sentence, or of a quote, that the other must hold

Example = tuple[str, frozenset[str], bool]  # where it stands, its marks, whether it is an action
Heard = tuple[str, frozenset[str], float]  # a sentence, its marks, how sure the rules are of it
heard: list[Heard] = []


class Listening(statements._Walk):
    """Walks as recognition does, and keeps each sentence with its marks."""

    def _take_sentence(self, sentence: Sentence, mode: Mode) -> None:
        before = len(self.found.actions)
        super()._take_sentence(sentence, mode)
        if mode is not Mode.PROPOSALS and not self.in_english:
            sure = max((each.confidence for each in self.found.actions[before:]), default=0.0)
            stands = {"listed": mode is Mode.ACTIONS, "decided": mode is Mode.DECISIONS}
            heard.append((sentence.text, marks(sentence, self._roster, **stands), sure))

    def _resembles(self, sentence: Sentence, mode: Mode, above: float) -> None:
        """The rules alone are heard."""


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def is_of(sentence: str, quotes: list[str]) -> bool:
    """Whether the sentence is one of the quotes, or mostly so."""
    said = words(sentence)
    for quote in map(words, quotes):
        common = (said & quote).total()
        shares = common / max(1, said.total()), common / max(1, quote.total())
        if max(shares) >= SHARE and min(shares) >= SHARE / 2:
            return True
    return False


def _whose(file: Path) -> str:
    """Of which organisation it is, by the name of its file: a mark of one body is none."""
    return re.sub(r"[\d_.-]+|page|forum", "", file.stem)[:9]


def annotated(folder: Path) -> Iterator[Example]:
    """Each sentence of the folder's minutes: (document, its marks, whether it is an action)."""
    for answers in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(answers.read_text(encoding="utf-8"))
        if not gold.get("is_minutes", True):
            continue
        file = folder / "documents" / gold["document"]
        heard.clear()
        recognise(read_document(file.name, file.read_bytes()), filename=file.name, are_minutes=True)
        actions = gold.get("actions", [])
        wanted = [each["quote"] for each in actions if not each.get("optional")]
        disputed = [each["quote"] for each in actions if each.get("optional")]
        for text, found, _ in heard:
            if is_of(text, wanted):
                yield _whose(file), found, True
            elif not is_of(text, disputed):
                yield _whose(file), found, False


def invented() -> Iterator[Example]:
    """What the cases of the tests refuse: look-alikes that the rules know better."""
    for file in sorted(CASES.glob("*.md")):
        for case in cases_in(file.stem):
            heard.clear()
            if view := views.VIEWS.get(case.stated("Visar")):  # those of open.md are not right yet
                views.shown(case, view)
            for _, found, sure in heard:
                if not sure:
                    yield f"{file.stem}: {case.title}", found, False


def main(folders: list[Path]) -> None:
    statements._Walk = Listening
    every = [each for folder in folders for each in annotated(folder)]
    refused = list(invented())
    every += refused * TIMES
    bodies = defaultdict(set)
    for body, found, _ in every:
        for mark in found:
            bodies[mark].add(body)
    known = {mark for mark, whose in bodies.items() if len(whose) >= FEWEST}
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(found & known, 1) for _, found, _ in every])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=0.5, solver="liblinear", fit_intercept=False)
    model.fit(matrix, [action for _, _, action in every])
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    rows = [
        f"{weight:.2f}\t{mark}"
        for mark, weight in sorted(weights.items())
        if abs(weight) >= SMALLEST
    ]
    WEIGHTS.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(every)} sentences, {sum(e[2] for e in every)} actions, {len(rows)} weights")


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
