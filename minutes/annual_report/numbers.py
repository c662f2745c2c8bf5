"""Numbers as a Swedish text writes them: in words up to twelve, then in digits. Pure."""

from dataclasses import dataclass

from minutes.formatting import number

WORDS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing that is counted: "möte" and "möten"; `neuter` where it is ett."""

    one: str
    many: str
    neuter: bool = False


def in_words(value: int, *, neuter: bool = False) -> str:
    """Tre, ett or en; 13 and more in digits."""
    if value == 1:
        return "ett" if neuter else "en"
    return WORDS[value] if 0 <= value < len(WORDS) else number(value)


def counted(value: int, noun: Noun) -> str:
    """Inga möten, ett möte, tre möten, 14 möten."""
    if value == 0:
        return f"inga {noun.many}"
    return f"{in_words(value, neuter=noun.neuter)} {noun.one if value == 1 else noun.many}"
