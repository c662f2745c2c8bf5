"""The command that runs everything on one machine: the web, and the jobs beside it."""

import errno
import json
import os
import socket
import subprocess
import sys
from typing import Any

import click
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from sqlmodel import Session

from minutes import installed_folder
from minutes.commands.database import opened
from minutes.commands.failures import Failed
from minutes.people import queries
from minutes.people.passwords import passwords_of_cost

THREADS = 4


def serve(host: str, port: int, *, with_jobs: bool) -> None:
    """Answer on the address until somebody interrupts.

    Raises DatabaseNotReady, and Failed where the address cannot be had.
    """
    hints = _hints()
    _require_free(host, port)
    beside = _Beside() if with_jobs else None

    def ready(_arbiter: Any) -> None:
        click.echo(f"Minutes svarar på http://{host}:{port}")
        for line in hints:
            click.echo(line)
        click.echo("Avbryt med Ctrl-C.")
        if beside is not None:
            beside.start()

    mine = os.getpid()
    try:
        _Server({"bind": f"{host}:{port}", "when_ready": ready}).run()
    finally:
        # A worker is a copy of this process and comes by here too when it ends.
        if beside is not None and os.getpid() == mine:
            beside.stop()


def _require_free(host: str, port: int) -> None:
    """Left to itself, gunicorn would try for five seconds, and say so ten times in English."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                why = "Något annat svarar redan där. Ange en annan port med --port."
            else:
                why = "Adressen eller porten får inte användas på den här maskinen."
            raise Failed(f"Det går inte att svara på {host}:{port}. {why}") from error
        except OverflowError as error:
            raise Failed(f"{port} är ingen port. En port är ett tal från 1 till 65535.") from error


class _Server(BaseApplication):  # type: ignore[misc]
    """gunicorn with one worker and a few threads: SQLite has one writer at a time anyway."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = {
            "workers": 1,
            "threads": THREADS,
            "worker_class": "gthread",
            "preload_app": True,
            "loglevel": "warning",
            "graceful_timeout": 5,
            **options,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from wsgi import app

        return app


class _Beside:
    """The jobs in a process of their own, which ends when this one does."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the jobs; they hold the other end of a pipe, and see when it closes."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "minutes.cli", "jobs", "--with-parent"], stdin=subprocess.PIPE
        )

    def stop(self) -> None:
        """Let the jobs end."""
        if self._process is None or self._process.stdin is None:
            return
        self._process.stdin.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()


def _hints() -> list[str]:
    """How to sign in, where the demonstration's accounts are there with their password."""
    from minutes.commands.demo import DEMO_PASSWORD, how_to_sign_in

    file = installed_folder("sample_minutes") / "people.json"
    world = json.loads(file.read_text(encoding="utf-8"))
    with opened() as (settings, engine), Session(engine) as session:
        first = world["accounts"][0]["email"]
        account = queries.account_by_email(session, first)
        stored = account.password_hash if account else None
    if stored and passwords_of_cost(settings.password_memory).match(stored, DEMO_PASSWORD):
        return how_to_sign_in(world)
    return []
