"""Ways in which a file may be damaged between its author and us."""

import io
import zipfile
from collections.abc import Callable
from random import Random

Damage = Callable[[Random, bytes], bytes]
MOST = 300_000  # bytes of text: some hundred pages; what longer ones take is for the benchmarks
_ENCODINGS = ("cp1252", "cp850", "mac-roman", "utf-16", "utf-16-le", "utf-32", "latin-1", "utf-7")
_ODD = (
    "\0",
    "\ufeff",
    "\u202e",
    "\x0c",
    "\r",
    "\u2028",
    "\t",
    "   ",
    "§",
    "||",
    "[ ]",
    "<!--",
    "```",
)


def damaged(random: Random, data: bytes) -> bytes:
    """The file with one to three kinds of damage; one that only grows is no damaged file."""
    is_package = data.startswith(b"PK")
    kinds = ANYWHERE + (IN_PACKAGES if is_package else IN_TEXT)
    for _ in range(random.randint(1, 3)):
        data = random.choice(kinds)(random, data) or b" "
        if not is_package:
            data = data[:MOST]
    return data


def _bytes_flipped(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 10, 100))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut_off(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data))]


def _piece_repeated(random: Random, data: bytes) -> bytes:
    start = random.randrange(len(data))
    piece = data[start : start + random.randrange(1, 2_000)]
    return data[:start] + piece * random.choice((2, 5, 50)) + data[start:]


def _piece_lost(random: Random, data: bytes) -> bytes:
    start = random.randrange(len(data))
    return data[:start] + data[start + random.randrange(1, 5_000) :]


def _lines_shuffled(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def _lines_joined(random: Random, data: bytes) -> bytes:
    return data.replace(b"\n", random.choice((b" ", b"", b"\r", b"\n\n", b"\x0b")))


def _lines_lost(random: Random, data: bytes) -> bytes:
    return b"".join(line for line in data.splitlines(keepends=True) if random.random() < 0.7)


def _lines_repeated(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [data]
    line = random.choice(lines)
    return data + line * random.choice((10, 1_000))


def _in_another_encoding(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", errors="replace")
    return text.encode(random.choice(_ENCODINGS), errors="ignore")


def _encoded_twice(random: Random, data: bytes) -> bytes:
    return data.decode(random.choice(("cp1252", "latin-1")), errors="ignore").encode()


def _odd_signs(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", errors="replace")
    for _ in range(random.choice((1, 5, 30))):
        place = random.randrange(len(text) + 1)
        text = text[:place] + random.choice(_ODD) * random.choice((1, 1, 40)) + text[place:]
    return text.encode()


def _part_lost(random: Random, data: bytes) -> bytes:
    return _repacked(data, lambda names: {random.choice(names): None} if names else {})


def _part_damaged(random: Random, data: bytes) -> bytes:
    kinds = (_bytes_flipped, _cut_off, _piece_repeated, _piece_lost, _tags_shuffled)
    return _repacked(data, lambda names: {random.choice(names): random.choice(kinds)}, random)


def _parts_exchanged(random: Random, data: bytes) -> bytes:
    parts = _parts(data)
    names = list(parts)
    if len(names) > 1:
        one, other = random.sample(names, 2)
        parts[one], parts[other] = parts[other], parts[one]
    return _packed(parts) if parts else data


def _tags_shuffled(random: Random, data: bytes) -> bytes:
    """The paragraphs and rows in any order, as a broken merge leaves them."""
    pieces = data.split(b"</")
    for _ in range(20):
        one, other = random.randrange(len(pieces)), random.randrange(len(pieces))
        pieces[one], pieces[other] = pieces[other], pieces[one]
    return b"</".join(pieces)


def _repacked(
    data: bytes,
    choose: Callable[[list[str]], dict[str, Damage | None]],
    random: Random | None = None,
) -> bytes:
    parts = _parts(data)
    if not parts:
        return data
    for name, damage in choose(list(parts)).items():
        if damage is None:
            del parts[name]
        elif random is not None and parts[name]:
            parts[name] = damage(random, parts[name])
    return _packed(parts)


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package that is still whole, else none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, EOFError):
        return {}
    except zipfile.zlib.error:
        return {}


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


ANYWHERE: tuple[Damage, ...] = (_bytes_flipped, _cut_off, _piece_repeated, _piece_lost)
IN_TEXT: tuple[Damage, ...] = (
    _lines_shuffled, _lines_joined, _lines_lost, _lines_repeated, _in_another_encoding,
    _encoded_twice, _odd_signs,
)  # fmt: skip
# Most damage to a package itself is found by its checksums; the parts are where it hurts.
IN_PACKAGES: tuple[Damage, ...] = (_part_lost, _part_damaged, _part_damaged, _part_damaged,
                                   _parts_exchanged)  # fmt: skip
