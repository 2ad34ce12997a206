"""Cases for both engines: people drawn at random, what Python answers them, how to ask the scripts."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.guide import Guide
from generator.matching import Verdict
from generator.matching_messages import BEFORE, STATES, first_in_words, in_words, ways_in_words
from generator.model.situation import Situation
from generator.point.answers import Told
from generator.point.result import result
from generator.point.script import point_script
from generator.typography import french_text
from tests.projects import ROOT

NODE = shutil.which("node")
SCRIPTS = ROOT / "theme/assets/js/point"
RULES = tuple(SCRIPTS / f"{name}.js" for name in ("1-rules", "2-ways", "3-words", "4-answers"))
HERE = Path(__file__).parent

Json = dict[str, Any]


def person(guide: Guide, draw: random.Random) -> Told:
    """Somebody, every field said or not; ages on both sides of every bound."""
    words = guide.vocabulary

    def some(names: Sequence[str], most: int) -> tuple[str, ...]:
        return tuple(draw.sample(list(names), draw.randint(0, most))) if draw.random() < 0.7 else ()

    abilities = {
        name: draw.choice(ability.levels).id
        for name, ability in words.abilities.items()
        if draw.random() < 0.4
    }
    situation = Situation(
        age=draw.choice((None, 14, 15, 16, 17, 18, 24, 25, 26, 27, 45, 63)),
        statuses=some(list(words.statuses), 3),
        level=draw.choice((None, *words.levels)),
        publics=some(list(words.publics), 4),
        territory=draw.choice((None, *words.territories)),
        abilities=abilities,
    )
    needs = list(guide.needs)
    return Told(situation, some(needs, 3), some(needs, 2))


def as_json(told: Told) -> Json:
    """A case as the scripts take it."""
    situation = told.situation.model_dump(mode="json")
    return {"situation": situation, "needs": list(told.needs), "obstacles": list(told.obstacles)}


def answered(guide: Guide, told: Told) -> Json:
    """What Python answers, every sentence included, typeset as pages are."""
    found = result(guide, told)
    return {
        "suggestions": [_way(guide, one.scheme, one.fit, one.verdict) for one in found.suggestions],
        "roads": [_way(guide, one.pathway, one.fits, one.verdict) for one in found.roads],
        "first": [
            [one.kind, one.id, list(one.before), _typeset(ways_in_words(guide, BEFORE, one.before))]
            for one in found.first
        ],
        "beside": [list(one) for one in found.beside],
        "helpers": list(found.helpers),
        "count": found.count,
    }


def _way(guide: Guide, name: str, fit: str | bool, verdict: Verdict) -> Json:
    return {
        "id": name,
        "fit": fit,
        "state": french_text(STATES[verdict.state]),
        "reasons": [[one.rule, one.effect, french_text(in_words(guide, one))] for one in verdict.reasons],
        "first": list(verdict.first),
        "instead": list(verdict.instead),
        "said": _typeset(first_in_words(guide, verdict)),
    }


def _typeset(text: str | None) -> str | None:
    return french_text(text) if text else None


def by_node(guide: Guide, cases: Sequence[Json]) -> list[Any]:
    """What the scripts answer, run once by node on every case."""
    assert NODE is not None
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "point-data.js")
        data.write_text(point_script(guide), "utf-8")
        command = [NODE, str(HERE / "engine.js"), str(data), *map(str, RULES), str(HERE / "shown.js")]
        done = subprocess.run(command, input=json.dumps(cases), capture_output=True, text=True, check=True)
    answers: list[Any] = json.loads(done.stdout)
    return answers
