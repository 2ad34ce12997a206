"""The tiny guide, read once for the tests of what is displayed."""

from __future__ import annotations

import pytest

from generator.guide import Guide
from generator.load import load
from generator.views.shared import Library
from tests.projects import CORPUS
from tests.unit.made_up import TODAY


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The tiny guide that uses every optional field once."""
    found = load(CORPUS).guide
    assert found is not None
    return found


@pytest.fixture
def library(guide: Guide) -> Library:
    return Library(guide, TODAY)
