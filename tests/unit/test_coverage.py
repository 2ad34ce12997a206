"""What `check` counts: the tiny guide of the corpus, counted by hand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from generator import build
from generator.cli import main
from generator.coverage import Answers, Coverage, Sourced, coverage
from generator.coverage_table import coverage_table, due_table, reading_table
from generator.guide import Guide
from tests.projects import PROBLEMS, TODAY, make

DAY = datetime.date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The corpus, whose first scheme uses every optional field once."""
    found = build.check(make(tmp_path_factory.mktemp("corpus")), DAY).guide
    assert found is not None
    return found


@pytest.fixture(scope="module")
def counted(guide: Guide) -> Coverage:
    """What is counted of it."""
    return coverage(guide)


def test_schemes_are_counted_by_kind_and_status(counted: Coverage) -> None:
    assert counted.schemes["training"] == {"open": 1, "closed": 1}
    assert counted.schemes["support"] == {"experimental": 1}
    assert counted.records["schemes"] == 4


def test_facts_are_counted_with_and_without_source(counted: Coverage) -> None:
    assert counted.facts["points"] == Sourced(5, 0)
    assert counted.links["leads_to"] == Sourced(1, 0)
    assert counted.links["prepares"] == Sourced(0, 1)
    links = counted.facts["links"]
    assert links.told == sum(one.told for one in counted.links.values())
    assert links.untold == sum(one.untold for one in counted.links.values())


def test_a_need_is_answered_for_a_public_by_priority_by_a_scheme_that_names_nobody_or_not(
    counted: Coverage,
) -> None:
    found = {one.need: one for one in counted.answers}
    assert found["parler-francais"].publics["rsa"] == "first"
    assert set(found["travailler-vite"].publics.values()) == {"open"}
    assert found["travailler-vite"].schemes == 2  # the closed one answers nothing


def test_the_order_is_counted_in_rows_and_codes(guide: Guide, counted: Coverage) -> None:
    rows = [row for domain in guide.domains.values() for row in domain.trainings]
    assert counted.order.rows == len(rows) > 0
    assert counted.order.rome == len({one.code for row in rows for one in row.rome})


def test_texts_are_sorted_hardest_first(counted: Coverage) -> None:
    scores = [one.score for one in counted.readings]
    assert scores == sorted(scores)
    assert {one.register for one in counted.readings} == {"simple", "person"}


def test_the_reading_table_gives_every_text_its_score_and_its_words_per_sentence(counted: Coverage) -> None:
    table = reading_table(counted)
    assert f"{len(counted.readings)} textes ; médiane " in table
    assert table.count(" par phrase") == len(counted.readings)
    one = counted.readings[0]
    assert one.words_per_sentence * round(one.words / one.words_per_sentence) == pytest.approx(one.words)


@pytest.mark.parametrize("day", ["2026-11-21", "2027-11-30", "2027-12-01", "2029-01-01"])
def test_sheets_due_are_those_the_check_warns_of(guide: Guide, tmp_path: Path, day: str) -> None:
    today = datetime.date.fromisoformat(day)
    found = build.check(make(tmp_path), today).problems
    warned = {one.file for one in found if one.rule == "review_overdue"}
    assert {one.file for one in coverage(guide).reviews if one.on <= today} == warned


def test_the_table_has_every_part_and_the_others_their_own(guide: Guide, counted: Coverage) -> None:
    table = coverage_table(guide, counted, DAY)
    for title in ("Fiches", "Dispositifs", "Faits", "Passages", "carte des manques", "commande", "Kandel"):
        assert title in table
    assert counted.readings[0].file in reading_table(counted)
    assert "à relire : 6 ;" in due_table(counted, datetime.date(2030, 1, 1))


def test_check_shows_the_table_in_text_only_and_out_of_machines_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["check", "--project", str(make(tmp_path)), "--today", TODAY]
    for options, shown in (([], True), (["--coverage"], True), (["--no-coverage"], False)):
        assert main([*command, *options]) == 0
        said = capsys.readouterr()
        assert ("carte des manques" in said.err) == shown
        assert said.out == ""
    main([*command, "--format", "json"])
    assert "carte des manques" not in capsys.readouterr().err


def test_due_lists_the_sheets_to_read_again_and_no_other_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make(tmp_path, PROBLEMS / "few_phrasings")
    main(["check", "--project", str(project), "--today", "2030-01-01", "--due"])
    said = capsys.readouterr()
    assert "Fiche à relire" in said.out
    assert "Façons de le dire" not in said.out
    assert "2027-12  offer/schemes/atelier.yml" in said.err


def test_a_guide_with_an_error_is_not_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(make(tmp_path, PROBLEMS / "tab")), "--today", TODAY]) == 1
    assert "carte des manques" not in capsys.readouterr().err


def test_what_nobody_answers_is_listed_first(guide: Guide, counted: Coverage) -> None:
    nobody = Answers("se-loger", 0, {"rsa": "none"})
    some = Answers("se-former", 2, {"rsa": "none"})
    table = coverage_table(guide, replace(counted, answers=(nobody, some)), DAY)
    lines = table.partition("La carte des manques")[2].splitlines()
    assert lines[1:4] == [
        "  Cases sans réponse : 2 (besoin : publics)",
        "    se-loger : aucun dispositif, pour personne",
        "    se-former : rsa",
    ]
