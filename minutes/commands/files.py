"""Files named on the command line."""

import os
from collections.abc import Iterable
from pathlib import Path

from minutes.reading.bounds import Limits
from minutes.reading.documents import ACCEPTED_SUFFIXES
from minutes.settings import reading_limits


def limits() -> Limits:
    """The limits that the environment states."""
    file_bytes, pages = reading_limits(os.environ)
    return Limits(file_bytes=file_bytes, pages=pages)


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The file; one byte more than is allowed of one that is too large, so that it is refused."""
    with path.open("rb") as file:
        return file.read(limits.file_bytes + 1)


def with_folders_opened(paths: Iterable[Path]) -> list[Path]:
    """The files, and those in the folders that may be minutes, by name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            found += sorted(file for file in inside if file.suffix.lower() in ACCEPTED_SUFFIXES)
        else:
            found.append(path)
    return found
