"""The door in other languages: each text says its language, French stays beside, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator import pages
from generator.guide import Guide, by_id
from generator.model.base import Prose
from generator.model.walk import marked
from generator.views import languages
from generator.views.shared import Library
from tests.unit.made_up import TODAY

UKRAINIAN, ARABIC = "langues/uk/index.md", "langues/ar/index.md"
SHEET = "langues/uk/a-montrer/index.md"


def written(guide: Guide) -> Mapping[str, str]:
    """Path → text of every page source."""
    files = pages.render(guide, TODAY)
    return {one.path: one.content.decode() for one in files if one.path.endswith((".md", ".xml"))}


def changed(guide: Guide, **changes: Any) -> Guide:
    """The tiny guide, its Ukrainian changed."""
    ukrainian = guide.languages["uk"].model_copy(update=changes)
    return replace(guide, languages=by_id((guide.languages["ar"], ukrainian)))


@pytest.fixture(scope="module")
def found(guide: Guide) -> Mapping[str, str]:
    return written(guide)


def test_each_language_has_its_page_and_its_sheet_and_all_are_offered(found: Mapping[str, str]) -> None:
    for name in ("ar", "uk"):
        assert {f"langues/{name}/index.md", f"langues/{name}/a-montrer/index.md"} <= found.keys()
        assert f"{name}/index.html" in found["langues/index.md"]
        assert f'href="langues/{name}/index.html"' in found["index.md"]


def test_a_name_is_written_in_its_own_language_and_in_french(found: Mapping[str, str]) -> None:
    for page in (found["langues/index.md"], found["index.md"]):
        assert '<bdi lang="ar" dir="rtl">العربية</bdi>' in page
        assert "arabe" in page.casefold()


@pytest.mark.parametrize("page", [UKRAINIAN, SHEET])
def test_a_statement_says_its_language_and_french_stands_beside(page: str, found: Mapping[str, str]) -> None:
    assert '<bdi lang="uk" dir="ltr">Хочу працювати вже зараз</bdi>' in found[page]
    assert '<span class="beside" lang="fr" dir="ltr">Je veux travailler tout de suite</span>' in found[page]


def test_each_statement_leads_to_the_page_of_its_need(guide: Guide, found: Mapping[str, str]) -> None:
    for need in guide.needs:
        assert f'href="../../besoins/{need}/index.html"' in found[UKRAINIAN]


def test_a_page_read_from_right_to_left_says_so(found: Mapping[str, str]) -> None:
    assert '<div dir="rtl">' in found[ARABIC]
    assert '<div dir="ltr">' in found[UKRAINIAN]


def test_a_translation_nobody_has_read_says_so_in_both_languages(found: Mapping[str, str]) -> None:
    for page in (UKRAINIAN, SHEET):
        assert "Traduction non relue" in found[page] and "Переклад ще не перевірено" in found[page]
    assert "Traduction non relue" not in found[ARABIC]
    assert "relue par" in found[ARABIC] and "Une relectrice" in found[ARABIC]


def test_what_is_not_translated_stays_in_french(guide: Guide) -> None:
    page = written(changed(guide, statements={}, groups={}))[UKRAINIAN]
    assert "Хочу" not in page and "Працювати" not in page
    assert "Je veux travailler tout de suite" in page and "besoins/travailler-vite/index.html" in page


def test_another_language_keeps_its_own_typography(found: Mapping[str, str]) -> None:
    assert "французькою: «bonjour», і все!" in found[UKRAINIAN]


@pytest.mark.parametrize("field", ["name", "french_name", "reviewed_by", "statements", "groups", "words"])
def test_a_hostile_translation_is_shown_as_text(field: str, guide: Guide) -> None:
    attack = '</bdi><script>alert(1)</script><img src=x onerror="alert(1)">{{ 7*7 }}'
    value: Any = attack
    if field in ("statements", "groups"):
        value = dict.fromkeys(getattr(guide.languages["uk"], field), attack)
    if field == "words":
        words = guide.languages["uk"].words
        value = words.model_copy(update=dict.fromkeys(type(words).model_fields, attack))
    texts = written(changed(guide, **{field: value}))
    bodies = {path: text.partition("\n---\n")[2] for path, text in texts.items()}
    for path, body in bodies.items():
        assert "<script>alert" not in body and "<img src=x" not in body, path
    shown = bodies[UKRAINIAN] + bodies["langues/index.md"]
    assert "&lt;script&gt;" in shown and "7*7" in shown


def test_every_text_of_a_language_is_met_by_the_walk_that_attacks_and_checks(guide: Guide) -> None:
    texts = {
        path: mark.register for path, mark, _ in marked(guide.languages["uk"]) if isinstance(mark, Prose)
    }
    assert texts["statements", "travailler-vite"] == texts["words", "unsure"] == "foreign"


def test_search_engines_learn_of_the_other_languages_only_with_an_address(guide: Guide) -> None:
    nowhere = replace(guide, site=guide.site.model_copy(update={"address": None}))
    assert languages.alternates(Library(nowhere, TODAY)) == {}
    there = replace(guide, site=guide.site.model_copy(update={"address": "https://guide.example/"}))
    assert dict(languages.alternates(Library(there, TODAY))["alternates"]) == {
        "fr": "https://guide.example/besoins/",
        "ar": "https://guide.example/langues/ar/",
        "uk": "https://guide.example/langues/uk/",
        "x-default": "https://guide.example/langues/",
    }
    texts = written(there)
    for page in (UKRAINIAN, "besoins/index.md", "langues/index.md"):
        assert '["ar", "https://guide.example/langues/ar/"]' in texts[page]
    assert "alternates" not in texts[SHEET]
    assert "https://guide.example/langues/uk/a-montrer/" in texts["sitemap.xml"]


def test_a_guide_without_translation_speaks_of_none(guide: Guide) -> None:
    texts = written(replace(guide, languages={}))
    assert not [path for path in texts if path.startswith("langues")]
    assert not re.search("langues|d’autres langues", texts["index.md"])
