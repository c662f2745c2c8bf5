"""Three signatures in one file against one: no more than three times the time and the growth."""

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.sheet import Layout, SealLine, Sheet, SignatureLine
from minutes.sealing.certificates import opened_seal
from minutes.sealing.checking import Verdict, checked
from minutes.sealing.demo import make_demo_seal
from minutes.sealing.seals import sealed
from minutes.settings import SealSettings

sys.path.insert(0, str(Path(__file__).parents[2]))  # for what the tests have built
from tests.justering.test_canonical import MINUTES

ROUNDS = 9
LINES = [SignatureLine(field, "", field, "") for field in ("secretary", "chair")]


def main() -> None:
    """Print the ratios."""
    now = dt.datetime.now(dt.UTC)
    sheet = Sheet(MINUTES, LINES, Layout.END, True, "0f" * 32, "Protokoll")
    pdf = pdf_of(replace(sheet, seal=SealLine("Mätning", "https://minutes.example.se/kontrollera")))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "seal.p12"
        make_demo_seal(file, now)
        settings = SealSettings(file=file)

        def signed(*fields: str) -> bytes:
            result = pdf
            with opened_seal(settings, now) as seal:
                for field in fields:
                    result = sealed(result, seal, "Mätning", field=field)
            return result

        one, three = signed("seal"), signed("seal", "secretary", "chair")
        with opened_seal(settings, now) as seal:
            certificate = seal.certificate
        assert checked(three, [certificate]).verdict is Verdict.OURS
        acts: list[Callable[[], object]] = [
            lambda: signed("seal"),
            lambda: signed("seal", "secretary", "chair"),
            lambda: checked(three, [certificate]),
        ]
        once, thrice, check = _best(acts)
    print(f"one signature     {once * 1000:6.0f} ms, {len(one) - len(pdf):6d} bytes more")
    print(f"three signatures  {thrice * 1000:6.0f} ms, {len(three) - len(pdf):6d} bytes more")
    print(f"three to one      {thrice / once:6.2f} (at most 3)")
    print(f"check of three    {check * 1000:6.0f} ms")


def _best(acts: Sequence[Callable[[], object]]) -> list[float]:
    """The least seconds of the processor that each took, tried in turn."""
    taken = [[_seconds(act) for act in acts] for _ in range(ROUNDS)]
    return [min(column) for column in zip(*taken, strict=True)]


def _seconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
