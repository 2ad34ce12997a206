"""Fixtures of the browser tests: the copies on their stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.copies import Copy, opened, unpacked


@pytest.fixture(scope="session")
def stick(copies: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip unpacked, beside the single file."""
    return unpacked(copies, tmp_path_factory.mktemp("cle"))


@pytest.fixture(params=["dossier", "fichier"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which copy: the folder of a stick, or the single file."""
    return str(request.param)


@pytest.fixture
def copy(browser: Browser, stick: Path, kind: str) -> Iterator[Copy]:
    """A copy open, its network cut; nothing was asked for nor complained about."""
    found = opened(browser, stick, kind)
    yield found
    found.context.close()
    assert found.complaints == []
