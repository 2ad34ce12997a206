"""`SHA256SUMS`, as `sha256sum --check` reads it: whoever copies a copy can tell that it is whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.offline.names import SUMS
from generator.output import write_whole


def write(folder: Path) -> None:
    """Write the sums of every other file of `folder`, by name."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    write_whole(folder / SUMS, "".join(lines).encode("utf-8"))
