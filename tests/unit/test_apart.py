"""A very long sheet: what takes most room for advisers is a page apart, and nothing is lost on the way."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace

from generator import pages
from generator.guide import Guide, by_id
from generator.model.scheme import Scheme
from generator.offline import left_out
from generator.offline.source import Source
from generator.views.adviser import AdviserPart
from generator.views.schemes import LONG, scheme_page
from generator.views.shared import Library
from generator.views.size import characters
from tests.projects import ROOT
from tests.unit.made_up import TODAY

PAGES = ROOT / "theme/pages"

FACTS = (
    "<summary><h3>Points forts</h3>",
    "<summary><h3>Chiffres</h3>",
    "<summary><h3>Les sources ne disent pas la même chose</h3>",
    "<summary><h3>Envisagé, pas acquis</h3>",
    "<summary><h3>Base légale</h3>",
    "<summary><h3>Noms</h3>",
    "<summary><h3>Sources</h3>",
)


def lengthened(guide: Guide, **changes: object) -> Guide:
    """The tiny guide, whose fullest sheet says « L’essentiel » at length."""
    scheme = fullest(guide)
    adviser = scheme.adviser.model_copy(update={"summary": "Un mot de plus. " * (LONG // 16)})
    long = scheme.model_copy(update={"adviser": adviser, **changes})
    others = (one for one in guide.schemes.values() if one.id != scheme.id)
    return replace(guide, schemes=by_id([long, *others]))


def fullest(guide: Guide) -> Scheme:
    return max(guide.schemes.values(), key=lambda one: len(one.adviser.figures) + len(one.contradictions))


def body(guide: Guide, address: str) -> str | None:
    found = {file.path: file.content.decode("utf-8") for file in pages.render(guide, TODAY)}
    return found.get(f"{address}/index.md")


def test_what_is_weighed_is_what_the_page_apart_shows() -> None:
    shown = set(re.findall(r"\ba\.(\w+)", (PAGES / "scheme-facts.html.j2").read_text("utf-8")))
    weighed = set(re.findall(r"self\.(\w+)", inspect.getsource(AdviserPart.facts.fget)))  # type: ignore[attr-defined]
    assert weighed == shown | {"summary"}


def test_an_ordinary_sheet_says_everything_itself(guide: Guide) -> None:
    scheme = fullest(guide)
    sheet = body(guide, f"dispositifs/{scheme.id}")
    assert sheet is not None and all(fact in sheet for fact in FACTS)
    assert body(guide, f"dispositifs/{scheme.id}/conseiller") is None
    assert not any(scheme_page(Library(guide, TODAY), one).apart for one in guide.schemes.values())


def test_a_very_long_sheet_leads_to_a_page_that_has_the_rest(guide: Guide) -> None:
    long, name = lengthened(guide), fullest(guide).id
    sheet, apart = body(long, f"dispositifs/{name}"), body(long, f"dispositifs/{name}/conseiller")
    assert sheet is not None and apart is not None
    for fact in (*FACTS, "Un mot de plus."):
        assert fact in apart and fact not in sheet
    assert (
        f'id="chiffres"><a class="button plain" href="../../dispositifs/{name}/conseiller/index.html"'
        in sheet
    )
    assert f'href="../../../dispositifs/{name}/index.html#conseiller-detail"' in apart
    assert 'id="chiffres"' in apart
    assert "Qui peut entrer" in sheet and "Points de vigilance" in sheet, (
        "what one needs in an interview stays"
    )


def test_the_page_apart_explains_its_acronyms_since_the_sheet_is_elsewhere(guide: Guide) -> None:
    name = fullest(guide).id
    adviser = fullest(guide).adviser.model_copy(update={"summary": "Un CV de plus. " * (LONG // 15)})
    apart = body(lengthened(guide, adviser=adviser), f"dispositifs/{name}/conseiller")
    assert apart is not None
    assert apart.count('<span class="term-word">CV</span>') == 1 and "(curriculum vitae)" in apart


def test_a_sheet_that_is_long_for_another_reason_keeps_its_figures(guide: Guide) -> None:
    scheme = fullest(guide)
    long = lengthened(guide, adviser=scheme.adviser, attention=("Un mot de plus. " * (LONG // 16),))
    page = scheme_page(Library(long, TODAY), long.schemes[scheme.id])
    assert characters(page) > LONG and page.apart is None


def test_a_closed_scheme_has_no_page_apart(guide: Guide) -> None:
    closed = lengthened(guide, status="closed")
    assert body(closed, f"dispositifs/{fullest(guide).id}/conseiller") is None


def test_the_single_file_keeps_the_essential_and_leaves_the_facts_out_as_on_a_sheet(guide: Guide) -> None:
    name = fullest(guide).id
    apart = body(lengthened(guide), f"dispositifs/{name}/conseiller")
    assert apart is not None
    source = Source(f"dispositifs/{name}/conseiller", {"section": "dispositifs"}, apart)
    assert left_out.why(source) is None
    kept = left_out.cut(source).body
    assert "Un mot de plus." in kept and 'class="left-out" id="conseiller-faits"' in kept
    assert not any(fact in kept for fact in FACTS)
