"""Click's own words in Swedish: help, and what is wrong with a command line."""

from typing import Any

import click

from minutes.errors import MinutesError

HEADINGS = {"Options": "Val", "Commands": "Kommandon", "Arguments": "Argument"}


class SwedishHelp(click.HelpFormatter):
    """Help with Swedish headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is written."""
        super().write_usage(prog, args, prefix or "Så här: ")

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(HEADINGS.get(heading, heading))


class Command(click.Command):
    """A command whose help is Swedish."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[VAL]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in Swedish."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Visa den här hjälpen."
        return option


class Group(Command, click.Group):
    """A command with commands under it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "KOMMANDO …")
        super().__init__(*args, **kwargs)

    command_class = Command
    group_class = type


click.Context.formatter_class = SwedishHelp


def message_of(error: click.ClickException | MinutesError | OSError) -> str:
    """One Swedish line that says what is wrong."""
    if isinstance(error, MinutesError):
        return error.message
    if isinstance(error, OSError):
        return _file_problem(error)
    return _usage_problem(error)


def _file_problem(error: OSError) -> str:
    name = error.filename or ""
    if isinstance(error, FileNotFoundError):
        return f"{name} finns inte."
    if isinstance(error, IsADirectoryError):
        return f"{name} är en mapp, inte en fil."
    if isinstance(error, PermissionError):
        return f"{name} får inte läsas."
    return f"{name} gick inte att använda: {error.strerror}."


def _usage_problem(error: click.ClickException) -> str:
    fields: dict[str, Any] = vars(error)
    if isinstance(error, click.NoSuchCommand):
        return f"Kommandot ”{error.command_name}” finns inte. Se hjälpen: {_help(error)}"
    if isinstance(error, click.NoSuchOption):
        return f"Valet ”{error.option_name}” finns inte. Se hjälpen: {_help(error)}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else fields.get("param_hint")
        return f"{name} saknas. Se hjälpen: {_help(error)}"
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param else fields.get("param_hint")
        return f"{name} har ett värde som inte går att använda. Se hjälpen: {_help(error)}"
    if isinstance(error, click.UsageError):
        return f"Kommandot gick inte att förstå. Se hjälpen: {_help(error)}"
    return error.format_message()


def _help(error: click.UsageError) -> str:
    return f"{error.ctx.command_path if error.ctx else 'minutes'} --help"
