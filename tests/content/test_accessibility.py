"""docs/accessibilite.md and the public page tell the same, and nothing that is not there."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import axe_playwright_python
import pytest

from tests.projects import ROOT

TEXT = (ROOT / "docs/accessibilite.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+\.\d+) \| (.+?) \| (.+?) \| (.+) \|$", TEXT, re.MULTILINE)
STATES = {"conforme", "non conforme", "non applicable", "non vérifié"}
THEMES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
"""How many criteria each of the 13 themes of RGAA 4.1.2 has."""


def test_the_106_criteria_are_there_once_each_in_order() -> None:
    expected = [f"{theme}.{n}" for theme, count in enumerate(THEMES, 1) for n in range(1, count + 1)]
    assert len(expected) == 106
    assert [number for number, *_ in ROWS] == expected


@pytest.mark.parametrize(("number", "state", "evidence"), [(one[0], one[2], one[3]) for one in ROWS])
def test_a_criterion_has_an_allowed_state_and_says_why(number: str, state: str, evidence: str) -> None:
    assert state in STATES, number
    assert evidence.strip(), number
    if state in ("conforme", "non applicable"):
        assert re.search(r"`(test_\w+|theme/[^`]+)`|Voir \d", evidence) or "Pas de plan" in evidence, number


def test_every_test_and_file_named_as_evidence_exists() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    defined = {name for source in sources for name in re.findall(r"^def (test_\w+)", source, re.MULTILINE)}
    named = set(re.findall(r"`(test_\w+)`", TEXT))
    assert named
    assert named - defined == set()
    files = set(re.findall(r"`((?:theme|tests)/[^`]+)`", TEXT))
    assert {one for one in files if not (ROOT / one).exists()} == set()


def test_the_count_under_the_table_is_right() -> None:
    found = Counter(state for _, _, state, _ in ROWS)
    told = re.search(r"\*\*En tout : (.+?)\.\*\*", TEXT)
    assert told is not None
    counts = {state: int(n) for n, state in re.findall(r"(\d+) ([^,]+)", told[1])}
    assert counts == dict(found)


def test_the_public_page_gives_the_same_counts_and_tools() -> None:
    page = (ROOT / "theme/pages/accessibility.html.j2").read_text("utf-8")
    found = Counter(state for _, _, state, _ in ROWS)
    for state, count in found.items():
        assert re.search(rf"<strong>{count}</strong>[^<]*\b{state}", page), f"{count} {state}"
    for tool in ("axe-core 4.12.1", "html-validate 10.9.0", "Chromium 156"):
        assert tool in page and tool in TEXT, tool
    assert "<h1>Accessibilité : non conforme</h1>" in page


def test_the_tools_named_are_those_that_are_pinned() -> None:
    packages = json.loads((ROOT / "tests/bench/package.json").read_text("utf-8"))["dependencies"]
    assert f"html-validate {packages['html-validate']}" in TEXT
    pinned = re.search(
        r"^axe-playwright-python==(\S+)", (ROOT / "requirements-test.txt").read_text("utf-8"), re.MULTILINE
    )
    assert pinned is not None
    assert f"`axe-playwright-python` {pinned[1]}" in TEXT


def test_every_rule_of_html_validate_that_is_changed_has_its_reason() -> None:
    rules = json.loads((ROOT / ".htmlvalidate.json").read_text("utf-8"))["rules"]
    told = set(re.findall(r"^\| `([a-z0-9/-]+)` \|", TEXT, re.MULTILINE))
    assert told == set(rules)


def test_the_version_of_axe_is_the_one_that_runs() -> None:
    source = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
    found = re.match(r"/\*! axe v(\S+)", source)
    assert found is not None
    assert f"axe-core {found[1]} " in TEXT


def test_the_readme_gives_the_same_counts() -> None:
    row = re.search(
        r"^\| the 106 criteria .*\| (\d+) met, (\d+) not met, (\d+) not applicable, (\d+) not verified \|$",
        (ROOT / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    found = Counter(state for _, _, state, _ in ROWS)
    assert row is not None
    order = ("conforme", "non conforme", "non applicable", "non vérifié")
    assert [int(n) for n in row.groups()] == [found[state] for state in order]
