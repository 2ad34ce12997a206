"""Live preview: an edit is shown, a mistake is told and leaves the last good page served."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import ROOT, TODAY, make


def page_at(address: str) -> str:
    """What the server answers, or nothing while it does not."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except (urllib.error.URLError, OSError):
        return ""


def wait_for(wanted: str, address: str, log: Path) -> None:
    """Wait until the page holds `wanted`; on failure the server's own words are shown."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if wanted in page_at(address):
            return
        time.sleep(0.3)
    pytest.fail(f"« {wanted} » never came. The server said:\n{log.read_text('utf-8')}")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """The tiny guide, served: project, address of a sheet, log."""
    project = make(tmp_path / "guide")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "serve.log"
    command = [sys.executable, "-u", "-m", "generator", "serve", "--project", str(project)]
    command += ["--port", str(port), "--today", TODAY]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with log.open("w") as out:
        server = subprocess.Popen(command, env=environment, stdout=out, stderr=out, start_new_session=True)
        yield project, f"http://127.0.0.1:{port}/dispositifs/bureau/index.html", log
        os.killpg(server.pid, signal.SIGINT)
        server.wait(timeout=20)


def test_an_edit_is_shown_and_a_mistake_leaves_the_last_good_page(served: tuple[Path, str, Path]) -> None:
    project, address, log = served
    sheet = project / "offer/schemes/bureau.yml"
    wait_for("Le bureau numérique", address, log)
    good = sheet.read_text("utf-8").replace("Le bureau numérique", "Le bureau tout neuf")
    sheet.write_text(good, "utf-8")
    wait_for("Le bureau tout neuf", address, log)
    sheet.write_text(good.replace("title:", "titre:"), "utf-8")
    end = time.monotonic() + 20
    while "écrivez « title »" not in log.read_text("utf-8") and time.monotonic() < end:
        time.sleep(0.2)
    assert "écrivez « title »" in log.read_text("utf-8")
    assert "Le bureau tout neuf" in page_at(address)
    sheet.write_text(good.replace("tout neuf", "réparé"), "utf-8")
    wait_for("Le bureau réparé", address, log)
