"""Small changes of our own finished HTML: outgoing links, parts cut, bytes that say nothing left out.

The pages are ours: attributes are double-quoted, values hold no raw « > » (autoescape), names are
lower case. A full parser would take ten times longer to say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

_OUTGOING = re.compile(r'<a\b([^>]*?)\shref="(https?://[^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_STEPPED = r"""(?:[^>"]|"[^"]*")*"""
"""Attributes, their values stepped over whole: what one says is no attribute."""
_WEB_ONLY = re.compile(rf"<([a-z][a-z0-9]*)\b{_STEPPED}?\sdata-web(?![\w-]){_STEPPED}>")
_EMPTY = ("link", "meta")
_REL = re.compile(r'\srel="[^"]*"')
_ATTRIBUTE = re.compile(r'([\s])([a-z][a-z0-9:-]*)="([^"]*)"')
_WITH_VALUE = re.compile(r'<[a-z][^>]*="[^>]*>')
_BARE = re.compile(r'="([^"\s\'=<>`]+)"(?!/)')
_KEPT_AS_IS = re.compile(r"(<(?:pre|textarea|script|style)\b.*?</(?:pre|textarea|script|style)>)", re.DOTALL)

_BLOCKS = (
    "address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|"
    "hr|legend|li|main|nav|ol|optgroup|option|p|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_AROUND_BLOCK = re.compile(rf"\s*(</?(?:{_BLOCKS})\b[^>]*>)\s*")
_ENDS = (
    (r"p", r"<(?:address|article|aside|details|div|dl|fieldset|footer|form|h[1-6]|header|nav|ol|p|section"
           r"|table|ul|/div|/section|/li|/dd|/td|/article|/aside|/details|/nav|/header|/footer|/main|/form|/blockquote)\b"),
    (r"li", r"<(?:li|/ul|/ol)\b"),
    (r"dd|dt", r"<(?:dd|dt|/dl|/div)\b"),
    (r"td|th", r"<(?:td|th|/tr)\b"),
    (r"tr", r"<(?:tr|/tbody|/thead|/table)\b"),
    (r"option", r"<(?:option|/select|/optgroup)\b"),
)  # fmt: skip
"""End tags that HTML lets one leave out, and what must come next (WHATWG HTML, 13.1.2.4)."""
_OPTIONAL = tuple(re.compile(rf"</(?:{names})>(?={after})") for names, after in _ENDS)


def outgoing(html: str) -> str:
    """Links that leave the guide, for a copy: without scripts a text and an address to copy, never a click
    that asks the network; `page/3-copy.js` makes them links again, that ask first."""
    return _OUTGOING.sub(_outgoing, html)


def _outgoing(match: re.Match[str]) -> str:
    before, address, after, label = match.groups()
    rest = _REL.sub("", before + after)
    told = (
        ""
        if unescape(address).rstrip("/") in unescape(label)
        else f'<span class="out-to"> ({address})</span>'
    )
    return f'<a{rest} data-out="{address}">{label}</a>{told}'


def attributes(html: str, change: Callable[[str, str], str | None]) -> str:
    """Every attribute given to `change(name, value)`: its new value, None to leave it out."""

    def one(match: re.Match[str]) -> str:
        value = change(match[2], match[3])
        return "" if value is None else f'{match[1]}{match[2]}="{value}"'

    return _WITH_VALUE.sub(lambda tag: _ATTRIBUTE.sub(one, tag[0]), html)


def element(html: str, id: str) -> tuple[int, int] | None:
    """Where the element of that id starts and ends; None when there is none."""
    start = re.search(rf'<([a-z]+)\b[^>]*\sid="{re.escape(id)}"', html)
    if start is None:
        return None
    return start.start(), _end(html, start[1], start.start())


def _end(html: str, name: str, start: int) -> int:
    """Where the element that starts there ends; its own start tag's end when nothing closes it."""
    depth = 0
    for tag in re.compile(rf"<(/?){name}\b[^>]*>").finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return html.index(">", start) + 1


def for_copies(html: str) -> str:
    """The HTML without the elements marked `data-web`, that only make sense at an address."""
    while "data-web" in html and (tag := _WEB_ONLY.search(html)):
        end = tag.end() if tag[1] in _EMPTY else _end(html, tag[1], tag.start())
        html = html[: tag.start()] + html[end:].lstrip("\n")
    return html


def light(html: str) -> str:
    """The same elements and texts in fewer bytes: blanks beside blocks, optional end tags and quotes go."""
    parts = _KEPT_AS_IS.split(html)
    return "".join(part if rank % 2 else _light(part) for rank, part in enumerate(parts))


def _light(html: str) -> str:
    html = _AROUND_BLOCK.sub(r"\1", html)
    for end in _OPTIONAL:
        html = end.sub("", html)
    return _WITH_VALUE.sub(lambda tag: _BARE.sub(r"=\1", tag[0]), html)
