"""The only writer: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output import OutputFile, TwoFilesOnOnePathError, swap, write_tree


def tree(root: Path) -> dict[str, bytes]:
    """Every file below `root`."""
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_the_folder_holds_exactly_the_files_given(tmp_path: Path) -> None:
    write_tree([OutputFile.text("a/vieux.md", "x"), OutputFile.text("b.md", "é")], tmp_path)
    write_tree([OutputFile.text("b.md", "é"), OutputFile.text("c/d/e.md", "y")], tmp_path)
    assert tree(tmp_path) == {"b.md": "é".encode(), "c/d/e.md": b"y"}
    assert not (tmp_path / "a").exists()


def test_a_file_that_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    file = OutputFile.text("besoins/index.md", "Bonjour")
    assert write_tree([file], tmp_path) == 1
    before = (tmp_path / file.path).stat().st_mtime_ns
    assert write_tree([file], tmp_path) == 0
    assert (tmp_path / file.path).stat().st_mtime_ns == before


def test_two_files_on_one_path_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    write_tree([OutputFile.text("a.md", "avant")], tmp_path)
    with pytest.raises(TwoFilesOnOnePathError, match=r"b\.md"):
        write_tree([OutputFile.text("b.md", "1"), OutputFile.text("b.md", "2")], tmp_path)
    assert tree(tmp_path) == {"a.md": b"avant"}


def test_a_finished_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    new, current = tmp_path / "new", tmp_path / "site"
    for folder, text in ((new, "neuf"), (current, "vieux")):
        write_tree([OutputFile.text("index.html", text)], folder)
    swap(new, current)
    assert tree(tmp_path) == {"site/index.html": b"neuf"}


def test_a_swap_that_fails_leaves_the_published_folder_as_it_was(tmp_path: Path) -> None:
    current = tmp_path / "site"
    write_tree([OutputFile.text("index.html", "vieux")], current)
    with pytest.raises(OSError):
        swap(tmp_path / "absent", current)
    assert tree(tmp_path) == {"site/index.html": b"vieux"}
