"""Rich texts: what editors may write, and what never gets through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import markdown
from generator.load import load
from generator.markdown import first_sentence, plain, rich, sentences
from generator.model.base import Prose
from generator.model.walk import marked
from tests.projects import ROOT

ATTACKS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,boum)",
    "[x](//ailleurs.example)",
    '<a href="java\nscript:alert(1)">x</a>',
    "</div></div><h1>x</h1>",
    "<svg onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<!-- --!> <script>x</script> -->",
    "![x](javascript:alert(1))",
    "`<b onclick=x>`",
    "**<b onmouseover=x>y</b>**",
    "texte {: onclick=alert(1) }",
    "| a |\n|---|\n| <script>x</script> |",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("around", ["{}", "- {}\n- b", "**gras** {}", "a\n\n{}\n\n# h1"])
def test_only_harmless_tags_and_addresses_come_out(attack: str, around: str) -> None:
    html = rich(around.format(attack))
    tags = re.findall(r"<(/?\w+)([^>]*)>", html)
    assert {name.strip("/") for name, _ in tags} <= markdown.TAGS
    for name, attributes in tags:
        if attributes.strip():
            assert name == "a"
            assert re.fullmatch(r' (href="(https?|mailto|tel):[^"]*" )?rel="noopener noreferrer"', attributes)


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("Un texte.", "<p>Un texte.</p>"),
        ("Un.\n\nDeux\nlignes.", "<p>Un.</p><p>Deux lignes.</p>"),
        ("- un\n- deux\n  suite", "<ul><li>un</li><li>deux suite</li></ul>"),
        ("Voici :\n- un\n- deux", "<p>Voici :</p><ul><li>un</li><li>deux</li></ul>"),
        ("Un mot **fort**.", "<p>Un mot <strong>fort</strong>.</p>"),
        ("R&D", "<p>R&amp;D</p>"),
        ("1 < 2", "<p>1 &lt; 2</p>"),
    ],
)
def test_the_small_subset_that_editors_use(typed: str, html: str) -> None:
    assert rich(typed) == html


def test_links_to_the_web_a_phone_and_a_mailbox_are_kept() -> None:
    html = rich("[a](https://a.fr) [b](tel:3949) [c](mailto:a@b.fr)")
    assert re.findall('href="([^"]+)"', html) == ["https://a.fr", "tel:3949", "mailto:a@b.fr"]


def test_the_short_way_and_the_long_way_say_the_same_of_the_whole_offer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = {text for text in _rich_texts(ROOT) if not markdown._MARKED.search(text)}
    assert len(texts) > 50
    short = {text: rich(text) for text in texts}
    monkeypatch.setattr(markdown, "_MARKED", re.compile(""))
    for text in texts:
        assert _bare(rich(text)) == _bare(short[text])


def _rich_texts(root: Path) -> list[str]:
    guide = load(root).guide
    assert guide is not None
    records = (*guide.needs.values(), *guide.schemes.values(), *guide.pathways.values())
    return [
        text
        for record in records
        for _, mark, text in marked(record)
        if isinstance(mark, Prose) and mark.rich
    ]


def _bare(html: str) -> str:
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", " ".join(html.split()))


def test_plain_words_and_first_sentence() -> None:
    assert plain("- **Un** & deux.\n- Trois.") == "Un & deux. Trois."
    assert plain("Un **diplôme**, [ici](https://a.fr).") == "Un diplôme, ici."
    assert first_sentence("Vous venez. Puis vous partez.") == "Vous venez."


def test_simple_texts_are_cut_into_sentences() -> None:
    assert sentences("Vous venez. C’est gratuit ! Écrivez-nous.") == (
        "Vous venez.",
        "C’est gratuit !",
        "Écrivez-nous.",
    )


@pytest.mark.parametrize(
    "typed", ["&#8238;", "&#x202e;", "&rlm;", "&ZeroWidthSpace;", "&#65279;", "&#x2066;"]
)
def test_a_character_reference_brings_no_hidden_character(typed: str) -> None:
    assert rich(f"un **mot** {typed}droit") == "<p>un <strong>mot</strong> droit</p>"
