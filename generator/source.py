"""YAML text → plain values, each with its line and column. The only module that imports yaml.

Stricter than YAML: every scalar stays the text the editor typed (PyYAML would read `01004` as
516 and `no` as False), and what could hide or multiply content is refused: duplicate keys,
anchors, aliases, merge keys, tags, tabs, several documents, control and direction characters.
Events are read one by one, so that depth and size are bounded before anything is built.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.hidden import HIDDEN
from generator.problems import FieldPath, Problem

MAX_BYTES = 256_000
MAX_DEPTH = 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}

Mark = tuple[int, int]


@dataclass(frozen=True)
class Source:
    """One file as read: its value, and where each value and each key stands (from 1)."""

    file: str
    value: Any = None
    marks: Sequence[int] = ()
    """Line and column of each value, and of each key just before its value, in the order of the
    document: a few bytes each, for ten thousand files stay in memory until all is checked."""
    problems: tuple[Problem, ...] = ()
    _ranks: dict[FieldPath, dict[str | int, int]] = field(default_factory=dict, compare=False, repr=False)
    """For each mapping or list asked about, where in `marks` are the things it holds."""

    def where(self, path: FieldPath, *, key: bool = False) -> Mark:
        """Line and column of `path`, or of the nearest thing that contains it."""
        if not self.marks:
            return 1, 1
        rank, keyed, here = 0, False, self.value
        for depth, part in enumerate(path):
            if not _holds(here, part):
                keyed = False
                break
            if path[:depth] not in self._ranks:
                self._ranks[path[:depth]] = _ranks(here, rank)
            rank = self._ranks[path[:depth]][part]
            keyed = isinstance(here, dict)
            here = here[part]
        rank -= key and keyed
        return self.marks[2 * rank], self.marks[2 * rank + 1]


def _holds(value: Any, part: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(part, int) and 0 <= part < len(value)
    return isinstance(value, dict) and part in value


def _ranks(value: Any, rank: int) -> dict[str | int, int]:
    """Rank of the mark of each thing inside `value`, whose own mark has that `rank`."""
    keyed = isinstance(value, dict)
    found: dict[str | int, int] = {}
    rank += 1
    for name, child in value.items() if keyed else enumerate(value):
        rank += keyed  # the mark of the key stands before that of its value
        found[name] = rank
        rank += _count(child)
    return found


def _count(value: Any) -> int:
    """How many marks a value has, its own and those of what it holds."""
    if isinstance(value, dict):
        return 1 + len(value) + sum(map(_count, value.values()))
    return 1 + sum(map(_count, value)) if isinstance(value, list) else 1


class _RefusedError(Exception):
    """Stops the reading of one file at one place; becomes a `Problem`."""

    def __init__(self, rule: str, mark: Mark, **details: object) -> None:
        super().__init__(rule)
        self.rule, self.mark, self.details = rule, mark, details


def read(content: bytes, file: str) -> Source:
    """Read one file; never raises: what is wrong is in `problems`, and then `value` is None."""
    try:
        text = _text(content)
        reader = _Reader(text)
        return Source(file, reader.value, reader.marks, tuple(reader.found(file)))
    except _RefusedError as refused:
        line, column = refused.mark
        return Source(file, problems=(Problem(refused.rule, file, line, column, details=refused.details),))


def _text(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise _RefusedError("too_large", (1, 1), size=len(content), most=MAX_BYTES)
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _RefusedError("byte_order_mark", (1, 1))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise _RefusedError("not_utf8", (before.count(b"\n") + 1, column)) from error
    tab = text.find("\t")
    if tab >= 0:
        raise _RefusedError("tab", _mark_of(text, tab))
    strange = HIDDEN.search(text)
    if strange:
        raise _hidden(strange[0], _mark_of(text, strange.start()))
    return text


def _hidden(character: str, mark: Mark) -> _RefusedError:
    return _RefusedError("hidden_character", mark, code=f"U+{ord(character):04X}")


def _mark_of(text: str, offset: int) -> Mark:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


@dataclass(slots=True)
class _Open:
    """A mapping or a list being read. `kept` is False inside the value of a duplicate key."""

    holder: dict[str, Any] | list[Any]
    kept: bool
    key: str = ""
    awaits_value: bool = False
    first: dict[str, Mark] = field(default_factory=dict)
    """Where each key was first written."""


class _Reader:
    """Builds the value of one document from YAML events, with a stack instead of recursion."""

    def __init__(self, text: str) -> None:
        self.value: Any = None
        self.marks = array("I")
        self._duplicates: list[tuple[FieldPath, Mark, Mark]] = []
        self._stack: list[_Open] = []
        self._documents = 0
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise _syntax(error, text) from error
        except yaml.YAMLError as error:
            raise _RefusedError("yaml_syntax", (1, 1), problem="") from error
        if self._documents == 0 or self.value is None:
            raise _RefusedError("empty_file", (1, 1))

    def found(self, file: str) -> Iterator[Problem]:
        for path, (line, column), first in self._duplicates:
            details = {"key": path[-1], "first": first[0]}
            yield Problem("duplicate_key", file, line, column, path, details)

    def _take(self, event: Any) -> None:
        start = event.start_mark
        mark = (start.line + 1, start.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_magic(event, mark)
            self._scalar(event, mark)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_magic(event, mark)
            if self._awaits_key():
                raise _RefusedError("complex_key", mark)
            value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
            self._stack.append(_Open(value, self._place(value, mark)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise _RefusedError("alias", mark, name=event.anchor)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _RefusedError("several_documents", mark)

    def _refuse_magic(self, event: Any, mark: Mark) -> None:
        if event.anchor is not None:
            raise _RefusedError("anchor", mark, name=event.anchor)
        if event.tag not in (None, "!"):
            raise _RefusedError("tag", mark, name=event.tag)
        if event.tag == "!" and event.start_mark.index != event.end_mark.index:
            raise _RefusedError("tag", mark, name="!")
        if len(self._stack) >= MAX_DEPTH:
            raise _RefusedError("too_deep", mark, most=MAX_DEPTH)

    def _scalar(self, event: Any, mark: Mark) -> None:
        plain = not event.style
        if event.style == '"' and (strange := HIDDEN.search(event.value)):
            raise _hidden(strange[0], mark)  # written "\\u202e": the file itself has no such character
        if not self._awaits_key():
            self._place(None if plain and event.value in _NULLS else event.value, mark)
        elif plain and event.value == "<<":
            raise _RefusedError("merge_key", mark)
        else:
            self._open_key(sys.intern(event.value), mark)

    def _awaits_key(self) -> bool:
        return (
            bool(self._stack)
            and not self._stack[-1].awaits_value
            and isinstance(self._stack[-1].holder, dict)
        )

    def _open_key(self, key: str, mark: Mark) -> None:
        here = self._stack[-1]
        here.key, here.awaits_value = key, True
        if key in here.first:
            self._duplicates.append((self._path(), mark, here.first[key]))
            return
        here.first[key] = mark
        if here.kept:
            self.marks.extend(mark)

    def _path(self) -> FieldPath:
        return tuple(one.key if isinstance(one.holder, dict) else len(one.holder) - 1 for one in self._stack)

    def _place(self, value: Any, mark: Mark) -> bool:
        """Put a value where it belongs; False where it is dropped: the first of two keys stays."""
        kept = True
        if not self._stack:
            self.value = value
        elif isinstance((here := self._stack[-1]).holder, list):
            kept = here.kept
            here.holder.append(value)
        else:
            kept = here.kept and here.key not in here.holder
            here.holder.setdefault(here.key, value)
            here.awaits_value = False
        if kept:
            self.marks.extend(mark)
        return kept


def _syntax(error: yaml.MarkedYAMLError, text: str) -> _RefusedError:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.count("\n") + 1
    start = error.context_mark.line + 1 if error.context_mark else line
    return _RefusedError(
        "yaml_syntax",
        (min(line, lines), column),
        problem=error.problem or "",
        context=error.context or "",
        start=start,
    )
