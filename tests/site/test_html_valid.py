"""The HTML of one page of each kind, by html-validate, under the rules written in `.htmlvalidate.json`.

Why a rule is changed there is told in docs/accessibilite.md (`tests/content/test_accessibility.py`).
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.bench.search.rivals import node_modules
from tests.browser.test_access import KINDS
from tests.projects import ROOT

MORE = (
    "faire-le-point/index.html",
    "faire-le-point/moins-de-16/index.html",
    "faire-le-point/de-16-a-25/1/index.html",
    "feuille-de-route/index.html",
)
"""Kinds of pages whose browser tests are elsewhere."""


@pytest.mark.slow
def test_one_page_of_each_kind_is_valid_html(site: Path, tmp_path: Path) -> None:
    modules = node_modules(ROOT / "build/bench/node")
    if modules is None:
        pytest.skip("Node ou npm manque ici")
    pages = sorted({one.partition("?")[0] for one in (*KINDS.values(), *MORE)})
    report = tmp_path / "report.json"  # a pipe would lose what is beyond 64 kB
    command = [modules / ".bin/html-validate", "--config", ROOT / ".htmlvalidate.json"]
    done = subprocess.run(
        [*map(str, command), "--formatter", f"json={report}", *(str(site / one) for one in pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.is_file(), done.stderr
    read = json.loads(report.read_text("utf-8"))
    told = [
        f"{Path(page['filePath']).relative_to(site)}:{one['line']} {one['ruleId']} : {one['message']}"
        for page in read
        for one in page["messages"]
    ]
    assert told == []
    assert done.returncode == 0, done.stderr
