"""The same texts as a plain page in the way of GOV.UK: its style sheet, its script, nothing else.

The text of a built page (`<main>`) without its drawings, its places to click that need our scripts and our
classes; each element gets the class that govuk-frontend gives it. Styles, script and fonts are the
package's own, as npm gives them; its page template is followed by hand.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

CLASSES = {
    "h1": "govuk-heading-l",
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "h4": "govuk-heading-s",
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
    "details": "govuk-details",
    "table": "govuk-table",
    "th": "govuk-table__header",
    "td": "govuk-table__cell",
    "dl": "govuk-summary-list",
    "dt": "govuk-summary-list__key",
    "dd": "govuk-summary-list__value",
}
KEPT = {"href", "id", "lang", "scope", "open", "colspan", "rowspan"}
LEFT_OUT = {"svg", "form", "button", "input", "select", "script", "template", "dialog", "noscript"}
VOID = {"br", "hr", "img", "input", "wbr", "col"}
_PAGE = """\
<!DOCTYPE html>
<html lang="fr" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#1d70b8">
<meta name="description" content="{about}">
<link rel="icon" href="{root}assets/images/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{root}govuk-frontend.min.css">
</head>
<body class="govuk-template__body">
<script src="{root}supported.js"></script>
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Aller au contenu</a>
<header class="govuk-template__header"><div class="govuk-service-navigation"><div class="govuk-width-container">
<a class="govuk-service-navigation__link" href="{root}index.html">Par où commencer ?</a></div></div></header>
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main-content">
{main}
</main>
</div>
<footer class="govuk-footer"><div class="govuk-width-container"><p class="govuk-body">Le guide de la formation</p></div></footer>
<script type="module" src="{root}start.js"></script>
</body>
</html>
"""
_SUPPORTED = "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');\n"
_START = "import { initAll } from './govuk-frontend.min.js';\ninitAll();\n"


class _Main(HTMLParser):
    """Writes the text of `<main>` again, with the classes of govuk-frontend."""

    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.title = self.about = ""
        self._inside, self._skipped, self._in_title = False, 0, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name") == "description":
            self.about = given.get("content", "")
        self._in_title = tag == "title"
        if tag == "main":
            self._inside = True
        elif self._inside and (self._skipped or tag in LEFT_OUT):
            self._skipped += tag not in VOID
        elif self._inside:
            kept = {name: value for name, value in given.items() if name in KEPT}
            kept |= {"class": CLASSES[tag]} if tag in CLASSES else {}
            told = "".join(f' {name}="{html.escape(value)}"' for name, value in kept.items())
            self.out.append(f"<{tag}{told}>")

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        if tag == "main":
            self._inside = False
        elif self._inside and self._skipped:
            self._skipped -= tag not in VOID
        elif self._inside and tag not in VOID:
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif self._inside and not self._skipped:
            self.out.append(html.escape(data, quote=False))


def page(built: str, root: str) -> str:
    """One built page, as a plain GOV.UK-style page; `root`: the way back to the root of its site."""
    read = _Main()
    read.feed(built)
    main = re.sub(r"\n\s*\n+", "\n", "".join(read.out)).strip()
    return _PAGE.format(title=html.escape(read.title), about=html.escape(read.about), root=root, main=main)


def make(site: Path, pages: Sequence[str], modules: Path, folder: Path) -> Path:
    """A folder to serve: those pages of `site`, and the package's styles, script and fonts."""
    package = modules / "govuk-frontend/dist/govuk"
    shutil.copytree(package / "assets", folder / "assets")
    for name in ("govuk-frontend.min.css", "govuk-frontend.min.js"):
        shutil.copyfile(package / name, folder / name)
    (folder / "supported.js").write_text(_SUPPORTED, "utf-8")
    (folder / "start.js").write_text(_START, "utf-8")
    for name in pages:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page((site / name).read_text("utf-8"), "../" * name.count("/")), "utf-8")
    return folder
