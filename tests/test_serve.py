"""Live preview: an edit is shown, a mistake is told and leaves the last good page served."""

from __future__ import annotations

import os
import shutil
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


def wait_for_words(wanted: str, log: Path) -> None:
    """Wait until the server has said `wanted`."""
    end = time.monotonic() + 30
    while wanted not in log.read_text("utf-8") and time.monotonic() < end:
        time.sleep(0.2)
    assert wanted in log.read_text("utf-8")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """The tiny guide, served, with its own theme and code: project, address of a sheet, log."""
    project = make(tmp_path / "guide")
    (project / "theme").unlink()
    for name in ("theme", "generator"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    port = free_port()
    log = tmp_path / "serve.log"
    command = [sys.executable, "-u", "-m", "generator", "serve", "--port", str(port), "--today", TODAY]
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=project, stdout=out, stderr=out, start_new_session=True)
        try:
            yield project, f"http://127.0.0.1:{port}/dispositifs/bureau/index.html", log
        finally:
            os.killpg(server.pid, signal.SIGINT)
            server.wait(timeout=60)


def test_an_edit_is_shown_and_a_mistake_leaves_the_last_good_page(served: tuple[Path, str, Path]) -> None:
    project, address, log = served
    sheet = project / "offer/schemes/bureau.yml"
    wait_for("Le bureau numérique", address, log)
    good = sheet.read_text("utf-8").replace("Le bureau numérique", "Le bureau tout neuf")
    sheet.write_text(good, "utf-8")
    wait_for("Le bureau tout neuf", address, log)
    sheet.write_text(good.replace("title:", "titre:"), "utf-8")
    wait_for_words("écrivez « title »", log)
    assert "Le bureau tout neuf" in page_at(address)
    sheet.write_text(good.replace("tout neuf", "réparé"), "utf-8")
    wait_for("Le bureau réparé", address, log)


def test_a_template_and_the_code_are_read_again_and_a_crash_is_one_sentence(
    served: tuple[Path, str, Path],
) -> None:
    project, address, log = served
    wait_for("Le bureau numérique", address, log)
    template = project / "theme/pages/scheme.html.j2"
    good = template.read_text("utf-8")
    edit(template, "<h1", '<p id="essai">Gabarit relu</p><h1')
    wait_for("Gabarit relu", address, log)
    template.write_text(good.replace("<h1", "{% if %}<h1"), "utf-8")
    wait_for_words("Les pages n’ont pas pu être écrites, theme/pages/scheme.html.j2 ligne ", log)
    assert "Gabarit relu" in page_at(address)
    template.write_text(good.replace("<h1", '<p id="essai">Gabarit réparé</p><h1'), "utf-8")
    wait_for("Gabarit réparé", address, log)
    edit(
        project / "generator/templates.py",
        "    return html.replace(_LINK",
        '    html = html.replace("réparé", "et code relus")\n    return html.replace(_LINK',
    )
    wait_for("Gabarit et code relus", address, log)
    assert "Traceback" not in log.read_text("utf-8")


def test_the_frame_is_read_again_and_a_broken_one_leaves_the_last_good_page(
    served: tuple[Path, str, Path],
) -> None:
    project, address, log = served
    wait_for("Le bureau numérique", address, log)
    frame = project / "theme/overrides/main.html"
    good = frame.read_text("utf-8")
    edit(frame, '<div id="contenu"', '<p>cadre relu</p><div id="contenu"')
    wait_for("cadre relu", address, log)
    frame.write_text(good + "{% block %}", "utf-8")
    wait_for_words("MkDocs n’a pas pu faire le site", log)
    edit(project / "offer/schemes/bureau.yml", "Le bureau numérique", "Le bureau tout neuf")
    time.sleep(3)
    assert "cadre relu" in page_at(address)
    frame.write_text(good, "utf-8")
    wait_for("Le bureau tout neuf", address, log)
    assert "Traceback" not in log.read_text("utf-8")


def test_a_busy_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen(1)
        port = busy.getsockname()[1]
        command = [
            sys.executable,
            "-m",
            "generator",
            "serve",
            "--project",
            str(make(tmp_path)),
            "--port",
            str(port),
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert f"Le port {port} est déjà pris : écrivez --port " in done.stdout
    assert "Traceback" not in done.stderr
