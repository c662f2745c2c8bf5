"""Fetch the front end files that are kept here, and note what they are.

For each folder given: fetches the npm packages of its manifest.json, copies the files that
the manifest names, and writes their SHA-384 back into it. To take a newer version, change
the version in the manifest and run `make vendor`. Needs npm.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path


def main() -> None:
    for folder in map(Path, sys.argv[1:]):
        manifest_file = folder / "manifest.json"
        manifest = json.loads(manifest_file.read_text(encoding="utf-8"))
        for name, entry in manifest.items():
            content = file_of(entry["package"], entry["path"])
            (folder / name).write_bytes(content)
            entry["sha384"] = integrity(content)
        text = json.dumps(manifest, indent=2, ensure_ascii=False)
        manifest_file.write_text(f"{text}\n", encoding="utf-8")


def file_of(package: str, path: str) -> bytes:
    """The file at `path` in an npm package such as "htmx.org@4.0.1"."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", package],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            member = tar.extractfile(f"package/{path}")
            if member is None:
                sys.exit(f"{package} has no file {path}")
            return member.read()


def integrity(content: bytes) -> str:
    """The digest in the form that a browser takes it: sha384-<base64>."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode("ascii")


if __name__ == "__main__":
    main()
