"""The site in a zip, to be unzipped on a stick: the same bytes for the same site and the same day."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from generator.offline.markup import for_copies, outgoing
from generator.offline.names import DOOR, FOLDER, INSIDE, SERVER_ONLY, TAKE
from generator.offline.taking import fill, in_copy, megabytes
from generator.templates import THEME
from generator.typography import french_html

_MODE = 0o100644
_UNIX = 3
_LAST_ENTRY = 4_000
"""More bytes than the last page ever takes, compressed: the size told is never below the truth."""
_ROW = 46
"""Bytes of each row of the list of entries that ends a zip, its name apart (APPNOTE, 4.3.12)."""


def make(
    site: Path, today: datetime.date, live: str | None, sizes: Mapping[str, str]
) -> tuple[bytes, dict[str, str]]:
    """The zip, and `sizes` with its own. The page that tells it is written last."""
    held = io.BytesIO()
    last = f"{TAKE}/index.html"
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _add(archive, DOOR, _door(today), today)
        for path in _paths(site):
            if path != last:
                _add(archive, f"{INSIDE}/{path}", _content(site, path), today)
        told = {**sizes, "zip": megabytes(held.tell() + _LAST_ENTRY + _rows(archive))}
        if (site / last).is_file():
            page = in_copy(fill((site / last).read_text("utf-8"), told), live)
            _add(archive, f"{INSIDE}/{last}", outgoing(for_copies(page)).encode("utf-8"), today)
    return held.getvalue(), told


def _rows(archive: zipfile.ZipFile) -> int:
    """Bytes of the list of the entries so far, written once the archive is closed."""
    return sum(_ROW + len(one.filename.encode("utf-8")) for one in archive.infolist())


def _paths(site: Path) -> Iterator[str]:
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return (path for path in found if not path.startswith(SERVER_ONLY))


def _content(site: Path, path: str) -> bytes:
    content = (site / path).read_bytes()
    if not path.endswith(".html"):
        return content
    return outgoing(for_copies(content.decode("utf-8"))).encode("utf-8")


def _door(today: datetime.date) -> bytes:
    text = (THEME / "offline/door.html").read_text("utf-8")
    return french_html(Template(text).substitute(inside=INSIDE, built=today.isoformat())).encode("utf-8")


def _add(archive: zipfile.ZipFile, path: str, content: bytes, today: datetime.date) -> None:
    entry = zipfile.ZipInfo(f"{FOLDER}/{path}", (max(today.year, 1980), today.month, today.day, 0, 0, 0))
    entry.external_attr = _MODE << 16
    entry.create_system = _UNIX
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=9)
