"""Page sources of `build/docs/` read back: what every page of the guide says, whatever module made it.

A kind of page added tomorrow is in the copies without a line here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Source:
    """One page: its folder ("" for the home page), its front matter, its body."""

    folder: str
    meta: Mapping[str, Any]
    body: str


def read(docs: Path) -> list[Source]:
    """Every page that has an address of its own, home first, then by folder; not pages that only redirect."""
    found = (
        _source(path.parent.relative_to(docs).as_posix(), path) for path in sorted(docs.rglob("index.md"))
    )
    return sorted((one for one in found if "refresh" not in one.meta), key=lambda one: one.folder.split("/"))


def _source(folder: str, path: Path) -> Source:
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    lines = (line.partition(": ") for line in head.splitlines())
    meta = {key: json.loads(value) for key, _, value in lines}
    return Source("" if folder == "." else folder, meta, body.strip("\n"))


def scripts(docs: Path) -> dict[str, str]:
    """Every script of the site: path → text."""
    found = sorted((docs / "assets").rglob("*.js"))
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in found}
