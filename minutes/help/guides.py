"""The guides of help: Markdown in guides/, one file for each role and language, made into pages.

A section's name, which addresses and `places.py` lead to, stands before its heading in braces. A
picture is named as its file in static/help, without the ending.
"""

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup
from mdit_py_plugins.attrs import attrs_block_plugin

FOLDER = Path(__file__).parent / "guides"
# In the order of the page that leads to them.
ROLES = ("medlem", "sekreterare", "ordforande", "justerare", "administrator", "allmanheten")
PICTURE_WIDTH, PICTURE_HEIGHT = 960, 624  # pixels, all of them

Asset = Callable[[str], str]  # the address of a file in static/


class _Renderer(RendererHTML):
    def image(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """A picture that leads to itself in its full size, for those who read on a phone."""
        source = escape(picture_address(env["asset"], str(tokens[idx].attrs["src"])))
        says = escape(tokens[idx].content)
        size = f'width="{PICTURE_WIDTH}" height="{PICTURE_HEIGHT}"'
        return (
            f'<a class="guide__picture" href="{source}" aria-label="{says}">'
            f'<img src="{source}" alt="{says}" {size} loading="lazy" decoding="async"></a>'
        )

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """A link; an address of ours may have the proxy's part before it."""
        href = str(tokens[idx].attrs["href"])
        return f'<a href="{escape(env["root"] + href if href.startswith("/") else href)}">'


_PARSER = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).use(attrs_block_plugin)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a guide: its name in the address, and its heading."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide in one language. `lead` says in a sentence or two what it is about."""

    role: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    pictures: tuple[str, ...]
    tokens: tuple[Token, ...]

    def page(self, asset: Asset, root: str) -> Markup:
        """Its sections as HTML, with the addresses of pictures and of our own pages."""
        env = {"asset": asset, "root": root}
        html = _PARSER.renderer.render(self.tokens, _PARSER.options, env)
        return Markup(html)  # noqa: S704  our own text, in which HTML is not taken


@cache
def guide(role: str, language: str) -> Guide:
    """The guide for a role. Raises FileNotFoundError where there is none."""
    text = (FOLDER / language / f"{role}.md").read_text("utf-8")
    tokens = _PARSER.parse(text)
    first = next(n for n, token in enumerate(tokens) if token.tag == "h2")
    title, lead = (token.content for token in tokens[:first] if token.type == "inline")
    return Guide(
        role,
        title,
        " ".join(lead.split()),
        tuple(
            Section(str(token.attrs["id"]), tokens[n + 1].content)
            for n, token in enumerate(tokens)
            if token.type == "heading_open" and token.tag == "h2"
        ),
        tuple(
            str(child.attrs["src"])
            for token in tokens
            for child in token.children or ()
            if child.type == "image"
        ),
        tuple(tokens[first:]),
    )


def picture_address(asset: Asset, name: str) -> str:
    """The address of a picture."""
    return asset(f"help/{name}.webp")
