"""The plain pages of « Faire le point », for who has no JavaScript: few, whole, and true to the rules."""

from __future__ import annotations

import re
from pathlib import Path

from generator.point.tree import MOST
from tests.site.pages import read_all, target_of


def test_the_plain_pages_are_at_most_sixty_and_none_is_a_dead_end(site: Path) -> None:
    folder = (site / "faire-le-point").resolve()
    pages = {path.resolve(): page for path, page in read_all(site / "faire-le-point").items()}
    assert 50 <= len(pages) <= MOST
    reached, waiting = set(), [folder / "index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        targets = [
            target_of(path, link)[0] for link in pages[path].links if not link.startswith(("http", "mailto"))
        ]
        waiting += [one for one in targets if one in pages]
        onward = [
            one
            for one in targets
            if folder in one.parents or "dispositifs" in one.parts or "besoins" in one.parts
        ]
        assert len(set(onward) - {path}) > 1, path
        assert any("qui-peut-aider" in one.parts for one in targets), path
    assert reached == set(pages), "every page of the tree is reached from the first"


def test_the_plain_pages_show_the_ways_of_the_rules(site: Path) -> None:
    text = (site / "faire-le-point/a-partir-de-26/19/index.html").read_text("utf-8")
    assert 'data-id="poei"' in text and "à vérifier" in text
    assert text.count('class="point-why"') > 2


def test_the_plain_pages_say_whom_to_meet_for_each_need_or_for_each_situation(site: Path) -> None:
    root = site / "faire-le-point"
    youngest = (root / "moins-de-16/index.html").read_text("utf-8").split('class="point-leaf')[1:]
    assert len(youngest) == 26
    assert all(one.count(">Qui rencontrer<") == one.count('class="helpers"') == 1 for one in youngest)
    assert any("Pour qui\u00a0: Les habitants" in one for one in youngest)
    pages = [path.read_text("utf-8") for path in root.glob("*/*/index.html")]
    lists = [(text.count(">Qui rencontrer<"), text.count('<section id="cas-')) for text in pages]
    assert {met if met == 1 else met - cases for met, cases in lists} == {1, 0}


def test_a_plain_page_names_the_body_of_prisons_to_nobody_who_tells_another_situation(site: Path) -> None:
    text = (site / "faire-le-point/a-partir-de-26/26/index.html").read_text("utf-8")
    cases = re.split(r'<section id="cas-\d+"', text)[1:]
    named = {re.findall(r"<h2[^>]*>(.*?)</h2>", one)[0]: "pole-emploi-justice" in one for one in cases}
    assert [label for label, met in named.items() if met] == ["Je suis en prison", "Je ne sais pas"]


def test_no_title_of_the_tree_says_a_need_or_a_situation(site: Path) -> None:
    """The history of a browser shows titles before addresses."""
    heads = {
        re.sub(r" – .*", "", re.findall("<title>(.*?)</title>", path.read_text("utf-8"))[0])
        for path in (site / "faire-le-point").glob("*/**/index.html")
    }
    ages = r"Moins de 16\sans|De 16 à 25\sans|26\sans et plus"
    assert len(heads) > 50
    assert not [one for one in heads if not re.fullmatch(rf"Faire le point\s: ({ages})(, page \d+)?", one)]


def test_no_address_of_the_tree_says_a_need_or_a_situation(site: Path) -> None:
    """A shared computer keeps addresses: « …#detenu » or « …/handicap/ » would tell on who came before."""
    folder = (site / "faire-le-point").resolve()
    said = set()
    for path, page in read_all(site / "faire-le-point").items():
        said.add(path.parent.resolve().relative_to(folder).as_posix())
        for target, anchor in (target_of(path, link) for link in page.links):
            if target == path.resolve() or folder in target.parents:
                said |= {target.parent.relative_to(folder).as_posix(), anchor}
    ages = r"\.|(moins-de-16|de-16-a-25|a-partir-de-26)(/\d+)?"
    frame = {"", "contenu"}
    assert any(re.fullmatch(r"cas-\d+", one) for one in said) and any(one.endswith("/26") for one in said)
    assert not [one for one in sorted(said - frame) if not re.fullmatch(rf"{ages}|(cas|besoin)-\d+", one)]
