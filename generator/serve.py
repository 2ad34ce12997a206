"""Live preview: pages are written again when a file changes, `mkdocs serve` reloads the browser.

Each writing is a new process: templates and code are the ones on disk, and a crash stops nothing.
MkDocs answers nobody while its own build fails, so a new frame (`theme/overrides`) is tried first.
"""

from __future__ import annotations

import datetime
import errno
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator import build as builder
from generator import site

WATCHED = ("offer", "pathways", "theme", "generator")
FRAME = Path("theme/overrides")
TRIAL = "build/site-trial"
CRASH_LOG = "build/pages.log"
PAUSE = 0.5
"""Seconds between two looks at the files."""
KEPT = "Les dernières bonnes pages restent servies."

HOME = Path(__file__).resolve().parent.parent
_PLACE = re.compile(r'^ *File "(.+)", line (\d+)', re.MULTILINE)

Say = Callable[[str], None]
State = dict[str, tuple[int, int]]


def serve(project: Path, port: int, today: Callable[[], datetime.date], say: Say) -> int:
    """Serve until interrupted. A mistake is told, and the last good pages stay served."""
    refusal = _refusal(port)
    if refusal:
        say(refusal)
        return 2
    seen = _state(project)
    if not _write(project, today(), say):
        return 1
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=project, env=site.environment(today()))
    say(f"Ouvrez http://127.0.0.1:{port}/ (Ctrl+C pour arrêter)")
    try:
        _follow(project, seen, lambda: server.poll() is None, today, say)
    finally:
        server.terminate()
        server.wait(timeout=10)
    if server.returncode:
        say("MkDocs s’est arrêté : ses messages sont ci-dessus.")
    return server.returncode or 0


def _follow(
    project: Path, seen: State, alive: Callable[[], bool], today: Callable[[], datetime.date], say: Say
) -> None:
    frame = _frame(project, seen)
    for now in _changes(project, seen, alive):
        say("Modification vue, vérification…")
        if _frame(project, now) != frame:
            if not _frame_stands(project, today(), say):
                continue
            frame = _frame(project, now)
            (_docs(project) / "index.md").touch()  # MkDocs looks at the pages only: this wakes it
        if _write(project, today(), say):
            say("Pages à jour.")
        else:
            say(KEPT)


def _refusal(port: int) -> str:
    """Why nothing can be served on `port`, in one sentence; empty when it is free."""
    why = _bind_error(port)
    if not why:
        return ""
    if why != errno.EADDRINUSE:
        return f"Le port {port} ne peut pas servir ici : écrivez --port 8000."
    free = next((other for other in range(port + 1, 65536) if not _bind_error(other)), 8000)
    return f"Le port {port} est déjà pris : écrivez --port {free}."


def _bind_error(port: int) -> int:
    with socket.socket() as trial:
        if os.name == "posix":  # as MkDocs does: a port left a moment ago is free
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
            trial.listen(1)
        except OverflowError:
            return errno.EINVAL
        except OSError as error:
            return error.errno or errno.EINVAL
    return 0


def _write(project: Path, today: datetime.date, say: Say) -> bool:
    """Write the pages in a new process, `python -m generator pages`; tell what it found wrong."""
    command = [sys.executable, "-m", "generator", "pages", "--project", str(project), "--today", str(today)]
    environment = site.environment(today) | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode == 0:
        return True
    if done.stdout:  # mistakes in the sheets; a crash says nothing there
        say((done.stdout + done.stderr).rstrip())
        return False
    log = project / CRASH_LOG
    log.parent.mkdir(exist_ok=True)
    log.write_text(done.stderr, "utf-8")
    say(f"Les pages n’ont pas pu être écrites{_crash(done.stderr)} ; tout est dans {log}.")
    return False


def _crash(said: str) -> str:
    """« , theme/pages/home.html.j2 ligne 3 (…) »: the last place of ours in a traceback, its last line."""
    ours = [
        (Path(file).relative_to(HOME).as_posix(), line)
        for file, line in _PLACE.findall(said)
        if any(Path(file).is_relative_to(HOME / top) for top in ("generator", "theme"))
    ]
    place = f", {ours[-1][0]} ligne {ours[-1][1]}" if ours else ""
    lines = said.strip().splitlines()
    return f"{place} ({lines[-1].strip()})" if lines else place


def _frame_stands(project: Path, today: datetime.date, say: Say) -> bool:
    docs = _docs(project).relative_to(project).as_posix()
    try:
        site.make(project, docs, project / TRIAL, today)
    except site.SiteError as error:
        say(f"MkDocs n’a pas pu faire le site avec ce {FRAME} ({error}). {KEPT}")
        return False
    return True


def _docs(project: Path) -> Path:
    return project / builder.docs_of(builder.DEFAULT_EDITION)


def _changes(project: Path, before: State, alive: Callable[[], bool]) -> Iterator[State]:
    """Yields what the watched files are each time one has changed, as long as `alive()`."""
    while alive():
        time.sleep(PAUSE)
        now = _state(project)
        if now != before:
            before = now
            yield now


def _frame(project: Path, state: State) -> State:
    return {path: seen for path, seen in state.items() if Path(path).is_relative_to(project / FRAME)}


def _state(project: Path) -> State:
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
