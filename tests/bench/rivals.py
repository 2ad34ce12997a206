"""What the generator is measured against, on the same records.

(a) `markdown_site`: the pages as somebody would write them by hand for mkdocs-material, one Markdown file
a record, the same words, links between pages, a nav of sections only.
(b) `render_plainly`, run by `python -m tests.bench.rivals PROJECT OUTPUT`: the least one can do with YAML
and Jinja2: load, one render, write.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

FOLDERS = {"offer/needs": "besoins", "offer/schemes": "dispositifs", "pathways": "parcours"}
LINKS = {"need": "besoins", "scheme": "dispositifs", "instead": "dispositifs", "pathway": "parcours"}
"""Key of a reference → folder of the page it leads to."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONFIG = """\
site_name: Pages écrites à la main
theme: {name: material, language: fr, font: false}
plugins: []
nav: [{Accueil: index.md}, {Besoins: besoins/index.md}, {Dispositifs: dispositifs/index.md}, {Parcours: parcours/index.md}]
not_in_nav: "*"
"""
_PAGE = """\
<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<h1>{{ title }}</h1>
{% for key, texts in sections %}
<section id="{{ key }}">
<h2>{{ key }}</h2>
{% for text in texts %}
<p>{{ text }}</p>
{% endfor %}
</section>
{% endfor %}
</body>
</html>
"""


def _records(project: Path) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Folder of the page, id and content of each record, as PyYAML loads it."""
    for folder, section in FOLDERS.items():
        for path in sorted((project / folder).glob("*.yml")):
            yield section, path.stem, yaml.load(path.read_bytes(), Loader=_LOADER)


def markdown_site(project: Path, folder: Path) -> None:
    """(a) Write in `folder` a plain mkdocs-material project with a page for each record of `project`."""
    docs = folder / "docs"
    for section in ("", *FOLDERS.values()):
        (docs / section).mkdir(parents=True, exist_ok=True)
        (docs / section / "index.md").write_text(f"# {section or 'Accueil'}\n", encoding="utf-8")
    for section, record_id, record in _records(project):
        (docs / section / f"{record_id}.md").write_text(_markdown(record), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")


def _markdown(record: Mapping[str, Any]) -> str:
    """Short facts as one list, then a section for each of the rest."""
    short = {key: value for key, value in record.items() if isinstance(value, str) and "\n" not in value}
    lines = [f"# {record['title']}", "", *(f"- {key} : {value}" for key, value in short.items()), ""]
    for key, value in record.items():
        if key not in short:
            lines += [f"## {key}", "", *_written(key, value), ""]
    return "\n".join(lines)


def _written(key: str, value: object) -> Iterator[str]:
    """A value in Markdown: each item of a list on a line, long texts as they are."""
    if isinstance(value, Mapping):
        for name, inside in value.items():
            yield from _written(name, inside)
    elif isinstance(value, list):
        for item in value:
            yield f"- {_linked(key, item)}"
    else:
        yield f"\n{value}\n" if "\n" in str(value) else f"- {key} : {_linked(key, value)}"


def _linked(key: str, value: object) -> str:
    """The texts inside a value, on one line; what names another record is a link to its page."""
    return ", ".join(
        f"[{text}](../{LINKS[name]}/{text}.md)" if name in LINKS else text
        for name, text in _texts(key, value)
    )


def _texts(key: str, value: object) -> Iterator[tuple[str, str]]:
    """Every text inside a value, with the nearest key above it."""
    if isinstance(value, Mapping):
        for name, inside in value.items():
            yield from _texts(name, inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _texts(key, inside)
    elif value is not None:
        yield key, str(value)


def render_plainly(project: Path, output: Path) -> None:
    """(b) Load each record, render it once, write it."""
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_PAGE)
    for section, record_id, record in _records(project):
        sections = [(key, [text for _, text in _texts(key, value)]) for key, value in record.items()]
        page = output / section / record_id / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(template.render(title=record["title"], sections=sections), encoding="utf-8")


if __name__ == "__main__":
    render_plainly(Path(sys.argv[1]), Path(sys.argv[2]))
