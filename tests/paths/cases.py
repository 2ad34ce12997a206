"""Cases for both engines: people and goals drawn at random, what Python answers, how to ask the scripts."""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.guide import Guide
from generator.matching_messages import in_words
from generator.model.situation import Situation
from generator.passages import ALIVE
from generator.paths import Ground, Step, goals, paths
from generator.point.paths_script import paths_script
from generator.point.script import point_script
from generator.seam_messages import in_words as passage_in_words
from generator.typography import french_text
from tests.point import cases as people
from tests.projects import ROOT

SCRIPTS = ROOT / "theme/assets/js"
RULES = tuple(SCRIPTS / f"{name}.js" for name in ("point/1-rules", "point/3-words", "paths/1-search"))
HERE = Path(__file__).parent

Json = dict[str, Any]


def main_schemes(guide: Guide, need: str) -> tuple[str, ...]:
    """The schemes to propose first for a need: drawn as goals too, beside the few that pages offer."""
    rows = (guide.schemes[name] for name in guide.schemes_of_need[need])
    return tuple(
        one.id
        for one in rows
        if one.status in ALIVE and any(answer.need == need and answer.fit == "main" for answer in one.needs)
    )


def drawn(guide: Guide, draw: random.Random) -> Json:
    """Somebody, and where they want to go: a goal, or the main schemes of one of their needs."""
    told = people.person(guide, draw)
    aims = [[goal] for goal in goals(guide)]
    aims += [list(main_schemes(guide, need)) for need in told.needs[:1]]
    return {
        "situation": told.situation.model_dump(mode="json"),
        "needs": list(told.needs),
        "targets": draw.choice(aims),
    }


def answered(known: Ground, case: Json) -> list[Json]:
    """What Python answers to one case, every sentence included, typeset as pages are."""
    situation = Situation.model_validate(case["situation"])
    return [
        {
            "cost": one.cost,
            "pathway": one.pathway,
            "steps": [_step(known.guide, step) for step in one.steps],
        }
        for one in paths(known, situation, case["needs"], case["targets"])
    ]


def _step(guide: Guide, step: Step) -> Json:
    return {
        "scheme": step.scheme,
        "state": step.state,
        "verdict": step.verdict,
        "condition": french_text(step.condition) if step.condition else None,
        "reasons": [[one.rule, one.effect, french_text(in_words(guide, one))] for one in step.reasons],
        "seams": [[one.kind, one.effect, french_text(passage_in_words(guide, one))] for one in step.seams],
    }


def by_node(guide: Guide, cases: Sequence[Json]) -> list[Any]:
    """What the scripts answer, run once by node on every case."""
    assert people.NODE is not None
    with tempfile.TemporaryDirectory() as folder:
        data = (Path(folder, "point-data.js"), Path(folder, "paths-data.js"))
        data[0].write_text(point_script(guide), "utf-8")
        data[1].write_text(paths_script(guide), "utf-8")
        files = [people.HERE / "engine.js", *data, *RULES, HERE / "shown.js"]
        command = [people.NODE, *map(str, files)]
        done = subprocess.run(command, input=json.dumps(cases), capture_output=True, text=True, check=True)
    answers: list[Any] = json.loads(done.stdout)
    return answers
