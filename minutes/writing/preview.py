"""What the written Markdown looks like: text in, harmless HTML out. Pure."""

import re
from collections.abc import Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

# No HTML of the writer's, no pictures from elsewhere.
_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).enable("table")
_PARSER.disable(["image", "html_block", "html_inline"])
_TAGS = frozenset(
    (
        "p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote",
        "table", "thead", "tbody", "tr", "th", "td", "br", "hr", "a",
    )
)  # fmt: skip
_HIGHEST = 2  # the page has its own heading above
LONGEST_RUN = 20_000  # characters without an empty line; the parser's time grows with the square
DEEPEST = 12  # lists and quotes in each other
_BLANK = re.compile(r"\n[ \t]*\n")
_DEEP = re.compile(rf"^(?: {{{4 * DEEPEST},}}\S| {{0,3}}(?:> ?){{{DEEPEST},}})", re.MULTILINE)


def is_plain(text: str) -> bool:
    """Whether the text is shown as it was written, since no Markdown can be made of it: a
    paragraph of tens of thousands of characters, or lists far inside each other.
    """
    return _DEEP.search(text) is not None or any(
        len(run) > LONGEST_RUN for run in _BLANK.split(text)
    )


def preview(text: str) -> Markup:
    """The text as HTML; its topmost heading is an h3."""
    if is_plain(text):
        return Markup("<pre>{}</pre>").format(text)
    tokens = _PARSER.parse(text)
    _set_headings(tokens)
    made: str = _PARSER.renderer.render(tokens, _PARSER.options, {})
    attributes = {"a": {"href"}, "ol": {"start"}}
    return Markup(nh3.clean(made, tags=set(_TAGS), attributes=attributes))  # noqa: S704  cleaned


def _set_headings(tokens: Sequence[Token]) -> None:
    """Below the headings of the page, and none more than one step below the one before it."""
    level = _HIGHEST
    for token in tokens:
        if token.type == "heading_open":
            level = min(int(token.tag[1]) + _HIGHEST, level + 1, 6)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"
