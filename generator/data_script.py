"""Data for the browser, as a classic script: it loads from a folder as from a server.

`window.__poc_x=…`: no fetch, no module. One place, for a page that lets a text end its script lets it run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.typography import french_text

UNSAFE = "<\u2028\u2029"
"""What would close the script, or end its line in an old browser."""


def as_script(name: str, content: Any, *, typeset: bool = True) -> str:
    """`window.<name>=…;`, safe inside a page whatever the texts hold; typeset, but for the keys.

    `typeset=False`: texts that are compared letter by letter, or that arrive finished.
    """
    text = json.dumps(_typeset(content) if typeset else content, ensure_ascii=False, separators=(",", ":"))
    for character in UNSAFE:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"window.{name}={text};\n"


def _typeset(value: Any) -> Any:
    """Every text with its no-break spaces: scripts are not typeset with the pages."""
    if isinstance(value, str):
        return french_text(value)
    if isinstance(value, Mapping):
        return {key: _typeset(one) for key, one in value.items()}
    return [_typeset(one) for one in value] if isinstance(value, list | tuple) else value
