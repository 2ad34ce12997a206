"""The copies in Debian's Firefox ESR, everything it asks of the network counted by a proxy that answers nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.offline import names
from tests.browser import firefox
from tests.browser.copies import addresses
from tests.browser.firefox import Firefox, Proxy

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(firefox.BINARY is None, reason="Firefox ESR n’est pas installé (paquet firefox-esr)"),
]


@pytest.fixture(scope="module")
def proxy() -> Proxy:
    return Proxy()


@pytest.fixture(scope="module")
def fox(proxy: Proxy, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox.running(tmp_path_factory.mktemp("firefox"), proxy.port) as found:
        yield found


@pytest.fixture
def copy(kind: str, stick: Path, fox: Firefox, proxy: Proxy) -> Iterator[str]:
    """What a page's address begins with; nothing asked, nothing complained about."""
    yield addresses(stick, kind)[1]
    assert proxy.of_pages() == []
    assert fox.complaints(stick.as_uri()) == []


def page(copy: str, folder: str) -> str:
    return f"{copy}{folder}" if copy.endswith("#") else f"{copy}{folder}/index.html"


SHOWN = "[...document.querySelectorAll('main h1')].filter(h => h.offsetParent)"


def titled(fox: Firefox, text: str) -> None:
    """Wait until the one title shown holds `text`."""
    fox.until(f"{SHOWN}.length === 1 && {SHOWN}[0].textContent.includes({text!r})")


def follow(fox: Firefox, text: str) -> None:
    """Click the first link shown in the page that carries `text`."""
    fox.until(
        "(() => { const link = [...document.querySelectorAll('main a[href]')].find(one => one.offsetParent"
        f" && one.textContent.includes({text!r})); if (link) link.click(); return !!link; }})()"
    )


def test_the_door_opens_the_guide(fox: Firefox, stick: Path) -> None:
    fox.go((stick / names.FOLDER / names.DOOR).as_uri())
    fox.until(f"location.href.endsWith('/{names.INSIDE}/index.html')")
    titled(fox, "avez-vous besoin")


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        ("besoins", ("Je ne sais pas ce que je veux faire", "Parcours d’entrée"), "PEE"),
        ("besoins", ("du mal à m’exprimer", "Compétences de base", "Préqualification"), "qualification"),
        ("dispositifs", ("Espace de dynamique d’insertion",), "EDI"),
    ],
)
def test_the_journeys(start: str, steps: tuple[str, ...], end: str, fox: Firefox, copy: str) -> None:
    fox.go("about:blank")
    fox.go(page(copy, start))
    for step in steps:
        follow(fox, step)
        fox.until("document.readyState === 'complete'")
    titled(fox, end)


def test_the_search_answers(fox: Firefox, copy: str) -> None:
    fox.go("about:blank")
    fox.go(page(copy, "recherche"))
    fox.until("document.readyState === 'complete' && document.getElementById('q')")
    fox.run(
        "const q = document.getElementById('q'); q.focus(); q.value = 'pas le permis';"
        "q.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    fox.until("document.querySelector('#resultats[data-state=done] [data-id=me-deplacer]')")


def test_faire_le_point_goes_to_its_result(fox: Firefox, copy: str) -> None:
    fox.go("about:blank")
    fox.go(page(copy, "faire-le-point"))
    fox.until("document.querySelector('.point-question input')")
    fox.run("document.querySelector('.point-question input').click()")
    fox.run("document.getElementById('point-show').click()")
    fox.until("document.querySelector('#point-result[data-state=done] #point-found a')")


def test_a_road_sheet_is_made(fox: Firefox, copy: str) -> None:
    fox.go("about:blank")
    fox.go(page(copy, "dispositifs/pee"))
    fox.until("[...document.querySelectorAll('.road-add')].some(one => one.offsetParent)")
    fox.run("[...document.querySelectorAll('.road-add')].find(one => one.offsetParent).click()")
    titled(fox, "Feuille de route")
    fox.until("document.querySelectorAll('.road-choices > li').length === 1")


@pytest.mark.parametrize(
    ("months", "said"),
    [(1, ""), (4, "Vérifiez"), (7, "Appelez avant de vous déplacer"), (13, "une copie récente"), (-2, "")],
)
def test_a_copy_tells_its_age(months: int, said: str, kind: str, fox: Firefox, stick: Path) -> None:
    """The clock is the machine's: it is the day of the build that moves, in a page beside the page."""
    today = datetime.date.today()
    count = today.year * 12 + today.month - 1 - months
    built = f"{count // 12}-{count % 12 + 1:02}-01"
    inside = stick / names.FOLDER / names.INSIDE / "besoins/index.html"
    young = stick / names.SINGLE if kind == "fichier" else inside
    head, _, rest = young.read_text("utf-8").partition('<meta name="built" content="')
    aged = young.with_name(f"copie{months}.html")
    aged.write_text(f'{head}<meta name="built" content="{built}"{rest[rest.index(">") :]}', "utf-8")
    fox.go(aged.as_uri())
    fox.until("document.readyState === 'complete'")
    banner = fox.run("const one = document.querySelector('.age'); return one ? one.textContent : ''")
    aged.unlink()
    assert said in banner.replace("\u00a0", " ") and bool(banner) == bool(said)
    if said:
        assert f"Cette copie a {months} mois" in banner.replace("\u00a0", " ")


def test_a_link_that_leaves_asks_first(fox: Firefox, copy: str) -> None:
    fox.go("about:blank")
    fox.go(page(copy, "sources-et-methode"))
    fox.until("[...document.querySelectorAll('a[data-out][href]')].some(one => one.offsetParent)")
    fox.run("[...document.querySelectorAll('a[data-out]')].find(one => one.offsetParent).click()")
    fox.until("document.querySelector('dialog.leave[open] input').value.startsWith('https://')")
    fox.run("document.querySelector('dialog.leave button:last-of-type').click()")
