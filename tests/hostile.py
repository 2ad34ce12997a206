"""The tiny guide with a hostile text in front of every text an editor may write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.load import load
from generator.model.base import Prose
from generator.model.walk import marked
from tests.projects import dump, make

LISTS = ("organisations", "glossary", "groups", "documents")

Write = Callable[[int, Prose, str], str]
"""What is written in the field of that rank (always the same for a field), instead of its text."""


def attacked(folder: Path, attack: str | Write) -> Path:
    """A project in `folder`, every text of every record rewritten by `attack`, or begun with it."""
    write = attack if callable(attack) else (lambda _rank, _mark, text: f"{attack} {text}")
    project = make(folder)
    content = load(project)
    assert content.guide is not None
    guide = content.guide
    records: dict[str, Any] = {f"need:{n.id}": n for n in guide.needs.values()}
    records |= {f"scheme:{s.id}": s for s in guide.schemes.values()}
    records |= {f"pathway:{p.id}": p for p in guide.pathways.values()}
    records |= {f"language:{one.id}": one for one in guide.languages.values()}
    records["site"] = guide.site
    rank = 0
    for key, record in records.items():
        read = content.sources[key]
        for path, mark, text in marked(record):
            if isinstance(mark, Prose):
                holder: Any = read.value
                for part in path[:-1]:
                    holder = holder[part]
                holder[path[-1]] = write(rank, mark, text)
                rank += 1
        (project / read.file).write_text(dump(read.value), "utf-8")
    for name in LISTS:
        read = content.sources[f"list:{name}"]
        for row in read.value:
            for field in ("label", "description"):
                if row.get(field):
                    row[field] = write(rank, Prose(), row[field])
                    rank += 1
        (project / read.file).write_text(dump(read.value), "utf-8")
    return project
