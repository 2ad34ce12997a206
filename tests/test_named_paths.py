"""A comment that names a file of the project names one that is there: what has moved misleads."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.projects import CORPUS, PROBLEMS, ROOT

NAMED = re.compile(
    r"(?<![\w./-])(?:generator|theme|tests|docs|offer|pathways)/[\w./-]+\.(?:py|js|css|j2|md|yml|html|conf|sh)(?!\w)"
)
NUMBERED = re.compile(r"(?<![\w./-])[a-z]+/\d+-[\w-]+\.js(?!\w)")
"""Scripts, called as they are inside `theme/assets/js`."""
EXAMPLES = (
    "offer/needs/exemple-de-besoin.yml",
    "offer/schemes/exemple-de-fiche.yml",
    "offer/schemes/perdu.yml",
    "pathways/exemple-de-parcours.yml",
)
"""Files that the editors' guide has one make; others are those of the tiny guide."""
COMMENTS = {
    ".js": re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".j2": re.compile(r"\{#.*?#\}", re.DOTALL),
    ".html": re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
}


def of_python(text: str) -> Iterator[str]:
    """Comments, and every text that stands alone: docstrings, those of names too."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def said_in(path: Path) -> str:
    """What a file tells its readers beside what it does; a document is all telling."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        return text
    found = of_python(text) if path.suffix == ".py" else COMMENTS[path.suffix].findall(text)
    return "\n".join(found)


def files() -> Iterator[Path]:
    """The code, the theme, the tests, and the documents that are kept up: a decision tells its day."""
    for room in ("generator", "theme", "tests"):
        found = (path for path in sorted((ROOT / room).rglob("*")) if path.suffix in {".py", *COMMENTS})
        yield from (path for path in found if PROBLEMS not in path.parents)
    yield from sorted((ROOT / "docs").glob("*.md"))


def test_every_file_named_in_a_comment_or_a_document_exists() -> None:
    lost = []
    for path in files():
        said = said_in(path)
        names = [*NAMED.findall(said), *(f"theme/assets/js/{name}" for name in NUMBERED.findall(said))]
        known = (name for name in names if name in EXAMPLES or (CORPUS / name).is_file())
        lost += [
            (str(path.relative_to(ROOT)), one) for one in {*names} - {*known} if not (ROOT / one).is_file()
        ]
    assert sorted(lost) == []
