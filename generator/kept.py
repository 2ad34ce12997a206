"""« Garder ce guide sur mon téléphone »: what is stored when a reader asks for it, and how much it weighs.

After MkDocs, the pages are gathered in a few parts (`garder/parts/…json`), one a large folder, so that
a phone asks for ten files instead of four hundred, and a later update asks only for the parts that
changed. The worker (`sw.js`) holds their list: its bytes change exactly when the guide does.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import headers, templates
from generator.model.site import Site
from generator.offline.names import DOWNLOADS, HEADERS, KEPT, MANIFEST, WORKER
from generator.output import OutputFile

PARTS = f"{KEPT}/parts"
SIZE = f"{KEPT}/size.js"
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
_LEFT_OUT = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
    "data/",
    f"{KEPT}/",
    f"{DOWNLOADS}/",
)
"""Material's own files, that no page loads, the exports and the copies."""

DAYS = ("\ue000", "\ue001")
"""What stands in a part for the day of the build, in figures and in words: a build that changes nothing
but its date changes no part. Private characters, that no sheet may hold."""
_DAYS = (
    re.compile(r'(<meta name="built" content="|\sdata-built=")([^"]*)'),
    re.compile(r'(<span class="(?:built" data-built="[^"]*">Guide fabriqué le |edition">))([^<]*)'),
)


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
    shutil.rmtree(site / KEPT, ignore_errors=True)
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
    return (
        *(OutputFile(part.path, part.content) for part in found),
        size,
        _worker(site, found, version, size),
    )


def parts(site: Path) -> tuple[Part, ...]:
    """The stored files of a built site, in parts, sorted."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix in TYPES and not name.startswith(_LEFT_OUT) and name != WORKER:
            held[name.partition("/")[0] if "/" in name else ""].append(name)
    large = {folder: names for folder, names in held.items() if len(names) >= LARGE or folder == "assets"}
    rest = sorted(name for folder, names in held.items() if folder not in large for name in names)
    return tuple(_part(site, folder, names) for folder, names in sorted((large | {"pages": rest}).items()))


def _part(site: Path, folder: str, names: Sequence[str]) -> Part:
    texts = {name: _undated(name, (site / name).read_text("utf-8")) for name in names}
    content = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
    path = f"{PARTS}/{folder}-{_print_of(content)}.json"
    return Part(path, content, len(content), len(gzip.compress(content, 6, mtime=0)))


def _undated(name: str, text: str) -> str:
    if name.endswith(".html"):
        for pattern, day in zip(_DAYS, DAYS, strict=True):
            text = pattern.sub(rf"\g<1>{day}", text)
    return text


def built(home: str) -> tuple[str, ...]:
    """The day a page was made, in figures and in words: « 2026-11-21 », « 21 novembre 2026 »."""
    return tuple(said[2] if (said := pattern.search(home)) else "" for pattern in _DAYS)


def _print_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _worker(site: Path, found: Sequence[Part], version: str, size: OutputFile) -> OutputFile:
    """The worker with the list of this build: the constants it begins with."""
    said = (site / HEADERS).read_text("utf-8")
    known = {
        "VERSION": version,
        "PARTS": [[part.path, part.packed] for part in found],
        "SIZE": [SIZE, size.content.decode()],
        "TYPES": {suffix[1:]: kind for suffix, kind in TYPES.items()},
        "HEADERS": dict(headers.published(said)),
        "DAYS": DAYS,
        "BUILT": built((site / "index.html").read_text("utf-8")),
    }
    lines = (f"var {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in known.items())
    source = (templates.THEME / "kept" / WORKER).read_text("utf-8")
    return OutputFile.text(WORKER, "".join(lines) + source)
