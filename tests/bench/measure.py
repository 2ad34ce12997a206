"""Time and memory of one command, each measured by a fresh process of its own."""

from __future__ import annotations

import multiprocessing
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

_SAMPLE_EVERY = 0.05
_PAGE_BYTES = resource.getpagesize()
_MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
_MEGABYTE = 1_000_000


class CommandError(Exception):
    """The measured command failed; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Split:
    """A time in seconds: in all, and until the line holding the mark was printed (0 without mark)."""

    total: float
    until_mark: float

    @property
    def after_mark(self) -> float:
        """The rest."""
        return self.total - self.until_mark


@dataclass(frozen=True, slots=True)
class Measure:
    """One run: seconds, and megabytes (10⁶ bytes)."""

    wall: Split
    processor: Split
    """Processor time: what remains comparable on a machine shared with others."""
    largest: float
    """Peak resident memory of the largest process (`RUSAGE_CHILDREN`)."""
    together: float
    """Peak of the sum over the processes alive at one moment, sampled; 0 where there is no /proc."""


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], mark: str = "") -> Measure:
    """Run `command` in `folder` and measure it. Raises `CommandError` if it fails.

    `RUSAGE_CHILDREN` never goes down, so that each measure needs a process that has had no child yet.
    """
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh) as pool:
        return pool.submit(_measure, tuple(command), folder, dict(environment), mark).result()


def _measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], mark: str) -> Measure:
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        sampler = _Sampler(child.pid)
        assert child.stdout is not None
        said = ""
        marked, marked_processor = start, 0.0
        for line in child.stdout:
            said += line
            if mark and mark in line:
                marked, marked_processor = time.perf_counter(), _processor(child.pid)
        code = child.wait()
        wall = Split(time.perf_counter() - start, marked - start)
        together = sampler.stop()
    if code != 0 or (mark and marked == start):
        raise CommandError(f"{' '.join(command)} : code {code}\n{said[-4000:]}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = Split(used.ru_utime + used.ru_stime, marked_processor)
    return Measure(wall, processor, used.ru_maxrss * _MAXRSS_BYTES / _MEGABYTE, together / _MEGABYTE)


def _processor(pid: int) -> float:
    """Processor seconds used so far by a running process and its finished children; 0 without /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


class _Sampler(threading.Thread):
    """Looks at the memory of a process and of its descendants, twenty times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._peak, self._done = pid, 0, threading.Event()
        self.start()

    def run(self) -> None:
        """Sample until told to stop."""
        while not self._done.wait(_SAMPLE_EVERY):
            self._peak = max(self._peak, _resident(self._pid))

    def stop(self) -> int:
        """Bytes at the peak."""
        self._done.set()
        self.join()
        return self._peak


def _resident(pid: int) -> int:
    """Resident bytes of a process and of its descendants; 0 once it is gone, or without /proc."""
    here = Path(f"/proc/{pid}")
    try:
        own = int((here / "statm").read_text().split()[1]) * _PAGE_BYTES
        children = (here / f"task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0
    return own + sum(_resident(int(child)) for child in children)
