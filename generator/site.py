"""The last, replaceable step: MkDocs turns `build/docs/` into a site, in its own process."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images")
"""What Material adds to every site and no page of ours loads: its program, its styles, its favicon."""


class SiteError(Exception):
    """MkDocs could not make the site; the message is what it said."""


def environment(today: datetime.date) -> dict[str, str]:
    """The environment of a reproducible build: every date in the site is `today`'s."""
    midnight = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "1",
    }


def make(project: Path, docs: str, destination: Path, today: datetime.date) -> None:
    """Build the pages of `docs` into `destination`, emptied first. Raises `SiteError`."""
    shutil.rmtree(destination, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    command += ["--site-dir", str(destination.resolve())]
    done = subprocess.run(
        command,
        cwd=project,
        env=environment(today) | {"POC_DOCS": docs},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0 or not (destination / "index.html").is_file():
        said = (done.stdout + done.stderr).strip()
        log = destination.with_name("mkdocs.log")
        log.write_text(f"{said}\n", "utf-8")
        last = said.splitlines()[-1] if said else "sans message"
        raise SiteError(f"{last} ; tout est dans {log}")
    for name in UNUSED:
        shutil.rmtree(destination / name, ignore_errors=True)
