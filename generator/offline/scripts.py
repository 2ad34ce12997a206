"""The site's scripts inside one file.

Each is wrapped so that what it takes for `location`, `history` and `document` are those of its page:
the fragment of the file is the address of a site (`#recherche?q=permis`), and no script has to know.
Scripts of pages wait as text until their page is shown.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from rjsmin import jsmin

from generator.templates import THEME

_SCRIPT = re.compile(r"<script\b([^>]*)></script>")
_SRC = re.compile(r'\ssrc="(?:\.\./)*([^"]+)"')
OURS = ("inflate.js", "scripts.js", "single.js")
PACKED_FROM = 20_000
"""Bytes from which packing a script is worth the milliseconds it takes to unpack."""
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
    ours = (jsmin((THEME / "offline" / name).read_text("utf-8")) for name in OURS)
    later = {path: _wrapped(text) for path, text in scripts.items() if path not in named}
    return Program((*map(_closed, ours), *(_wrapped(scripts[path]) for path in first)), later)


def tags(program: Program) -> tuple[str, str]:
    """Script elements for the head, and for the end of the body."""
    head = "".join(f"<script>{text}</script>" for text in program.first)
    return head, "".join(_waiting(path, text) for path, text in program.later.items())


def _waiting(path: str, text: str) -> str:
    """A script that waits: a long one is packed, so that the file stays light once it is unzipped."""
    content = text.encode("utf-8")
    if len(content) < PACKED_FROM:
        return f'<script type="text/plain" data-path="{path}">{text}</script>'
    pack = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = base64.b64encode(pack.compress(content) + pack.flush()).decode()
    return f'<script type="text/plain" data-path="{path}" data-size="{len(content)}">{packed}</script>'


def _wrapped(text: str) -> str:
    small = jsmin(text).strip()
    given = "window,window.__poc_location,window.__poc_history,window.__poc_document"
    return _closed(f"(function(location,history,document){{{small}\n}}).call({given})")


def _closed(text: str) -> str:
    """Text that cannot end its own element."""
    return text.replace("\r", "").replace("</script", "<\\/script").replace("<!--", "<\\!--")
