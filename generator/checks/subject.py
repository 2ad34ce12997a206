"""What every check looks at, and how it says what it found."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.guide import Guide
from generator.load import FOLDERS, LISTS_FOLDER, Content
from generator.model.base import Record, Value
from generator.model.language import Language
from generator.model.vocabulary import LISTS
from generator.problems import FieldPath, Problem, Severity


@dataclass(frozen=True)
class Subject:
    """The guide as far as it could be read, where each record comes from, and today's date."""

    guide: Guide
    content: Content
    today: datetime.date

    def problem(
        self,
        rule: str,
        record: str,
        path: FieldPath = (),
        *,
        warning: bool = False,
        key: bool = False,
        **details: Any,
    ) -> Problem:
        """A problem of the record whose source key is `record` (`scheme:pee`), placed in its file."""
        read = self.content.sources[record]
        line, column = read.where(path, key=key)
        severity: Severity = "warning" if warning else "error"
        return Problem(rule, read.file, line, column, path, details, severity)

    def records(self) -> Iterator[tuple[str, Value]]:
        """Source key and record: needs, schemes, pathways, domains, rules, languages, the site."""
        guide = self.guide
        groups: tuple[tuple[str, Mapping[str, Record | Language]], ...] = (
            ("need", guide.needs),
            ("scheme", guide.schemes),
            ("pathway", guide.pathways),
            ("domain", guide.domains),
            ("prescription", guide.prescriptions),
            ("language", guide.languages),
        )
        for kind, group in groups:
            for record in group.values():
                yield f"{kind}:{record.id}", record
        if "site" in self.content.sources:
            yield "site", guide.site

    def list_items(self) -> Iterator[tuple[str, int, Value]]:
        """Source key, rank in the file and record of each line of the closed lists."""
        for name in LISTS:
            ranks = self._ranks(name)
            items: Mapping[str, Any] = getattr(self.guide.vocabulary, name)
            for item_id, item in items.items():
                yield f"list:{name}", ranks[item_id], item

    def broken(self, kind: str) -> frozenset[str]:
        """Ids (`*` for a whole list) of that kind whose file is there but could not be used.

        What refers to them is not wrong: their own file has its problem, told already.
        """
        return frozenset(
            problem_id
            for problem in self.content.problems
            for problem_kind, problem_id in _what_it_breaks(problem)
            if problem_kind == kind and problem.severity == "error"
        )

    def _ranks(self, name: str) -> Mapping[str, int]:
        read = self.content.sources.get(f"list:{name}")
        rows = read.value if read and isinstance(read.value, list) else []
        ranks: dict[str, int] = {}
        for rank, row in enumerate(rows):
            if isinstance(row, dict) and isinstance(row.get("id"), str):
                ranks.setdefault(row["id"], rank)
        return ranks


_LIST_OF = {
    "ability": "abilities",
    "document": "documents",
    "group": "groups",
    "initiative": "initiatives",
    "job": "jobs",
    "level": "abilities",
    "line": "lines",
    "organisation": "organisations",
    "public": "publics",
    "region": "regions",
    "status": "statuses",
    "subject": "subjects",
    "term": "glossary",
    "territory": "territories",
    "theme": "themes",
}


def _what_it_breaks(problem: Problem) -> Iterator[tuple[str, str]]:
    folder, _, name = problem.file.rpartition("/")
    stem = name.removesuffix(".yml")
    if folder in FOLDERS:
        yield FOLDERS[folder][0], stem
    elif folder == LISTS_FOLDER:
        yield from ((kind, "*") for kind, list_name in _LIST_OF.items() if list_name == stem)
