"""What drives Firefox in the browser tests, without Firefox: it counts everything, and never waits for ever."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from tests.browser.firefox import Firefox, FirefoxError, Proxy


def ask(proxy: Proxy) -> None:
    """Ask the proxy for a page, and give it time to count."""
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as asking:
        asking.sendall(b"GET http://exemple.fr/ HTTP/1.1\r\n\r\n")
        ends = time.monotonic() + 5
        while not proxy.asked and time.monotonic() < ends:
            time.sleep(0.02)


def test_a_connection_that_says_nothing_does_not_hide_the_next_ones() -> None:
    proxy = Proxy(patience=0.05)
    with socket.create_connection(("127.0.0.1", proxy.port)) as silent:
        silent.settimeout(5)
        assert silent.recv(1) == b"", "closed by the proxy"
    ask(proxy)
    assert proxy.of_pages() == ["GET http://exemple.fr/ HTTP/1.1"]


def test_a_connection_that_says_nothing_keeps_nobody_waiting() -> None:
    proxy = Proxy(patience=60)
    with socket.create_connection(("127.0.0.1", proxy.port)):
        ask(proxy)
        assert proxy.of_pages() == ["GET http://exemple.fr/ HTTP/1.1"]


@pytest.mark.parametrize("said", [b"", b"5", b"20:[1,"], ids=["rien", "une longueur", "un début"])
def test_a_firefox_that_dies_is_told_at_once(said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def die() -> None:
            client, _ = server.accept()
            with client:
                client.sendall(said)

        threading.Thread(target=die, daemon=True).start()
        with pytest.raises(FirefoxError):
            Firefox(server.getsockname()[1])
