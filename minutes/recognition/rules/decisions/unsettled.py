"""What was proposed in an item, until it is seen whether a decision follows there."""

import re
from dataclasses import dataclass, field, replace

from minutes.expressions import regex
from minutes.reading.blocks import Source
from minutes.recognition.findings import Decision, Refusal, RefusedKind
from minutes.recognition.language.sentences import Sentence, tidy
from minutes.recognition.rules.decisions.english import MOVED, PASSED
from minutes.recognition.rules.decisions.reasons import PROPOSED
from minutes.recognition.rules.decisions.references import meant, says_above

_DAY_FIRST = regex(r"\W*\d")
_ATT = regex(r"[Aa]tt\s?:\s")  # "Att: Bo köper färg", with "Beslut: bifall" below
_NEAR = 2  # lines
ANSWERED = "förslag som beslutet hänvisar till"
UNANSWERED = "förslag utan antecknat beslut"


_PROPOSAL_LABEL = regex(
    r"(?:[\wåäö]+s\s+)?förslag\s+till\s+[\wåäö]+\s*(?::|\s[–-])\s|att\s?:\s", re.IGNORECASE
)


def is_labelled_proposal(text: str) -> bool:
    """Whether it is only proposed: "Förslag till beslut: Bo väljs till kassör", "Att: Bo väljs"."""
    may_be = "örslag till" in text or (":" in text[3:5] and text[:3] in {"Att", "att"})
    return may_be and bool(_PROPOSAL_LABEL.match(text))


@dataclass
class Proposals:
    """The proposals of one item, in its order; `before` is the last sentence that was read."""

    item: str | None = None
    clauses: list[Sentence] = field(default_factory=list)
    before: Sentence | None = None
    _matter: Sentence | None = None  # the last that does not tell who moved it
    _answered: set[int] = field(default_factory=set)
    _decided: int | None = None  # how many of them stand before the latest decision

    def heard(self, sentence: Sentence) -> None:
        """The next sentence of the item was read."""
        self.before = sentence
        if not MOVED.match(sentence.text):
            self._matter = sentence

    def put_to_vote(self, sentence: Sentence) -> Sentence:
        """What was settled by the sentence: "Unanimously approved." is said of what stood above."""
        alone = sentence.text.strip() == sentence.block.text.strip()
        return self._matter if alone and self._matter and PASSED.match(sentence.text) else sentence

    def takes(self, sentence: Sentence) -> bool:
        """Keep what is proposed; a list of days for meetings is not put to any decision."""
        if _DAY_FIRST.match(sentence.text):
            return False
        self.clauses.append(sentence)
        return True

    def decide(self) -> None:
        """A decision stands here: it answers what was proposed before it in the item."""
        self._decided = len(self.clauses)

    def resolved(self, decision: Decision, block: str, *, refers: bool) -> Decision:
        """The decision with the words that "enligt ovan" in it `refers` to, and their lines.

        What is proposed as "Att: …" on the line above the `block` of the decision belongs to it.
        """
        before, self._decided = self._decided or 0, len(self.clauses)
        if not refers:
            return decision
        passages = meant(decision.quote, self.clauses, before)
        if not self.clauses and self.before is not None and says_above(decision.quote):
            passages = (self.before,)
        if not passages:
            return decision
        self._answered |= {id(passage) for passage in passages}
        words = "; ".join(_ATT.sub("", passage.text).strip(" .;,") for passage in passages)
        lines = [passage.source for passage in passages]
        source = Source(
            min(each.first_line for each in lines), max(each.last_line for each in lines)
        )
        last = passages[-1].source.last_line
        if _ATT.match(passages[0].text) and 0 < decision.source.first_line - last <= _NEAR:
            quoted = " ".join([*(passage.text.strip() for passage in passages), block.strip()])
            source = Source(source.first_line, decision.source.last_line)
            passed = "bifall" in decision.text.casefold()
            told = words if passed else f"{decision.text}: {words}"
            return replace(decision, quote=quoted, text=tidy(told), source=source)
        return replace(
            decision,
            text=f"{decision.text.rstrip(' .')}: {tidy(words)}",
            refers_to=source,
            reason=f"{decision.reason}; syftar på {_lines(source)}",
        )

    def closed(self) -> list[Refusal]:
        """What the proposals came to: answered by a decision of the item, or left open."""
        return [
            Refusal(
                RefusedKind.PROPOSAL if self._decided is None else RefusedKind.DECISION,
                self.item,
                clause.text.strip(),
                self._fate(clause),
                clause.source,
            )
            for clause in self.clauses
        ]

    def _fate(self, clause: Sentence) -> str:
        if self._decided is None:
            return UNANSWERED
        return ANSWERED if id(clause) in self._answered else PROPOSED


def _lines(source: Source) -> str:
    if source.first_line == source.last_line:
        return f"rad {source.first_line}"
    return f"rad {source.first_line}–{source.last_line}"
