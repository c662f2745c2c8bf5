"""What the lines of the text are taken for, by the label or lead-in that they stand under."""

import re
from collections.abc import Callable, Collection
from enum import StrEnum

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind, Source
from minutes.recognition.language.vocabulary import ELECTS
from minutes.recognition.layout.labels import is_section_label
from minutes.recognition.rules.actions.action_items import TICKED_BOXES
from minutes.recognition.rules.actions.english_heads import heads_english_actions
from minutes.recognition.rules.actions.table_heads import heads_rows
from minutes.recognition.rules.actions.task_lists import heads_tasks
from minutes.recognition.rules.decisions.clauses import not_operative
from minutes.recognition.rules.decisions.elections import constitutes, elects, is_office_with_name
from minutes.recognition.rules.decisions.leads import (
    DECIDED,
    may_lead,
    opens_decisions,
    opens_proposals,
)
from minutes.recognition.rules.sections import Section, section_of, settles

_ACTION_LABEL = regex(
    r"^(?:åtgärd(?:er|slista|spunkter|spunkt)?(?:\s+(?:till|inför|före)\s+.{3,30})?|att[\s-]+göra(?:[\s-]?lista\w*)?(?:\s+(?:till|inför|före)\s+.{3,30})?|(?:arbets|hem)?(?:uppgifter|läxor)(?:\s+(?:till|inför|före)\s+.{3,30})?|(?:outcomes?\s+and\s+)?assignments?(?:\s*\([^)]*\))?|nästa\s+steg|aktivitetslista|aktiviteter|uppdrag|ap|(?:vad|vem)\s+(?:(?:ska|skall|behöver|måste)\s+(?:vi\s+)?göra(?:s)?|gör\s+vad|gör\s+vi)(?:\s+(?:vad))?(?:\s+(?:till|tills|inför|före|innan)\s+.{3,30}|\s+härnäst|\s+nu)?\??)\s*:?$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 90  # characters
_LONGEST_LINE = 80  # characters of a task that stands on a line of its own
BOXES = frozenset("☐□") | TICKED_BOXES
# The first two letters of all that `_ACTION_LABEL` and `heads_rows` find.
_LABELS_BEGIN = frozenset(("# ", *"åt at ar he up lä to ac ou as ne nä ak ap nr va är".split()))
_ATT = regex(r"^a\s?t\s?t\s", re.IGNORECASE)  # also letter-spaced


_ACTION_LEAD = regex(
    r"\b(?:ska|skall|måste|behöver)\s+(?:vi\s+|nu\s+)*(?:göras?|ordnas?|fixas?|åtgärdas?)(?:\s+(?:följande|detta|inom\s+kort|snarast|(?:före|innan|till|inför)\s+\w+))?\s*:$"
    r"|\bföljande\s+(?:saker\s+|punkter\s+|arbeten\s+|åtgärder\s+)?(?:ska|skall|måste|behöver)\s+(?:göras|ordnas|åtgärdas|fixas|utföras)\s*:?$"
    r"|\b(?:följande|dessa|detta)\s+(?:\w+\s+)?(?:kvarstår|återstår|är\s+kvar)(?:\s+att\s+göra)?\s*:$"
    r"|\bföljande\s+(?:\w+\s+)?(?:görs|ordnas|åtgärdas|fixas|utförs)\s*:$"
    r"|\b(?:för)?delar\s(?:upp\s)?(?:\w*uppgifter\w*|arbetet|jobbet|sysslorna)\s(?:så\shär|enligt\sföljande|på\sföljande\ssätt)\s*:$",
    re.IGNORECASE,
)


def heads_actions(text: str) -> bool:
    """Whether a label or a title says that what is to be done stands below it: "Att göra"."""
    return heads_english_actions(text) or (_may_label(text) and bool(_ACTION_LABEL.match(text)))


def _may_label(text: str) -> bool:
    begins = text[:12].casefold()
    clause = begins.startswith("att ") and "gö" not in begins  # and no "att göra"
    return not clause and begins[:2] in _LABELS_BEGIN


def leads_in_actions(text: str) -> bool:
    """Whether a list of what to do follows: "Till städdagen ska vi göra följande:"."""
    stripped = text.rstrip()
    may_lead = stripped.endswith(":") or "öljande" in stripped
    return may_lead and bool(_ACTION_LEAD.search(stripped))


def _is_sentence(text: str) -> bool:
    """Whether it is longer than any label and ends as none does; most blocks are."""
    return (
        len(text) > _LONGEST_LABEL
        and text.endswith(".")
        and ":" not in text
        and text[:1] not in "dD"  # "Deltar ej i beslutet på grund av jäv …" is a label
    )


# "Nämnden föreslår kommunfullmäktige besluta att"
_UPWARD = regex(r"(?:[\w-]+\s+){1,5}?föreslår\s+[\w\s-]{3,40}\sbesluta\b", re.IGNORECASE)


# "Bo tycker att det räcker": no paragraph of a list.
_TELLS = regex(r"\w+ (?:är|var|tackar|tackade|undrar|undrade|tycker|har)\b")
# Labels of what stands below a decision; as titles of items some of them are none.
_AFTER_DECISION = regex(
    r"(?:ärendet|beskrivning|redogörelse|inledning|information|föredragning|överväganden|bedömning|konsekvenser|ekonomi|tidplan|lagrum|bilag(?:a|or)"
    r"|(?:\w+s\s+)(?:bedömning|synpunkter|överväganden|yttrande|beredning)|(?:ekonomiska|rättsliga|tidigare)\s+\w+|muntlig\w*\s+\w+|barn\w*(?:konsekvens|perspektiv)\w*|dagens\s+sammanträde|upplysningar?|underrättelse\w*|handlingar|underlag|beslutsunderlag|motivering(?:ar)?|skäl(?:en)?(?:\s+för\s+beslutet)?|yrkanden?|reservation(?:er)?|expediering|delges)\s*:?",
    re.IGNORECASE,
)


# An item that holds nothing else: "Beslut", "Dagens beslut".
_DECISIONS_TITLE = regex(
    r"(?:(?:fattade|tagna|mötets|dagens)\s+)?beslut(?:\s+(?:på|under)\s+mötet)?|beslutslogg|beslutslista|decisions?(?:\s+(?:made|taken|reached))?\W*",
    re.IGNORECASE,
)


class Mode(StrEnum):
    """What the lines here are taken for."""

    TEXT = "text"
    DECISIONS = "decisions"
    PROPOSALS = "proposals"
    ACTIONS = "actions"


class Modes:
    """The present mode, moved on by each block of the text in its order."""

    def __init__(self, shared: Collection[Source], is_task: Callable[[str], bool]) -> None:
        self.mode = Mode.TEXT
        self._shared = shared  # the lines of lists that share out tasks
        self._is_task = is_task
        self._right_below = False  # a label of tasks, where a paragraph may be one as well
        self._next_line = 0  # where such a line would go on; 0 right below the label
        self._until_next = False  # under "Till nästa gång", where not everything is a task
        self.is_told_again = False  # under "Beslutsgång" stands how the decision came about
        self.rows = False  # each block is the row of a table of actions that lost its columns
        self.mixed = False  # the list is of results as well
        self.elects = False  # the item fills offices, or a lead-in to a list of them stands above
        self.section = Section.ANYTHING
        self._lead_only = False  # the mode came from a lead-in and lasts as long as its list
        self._in_list = False
        self._of_paragraphs = False
        self._of_bullet = -1  # the level of a bullet that is a label, and rules those within it
        self._leads_flat = False  # it rules those that follow, too, where nothing stands within it
        self._of_att = (
            False  # the list is of att-clauses without bullets; a bullet is no more of it
        )
        self._after_att = False  # the lead-in ended with "att", so that its clauses need none

    def enter_item(self, title: str) -> None:
        """A new item begins afresh; one that is headed "Att göra" is a list of actions."""
        self.mode, self._of_bullet = Mode.ACTIONS if heads_actions(title) else Mode.TEXT, -1
        self._until_next = self.mode is Mode.TEXT and heads_tasks(title)
        if _DECISIONS_TITLE.fullmatch(title):
            self.mode = Mode.DECISIONS
        self.rows, self.mixed = False, "outcomes" in title.casefold()
        self._lead_only = self.is_told_again = False
        self.section = section_of(title)
        self.elects = elects(title) or constitutes(title)

    def mode_of(self, block: Block) -> Mode:
        """What the block is taken for, by its own sign or the list that it stands in too."""
        if block.marker in BOXES or (self._shared and block.source in self._shared):
            return Mode.ACTIONS
        if block.marker and self.mode is Mode.TEXT and settles(block.text, self.section):
            return Mode.DECISIONS
        decided = "beslut" in block.text
        below = block.marker or (self._right_below and not decided)
        listed = self._until_next and below and self.mode is Mode.TEXT
        return Mode.ACTIONS if listed and self._is_task(block.text) else self.mode

    def is_whole(self, block: Block) -> bool:
        """Whether the block is one action however many sentences it has."""
        if self.rows and self.mode is Mode.ACTIONS:
            return True
        if block.marker in BOXES and self.mode_of(block) is Mode.ACTIONS:
            return True
        return bool(self._shared) and block.source in self._shared

    def is_listed(self, block: Block) -> bool:
        """Whether the block is one of a list, or stands right below a label of tasks."""
        return not self.mixed and (self.rows or bool(block.marker) or self._right_below)

    def _leave_clauses(self, block: Block) -> None:
        """Under a heading "Beslut" the decision ends with its last att-clause."""
        if block.text[:1] in "aA" and _ATT.match(block.text):
            self._of_att = True
        elif self._of_att and block.kind is not BlockKind.LIST_ITEM and self.mode is Mode.DECISIONS:
            self.mode, self._of_att = Mode.TEXT, False

    def is_label(self, block: Block) -> bool:
        """Whether the block is a label, which then rules what follows."""
        text = block.text.strip()
        self._leave_bullet(block)
        if _is_sentence(text):
            return False
        if heads_actions(text) or (_may_label(text) and heads_rows(text)):
            self.mode, self._lead_only = Mode.ACTIONS, False
            self.rows, self.mixed = heads_rows(text), "outcomes" in text.casefold()
            self._of_bullet = block.level if block.kind is BlockKind.LIST_ITEM else -1
            self._leads_flat = text.endswith(":")
            self._in_list = self._until_next = False
            return True
        ends = text.endswith(".")  # as no label does
        if not block.marker and text.endswith(":"):
            self.section = section_of(text)
        if not block.marker and heads_tasks(text):
            self.mode, self._until_next, self._lead_only = Mode.TEXT, True, False
            self._right_below, self._next_line = text.endswith((":", "?")), 0
            return True
        if self.mode is Mode.DECISIONS and not ends and _AFTER_DECISION.fullmatch(text):
            self.mode = Mode.TEXT
            return True
        if not is_section_label(text) or ("val" in text and ELECTS.search(text)):
            self._until_next = self._until_next and bool(block.marker or not text.endswith(":"))
            return False
        self._until_next = False
        if self.elects and is_office_with_name(text):
            return False
        self.is_told_again = text.casefold().startswith(("beslutsgång", "proposition"))
        # "Beslut:" leads in one list; a heading "Beslut" rules until the next one.
        self._lead_only = block.kind is not BlockKind.HEADING and text.endswith((":", *DECIDED))
        self._in_list = self._of_att = False
        if opens_proposals(text):
            self.mode = Mode.PROPOSALS
        else:
            self.mode = Mode.DECISIONS if opens_decisions(text) else Mode.TEXT
        return True

    def _leave_bullet(self, block: Block) -> None:
        """A label that is a bullet itself, "- Att göra", rules those within it."""
        if self._of_bullet < 0:
            return
        if block.kind is BlockKind.LIST_ITEM and block.level > self._of_bullet:
            self._leads_flat = False
            return
        if not self._leads_flat:
            self.mode = Mode.TEXT
        self._of_bullet = -1

    def enter_list(self, block: Block) -> None:
        """After a lead-in ("Styrelsen beslutade:") its list is decisions, or proposals."""
        # A line without a bullet may be followed by more such lines.
        line = self._right_below and not block.marker and len(block.text) < _LONGEST_LINE
        self._right_below = line and self._is_task(block.text)
        self._next_line = block.source.last_line + 1 if self._right_below else 0
        self._after_att = self._lead_only and (
            self._after_att or block.text.rstrip().endswith(" att")
        )
        self.elects = self.elects or constitutes(block.text)
        if not may_lead(block.text) and not self._proposes_upward(block.text):
            return
        if opens_decisions(block.text):
            self.mode, self._lead_only, self._in_list = Mode.DECISIONS, True, False
            self._of_att = False
            self._after_att = block.text.rstrip().endswith(" att")
        elif self._proposes_upward(block.text):
            self._lead_only, self._in_list = True, False
        elif opens_proposals(block.text):
            self.mode, self._lead_only, self._in_list = Mode.PROPOSALS, True, False
        elif leads_in_actions(block.text):
            self.mode, self._lead_only, self._in_list = Mode.ACTIONS, True, False

    def _proposes_upward(self, text: str) -> bool:
        """Under "Beslut" what the body proposes that a higher one decides is what it settles."""
        may = self.mode is Mode.DECISIONS and "föreslår" in text.casefold()
        return may and bool(_UPWARD.match(text))

    def leave_list(self, block: Block) -> None:
        """A lead-in's list ends with the first line that is neither bullet nor att-clause.

        Where neither follows, the short paragraphs right after the lead-in are its list.
        """
        if self._next_line and self._next_line != block.source.first_line:
            self._right_below = False
        if self.rows and self._in_list and not block.marker:
            self.mode, self.rows = Mode.TEXT, False
        elif self.rows:
            self._in_list = bool(block.marker)
        if not self._lead_only:
            self._leave_clauses(block)
            return
        att = bool(_ATT.match(block.text))
        listed = att or (block.kind is BlockKind.LIST_ITEM and not self._of_att)
        self._of_att = self._of_att or (att and not block.marker)
        if listed or (self._after_att and block.text[:1].islower()):
            self._in_list, self._of_paragraphs = True, False
            return
        words = len(block.text.split())
        short = words < 16 and block.text.rstrip().endswith((".", ";")) and words > 1
        short = short and not _TELLS.match(block.text) and not not_operative(block.text)
        leads = opens_decisions(block.text) or opens_proposals(block.text)
        leads = leads and not self._proposes_upward(block.text)
        if (
            leads
            or (self._in_list and not (self._of_paragraphs and short))
            or (not self._in_list and not short and words < 4)
        ):
            self.mode, self._lead_only = Mode.TEXT, False
        else:
            self._of_paragraphs = short if not self._in_list else self._of_paragraphs
            self._in_list = True
