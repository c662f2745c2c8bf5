"""What a machine without Pango answers. A process of its own, since imports are kept."""

import subprocess
import sys

WITHOUT_PANGO = """
import sys
from minutes.printing import PrintingNotPossible, pdf_of

class Missing:
    def find_spec(self, name, *_):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")

sys.meta_path.insert(0, Missing())
try:
    pdf_of("<p>x", "")
except PrintingNotPossible as refusal:
    print(refusal.status, refusal.message)
"""


def test_a_machine_without_pango_says_what_is_missing() -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_PANGO], capture_output=True, check=True, timeout=60
    ).stdout.decode("utf-8")
    assert told.startswith("503 ")
    assert "libpango" in told
