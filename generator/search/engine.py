"""The search's own program: lunr and its French stemmer, as MkDocs carries them, then ours.

Read from the installed package, never copied into the repository; loaded only when one searches.
"""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

from generator.scripts import SEARCH, parts, small

LUNR = (
    "templates/search/lunr.js",
    "lunr-language/lunr.stemmer.support.js",
    "lunr-language/lunr.fr.js",
)
"""lunr.js 2.3.9 and Snowball for French, inside MkDocs' package (MIT, MPL): see docs/adr/0005."""

HINT = "//# allFunctionsCalledOnLoad\n"
"""Asks Chromium to compile the whole file while it loads, beside the page, not each function when it is first
called: a quarter less until the first answer. To other browsers, and to Chromium before 136, a comment."""


def search_engine() -> str:
    """Every script of the search as one, comments and blanks left out."""
    package = Path(str(distribution("mkdocs").locate_file("mkdocs/contrib/search")))
    scripts = [*(package / name for name in LUNR), *parts(SEARCH)]
    return HINT + "".join(f"{small(path)};\n" for path in scripts)
