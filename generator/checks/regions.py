"""What is true of one region only is never told to the readers of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.subject import Subject
from generator.edition import EVERYWHERE
from generator.model.base import Prose, Reference
from generator.model.scheme import LINK_FIELDS, Scheme
from generator.model.vocabulary import Term
from generator.model.walk import marked
from generator.problems import FieldPath, Problem

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
    """Whether the text belongs to a link that only one region's guide shows."""
    if path[0] not in LINKS or len(path) < 2:
        return False
    link = getattr(scheme, str(path[0]))[path[1]]
    target = subject.guide.schemes.get(getattr(link, "scheme", None) or getattr(link, "instead", None) or "")
    return target is not None and target.region != EVERYWHERE
