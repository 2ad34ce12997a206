"""The data of the search page: a classic script, so that it loads from a folder too.

Each row: kind, id, address, words shown, line shown, words searched only. The browser folds
accents and splits words; nothing is computed twice here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypedDict

from generator.typography import french_text
from generator.views.shared import Library, need_path, pathway_path, scheme_path


class Row(TypedDict):
    """One thing that can be found; short keys, for the file travels."""

    k: str
    i: str
    u: str
    t: str
    d: str
    w: list[str]


def search_script(library: Library) -> str:
    """`window.__poc_search = […]`, safe inside a script whatever the texts hold."""
    rows = [*_needs(library), *_schemes(library), *_pathways(library), *_words(library)]
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    for character in "<\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return f"window.__poc_search={data};\n"


def _row(kind: str, at: tuple[str, str], title: str, line: str, also: list[str]) -> Row:
    record, path = at
    return {"k": kind, "i": record, "u": path, "t": french_text(title), "d": french_text(line), "w": also}


def _needs(library: Library) -> Iterator[Row]:
    for need in library.guide.needs.values():
        at = need.id, need_path(need.id)
        yield _row("need", at, need.statement, need.explanation, [need.title, *need.phrasings])


def _schemes(library: Library) -> Iterator[Row]:
    for scheme in library.guide.schemes.values():
        names = (scheme.acronym, *scheme.other_names, *scheme.former_names)
        at = scheme.id, scheme_path(scheme.id)
        yield _row("scheme", at, scheme.title, scheme.person.summary, [name for name in names if name])


def _pathways(library: Library) -> Iterator[Row]:
    for pathway in library.guide.pathways.values():
        at = pathway.id, pathway_path(pathway.id)
        yield _row("pathway", at, pathway.title, pathway.summary, [pathway.profile.summary, pathway.goal])


def _words(library: Library) -> Iterator[Row]:
    for term in library.guide.vocabulary.glossary.values():
        at = term.id, f"glossaire/index.html#{term.id}"
        line = term.description or term.expansion or ""
        yield _row("word", at, term.label, line, [term.expansion] if term.expansion else [])
