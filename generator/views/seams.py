"""A seam as a page shows it: its verdict in a word, its reasons in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.guide import Guide
from generator.seam_messages import KINDS, VERDICTS, in_words
from generator.seams.reason import Reason, Seam


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: what it is about, and the sentence."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class SeamView:
    """The verdict of a passage. `tone` is its id, for the drawing and the colour; `word` says it."""

    tone: str
    word: str
    reasons: tuple[Why, ...]
    fitting: tuple[Why, ...]
    questions: tuple[str, ...]


def seam_view(guide: Guide, seam: Seam) -> SeamView:
    """A seam in words."""
    return SeamView(
        seam.verdict,
        VERDICTS[seam.verdict],
        _whys(guide, seam.shown),
        _whys(guide, seam.fitting),
        tuple(in_words(guide, one) for one in seam.questions),
    )


def _whys(guide: Guide, reasons: Iterable[Reason]) -> tuple[Why, ...]:
    return tuple(Why(KINDS[one.kind], in_words(guide, one)) for one in reasons)
