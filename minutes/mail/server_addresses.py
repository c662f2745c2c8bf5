"""The address of a mail server as it stands in a setting, for the way out and the way in. Pure but
for one look whether a file is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from minutes.errors import MinutesError

TIMEOUT = 30.0
IN_THE_CLEAR = ("smtp", "imap")
OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


class MailSettingsError(MinutesError):
    """The address of the mail server makes no sense."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that has such an address: the port of each protocol, and how it is to look."""

    name: str
    ports: Mapping[str, int]
    looks: str

    def wrong(self) -> MailSettingsError:
        """What to say where the address is not of the kind at all."""
        return MailSettingsError(f"{self.name} ska se ut som {self.looks}.")


@dataclass(frozen=True, slots=True)
class MailServer:
    """How to reach a server: `timeout` in seconds for each answer, `authorities` a file of
    certificates to trust beside those of the system. Without a user nobody signs in.
    """

    host: str
    port: int
    security: str  # a key of the ports: smtp, smtp+starttls, smtps
    user: str = ""
    password: str = ""
    folder: str = ""
    timeout: float = TIMEOUT
    authorities: str | None = None


def server_at(url: str, setting: Setting) -> MailServer:
    """The server at an address such as smtp+starttls://user:password@mail.example.se:587.

    `?timeout=10` and `?authorities=/path/to/certificates.pem` may follow.
    Raises MailSettingsError, also where a password would cross the network in the clear.
    """
    parts = urlsplit(url)
    try:
        port = parts.port
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        timeout = float(asked.pop("timeout", TIMEOUT))
    except ValueError as error:
        raise MailSettingsError(
            f"{setting.name} har en port eller en tidsgräns som inte är ett tal."
        ) from error
    authorities = asked.pop("authorities", None)
    if parts.scheme not in setting.ports or not parts.hostname or asked or not timeout > 0:
        raise setting.wrong()
    if parts.username and parts.scheme in IN_THE_CLEAR and parts.hostname not in OWN_MACHINE:
        safe = (f"{each}://" for each in setting.ports if each not in IN_THE_CLEAR)
        raise MailSettingsError(
            f"{setting.name} skulle skicka lösenordet okrypterat. Använd {' eller '.join(safe)}."
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not f"{user}{password}".isascii():  # the libraries cannot send them
        raise MailSettingsError(
            f"Namn och lösenord i {setting.name} får inte ha å, ä, ö eller andra tecken "
            "utanför ASCII."
        )
    if authorities and not Path(authorities).is_file():
        raise MailSettingsError(f"Filen {authorities} i {setting.name} finns inte.")
    return MailServer(
        host=parts.hostname,
        port=port or setting.ports[parts.scheme],
        security=parts.scheme,
        user=user,
        password=password,
        folder=unquote(parts.path.strip("/")),
        timeout=timeout,
        authorities=authorities,
    )
