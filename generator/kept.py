"""« Garder ce guide sur mon téléphone »: what is stored when a reader asks for it, and how much it weighs.

After MkDocs, the pages are gathered in a few parts (`garder/parts/…json`), one a large folder, so that
a phone asks for ten files instead of four hundred, and a later update asks only for the parts that
changed. The worker (`sw.js`) holds their list: its bytes change exactly when the guide does.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import headers, templates
from generator.model.site import Site
from generator.output import OutputFile

FOLDER = "garder"
PARTS = f"{FOLDER}/parts"
WORKER = "sw.js"
SIZE = f"{FOLDER}/size.js"
MANIFEST = "manifest.webmanifest"
LARGE = 20
"""Files from which a folder is a part of its own; the others share one."""
TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
"""What is stored, all of it text: pages, styles, scripts, drawings. Data for machines are not."""
_LEFT_OUT = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "data/", f"{PARTS}/")
"""Material's own files, that no page loads, and the exports."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some files of the site, together: `path` holds the fingerprint of `content`."""

    path: str
    content: bytes
    unpacked: int
    """The room it takes on the phone, in bytes."""
    packed: int
    """As a server that compresses sends it: what it costs to download, in bytes."""


def manifest(site: Site) -> OutputFile:
    """The web manifest: the guide's name, its mark and its colours, for a phone's home screen."""
    said = {
        "name": site.name,
        "short_name": site.name,
        "description": site.tagline,
        "lang": "fr",
        "start_url": "./index.html",
        "scope": "./",
        "display": "browser",
        "background_color": "#fbf8f2",
        "theme_color": "#0b5a56",
        "icons": [{"src": "assets/mark.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return OutputFile.text(MANIFEST, json.dumps(said, ensure_ascii=False, indent=1) + "\n")


def add_to(site: Path) -> None:
    """Add to a finished site what keeping it needs. The same site gives the same bytes."""
    for file in files(site):
        path = site / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def files(site: Path) -> tuple[OutputFile, ...]:
    """The parts, the worker, and the size the button says."""
    found = parts(site)
    version = _print_of("\n".join(part.path for part in found).encode())
    said = {
        "version": version,
        "bytes": sum(part.unpacked for part in found),
        "packed": sum(part.packed for part in found),
    }
    size = OutputFile.text(SIZE, f"window.__poc_kept = {json.dumps(said)};\n")
    return (*(OutputFile(part.path, part.content) for part in found), size, _worker(found, version, size))


def parts(site: Path) -> tuple[Part, ...]:
    """The stored files of a built site, in parts, sorted."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix in TYPES and not name.startswith(_LEFT_OUT) and name not in (WORKER, SIZE):
            held[name.partition("/")[0] if "/" in name else ""].append(name)
    large = {folder: names for folder, names in held.items() if len(names) >= LARGE or folder == "assets"}
    rest = sorted(name for folder, names in held.items() if folder not in large for name in names)
    return tuple(_part(site, folder, names) for folder, names in sorted((large | {"pages": rest}).items()))


def _part(site: Path, folder: str, names: Sequence[str]) -> Part:
    texts = {name: (site / name).read_text("utf-8") for name in names}
    content = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
    path = f"{PARTS}/{folder}-{_print_of(content)}.json"
    return Part(path, content, len(content), len(gzip.compress(content, 6, mtime=0)))


def _print_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _worker(found: Sequence[Part], version: str, size: OutputFile) -> OutputFile:
    """The worker with the list of this build: the constants it begins with."""
    known = {
        "VERSION": version,
        "PARTS": [[part.path, part.packed] for part in found],
        "SIZE": [SIZE, size.content.decode()],
        "TYPES": {suffix[1:]: kind for suffix, kind in TYPES.items()},
        "HEADERS": dict(headers.every_page()),
    }
    lines = (f"var {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in known.items())
    source = (templates.THEME / "kept" / WORKER).read_text("utf-8")
    return OutputFile.text(WORKER, "".join(lines) + source)
