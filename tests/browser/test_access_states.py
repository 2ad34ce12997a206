"""axe where `test_access.py` does not go: pages that the real guide has not, and what opens over a page."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from generator.adviser_pages import RULES
from generator.cli import main
from tests.browser.axe import COLOURS, faults
from tests.browser.copies import opened
from tests.browser.test_copies import later
from tests.projects import TODAY, make

pytestmark = pytest.mark.browser

SHUT = "dispositifs/vieux-cours"
"""A scheme one can no longer enter: its page says so, and where to go."""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The tiny guide, which has rules of prescription and a closed scheme."""
    project = make(tmp_path_factory.mktemp("guide"))
    assert main(["build", "--project", str(project), "--today", TODAY, "--no-copies"]) == 0
    return (project / "site").as_uri() + "/"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("folder", [RULES, SHUT])
def test_axe_finds_nothing_in_pages_of_other_guides(
    folder: str, width: int, browser: Browser, tiny: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme="light")
    page = context.new_page()
    page.goto(f"{tiny}{folder}/index.html")
    expect(page.locator("h1")).to_have_text(
        "Les règles de prescription" if folder == RULES else "Le vieux cours"
    )
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(color_scheme="dark")
    assert faults(page, COLOURS) == "", "dark"
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "path"), [(1280, "besoins/index.html"), (320, "index.html")])
def test_axe_finds_nothing_in_the_search_box_with_its_suggestions(
    width: int, path: str, theme: Literal["light", "dark"], browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=theme, base_url=address
    )
    page = context.new_page()
    page.goto(path)
    field = page.locator("input[name=q]:visible").first
    field.press_sequentially("anglais")
    expect(page.locator(".suggest-one:visible").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    assert faults(page) == ""
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_copy_that_tells_its_age_nor_in_what_asks_before_leaving(
    theme: Literal["light", "dark"], browser: Browser, stick: Path
) -> None:
    found = opened(browser, stick, "dossier", color_scheme=theme, viewport={"width": 320, "height": 740})
    page = found.go("sources-et-methode")
    built = page.locator("meta[name=built]").get_attribute("content") or ""
    for months in (4, 7, 13):
        page.clock.set_fixed_time(later(built, months))
        page.reload()
        expect(page.locator(".age")).to_be_visible()
        assert faults(page) == "", months
    page.locator("a[data-out]:visible").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert faults(page) == "", "dialog"
    found.context.close()
