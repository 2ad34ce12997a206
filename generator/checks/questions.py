"""The questions of « Faire le point »: their numbers last, and an answer never hides a difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.subject import Subject
from generator.model.ages import YOUNG
from generator.model.audience import Audience
from generator.model.pathway import Profile
from generator.model.question import Choice, Question
from generator.model.vocabulary import Organisation, Public
from generator.problems import FieldPath, Problem

LIST = "list:questions"
Aged = Audience | Profile | Organisation | Public
"""Records whose ages the rules compare."""


def _questions(subject: Subject) -> Iterator[tuple[FieldPath, Question]]:
    for record, rank, value in subject.list_items():
        if record == LIST and isinstance(value, Question):
            yield (rank,), value


def _choices(subject: Subject) -> Iterator[tuple[FieldPath, Choice]]:
    for base, question in _questions(subject):
        for rank, choice in enumerate(question.choices):
            yield (*base, "choices", rank), choice


def every_number_is_its_own(subject: Subject) -> Iterator[Problem]:
    """No two questions, no two answers of one question share a number or an id: links hold numbers."""
    questions: dict[int, str] = {}
    for base, question in _questions(subject):
        owner = questions.setdefault(question.code, question.id)
        if owner != question.id:
            yield _taken(subject, base, question.code, owner)
        codes: dict[int, str] = {}
        ids: set[str] = set()
        for rank, choice in enumerate(question.choices):
            place: FieldPath = (*base, "choices", rank)
            if choice.id in ids:
                yield subject.problem("duplicate_id", LIST, (*place, "id"), id=choice.id)
            elif choice.code in codes:
                yield _taken(subject, place, choice.code, codes[choice.code])
            ids.add(choice.id)
            codes.setdefault(choice.code, choice.id)


def _taken(subject: Subject, base: FieldPath, code: int, owner: str) -> Problem:
    return subject.problem("code_taken", LIST, (*base, "code"), code=code, owner=owner)


def every_answer_can_be_read(subject: Subject) -> Iterator[Problem]:
    """An answer has its words, or names one need or one territory whose words stand for it."""
    for place, choice in _choices(subject):
        if choice.label is None and len(choice.needs) != 1 and choice.territory is None:
            yield subject.problem("answer_without_label", LIST, place, id=choice.id)


def every_level_told_exists(subject: Subject) -> Iterator[Problem]:
    """An answer that tells a level names one of that ability's levels."""
    abilities = subject.guide.vocabulary.abilities
    for place, choice in _choices(subject):
        for ability, level in choice.abilities.items():
            known = [step.id for step in abilities[ability].levels] if ability in abilities else [level]
            if level not in known:
                path = (*place, "abilities", ability)
                yield subject.problem("unknown_level", LIST, path, name=level, ability=ability, known=known)


def every_other_answer_exists(subject: Subject) -> Iterator[Problem]:
    """`together` names another question, and answers of that question."""
    questions: Mapping[str, Question] = subject.guide.vocabulary.questions
    for place, choice in _choices(subject):
        for rank, beside in enumerate(choice.together):
            path: FieldPath = (*place, "together", rank)
            if beside.question not in questions:
                yield _unknown(subject, (*path, "question"), beside.question, list(questions))
                continue
            known = [one.id for one in questions[beside.question].choices]
            for index, name in enumerate(beside.choices):
                if name not in known:
                    yield _unknown(subject, (*path, "choices", index), name, known)


def _unknown(subject: Subject, path: FieldPath, name: str, known: list[str]) -> Problem:
    what = "question" if path[-1] == "question" else "réponse"
    return subject.problem("unknown_answer", LIST, path, name=name, what=what, known=known)


def no_age_falls_inside_a_band(subject: Subject) -> Iterator[Problem]:
    """One answer about age is one verdict: the bounds of records are edges of the answers."""
    bands = [choice for _, choice in _choices(subject) if choice.age is not None]
    for key, path, ages in _ages(subject):
        for name, age, edge in _bounds(ages):
            for band in bands:
                # A minimum opens a band, a maximum closes one: both stand between two whole ages.
                low, high = band.age_min or 0, 120 if band.age_max is None else band.age_max
                if low < age + edge <= high:
                    label = band.label or band.id
                    yield subject.problem("age_inside_band", key, (*path, name), age=age, band=label)


def _bounds(record: Aged) -> Iterator[tuple[str, int, int]]:
    """Where each bound is written, its age, and how far after it the line falls; so does « jeunes »."""
    young = isinstance(record, Audience | Organisation) and record.young
    if isinstance(record, Audience) and young and not record.priority_publics:
        yield "young", YOUNG[0], 0
    if young:
        yield "young", YOUNG[-1], 1
    for name, age, edge in (("age_min", record.age_min, 0), ("age_max", record.age_max, 1)):
        if age is not None:
            yield name, age, edge


def _ages(subject: Subject) -> Iterator[tuple[str, FieldPath, Aged]]:
    for scheme in subject.guide.schemes.values():
        yield f"scheme:{scheme.id}", ("audience",), scheme.audience
    for pathway in subject.guide.pathways.values():
        yield f"pathway:{pathway.id}", ("profile",), pathway.profile
    for key, rank, item in subject.list_items():
        if isinstance(item, Organisation | Public):
            yield key, (rank,), item


def every_need_can_be_told(subject: Subject) -> Iterator[Problem]:
    """Warn of a need that no answer names: whoever answers by choices never reaches it."""
    told = {need for _, choice in _choices(subject) for need in choice.needs}
    for need in subject.guide.needs:
        if told and need not in told:
            yield subject.problem("need_not_asked", f"need:{need}", warning=True, id=need)
