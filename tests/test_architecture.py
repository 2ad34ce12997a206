"""The rooms of the house: what may import what, and how large a module may grow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.projects import ROOT

PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))

RANKS = (
    ("hidden", "offline.names"),
    (
        "problems",
        "output",
        "headers",
        "french_keys",
        "phrases",
        "yaml_messages",
        "model.base",
        "typography",
        "markdown",
        "road.codes",
        "acronyms",
    ),
    ("source", "model", "data_script"),
    ("echoes", "value_messages", "guide", "regional"),
    ("messages", "load", "edition", "serving", "views.words"),
    ("levels",),
    ("matching", "readability", "alike"),
    ("seams",),
    ("seam_messages", "maps", "passages"),
    ("paths", "paths_messages"),
    ("report", "checks", "views"),
    ("templates", "matching_messages"),
    ("scripts",),
    ("page", "search", "point", "offline", "kept"),
    ("order_pages", "adviser_pages", "point_pages", "language_pages", "choose_pages", "road"),
    ("coverage", "pages", "export", "site", "paper"),
    ("coverage_table",),
    ("seam_table",),
    ("build",),
    ("serve",),
    ("cli",),
    ("__main__",),
)
"""Lowest first: a module imports only from its own rank (same package) or from lower ones."""


def imports_of(path: Path) -> set[str]:
    """Every module named by an import, `from x import y` counted as `x.y` too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rank_of(name: str) -> int | None:
    """The rank of `generator.<name>`; the longest matching room wins."""
    best: tuple[int, int] | None = None
    for rank, rooms in enumerate(RANKS):
        for room in rooms:
            if (name == room or name.startswith(room + ".")) and (best is None or len(room) > best[0]):
                best = (len(room), rank)
    return best[1] if best else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_knows_mkdocs_and_only_source_knows_yaml(path: Path) -> None:
    tops = {name.partition(".")[0] for name in imports_of(path)}
    assert not tops & {"mkdocs", "material", "zensical"}
    if path.name != "source.py":
        assert "yaml" not in tops


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_dependencies_run_one_way(path: Path) -> None:
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
    if name == "__init__":
        return
    own = rank_of(name)
    assert own is not None, f"{name} has no room: add it to RANKS"
    for imported in imports_of(path):
        if not imported.startswith("generator."):
            continue
        other = imported.removeprefix("generator.")
        rank = rank_of(other)
        if rank is not None and other.partition(".")[0] != name.partition(".")[0]:
            assert rank < own, f"{name} imports {other}, which stands above or beside it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 40, f"{node.name} is too long"


def test_tests_stay_small_too() -> None:
    long = {path: path.read_text("utf-8").count("\n") for path in (ROOT / "tests").rglob("*.py")}
    assert long
    assert {str(path.relative_to(ROOT)): lines for path, lines in long.items() if lines > 300} == {}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_names_say_why_they_exist(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "the module has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


def test_templates_and_scripts_stay_small() -> None:
    for path in (ROOT / "theme").rglob("*"):
        most = {".j2": 120, ".html": 120, ".js": 200}.get(path.suffix)
        if most and path.is_file():
            assert path.read_text("utf-8").count("\n") <= most, path
