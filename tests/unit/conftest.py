"""The tiny guide, read once for the tests of what is displayed."""

from __future__ import annotations

import pytest

from generator.edition import select
from generator.guide import Guide
from generator.load import load
from generator.views.shared import Library
from tests.projects import CORPUS, ROOT
from tests.unit.made_up import TODAY


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The tiny guide that uses every optional field once."""
    found = load(CORPUS).guide
    assert found is not None
    return found


@pytest.fixture(scope="session")
def real() -> Guide:
    """The default edition of the real guide; a test file that wants every region has its own."""
    found = load(ROOT).guide
    assert found is not None
    return select(found, "ile-de-france")


@pytest.fixture
def library(guide: Guide) -> Library:
    return Library(guide, TODAY)
