"""The files for nginx, read by a real nginx: headers, and releases swapped under its feet.

Skipped where nginx is not installed (Debian: nginx-light).
"""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import headers
from tests.projects import ROOT

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

PUBLISH = ROOT / "docs/serveurs/publier.sh"
SWAPS = 30
CONF = """
daemon off; pid {tmp}/pid; error_log {tmp}/error.log;
events {{ }}
http {{
    include {types};
    access_log off;
    client_body_temp_path {tmp}/a; proxy_temp_path {tmp}/b; fastcgi_temp_path {tmp}/c;
    uwsgi_temp_path {tmp}/d; scgi_temp_path {tmp}/e;
    include {root}/docs/serveurs/nginx-http.conf;
    server {{
        listen 127.0.0.1:{port};
        root {tmp}/web/en-ligne;
        include {root}/docs/serveurs/nginx.conf;
    }}
}}
"""
TYPES = "types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }\n"


def publish(*arguments: object) -> None:
    """Run the script that publishes."""
    subprocess.run(["sh", str(PUBLISH), *map(str, arguments)], check=True, capture_output=True)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A small site, to be changed and published again."""
    site = tmp_path / "site"
    for path in ("index.html", "404.html", "assets/guide.css", "manifest.webmanifest", headers.ATTACHED):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(f"<p>{path}</p>" * 100, "utf-8")
    publish(site, tmp_path / "web")
    return site


@pytest.fixture
def port(made: Path, tmp_path: Path) -> Iterator[int]:
    """A real nginx on a free port."""
    assert NGINX is not None
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        found: int = trial.getsockname()[1]
    (tmp_path / "mime.types").write_text(TYPES, "utf-8")
    conf = tmp_path / "nginx.conf"
    said = CONF.format(tmp=tmp_path, root=ROOT, port=found, types=tmp_path / "mime.types")
    user = "user root;" if os.geteuid() == 0 else ""  # else its workers could not read a test's folder
    conf.write_text(user + said, "utf-8")
    with subprocess.Popen([NGINX, "-p", str(tmp_path), "-c", str(conf)], stderr=subprocess.PIPE) as server:
        for _ in range(100):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", found)) == 0:
                    break
            time.sleep(0.05)
        yield found
        server.terminate()


def ask(port: int, path: str, **more: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=more)
    answer = connection.getresponse()
    body = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_every_answer_has_every_header_and_each_file_its_own_age(port: int) -> None:
    for path, status in (("/", 200), ("/assets/guide.css", 200), ("/nulle-part/", 404)):
        found, said, body = ask(port, path)
        assert found == status
        assert {name: said[name] for name in headers.every_page()} == headers.every_page()
        asked = f"max-age={headers.MEANT_TO_LAST}" if "assets" in path else headers.ALWAYS_ASK
        assert said["Cache-Control"] == asked
        assert "Content-Disposition" not in said
        assert body.startswith("<p>404.html" if status == 404 else "<p>")


def test_the_single_file_is_downloaded_never_shown(port: int) -> None:
    assert ask(port, f"/{headers.ATTACHED}")[1]["Content-Disposition"] == "attachment"


def test_pages_are_compressed_and_the_manifest_is_known_for_what_it_is(port: int) -> None:
    assert ask(port, "/", **{"Accept-Encoding": "gzip"})[1]["Content-Encoding"] == "gzip"
    assert ask(port, "/manifest.webmanifest")[1]["Content-Type"] == "application/manifest+json"


def test_no_reader_meets_a_missing_or_a_mixed_release_while_it_is_swapped(
    port: int, made: Path, tmp_path: Path
) -> None:
    answers: list[tuple[int, str]] = []
    over = threading.Event()

    def read() -> None:
        while not over.is_set():
            status, _, body = ask(port, "/")
            answers.append((status, body))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(SWAPS):
        (made / "index.html").write_text(f"<p>{number}</p>" * 2000, "utf-8")
        publish(made, tmp_path / "web")
    publish("--retour", tmp_path / "web")
    over.set()
    reader.join()
    assert {status for status, _ in answers} == {200}
    assert all(len(set(body.split("</p>"))) == 2 for _, body in answers)  # one text, and the end
    assert len({body for _, body in answers}) > 2
    assert ask(port, "/")[2].startswith(f"<p>{SWAPS - 2}</p>")
