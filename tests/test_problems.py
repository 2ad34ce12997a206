"""Each folder of `tests/problems` is a mistake an editor can make, and the sentence that answers it.

`expected.txt` is the whole report. After changing a wording, write them again and read the diff:
`python -m tests.test_problems`.
"""

from __future__ import annotations

import datetime
import re
import tempfile
from pathlib import Path

import pytest

from generator import build
from generator.report import report
from tests.projects import PROBLEMS, ROOT, TODAY, make

CASES = sorted(path.name for path in PROBLEMS.iterdir() if path.is_dir())


def said_about(case: str, folder: Path) -> str:
    """Everything the check says of the corpus with the files of `case` laid over it."""
    project = make(folder, PROBLEMS / case)
    verdict = build.check(project, datetime.date.fromisoformat(TODAY))
    return report(verdict.problems, "text")


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_answered_by_its_sentence(case: str, tmp_path: Path) -> None:
    expected = (PROBLEMS / case / "expected.txt").read_text("utf-8")
    assert said_about(case, tmp_path) == expected


def test_the_tiny_guide_itself_has_no_problem(tmp_path: Path) -> None:
    verdict = build.check(make(tmp_path), datetime.date.fromisoformat(TODAY))
    assert report(verdict.problems, "text") == ""
    assert verdict.guide is not None


def test_the_readme_gives_the_number_of_mistakes() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    told = re.search(
        r"^\| mistakes that have their sentence under test \|.*\| (\d+) \|$", readme, re.MULTILINE
    )
    assert told and int(told[1]) == len(CASES)


def write_expected() -> None:
    """Write every `expected.txt` again."""
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            (PROBLEMS / case / "expected.txt").write_text(said_about(case, Path(folder)), "utf-8")


if __name__ == "__main__":
    write_expected()
