"""Make the Word files of this folder again, and the wrong ones: python sample_minutes/make.py

With a folder as argument they are written there. The same bytes come out every time.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import word_brf
import word_dialoggruppen
import word_hembygd
import word_no_minutes
import word_radet
import word_styrgrupp
import word_utbildningsnamnden
from docx.document import Document
from word_package import fixed_bytes
from wrong_files import wrong_files

WORD_FILES: dict[str, Callable[[], Document]] = {
    "dialoggruppen-2026-09-09.docx": word_dialoggruppen.september,
    "dialoggruppen-2026-11-11.docx": word_dialoggruppen.november,
    "radet-2026-10-07.docx": word_radet.october,
    "utbildningsnamnden-2026-10-21.docx": word_utbildningsnamnden.october,
    "brf-larktradet-2026-10-14.docx": word_brf.october,
    "hembygdsforeningen-2026-03-22.docx": word_hembygd.march,
    "styrgruppen-2026-11-05.docx": word_styrgrupp.november,
    "uppdragsbeskrivning-sidotjanstgoring.docx": word_no_minutes.directive,
    "mall-protokoll.docx": word_no_minutes.template,
}


def all_files() -> dict[str, bytes]:
    """Every file that is made by script, by its path in this folder."""
    made = {name: fixed_bytes(write()) for name, write in WORD_FILES.items()}
    wrong = wrong_files(made["radet-2026-10-07.docx"])
    return made | {f"wrong/{name}": data for name, data in wrong.items()}


def main(arguments: list[str]) -> None:
    """Write the files into the folder named, or into this one."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    for name, data in all_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1:])
