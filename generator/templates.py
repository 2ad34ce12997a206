"""The Jinja environment of page bodies, and the one place where text is trusted as HTML.

Autoescape is always on. Only two things enter a page unescaped, both through `_trusted`:
rich texts already cleaned by nh3, and the drawings of `theme/assets/icons`, which are ours.
`explained` adds to a part of a page that is HTML already, and escapes what it adds.

Links inside the site are written `@/besoins/…/index.html` in templates; `render` turns `@/` into
the way back to the root, so that the site works from a folder as well as from a server.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator import acronyms, markdown
from generator.maps.shapes import number
from generator.typography import french_html
from generator.views.words import capital

THEME = Path(__file__).resolve().parent.parent / "theme"
FALLBACK_ICON = "station"

_SVG = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)
_LINK = '="@/'


def _trusted(html: str) -> Markup:
    """Text that needs no escaping: cleaned by nh3, or drawn by us. Nothing else comes here."""
    return Markup(html)


def rich(text: str) -> Markup:
    """Filter: an editor's rich text, cleaned."""
    return _trusted(markdown.rich(text))


def explained(html: str, terms: Mapping[str, str]) -> Markup:
    """Filter for a part of a page, rendered: its acronyms told. Plain text is escaped first."""
    return _trusted(acronyms.explained(str(escape(html)), terms))


@lru_cache(maxsize=256)
def icon(name: str, fallback: str = FALLBACK_ICON) -> Markup:
    """The drawing `name`, inline and hidden from screen readers; `fallback` if it does not exist."""
    folder = THEME / "assets" / "icons"
    path = next(p for p in (folder / f"{n}.svg" for n in (name, fallback, FALLBACK_ICON)) if p.is_file())
    found = _SVG.search(path.read_text(encoding="utf-8"))
    shapes = " ".join(found.group(1).split()) if found else ""
    return _trusted(
        f'<svg class="icon" width="48" height="48" viewBox="0 0 48 48" aria-hidden="true"'
        f' focusable="false">{shapes}</svg>'
    )


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment, made once: templates are compiled once for all pages."""
    env = Environment(
        loader=FileSystemLoader(THEME / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters["rich"] = rich
    env.filters["explained"] = explained
    env.filters["capitalize_first"] = capital
    env.globals["icon"] = icon
    env.globals["num"] = number
    return env


def render(template: str, depth: int, context: dict[str, Any], root: str | None = None) -> str:
    """One page body: one HTML block without blank lines, typography corrected, links made relative.

    `depth` is how many folders down the page is; `root` replaces the way up where a page is
    served from any address (page not found).
    """
    html = environment().get_template(template).render(context)
    lines = (line for line in html.split("\n") if line and not line.isspace())
    html = french_html("\n".join(lines))
    up = "../" * depth if root is None else root
    return html.replace(_LINK, f'="{up}')
