"""What is published changes only when everything succeeded, and the same content gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.projects import PROBLEMS, ROOT, TODAY, make

DAMAGED = sorted(
    path.name
    for path in PROBLEMS.iterdir()
    if path.is_dir() and " : erreur : " in (path / "expected.txt").read_text("utf-8")
)


def print_of(folder: Path) -> dict[str, str]:
    """The fingerprint of every file below `folder`."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project whose tiny guide is already on line."""
    project = make(tmp_path_factory.mktemp("publie"))
    assert main(["build", "--project", str(project), "--today", TODAY]) == 0
    yield project


def test_at_least_forty_kinds_of_damage_are_tried() -> None:
    assert len(DAMAGED) >= 40


@pytest.mark.parametrize("case", DAMAGED)
def test_a_mistake_changes_nothing_that_is_published(
    case: str, published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = print_of(published / "site")
    damaged = make(tmp_path / "p", PROBLEMS / case)
    shutil.copytree(published / "site", damaged / "site")
    shutil.copytree(published / "build", damaged / "build")
    assert main(["build", "--project", str(damaged), "--today", TODAY]) == 1
    said = capsys.readouterr()
    sentences = [
        line
        for line in (PROBLEMS / case / "expected.txt").read_text("utf-8").splitlines()
        if " : erreur : " in line
    ]
    assert said.out.splitlines()[-len(sentences) :] == sentences
    assert "Traceback" not in said.out + said.err
    assert print_of(damaged / "site") == before
    assert not (damaged / "build/site-new").exists()


def test_a_site_that_mkdocs_refuses_is_not_published(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make(tmp_path / "p")
    shutil.copytree(published / "site", project / "site")
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").write_text(
        "site_name: x\nthem: y\nstrict: true\ndocs_dir: build/docs\n", "utf-8"
    )
    before = print_of(project / "site")
    assert main(["build", "--project", str(project), "--today", TODAY]) == 1
    assert "Rien n’a changé dans site/" in capsys.readouterr().err
    assert print_of(project / "site") == before


def test_the_same_content_gives_the_same_bytes(published: Path, tmp_path: Path) -> None:
    """In another process and with other hashes: an order left to a set would show."""
    again = make(tmp_path / "ailleurs")
    command = [sys.executable, "-m", "generator", "build", "--project", str(again), "--today", TODAY]
    other = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": other}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    for folder in ("site", "dist"):
        assert print_of(again / folder) == print_of(published / folder)


def test_building_twice_in_one_place_gives_the_same_bytes(published: Path) -> None:
    before = print_of(published / "site")
    assert main(["build", "--project", str(published), "--today", TODAY]) == 0
    assert print_of(published / "site") == before


def test_source_date_epoch_gives_the_date_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 2027-01-01
    assert main(["build", "--project", str(project)]) == 0
    pages = "".join(path.read_text("utf-8") for path in (project / "site").rglob("*.html"))
    assert "janvier 2027" in pages


def test_no_page_names_the_machine_that_built_it(published: Path) -> None:
    for path in (published / "site").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert str(published).encode() not in content, path
            assert str(ROOT).encode() not in content, path
