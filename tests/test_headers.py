"""What servers say, what pages say and what documents promise is one thing; publishing is whole or not at all."""

from __future__ import annotations

import getpass
import re
import socket
import subprocess
from html import unescape
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator import headers
from generator.model.site import Site
from tests.projects import ROOT

PUBLISH = ROOT / "docs/serveurs/publier.sh"
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def test_the_policy_excuses_nothing_inline_and_no_other_site() -> None:
    assert headers.DIRECTIVES["default-src"] == "'none'"
    assert not re.search(r"unsafe|https?:|data:|\*", headers.policy())


def test_the_files_for_servers_are_those_that_the_headers_give() -> None:
    for path, text in headers.server_files().items():
        assert (ROOT / path).read_text("utf-8") == text, f"{path} : lancez ./site-build.sh schema"


def test_every_server_says_every_header() -> None:
    for text in (headers.netlify(), headers.nginx(), headers.apache()):
        for name, value in headers.every_page().items():
            assert name in text and value in text
    assert (
        headers.ALWAYS_ASK in headers.nginx_map() and f"max-age={headers.MEANT_TO_LAST}" in headers.apache()
    )


def test_the_policy_of_the_documents_is_the_one_that_is_served() -> None:
    assert headers.policy() in (ROOT / "SECURITY.md").read_text("utf-8")
    guide = (ROOT / "docs/publier.md").read_text("utf-8")
    for name in (*headers.every_page(), *headers.server_files()):
        assert name in guide, name


def test_every_page_carries_the_policy_before_anything_it_loads(site: Path) -> None:
    expected = headers.policy(meta=True)
    assert "frame-ancestors" not in expected
    alone = site / headers.ATTACHED
    for path in sorted(set(site.rglob("*.html")) - {alone}):
        text = path.read_text("utf-8")
        found = META.search(text)
        assert found and unescape(found[1]) == expected, path
        assert not re.search(r"<(?:script|link|img|style)\b", text[: found.start()]), path


def test_the_single_file_asks_for_nothing_and_no_server_shows_it_as_a_page(site: Path) -> None:
    found = META.search((site / headers.ATTACHED).read_text("utf-8"))
    assert found
    rules = dict(one.split(" ", 1) for one in unescape(found[1]).split("; "))
    assert set(rules) == set(headers.DIRECTIVES) - headers.ONLY_AS_HEADER
    hashed = rules.pop("script-src") + " " + rules.pop("style-src")
    assert re.fullmatch(r"'sha256-[^']+'(?: 'sha256-[^']+')*", hashed)
    assert rules.pop("img-src") == "data:" and set(rules.values()) == {"'none'"}
    for text in (headers.netlify(), headers.nginx_map(), headers.apache()):
        assert re.search(rf"/{re.escape(headers.ATTACHED)}.*\n?.*attachment", text)


def test_another_site_may_be_called_once_it_is_named_and_only_called() -> None:
    measure = "https://mesure.exemple.fr"
    open_to = headers.policy((measure,))
    assert open_to.replace(f" {measure}", "") == headers.policy()
    assert f"connect-src 'self' {measure};" in open_to
    assert headers.published(headers.netlify((measure,))) == headers.every_page((measure,))


@pytest.mark.parametrize(
    "bad", ["http://a.fr", "https://a.fr/chemin", "https://a.fr; script-src *", "https://*"]
)
def test_what_would_open_the_policy_wider_is_not_a_site(bad: str) -> None:
    with pytest.raises(ValidationError):
        Site(name="a", tagline="b", region="france", connect=(bad,))


def test_the_published_headers_file_is_the_same(site: Path) -> None:
    assert (site / "_headers").read_text("utf-8") == headers.netlify()


def test_no_published_file_names_the_machine_or_its_user(site: Path) -> None:
    said = {str(ROOT), str(Path.home()), socket.gethostname(), getpass.getuser()}
    words = [one for one in said if len(one) > 5 or "/" in one.strip("/")]
    assert words
    for path in sorted(site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            assert not [word for word in words if word.encode() in content], path


def publish(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the script that publishes."""
    command = ["sh", str(PUBLISH), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A site small enough to publish a hundred times."""
    site = tmp_path / "site neuf"
    site.mkdir()
    (site / "index.html").write_text("1", "utf-8")
    return site


def test_publishing_swaps_one_link_keeps_the_release_before_and_can_go_back(
    made: Path, tmp_path: Path
) -> None:
    web = tmp_path / "srv"
    for edition in ("1", "2", "3"):
        (made / "index.html").write_text(edition, "utf-8")
        done = publish(made, web)
        assert done.returncode == 0, done.stderr
        assert (web / "en-ligne/index.html").read_text("utf-8") == edition
    assert (web / "avant/index.html").read_text("utf-8") == "2"
    assert len(list((web / "versions").iterdir())) == 2
    assert publish("--retour", web).returncode == 0
    assert (web / "en-ligne/index.html").read_text("utf-8") == "2"
    assert (web / "avant/index.html").read_text("utf-8") == "3"


def test_what_is_not_a_site_is_not_published(made: Path, tmp_path: Path) -> None:
    web = tmp_path / "srv"
    assert publish(made, web).returncode == 0
    (made / "index.html").unlink()
    assert publish(made, web).returncode == 1
    assert (web / "en-ligne/index.html").read_text("utf-8") == "1"
    assert publish("--retour", web).returncode == 1
