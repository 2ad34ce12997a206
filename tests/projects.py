"""A throw-away project for one test: the tiny guide of `tests/corpus`, with some files laid over."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

TESTS = Path(__file__).parent
ROOT = TESTS.parent
CORPUS = TESTS / "corpus"
PROBLEMS = TESTS / "problems"
TODAY = "2026-11-21"
SHARED = ROOT.parent / "shared"
"""What is not ours to publish, kept beside the project: `sources/`, the texts of the documents the guide cites,
and `queries_dev.jsonl`, graded queries. A test that needs one of them is skipped, by name, where it is absent."""


def dump(value: object) -> str:
    """YAML that no text inside can break, to write a changed file of a project."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)


def make(folder: Path, *overlays: Path) -> Path:
    """Copy the corpus into `folder`, then each overlay on top; the theme is the real one."""
    shutil.copytree(CORPUS, folder, dirs_exist_ok=True)
    for overlay in overlays:
        for path in sorted(overlay.rglob("*")):
            target = folder / path.relative_to(overlay)
            if path.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            elif path.name != "expected.txt":
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
    for name in ("theme", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    return folder
