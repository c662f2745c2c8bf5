"""Whatever damage a file has taken, it is read or refused, and in little memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COUNT = int(os.environ.get("MINUTES_FUZZ", "150"))  # 2000 for a thorough run
SECONDS_EACH = 8.0  # a bound for the whole run, which shall end; not a speed
MEBIBYTES = 300
ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_damaged_files_are_read_or_refused_in_little_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", str(COUNT)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60 + COUNT * SECONDS_EACH,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""  # no library may print what it thinks of a file
    told = json.loads(done.stdout)
    assert told["failures"] == []
    assert told["read"] + told["refused"] == COUNT
    assert told["read"] > COUNT / 4  # else the damage is too great to tell anything
    assert told["mebibytes"] < MEBIBYTES
