"""`site-build.sh` with commands that only note how they were called: nothing is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.projects import ROOT

NOTED = '#!/bin/sh\nprintf "%s\\n" "$(basename "$0") $*" >> "$NOTES"\n'


def test_with_uv_nothing_is_asked_of_pip(tmp_path: Path) -> None:
    """An environment that uv made has no pip: what the tests add goes through uv too."""
    shutil.copyfile(ROOT / "site-build.sh", tmp_path / "site-build.sh")
    (tmp_path / "requirements-test.txt").write_text("pytest\n", "utf-8")
    for name in ("bin/uv", ".venv/bin/python"):
        command = tmp_path / name
        command.parent.mkdir(parents=True)
        command.write_text(NOTED, "utf-8")
        command.chmod(0o755)
    notes = tmp_path / "notes"
    environment = {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "NOTES": str(notes),
        "POC_CHROMIUM": "true",
    }
    subprocess.run(["bash", "site-build.sh", "test", "--all"], cwd=tmp_path, env=environment, check=True)
    said = notes.read_text("utf-8").splitlines()
    assert [one.split()[-1] for one in said if one.startswith("uv pip install ")] == [
        "requirements-test.txt",
        "zensical==0.0.73",
    ]
    assert not [one for one in said if "-m pip" in one]
