"""What a page of the built site makes its reader download. Standard library only.

Bytes are those of a server that compresses (gzip, level 9), which every server of docs/publier.md does;
kB are thousands of bytes. What comes later, at a reader's act, is no part of a page: `later`.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.site.pages import BuiltPage, target_of

HOME = "index.html"


@dataclass(frozen=True, slots=True)
class Load:
    """One page and the files its tags name, each once, the page itself left out."""

    page: Path
    files: frozenset[Path]

    @property
    def first(self) -> int:
        """Bytes for somebody who has nothing of the site yet."""
        return packed(self.page) + sum(map(packed, self.files))

    @property
    def requests(self) -> int:
        """How many times the server is asked, the page included."""
        return 1 + len(self.files)

    def after(self, seen: Load) -> int:
        """Bytes that are left for somebody who has just read `seen`."""
        return packed(self.page) + sum(map(packed, self.files - seen.files))


@cache
def packed(path: Path) -> int:
    """Bytes of a file on the wire."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def loads(site: Path, pages: Mapping[Path, BuiltPage]) -> dict[str, Load]:
    """Every page by its path in the site. The page not found is left out: its links start from a root."""
    found = {}
    for path, page in pages.items():
        if path.name != "404.html":
            files = frozenset(target_of(path, link)[0] for link in page.loaded)
            found[path.relative_to(site).as_posix()] = Load(path.resolve(), files)
    return found


def later(site: Path, found: Mapping[str, Load]) -> dict[str, int]:
    """Styles and scripts that no page names: they come at a reader's act. File of `assets/` → bytes."""
    named = {path for load in found.values() for path in load.files}
    files = (path.resolve() for path in sorted((site / "assets").rglob("*")) if path.is_file())
    return {path.name: packed(path) for path in files if path not in named}
