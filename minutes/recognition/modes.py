"""What the lines of the text are taken for, by the label or lead-in that they stand under."""

import re
from enum import StrEnum

from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.labels import is_section_label
from minutes.recognition.rules.decisions import opens_decisions, opens_proposals

_ACTION_LABEL = re.compile(
    r"^(?:åtgärd(?:er|slista)?|att\s+göra|to\s?-?do|action\s*(?:points?|items?)|(?:outcomes?\s+and\s+)?assignments?(?:\s*\([^)]*\))?|next\s+steps|nästa\s+steg|aktivitetslista|uppgifter|uppdrag|ap)\s*:?$",
    re.IGNORECASE,
)
_ATT = re.compile(r"^a\s?t\s?t\s", re.IGNORECASE)  # also letter-spaced


class Mode(StrEnum):
    """What the lines here are taken for."""

    TEXT = "text"
    DECISIONS = "decisions"
    PROPOSALS = "proposals"
    ACTIONS = "actions"


class Modes:
    """The present mode, moved on by each block of the text in its order."""

    def __init__(self) -> None:
        self.mode = Mode.TEXT
        self._lead_only = False  # the mode came from a lead-in and lasts as long as its list
        self._in_list = False
        self._of_paragraphs = False
        self._of_att = (
            False  # the list is of att-clauses without bullets; a bullet is no more of it
        )
        self._after_att = False  # the lead-in ended with "att", so that its clauses need none

    def enter_item(self, title: str) -> None:
        """A new item begins afresh; one that is headed "Att göra" is a list of actions."""
        self.mode = Mode.ACTIONS if _ACTION_LABEL.match(title) else Mode.TEXT
        self._lead_only = False

    def _leave_clauses(self, block: Block) -> None:
        """Under a heading "Beslut" the decision ends with its last att-clause."""
        if _ATT.match(block.text):
            self._of_att = True
        elif self._of_att and block.kind is not BlockKind.LIST_ITEM and self.mode is Mode.DECISIONS:
            self.mode, self._of_att = Mode.TEXT, False

    def is_label(self, block: Block) -> bool:
        """Whether the block is a label, which then rules what follows."""
        text = block.text.strip()
        if _ACTION_LABEL.match(text):
            self.mode, self._lead_only = Mode.ACTIONS, False
            return True
        if not is_section_label(text):
            return False
        # "Beslut:" leads in one list; a heading "Beslut" rules until the next one.
        self._lead_only = text.endswith(":") and block.kind is not BlockKind.HEADING
        self._in_list = self._of_att = False
        if opens_proposals(text):
            self.mode = Mode.PROPOSALS
        else:
            self.mode = Mode.DECISIONS if opens_decisions(text) else Mode.TEXT
        return True

    def enter_list(self, block: Block) -> None:
        """After a lead-in ("Styrelsen beslutade:") its list is decisions, or proposals."""
        self._after_att = self._lead_only and (
            self._after_att or block.text.rstrip().endswith(" att")
        )
        if opens_decisions(block.text):
            self.mode, self._lead_only, self._in_list = Mode.DECISIONS, True, False
            self._of_att = False
            self._after_att = block.text.rstrip().endswith(" att")
        elif opens_proposals(block.text):
            self.mode, self._lead_only, self._in_list = Mode.PROPOSALS, True, False

    def leave_list(self, block: Block) -> None:
        """A lead-in's list ends with the first line that is neither bullet nor att-clause.

        Where neither follows, the short paragraphs right after the lead-in are its list.
        """
        if not self._lead_only:
            self._leave_clauses(block)
            return
        att = bool(_ATT.match(block.text))
        listed = att or (block.kind is BlockKind.LIST_ITEM and not self._of_att)
        self._of_att = self._of_att or (att and not block.marker)
        listed = listed or (self._after_att and block.text[:1].islower())
        words = len(block.text.split())
        short = words < 16 and block.text.rstrip().endswith((".", ";")) and words > 1
        told = re.match(r"\w+ (?:är|var|tackar|tackade|undrar|undrade|tycker|har)\b", block.text)
        short = short and not told
        leads = opens_decisions(block.text) or opens_proposals(block.text)
        if listed:
            self._in_list, self._of_paragraphs = True, False
        elif (
            leads
            or (self._in_list and not (self._of_paragraphs and short))
            or (not self._in_list and not short and words < 4)
        ):
            self.mode, self._lead_only = Mode.TEXT, False
        else:
            self._of_paragraphs = short if not self._in_list else self._of_paragraphs
            self._in_list = True
