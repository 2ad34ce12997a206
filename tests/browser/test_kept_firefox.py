"""The kept guide in Debian's Firefox ESR: kept, the server gone, then read and searched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import firefox
from tests.browser.firefox import Firefox, Proxy
from tests.browser.test_kept import BUTTON, OLD, Host, build
from tests.projects import make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(firefox.BINARY is None, reason="Firefox ESR n’est pas installé (paquet firefox-esr)"),
]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The tiny guide on the web."""
    project = make(tmp_path / "guide")
    build(project)
    running = Host(project / "site")
    yield running
    running.stop()


@pytest.fixture
def fox(tmp_path: Path) -> Iterator[Firefox]:
    with firefox.running(tmp_path / "firefox", Proxy().port) as found:
        yield found


def test_the_kept_guide_and_its_search_work_in_firefox_when_the_server_is_gone(
    fox: Firefox, host: Host
) -> None:
    button = f"[...document.querySelectorAll('button')].find(b => b.textContent.includes({BUTTON!r}))"
    fox.go(host.address + "emporter/index.html")
    fox.until(f"(() => {{ const one = {button}; if (one) one.click(); return !!one; }})()")
    fox.until("document.body.textContent.includes('C’est fait')", seconds=60)
    host.stop()
    fox.go(host.address + "dispositifs/bureau/index.html")
    assert fox.run("return document.querySelector('.lead').textContent").strip() == OLD
    fox.go(host.address + "recherche/index.html")
    fox.until("document.readyState === 'complete' && document.getElementById('q')")
    fox.run(
        "const q = document.getElementById('q'); q.focus(); q.value = 'parler francais';"
        "q.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    fox.until("document.querySelector('#resultats[data-state=done] [data-id=parler-francais]')", seconds=60)
