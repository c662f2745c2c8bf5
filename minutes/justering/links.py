"""The addresses that mails about justering lead to. One is signed: who holds it may sign."""

from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeSerializer

from minutes.errors import MinutesError
from minutes.texts import N_


class LinkEnded(MinutesError):
    """The link was never ours, or the signature that it was for is given or void."""

    status = 410

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Länken kan ha kortats av på vägen, eller så är det som den gällde redan klart. "
                "Fråga organets sekreterare om du behöver en ny."
            )
        )


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the addresses of one installation, and reads the signed ones."""

    base_url: str
    secret_key: str

    def round(self, round_id: int) -> str:
        """The page of the round; for who may sign in."""
        return f"{self.base_url}/justering/{round_id}"

    def sign(self, field_id: int, person_id: int) -> str:
        """The page on which this person signs this once, without an account."""
        return f"{self.base_url}/justering/lank/{self._signed().dumps([field_id, person_id])}"

    def read(self, token: str) -> tuple[int, int]:
        """(field, person) that the token is for. Raises LinkEnded."""
        try:
            field_id, person_id = self._signed().loads(token)
        except (BadSignature, ValueError, TypeError):
            raise LinkEnded from None
        return int(field_id), int(person_id)

    def _signed(self) -> URLSafeSerializer:
        return URLSafeSerializer(self.secret_key, salt="minutes.justering.sign")
