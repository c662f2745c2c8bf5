"""The command line, run as a user runs it: in a process of its own, from another folder."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from minutes import __version__, installed_folder
from minutes.cli import main
from minutes.commands.demo import DEMO_PASSWORD

SAMPLES = installed_folder("sample_minutes")
MINUTES = [sys.executable, "-m", "minutes.cli"]
ONE_LINE = re.compile(r"minutes: [^\n]+\n")


@dataclass(frozen=True)
class Result:
    """What a command printed and how it ended."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder that the commands use."""
    for name in [name for name in os.environ if name.startswith("MINUTES_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MINUTES_DATA", str(tmp_path / "var"))
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "var"


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, which is faster than in one of its own."""

    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["minutes", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capfd.readouterr()
        return Result(int(end.value.code or 0), out, err)

    return run


def run_alone(*arguments: object) -> Result:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [*MINUTES, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    return Result(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def installed(run: Run, sqlite_template: Path, data: Path) -> Run:
    """`run`, with the database prepared."""
    data.mkdir()
    shutil.copyfile(sqlite_template, data / "minutes.db")
    return run


def assert_refused(result: Result, said: str) -> None:
    """One line on standard error, and a status that is not zero."""
    assert result.returncode != 0
    assert ONE_LINE.fullmatch(result.stderr), result.stderr
    assert said in result.stderr


def test_the_version_is_told(data: Path) -> None:
    assert run_alone("version").stdout == f"minutes {__version__}\n"


def test_the_help_is_swedish(run: Run) -> None:
    text = run("--help").stdout
    assert "Kommandon:" in text
    assert not re.search(r"Usage|Options|Commands|Show this", text)


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["påhittat"], "”påhittat” finns inte"),
        (["parse"], "FIL… saknas"),
        (["parse", "--påhittat", "x.md"], "”--påhittat” finns inte"),
        (["user", "add", "x@example.se", "X", "--role", "kung"], "ett värde som inte"),
        (["serve", "--port", "tolv"], "ett värde som inte"),
    ],
)
def test_a_mistyped_command_is_told_in_one_line(run: Run, arguments: list[str], said: str) -> None:
    assert_refused(run(*arguments), said)


@pytest.mark.parametrize("command", [["demo"], ["jobs", "--list"], ["audit", "verify"], ["serve"]])
def test_a_database_that_is_not_prepared_is_told_so(run: Run, command: list[str]) -> None:
    assert_refused(run(*command), "minutes init")


def test_init_prepares_the_database_once(run: Run) -> None:
    assert "är förberedd" in run("init").stdout
    assert "redan förberedd" in run("init").stdout


def test_a_setting_that_makes_no_sense_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_PAGE_LIMIT", "många")
    assert_refused(run("init"), "MINUTES_PAGE_LIMIT ska vara ett heltal")


def test_parse_prints_json_and_nothing_else(data: Path) -> None:
    result = run_alone("parse", "--json", SAMPLES / "vardappen-2026-11-17.md")
    assert result.returncode == 0
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert found["is_minutes"] is True
    assert found["date"] == "2026-11-17"


def test_parse_stores_nothing(run: Run, data: Path) -> None:
    run("parse", SAMPLES / "vardappen-2026-11-17.md")
    assert not data.exists()


def test_parse_prints_a_report_with_the_lines_of_the_source(run: Run) -> None:
    text = run("parse", SAMPLES / "dialoggruppen-2026-09-09.docx").stdout
    assert "9 september 2026" in text
    assert re.search(r"ÅTGÄRD .+\n(.*\n){1,4}.*rad \d+", text)


def test_parse_is_not_kept_waiting_by_the_web(run: Run, tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['minutes', 'parse', '--json', sys.argv[1]]\n"
        "from minutes.cli import main\n"
        "slow = {'flask', 'sqlalchemy', 'alembic', 'pyhanko', 'holidays', 'xlsxwriter'}\n"
        "try: main()\n"
        "finally: print(slow & set(sys.modules), file=sys.stderr)"
    )
    file = str(SAMPLES / "vardappen-2026-11-17.md")
    result = subprocess.run(
        [sys.executable, "-c", code, file], capture_output=True, text=True, cwd=tmp_path
    )
    assert result.stderr == "set()\n"


@pytest.mark.parametrize("file", sorted((SAMPLES / "wrong").iterdir()), ids=lambda file: file.name)
def test_a_file_that_cannot_be_read_is_told_why(run: Run, file: Path) -> None:
    assert_refused(run("parse", file), file.name)


def test_a_file_that_is_not_there_is_told(data: Path) -> None:
    assert_refused(run_alone("parse", "finns-inte.md"), "finns-inte.md finns inte")


def test_import_tells_what_became_of_each_file(installed: Run) -> None:
    result = installed(
        "import",
        SAMPLES / "vardappen-2026-11-17.md",
        SAMPLES / "mall-protokoll.docx",
        SAMPLES / "wrong" / "bild.docx",
    )
    assert re.search(r"läst +vardappen", result.stdout)
    assert re.search(r"inte protokoll +mall-protokoll", result.stdout)
    assert re.search(r"gick inte att läsa +bild.docx +Filen är en bild", result.stdout)
    assert "1 lästa, 1 inte protokoll, 1 gick inte att läsa." in result.stdout
    assert_refused(result, "1 fil gick inte att läsa")


def test_the_same_file_again_changes_nothing(installed: Run) -> None:
    file = SAMPLES / "vardappen-2026-11-17.md"
    assert installed("import", file).returncode == 0
    events = installed("audit", "verify").stdout
    again = installed("import", file)
    assert again.returncode == 0
    assert re.search(r"fanns redan +vardappen", again.stdout)
    assert installed("audit", "verify").stdout == events


def minutes_in(folder: Path, count: int) -> Path:
    """A folder with so many different minutes, and something that is not."""
    folder.mkdir()
    text = (SAMPLES / "vardappen-2026-11-17.md").read_text("utf-8")
    for number in range(count):
        (folder / f"{number}.md").write_text(f"{text}\n\nTillägg {number}.\n", "utf-8")
    (folder / "bild.docx").write_bytes((SAMPLES / "wrong" / "bild.docx").read_bytes())
    return folder


def states(data: Path) -> dict[str, int]:
    """How many files of batches there are in each state."""
    with contextlib.closing(sqlite3.connect(data / "minutes.db")) as database:
        rows = database.execute("SELECT state, count(*) FROM import_file GROUP BY state")
        return dict(rows.fetchall())


def test_a_folder_becomes_a_batch(installed: Run, data: Path, tmp_path: Path) -> None:
    result = installed("import", minutes_in(tmp_path / "2019", 2))
    assert "Filerna är lagrade som inläsning 1." in result.stdout
    assert re.search(r"läst +0.md +/granskning/1", result.stdout)
    assert "2 lästa, 1 gick inte att läsa." in result.stdout
    assert_refused(result, "1 fil gick inte att läsa")
    assert states(data) == {"read": 2, "refused": 1}


@pytest.mark.slow
def test_the_job_reads_what_a_killed_import_leaves(
    installed: Run, data: Path, tmp_path: Path
) -> None:
    folder = minutes_in(tmp_path / "2019", 30)
    with subprocess.Popen([*MINUTES, "import", folder], stdout=subprocess.DEVNULL) as importing:
        while states(data).get("read", 0) < 2:
            assert importing.poll() is None
            time.sleep(0.01)
        importing.kill()
    assert states(data)["waiting"] > 1
    installed("jobs", "--now")
    assert states(data).get("waiting", 0) <= 1  # the one that was being read is held a while
    with contextlib.closing(sqlite3.connect(data / "minutes.db")) as database:
        database.execute("UPDATE import_file SET claimed_until = '2020-01-01 00:00:00'")
        database.commit()
    installed("jobs", "--now")
    assert states(data) == {"read": 30, "refused": 1}


def test_importing_for_a_body_there_is_not_is_refused(installed: Run) -> None:
    result = installed("import", SAMPLES / "vardappen-2026-11-17.md", "--body", "Påhittade")
    assert_refused(result, "Påhittade")


def test_a_user_is_added_and_gets_a_password_once(installed: Run) -> None:
    result = installed("user", "add", "anna@example.se", "Anna Berg", "--administrator")
    assert re.search(r"visas bara nu\): \w{5}-\w{5}-\w{5}-\w{5}\n", result.stdout)
    assert_refused(installed("user", "add", "anna@example.se", "Anna"), "har redan ett konto")


def test_a_key_for_programs_is_made_and_printed_once(installed: Run) -> None:
    installed("user", "add", "nils@example.se", "Nils Ek", "--generate")
    result = installed("api-token", "add", "nils@example.se", "Diariet", "--scope", "import")
    assert re.search(r"visas bara nu\): minutes_[\w-]{43}\n", result.stdout)
    assert_refused(installed("api-token", "add", "x@example.se", "Diariet"), "Ingen har adressen")
    too_long = installed("api-token", "add", "nils@example.se", "Diariet", "--days", "4000")
    assert_refused(too_long, "inom ett år")


def test_the_jobs_can_be_run_at_once_and_listed(installed: Run) -> None:
    assert "aldrig" in installed("jobs", "--list").stdout
    assert installed("jobs", "--now").returncode == 0
    assert "aldrig" not in installed("jobs", "--list").stdout


def test_the_tables_are_checked(installed: Run) -> None:
    assert "Den installerade databasen har dem." in installed("database", "check").stdout


@pytest.mark.slow
def test_the_demonstration_is_added_once(installed: Run) -> None:
    first = installed("demo")
    assert first.returncode == 0, first.stderr
    assert DEMO_PASSWORD in first.stdout
    assert "2 utkast att granska" in first.stdout
    assert "Det som är publicerat finns på /protokoll." in first.stdout
    events = installed("audit", "verify").stdout
    assert installed("demo").stdout == first.stdout
    assert installed("audit", "verify").stdout == events


@pytest.mark.slow
def test_serve_answers_and_ends_with_its_jobs(installed: Run) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [*MINUTES, "serve", "--port", str(port)],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == f"Minutes svarar på http://127.0.0.1:{port}\n"
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/halsa") as answer:
                assert answer.read() == b"ok\n"
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=120) == 0
            assert_group_is_gone(process.pid)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def test_serve_says_in_one_line_that_the_port_is_taken(installed: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = installed("serve", "--port", str(port))
    assert ended.returncode == 1
    assert ended.stderr == (
        f"minutes: Det går inte att svara på 127.0.0.1:{port}. "
        "Något annat svarar redan där. Ange en annan port med --port.\n"
    )


@pytest.mark.parametrize("where", [["--port", "99999"], ["--host", "192.0.2.1"]])
def test_serve_says_in_one_line_that_an_address_cannot_be_had(
    installed: Run, where: list[str]
) -> None:
    ended = installed("serve", *where)
    assert ended.returncode == 1
    assert ended.stderr.startswith("minutes: ")
    assert ended.stderr.count("\n") == 1


def assert_group_is_gone(group: int) -> None:
    """No process of the group is left."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("a process was left behind")


def test_the_index_of_the_search_is_checked_and_made_again(run: Run, data: Path) -> None:
    run("init")
    run("demo")
    assert run("search", "check").stdout == "Sökregistret stämmer.\n"
    with sqlite3.connect(data / "minutes.db") as connection:
        connection.execute("DELETE FROM search_entry WHERE kind = 'decision'")
    wrong = run("search", "check")
    assert wrong.returncode == 1
    assert "Kör minutes search rebuild." in wrong.stderr
    assert "Sökregistret är gjort på nytt" in run("search", "rebuild").stdout
    assert run("search", "check").returncode == 0
