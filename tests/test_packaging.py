"""What is installed is whole: the lock, the files kept from elsewhere, and the wheel."""

import base64
import configparser
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "dialoggruppen-2026-11-11.docx"
VENDORED = (ROOT / "minutes" / "static" / "vendor", ROOT / "tests" / "vendor")
# Where a folder of the checkout is found in the wheel.
INSIDE = {
    "templates/": "minutes/templates/",
    "migrations/": "minutes/migrations/",
    "sample_minutes/": "minutes/sample_minutes/",
    "minutes/": "minutes/",
    "wsgi.py": "wsgi.py",
}


def test_every_requirement_is_pinned_in_the_lock() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    wanted = setup["options"]["install_requires"].split("\n")
    for extra in setup["options.extras_require"].values():
        wanted += extra.split("\n")
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)(?:\[\w+\])?==", lock, flags=re.MULTILINE))
    assert {_project(line) for line in wanted if line} - pinned == set()


@pytest.mark.parametrize("folder", VENDORED, ids=lambda folder: folder.parent.name)
def test_vendored_files_are_those_of_the_manifest(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    digests = {
        path.name: "sha384-" + base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode()
        for path in folder.iterdir()
        if path.name != "manifest.json"
    }
    assert digests == {name: entry["sha384"] for name, entry in manifest.items()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the files of the checkout, without what git ignores."""
    source = tmp_path_factory.mktemp("source")
    for name in _files("."):
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)
    made = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(made)]
    _run([*command, str(source)], cwd=source)
    (path,) = made.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel in it.

    The other packages are taken from the environment of the tests by a .pth file: it makes
    them importable, but not the checkout that is installed there for development.
    """
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False, symlinks=True)
    programs = folder / "bin"
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "install"]
    _run([*pip, "--quiet", "--no-deps", "--no-index", str(wheel)], cwd=folder)
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "others.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


@pytest.mark.slow
def test_the_wheel_has_every_file_of_the_program(wheel: Path) -> None:
    in_wheel = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = {_in_wheel(name) for name in _files(*INSIDE)}
    assert in_wheel == expected


@pytest.mark.slow
def test_an_installed_program_makes_its_database(installed: Path, tmp_path: Path) -> None:
    _run([str(installed / "minutes"), "init"], cwd=tmp_path)
    assert (tmp_path / "var" / "minutes.db").exists()


@pytest.mark.slow
def test_an_installed_program_reads_minutes(installed: Path, tmp_path: Path) -> None:
    sample = ROOT / "sample_minutes" / SAMPLE
    answer = _run([str(installed / "minutes"), "parse", "--json", str(sample)], cwd=tmp_path)
    assert json.loads(answer)["items"]


def _project(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0].lower()


def _files(*paths: str) -> list[str]:
    """The files that git has, or would take with the next commit."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = _run([*listing, "--", *paths], cwd=ROOT).split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


def _in_wheel(name: str) -> str:
    folder = next(folder for folder in INSIDE if name.startswith(folder))
    return INSIDE[folder] + name.removeprefix(folder)


def _run(command: list[str], cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment = {name: v for name, v in environment.items() if not name.startswith("MINUTES_")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout
