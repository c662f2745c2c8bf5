"""What the secretary of a body corrects again and again, and doing it beforehand. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from minutes.review.contents import Proposal
from minutes.review.corrections import CONVERTIBLE, as_kind
from minutes.review.matching import folded
from minutes.review.tables import DraftFinding, FindingKind, FindingState, RuleKind

TWICE = 2
REFUSED = "refused"
BY_RULE = "Organets regel."
KIND_WORDS = {"action": "åtgärd", "decision": "beslut", REFUSED: "avvisat"}


@dataclass(frozen=True, slots=True)
class Habit:
    """A correction: what was proposed, and what it became."""

    kind: RuleKind
    said: str
    becomes: str

    @property
    def words(self) -> str:
        """The rule in a sentence."""
        if self.kind is RuleKind.OWNER:
            return f"Ansvarig ”{self.said}” skrivs som {self.becomes}."
        was, _, reason = self.said.partition(":")
        if self.becomes == REFUSED:
            return f"Förslag till {KIND_WORDS[was]} av skälet ”{reason}” avvisas."
        return f"Förslag till {KIND_WORDS[was]} av skälet ”{reason}” är {KIND_WORDS[self.becomes]}."


def habits(findings: Iterable[DraftFinding]) -> list[Habit]:
    """The corrections made twice or more to what was proposed, and never otherwise.

    `findings` are those of the body's drafts; what nobody has judged tells nothing.
    """
    seen: dict[tuple[RuleKind, str], Counter[str]] = defaultdict(Counter)
    for finding in findings:
        if finding.state in (FindingState.ACCEPTED, FindingState.REFUSED):
            for kind, said, becomes in _told(finding):
                seen[kind, said][becomes] += 1
    return [
        Habit(kind, said, becomes)
        for (kind, said), outcomes in seen.items()
        for becomes, times in outcomes.items()
        if len(outcomes) == 1 and times >= TWICE and not _is_as_proposed(kind, said, becomes)
    ]


def applied(proposals: Sequence[Proposal], rules: Sequence[Habit]) -> tuple[Proposal, ...]:
    """The proposals as the body's rules want them, each with the rule in its reason."""
    known = {(rule.kind, rule.said): rule.becomes for rule in rules}
    return tuple(_ruled(each, known) for each in proposals) if known else tuple(proposals)


def _told(finding: DraftFinding) -> Iterable[tuple[RuleKind, str, str]]:
    was = finding.recognised_kind or finding.kind
    if was not in CONVERTIBLE or finding.kind not in CONVERTIBLE or not finding.reason:
        return
    refused = finding.state is FindingState.REFUSED
    said = _said(was, finding.reason)
    yield RuleKind.KIND, said, REFUSED if refused else finding.kind.value
    proposed = _owner(finding.recognised or finding.content)
    if refused or not proposed or finding.kind is not FindingKind.ACTION:
        return
    owners = finding.content["owners"]
    if len(owners) == 1:
        yield RuleKind.OWNER, proposed, owners[0]


def _said(kind: FindingKind, reason: str) -> str:
    return f"{kind.value}:{reason}"


def _owner(content: Mapping[str, Any]) -> str:
    """The one owner as proposed, or else the words that stand for one."""
    owners = list(content.get("owners") or [])
    if not owners:
        return str(content.get("owner_text") or "")
    return str(owners[0]) if len(owners) == 1 else ""


def _is_as_proposed(kind: RuleKind, said: str, becomes: str) -> bool:
    if kind is RuleKind.OWNER:
        return folded(said) == folded(becomes)
    return said.partition(":")[0] == becomes


def _ruled(proposal: Proposal, known: Mapping[tuple[RuleKind, str], str]) -> Proposal:
    if proposal.kind not in CONVERTIBLE:
        return proposal
    becomes = known.get((RuleKind.KIND, _said(proposal.kind, proposal.reason)))
    owner = known.get((RuleKind.OWNER, _owner(proposal.content)))
    if becomes is None and owner is None:
        return proposal
    kind, content = proposal.kind, dict(proposal.content)
    if owner is not None and kind is FindingKind.ACTION:
        content["owners"] = [owner]
    if becomes not in (None, REFUSED):
        kind = FindingKind(becomes)
        content = as_kind(kind, content)
    return proposal.model_copy(
        update={
            "kind": kind,
            "content": content,
            "reason": f"{BY_RULE} {proposal.reason}"[:300],
            "refused": becomes == REFUSED,
        }
    )
