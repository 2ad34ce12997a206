"""The door in other languages: what a person says, in a language and always in French beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.language import Direction, Language, Words
from generator.views.needs import NeedCard, groups, need_cards
from generator.views.shared import Library

ROOT = "langues"
FRENCH = "besoins/"
"""Where the same statements stand in French alone."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as a choice; `path` leads to its statements, `sheet` to what one prints."""

    id: str
    name: str
    french: str
    lang: str
    dir: Direction
    path: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Said:
    """A need and how the language says it (None: not translated, the French stands alone)."""

    need: NeedCard
    text: str | None


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """A group of needs, its title in both languages."""

    id: str
    label: str
    text: str | None
    pictogram: str
    line: int
    needs: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class LanguagePage:
    """Everything the page of a language and its pointing sheet show."""

    tongue: Tongue
    words: Words
    reviewed_by: str | None
    groups: tuple[SaidGroup, ...]


def tongues(library: Library) -> tuple[Tongue, ...]:
    """The languages of the guide, in the order of their identifiers."""
    found = sorted(library.guide.languages.values(), key=lambda language: language.id)
    return tuple(_tongue(language) for language in found)


def _tongue(language: Language) -> Tongue:
    path = f"{ROOT}/{language.id}"
    return Tongue(
        language.id,
        language.name,
        language.french_name,
        language.lang,
        language.dir,
        f"{path}/index.html",
        f"{path}/a-montrer/index.html",
    )


def language_page(library: Library, language: str) -> LanguagePage:
    """What is said in one language, group by group, in the order of the home page."""
    found = library.guide.languages[language]
    said = tuple(
        SaidGroup(
            group.id,
            group.label,
            found.groups.get(group.id),
            group.pictogram,
            group.line,
            tuple(Said(need, found.statements.get(need.id)) for need in group.needs),
        )
        for group in groups(library, need_cards(library))
        if group.needs
    )
    return LanguagePage(_tongue(found), found.words, found.reviewed_by, said)


def alternates(library: Library) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The same page in each language, for search engines: (`hreflang`, address); empty without address.

    https://developers.google.com/search/docs/specialty/international/localized-versions
    """
    site = library.guide.site
    if not site.address or not library.guide.languages:
        return {}
    root = site.address.rstrip("/")
    pages = [(one.lang, f"{root}/{ROOT}/{one.id}/") for one in tongues(library)]
    return {"alternates": (("fr", f"{root}/{FRENCH}"), *pages, ("x-default", f"{root}/{ROOT}/"))}
