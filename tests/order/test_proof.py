"""The regional training order, proven against the text it comes from."""

from __future__ import annotations

import pytest

from tests.order import proof, table


@pytest.mark.skipif(not table.SOURCE.is_file(), reason="needs the source documents beside the project")
def test_every_code_and_every_character_of_the_order_is_accounted_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert proof.main() == 0, capsys.readouterr().out
