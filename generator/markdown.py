"""Rich texts of editors: a small Markdown subset, then nh3. Nothing they write becomes script.

Kept: paragraphs, strong, em, lists, links to http(s), mailto and tel, line breaks. Everything
else loses its tags and keeps its words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

import markdown
import nh3

TAGS = {"p", "strong", "em", "ul", "ol", "li", "a", "br"}
SCHEMES = {"http", "https", "mailto", "tel"}

_MARKED = re.compile(r"[*_\[\]`#<>\\~|&]|^\s*(?:[-+]|\d+[.)])\s|^\s*(?:=+|-+)\s*$|  $|https?:", re.MULTILINE)
_LIST_AFTER_TEXT = re.compile(
    r"^(?!\s|[-*+]\s|\d+\.\s)(.*\S.*)\n(?=(?:[-*+]|\d+\.)\s)", re.MULTILINE
)
_PARAGRAPHS = re.compile(r"\n\s*\n")
_TAG = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ÿ«])")

_cleaner = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}},
    url_schemes=SCHEMES,
    url_relative="deny",
    link_rel="noopener noreferrer",
    clean_content_tags={"script", "style"},
)


@lru_cache(maxsize=1)
def _reader() -> markdown.Markdown:
    return markdown.Markdown(extensions=["sane_lists"], output_format="html")


def rich(text: str) -> str:
    """The text as clean HTML, safe to place in a page. Most texts have no mark: a short way."""
    if not _MARKED.search(text):
        parts = (" ".join(part.split()) for part in _PARAGRAPHS.split(text))
        return "".join(f"<p>{escape(part)}</p>" for part in parts if part)
    spaced = _LIST_AFTER_TEXT.sub(r"\1\n\n", text)
    return _cleaner.clean(_reader().reset().convert(spaced)).strip()


def plain(text: str) -> str:
    """The words of a rich text, without marks, on one line (not escaped)."""
    return " ".join(unescape(_TAG.sub(" ", rich(text))).split())


def first_sentence(text: str) -> str:
    """The first sentence of a rich text, for a place where only one line fits."""
    return _SENTENCE.split(plain(text), maxsplit=1)[0]


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a simple text, one a line: how people who read badly read best."""
    return tuple(_SENTENCE.split(plain(text)))
