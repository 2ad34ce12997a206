"""The engines side by side: where each is served from, and how its page is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.search import rivals
from tests.bench.search.rivals import Content

SAID = " + tournures"
"""After the name of an engine that was given the phrasings of needs too."""
_MATERIAL = tuple((rivals.CLIENTS / name).read_text("utf-8") for name in ("results.js", "material.js"))


@dataclass(frozen=True, slots=True)
class Engine:
    """A search that can be asked: a folder to serve, and the page that asks, from its root."""

    name: str
    root: Path
    page: str
    all: str = ""
    """What follows the address of the page so that it shows all its results, to be judged."""
    plain: str = ""
    """A page of the same site, to be read without searching: what it loads is not the search's."""
    scripts: tuple[str, ...] = ()
    """Run in the page before its own."""


def ours(site: Path) -> Engine:
    """Our own search, in a built site."""
    return Engine("nous", site, "recherche/index.html", plain="index.html")


def engines(
    content: Content, folder: Path, modules: Path | None, said: bool, material: bool
) -> Iterator[Engine]:
    """Ours and the others on one content; without Node (`modules`), Pagefind and MiniSearch are left out.

    With `said`, each of the others comes a second time, with the phrasings of needs.
    """
    yield ours(content.project / "site")
    phrasings = {need.id: need.phrasings for need in content.guide.needs.values()}
    for extra, given in (("", {}), (SAID, phrasings))[: 1 + said]:
        here = folder / ("said" if given else "published")
        if material:
            root = rivals.make_material(content, given, _fresh(here / "material"))
            yield Engine(f"Material{extra}", root, "index.html", plain="index.html", scripts=_MATERIAL)
        if modules:
            root = rivals.make_pagefind(content, given, _fresh(here / "pagefind"), modules)
            yield Engine(f"Pagefind{extra}", root, "index.html", all="?all")
            root = rivals.make_minisearch(content, given, _fresh(here / "minisearch"), modules)
            yield Engine(f"MiniSearch{extra}", root, "index.html", all="?all")


def _fresh(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder
