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


def test_a_project_that_does_not_exist_is_told_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(tmp_path / "absent"), "--today", TODAY]) == 1
    assert "n’existe pas" in capsys.readouterr().out
