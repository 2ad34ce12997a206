"""One region's guide out of the whole content."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator import build
from generator.cli import main
from generator.edition import UnknownEditionError, names, select
from generator.guide import Guide
from tests.projects import ROOT, TODAY, make
from tests.test_published import print_of


@pytest.fixture(scope="module")
def everything() -> Guide:
    """The real content, of every region."""
    found = build.check(ROOT, datetime.date.fromisoformat(TODAY)).guide
    assert found is not None
    return found


@pytest.mark.parametrize("edition", ["ile-de-france", "nouvelle-aquitaine"])
def test_an_edition_holds_its_region_and_what_is_valid_everywhere(edition: str, everything: Guide) -> None:
    guide = select(everything, edition)
    regions = {scheme.region for scheme in guide.schemes.values()}
    assert regions == {edition, "france"}
    assert {pathway.region for pathway in guide.pathways.values()} <= {edition, "france"}
    assert guide.pathways
    assert len(guide.needs) == len(everything.needs)
    assert guide.site.region == edition
    assert guide.site.name == everything.site.name


@pytest.mark.parametrize("edition", ["ile-de-france", "nouvelle-aquitaine"])
def test_no_link_leaves_the_edition(edition: str, everything: Guide) -> None:
    guide = select(everything, edition)
    for scheme in guide.schemes.values():
        for link in (*scheme.leads_to, *scheme.combines_with, *scheme.resembles, *scheme.if_refused):
            assert link.scheme in guide.schemes
        for one in scheme.not_for:
            assert one.instead is None or one.instead in guide.schemes
    for pathway in guide.pathways.values():
        for step in pathway.steps:
            assert {*step.schemes} <= {*guide.schemes}
        assert {one.pathway for one in pathway.continues} <= {*guide.pathways}


def test_the_training_order_is_only_in_its_region(everything: Guide) -> None:
    assert select(everything, "ile-de-france").domains
    assert not select(everything, "nouvelle-aquitaine").domains
    assert select(everything, "nouvelle-aquitaine").prescriptions
    assert not select(everything, "ile-de-france").prescriptions


def test_an_edition_that_does_not_exist_names_those_that_do(everything: Guide) -> None:
    with pytest.raises(UnknownEditionError) as refused:
        select(everything, "bretagne")
    assert refused.value.known == names(everything)
    assert "nouvelle-aquitaine" in refused.value.known


def test_another_edition_is_built_beside_and_never_over_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make(tmp_path)
    assert main(["build", "--project", str(project), "--today", TODAY]) == 0
    before = print_of(project / "site")
    assert (
        main(["build", "--project", str(project), "--today", TODAY, "--edition", "nouvelle-aquitaine"]) == 0
    )
    assert print_of(project / "site") == before
    page = (project / "build/editions/nouvelle-aquitaine/index.html").read_text("utf-8")
    foot = page[page.index("<footer") :]
    assert "Un autre guide" in foot
    assert "Un tout petit guide" not in page
    assert not (project / "build/editions/nouvelle-aquitaine/dispositifs/atelier").exists()
    assert main(["build", "--project", str(project), "--today", TODAY, "--edition", "bretagne"]) == 2
    assert "nouvelle-aquitaine" in capsys.readouterr().err
