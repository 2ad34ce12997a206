"""axe in the tests: what it finds, told so that a failure names the rule, the page's piece and the advice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer a theme can change: themes set colours and nothing else (`test_colours.py`)."""


def faults(page: Page, rules: Sequence[str] = ()) -> str:
    """Axe's report of the page as it is now, "" when it finds nothing; `rules`: only these.

    Only violations are asked for: what passes is long to gather and nobody reads it.
    """
    options: Mapping[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options = {**options, "runOnly": {"type": "rule", "values": list(rules)}}
    found = Axe().run(page, options=dict(options))
    return str(found.generate_report()) if found.violations_count else ""
