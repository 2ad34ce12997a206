"""The page « Emporter le guide » once the copies are made: their sizes, and what a copy shows.

A page cannot hold the size of a file that holds it: sizes are rounded up to a tenth of a megabyte, from
copies whose page is still without them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator import templates
from generator.offline.markup import for_copies
from generator.offline.names import DOWNLOADS, PDF, TAKE
from generator.offline.source import Source
from generator.typography import WIDE

_SIZE = re.compile(r'(<span class="?size"? data-size="?([a-z]+)"?>)[^<]*(</span>)')
_GET = re.compile(r'<p class="get">.*?</p>', re.DOTALL)
_BOOK = re.compile(r'<div id="livre" data-web>.*?</div>', re.DOTALL)
_DOWNLOAD = re.compile(rf'href="(?:\.\./)*({DOWNLOADS}/[^"]+)"')
_OFFER = re.compile(
    r' \(<span class="size" data-size[^>]*>[^<]*</span>\)'
    r'|<p class="get">.*?</p>(\s*<ol class="gestures">.*?</ol>)?',
    re.DOTALL,
)
"""A size told, and a button with its gestures, if it has any."""
_NONE = '<p class="left-out">Ce site est publié sans ce fichier. Un conseiller en a peut-être une copie.</p>'
_COPY = '<p class="left-out">Vous lisez déjà une copie. Donnez-la telle quelle.</p>'


def megabytes(size: int) -> str:
    """« 4,1 Mo », rounded up; under a tenth, in kilobytes."""
    if size < 100_000:
        return f"{-(-size // 1000)}{WIDE}Ko"
    return f"{-(-size // 100_000) / 10:.1f}{WIDE}Mo".replace(".", ",").replace(",0", "")


def fill(html: str, sizes: Mapping[str, str]) -> str:
    """The page with the size of each copy (by what it is: « zip », « single »…)."""
    return _SIZE.sub(lambda slot: f"{slot[1]}{sizes.get(slot[2], 'taille inconnue')}{slot[3]}", html)


def without_copies(html: str) -> str:
    """The page of a site made alone: what is not there is not offered."""
    return _OFFER.sub(lambda found: _NONE if found[1] else "", html)


def offer_book(html: str, size: int) -> str:
    """The page, with the printed guide to download: it is made after the copies, or not at all."""
    offered = templates.render(
        "take-book.html.j2", 1, {"size": megabytes(size), "path": f"{DOWNLOADS}/{PDF}"}
    )
    return _BOOK.sub(lambda _: offered.strip(), html)


def in_copy(html: str, live: str | None) -> str:
    """The page inside a copy: downloads lead to the live site, or are not offered at all."""
    if live:
        return _DOWNLOAD.sub(rf'href="{live.rstrip("/")}/\1"', html)
    return _GET.sub("", _GET.sub(_COPY, html, count=1))


def as_copy(page: Source, live: str | None) -> Source:
    """A page source as a copy has it."""
    body = for_copies(page.body)
    return replace(page, body=in_copy(body, live) if page.folder == TAKE else body)
