"""The site's scripts, as pages load them: fewer files, comments and blanks left out.

In `theme/assets/js/`, `NAME.js` is one file; a folder `NAME/` of numbered scripts is one too, in the order
of their numbers. Each part stays a classic script of its own, so that joining changes nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rjsmin import jsmin

from generator.output import OutputFile
from generator.templates import THEME

FOLDER = THEME / "assets" / "js"
SEARCH = "search"
"""Its program has a stemmer before it: `generator/search/engine.py`."""


def small(path: Path) -> str:
    """The text of a script, a few hundred bytes lighter for those who only run it."""
    return f"{jsmin(path.read_text(encoding='utf-8')).strip()}\n"


def parts(name: str) -> list[Path]:
    """The scripts of a folder, by their numbers: `10-box.js` comes after `9-page.js`."""
    return sorted((FOLDER / name).glob("*.js"), key=lambda path: int(path.stem.partition("-")[0]))


def joined(name: str) -> str:
    """The scripts of a folder as one."""
    return "".join(map(small, parts(name)))


def files() -> Iterator[OutputFile]:
    """Every script that a page names, but the search's."""
    for path in sorted(FOLDER.iterdir()):
        if path.is_file():
            yield OutputFile.text(f"assets/{path.name}", small(path))
        elif path.name != SEARCH:
            yield OutputFile.text(f"assets/{path.name}.js", joined(path.name))
