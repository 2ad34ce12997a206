"""What the single file may run: its own scripts and style, each named by its hash, and nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from generator import headers


def hashed(text: str) -> str:
    """The source expression of an inline text (Content-Security-Policy, level 2)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The policy of a document that asks the network for nothing at all."""
    run, paint = (" ".join(dict.fromkeys(map(hashed, texts))) for texts in (scripts, styles))
    return headers.alone(run, paint)
