"""What is true of one region only is never told to the readers of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from generator.checks.subject import Subject
from generator.edition import EVERYWHERE
from generator.load import rule_of
from generator.model.base import Prose, Reference, Value
from generator.model.scheme import LINK_FIELDS, Scheme
from generator.model.vocabulary import Term
from generator.model.walk import marked
from generator.problems import FieldPath, Problem
from generator.regional import in_region, prose

LINKS = (*LINK_FIELDS, "resembles", "not_for", "certifications")
NAMES = ("title", "other_names", "former_names", "chapter")


def what_holds_in_one_region_says_so(subject: Subject) -> Iterator[Problem]:
    """A sheet valid everywhere says « la Région », or names a region, only under `regional`.

    A link to a sheet of one region may: it is shown in that region's guide only.
    """
    said = _said(subject)
    for scheme in subject.guide.schemes.values():
        if scheme.region != EVERYWHERE:
            continue
        for path, mark, text in marked(scheme):
            if path[0] in ("regional", *NAMES) or path[-1] in NAMES:
                continue
            found = said.search(_read(subject, mark, text))
            if found and not _follows_a_link_out(subject, scheme, path):
                yield subject.problem("one_region_only", f"scheme:{scheme.id}", path, said=found.group())


def no_need_speaks_of_one_region(subject: Subject) -> Iterator[Problem]:
    """A need is the same in every guide: only a helper may be of one region, and says which."""
    said = _said(subject)
    for need in subject.guide.needs.values():
        for path, mark, text in marked(need):
            of_one = path[0] == "helpers" and need.helpers[int(path[1])].region is not None
            found = None if of_one or path[0] == "phrasings" else said.search(_read(subject, mark, text))
            if found and path[-1] != "chapter":
                yield subject.problem("need_of_one_region", f"need:{need.id}", path, said=found.group())


def no_word_explained_everywhere_is_of_one_region(subject: Subject) -> Iterator[Problem]:
    """A word of the glossary that speaks of « la Région », or of one region, has its `region`."""
    said = _said(subject)
    for record, rank, item in subject.list_items():
        if isinstance(item, Term) and item.region is None:
            found = said.search(item.description or "")
            if found:
                path = (rank, "description")
                yield subject.problem("word_of_one_region", record, path, said=found.group())


def what_a_region_adds_contradicts_nothing(subject: Subject) -> Iterator[Problem]:
    """A `regional` part makes a choice left open, never another choice; joined, the sheet still holds."""
    for scheme in subject.guide.schemes.values():
        for index, part in enumerate(scheme.regional):
            before, after = (
                in_region(scheme.model_copy(update={"regional": scheme.regional[:end]}), part.region)
                for end in (index, index + 1)
            )
            found = [
                subject.problem("region_says_otherwise", f"scheme:{scheme.id}", path, **details)
                for path, details in _otherwise(before, part, ("regional", index))
            ]
            yield from found or _once_joined(subject, after, index)


def _otherwise(base: Value, more: Value, path: FieldPath) -> Iterator[tuple[FieldPath, dict[str, Any]]]:
    """Where a choice made in the base is made otherwise, and both."""
    for name in sorted(more.model_fields_set - {"region"}):
        old, new = getattr(base, name), getattr(more, name)
        field = type(base).model_fields[name]
        if isinstance(new, Value):
            yield from _otherwise(old, new, (*path, name))
        elif isinstance(new, tuple) or prose(type(base), name):
            continue
        elif old not in (field.default, new):
            yield (*path, name), {"name": name, "base": _typed(old), "here": _typed(new)}


def _typed(value: object) -> str:
    """As an editor writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _once_joined(subject: Subject, scheme: Scheme, index: int) -> Iterator[Problem]:
    """What the rules local to one file say of the sheet that is published."""
    try:
        Scheme.model_validate(scheme.model_dump())
    except ValidationError as error:
        for one in error.errors(include_url=False):
            rule, details = rule_of(one)
            path = ("regional", index, *one["loc"])
            yield subject.problem("region_joined", f"scheme:{scheme.id}", path, inner=rule, details=details)


def _said(subject: Subject) -> re.Pattern[str]:
    regions = [one.label for one in subject.guide.vocabulary.regions.values() if one.id != EVERYWHERE]
    return re.compile("|".join([r"\b[Ll]a Région\b", "[Ff]rancilien", *map(re.escape, regions)]))


def _read(subject: Subject, mark: Prose | Reference, text: str) -> str:
    """What readers see: the text, or the name of the organisation it refers to."""
    if isinstance(mark, Prose):
        return text
    organisation = subject.guide.vocabulary.organisations.get(text) if mark.kind == "organisation" else None
    return organisation.label if organisation else ""


def _follows_a_link_out(subject: Subject, scheme: Scheme, path: FieldPath) -> bool:
    """Whether the text belongs to a link that only one region's guide shows.

    A sheet that could not be read may be of one region: its own mistake is told, nothing else.
    """
    if path[0] not in LINKS or len(path) < 2:
        return False
    link = getattr(scheme, str(path[0]))[path[1]]
    name = getattr(link, "scheme", None) or getattr(link, "instead", None)
    target = subject.guide.schemes.get(name or "")
    return target.region != EVERYWHERE if target else name is not None
