"""Folders → records: finds the files, reads them, validates them, tells every problem."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator import source
from generator.echoes import without_echoes
from generator.guide import Guide, Vocabulary, by_id
from generator.model.base import SLUG, Value
from generator.model.language import Language
from generator.model.need import Need
from generator.model.pathway import Pathway
from generator.model.prescription import Prescription
from generator.model.scheme import Scheme
from generator.model.site import Site
from generator.model.training import Domain
from generator.model.vocabulary import LISTS, OPTIONAL_LISTS
from generator.problems import FieldPath, Problem
from generator.source import Source

FOLDERS: Mapping[str, tuple[str, type[Value]]] = {
    "offer/needs": ("need", Need),
    "offer/schemes": ("scheme", Scheme),
    "offer/trainings": ("domain", Domain),
    "offer/prescription": ("prescription", Prescription),
    "offer/languages": ("language", Language),
    "pathways": ("pathway", Pathway),
}
OPTIONAL_FOLDERS = ("offer/trainings", "offer/prescription", "offer/languages")
"""A region may have no training order, no written rules of prescription, no translation."""

SITE_FILE = "offer/site.yml"
LISTS_FOLDER = "offer/vocabulary"
UNREAD_SITE = Site(name="?", tagline="?", region="?")
"""Stands for a site file that could not be read, so that everything else is still checked."""

OFFER_FOLDERS = ("needs", "schemes", "trainings", "prescription", "languages", "vocabulary")


@dataclass(frozen=True)
class Content:
    """What was read: the guide as far as it is valid, the source of each record, the problems."""

    guide: Guide
    sources: Mapping[str, Source]
    """By `need:<id>`, `scheme:<id>`, `pathway:<id>`, `list:<name>`, `site`."""
    problems: tuple[Problem, ...]
    pictograms: frozenset[str] = frozenset()


_WHY = {
    errno.ENOENT: "il n’existe pas",
    errno.EACCES: "accès refusé",
    errno.ELOOP: "le lien tourne en rond",
    errno.EIO: "erreur du disque",
}


@dataclass
class _Reading:
    root: Path
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)

    def read(self, file: str) -> Source | None:
        """One file, or None when nothing in it can be used; its problems are kept."""
        path = self.root / file
        try:
            content = path.read_bytes()
        except IsADirectoryError:
            self.problems.append(Problem("folder_not_file", file))
            return None
        except OSError as error:
            self.problems.append(
                Problem("unreadable", file, details={"why": _WHY.get(error.errno or 0, error.strerror)})
            )
            return None
        read = source.read(content, file)
        self.problems.extend(read.problems)
        return read if read.value is not None else None

    def validate(
        self, read: Source, adapter: TypeAdapter[Any], kind: str, index: int | None = None
    ) -> Any | None:
        """The value (or its item `index`) as a record, or None; every mistake is kept."""
        base: FieldPath = () if index is None else (index,)
        try:
            return adapter.validate_python(read.value if index is None else read.value[index])
        except ValidationError as error:
            found = [_problem_of(read, one, kind, base) for one in error.errors(include_url=False)]
            self.problems.extend(without_echoes(found))
            return None


def load(root: Path) -> Content:
    """Read everything under `root`. Never raises for what an editor can do."""
    reading = _Reading(root)
    records: dict[str, dict[str, Any]] = {kind: {} for kind, _ in FOLDERS.values()}
    for folder, (kind, model) in FOLDERS.items():
        adapter: TypeAdapter[Any] = TypeAdapter(model)
        for file in _yaml_files(reading, folder):
            _one_record(reading, file, kind, adapter, records[kind])
    lists = {name: _one_list(reading, name) for name in LISTS}
    _refuse_strangers(reading)
    site = _site(reading)
    guide = _assemble(site or UNREAD_SITE, lists, records, reading.sources)
    icons = frozenset(path.stem for path in (root / "theme/assets/icons").glob("*.svg"))
    return Content(guide, reading.sources, tuple(reading.problems), icons)


def load_one(root: Path, file: str, kind: str, model: type[Value]) -> tuple[Any | None, tuple[Problem, ...]]:
    """One file outside the folders of the guide (a witness profile), read as strictly: for tests."""
    reading = _Reading(root)
    found: dict[str, Any] = {}
    _one_record(reading, file, kind, TypeAdapter(model), found)
    return next(iter(found.values()), None), tuple(reading.problems)


def _yaml_files(reading: _Reading, folder: str) -> Iterator[str]:
    path = reading.root / folder
    if not path.is_dir():
        if folder not in OPTIONAL_FOLDERS:
            reading.problems.append(Problem("missing_folder", folder))
        return
    for name in sorted(entry.name for entry in path.iterdir()):
        file = f"{folder}/{name}"
        if name.endswith(".yml"):
            yield file
        elif not name.startswith("."):
            rule = "wrong_extension" if name.lower().endswith((".yaml", ".yml")) else "unexpected_file"
            reading.problems.append(Problem(rule, file))


def _one_record(
    reading: _Reading, file: str, kind: str, adapter: TypeAdapter[Any], records: dict[str, Any]
) -> None:
    read = reading.read(file)
    if read is None:
        return
    stem = Path(file).stem
    if not re.fullmatch(SLUG, stem):
        reading.problems.append(Problem("bad_file_name", file, details={"name": stem}))
        return
    typed = read.value.get("id") if isinstance(read.value, dict) else None
    if isinstance(typed, str) and typed != stem:
        line, column = read.where(("id",))
        details = {"id": typed, "stem": stem}
        reading.problems.append(Problem("id_is_not_file_name", file, line, column, ("id",), details))
    record = reading.validate(read, adapter, kind)
    if record is not None and record.id == stem:
        records[stem] = record
        reading.sources[f"{kind}:{stem}"] = read


def _one_list(reading: _Reading, name: str) -> Mapping[str, Any]:
    file = f"{LISTS_FOLDER}/{name}.yml"
    if not (reading.root / file).exists():
        if name in OPTIONAL_LISTS:
            return {}
        reading.problems.append(Problem("missing_list", file, details={"name": name}))
        return {}
    read = reading.read(file)
    if read is None:
        return {}
    reading.sources[f"list:{name}"] = read
    if not isinstance(read.value, list):
        reading.problems.append(Problem("list_expected", file))
        return {}
    adapter: TypeAdapter[Any] = TypeAdapter(LISTS[name])
    found: dict[str, Any] = {}
    for index in range(len(read.value)):
        item = reading.validate(read, adapter, f"list:{name}", index)
        if item is None:
            continue
        if item.id in found:
            line, column = read.where((index, "id"))
            details = {"id": item.id}
            path: FieldPath = (index, "id")
            reading.problems.append(Problem("duplicate_id", file, line, column, path, details))
        found.setdefault(item.id, item)
    return found


def _refuse_strangers(reading: _Reading) -> None:
    known = {f"{name}.yml" for name in LISTS}
    for file in _yaml_files(reading, LISTS_FOLDER):
        name = Path(file).name
        if name not in known:
            details = {"known": sorted(known), "name": name}
            reading.problems.append(Problem("unknown_list", file, details=details))
    offer = reading.root / "offer"
    for name in sorted(entry.name for entry in offer.iterdir()) if offer.is_dir() else ():
        if name not in (*OFFER_FOLDERS, "site.yml") and not name.startswith("."):
            reading.problems.append(Problem("unexpected_file", f"offer/{name}"))


def _site(reading: _Reading) -> Site | None:
    read = reading.read(SITE_FILE)
    if read is None:
        return None
    reading.sources["site"] = read
    site = reading.validate(read, TypeAdapter(Site), "site")
    return site if isinstance(site, Site) else None


def _assemble(
    site: Site,
    lists: Mapping[str, Mapping[str, Any]],
    records: Mapping[str, Mapping[str, Any]],
    sources: Mapping[str, Source],
) -> Guide:
    return Guide(
        site=site,
        vocabulary=Vocabulary(**{name: by_id(items.values()) for name, items in lists.items()}),
        needs=by_id(records["need"].values()),
        schemes=by_id(records["scheme"].values()),
        pathways=by_id(records["pathway"].values()),
        domains=by_id(records["domain"].values()),
        prescriptions=by_id(records["prescription"].values()),
        languages=by_id(records["language"].values()),
        origins={key: read.file for key, read in sources.items()},
    )


def _problem_of(read: Source, error: Any, kind: str, base: FieldPath) -> Problem:
    """A pydantic error as a `Problem`, placed in the file."""
    key_error = error["loc"] and error["loc"][-1] == "[key]"
    path: FieldPath = (*base, *(error["loc"][:-1] if key_error else error["loc"]))
    line, column = read.where(path, key=error["type"] == "extra_forbidden" or bool(key_error))
    rule, details = rule_of(error)
    return Problem(rule, read.file, line, column, path, {"kind": kind, **details})


def rule_of(error: Any) -> tuple[str, dict[str, Any]]:
    """The rule and details of a pydantic error: its type is the rule, `messages` knows the French."""
    rule = error["type"]
    details = {"input": error["input"], **error.get("ctx", {})}
    if rule == "value_error":
        rule, *names = str(error["ctx"]["error"]).split()
        details |= {"names": names}
    details.pop("error", None)
    return rule, details
