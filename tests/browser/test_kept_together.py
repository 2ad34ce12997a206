"""Several kept guides at one address, which share the browser's storage: none touches another's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_kept import BUTTON, Host, build
from tests.projects import make

pytestmark = pytest.mark.browser

ONE, INSIDE, OTHER = "un/", "un/dedans/", "autre/"
"""Folders of the three guides: one of them is within another's."""
NAMES = "caches.keys().then(all => all.sort())"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The tiny guide, three times at one address."""
    project, folder = make(tmp_path / "guide"), tmp_path / "serveur"
    build(project)
    for name in (ONE, INSIDE, OTHER):
        shutil.copytree(project / "site", folder / name, dirs_exist_ok=True)
    running = Host(folder)
    yield running
    running.stop()


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    """A phone, with its own storage."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=host.address)
    yield context.new_page()
    context.close()


def keep(page: Page, guide: str) -> None:
    """Keep that guide."""
    page.goto(f"{guide}emporter/index.html")
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_text("C’est fait")).to_be_visible()


def drop(page: Page, guide: str) -> None:
    """Take that guide off the phone."""
    page.goto(f"{guide}emporter/index.html")
    page.get_by_role("button", name="Enlever le guide").click()
    expect(page.get_by_text("n’est plus sur votre téléphone")).to_be_visible()


def test_keeping_or_removing_a_guide_leaves_the_others_of_its_address(page: Page, host: Host) -> None:
    for guide in (INSIDE, ONE, OTHER):
        keep(page, guide)
    assert len(page.evaluate(NAMES)) == 3
    drop(page, ONE)
    assert len(page.evaluate(NAMES)) == 2
    page.context.set_offline(True)
    host.stop()
    for guide in (INSIDE, OTHER):
        page.goto(f"{guide}dispositifs/bureau/index.html")
        expect(page.locator("h1")).to_be_visible()
