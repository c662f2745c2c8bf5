"""Labels and titles in English below which stands what is to be done: "Next steps", "To do"."""

import re

from minutes.expressions import regex

_HEADS = regex(
    r"""(?:(?:new|open|upcoming|remaining|outstanding|agreed|key|summary\sof|list\sof)\s)*
        (?:action(?:s|\s?-?(?:points?|items?|list|plan|log))?|to-?\s?do(?:s|['’]s|\s?list)?|tasks?|homework|assignments?|actions?\s(?:required|needed|arising|agreed)|next\s(?:steps?|actions?)|follow[-\s]?ups?
          |(?:division|distribution|allocation)\sof\s(?:work|tasks|labou?r)|(?:work|task)\s(?:distribution|division|allocation|list))
        (?:\s(?:for|until|till|before|by|this|from\s(?:this|today)|and\s(?:responsib|deadline|owner))\b.{0,40})?
      |(?:for|until|till|before|by)\s(?:the\s)?next\s(?:meeting|time|week|sprint)|who\sdoes\swhat.{0,30}|what\s(?:to\sdo|needs?\sto\sbe\sdone)(?:\s.{0,30})?""",
    re.VERBOSE | re.IGNORECASE,
)
_HEADS_BEGIN = frozenset(
    "ac to ta ho as ne fo di wo un ti be by wh op up re ou ag ke su li al".split()
)


def heads_english_actions(text: str) -> bool:
    """Whether a label or a title says that what is to be done stands below it: "Next steps:"."""
    words = text.strip(" :.#*")
    return words[:2].casefold() in _HEADS_BEGIN and bool(_HEADS.fullmatch(words))
