"""The command `minutes`. What each command does stands in commands/, and is read when it is run."""

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from minutes import __version__
from minutes.commands.swedish import Group, message_of
from minutes.errors import MinutesError

FILES = click.argument(
    "files", metavar="FIL…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
ROLES = ("chair", "vice_chair", "secretary", "member", "substitute", "reader")


@click.group(cls=Group)
def cli() -> None:
    """Minutes läser svenska protokoll och följer upp vad som beslutades och lovades."""


@cli.command()
def init() -> None:
    """Förbered databasen, eller för den till den senaste versionen."""
    from minutes.commands.database import init

    init()


@cli.command()
def demo() -> None:
    """Lägg in påhittade organ, personer och protokoll att prova på."""
    from minutes.commands.demo import demo

    demo()


@cli.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADRESS", help="Adress att svara på."
)
@click.option(
    "--port", default=8000, show_default=True, metavar="NUMMER", help="Port att svara på."
)
@click.option("--no-jobs", is_flag=True, help="Kör inte de schemalagda jobben.")
def serve(host: str, port: int, no_jobs: bool) -> None:
    """Visa webben, och kör de schemalagda jobben bredvid."""
    from minutes.commands.serve import serve

    serve(host, port, with_jobs=not no_jobs)


@cli.command()
@click.option("--list", "only_list", is_flag=True, help="Visa när varje jobb senast gick bra.")
@click.option("--now", is_flag=True, help="Kör alla jobb en gång, nu.")
@click.option("--with-parent", is_flag=True, hidden=True, help="Sluta när den som startade slutar.")
def jobs(only_list: bool, now: bool, with_parent: bool) -> None:
    """Kör de schemalagda jobben tills någon avbryter."""
    from minutes.commands import jobs

    if only_list:
        jobs.show()
    elif now:
        jobs.run_all()
    else:
        jobs.run_on_schedule(with_parent=with_parent)


@cli.command()
@click.option("--dry-run", is_flag=True, help="Visa vem som skulle få vad, och varför.")
@click.option(
    "--on",
    "day",
    metavar="DATUM",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Visa det för den här dagen. Kräver --dry-run.",
)
def remind(dry_run: bool, day: datetime | None) -> None:
    """Bestäm dagens påminnelser, eller visa hur de skulle bli."""
    from minutes.commands import remind

    if dry_run:
        remind.show(day.date() if day else None)
    elif day is not None:
        raise click.UsageError("--on kräver --dry-run: bara dagens påminnelser kan bestämmas.")
    else:
        remind.decide()


@cli.command()
@FILES
@click.option("--json", "as_json", is_flag=True, help="Skriv JSON, för andra program.")
def parse(files: tuple[Path, ...], as_json: bool) -> None:
    """Läs protokoll och visa vad som känns igen. Inget sparas."""
    from minutes.commands.parse import parse

    parse(files, as_json=as_json)


@cli.command("import")
@FILES
@click.option("--body", "body_name", metavar="NAMN", help="Organet som protokollen hör till.")
def import_(files: tuple[Path, ...], body_name: str | None) -> None:
    """Läs in protokoll, eller mappar med protokoll, som utkast att granska."""
    from minutes.commands.importing import import_files

    import_files(files, body_name)


@cli.group()
def user() -> None:
    """Konton."""


@user.command("add")
@click.argument("email", metavar="ADRESS")
@click.argument("name", metavar="NAMN")
@click.option("--administrator", is_flag=True, help="Får göra allt i alla organ.")
@click.option("--body", "body_name", metavar="NAMN", help="Organ att få ett uppdrag i.")
@click.option(
    "--role", type=click.Choice(ROLES), default="member", show_default=True, help="Roll i organet."
)
@click.option("--generate", is_flag=True, help="Hitta på ett lösenord och skriv ut det en gång.")
def user_add(
    email: str, name: str, administrator: bool, body_name: str | None, role: str, generate: bool
) -> None:
    """Lägg till en person med konto."""
    from minutes.commands.users import add

    add(email, name, administrator=administrator, body_name=body_name, role=role, generate=generate)


@cli.group("api-token")
def api_token() -> None:
    """Nycklar för andra program."""


