"""Finds every reference and every text of a record from the marks on its types.

Written once here so that a new field is checked, searched and attacked without anyone thinking of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from generator.model.base import Prose, Reference, Value
from generator.problems import FieldPath

Found = tuple[FieldPath, Reference | Prose, str]


def marked(record: Value) -> Iterator[Found]:
    """Each value of `record` whose type carries a mark, with its path in the YAML."""
    found: list[Found] = []
    _in_value(record, (), found)
    return iter(found)


def _in_value(record: Value, path: FieldPath, found: list[Found]) -> None:
    for name, plan in _plans(type(record)):
        value = getattr(record, name)
        if value:
            _follow(plan, value, (*path, name), found)


def _follow(plan: Any, value: Any, path: FieldPath, found: list[Found]) -> None:
    kind, rest = plan
    if kind == "mark":
        for mark in rest:
            found.append((path, mark, value))
    elif kind == "record":
        _in_value(value, path, found)
    elif kind == "items":
        for index, item in enumerate(value):
            _follow(rest, item, (*path, index), found)
    else:
        for key, held in value.items():
            for plan_of_part, part in zip(rest, (key, held), strict=True):
                if plan_of_part is not None:
                    _follow(plan_of_part, part, (*path, key), found)


@cache
def _plans(record: type[Value]) -> tuple[tuple[str, Any], ...]:
    """For each field worth visiting, how to visit it; unmarked fields are left out."""
    found = []
    for name, info in record.model_fields.items():
        plan = _plan(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation)
        if plan is not None:
            found.append((name, plan))
    return tuple(found)


def _plan(annotation: Any) -> Any:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        marks = tuple(mark for mark in metadata if isinstance(mark, (Reference, Prose)))
        return ("mark", marks) if marks else _plan(inner)
    if origin in (Union, UnionType):
        plans = [_plan(argument) for argument in get_args(annotation)]
        return next((plan for plan in plans if plan is not None), None)
    if origin is tuple:
        inside = _plan(get_args(annotation)[0])
        return ("items", inside) if inside else None
    if origin is dict:
        pair = tuple(_plan(argument) for argument in get_args(annotation))
        return ("pairs", pair) if any(pair) else None
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return ("record", None)
    return None


def model_at(root: type[Value], path: FieldPath) -> type[Value] | None:
    """The record type that stands at `path` below `root`, to know which keys it takes."""
    here: Any = root
    for part in path:
        if not (isinstance(here, type) and issubclass(here, Value)):
            here = _inside(here)
            if isinstance(part, int):
                continue
        if isinstance(here, type) and issubclass(here, Value):
            info = here.model_fields.get(str(part))
            here = info.annotation if info else None
    while here is not None and not isinstance(here, type):
        here = _inside(here)
    return here if isinstance(here, type) and issubclass(here, Value) else None


def _inside(annotation: Any) -> Any:
    """What a tuple, an optional or an annotated type holds."""
    arguments = [one for one in get_args(annotation) if one not in (type(None), Ellipsis)]
    return arguments[0] if arguments else None
