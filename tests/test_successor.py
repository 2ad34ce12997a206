"""MkDocs is a replaceable last step: its announced successor makes the same pages from the same tree."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.projects import ROOT
from tests.site.pages import is_copy

ZENSICAL = shutil.which("zensical", path=str(ROOT / ".venv/bin")) or shutil.which("zensical")


@pytest.mark.slow
@pytest.mark.skipif(ZENSICAL is None, reason="zensical is not installed: ./site-build.sh test --all tries")
def test_zensical_makes_the_same_pages_from_the_same_tree(site: Path, tmp_path: Path) -> None:
    for name in ("theme", "build/docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    assert ZENSICAL is not None
    done = subprocess.run(
        [ZENSICAL, "build", "-f", "mkdocs.yml"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = {
        str(p.relative_to(tmp_path / "build/site-new"))
        for p in (tmp_path / "build/site-new").rglob("*.html")
        if not is_copy(p)
    }
    assert made == {str(p.relative_to(site)) for p in site.rglob("*.html") if not is_copy(p)}
    assert "avez-vous besoin" in (tmp_path / "build/site-new/index.html").read_text("utf-8")
