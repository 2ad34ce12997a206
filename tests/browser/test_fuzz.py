"""A hostile editor, from YAML to the page in the browser: drawn texts in every field achieve nothing.

Everything is built for real, then opened under the strict policy: the pages, what scripts draw from
them, and the single file. The texts are the same at each ordinary run; `test --all` draws many more.
"""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Dialog, Page

from generator.cli import main
from generator.hidden import HIDDEN
from generator.model.base import Prose
from generator.road.codes import code
from generator.typography import french_text
from tests.conftest import Handler, Visit
from tests.hostile import Write, attacked
from tests.projects import TODAY

pytestmark = pytest.mark.browser

PWN = "window.__pwned=1"
ATTACKS = [
    f"<script>{PWN}</script>", f"</script><script>{PWN}</script>", f"<img src=x onerror={PWN}>",
    f"<svg onload={PWN}><script>{PWN}</script></svg>", f"<svg><style><img src=x onerror={PWN}></style></svg>",
    f"[un lien](javascript:{PWN})", f'<a href="jAvAsCrIpT&colon;{PWN}">x</a>', f"[x](data:text/html,<script>{PWN}</script>)",
    "[y](vbscript:x)", "[z](//voleur.example/x)", "![i](https://voleur.example/i.png)",
    f'[w](https://e.fr/</noscript><img src=x onerror={PWN}>)', f'" onmouseover="{PWN}" autofocus onfocus="{PWN}" x=\'',
    f"' onclick='{PWN}", "`onclick=`", '<style>@import "https://voleur.example/a.css"; body{display:none}</style>',
    '<b style="position:fixed;inset:0;background:url(https://voleur.example/b)">x</b>', "</style><!--", "-->", "<!-- -->",
    "<![CDATA[ x ]]>", "{{ 7 * 191 }}", "{% include 'x' %}", "{# rien #}", "{{ config }}", "${7*191}", "<%= 7*191 %>",
    f"texte {{: onclick={PWN} }}", "{: #contenu .hush style=display:none }", "{#contenu}", "[x]{: href=javascript:x}",
    "---\ntemplate: evil.html\n---", "# Titre", "\n\n- liste\n\n    code\n", "```\ncode\n```", "[ref]: javascript:x", "[ref]",
    "</p></li></div></details></article></main></body></html><h1>Faux titre</h1>", "</noscript></template></textarea></title>",
    f"<noscript><p title='</noscript><img src=x onerror={PWN}>'>", "<base href=https://voleur.example/>",
    '<meta http-equiv=refresh content="0;url=https://voleur.example/">', "<iframe srcdoc='<script>parent.__pwned=1</script>'>",
    "<form action=https://voleur.example/><input name=q id=chercher>", "<math><mtext><table><mglyph><style><!--</style>",
    '<object data="data:text/html,x">', "<a id=contenu name=poc>", "<details open ontoggle=window.__pwned=1>", "&lt;script&gt;",
    "&#8238;envers", "&ZeroWidthSpace;", "&amp;amp;", "&#x3c;img src=x&#x3e;", "@/index.html", '="@/x"', "\\u003cscript>", "\\", "%00%0a",
    "anticonstitutionnellement" * 12, "字" * 80, "e\u0301" * 40, "ZWJ\u200dZWNJ\u200cdoux\u00ad", "אבג العربية", "__proto__", "constructor",
]  # fmt: skip
"""Ways in that were tried on others: HTML, links, styles, templates, front matter, attribute lists, Unicode."""

TEXTS = st.lists(
    st.sampled_from(ATTACKS) | st.text("<>\"'`=&;{}[]()#%!/\\:-*_ \u200c\u200d\u00ad\u202fé字א", min_size=1, max_size=12),
    min_size=1,
    max_size=4,
).map(" ".join)  # fmt: skip
PAGES = (
    "index.html", "besoins/index.html", "besoins/parler-francais/index.html", "dispositifs/index.html",
    "dispositifs/atelier/index.html", "dispositifs/bureau/index.html", "parcours/index.html",
    "parcours/du-francais-a-l-emploi/index.html", "glossaire/index.html", "qui-peut-aider/index.html",
    "sources-et-methode/index.html", "langues/ar/index.html", "plan/index.html", "mentions-legales/index.html",
    f"recherche/index.html?q=francais%20{quote(ATTACKS[2])}", f"faire-le-point/index.html#{quote(ATTACKS[2])}",
    f"feuille-de-route/index.html#1{code('scheme', 'atelier')}{code('pathway', 'du-francais-a-l-emploi')}",
)  # fmt: skip
"""One page of each kind that shows texts of editors; the last three are drawn by scripts."""

WATCH = """
  window.__violations = [];
  document.addEventListener('securitypolicyviolation', one => __violations.push(one.effectiveDirective + ' ' + one.blockedURI));
"""

