"""The addresses in mails about what is published. Who holds one has had the mail."""

import hashlib
from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeSerializer

from minutes.errors import MinutesError
from minutes.texts import N_


class LinkEnded(MinutesError):
    """The link was never ours, or what it was for has ended."""

    status = 410

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Länken kan ha kortats av på vägen, eller så är den använd eller för gammal. "
                "Prenumerera igen om du vill ha brev."
            )
        )


def digest(text: str) -> str:
    """A short name for a text that may not stand in an address itself."""
    return hashlib.sha256(text.encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the addresses of one installation, and reads the signed ones."""

    base_url: str
    secret_key: str

    def minutes(self, slug: str, address: str) -> str:
        """The published minutes of a meeting."""
        return f"{self.base_url}/protokoll/{slug}/{address}"

    def confirm(self, subscription_id: int, address: str) -> str:
        """Where a subscription is confirmed."""
        said = [subscription_id, digest(address)]
        return f"{self.base_url}/protokoll/prenumerera/{self._signed('confirm').dumps(said)}"

    def leave(self, message_id: int) -> str:
        """Where who has had the mail ends such mails."""
        return f"{self.base_url}/protokoll/avsluta/{self._signed('leave').dumps(message_id)}"

    def read_confirm(self, token: str) -> tuple[int, str]:
        """(subscription, digest of its address) of the token. Raises LinkEnded."""
        try:
            subscription_id, of_address = self._signed("confirm").loads(token)
        except (BadSignature, ValueError, TypeError):
            raise LinkEnded from None
        return int(subscription_id), str(of_address)

    def read_leave(self, token: str) -> int:
        """The mail of the token. Raises LinkEnded."""
        try:
            return int(self._signed("leave").loads(token))
        except (BadSignature, ValueError, TypeError):
            raise LinkEnded from None

    def _signed(self, purpose: str) -> URLSafeSerializer:
        return URLSafeSerializer(self.secret_key, salt=f"minutes.distribution.{purpose}")
