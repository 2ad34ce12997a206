"""Violations of the policy, counted by the browser itself on every kind of page, whatever is pressed: none.

Every other browser test also fails on the first one (`tests/conftest.py` reads the console).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_settings import ALL as KINDS
from tests.conftest import Visit

pytestmark = pytest.mark.browser

LISTEN = """
addEventListener("securitypolicyviolation", (event) => pocViolation(event.effectiveDirective));
window.print = () => {};
"""
PRESS = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  const found = [...document.querySelectorAll("main button, header button, summary")];
  found.filter((one) => one.offsetParent && one.type !== "submit").forEach((one) => one.click());
  return found.length;
}"""
ATTACKS = """() => {
  const script = document.createElement("script");
  script.textContent = "window.__run = true";
  document.body.append(script);
  document.body.setAttribute("style", "color: red");
  document.body.setAttribute("onclick", "window.__run = true");
  document.body.click();
  const picture = document.createElement("img");
  picture.src = "https://ailleurs.example/suivi.gif";
  document.body.append(picture);
  try { fetch("https://ailleurs.example/"); } catch (error) { /* refused */ }
  return window.__run;
}"""


class Locked:
    """A page whose violations are counted, by directive."""

    def __init__(self, page: Page, base: str) -> None:
        self.visit = Visit(page, base)
        self.violations: list[str] = []
        page.context.expose_binding("pocViolation", lambda _, name: self.violations.append(name))
        page.context.add_init_script(LISTEN)


@pytest.fixture
def locked(browser: Browser, base: str) -> Iterator[Locked]:
    """One page, over http and from a folder."""
    context = browser.new_context(viewport={"width": 768, "height": 900})
    yield Locked(context.new_page(), base)
    context.close()


def test_no_kind_of_page_breaks_the_policy_whatever_is_pressed(locked: Locked) -> None:
    pressed = 0
    for path in KINDS.values():
        if path == "404.html" and locked.visit.base.startswith("file:"):
            continue  # only servers show it
        page = locked.visit.go(path)
        pressed += page.evaluate(PRESS)
        page.wait_for_load_state("networkidle")
    print(f"{len(KINDS)} pages, {pressed} presses, {len(locked.violations)} violations")
    assert pressed > len(KINDS)
    assert locked.violations == []
    assert locked.visit.complaints == []


def test_what_would_break_the_policy_is_stopped_and_counted(locked: Locked) -> None:
    page = locked.visit.go("besoins/index.html")
    assert page.evaluate(ATTACKS) is None
    page.wait_for_load_state("load")
    page.wait_for_timeout(300)
    kinds = {"script-src-elem", "style-src-attr", "script-src-attr", "img-src", "connect-src"}
    assert set(locked.violations) == kinds
    assert locked.visit.complaints
