"""What the columns of a table of tasks hold, by the words in its head: "Uppgift | Person | Tid"."""

import re
from collections.abc import Sequence

from minutes.expressions import regex

_RESPONSIBLE = r"(?:huvud)?ansvarig(?:[aet]|/a)?(?:\s(?:person(?:er)?|part(?:er)?|organisation|aktör(?:er)?|roll))?"
_WHO = r"(?:av\s)?vem(?:\s(?:gör|tar|fixar|ordnar|ansvarar|har\sansvar(?:et)?|är\sansvarig|ska\sgöra)(?:\s(?:det|detta|vad))?)?"
_OWNER = regex(
    rf"{_RESPONSIBLE}|{_WHO}|ansvar|ansv\.?|(?:utförs|görs|åtgärdas)\sav|ägare|utförare|tilldela[ds](?:\still)?|who|by\swhom|owners?|responsible(?:\s(?:person|party|people))?|person\sresponsible|assignees?|assigned(?:\sto)?|lead",
    re.IGNORECASE,
)
# These head columns of other tables as well: of people, programmes and matters.
_PERHAPS_OWNER = regex(
    r"person(?:er)?|namn|till|sign(?:atur)?\.?|resurs(?:er)?|initialer|handläggare", re.IGNORECASE
)
_WHEN = r"(?:till\s)?när(?:\s+ska\s+det)?(?:\s+vara)?(?:\s+klart?)?"
_DUE = regex(
    rf"(?:förväntat\s|beräknat\s|senast\s)?klar(?:t)?(?:\s+(?:senast|till|datum|\(datum\)))?|färdigt?|tidpunkt|{_WHEN}|datum|deadline|senast(?:\sdatum)?|förfallo\w*|due(?:\s(?:date|by|on))?|by\swhen|when|target(?:\sdate)?|completion\sdate|complete\sby"
    r"|tid|tids?plan|tidsram|före|innan|start\s?/\s?slut|sista\s(?:dag|datum)|(?:klar|slut|färdig|mål)datum",
    re.IGNORECASE,
)
_TASK = regex(
    r"åtgärd(?:er)?(?:\s?/\s?aktivitet)?|(?:del)?aktivitet(?:er)?|(?:arbets)?uppgift(?:er)?|vad(?:\s+(?:som\s+)?(?:ska|skall)\s+göras)?|att[\s-]göra|uppdrag|aktion(?:er)?|action(?:\sitem|\spoint)?s?(?:\srequired)?|what|next\ssteps?|item|to\s?-?do|tasks?"
    r"|(?:user\s+)?story|issue|ärende|punkt|beslut/åtgärd|beskrivning|insats(?:er)?|nästa\ssteg|åtgärdspunkt|ap",
    re.IGNORECASE,
)
_STATUS = regex(
    r"status|done\??|completed\??|läge|klart\?|utfört|kommentar|uppföljning|lägesrapport",
    re.IGNORECASE,
)
_NOTES = regex(
    r"notes?|discussions?|comments?|summary|updates?|progress|minutes|description", re.IGNORECASE
)
_MATTER = regex(r"items?|what|topics?", re.IGNORECASE)
_DECISION = regex(r"beslut|decision", re.IGNORECASE)
_LOST_COLUMNS = regex(
    r"(?:(?:nr|#)\s+)?(?:vad(?:\s+(?:ska\s+göras|som\s+ska\s+göras))?|åtgärd(?:er)?|aktivitet(?:er)?|(?:arbets)?uppgift(?:er)?|att[\s-]göra|uppdrag|ärende)"
    r"\s+(?:vem(?:\s+gör)?|ansvarig(?:a|t)?|ansvar|utförs\s+av|utförare)\b[^.]{0,45}"
    r"|(?:(?:arbets)?uppgift|åtgärd|att\sgöra)\s(?:person|namn)\s(?:tid|när|datum|klart?|senast)"
    r"|(?:vem|ansvarig|person|namn)\s(?:vad|åtgärd|(?:arbets)?uppgift|att\sgöra)(?:\s(?:tid|när|datum|klart?(?:\ssenast)?|senast|deadline))?\??",
    re.IGNORECASE,
)


def heads_rows(text: str) -> bool:
    """Whether the line is the head of such a table whose columns were lost: "Att göra Vem När klart"."""
    return bool(_LOST_COLUMNS.fullmatch(text.strip()))


def kinds_of(cells: Sequence[str]) -> list[str]:
    """What each column holds, by the head row; [] where it heads neither tasks nor decisions.

    "Person" or "Till" is whose task it is only where the tasks have a column; it is then "named",
    since people stand beside offices and the points of a programme in the same way.
    """
    labels = [cell.strip(" :*") for cell in cells]
    labels = [each if _STATUS.fullmatch(each) else each.rstrip("? ") for each in labels]
    kinds = [_kind(label) for label in labels]
    matters = "task" not in kinds or any(map(_MATTER.fullmatch, labels))
    if matters and any(map(_NOTES.fullmatch, labels)) and not {"due", "status"} & set(kinds):
        return []  # "Item | Who | Notes": what each of them told
    if "owner" not in kinds and "task" in kinds:
        named = (at for at, label in enumerate(labels) if _PERHAPS_OWNER.fullmatch(label))
        at = next(named, None)
        if at is not None:
            kinds[at] = "named"
    for at, label in enumerate(labels):  # "Klart" beside "När" says whether, not by when
        if kinds[at] == "due" and kinds.count("due") > 1 and label.casefold() in {"klar", "klart"}:
            kinds[at] = "status"
    return kinds if {"owner", "named", "decision"} & set(kinds) else []


def _kind(label: str) -> str:
    for name, pattern in (
        ("owner", _OWNER), ("due", _DUE), ("task", _TASK), ("status", _STATUS), ("decision", _DECISION),
    ):  # fmt: skip
        if pattern.fullmatch(label):
            return name
    return label
