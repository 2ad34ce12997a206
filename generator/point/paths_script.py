"""Passages and goals, once, as data for the browser: `window.__poc_paths = …` in a classic script.

Beside `point-data.js`, whose schemes and pathways it does not repeat. Each sentence is written once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.data_script import as_script
from generator.guide import Guide
from generator.passages import ALIVE, COSTS, Passage
from generator.paths import LED, LEVELS, MOST_LOOKED, MOST_STEPS, SHOWN, UNTOLD, Ground, goals, ground
from generator.paths_messages import AGE_PASSES, STATUSES_CHANGE, TEXTS
from generator.seam_messages import KINDS, VERDICTS, in_words
from generator.seams.person import ATTENDED, EMPLOYED, WEEKS_PER_YEAR, weeks
from generator.seams.reason import EFFECTS

Data = dict[str, Any]


def paths_script(guide: Guide) -> str:
    """The script, safe inside a page whatever the texts hold."""
    return as_script("__poc_paths", data(guide))


def data(guide: Guide) -> Data:
    """Everything the browser needs beside `point-data.js`."""
    known = ground(guide)
    sentences: dict[str, int] = {}
    passages = {
        start: [_passage(known, one, sentences) for one in rows] for start, rows in known.passages.items()
    }
    return {
        "constants": _constants(),
        "goals": goals(guide),
        "words": {
            **TEXTS,
            "age_passes": AGE_PASSES,
            "statuses_change": STATUSES_CHANGE,
            "kinds": KINDS,
            "verdicts": VERDICTS,
        },
        "become": {
            one.id: one.how_to_become for one in guide.vocabulary.statuses.values() if one.how_to_become
        },
        "schemes": _schemes(guide),
        "passages": passages,
        "sentences": list(sentences),
    }


def _constants() -> Data:
    return {
        "most_steps": MOST_STEPS,
        "most_looked": MOST_LOOKED,
        "shown": SHOWN,
        "costs": COSTS,
        "untold": UNTOLD,
        "levels": LEVELS,
        "led": LED,
        "alive": ALIVE,
        "effects": EFFECTS,
        "employed": EMPLOYED,
        "weeks_per_year": WEEKS_PER_YEAR,
    }


def _schemes(guide: Guide) -> Mapping[str, Data]:
    """What only a walk needs: the kind, the weeks it takes (least, most) where one attends."""
    return {
        one.id: {"kind": one.kind, "weeks": weeks(one.duration) if one.kind in ATTENDED else (0, 0)}
        for one in guide.schemes.values()
        if one.status in ALIVE
    }


def _passage(known: Ground, one: Passage, sentences: dict[str, int]) -> list[Any]:
    """`[to, least cost, [[kind, effect, number of its sentence]…], condition]`."""
    reasons = []
    for reason in one.reasons:
        number = sentences.setdefault(in_words(known.guide, reason), len(sentences))
        reasons.append([reason.kind, reason.effect, number])
    return [one.to, one.least, reasons, *([one.condition] if one.condition else [])]
