"""A hostile editor writes scripts in every text field: the pages show it as text, or drop it."""

from __future__ import annotations

import datetime
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator import build
from generator.cli import main
from tests.hostile import attacked
from tests.projects import TODAY
from tests.site.pages import read_all

ATTACKS = {
    "script": "<script>document.title='percé'</script>",
    "handler": "<img src=x onerror=\"document.title='percé'\">",
    "link": "[un lien](javascript:document.title='percé') <a href=\"javascript:alert(1)\">x</a>",
    "jinja": "{{ 7 * 191 }} {% include 'x' %} {# rien #}",
    "closing": "</p></div></article></main></body></html><h1>Faux titre</h1>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "svg": "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "style": '<style>body{display:none}</style><b style="position:fixed">x</b>',
    "comment": "<!-- <script> --> ]]> <![CDATA[ x ]]>",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;script&#x3e;",
    "markdown": "# Titre\n\n- liste\n\n```\ncode\n```\n\n<div markdown=1>**x**</div>",
    "attribute_list": "texte {: onclick=alert(1) } {: #id .class style=color:red }",
    "front_matter": "---\ntemplate: evil.html\n---\ntitle: x",
    "data_link": "[x](data:text/html,<script>alert(1)</script>) [y](vbscript:x) [z](//evil.example)",
}


COPIED = ("script", "attribute", "svg")
"""The attacks tried on the single file too, which is made from the same pages: making it takes long."""


class _Elements(HTMLParser):
    """Counts what a browser would build."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _holds_no_attack(copy: Path) -> None:
    for tag, attributes in _Elements(copy.read_text("utf-8")).found:
        assert not [key for key in attributes if key.startswith("on")], f"copy : {tag}"
        assert not re.match(r"(?i)\s*(javascript|vbscript):", str(attributes.get("href") or "")), "copy"
        assert tag not in ("iframe", "object", "embed"), f"copy : {tag}"


@pytest.mark.parametrize("name", ATTACKS)
def test_no_text_field_can_become_script_or_break_a_page(name: str, tmp_path: Path) -> None:
    project = attacked(tmp_path, ATTACKS[name])
    assert build.check(project, datetime.date.fromisoformat(TODAY)).guide is not None
    copies = [] if name in COPIED else ["--no-copies"]
    assert main(["build", "--project", str(project), "--today", TODAY, *copies]) == 0
    if name in COPIED:
        _holds_no_attack(project / "site/telecharger/par-ou-commencer.html")
    own_scripts = {path.name for path in (project / "site").rglob("*.js")}
    for path, page in read_all(project / "site").items():
        text = path.read_text("utf-8")
        assert page.inline_handlers == [], path
        assert page.headings.count("h1") == 1, path
        assert "1337" not in re.sub(r"[^<>]*sha256-[^<>]*", "", text), "a template ran inside content"
        assert text.rstrip().endswith("</html>") and text.count("</main>") == 1, path
        for link in page.links:
            assert not re.match(r"(?i)\s*(javascript|data|vbscript):", link), f"{path} : {link}"
        for tag, attributes in _Elements(text).found:
            if tag == "script":
                assert attributes.get("src"), f"{path} : script"
                assert Path(str(attributes["src"])).name in own_scripts
            assert tag not in ("style", "iframe", "object", "embed"), f"{path} : {tag}"
