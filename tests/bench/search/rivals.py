"""Makes what our search is compared with, each a folder to serve, from the content of one project.

mkdocs-material: the very pages of `build/docs/`, wrapped by the stock theme with its `search` plugin
(`lang: fr`). Pagefind: run on the pages of `site/`. MiniSearch: each record of the guide is a document.
Nobody but us reads the phrasings of needs on the pages, where they are not shown: so each is made twice,
with the content as published and with the phrasings added to each need.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.guide import Guide
from generator.model.base import Prose, Value
from generator.model.walk import marked
from generator.views.jobs import rows_of_jobs
from tests.projects import ROOT

CLIENTS = Path(__file__).parent / "clients"
PACKAGES = Path(__file__).parents[1]
"""Where package.json and its lock are."""
_CONFIG = """\
site_name: Material
theme: {name: material, language: fr, font: false}
plugins: [search: {lang: fr}]
hooks: [whole_pages.py]
nav: [{Accueil: index.md}, {Besoins: besoins/index.md}, {Parcours: parcours/index.md}, {Dispositifs: dispositifs/index.md}]
not_in_nav: "*"
"""


class RivalError(Exception):
    """Something could not be made; the message is what the tool said."""


@dataclass(frozen=True, slots=True)
class Content:
    """What there is to search: a project that has been built, and its guide."""

    project: Path
    guide: Guide


Phrasings = Mapping[str, Sequence[str]]
"""Need → what people say; empty: nothing is added to what is published."""


def node_modules(cache: Path) -> Path | None:
    """The npm packages of the lock file, installed once in `cache`; none where Node is not."""
    if not shutil.which("node") or not shutil.which("npm"):
        return None
    lock = (PACKAGES / "package-lock.json").read_bytes()
    stamp = cache / "installed.json"
    if not stamp.is_file() or stamp.read_bytes() != lock:
        cache.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(PACKAGES / name, cache / name)
        _run(["npm", "ci", "--no-audit", "--no-fund"], cache)
        stamp.write_bytes(lock)
    return cache / "node_modules"


def make_material(content: Content, phrasings: Phrasings, folder: Path) -> Path:
    """Stock mkdocs-material on the same pages."""
    docs = folder / "docs"
    shutil.copytree(content.project / "build/docs", docs, ignore=shutil.ignore_patterns("assets", "data"))
    for path, section in _said(docs, "index.md", phrasings):
        opened = path.read_text("utf-8").rstrip().removesuffix("</div>")
        path.write_text(f"{opened}{section}</div>\n", "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    shutil.copyfile(ROOT / "theme/whole_pages.py", folder / "whole_pages.py")
    _run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")], folder)
    return folder / "site"


def make_pagefind(content: Content, phrasings: Phrasings, folder: Path, modules: Path) -> Path:
    """A client, and the bundle Pagefind makes of the built pages."""
    pages = folder / "pages"
    for path in (content.project / "site").rglob("*.html"):
        target = pages / path.relative_to(content.project / "site")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    for path, section in _said(pages, "index.html", phrasings):
        path.write_text(path.read_text("utf-8").replace("</main>", f"{section}</main>", 1), "utf-8")
    site = _client(folder, "pagefind.js")
    command = [str(modules / ".bin/pagefind"), "--site", str(pages), "--force-language", "fr"]
    _run([*command, "--output-path", str(site / "pagefind")], folder)
    return site


def make_minisearch(content: Content, phrasings: Phrasings, folder: Path, modules: Path) -> Path:
    """A client, the library, and the records as documents."""
    site = _client(folder, "minisearch.js")
    shutil.copyfile(modules / "minisearch/dist/umd/index.js", site / "minisearch.js")
    documents = [
        {
            "id": f"{kind}/{record}",
            "kind": kind,
            "record": record,
            "title": title,
            "names": names,
            "text": text,
        }
        for rank, (kind, record, title, names, text) in enumerate(_documents(content.guide, phrasings))
    ]
    (site / "documents.json").write_text(json.dumps(documents, ensure_ascii=False), "utf-8")
    return site


def _client(folder: Path, name: str) -> Path:
    site = folder / "site"
    site.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(CLIENTS / "page.html", site / "index.html")
    shutil.copyfile(CLIENTS / "results.js", site / "results.js")
    shutil.copyfile(CLIENTS / name, site / "client.js")
    return site


def _said(pages: Path, name: str, phrasings: Phrasings) -> Iterator[tuple[Path, str]]:
    """Each need's page, and a section of what people say."""
    for need, texts in phrasings.items():
        items = "".join(f"<li>{html.escape(text)}</li>" for text in texts)
        yield pages / "besoins" / need / name, f"<section><h2>On dit aussi</h2><ul>{items}</ul></section>"


Document = tuple[str, str, str, str, str]
"""Kind, id, title, other names, texts."""


def _documents(guide: Guide, phrasings: Phrasings) -> Iterator[Document]:
    """The same things our search finds: needs, schemes, pathways, jobs, trainings, explained words."""
    for need in guide.needs.values():
        said = "\n".join([_prose(need, without="phrasings"), *phrasings.get(need.id, ())])
        yield "need", need.id, need.statement, need.title, said
    for scheme in guide.schemes.values():
        names = " ".join(filter(None, (scheme.acronym, *scheme.other_names, *scheme.former_names)))
        yield "scheme", scheme.id, scheme.title, names, _prose(scheme)
    for pathway in guide.pathways.values():
        yield "pathway", pathway.id, pathway.title, "", _prose(pathway)
    for code in rows_of_jobs(guide):
        job = guide.vocabulary.jobs[code]
        yield "job", code, job.title, " ".join([*job.everyday, job.label]), job.simple
    for term in guide.vocabulary.glossary.values():
        yield "word", term.id, term.label, term.expansion or "", term.description or ""
    for domain in guide.domains.values():
        for training in domain.trainings:
            aims = " ".join(training.certifications)
            labels = "\n".join(one.label for one in (*training.nsf, *training.rome))
            yield "training", training.id, aims or domain.title, domain.title, labels


def _prose(record: Value, without: str = "") -> str:
    texts = (text for path, mark, text in marked(record) if isinstance(mark, Prose) and path[0] != without)
    return "\n".join(texts)


def _run(command: Sequence[str], folder: Path) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RivalError(
            f"{' '.join(command)} : code {done.returncode}\n{(done.stdout + done.stderr)[-3000:]}"
        )
