"""Acronyms explained on the spot: the first of each in a page gets its words, ready to be unfolded.

Written in parentheses at build time, so that they are read without JavaScript and on paper;
`guide.js` turns the acronym into a button that shows them, without hover and with the keyboard.
The simple version may be read alone: it is told its own acronyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

LEFT_ALONE = frozenset(
    ["a", "button", "h1", "h2", "h3", "h4", "label", "option", "script", "select", "style", "summary", "svg"]
)
"""Inside these an acronym stays bare: a button within a link or a heading cannot be pressed apart."""
NEAR = 20
"""Characters around an acronym, besides its own words: closer than that, the editor has told them."""
TAGS = 160
"""Characters of tags that may stand in between."""

_SIMPLE = re.compile(r'(<section class="brief".*?</section>)', re.DOTALL)
_SCAN = re.compile(r"<(/?)(\w*)[^>]*>|(?<![\w/-])(?:[A-ZÉÈ]|b(?=[A-Z]))\w*(?:[/-]\w+)*")
_TAG = re.compile(r"^[^<>]*>|<[^>]*(?:>|$)")
"""A tag, or what is left of one at either end of a passage."""
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)


def explained(html: str, terms: Mapping[str, str]) -> str:
    """The HTML of a page (escaped already), each acronym of `terms` told once, in its simple version too."""
    title = _TITLE.search(html)
    head = _words(title[0]) if title else ""
    in_title = {label for label, said in terms.items() if said.casefold() in head} if head else set()
    told = set(in_title)
    parts = _SIMPLE.split(html)
    return "".join(
        _explain(part, terms, set(in_title) if rank % 2 else told) for rank, part in enumerate(parts)
    )


def _explain(html: str, terms: Mapping[str, str], told: set[str]) -> str:
    """One pass; `told` gathers what needs no more explaining."""
    found, start, closed_to = [], 0, 0
    for match in _SCAN.finditer(html):
        tag = match[2]
        if tag is not None:
            if tag in LEFT_ALONE:
                closed_to += -1 if match[1] else 1
            continue
        if closed_to:
            continue
        for label, at in _labels(match, terms):
            if label in told:
                continue
            told.add(label)
            if not _told_beside(html, at, at + len(label), terms[label]):
                found += [html[start:at], _term(label, terms[label], html[at - 1 : at] == "(")]
                start = at + len(label)
    return "".join([*found, html[start:]])


def _labels(match: re.Match[str], terms: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The acronyms of a word, with their places: « AS/AP » is one where the glossary has it, else two."""
    if match[0] in terms:
        yield match[0], match.start()
    elif "/" in match[0]:
        at = match.start()
        for part in match[0].split("/"):
            if part in terms:
                yield part, at
            at += len(part) + 1


def _told_beside(html: str, start: int, end: int, said: str) -> bool:
    reach = len(said) + NEAR
    before = _words(html[max(0, start - reach - TAGS) : start])[-reach:]
    return said.casefold() in before or said.casefold() in _words(html[end : end + reach + TAGS])[:reach]


def _words(html: str) -> str:
    return " ".join(_TAG.sub(" ", html).split()).casefold()


def _term(label: str, said: str, in_brackets: bool) -> str:
    word = f'<span class="term-word">{escape(label)}</span>'
    words = f" : {escape(said)}" if in_brackets else f" ({escape(said)})"
    return f'<span class="term">{word}<span class="term-said">{words}</span></span>'
