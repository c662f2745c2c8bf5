"""How passwords are kept and compared, and which ones are taken."""

import unicodedata
from functools import cache, cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from minutes.errors import Refused
from minutes.texts import N_

SHORTEST = 12
LONGEST = 200  # characters; hashing an endless text would cost us, not the sender


class Passwords:
    """Argon2id with a given cost."""

    def __init__(self, memory_kib: int) -> None:
        self._hasher = PasswordHasher(time_cost=3, memory_cost=memory_kib, parallelism=1)

    def hash(self, password: str) -> str:
        """What is stored of a password."""
        return self._hasher.hash(_normalised(password))

    def match(self, stored: str | None, password: str) -> bool:
        """Whether the password is the stored one. `stored` None costs as much and is False.

        The same work for a user name that does not exist tells nobody which ones do.
        """
        try:
            self._hasher.verify(stored or self._hash_of_nothing, _normalised(password))
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None

    @cached_property
    def _hash_of_nothing(self) -> str:
        return self._hasher.hash("")


@cache
def passwords_of_cost(memory_kib: int) -> Passwords:
    """The hasher of this cost, in KiB of memory for each try; made once."""
    return Passwords(memory_kib)


def require_good_password(password: str, email: str) -> None:
    """Raise Refused, saying what is wanted, for a password that is too easy to guess."""
    if len(password) < SHORTEST:
        raise Refused(
            N_("Lösenordet är för kort. Det ska ha minst %(least)s tecken.", least=SHORTEST)
        )
    if len(password) > LONGEST:
        raise Refused(
            N_("Lösenordet är för långt. Det får ha högst %(most)s tecken.", most=LONGEST)
        )
    if len(set(password)) < 5:
        raise Refused("Lösenordet har för få olika tecken.")
    if email and email.split("@")[0].casefold() in password.casefold():
        raise Refused("Lösenordet får inte innehålla din e-postadress.")


def _normalised(password: str) -> str:
    # å may be typed as one character or as a and a ring, depending on the keyboard.
    return unicodedata.normalize("NFC", password[:LONGEST])
