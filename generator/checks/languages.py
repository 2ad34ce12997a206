"""The door in other languages: nothing is lost, and nobody reads backwards."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.subject import Subject
from generator.problems import Problem

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script runs from right to left, by the first part of their tag."""


def every_need_is_said_in_each_language(subject: Subject) -> Iterator[Problem]:
    """Warn of needs and groups that a language does not say: the page says them in French only."""
    guide = subject.guide
    for language in guide.languages.values():
        for field, wanted, said in (
            ("statements", guide.needs, language.statements),
            ("groups", guide.vocabulary.groups, language.groups),
        ):
            names = [name for name in wanted if name not in said]
            if names:
                key = f"language:{language.id}"
                yield subject.problem("untranslated", key, (field,), warning=True, key=True, names=names)


def right_to_left_is_said(subject: Subject) -> Iterator[Problem]:
    """A language written from right to left says so; else its sentences come out in disorder."""
    for language in subject.guide.languages.values():
        if language.lang.partition("-")[0] in RIGHT_TO_LEFT and language.dir != "rtl":
            yield subject.problem(
                "wrong_direction", f"language:{language.id}", ("dir",), lang=language.french_name
            )
