"""Both copies and their sums, from a site that is built and not yet published."""

from __future__ import annotations

import datetime
import gzip
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.offline import pack, single, source, sums
from generator.offline.names import DOWNLOADS, SINGLE, TAKE, ZIP
from generator.offline.taking import fill, megabytes, offer_book, without_copies
from generator.output import OutputFile


@dataclass(frozen=True)
class Copy:
    """One file made: its name, its bytes, and its bytes once compressed for a message (0: is already)."""

    name: str
    size: int
    compressed: int = 0

    def told(self) -> str:
        """« par-ou-commencer.html : 4,8 Mo (0,9 Mo compressé) »."""
        more = f" ({megabytes(self.compressed)} compressé)" if self.compressed else ""
        return f"{self.name} : {megabytes(self.size)}{more}"


def make(docs: Path, site: Path, folder: Path, today: datetime.date) -> tuple[Copy, ...]:
    """Fill `folder` with the copies, and the site with its downloads and their sizes.

    `docs`: the page sources; `site`: made from them, not yet published. A size told is that of the copy
    before the sizes were written in it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pages = source.read(docs)
    light = single.make(pages, docs, site)
    sizes = {"single": megabytes(len(light.encode("utf-8")))}
    whole, sizes = pack.make(site, today, pages[0].meta.get("live"), sizes)
    one = fill(light, sizes).encode("utf-8")
    (folder / SINGLE).write_bytes(one)
    (folder / ZIP).write_bytes(whole)
    sums.write(folder)
    page = site / TAKE / "index.html"
    page.write_text(fill(page.read_text("utf-8"), sizes), "utf-8")
    shutil.copytree(folder, site / DOWNLOADS)
    return Copy(ZIP, len(whole)), Copy(SINGLE, len(one), len(gzip.compress(one, 9, mtime=0)))


def none_made(site: Path) -> None:
    """Say so on the page that offers them: a link to no file promises what nobody gets."""
    page = site / TAKE / "index.html"
    page.write_text(without_copies(page.read_text("utf-8")), "utf-8")


def offer(site: Path, book: OutputFile) -> None:
    """Add the printed guide to the downloads of a site that is not published yet, and to their page."""
    downloads = site / DOWNLOADS
    downloads.mkdir(exist_ok=True)
    (downloads / book.path).write_bytes(book.content)
    sums.write(downloads)
    page = site / TAKE / "index.html"
    page.write_text(offer_book(page.read_text("utf-8"), len(book.content)), "utf-8")
