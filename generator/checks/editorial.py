"""Editorial rules: mostly warnings, for a guide people can read and trust."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator

from generator.checks.subject import Subject
from generator.model.base import Prose
from generator.model.scheme import ForAdviser
from generator.model.walk import marked
from generator.problems import FieldPath, Problem

FEWEST_PHRASINGS = 40
LONGEST_SENTENCE = {"simple": 18, "person": 25}
"""Words, by register; beyond it a reader who reads badly loses the thread."""

_ACRONYM = re.compile(r"(?<![\w’'-])[A-ZÉÈ]{2,}[0-9]?[A-Za-zÀ-ÿ]?(?![\w’'])")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+|\s*[;:]\s+")
_WORD = re.compile(r"[\w’'-]*\w")
_NO_ACRONYMS = {"phrasings", "places", "other_names", "former_names", "chapter", "everyday"}
_YOUNG = re.compile(r"Vous êtes (?:un )?jeune\b(?!,? ou )")
_FOR_THE_YOUNG = re.compile(
    r"\b(?:(?:pour|suit|accueille|garde|aide) (?:(?:un|des|les) )?|(?:réservée?s?|aide) (?:aux|à des) )"
    r"jeunes?\b(?! enfants?| parents?|,? ou )"
    r"(?!,? et (?!on |ils? |elles? |(?:les |l’)?(?:aide|suit|cherche)))",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVX]+")


def every_pictogram_is_drawn(subject: Subject) -> Iterator[Problem]:
    """A need or a group names a drawing that exists in theme/assets/icons."""
    if not subject.content.pictograms:
        return
    for need in subject.guide.needs.values():
        if need.pictogram not in subject.content.pictograms:
            yield subject.problem(
                "unknown_pictogram",
                f"need:{need.id}",
                ("pictogram",),
                name=need.pictogram,
                known=sorted(subject.content.pictograms),
            )


def every_need_is_answered(subject: Subject) -> Iterator[Problem]:
    """Warn of a need that no living scheme answers: its page says so and tells who can help."""
    guide = subject.guide
    if subject.broken("scheme"):
        return  # the answer may be in the file that could not be read
    for need in guide.needs.values():
        answers = [guide.schemes[name] for name in guide.schemes_of_need[need.id]]
        if all(scheme.status == "closed" for scheme in answers):
            yield subject.problem("unanswered_need", f"need:{need.id}", warning=True)


def every_need_is_said_in_forty_ways(subject: Subject) -> Iterator[Problem]:
    """Warn when a need has fewer than forty phrasings: people would not find it."""
    for need in subject.guide.needs.values():
        if len(need.phrasings) < FEWEST_PHRASINGS:
            yield subject.problem(
                "few_phrasings",
                f"need:{need.id}",
                ("phrasings",),
                warning=True,
                count=len(need.phrasings),
                fewest=FEWEST_PHRASINGS,
            )


def no_phrasing_belongs_to_two_needs(subject: Subject) -> Iterator[Problem]:
    """One sentence leads to one need: warn when it is written twice."""
    owners: dict[str, str] = {}
    for need in subject.guide.needs.values():
        for index, phrasing in enumerate(need.phrasings):
            folded = _folded(phrasing)
            owner = owners.get(folded)
            owners.setdefault(folded, need.id)
            if owner is not None:
                yield subject.problem(
                    "phrasing_twice",
                    f"need:{need.id}",
                    ("phrasings", index),
                    warning=True,
                    phrasing=phrasing,
                    owner=owner,
                )


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return " ".join(_WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c))))


def sheets_are_reviewed_in_time(subject: Subject) -> Iterator[Problem]:
    """Warn of a sheet whose last reading is older than its own rule allows."""
    for kind, group in (("scheme", subject.guide.schemes), ("pathway", subject.guide.pathways)):
        for record in group.values():
            read_on = datetime.date.fromisoformat(record.review.on or f"{record.as_of}-01")
            if read_on > subject.today:
                yield subject.problem(
                    "review_in_the_future", f"{kind}:{record.id}", ("review", "on"), on=read_on.isoformat()
                )
            months = (subject.today.year - read_on.year) * 12 + subject.today.month - read_on.month
            if months > record.review.every_months:
                yield subject.problem(
                    "review_overdue",
                    f"{kind}:{record.id}",
                    ("review",),
                    warning=True,
                    since=read_on.isoformat(),
                    months=months,
                    every=record.review.every_months,
                )


def acronyms_are_in_the_glossary(subject: Subject) -> Iterator[Problem]:
    """Warn of an acronym that the glossary, the schemes and the organisations do not know; jobs included."""
    guide = subject.guide
    if any(subject.broken(kind) for kind in ("term", "scheme", "organisation")):
        return  # it may be known to a file that could not be read
    known = {term.label for term in guide.vocabulary.glossary.values()}
    known |= {scheme.acronym for scheme in guide.schemes.values() if scheme.acronym}
    known |= {one.acronym for one in guide.vocabulary.organisations.values() if one.acronym}
    known |= set(guide.vocabulary.organisations) | {o.label for o in guide.vocabulary.organisations.values()}
    words = {word.upper() for name in known for word in re.split(r"[^\w]+", name)}
    jobs = ((record, (rank,), one) for record, rank, one in subject.list_items() if record == "list:jobs")
    for record, place, value in (*((record, (), value) for record, value in subject.records()), *jobs):
        told: set[str] = set()
        for inside, mark, text in marked(value):
            path: FieldPath = (*place, *inside)
            foreign = isinstance(mark, Prose) and mark.register == "foreign"
            if not isinstance(mark, Prose) or foreign or _NO_ACRONYMS & set(inside):
                continue
            for acronym in _ACRONYM.findall(text):
                if acronym.upper() in words or acronym in told or _ROMAN.fullmatch(acronym):
                    continue
                told.add(acronym)
                yield subject.problem("unknown_acronym", record, path, warning=True, name=acronym)


def sentences_for_the_person_are_short(subject: Subject) -> Iterator[Problem]:
    """Warn of a sentence too long in what is written for the person, sooner in the simple version."""
    for record, value in subject.records():
        for path, mark, text in marked(value):
            if not isinstance(mark, Prose) or mark.register not in LONGEST_SENTENCE:
                continue
            most = LONGEST_SENTENCE[mark.register]
            for sentence in _SENTENCE_END.split(text):
                count = len(_WORD.findall(sentence))
                if count > most:
                    start = sentence.strip()[:60]
                    yield subject.problem(
                        "long_sentence", record, path, warning=True, count=count, most=most, start=start
                    )
                    break


def advisers_have_their_part(subject: Subject) -> Iterator[Problem]:
    """Warn of a living scheme with nothing written for the adviser."""
    for scheme in subject.guide.schemes.values():
        if scheme.status != "closed" and scheme.adviser == ForAdviser():
            yield subject.problem("nothing_for_the_adviser", f"scheme:{scheme.id}", warning=True)


def what_is_for_the_young_says_so(subject: Subject) -> Iterator[Problem]:
    """Warn of a sheet that speaks to the young only, in words that no age can be compared with.

    Without `young` or `age_max` it would come first to adults. « Jeune, ou… » and « les jeunes et… » open it.
    """
    for scheme in subject.guide.schemes.values():
        audience = scheme.audience
        if audience.young or audience.any_age or audience.age_max is not None:
            continue
        said = _FOR_THE_YOUNG.search(scheme.person.summary) or next(
            filter(None, map(_YOUNG.match, audience.details)), None
        )
        if said:
            yield subject.problem(
                "young_in_words", f"scheme:{scheme.id}", ("audience",), warning=True, said=said[0]
            )


def nothing_unsure_is_the_first_answer(subject: Subject) -> Iterator[Problem]:
    """Warn when an experiment or an announcement stands above an open scheme for the same need."""
    guide = subject.guide
    if subject.broken("scheme"):
        return  # the first answer may be in the file that could not be read
    for need_id, answers in guide.schemes_of_need.items():
        states = [guide.schemes[one].status for one in answers]
        if states and states[0] in ("experimental", "announced") and "open" in states:
            scheme = guide.schemes[answers[0]]
            rank = [answer.need for answer in scheme.needs].index(need_id)
            yield subject.problem(
                "unsure_first_answer",
                f"scheme:{scheme.id}",
                ("needs", rank),
                warning=True,
                need=need_id,
                status=scheme.status,
            )
