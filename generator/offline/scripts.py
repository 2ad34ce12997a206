"""The site's scripts inside one file.

Each is wrapped so that what it takes for `location` and `history` are those of its page: the fragment of
the file is the address of a site (`#recherche?q=permis`), and no script has to know. Scripts of pages wait
as text until their page is shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rjsmin import jsmin

from generator.templates import THEME

_SCRIPT = re.compile(r"<script\b([^>]*)></script>")
_SRC = re.compile(r'\ssrc="(?:\.\./)*([^"]+)"')
WEB_ONLY = "data-web"
"""Attribute of a script that a copy has no use for (a service worker's)."""


@dataclass(frozen=True)
class Program:
    """`first`: texts run at once, in order; `later`: path → text run when asked for."""

    first: tuple[str, ...]
    later: Mapping[str, str]

    @property
    def all(self) -> tuple[str, ...]:
        """Every text that may run."""
        return (*self.first, *self.later.values())


def program(page: str, scripts: Mapping[str, str]) -> Program:
    """What the head of a built page runs, behind the router of the file; every other script later."""
    tags = _SCRIPT.findall(page)
    named = {src[1]: tag for tag in tags if (src := _SRC.search(tag))}
    first = [path for path, tag in named.items() if WEB_ONLY not in tag]
    router = jsmin((THEME / "offline/single.js").read_text("utf-8"))
    later = {path: _wrapped(text) for path, text in scripts.items() if path not in named}
    return Program((_closed(router), *(_wrapped(scripts[path]) for path in first)), later)


def tags(program: Program) -> tuple[str, str]:
    """Script elements for the head, and for the end of the body."""
    head = "".join(f"<script>{text}</script>" for text in program.first)
    rest = "".join(
        f'<script type="text/plain" data-path="{path}">{text}</script>'
        for path, text in program.later.items()
    )
    return head, rest


def _wrapped(text: str) -> str:
    small = jsmin(text).strip()
    body = (
        f"(function(location,history){{{small}\n}}).call(window,window.__poc_location,window.__poc_history)"
    )
    return _closed(body)


def _closed(text: str) -> str:
    """Text that cannot end its own element."""
    return text.replace("\r", "").replace("</script", "<\\/script").replace("<!--", "<\\!--")
