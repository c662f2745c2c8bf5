"""The command that checks sealed PDF files."""

import os
from pathlib import Path

import click
from asn1crypto import x509
from sqlmodel import Session

from minutes import clock
from minutes.commands.database import opened
from minutes.commands.failures import Failed
from minutes.formatting import counted, date_and_time
from minutes.justering import issuing
from minutes.sealing.certificates import SealRefused, opened_seal
from minutes.sealing.checking import Signature, Verdict, checked
from minutes.sealing.revocation import Revocation, given_lists
from minutes.settings import from_environment, is_installed

WORDS = {
    Verdict.OURS: "vår och oförändrad",
    Verdict.CHANGED: "bär vår stämpel, men är ändrad efter den",
    Verdict.NOT_OURS: "har ingen stämpel från oss",
    Verdict.ENCRYPTED: "är krypterad och går inte att läsa",
    Verdict.NO_PDF: "är ingen PDF",
}
REVOCATION_WORDS = {
    Revocation.NOT_REVOKED: "Certifikatet var inte spärrat då.",
    Revocation.REVOKED: "Certifikatet var spärrat då.",
    Revocation.UNKNOWN: "Om certifikatet var spärrat går inte att kontrollera.",
}


def verify(files: tuple[Path, ...]) -> None:
    """Say of each file what can be said. Raises Failed where one is not ours and unchanged."""
    ours, lists = _ours(), given_lists(from_environment(os.environ).seal.revoked)
    wrong = 0
    for file in files:
        found = checked(file.read_bytes(), ours, lists)
        click.echo(f"{file}: {WORDS[found.verdict]}")
        for each in found.signatures:
            click.echo(f"  {_line(each)}")
        wrong += found.verdict is not Verdict.OURS
    if wrong:
        raise Failed(f"{counted(wrong, 'fil', 'filer')} är inte vår och oförändrad.")


def _ours() -> list[x509.Certificate]:
    """The certificate of the settings, and those of the database where there is one."""
    found = []
    if is_installed(os.environ):
        with opened() as (_settings, engine), Session(engine) as session:
            found = issuing.known_certificates(session)
    settings = from_environment(os.environ).seal
    try:
        with opened_seal(settings, None) as seal:
            found.append(seal.certificate)
    except SealRefused as refusal:
        if not found:
            raise
        click.echo(refusal.message, err=True)
    return found


def _line(signature: Signature) -> str:
    kind = "vår stämpel" if signature.ours else f"underskrift, certifikat från {signature.issuer}"
    state = "hel" if signature.whole else "stämmer inte"
    when = ""
    if signature.at is not None:
        clock_of = "enligt tidsstämpeltjänst" if signature.stated else "enligt egen klocka"
        local = signature.at.astimezone(clock.STOCKHOLM)
        when = f", {date_and_time(local)} {clock_of}"
    revoked = "" if signature.ours else f" {REVOCATION_WORDS[signature.revocation]}"
    return f"{signature.name} ({kind}): {state}{when}. {signature.reason}".rstrip() + revoked
