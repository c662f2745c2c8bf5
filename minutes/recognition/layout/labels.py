"""Labels: words that say what stands after them, and head no item of their own."""

import re
from collections.abc import Sequence
from functools import lru_cache

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import (
    AT_THE_PEN,
    FIELD_LABELS,
    OWN_BODY,
    PRESENCE_LABELS,
    ROLE_WORDS,
    SIGNERS,
    SUMMONED_LABELS,
)
from minutes.recognition.language.words import any_of
from minutes.recognition.people.english_prefix import ENGLISH_BEGINS, english_prefix
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.occasions import FIRST_OF_OCCASIONS, without_occasion
from minutes.recognition.people.presence_labels import presence_of

_SECTION_LABELS = regex(
    rf"""^(?:förslag\s+till\s+beslut\s+på\s+sammanträdet|(?:förslag\s+till\s+)?(?:beslut|ställningstagande)(?:sunderlag|sgång)?|bakgrund|ärendebeskrivning|diskussion|
    (?:sammanfattning|beskrivning)(?:\s+av\s+ärendet)?|yrkanden?|förslag|votering|omröstning(?:sresultat)?|reservation(?:er)?|propositions(?:ordning|gång)|
    (?:(?:[\wåäö]+-\s?och\s)?[\wåäö]+s\s+)?(?:förslag(?:\s+till\s+beslut)?|beslut)|beslutet\s+(?:skickas|expedieras)\s+till|expedieras(?:\s+till)?|protokollsanteckning(?:ar)?|
    {OWN_BODY}\s+(?:beslutar|beslutade|beslöt)|beslut\s+(?:(?:nr\.?|§)\s*)?\d[\w/.:-]*|särskilt\s+yttrande|jäv|underlag|handlingar|ajournering|åtgärd(?:er)?|att\s+göra|todo|ansvarig|motivering|deltar\s+ej.*|kopia(?:\s+till)?|
    skäl(?:en)?\s+(?:för|till)\s+beslut(?:et)?|underlag\s+för\s+beslut|handlingar\s+i\s+ärendet|expediering|skickas\s+till|yttrande(?:n)?|deltagande|paragrafer|underskrifter|ordförande|sekreterare|justerare|info(?:rmation)?:)\s*:?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_TAKES_NO_PART = regex(r"deltar\s+ej", re.IGNORECASE)
_SIGNATURES = regex(
    rf"^(?:vid\s+{AT_THE_PEN}|vid\s+datorn(?=\s*(?:[:,]|$))|justeras|justerat|justeras?:|underskrift(?:er)?|signatur(?:er)?|"
    r"anteckningar(?:\s+(?:av|förda\s+av))?:?$|antecknat\s+av|sekreterare:?\s*(?:[_.…]{{3,}}|$)|ordförande:?\s*(?:[_.…]{{3,}}|$)|protokollet\s+(?:justeras|justerat)\b|"
    r"protokollförare:?|[_.…]{6,}|mvh\b"
    r"|(?:det\s+här\s+|detta\s+)?(?:dokumentet|protokollet)\s+är\s+(?:digitalt|elektroniskt)\s+(?:signerat|undertecknat|underskrivet)|undertecknat\s+av\s+följande|transaktions-?\s?id)",
    re.IGNORECASE,
)


_LONGEST_LABEL = 60
_COLON = regex("[:;]")


def label_of(text: str) -> str:
    """The label that `text` is or begins with, in lower case without what ends it; or ""."""
    if "：" in text:
        text = text.replace("：", ":")
    label, colon, _ = text.partition(":")
    label = label.strip()
    if len(label) > _LONGEST_LABEL and ";" not in label:
        return ""  # a sentence, as most lines are
    if not colon and label.endswith(".") and label.startswith(("Alla ", "Samtliga ")):
        return ""  # "Alla närvarande på mötet." lists nobody
    return _label(label, colon)


@lru_cache(maxsize=4096)  # every rule asks of the same short lines, and labels come again
def _label(label: str, colon: str) -> str:
    """The label in what stands before the colon, or in the whole of a line where that is ""."""
    if ";" in label and presence_of(label.partition(";")[0].strip().casefold()):
        label = label.partition(";")[0]  # "Närvarande; Anna Berg"
    if not label or len(label) > _LONGEST_LABEL:
        return ""
    if colon and label.strip("-*• ").casefold() in _WITH_COLON:
        return _WITH_COLON[label.strip("-*• ").casefold()]
    if label.endswith(")") and " (" in label:
        label = label[: label.index(" (")]  # "Närvarande (i bokstavsordning)"
    if colon and (opened := _OPEN_LABEL.fullmatch(label)) and not tells(label):
        label = opened["label"]
    if label.startswith(FIRST_OF_OCCASIONS):
        label = without_occasion(label, colon)
    return _bare(label)


# Without the colon they are points of the agenda.
_WITH_COLON = {
    **dict.fromkeys(("röstlängd", "upprop"), "deltagare"),
    **dict.fromkeys(("others", "late", "staff"), "others present"),
    "missing": "absent",
}
# "Närvarande styrelsen och skolan:", "Närvarande / Those present:": whoever they are, they were there.
_OPEN_LABEL = regex(
    r"(?P<label>(?:Övriga |Ej |Inte |Även |Också )?(?:[Nn]ärvarande|[Ff]rånvarande)|Förhinder|Deltagare)"
    r"(?:(?: (?:[a-zåäö]|[A-ZÅÄÖ]{2}|[A-ZÅÄÖ][a-zåäö]+-)[\wåäö/.-]*){1,6}| ?/ ?\w[\w ]*)"
)


def _bare(label: str) -> str:
    """In lower case, without bullets, bold marks and emoji before it and the signs that end it."""
    start, end = 0, len(label)
    while end and not (label[end - 1].isalnum() or label[end - 1] in "_)"):
        end -= 1
    while start < end and not (label[start].isalnum() or label[start] in "_("):
        start += 1
    return label[start:end].casefold().removesuffix(" för mötet").removesuffix(" för sammanträdet")


_PREFIX_LABEL = regex(
    rf"^(?P<label>{any_of(PRESENCE_LABELS)})(?:(?:,|\s?[–—]|\s-)\s+(?=[^\W\d_])|\s+)", re.IGNORECASE
)
# What shows that names come after a label without a colon: "Närvarande Anna Berg", "… Anna, Bo".
_NAMES_FOLLOW = regex(
    r"[A-ZÀ-ÖØ-ÞČĆĐŁŚŠŽ][\w-]+(?: (?:(?:von|van|af|de|la|den|der) ){0,2}[A-ZÀ-ÖØ-ÞČĆĐŁŚŠŽ]|, [A-ZÅÄÖ][\wåäöé-]+(?:,| och ))"
)

_SEE_LIST = regex(
    r"(?:Se|Enligt) (?:bifogad |särskild )?(?:förteckning|närvarolista|lista|bilaga)\b",
    re.IGNORECASE,
)
# After one of these a first name is enough: "Frånvarande Eva".
_SURE = frozenset({"närvarande", "frånvarande", "förhinder", "anmält förhinder", "ej närvarande"})
_FIRST_OF_LABELS = frozenset(label.split()[0] for label in PRESENCE_LABELS)

# The heads of two columns on one line: names on the left, marks on the right.
_COLUMN_HEADS = regex(
    r"(?:Namn|Ledamöter|Ledamot|Deltagare|Ordinarie)\s+(?:Närvarande|Närvaro|Närv\.?)",
    re.IGNORECASE,
)


def labelled(block: Block) -> tuple[str, int]:
    """The label of the block in lower case, and where in its text the value begins.

    The label stands before a colon, in the first column, or right before a name.
    """
    if block.cells and ":" not in block.cells[0]:
        first = label_of(block.cells[0])
        if presence_of(first):
            return first, min(len(" ".join(block.cells[0].split())) + 1, len(block.text))
    text = block.text
    if len(text) <= _LONGEST_LABEL and _heads_columns(text):
        return "närvarande", len(text)
    label = label_of(text)
    sign = _COLON.search(text) if ":" in text or ";" in text else None
    end = sign.end() if sign else len(text)
    if label and (presence_of(label) or label in FIELD_LABELS):
        return label, end
    if text[:3] in ENGLISH_BEGINS and (english := english_prefix(text)):
        return english
    first = text.partition(" ")[0].rstrip(",–").casefold()
    prefix = _PREFIX_LABEL.match(text) if first in _FIRST_OF_LABELS else None
    if prefix:
        role = ROLE_WORDS.match(text, prefix.end())
        names = text[role.end() if role else prefix.end() :]
        alone = prefix["label"].casefold() in _SURE and is_given_name(names.strip(" ."))
        if alone or _NAMES_FOLLOW.match(names.lstrip()) or _SEE_LIST.match(names.lstrip()):
            return prefix["label"].casefold(), prefix.end()
    return label, end


def _heads_columns(line: str) -> bool:
    return "närv" in line.casefold() and bool(_COLUMN_HEADS.fullmatch(line.strip()))


def is_head_label(block: Block) -> bool:
    """Whether the block is, or begins with, a label of the head of minutes.

    A heading "Anteckningar" or "Protokoll av" opens the text; it names no secretary.
    """
    if block.text[:3] in ENGLISH_BEGINS and english_prefix(block.text):
        return True
    label = label_of(block.text)
    if block.kind is BlockKind.HEADING and FIELD_LABELS.get(label) in SIGNERS:
        return False
    return bool(presence_of(label)) or label in FIELD_LABELS or label in SUMMONED_LABELS


def is_bare_presence_label(block: Block) -> bool:
    """Whether the block is such a label and nothing else, so that the names come after it."""
    text = block.text
    if len(text) > _LONGEST_LABEL and not (":" in text or ";" in text):
        return False  # a sentence, as most lines are
    return bool(presence_of(label_of(text))) and not text.partition(":")[2].strip(" .")


# Of labels without a colon.
_BEGINNINGS = frozenset(
    "Närv NÄRV Delt DELT Från FRÅN Förh Övri Besl Leda Medv Anmä Inbj Möte Repr Pres".split()
)


def may_be_label(text: str) -> bool:
    """Whether the line may begin with a label of people; quickly asked, as of every line."""
    return text[:4] in _BEGINNINGS or ":" in text[:_LONGEST_LABEL]


def bare_presence_labels(blocks: Sequence[Block]) -> list[int]:
    """Where such labels stand. Every line is asked: what a label cannot be is left out first."""
    return [
        place
        for place, block in enumerate(blocks)
        if (text := block.text) and not text[_LONGEST_LABEL:]
        if text[-1] == ":" or text[:4] in _BEGINNINGS
        if is_bare_presence_label(block)
    ]


def is_labelled_cell(block: Block) -> bool:
    """Whether the block is a field of a form: a label in its first column."""
    label = label_of(block.cells[0]) if block.cells else ""
    return bool(presence_of(label)) or label in FIELD_LABELS


def may_list_people(block: Block) -> bool:
    """Whether the line may stand in a list of people."""
    named = any(map(is_given_name, block.text.replace(",", "").split()))
    return (block.kind is BlockKind.LIST_ITEM or named) and not tells(block.text)


def is_section_label(text: str) -> bool:
    """Whether `text` heads a part of an item ("Beslut", "Yrkanden"), not an item."""
    stripped = text.strip()
    if len(stripped) > _LONGEST_LABEL and ":" not in stripped:
        return bool(_TAKES_NO_PART.match(stripped))
    return _heads_section(stripped)


@lru_cache(maxsize=4096)
def _heads_section(line: str) -> bool:
    return bool(presence_of(label_of(line)) or _SECTION_LABELS.match(line))


def starts_signatures(block: Block) -> bool:
    """Whether the signature block may begin here."""
    return len(block.text) < 120 and bool(_SIGNATURES.match(block.text))


# A title with such a verb is the whole point in one sentence: "Till kassör valdes Bo Ek".
SETTLES = regex(
    r"\b(?:valdes|väljs|omvaldes|nyvaldes|(?:om|ny)?valda?\s+(?:till|som)|utsedda?\s+(?:till|att)|utsågs|utses|beslutades|beslöts|godkändes|fastställdes|beviljades|bifölls|avslogs|skjuts\s+upp|(?:höjs|sänks)\s+(?:till|med)"
    r"|(?:was|were|is|are|been)\s+(?:\w+ly\s+)?(?:approved|elected|adopted|accepted|agreed|decided|rejected|postponed|confirmed|appointed|granted)|(?:confirm|decide|agree)(?:s|d|ed)?\s+(?:that|to)"
    r"|(?:approved|elected|accepted|adopted|carried|confirmed)(?=(?:\s+(?:unanimously|in\s+unison))?\W*$)|(?:postponed|deferred)\s+(?:to|until)|left\s+vacant|^val\s+av\s[^:.?]{3,90}:\s+(?-i:[A-ZÅÄÖ][\w-]+(?:\s|,\s|\soch\s)[A-ZÅÄÖ]\w+)|^elections?\s+of\s[^:]{3,80}:\s+\w+|^approval\s+of\s[^:]{3,60}\sin\sunison)\b"
    r"|^(?-i:[A-Z]\w+(?:\s(?:and|&)\s[A-Z]\w+)?\s(?:to|will)\s[a-z]+\s)",  # "Anna to book a room"
    re.IGNORECASE,
)
_DECISIONS = regex(r"(?:\w+\s)?beslut(?:slogg|slista)?|decisions", re.IGNORECASE)


_TASKS = regex(
    r"(?:att[ -]göra|åtgärder|(?:arbets)?uppgifter|to-?do|nästa steg|till nästa (?:gång|möte))\b.{0,40}:$",
    re.IGNORECASE,
)


def begins_text(blocks: Sequence[Block], index: int) -> bool:
    """Whether no head goes on there: something is settled or ticked, or "Beslut" heads bullets."""
    block = blocks[index]
    if block.marker in {"☐", "☑"}:
        return True
    if block.kind is BlockKind.HEADING and blocks[index + 1 : index + 2]:
        listed = blocks[index + 1].kind is BlockKind.LIST_ITEM
        if listed and _DECISIONS.fullmatch(block.text.strip(" :")):
            return True
    if block.kind is BlockKind.LIST_ITEM and _heads_deeper(blocks, index):
        return not is_head_label(block)
    if block.text.endswith(":"):
        return bool(_TASKS.match(block.text))
    settles = not block.cells
    return settles and bool(SETTLES.search(block.text))


def _heads_deeper(blocks: Sequence[Block], index: int) -> bool:
    """Whether the bullet has others below it, indented further: it is a point of the text."""
    below = blocks[index + 1] if index + 1 < len(blocks) else blocks[index]
    return below.kind is BlockKind.LIST_ITEM and below.level > blocks[index].level
