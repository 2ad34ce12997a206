"""The only writer: a tree of files is written whole, or nothing changes on disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class TwoFilesOnOnePathError(Exception):
    """Two outputs claim one path; the build stops before anything is written."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file to write: `path` is relative to the tree, with `/`; `content` is its bytes."""

    path: str
    content: bytes

    @classmethod
    def text(cls, path: str, content: str) -> OutputFile:
        """A UTF-8 file."""
        return cls(path, content.encode("utf-8"))


def write_tree(files: Iterable[OutputFile], root: Path) -> int:
    """Make `root` hold exactly `files`; write only what changed, prune the rest.

    Returns how many files were written. Raises `TwoFilesOnOnePathError` before writing anything.
    """
    wanted: dict[str, bytes] = {}
    for file in files:
        if file.path in wanted:
            raise TwoFilesOnOnePathError(file.path)
        wanted[file.path] = file.content
    written = sum(write_whole(root / path, content) for path, content in wanted.items())
    _prune(root, wanted.keys())
    return written


def write_whole(path: Path, content: bytes) -> bool:
    """Write one file, whole or not at all; False when it already held `content`."""
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(content)
    temporary.replace(path)
    return True


def _prune(root: Path, keep: Iterable[str]) -> None:
    kept = {root / path for path in keep}
    for folder, _, names in os.walk(root, topdown=False):
        here = Path(folder)
        for name in names:
            if here / name not in kept:
                (here / name).unlink()
        if here != root and not any(here.iterdir()):
            here.rmdir()


def swap(new: Path, current: Path) -> None:
    """Put the finished folder `new` where `current` was; on failure `current` is as before."""
    aside = current.with_name(current.name + ".previous")
    shutil.rmtree(aside, ignore_errors=True)
    if current.exists():
        current.replace(aside)
    try:
        new.replace(current)
    except OSError:
        if aside.exists():
            aside.replace(current)
        raise
    shutil.rmtree(aside, ignore_errors=True)
