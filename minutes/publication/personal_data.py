"""Finds personal identity numbers, telephone numbers, and mail and street addresses. Pure.

What is found is as wide as it can be without taking what minutes are full of: days, times, sums,
diary numbers and the numbers of associations and companies.
"""

import datetime as dt
import re
from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?<![\w-])(?P<century>19|20)?(?P<day>\d{6})(?P<sign>\s?[-+–]\s?)?(?P<last>\d{4}|[Xx*]{4})(?![\w-])"
)
_COORDINATION = 60  # added to the day in a samordningsnummer

_DIGITS = r"\d{2,4}(?:[ \u00a0-]?\d{2,4}){1,3}"
_PHONE = re.compile(
    rf"(?<![\w+-])(?:"
    rf"(?:\+|00)\d{{2}}[ \u00a0-]?(?:\(0\)[ \u00a0]?)?\d{{1,3}}[ \u00a0-]{{0,3}}{_DIGITS}"  # abroad
    rf"|07[02369][ \u00a0]?\d?[ \u00a0]?[-–/]?[ \u00a0]?{_DIGITS}"  # mobile
    rf"|0\d{{1,3}}[ \u00a0]?[-–/][ \u00a0]?{_DIGITS}"  # with its area code
    r")(?![\w-])"
)
_PHONE_SAID = re.compile(
    rf"(?i:\b(?:tel|tfn|telefon|telefonnummer|mobil|mobilnummer|ring|nås på|sms till)\b)"
    rf"[.:]?\s+(?:är\s+)?(?P<number>(?:0\d{{1,3}}[ \u00a0]?)?{_DIGITS})(?![\w-])"
)
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15

_MAIL = re.compile(r"[\w.+%-]{1,64}@(?:[\w-]+\.)+[^\W\d_]{2,}")

_STREET = r"(?:gatan|gata|vägen|väg|gränden?|stigen|allén?|torget|torg|plan|backen|esplanaden)"
_ADDRESS = re.compile(
    r"(?<!\w)(?:(?:Norra|Södra|Östra|Västra|Stora|Lilla|Gamla|Nya|Övre|Nedre)[ ])?"
    rf"(?:[A-ZÅÄÖÉ][\w’'-]*[a-zåäöé]{_STREET}"
    rf"|[A-ZÅÄÖÉ][\wé]+(?:[ ][A-ZÅÄÖÉ][\wé]+)?[ ]{_STREET}"
    r"|[A-ZÅÄÖÉ][\wé]{2,}leden)"
    r"[ \u00a0]\d{1,3}(?:[ ]?[A-Ha-h])?(?!\w)"
    r"(?![ \u00a0]?(?:km|m|meter|kilometer|kr|kronor|%|procent|st|år)\b)"
    r"(?:(?:,| lgh)[ ]?(?:lgh )?\d{4}(?!\d))?"
    r"(?:,?[ \u00a0\n]\d{3}[ \u00a0]?\d{2}[ \u00a0][A-ZÅÄÖ][a-zåäö]+)?"
)


def personal_numbers(text: str) -> Iterator[tuple[str, str]]:
    """(as written, why) of each personal identity number or samordningsnummer.

    Without its hyphen it is one only where the check digit is right: it could be any number.
    """
    for match in _NUMBER.finditer(text):
        if not _is_day(match["day"]):
            continue
        if not match["last"].isdigit():
            yield match.group(), "Ett födelsedatum med dolda sista siffror"
        elif _checks(match["day"] + match["last"]):
            yield match.group(), "Ett personnummer"
        elif match["sign"]:
            yield match.group(), "Ser ut som ett personnummer, men kontrollsiffran stämmer inte"


def phone_numbers(text: str) -> Iterator[tuple[str, str]]:
    """(as written, why) of each telephone number."""
    for match in _PHONE.finditer(text):
        if _is_phone(match.group()):
            yield match.group(), "Ett telefonnummer"
    for match in _PHONE_SAID.finditer(text):
        if _is_phone(match["number"]):
            yield match["number"], "Ett telefonnummer"


def mail_addresses(text: str) -> Iterator[tuple[str, str]]:
    """(as written, why) of each mail address."""
    for match in _MAIL.finditer(text):
        yield match.group().strip("."), "En e-postadress"


def street_addresses(text: str) -> Iterator[tuple[str, str]]:
    """(as written, why) of each street with a number, and what follows it of post code and town."""
    for match in _ADDRESS.finditer(text):
        yield match.group(), "En gatuadress"


def _is_day(digits: str) -> bool:
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if day > _COORDINATION:
        day -= _COORDINATION
    try:
        dt.date(2000 + year, month, day)  # a leap year in either century is one here
    except ValueError:
        return False
    return True


def _checks(digits: str) -> bool:
    """Whether the last digit is the right one (the method of Luhn)."""
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _is_phone(written: str) -> bool:
    digits = sum(each.isdigit() for each in written)
    return _FEWEST_DIGITS <= digits <= _MOST_DIGITS