STRANGE = """() => {
  const found = [], tags = /^(script|style|iframe|object|embed|base|form|input|math|img|meta|link|template|frame|applet|audio|video)$/i;
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$/i.test(name)) found.push(one.tagName + ' ' + name);
      if (!one.matches('head > link') && /href|src|action|data-out/i.test(name) && /^[\\s\\0-\\x20]*(javascript|data|vbscript):/i.test(value)) found.push(one.tagName + ' ' + value);
    }
  }
  const count = {};
  for (const one of document.querySelectorAll('*')) if (tags.test(one.tagName)) count[one.tagName] = (count[one.tagName] || 0) + 1;
  const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
  if (new Set(ids).size < ids.length) found.push('id double : ' + ids.filter((one, rank) => ids.indexOf(one) < rank)[0]);
  const read = document.body.cloneNode(true);
  read.querySelectorAll('script, style, template').forEach(one => one.remove());
  return { found, count, title: document.querySelectorAll('h1').length, text: read.textContent,
    pwned: window.__pwned, violations: window.__violations };
}"""


@dataclass
class Shown:
    """What a build shows: for each page, what may be abused and how often; all texts together."""

    accepted: bool
    text: str = ""
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def squeezed(text: str) -> str:
    """A text as it may be compared: the typography of the pages is not what is tried here."""
    return re.sub(r"\s+", "", french_text(" ".join(text.split()))).replace("’", "'").casefold()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over http, under the strict policy."""
    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def shown(folder: Path, write: Write, browser: Browser) -> Shown:
    """Build the tiny guide so rewritten and open everything; refused with a message is a success."""
    project = attacked(folder, write)
    if main(["build", "--project", str(project), "--today", TODAY]) != 0:
        assert not (project / "site").exists()
        return Shown(False)
    result = Shown(True)
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(WATCH)
    with served(project / "site") as base:
        visit = Visit(context.new_page(), base)
        watch(visit, result)
        for path in PAGES:
            visit.page.goto("about:blank")
            look(visit.go(path), path.partition("?")[0].partition("#")[0], result)
        result.wrong += visit.complaints
    single = (project / "site/telecharger/par-ou-commencer.html").as_uri()
    visit = Visit(context.new_page(), single)
    watch(visit, result)
    page = visit.go("")
    for name in page.eval_on_selector_all("#contenu > section", "all => all.map(one => one.id)"):
        page.evaluate("name => { location.hash = name }", name)
        page.evaluate("() => new Promise(done => setTimeout(done))")
    look(page, "copie", result)
    result.wrong += visit.complaints
    context.close()
    return result


def watch(visit: Visit, result: Shown) -> None:
    """Besides requests and errors, which `Visit` tells: dialogs, and files asked for that do not exist."""

    def closed(dialog: Dialog) -> None:
        result.wrong.append(f"dialogue : {dialog.message}")
        dialog.dismiss()

    visit.page.on("dialog", closed)
    visit.page.on(
        "response", lambda one: result.wrong.append(f"{one.status} {one.url}") if one.status >= 400 else None
    )


def look(page: Page, name: str, result: Shown) -> None:
    """Read one page as the browser has built it."""
    page.wait_for_timeout(50)
    seen = page.evaluate(STRANGE)
    result.wrong += [f"{name} : {one}" for one in (*seen["found"], *seen["violations"])]
    if seen["pwned"] is not None:
        result.wrong.append(f"{name} : un script de l’éditeur a tourné")
    if name != "copie" and seen["title"] != 1:
        result.wrong.append(f"{name} : {seen['title']} titres")
    result.counts[name] = seen["count"]
    result.text += squeezed(seen["text"]) + "\n"


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> tuple[Shown, frozenset[int]]:
    """The same guide with harmless words, and the fields whose text it shows whole."""
    words: dict[int, str] = {}

    def write(rank: int, mark: Prose, text: str) -> str:
        words[rank] = f"Repère {rank} ici. Suite {text}"
        return words[rank]

    found = shown(tmp_path_factory.mktemp("plain"), write, browser)
    return found, frozenset(rank for rank, text in words.items() if squeezed(text) in found.text)


def attempt(texts: list[str], folder: Path, plain: tuple[Shown, frozenset[int]], browser: Browser) -> bool:
    """Write `texts` in turn in all fields; True when the guide was published."""
    words: dict[int, str] = {}

    def write(rank: int, mark: Prose, text: str) -> str:
        said = f"{texts[rank % len(texts)]} r{rank} ici. Suite {text}"
        if not mark.rich:
            words[rank] = said
        return said

    found = shown(folder, write, browser)
    if found.accepted:
        assert found.wrong == []
        harmless, whole = plain
        for name, count in found.counts.items():
            more = {tag: n for tag, n in count.items() if n > harmless.counts[name].get(tag, 0)}
            assert more == {}, name
        lost = {
            rank: text for rank, text in words.items() if rank in whole and squeezed(text) not in found.text
        }
        assert lost == {}, "what was written is not what is shown"
    return found.accepted


@pytest.mark.parametrize("examples", [3, pytest.param(25, marks=pytest.mark.slow)])
def test_a_hostile_editor_achieves_nothing(
    examples: int,
    browser: Browser,
    plain: tuple[Shown, frozenset[int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assert plain[0].wrong == [] and len(plain[1]) > 80
    published: list[bool] = []

    @settings(
        max_examples=examples,
        derandomize=examples < 10,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(TEXTS.filter(lambda text: not HIDDEN.search(text)), min_size=7, max_size=25))
    def one(texts: list[str]) -> None:
        published.append(attempt(texts, tmp_path_factory.mktemp("fuzz"), plain, browser))

    one()
    assert sum(published) > len(published) / 2, "texts that are all refused try nothing"
