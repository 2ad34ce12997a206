"""French typography, applied once to each rendered page: ’, … and the spaces that must not break.

Rules: narrow no-break space (U+202F) before « ; ! ? » and between thousands; no-break space
(U+00A0) before « : », inside « » and between a number and its unit. Tags, attributes, scripts
and code are left alone. One compiled pattern and one pass, so that 10,000 pages stay cheap.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NARROW = "\u202f"
WIDE = "\u00a0"

_UNITS = r"(?:heures?|semaines?|mois|ans?|jours?|minutes?|places?|euros?|millions?|sites?|h)\b|[€%]"

_TEXT = (
    r"(?P<apostrophe>'|&#39;)"
    r"|(?P<thin>[ \u00a0](?=[;!?]))"
    r"|(?P<wide>[ \u202f](?=:))"
    r"|(?P<opening>«[ \u00a0\u202f]?)"
    r"|(?P<closing>[ \u00a0\u202f]?»)"
    r"|(?P<dots>\.\.\.)"
    r"|(?<=\d)(?P<thousands>[ \u00a0])(?=\d{3}(?!\d))"
    rf"|(?<=\d)(?P<unit> )(?={_UNITS})"
)
_IN_TEXT = re.compile(_TEXT)
_IN_HTML = re.compile(
    r"(?P<skip><(?P<tag>script|style|code|pre|textarea)\b.*?</(?P=tag)>|<[^>]*>)|" + _TEXT, re.DOTALL
)

_INSTEAD: dict[str, str] = {
    "apostrophe": "’",
    "thin": NARROW,
    "wide": WIDE,
    "opening": "«" + WIDE,
    "closing": WIDE + "»",
    "dots": "…",
    "thousands": NARROW,
    "unit": WIDE,
}


def _replace(match: re.Match[str]) -> str:
    name = match.lastgroup or ""
    return _INSTEAD.get(name) or match.group()


_html: Callable[[Callable[[re.Match[str]], str], str], str] = _IN_HTML.sub
_text: Callable[[Callable[[re.Match[str]], str], str], str] = _IN_TEXT.sub


def french_text(text: str) -> str:
    """Plain text (a title, a description) with French typography. Doing it twice changes nothing."""
    return _text(_replace, text)


def french_html(html: str) -> str:
    """HTML whose attribute values hold no raw « > » (ours: autoescape), its text nodes corrected."""
    return _html(_replace, html)
