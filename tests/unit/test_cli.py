"""The command line: exit codes, streams, French."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.projects import PROBLEMS, TODAY, make


def test_check_exits_0_on_a_sound_guide_and_1_on_an_error(tmp_path: Path) -> None:
    sound, damaged = make(tmp_path / "a"), make(tmp_path / "b", PROBLEMS / "tab")
    assert main(["check", "--project", str(sound), "--today", TODAY]) == 0
    assert main(["check", "--project", str(damaged), "--today", TODAY]) == 1


def test_warnings_do_not_fail_the_check(tmp_path: Path) -> None:
    project = make(tmp_path, PROBLEMS / "few_phrasings")
    assert main(["check", "--project", str(project), "--today", TODAY]) == 0


def test_json_goes_alone_to_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = make(tmp_path, PROBLEMS / "french_key")
    main(["check", "--project", str(project), "--today", TODAY, "--format", "json"])
    said = capsys.readouterr()
    assert json.loads(said.out)["problems"][0]["file"] == "offer/schemes/bureau.yml"
    assert "1 erreur" in said.err


def test_source_date_epoch_is_today(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")  # 2100: every sheet is long overdue
    main(["check", "--project", str(make(tmp_path)), "--format", "json"])
    rules = {row["rule"] for row in json.loads(capsys.readouterr().out)["problems"]}
    assert rules == {"review_overdue"}


def test_a_wrong_source_date_epoch_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "hier")
    with pytest.raises(SystemExit) as stop:
        main(["check", "--project", str(make(tmp_path))])
    assert stop.value.code == 2
    assert "« hier »" in capsys.readouterr().err


def test_a_command_that_does_not_exist_gets_the_list_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["chek"])
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert "non comprise" in said
    assert "lit et vérifie toutes les fiches" in said


@pytest.mark.parametrize("command", ["check", "build", "pages", "schema", "serve"])
@pytest.mark.parametrize("name", ["absent", "vide"])
def test_a_folder_that_is_no_project_gets_one_sentence_and_nothing_is_written(
    command: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vide").mkdir()
    assert main([command, "--project", str(tmp_path / name)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "n’est pas le dossier du guide" in said.err
    assert list((tmp_path / "vide").iterdir()) == []


def test_the_steps_of_a_build_leave_standard_output_to_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make(tmp_path, PROBLEMS / "french_key")
    assert main(["build", "--project", str(project), "--today", TODAY, "--format", "json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["problems"][0]["file"] == "offer/schemes/bureau.yml"
    assert "Lecture, vérification" in said.err


def test_a_finished_build_is_told_in_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = make(tmp_path, PROBLEMS / "few_phrasings")
    assert main(["build", "--project", str(project), "--today", TODAY, "--format", "json"]) == 0
    said = capsys.readouterr()
    assert [one["rule"] for one in json.loads(said.out)["problems"]] == ["few_phrasings"]
    assert "Le guide est prêt" in said.err


@pytest.mark.parametrize("command", ["schema", "serve"])
def test_a_format_is_refused_where_nothing_would_follow_it(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--project", str(make(tmp_path)), "--format", "json"])
    assert stop.value.code == 2
    assert "--format" not in capsys.readouterr().err.partition("\n")[2]


def test_a_site_made_without_copies_offers_none(tmp_path: Path) -> None:
    project = make(tmp_path)
    assert main(["build", "--project", str(project), "--today", TODAY, "--no-copies"]) == 0
    page = (project / "site/emporter/index.html").read_text("utf-8")
    assert "telecharger/" not in page and "taille inconnue" not in page
    assert page.count("Ce site est publié sans ce fichier.") == 2
    assert "Téléchargez" not in page and "Extraire tout" not in page


def test_the_printed_guide_has_no_option_about_copies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["pdf", "--project", str(make(tmp_path)), "--no-copies"])
    assert stop.value.code == 2
    assert "non comprise" in capsys.readouterr().err


def test_schema_writes_nothing_of_a_site_file_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The policy of `docs/serveurs/` comes from it: a broken one would shut what the site may call."""
    project = make(tmp_path)
    (project / "offer/site.yml").write_text("name: [", "utf-8")
    assert main(["schema", "--project", str(project)]) == 1
    assert "offer/site.yml:1:" in capsys.readouterr().out
    assert not (project / "docs").exists()
