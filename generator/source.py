"""YAML text → plain values, each with its line and column. The only module that imports yaml.

Stricter than YAML: every scalar stays the text the editor typed (PyYAML would read `01004` as
516 and `no` as False), and what could hide or multiply content is refused: duplicate keys,
anchors, aliases, merge keys, tags, tabs, several documents, control and direction characters.
Events are read one by one, so that depth and size are bounded before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.problems import FieldPath, Problem

MAX_BYTES = 256_000
MAX_DEPTH = 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_TYPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\u2028\u2029]"
)
_NULLS = {"", "~", "null", "Null", "NULL"}

Mark = tuple[int, int]


@dataclass(frozen=True)
class Source:
    """One file as read: its value, and where each value and each key stands (from 1)."""

    file: str
    value: Any = None
    marks: Mapping[FieldPath, Mark] = field(default_factory=dict)
    keys: Mapping[FieldPath, Mark] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def where(self, path: FieldPath, *, key: bool = False) -> Mark:
        """Line and column of `path`, or of the nearest thing that contains it."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, (1, 1))


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
        return Source(file, reader.value, reader.marks, reader.keys, tuple(reader.found(file)))
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
    strange = _NOT_TYPED.search(text)
    if strange:
        code = f"U+{ord(strange[0]):04X}"
        raise _RefusedError("hidden_character", _mark_of(text, strange.start()), code=code)
    return text


def _mark_of(text: str, offset: int) -> Mark:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


class _Reader:
    """Builds the value of one document from YAML events, with a stack instead of recursion."""

    def __init__(self, text: str) -> None:
        self.value: Any = None
        self.marks: dict[FieldPath, Mark] = {}
        self.keys: dict[FieldPath, Mark] = {}
        self._duplicates: list[tuple[FieldPath, Mark, Mark]] = []
        self._stack: list[tuple[Any, FieldPath]] = []
        self._key: list[str | None] = []
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
        kind = type(event).__name__
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        if kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                raise _RefusedError("several_documents", mark)
        elif kind == "AliasEvent":
            raise _RefusedError("alias", mark, name=event.anchor)
        elif kind in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
            self._refuse_magic(event, mark)
            self._start(kind, event, mark)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._stack.pop()
            self._key.pop()

    def _refuse_magic(self, event: Any, mark: Mark) -> None:
        if event.anchor is not None:
            raise _RefusedError("anchor", mark, name=event.anchor)
        if event.tag not in (None, "!"):
            raise _RefusedError("tag", mark, name=event.tag)
        if event.tag == "!" and event.start_mark.index != event.end_mark.index:
            raise _RefusedError("tag", mark, name="!")
        if len(self._stack) >= MAX_DEPTH:
            raise _RefusedError("too_deep", mark, most=MAX_DEPTH)

    def _start(self, kind: str, event: Any, mark: Mark) -> None:
        if self._stack and isinstance(self._stack[-1][0], dict) and self._key[-1] is None:
            self._open_key(kind, event, mark)
            return
        value: Any
        if kind == "ScalarEvent":
            plain = event.style in (None, "")
            value = None if plain and event.value in _NULLS else event.value
        else:
            value = {} if kind == "MappingStartEvent" else []
        path = self._place(value)
        self.marks.setdefault(path, mark)
        if kind != "ScalarEvent":
            self._stack.append((value, path))
            self._key.append(None)

    def _open_key(self, kind: str, event: Any, mark: Mark) -> None:
        if kind != "ScalarEvent":
            raise _RefusedError("complex_key", mark)
        if event.value == "<<" and event.style in (None, ""):
            raise _RefusedError("merge_key", mark)
        holder, path = self._stack[-1]
        here = (*path, event.value)
        if event.value in holder:
            self._duplicates.append((here, mark, self.keys[here]))
        else:
            self.keys[here] = mark
        self._key[-1] = event.value

    def _place(self, value: Any) -> FieldPath:
        if not self._stack:
            self.value = value
            return ()
        holder, path = self._stack[-1]
        if isinstance(holder, list):
            holder.append(value)
            return (*path, len(holder) - 1)
        key = self._key[-1]
        assert key is not None
        self._key[-1] = None
        holder.setdefault(key, value)
        return (*path, key)


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


def dump(value: object) -> str:
    """Front matter and generated examples: YAML that no text inside can break."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
