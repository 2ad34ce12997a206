"""A web server as a guide is published by one: it compresses, and says what `_headers` says.

Over http/1.1, so that a browser keeps its connections, as it does with every real server.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from http import HTTPStatus
from pathlib import Path

CACHE = {True: "max-age=600", False: "no-cache"}
"""Cache-Control of what is in `assets/` (docs/publier.md), and of pages."""
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".webmanifest", ".map"}


def rules(text: str) -> list[tuple[str, dict[str, str]]]:
    """`_headers`, as Netlify reads it: a path, then its headers, two spaces before each."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[-1][1][name] = value
        elif line.strip():
            found.append((line.strip(), {}))
    return found


@functools.cache
def _packed(path: Path, _changed: float) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, said: list[tuple[str, dict[str, str]]], directory: str) -> None:
        self.said = said
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # the name it overrides
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND
        if status is HTTPStatus.NOT_FOUND:
            path = Path(self.directory, "404.html")
        compressed = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = b""
        if path.is_file():
            body = _packed(path, path.stat().st_mtime) if compressed else path.read_bytes()
        self.send_response(status)
        for name, value in self._headers(path, compressed).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _headers(self, path: Path, compressed: bool) -> Mapping[str, str]:
        kind = self.guess_type(str(path))
        text = kind.startswith("text/") or kind.endswith("javascript")
        headers = {"Content-Type": f"{kind}; charset=utf-8" if text else kind}
        headers["Cache-Control"] = CACHE[self.path.startswith("/assets/")]
        if compressed:
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        for pattern, said in self.said:
            if fnmatchcase(self.path, pattern):
                headers |= {name: one for name, one in said.items() if name != "Cache-Control"}
        return headers

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it overrides
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a free port; its address."""
    headers = folder / "_headers"
    said = rules(headers.read_text("utf-8")) if headers.is_file() else []
    handler = functools.partial(_Handler, said=said, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
