"""Whose part of the text a line stands in: under somebody's name stand what she is to do.

The name heads an item of its own, or a list: "Karin:", with a bullet for each errand below. So does
a lead-in as "Karin tog på sig att:".
"""

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.vocabulary import GROUPS, OFFICES
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.owners import Owners, owners_of

_MOST_WORDS = 5
_UNDERTAKES = regex(
    r"(?P<who>[A-ZÅÄÖ@][^,.:;?]{1,60}?)\s(?:ska|skall|(?:tog|tar)\spå\ssig|åtog\ssig|åtar\ssig|lova(?:de|r)|(?:får|fick)\s(?:i\suppdrag|till\suppgift)"
    r"|ansvarar\sför|är\sansvarig\sför)(?:\satt)?(?:\sgöra)?(?:\sföljande)?\s*(?:[:.]|…)?\s*$"
)

# What one answers for, or brings: the things alone stand below it.
_TAKES = regex(
    r"(?P<who>[A-ZÅÄÖ@][^,.:;?]{1,60}?)\s(?:(?:ansvarar\sför|är\sansvariga?\sför|har\shand\som|står\sför)(?:\sföljande)?\s*:?"
    r"|(?:sköter|ordnar|fixar|tar(?:\smed(?:\ssig)?)?|köper(?:\sin)?|bakar)(?:\sföljande)?\s*:)\s*$"
)
_ENDS_OF_LEADS = (":", " att", "…", "följande", "för", "om")


def names_person(title: str) -> bool:
    """Whether a title may be the name of somebody who reports below it: "Karin", "Karin Ström"."""
    words = title.strip(" :").split()
    return 0 < len(words) <= 3 and is_given_name(words[0]) and all(w[:1].isupper() for w in words)


def who_undertakes(text: str) -> str | None:
    """Who takes on what the list below says, in a last "Karin tog på sig att:"; None of other text."""
    leads = text.rstrip().endswith((":", " att", "…", "följande"))
    match = _UNDERTAKES.match(text.rpartition(". ")[2]) if leads else None
    return match["who"] if match else None


class PartsOfPeople:
    """Follows the text and says of each line whose it is, where it is anybody's."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._of_item: Owners | None = None
        self._of_list: Owners | None = None
        self._level = -1
        self.things = False  # the list is of things that they see to
        self.leads = False  # the line at hand only says whose the list below is

    def enter_item(self, title: str) -> bool:
        """A new item begins; whether its title is a name."""
        self._of_item, self._of_list = self._named(title), None
        return self._of_item is not None

    def owners(self, block: Block) -> Owners | None:
        """Under whose name the block stands; None also of the name itself."""
        in_list = block.kind is BlockKind.LIST_ITEM
        if not in_list or block.level <= self._level:
            self._of_list, self.things = None, False
        named = who = None
        if block.kind is not BlockKind.TABLE_ROW:
            leads = block.text.rstrip().endswith(_ENDS_OF_LEADS)
            who = who_undertakes(block.text) if leads else None
            takes = _TAKES.match(block.text) if leads else None
            who = who or (takes["who"] if takes else None)
            named = self._charged(who) if who else self._named(block.text)
            if named:
                self.things = takes is not None and named.folded not in OFFICES
        self.leads = bool(who and (named or who.casefold() in GROUPS))
        if named:
            self._of_list, self._level = named, block.level if in_list else -1
            return None
        return self._of_list or self._of_item

    def _charged(self, who: str) -> Owners | None:
        """Persons, or one office: what a whole body shall do is its task, and no errand."""
        found = owners_of(who, self._roster)
        return found if found and who.casefold() not in GROUPS else None

    def _named(self, text: str) -> Owners | None:
        name = text.strip(" :*")
        named = name[:1].isupper() and "," not in name
        if not named or len(name.split(maxsplit=_MOST_WORDS)) > _MOST_WORDS:
            return None
        found = owners_of(name, self._roster)
        persons = found and all(
            self._roster.knows(each) or is_given_name(each.split()[0]) for each in found.names
        )
        return found if found and found.names and persons else None
