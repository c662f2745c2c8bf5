"""The certificate that files are sealed with: a PKCS#12 file or a PKCS#11 token, opened for use."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pkcs11
from asn1crypto import keys, x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from pkcs11 import Attribute, ObjectClass
from pkcs11 import exceptions as token_errors
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from minutes.errors import MinutesError
from minutes.formatting import long_date
from minutes.settings import SealSettings
from minutes.texts import N_


class SealRefused(MinutesError):
    """The seal cannot be used now; the message says why and what to do."""

    status = 503


@dataclass(frozen=True, slots=True)
class Seal:
    """A certificate that can be used now.

    timestamp_url: the server that states when a seal was set; the own clock does where None.
    """

    certificate: x509.Certificate
    signer: Signer
    timestamp_url: str | None = None

    @property
    def name(self) -> str:
        """Whose seal it is."""
        return name_in(self.certificate.subject)


def name_in(name: x509.Name) -> str:
    """Whom a certificate names: the common name, or the organisation where it has none."""
    said = name.native
    found = said.get("common_name") or said.get("organization_name") or "utan namn"
    return str(found[0] if isinstance(found, list) else found)


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, as 64 hexadecimal digits."""
    return sha256(certificate.dump()).hexdigest()


@contextmanager
def opened_seal(settings: SealSettings, at: dt.datetime | None) -> Iterator[Seal]:
    """The seal of the settings, for as long as the block lasts.

    Raises SealRefused where there is none, it cannot be opened, or does not hold at the moment;
    that is not asked where `at` is None.
    """
    if settings.module is not None:
        with _token(settings, settings.module) as session:
            yield _held(*_from_token(session), settings, at)
        return
    yield _held(*_from_file(settings.file, settings.password), settings, at)


def _held(
    certificate: x509.Certificate,
    signer: Signer,
    settings: SealSettings,
    at: dt.datetime | None,
) -> Seal:
    if at is not None:
        require_valid(certificate, at)
    return Seal(certificate, signer, settings.timestamp_url)


def require_valid(certificate: x509.Certificate, at: dt.datetime) -> None:
    """Raises SealRefused where the certificate does not hold at the moment."""
    first, last = certificate.not_valid_before, certificate.not_valid_after
    name = name_in(certificate.subject)
    if at > last:
        raise SealRefused(
            N_(
                "Certifikatet ”%(name)s” gick ut den %(day)s. Skaffa ett nytt och ange det i "
                "stället. Det som redan är stämplat gäller.",
                name=name,
                day=long_date(last.date()),
            )
        )
    if at < first:
        raise SealRefused(
            N_(
                "Certifikatet ”%(name)s” gäller först från den %(day)s.",
                name=name,
                day=long_date(first.date()),
            )
        )


def _from_file(file: Path | None, password: str) -> tuple[x509.Certificate, Signer]:
    if file is None:
        raise SealRefused(
            "Det finns inget certifikat att stämpla med. Den som sköter servern anger ett med "
            "MINUTES_SEAL_FILE."
        )
    try:
        stored = pkcs12.load_pkcs12(file.read_bytes(), password.encode() if password else None)
    except OSError as error:
        raise SealRefused(
            "Filen med certifikatet går inte att läsa. Kontrollera MINUTES_SEAL_FILE."
        ) from error
    except ValueError as error:
        raise SealRefused(
            "Certifikatet går inte att öppna: fel lösenord, eller ingen PKCS#12-fil. "
            "Kontrollera MINUTES_SEAL_PASSWORD och MINUTES_SEAL_FILE."
        ) from error
    if stored.key is None or stored.cert is None:
        raise SealRefused("Filen med certifikatet saknar nyckel. Exportera den igen med nyckel.")
    der = serialization.Encoding.DER
    key = stored.key.private_bytes(
        der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    own, *issuers = (
        x509.Certificate.load(each.certificate.public_bytes(der))
        for each in (stored.cert, *stored.additional_certs)
    )
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(issuers)
    return own, SimpleSigner(own, keys.PrivateKeyInfo.load(key), store)


@contextmanager
def _token(settings: SealSettings, module: Path) -> Iterator[pkcs11.Session]:
    try:
        session = open_pkcs11_session(
            str(module),
            token_criteria=TokenCriteria(label=settings.token) if settings.token else None,
            user_pin=settings.pin or None,
        )
    except (token_errors.PinIncorrect, token_errors.PinLenRange, token_errors.PinInvalid) as error:
        raise SealRefused(
            "Fel PIN till det kort eller den modul som har certifikatet. Kontrollera "
            "MINUTES_SEAL_PIN innan den prövas igen: efter några försök spärras den."
        ) from error
    except token_errors.PinLocked as error:
        raise SealRefused(
            "PIN-koden till certifikatet är spärrad. Lås upp kortet eller modulen med dess eget "
            "program."
        ) from error
    except (token_errors.PKCS11Error, RuntimeError, OSError) as error:
        raise SealRefused(
            "Kortet eller modulen med certifikatet svarar inte. Kontrollera att det sitter i, och "
            "MINUTES_SEAL_MODULE och MINUTES_SEAL_TOKEN."
        ) from error
    try:
        yield session
    finally:
        session.close()


def _from_token(session: pkcs11.Session) -> tuple[x509.Certificate, Signer]:
    """The first certificate of the token that has its key there, and who issued it."""
    try:
        keys_there = {
            each[Attribute.ID] for each in session.get_objects({_CLASS: ObjectClass.PRIVATE_KEY})
        }
        found = [
            (bytes(each[Attribute.ID]), x509.Certificate.load(each[Attribute.VALUE]))
            for each in session.get_objects({_CLASS: ObjectClass.CERTIFICATE})
        ]
    except token_errors.PKCS11Error as error:
        raise SealRefused("Kortet eller modulen med certifikatet går inte att läsa.") from error
    for number, certificate in found:
        if number in keys_there:
            others = [each for _, each in found if each is not certificate]
            return certificate, PKCS11Signer(
                session, signing_cert=certificate, key_id=number, ca_chain=others
            )
    raise SealRefused(
        "Kortet eller modulen har inget certifikat med nyckel som går att använda. Kontrollera "
        "MINUTES_SEAL_PIN."
    )


_CLASS = Attribute.CLASS
