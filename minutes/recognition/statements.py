"""Walks the running text sentence by sentence: decisions, actions, and refused look-alikes.

What a sentence is depends on where it stands: under "Beslut" every clause is a decision,
under "Förslag till beslut" none is, and in a list headed "Åtgärder" every line is an action.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from minutes.reading.blocks import Block
from minutes.recognition.findings import (
    DOUBTFUL,
    LIKELY,
    ActionItem,
    Decision,
    Header,
    Item,
    Refusal,
    RefusedKind,
    Statements,
)
from minutes.recognition.language.cues import cue_of_words
from minutes.recognition.language.english import is_english, speaks_english
from minutes.recognition.language.sentences import (
    Sentence,
    sentence_at,
    sentences,
    tidy,
    without_signs,
)
from minutes.recognition.layout.labels import is_labelled_cell
from minutes.recognition.layout.outline import Passage
from minutes.recognition.modes import Mode, Modes, leads_in_actions
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.action_items import action_of
from minutes.recognition.rules.actions.actions import Context, Promise, promises_in
from minutes.recognition.rules.actions.bare_promises import whole_matter
from minutes.recognition.rules.actions.english import english_promises
from minutes.recognition.rules.actions.later import (
    SPEAKS_OF_ACTION,
    changed_action,
    goes_on_about,
    owned_at_last,
)
from minutes.recognition.rules.actions.lines_together import with_lines_together
from minutes.recognition.rules.actions.may_promise import may_promise
from minutes.recognition.rules.actions.ownerless import is_errand
from minutes.recognition.rules.actions.owners import (
    PRONOUNS,
    THEY,
    Owners,
    last_told_of,
    persons_told_of,
    reporter_of,
)
from minutes.recognition.rules.actions.parts_of_people import PartsOfPeople
from minutes.recognition.rules.actions.reported_since import as_reported
from minutes.recognition.rules.actions.resemblance import resembling
from minutes.recognition.rules.actions.small_letters import begun_by_handles
from minutes.recognition.rules.actions.tables import TableRows
from minutes.recognition.rules.actions.task_lists import is_task, shared_lines
from minutes.recognition.rules.decisions.clauses import att_clauses, ends_decision, operative_start
from minutes.recognition.rules.decisions.decisions import Verdict, as_judged
from minutes.recognition.rules.decisions.leads import (
    DECIDED,
    decision_label,
    opens_decisions,
    opens_proposals,
)
from minutes.recognition.rules.decisions.own_names import own_names
from minutes.recognition.rules.decisions.reasons import EARLIER, OF_OTHER_MEETING, PROPOSED
from minutes.recognition.rules.decisions.references import refers_above
from minutes.recognition.rules.decisions.summaries import is_summary
from minutes.recognition.rules.decisions.unsettled import Proposals, is_labelled_proposal
from minutes.recognition.rules.decisions.verdicts import Place, as_told, verdict_of, without_course
from minutes.recognition.rules.decisions.watch import watch_item, watched
from minutes.recognition.rules.sections import weighed

_SHE_OR_HE, _THEY = cue_of_words(PRONOUNS), cue_of_words(THEY)


def statements(
    passages: Sequence[Passage],
    items: Sequence[Item],
    roster: Roster,
    head: Header,
    *,
    in_english: bool,
) -> Statements:
    """The decisions and actions of these passages, which are of the meeting that `head` names."""
    modes = Modes(shared_lines(passages, items, roster), partial(is_task, roster=roster))
    walk = _Walk({item.id: item for item in items}, roster, head, modes)
    walk.in_summary = is_summary(passage.block.text for passage in passages)
    walk.in_english = in_english
    for passage in with_lines_together(passages, roster):
        walk.take(passage)
    walk.end_item()
    walk.found.decisions = without_course(walk.found.decisions)
    return walk.found


class _Walk:
    def __init__(self, items: dict[str, Item], roster: Roster, head: Header, modes: Modes) -> None:
        self.found = Statements()
        self._items = items
        self._roster = roster
        self._parts = PartsOfPeople(roster)
        self._part_of: Owners | None = None
        self._base = head.date
        self._own_body, self._own_names = head.body, own_names(head)
        self._item: str | None = None
        self._proposals = Proposals()
        self._modes = modes
        self._previous: Owners | None = None
        self._read: list[Sentence] = []  # of the same paragraph
        self._table = TableRows()
        self.in_summary = self.in_english = False

    def take(self, passage: Passage) -> None:
        block = passage.block
        if passage.item != self._item:
            self.end_item()
            self._proposals = Proposals(passage.item)
            self._item, self._previous, self._table = passage.item, None, TableRows()
            self._enter_item(self._items.get(passage.item or ""))
        if self._table.enter(block):
            self._take_row(block)
            return
        if self._modes.is_label(block) or is_labelled_cell(block):
            return
        self._modes.leave_list(block)
        self._part_of = self._parts.owners(block)
        self._previous = reporter_of(block.text, self._roster) or self._part_of
        self._take_text(block)
        self._modes.enter_list(block)

    def _enter_item(self, item: Item | None) -> None:
        """Under "Att göra" the item "Karin" is a list of actions as well, and hers."""
        title = item.title if item else ""
        if self._parts.enter_item(title) and item and item.parent in self._items:
            title = self._items[item.parent].title
        self._modes.enter_item(title)

    def end_item(self) -> None:
        """What was proposed in the item is now either answered or left open."""
        self.found.refusals += self._proposals.closed()

    def _take_text(self, block: Block) -> None:
        mode = self._modes.mode_of(block)
        if not goes_on_about(block, self._read):
            self._read = []
        whole = self._modes.is_whole(block)
        each = [sentence_at(block, 0, len(block.text))] if whole else sentences(block)
        if self._roster.handles:
            each = begun_by_handles(each, self._roster)
        within = len(block.text) > (200 if (block.marker or block.text)[:1].isdigit() else 600)
        for sentence in as_judged(each):
            if label := decision_label(sentence):
                within = True
                mode, sentence = Mode.DECISIONS, sentence.part(label, len(sentence.text))
            elif is_labelled_proposal(sentence.text):
                mode = Mode.PROPOSALS
            elif mode is not self._modes.mode and re.match(r"\d{1,2}[.)]?(?:\s|$)", sentence.text):
                mode = self._modes.mode  # the next point in a text whose lines are lost
            elif within and mode is Mode.DECISIONS and ends_decision(sentence.text):
                mode = Mode.TEXT
            if sentence.text.strip() and not self._is_lead(sentence):
                self._take_sentence(sentence, mode)
                self._read.append(sentence)
                self._proposals.heard(sentence)

    def _is_lead(self, sentence: Sentence) -> bool:
        text = sentence.text.rstrip()
        if text.endswith(".") and not self._parts.leads:
            return False
        last = sentence.end >= len(sentence.block.text.rstrip())
        if last and self._parts.leads:
            return True
        alone = last and (sentence.start == 0 or text.endswith(DECIDED))
        ends = text.endswith((":", "att", ",")) or (alone and not text.endswith("."))
        return ends and (opens_decisions(text) or opens_proposals(text) or leads_in_actions(text))

    def _take_sentence(self, sentence: Sentence, mode: Mode) -> None:
        sentence = without_signs(sentence)
        if sentence.cues & SPEAKS_OF_ACTION and self._speaks_of_action(sentence):
            return
        elects, section = self._modes.elects, self._modes.section
        place = Place(mode, self._own_body, self._own_names, self.in_summary, elects, section)
        verdict = verdict_of(sentence, place)
        if verdict.confidence and self._modes.is_told_again:
            verdict = as_told(verdict, sentence, self.found.decisions, self._item)
        if verdict.confidence:
            sentence = self._proposals.put_to_vote(sentence)
            for clause in att_clauses(sentence):
                if not (above := refers_above(clause)):
                    self._act(clause, mode, decided=verdict.confidence >= LIKELY)
                self._decide(clause, verdict, refers=above)
            return
        self._not_decided(sentence, verdict)
        told = verdict.reason == EARLIER and "beslutade" in sentence.words
        if mode is not Mode.PROPOSALS and verdict.reason != OF_OTHER_MEETING and not told:
            floor = DOUBTFUL if verdict.looked_like_one else 0.0
            self._act(sentence, mode, decided=False, above=floor)

    def _speaks_of_action(self, sentence: Sentence) -> bool:
        """Whether it only says who does, or has done, what stands before it."""
        actions, before = self.found.actions, self._proposals.before
        owned = owned_at_last(actions, before, sentence, self._roster)
        if owned and before:
            self._promise(before, owned, decided=False)
        if changed := changed_action(actions, sentence, self._item, self._roster, self._base):
            actions[changed[0]] = changed[1]
        return changed is not None

    def _decide(self, clause: Sentence, verdict: Verdict, *, refers: bool) -> None:
        quote = clause.text.strip()
        decision = Decision(
            self._item, quote, tidy(quote), clause.source, verdict.confidence, verdict.reason
        )
        settled = self._proposals.resolved(decision, clause.block.text, refers=refers)
        self.found.decisions.append(settled)

    def _not_decided(self, sentence: Sentence, verdict: Verdict) -> None:
        """A decision of others or to come is watched; a proposal waits for the item's end."""
        reason = verdict.reason if verdict.looked_like_one else ""
        watch = watched(sentence, reason, self._own_body, self._base)
        if watch:
            self.found.watch_items.append(watch_item(watch, self._item, sentence))
        elif reason and not (reason == PROPOSED and self._proposals.takes(sentence)):
            self._refuse(RefusedKind.DECISION, sentence, reason)

    def _act(self, sentence: Sentence, mode: Mode, *, decided: bool, above: float = 0.0) -> None:
        offset = operative_start(sentence.text) if decided else 0
        text = sentence.text[offset:]
        # What the body decides that somebody does is to be done, whatever the verb.
        listed, ruled = mode is Mode.ACTIONS, decided and (mode is Mode.DECISIONS or offset > 0)
        english = is_english(sentence.cues, around=self.in_english)
        asks = listed or self._parts.things or english or speaks_english(sentence.cues)
        if not asks and not may_promise(text, sentence, decided=ruled):
            self._resembles(sentence, mode, above)
            return
        told_of = last_told_of(self._read, self._roster) if sentence.cues & _SHE_OR_HE else None
        before = self._read[-1].text if self._read and sentence.cues & _THEY else ""
        they = persons_told_of(before, self._roster) if before else None
        bulleted = self._modes.is_listed(sentence.block)
        among = bool(self.found.actions) and self.found.actions[-1].item == self._item
        things = self._parts.things and bulleted and not sentence.block.marker[:1].isdigit()
        people = (self._previous, listed, ruled, bulleted, told_of, self._part_of, they)
        context = Context(self._roster, *people, among, things)
        found = english_promises(text, context) if english else promises_in(text, context)
        if not found and speaks_english(sentence.cues):  # in Swedish minutes, where names decide
            found = [each for each in english_promises(text, context) if each.owners]
        if not found and not english:
            self._resembles(sentence, mode, above)
        for promise in found:
            if promise.confidence <= above and above:
                continue  # a sentence about a decision to come is no duty by itself
            clause = sentence.part(promise.start + offset, promise.end + offset)
            self._promise(clause, promise, decided)

    def _resembles(self, sentence: Sentence, mode: Mode, above: float) -> None:
        """What no rule finds may resemble what they find."""
        places = {"listed": mode is Mode.ACTIONS, "decided": mode is Mode.DECISIONS}
        if not above and (likely := resembling(sentence, self._roster, **places)):
            self._promise(sentence, likely, decided=False)

    def _promise(self, clause: Sentence, promise: Promise, decided: bool) -> None:
        promise = as_reported(weighed(promise, self._modes.section), clause)
        if promise.refused:
            self._refuse(RefusedKind.ACTION, clause, promise.reason)
            return
        unowned = not promise.owners and not is_errand(clause.text)
        if decided and (promise.confidence < LIKELY or unowned):
            return
        item = self._items.get(self._item or "")
        title = item.title if item else ""
        matter = whole_matter(clause, promise, self._read, self.found.actions, title)
        if matter.replaces:
            self.found.actions.pop()
        if promise.owners:
            self._previous = Owners(promise.owners, promise.owner_text or "", promise.confidence)
        action = action_of(matter.clause, promise, self._item, self._base)
        if matter.about:
            action = replace(action, text=f"{matter.about} {action.text}")
        self.found.actions.append(action)

    def _refuse(self, kind: RefusedKind, sentence: Sentence, reason: str) -> None:
        self.found.refusals.append(
            Refusal(kind, self._item, sentence.text.strip(), reason, sentence.source)
        )

    def _take_row(self, block: Block) -> None:
        for row in self._table.take(block, self._roster, self._base, self._item):
            if isinstance(row, ActionItem):
                self.found.actions.append(row)
            else:
                self._proposals.decide()
                self.found.decisions.append(row)
