"""What docs/accessibilite.md calls « non applicable » is really in no page, style sheet or script.

Whoever adds a video, a frame or a gesture meets this test first, and then the criteria about it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.pages import is_copy

TAGS = r"<(iframe|frame|video|audio|object|embed|canvas|applet|area|img|marquee|blink|bgsound)\b"
WINDOWS = r"\s(target|accesskey)="
IN_STYLES = r"@keyframes|animation(-name)?\s*:|\(orientation\s*:"
IN_SCRIPTS = (
    r"touch(start|move|end)|pointermove|mousemove|device(motion|orientation)|window\.open|new Audio|autoplay"
)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, str]:
    """Every page as text."""
    return {path.relative_to(site): path.read_text("utf-8") for path in sorted(site.rglob("*.html")) if not is_copy(path)}


@pytest.mark.parametrize("unwanted", [TAGS, WINDOWS, r'<input[^>]*type="(image|file|password|email|tel)"'])
def test_no_page_holds_a_frame_a_medium_a_picture_file_or_a_new_window(
    unwanted: str, pages: dict[Path, str]
) -> None:
    assert pages
    assert [str(path) for path, text in pages.items() if re.search(unwanted, text, re.IGNORECASE)] == []


@pytest.mark.parametrize(("suffix", "unwanted"), [("css", IN_STYLES), ("js", IN_SCRIPTS)])
def test_nothing_moves_by_itself_and_no_gesture_is_asked(suffix: str, unwanted: str, site: Path) -> None:
    files = sorted((site / "assets").glob(f"*.{suffix}"))
    assert files
    found = {path.name: re.findall(unwanted, path.read_text("utf-8")) for path in files}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_every_drawing_is_hidden_from_screen_readers_or_has_a_name(pages: dict[Path, str]) -> None:
    for path, text in pages.items():
        for drawing in re.findall(r"<svg\b[^>]*>", text):
            named = re.search(r'role="(img|group)"', drawing) and re.search(r"aria-label(ledby)?=", drawing)
            assert 'aria-hidden="true"' in drawing or named, f"{path}: {drawing}"


def test_every_form_that_sends_has_its_button(pages: dict[Path, str]) -> None:
    sending = [
        (path, form)
        for path, text in pages.items()
        for form in re.findall(r"<form\b[^>]*\baction=.*?</form>", text, re.DOTALL)
    ]
    assert sending
    assert [str(path) for path, form in sending if 'type="submit"' not in form] == []


POINTING = r"ci-dessous|ci-dessus|ci-contre|(?:à|de|colonne|bouton) (?:droite|gauche)|en (?:vert|rouge|bleu|gris|couleur)\b"


def test_no_text_of_the_guide_points_by_place_or_colour_alone(pages: dict[Path, str]) -> None:
    """« Ci-dessous » or « le bouton vert » say nothing to who hears the page, or sees it otherwise."""
    told = {
        str(path): re.findall(f".{{20}}(?:{POINTING})", re.sub(r"<[^>]*>", " ", text), re.IGNORECASE)
        for path, text in pages.items()
    }
    assert {path: found for path, found in told.items() if found} == {}


def test_every_search_box_has_the_same_label(pages: dict[Path, str]) -> None:
    boxes = 0
    for path, text in pages.items():
        for name in re.findall(r'<input id="([^"]+)" name="q"', text):
            label = re.search(rf'<label[^>]* for="{name}"[^>]*>(.*?)</label>|<label for="{name}">(.*?)</label>', text)
            assert label is not None and (label[1] or label[2]) == "Chercher dans le guide", path
            boxes += 1
    assert boxes > 100
