"""The settings of one installation: read once from the environment, then passed on as values."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path

from minutes.errors import MinutesError

PREFIX = "MINUTES_"
DEMO_SEAL = "demo-seal.p12"  # in the data folder; made by the demonstration


class SettingsError(MinutesError):
    """A setting is missing or makes no sense."""


@dataclass(frozen=True, slots=True)
class SealSettings:
    """The certificate that files are sealed with: a PKCS#12 file, or a PKCS#11 token.

    module: the library of the token; the file is not asked then.
    token: the label of the token, where the library knows several.
    timestamp_url: the server (RFC 3161) that states when a seal was set.
    revoked: a folder with lists of revoked certificates (.crl), which are never fetched.
    """

    file: Path | None = None
    password: str = field(default="", repr=False)
    module: Path | None = None
    token: str = ""
    pin: str = field(default="", repr=False)
    timestamp_url: str | None = None
    revoked: Path | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may differ between two installations.

    data: folder of the database and the kept secret key.
    database_url: SQLAlchemy address; SQLite in `data` unless set.
    secret_key: signs the forms; made and kept in `data` on one machine.
    base_url: the address that links in mail and print begin with.
    upload_limit: bytes of one uploaded file.
    page_limit: pages of text (of 3,000 characters) of one document.
    secure_cookies: whether browsers may send the cookies over https only.
    password_memory: KiB of memory that checking one password takes.
    smtp_url: the mail server; mails become files in `data`/mail where it is None.
    mail_from: who the mails come from, as "Name <address>".
    imap_url: the mailbox in which replies to the mails arrive; files in `data`/inbox are read too.
    trusted_proxies: how many proxies stand in front, whose X-Forwarded headers we believe.
    seal: the certificate of the organisation.
    page_rate: public pages a second that one address may ask for, in the long run; 0 is no limit.
    accessibility_contact: where one reports what does not work: a mail address or a web address.
    """

    data: Path
    database_url: str
    secret_key: str
    base_url: str = "http://127.0.0.1:8000"
    upload_limit: int = 20 * 1024 * 1024
    page_limit: int = 2000
    secure_cookies: bool = False
    password_memory: int = 64 * 1024
    trusted_proxies: int = 0
    smtp_url: str | None = None
    mail_from: str = "Minutes <minutes@localhost>"
    imap_url: str | None = None
    seal: SealSettings = SealSettings()
    page_rate: int = 5
    accessibility_contact: str = ""

    @property
    def mail_folder(self) -> Path:
        """Where mails are written as long as no server is set."""
        return self.data / "mail"

    @property
    def inbox_folder(self) -> Path:
        """Where a mail server may put replies as files."""
        return self.data / "inbox"

    @property
    def reads_replies(self) -> bool:
        """Whether replies to the mails can come in at all."""
        return self.imap_url is not None or self.inbox_folder.is_dir()


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings that these environment variables state; the data folder is made.

    Raises SettingsError for a value that makes no sense, and where PostgreSQL is used
    without MINUTES_SECRET_KEY: several machines must share one key.
    """
    data = Path(environment.get(PREFIX + "DATA", "var")).resolve()
    # Minutes that are not published, and mails, are in it.
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    database_url = environment.get(PREFIX + "DATABASE_URL") or f"sqlite:///{data / 'minutes.db'}"
    base_url = environment.get(PREFIX + "BASE_URL", "http://127.0.0.1:8000").rstrip("/")
    upload_limit, page_limit = reading_limits(environment)
    smtp_url, mail_from = _mail(environment)
    return Settings(
        data=data,
        database_url=database_url,
        secret_key=_secret_key(environment, data, database_url),
        base_url=base_url,
        upload_limit=upload_limit,
        page_limit=page_limit,
        secure_cookies=base_url.startswith("https://"),
        trusted_proxies=_number(environment, "TRUSTED_PROXIES", 0, least=0),
        smtp_url=smtp_url,
        mail_from=mail_from,
        imap_url=environment.get(PREFIX + "IMAP_URL") or None,
        seal=_seal(environment, data),
        page_rate=_number(environment, "PAGE_RATE", 5, least=0),
        accessibility_contact=_contact(environment),
    )


def _contact(environment: Mapping[str, str]) -> str:
    """An address that a link on a public page may lead to, or nothing."""
    given = environment.get(PREFIX + "ACCESSIBILITY_CONTACT", "").strip()
    is_mail = "@" in given and parseaddr(given)[1] == given
    if given and not is_mail and not given.startswith("https://"):
        raise SettingsError(
            "MINUTES_ACCESSIBILITY_CONTACT ska vara en e-postadress eller en adress som börjar "
            f"med https://, inte ”{given}”."
        )
    return given


def _mail(environment: Mapping[str, str]) -> tuple[str | None, str]:
    url = environment.get(PREFIX + "SMTP_URL") or None
    sender = environment.get(PREFIX + "MAIL_FROM", "")
    if url and not sender:
        raise SettingsError(
            "MINUTES_MAIL_FROM saknas. Ange avsändaren när MINUTES_SMTP_URL är angiven."
        )
    if sender and "@" not in parseaddr(sender)[1]:
        raise SettingsError(
            f"MINUTES_MAIL_FROM ska se ut som ”Namn <namn@example.se>”, inte ”{sender}”."
        )
    return url, sender or "Minutes <minutes@localhost>"


def _seal(environment: Mapping[str, str], data: Path) -> SealSettings:
    def given(name: str) -> str:
        return environment.get(f"{PREFIX}SEAL_{name}", "")

    kept = data / DEMO_SEAL
    file = Path(given("FILE")) if given("FILE") else kept if kept.exists() else None
    url = given("TIMESTAMP_URL") or None
    if url is not None and not url.startswith(("https://", "http://")):
        raise SettingsError(
            "MINUTES_SEAL_TIMESTAMP_URL ska vara en adress som börjar med https:// eller http://."
        )
    return SealSettings(
        file=file,
        password=given("PASSWORD"),
        module=Path(given("MODULE")) if given("MODULE") else None,
        token=given("TOKEN"),
        pin=given("PIN"),
        timestamp_url=url,
        revoked=Path(given("REVOKED")) if given("REVOKED") else None,
    )


def _secret_key(environment: Mapping[str, str], data: Path, database_url: str) -> str:
    given = environment.get(PREFIX + "SECRET_KEY")
    if given:
        return given
    if not database_url.startswith("sqlite"):
        raise SettingsError(
            "MINUTES_SECRET_KEY saknas. Den måste anges när en annan databas än SQLite används."
        )
    kept = data / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_hex(32), encoding="ascii")
    return kept.read_text(encoding="ascii").strip()


def is_installed(environment: Mapping[str, str]) -> bool:
    """Whether there is a database to look at; nothing is made by asking."""
    kept = Path(environment.get(PREFIX + "DATA", "var")) / "minutes.db"
    return bool(environment.get(PREFIX + "DATABASE_URL")) or kept.exists()


def reading_limits(environment: Mapping[str, str]) -> tuple[int, int]:
    """The bytes of a file and the pages of a document that may be read. Raises SettingsError."""
    megabytes = _number(environment, "UPLOAD_LIMIT_MB", 20)
    return megabytes * 1024 * 1024, _number(environment, "PAGE_LIMIT", 2000)


def _number(environment: Mapping[str, str], name: str, default: int, least: int = 1) -> int:
    text = environment.get(PREFIX + name, str(default))
    if not text.isdecimal() or int(text) < least:
        raise SettingsError(
            f"{PREFIX}{name} ska vara ett heltal som är minst {least}, inte ”{text}”."
        )
    return int(text)
