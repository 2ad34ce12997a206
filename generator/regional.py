"""What a sheet valid everywhere adds in one region: its `regional` part, joined to the rest.

Joining only ever adds: lists are longer, texts go on, a choice left open is made; `checks.regions` refuses
a choice made otherwise, and a sheet that no longer holds once joined. So a reader of another region loses
nothing of what holds everywhere, and an editor never writes a text twice.
"""

from __future__ import annotations

from typing import Any, TypeVar, get_args, get_origin

from generator.model.base import Prose, Value
from generator.model.scheme import AnsweredNeed, Scheme

One = TypeVar("One", bound=Value)


def in_region(scheme: Scheme, region: str) -> Scheme:
    """The sheet as that region reads it; what holds in other regions is left out."""
    found = scheme
    for part in scheme.regional:
        if part.region == region:
            found = _joined(found, part)
    return found.model_copy(update={"regional": ()}) if scheme.regional else scheme


def _joined(base: One, more: Value) -> One:
    changes = {
        name: _sum(getattr(base, name), getattr(more, name), prose(type(base), name))
        for name in sorted(more.model_fields_set - {"region"})
    }
    return base.model_copy(update=changes)


def _sum(base: Any, more: Any, mark: Prose | None) -> Any:
    if isinstance(base, Value) and isinstance(more, Value):
        return _joined(base, more)
    if isinstance(base, tuple):
        return _needs(base, more) if any(isinstance(one, AnsweredNeed) for one in more) else base + more
    if mark is None or not base:
        return more
    between = " " if not mark.rich else "\n" if mark.register == "simple" else "\n\n"
    return f"{base.rstrip()}{between}{more}"


def _needs(base: tuple[AnsweredNeed, ...], more: tuple[AnsweredNeed, ...]) -> tuple[AnsweredNeed, ...]:
    """A need answered everywhere is answered better here: its reason is replaced, not doubled."""
    return tuple({one.need: one for one in (*base, *more)}.values())


def prose(record: type[Value], name: str) -> Prose | None:
    """The mark of a text field; None for a choice, a list or a record."""
    info = record.model_fields[name]
    marks = [*info.metadata]
    for part in get_args(info.annotation):
        if get_origin(part) is not None:
            marks += get_args(part)
    return next((mark for mark in marks if isinstance(mark, Prose)), None)
