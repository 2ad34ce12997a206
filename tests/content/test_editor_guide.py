"""The editors' guide never rots: its files to copy are valid, complete, and its messages are real."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from generator import checks
from generator.load import Content, load
from generator.model.base import Value
from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.scheme import Regional, RegionalPerson, Scheme
from generator.problems import Problem
from generator.source import read
from tests.projects import PROBLEMS, ROOT, TODAY

GUIDE = (ROOT / "docs/guide-redaction.md").read_text("utf-8")
BLOCKS = {
    block.partition("\n")[0].removeprefix("# Fichier : "): block
    for block in re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
}
SCHEME = "offer/schemes/exemple-de-fiche.yml"
MODELS: dict[str, type[Value]] = {
    SCHEME: Scheme,
    "offer/needs/exemple-de-besoin.yml": Need,
    "pathways/exemple-de-parcours.yml": Pathway,
}
OPTIONAL_PART = "# ===== 2. FACULTATIF"

REGIONAL_SHOWN = ("region", "person", "attention")
TOLD_IN_PROSE = {
    SCHEME: {
        "Requires.nothing",
        "Audience.any_age",
        "Audience.young",
        "Scheme.replaced_by",  # all contradict the rest of the example
        *(f"RegionalPerson.{one}" for one in RegionalPerson.model_fields if one != "good_to_know"),
        *(f"Regional.{one}" for one in Regional.model_fields if one not in REGIONAL_SHOWN),  # as for a scheme
    },
    "offer/needs/exemple-de-besoin.yml": {"Need.renamed_from"},  # as for a scheme
    # As for a scheme:
    "pathways/exemple-de-parcours.yml": {"Pathway.renamed_from", "Pathway.figures", "Review.every_months"},
}
TOLERATED = {"offer/needs/exemple-de-besoin.yml": {"few_phrasings", "unanswered_need", "need_not_asked"}}
"""The guide says that they stay until the need is complete."""


@dataclass(frozen=True)
class Checked:
    """The real guide with some files added, and everything said of it."""

    content: Content
    problems: tuple[Problem, ...]

    def rules_broken_by(self, file: str) -> set[str]:
        """The rules one file breaks; the files of the real guide have their own tests."""
        return {problem.rule for problem in self.problems if problem.file == file}

    def has_read(self, file: str) -> bool:
        """Whether the file became a record."""
        return file in {source.file for source in self.content.sources.values()}


def checked_with(files: Mapping[str, str], folder: Path) -> Checked:
    """Read and check a copy of the real guide with `files` added."""
    for name in ("offer", "pathways"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "theme").symlink_to(ROOT / "theme")
    for file, text in files.items():
        (folder / file).write_text(text, "utf-8")
    content = load(folder)
    found = checks.run(content, datetime.date.fromisoformat(TODAY))
    return Checked(content, (*content.problems, *found))


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """The real guide with every file of the editors' guide copied into it."""
    return checked_with(BLOCKS, tmp_path_factory.mktemp("copie"))


def record_inside(annotation: Any) -> type[Value] | None:
    """The record a field holds, alone, optional or in a list."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Value) else None
    return next(filter(None, map(record_inside, get_args(annotation))), None)


def fields_used(model: type[Value], rows: Sequence[Any], used: dict[type[Value], set[str]]) -> None:
    """Add to `used` the keys written in `rows`, by record, nested ones included."""
    for name, info in model.model_fields.items():
        values = [row[name] for row in rows if name in row]
        used.setdefault(model, set()).update([name] if values else [])
        inside = record_inside(info.annotation)
        if values and inside is not None:
            nested = [one for value in values for one in (value if isinstance(value, list) else [value])]
            fields_used(inside, nested, used)


def unused(model: type[Value], rows: Sequence[Any]) -> set[str]:
    """Every field of `model` and of the records inside it that `rows` never shows."""
    used: dict[type[Value], set[str]] = {}
    fields_used(model, rows, used)
    return {f"{one.__name__}.{name}" for one, names in used.items() for name in set(one.model_fields) - names}


def test_the_guide_holds_one_file_to_copy_of_each_kind() -> None:
    assert list(BLOCKS) == list(MODELS)


@pytest.mark.parametrize("file", MODELS)
def test_a_copied_file_is_valid_in_the_real_guide(file: str, copied: Checked) -> None:
    assert copied.has_read(file)
    assert copied.rules_broken_by(file) <= TOLERATED.get(file, set())


def test_the_compulsory_part_of_a_scheme_is_enough(tmp_path: Path) -> None:
    first_part, mark, _ = BLOCKS[SCHEME].partition(OPTIONAL_PART)
    assert mark, "the optional part is announced"
    checked = checked_with({SCHEME: first_part}, tmp_path)
    assert checked.has_read(SCHEME)
    assert checked.rules_broken_by(SCHEME) == set()


@pytest.mark.parametrize("file", MODELS)
def test_every_field_of_the_model_is_in_the_file_to_copy(file: str) -> None:
    value = read(BLOCKS[file].encode(), file).value
    assert unused(MODELS[file], [value]) == TOLD_IN_PROSE[file]


@pytest.mark.parametrize("field", sorted({name for names in TOLD_IN_PROSE.values() for name in names}))
def test_a_field_that_is_not_in_the_example_is_told_elsewhere_in_the_guide(field: str) -> None:
    assert re.search(rf"\b{field.rpartition('.')[2]}:", GUIDE)


@pytest.mark.parametrize(
    "name", [n for n in Scheme.model_fields if f"Scheme.{n}" not in TOLD_IN_PROSE[SCHEME]]
)
def test_every_field_of_a_scheme_has_its_comment_above(name: str) -> None:
    lines = BLOCKS[SCHEME].splitlines()
    rank = next(rank for rank, line in enumerate(lines) if line.startswith(f"{name}:"))
    assert re.match("# [^=]", lines[rank - 1])


def test_every_message_shown_is_one_the_check_really_says() -> None:
    shown = [line for line in GUIDE.splitlines() if re.match(r"[a-z/.-]+\.yml:\d+:\d+ : ", line)]
    real = {line for path in PROBLEMS.glob("*/expected.txt") for line in path.read_text("utf-8").splitlines()}
    assert len(shown) >= 6
    assert set(shown) <= real


def test_every_folder_file_and_anchor_the_guide_names_exists() -> None:
    for path in re.findall(r"`((?:offer|theme|pathways)/[a-z/.-]*)`", GUIDE):
        assert (ROOT / path).exists(), path
    titles = {title.casefold() for title in re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)}
    anchors = {re.sub(r"[^\w -]", "", title).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= anchors


def test_the_guide_stays_short_enough_to_be_read() -> None:
    assert GUIDE.count("\n") < 380


def test_a_text_between_brackets_is_quoted_so_that_a_comma_can_be_typed_in_it() -> None:
    lines = [line for line in "".join(BLOCKS.values()).splitlines() if not line.lstrip().startswith("#")]
    for line in lines:
        unquoted = re.sub(r'"[^"]*"', "quoted", line)
        opening = re.search(r"[\[{]", unquoted)
        for piece in re.split(r"[\[\]{},]", unquoted[opening.end() :]) if opening else ():
            assert " " not in piece.strip().rpartition(": ")[2], line
