"""Live preview: pages are written again when a file changes, `mkdocs serve` reloads the browser."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator import build as builder
from generator import site
from generator.problems import Problem
from generator.report import Format

WATCHED = ("offer", "pathways", "theme", "generator")
PAUSE = 0.5
"""Seconds between two looks at the files."""

Tell = Callable[[tuple[Problem, ...], Format], None]


def serve(
    project: Path, port: int, today: Callable[[], datetime.date], tell: Tell, say: Callable[[str], None]
) -> int:
    """Serve until interrupted. A mistake is told, and the last good pages stay served."""
    if not _write(project, today(), tell):
        return 1
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=project, env=site.environment(today()))
    say(f"Ouvrez http://127.0.0.1:{port}/ (Ctrl+C pour arrêter)")
    try:
        for _ in _changes(project, lambda: server.poll() is None):
            say("Modification vue, vérification…")
            if _write(project, today(), tell):
                say("Pages à jour.")
    finally:
        server.terminate()
        server.wait(timeout=10)
    return server.returncode or 0


def _write(project: Path, today: datetime.date, tell: Tell) -> bool:
    verdict = builder.check(project, today)
    if verdict.guide is None:
        tell(tuple(one for one in verdict.problems if one.severity == "error"), "text")
        return False
    builder.write_pages(project, verdict.guide, today)
    return True


def _changes(project: Path, alive: Callable[[], bool]) -> Iterator[None]:
    """Yields each time a watched file has changed, as long as `alive()`."""
    before = _state(project)
    while alive():
        time.sleep(PAUSE)
        now = _state(project)
        if now != before:
            before = now
            yield


def _state(project: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for top in WATCHED:
        for folder, _, names in os.walk(project / top):
            for name in names:
                path = os.path.join(folder, name)
                try:
                    stat = os.stat(path)
                except OSError:
                    continue
                if not name.endswith((".pyc", ".part", "~", ".swp")):
                    found[path] = (stat.st_mtime_ns, stat.st_size)
    return found
