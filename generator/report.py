"""Problems for people and machines: text for a terminal, annotations for a forge, JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

from generator.messages import sentence, shown_path
from generator.problems import Problem

Format = Literal["text", "github", "json"]

_WORDS = {"error": "erreur", "warning": "à revoir"}


def report(problems: Sequence[Problem], form: Format) -> str:
    """All problems, in the order given, ending with a newline when there is anything to say."""
    if form == "json":
        rows = [_row(problem) for problem in problems]
        return json.dumps({"problems": rows}, ensure_ascii=False, indent=2) + "\n"
    line = _annotation if form == "github" else _line
    return "".join(f"{line(problem)}\n" for problem in problems)


def tally(problems: Sequence[Problem]) -> str:
    """« 2 erreurs, 1 point à revoir. »"""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    return f"{_count(errors, 'erreur', 'erreurs')}, {_count(warnings, 'point à revoir', 'points à revoir')}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'aucun' + ('e' if one == 'erreur' else '')} {many if number > 1 else one}"


def _line(problem: Problem) -> str:
    field = shown_path(problem.field)
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place} : {_WORDS[problem.severity]} : {field + ' : ' if field else ''}{sentence(problem)}"


def _annotation(problem: Problem) -> str:
    level = problem.severity
    field = shown_path(problem.field)
    text = f"{field + ' : ' if field else ''}{sentence(problem)}"
    file = _escaped(problem.file).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={file},line={problem.line},col={problem.column}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _row(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "field": shown_path(problem.field),
        "message": sentence(problem),
    }