@api_token.command("add")
@click.argument("email", metavar="ADRESS")
@click.argument("name", metavar="NAMN")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    default=["read"],
    show_default=True,
    type=click.Choice(["read", "follow_up", "import"]),
    help="Vad nyckeln får göra. Kan anges flera gånger.",
)
@click.option("--days", default=180, show_default=True, metavar="ANTAL", help="Dagar den gäller.")
def api_token_add(email: str, name: str, scopes: tuple[str, ...], days: int) -> None:
    """Gör en nyckel åt den som har kontot."""
    from minutes.commands.users import add_api_token

    add_api_token(email, name, scopes, days)


@cli.group()
def audit() -> None:
    """Vad som har gjorts, och av vem."""


@audit.command("verify")
@click.argument(
    "files", metavar="[MÄRKEN…]", nargs=-1, type=click.Path(exists=True, path_type=Path)
)
def audit_verify(files: tuple[Path, ...]) -> None:
    """Kontrollera att ingen händelse har ändrats eller tagits bort.

    Jämförs med de märken som har sparats utanför databasen, och med dem i filerna: en fil med
    märken, eller ett bevis om justering.
    """
    from minutes.commands.database import verify_audit

    verify_audit(files)


@cli.group()
def evidence() -> None:
    """Bevis om justering."""


@evidence.command("verify")
@click.argument("files", metavar="[FIL…]", nargs=-1, type=click.Path(path_type=Path))
def evidence_verify(files: tuple[Path, ...]) -> None:
    """Kontrollera bevisfiler, eller utan filer allt som databasen har om justering."""
    from minutes.commands import evidence

    if files:
        evidence.verify_files(files)
    else:
        evidence.verify_database()


@cli.group()
def seal() -> None:
    """Organisationens stämpel på PDF-filer."""


@seal.command("verify")
@FILES
def seal_verify(files: tuple[Path, ...]) -> None:
    """Kontrollera om PDF-filer är våra, oförändrade, och vem som har skrivit under."""
    from minutes.commands.seal import verify

    verify(files)


@cli.group()
def database() -> None:
    """Databasen."""


@database.command("check")
def database_check() -> None:
    """Kontrollera att tabellerna är de som programmet beskriver."""
    from minutes.commands.database import check

    check()


@cli.group()
def search() -> None:
    """Det som sökningen bygger på."""


@search.command("rebuild")
def search_rebuild() -> None:
    """Gör sökregistret på nytt."""
    from minutes.commands.search import make_again

    make_again()


@search.command("check")
def search_check() -> None:
    """Kontrollera att sökregistret stämmer med mötena."""
    from minutes.commands.search import check

    check()


@cli.command("annual-report")
@click.option("--body", "names", multiple=True, metavar="NAMN", help="Organet; flera går bra.")
@click.option("--organisation", default="", metavar="NAMN", help="Alla organ i organisationen.")
@click.option("--together", is_flag=True, help="Flera organ i gemensamma avsnitt.")
@click.option("--year", required=True, type=click.IntRange(1800, 9998), metavar="ÅR")
@click.option("--format", "kind", default="docx", type=click.Choice(["docx", "pdf", "html", "md"]))
@click.option(
    "--extent", default="full", type=click.Choice(["full", "short"]), help="Hel eller kort."
)
@click.option("-o", "--output", "to", required=True, metavar="FIL", type=click.Path(path_type=Path))
def annual_report(
    names: tuple[str, ...],
    organisation: str,
    together: bool,
    year: int,
    kind: str,
    extent: str,
    to: Path,
) -> None:
    """Skriv årsberättelsen till en fil: den som är sparad, annars ett första utkast."""
    from minutes.commands.annual_report import Wanted, annual_report

    annual_report(Wanted(names, organisation.strip()), year, kind, extent, to, together=together)


@cli.command()
def version() -> None:
    """Visa vilken version det här är."""
    click.echo(f"minutes {__version__}")


def main() -> None:
    """Run the command line; every error that is foreseen is one line on standard error."""
    try:
        code = cli.main(standalone_mode=False)
    except click.Abort:
        _say("Avbrutet.")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except (MinutesError, OSError, click.ClickException) as error:
        _say(message_of(error))
        sys.exit(error.exit_code if isinstance(error, click.ClickException) else 1)
    sys.exit(code if isinstance(code, int) else 0)


def _say(message: str) -> None:
    click.echo(f"minutes: {message}", err=True)


if __name__ == "__main__":
    main()
