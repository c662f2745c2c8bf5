"""Minutes: what Swedish public bodies and associations agreed at their meetings."""

from pathlib import Path

__version__ = "0.1.0"


def installed_folder(name: str) -> Path:
    """The folder `templates`, `migrations` or `sample_minutes`.

    It stands inside the package in a wheel and beside it in a checkout.
    Raises RuntimeError where it is in neither place.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / name, here.parent / name):
        if folder.is_dir():
            return folder
    raise RuntimeError(f"{name} is missing from the installation")
