"""What a drawing is made of, in its own pixels: boxes, paths, texts. A template writes it as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor

from generator.maps.network import Track

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its corner, its sides."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether they overlap, touching apart."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one text, each with the place of its baseline. `box`: room it never leaves."""

    lines: tuple[tuple[float, float, str], ...]
    anchor: str
    box: Box

    @property
    def words(self) -> str:
        """All of it, as it is read."""
        return " ".join(line for _, _, line in self.lines)


@dataclass(frozen=True, slots=True)
class Zone:
    """A stage: its ground and its name."""

    rank: int
    box: Box
    name: Text


@dataclass(frozen=True, slots=True)
class Rail:
    """A track: its path, the middle of its free piece (where its seam is marked), its arrow if any."""

    line: str
    track: Track
    path: str
    mark: Point
    back: bool
    arrow: str


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a line stops."""

    line: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A station: its dots, the capsule around them, its name, the whole that can be clicked."""

    id: str
    dots: tuple[Dot, ...]
    capsule: Box
    name: Text
    target: Box
    others: tuple[Dot, ...] = ()
    """Beside the name: the lines one can change to."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a line, where it starts. `path`: the lead from the name to its first station."""

    line: str
    text: Text
    dot: Dot
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole map, or the strip of one line. `stops` come in reading order, line after line."""

    id: str
    width: float
    height: float
    zones: tuple[Zone, ...]
    names: tuple[Name, ...]
    rails: tuple[Rail, ...]
    stops: tuple[Stop, ...]


def number(value: float) -> str:
    """A coordinate as it is written, whole: nobody sees half a pixel, and it must be downloaded."""
    return str(_whole(value))


def _whole(value: float) -> int:
    """Halves go up, so that two of them stay as far apart as they were."""
    return floor(value + 0.5)


def polyline(points: list[Point]) -> str:
    """A path through points, each told from the one before it: the same few steps come again and again."""
    kept = [(_whole(x), _whole(y)) for x, y in points]
    steps = ((x - left, y - top) for (left, top), (x, y) in pairwise(kept))
    return f"M{kept[0][0]} {kept[0][1]}" + "".join(_step(x, y) for x, y in steps)


def _step(x: int, y: int) -> str:
    if x and y:
        return f"l{x} {y}"
    return f"h{x}" if x else f"v{y}" if y else ""


def across(start: float, here: float, there: float, room: float) -> list[Point]:
    """The points of an octilinear bend: along from `start` for `room`, from height `here` to `there`."""
    step = min(room, abs(there - here)) // 2
    way = step if there > here else -step
    return [(start, here), (start + step, here + way), (start + step, there - way), (start + 2 * step, there)]


def text_lines(
    lines: tuple[str, ...], x: float, top: float, leading: float
) -> tuple[tuple[float, float, str], ...]:
    """Each line with its baseline; the first one stands in the first `leading` under `top`."""
    return tuple((x, top + leading * rank + leading * 0.78, line) for rank, line in enumerate(lines))


def free(flat: tuple[float, float], others: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The widest part of a piece that no other track of the line covers; all of it when none is left."""
    cuts = sorted({*flat, *(cut for other in others for cut in other if flat[0] < cut < flat[1])})
    parts = [
        (start, end)
        for start, end in pairwise(cuts)
        if not any(other[0] <= start and end <= other[1] for other in others)
    ]
    return max(parts, key=lambda part: part[1] - part[0], default=flat)


def last_with_arrows(rails: Sequence[Rail]) -> tuple[Rail, ...]:
    """Rails in the order they are painted: one that shows its way over those that would cover its arrow."""
    return tuple(sorted(rails, key=lambda rail: rail.back))
