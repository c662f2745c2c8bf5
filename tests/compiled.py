"""What every application compiles for itself is compiled once in a process of tests.

Each test has an application and an engine of its own; what they answer is theirs, but templates,
addresses and statements come out the same each time, and cost more than most tests.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy.engine import Engine
from werkzeug.routing import Rule

_engines: dict[str, Engine] = {}
_statements: dict[Any, Any] = {}


class _Templates(BytecodeCache):
    """Templates by name and text, as Jinja asks for them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where the template was compiled before."""
        if kept := self._kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_templates = _Templates()


def share_templates(app: Flask) -> None:
    """Let the application take its templates from those compiled before."""
    app.jinja_env.bytecode_cache = _templates


def share_statements(engine: Engine) -> None:
    """Let the engine take its SQL from what was compiled before for the same kind of database."""
    first = _engines.get(engine.name)
    if first is None:
        engine.connect().close()  # what the dialect asks of a database at first, it then knows
        first = _engines[engine.name] = engine
    # SQLAlchemy keeps statements by dialect.
    engine.dialect = first.dialect
    engine.update_execution_options(compiled_cache=_statements)


def share_addresses() -> None:
    """Let rules for the same address be compiled once; what is compiled knows no application."""
    compiled: dict[Any, Callable[..., tuple[str, str]]] = {}
    compile_anew = Rule._compile_builder

    def builder(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        key = (rule.rule, tuple(rule._trace), repr(rule.defaults), append_unknown)
        if key not in compiled:
            compiled[key] = compile_anew(rule, append_unknown)
        return compiled[key]

    Rule._compile_builder = builder  # type: ignore[method-assign]
