"""« Faire le point » without JavaScript: plain pages, one choice after another, never more than sixty.

An age, then a need, then the person's situation: the same rules and the same answers as the browser's,
computed now. Ages of most readers have a page for each need; the others have one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import matching
from generator.guide import Guide
from generator.matching import Verdict
from generator.matching_messages import BEFORE, STATES, in_words, ways_in_words
from generator.model.need import Need
from generator.model.question import Choice, Question
from generator.model.situation import Situation
from generator.point.answers import Told, asked, told
from generator.point.helpers import receives
from generator.point.result import Result, result
from generator.views.needs import HelperLine, NeedCard, helper_lines, need_cards
from generator.views.shared import Library, Ref, need_path

MOST = 60
"""Pages, all told: more would weigh on every copy and be walked by nobody."""
ROOT = "faire-le-point"
READERS = (14, 67)
"""Ages of those who may look for a training."""
UNSAID = "Je ne sais pas"
SHOWN_REASONS = 3


@dataclass(frozen=True, slots=True)
class WayCard:
    """One of the first ways, with what fits and what is to be checked."""

    kind: str
    id: str
    way: Ref
    state: str
    why: str
    fits: tuple[str, ...]
    checks: tuple[str, ...]
    before: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One situation, or several that lead to the same ways."""

    id: str
    labels: tuple[str, ...]
    ways: tuple[WayCard, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A need at an age: the ways, by situation, and who listens."""

    need: NeedCard
    path: str
    cases: tuple[Case, ...]
    helpers: tuple[HelperLine, ...]
    everything: Ref


@dataclass(frozen=True, slots=True)
class Band:
    """An age: its needs. `apart`: each need has its page; else all are on the page of the age."""

    id: str
    label: str
    folder: str
    apart: bool
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True)
class _Known:
    """What somebody of an age and a situation may be told, whatever the need."""

    told: Told
    verdicts: Mapping[str, Verdict]


def bands(library: Library) -> tuple[Band, ...]:
    """The tree below its first page; empty where no question asks an age."""
    guide = library.guide
    ages = next((one for one in asked(guide) if any(choice.age is not None for choice in one.choices)), None)
    if ages is None:
        return ()
    statuses = next((one for one in asked(guide) if any(c.statuses for c in one.choices)), None)
    found = {one.id: _cases(guide, ages, one, statuses) for one in ages.choices}
    apart = _apart(guide, ages)
    return tuple(_band(library, one, found[one.id], one.id in apart) for one in ages.choices)


def _cases(
    guide: Guide, ages: Question, age: Choice, statuses: Question | None
) -> tuple[tuple[str | None, str, _Known], ...]:
    """Id and words of each situation at an age, and what is known then; the unknown one comes last."""
    rows = []
    for choice in (*(statuses.choices if statuses else ()), None):
        said = {ages.id: (age.id,)}
        if statuses and choice:
            said[statuses.id] = (choice.id,)
        person = told(guide, said)
        known = _Known(person, _states(guide, person.situation))
        rows.append((choice.id if choice else None, (choice and choice.label) or UNSAID, known))
    return tuple(rows)


def _states(guide: Guide, situation: Situation) -> Mapping[str, Verdict]:
    """Verdicts without what would come first: these pages show only what is open."""
    reasons = {one.id: matching.reasons_for(guide, one, situation) for one in guide.schemes.values()}
    return {name: Verdict(matching.state_of(found), found) for name, found in reasons.items()}


def _apart(guide: Guide, ages: Question) -> frozenset[str]:
    """Ages whose needs have a page each: where most readers are, as long as the tree stays under `MOST`."""

    def years(age: Choice) -> int:
        low, high = READERS
        last = high if age.age_max is None else age.age_max
        return min(last, high) - max(age.age_min or 0, low)

    pages, chosen = 1 + len(ages.choices), set()
    for age in sorted(ages.choices, key=lambda one: (-years(one), one.id)):
        if pages + len(guide.needs) <= MOST:
            pages += len(guide.needs)
            chosen.add(age.id)
    return frozenset(chosen)


def _band(
    library: Library, age: Choice, cases: tuple[tuple[str | None, str, _Known], ...], apart: bool
) -> Band:
    folder = f"{ROOT}/{age.id}"
    cards = need_cards(library)
    shown = cases if apart else cases[-1:]
    leaves = tuple(
        Leaf(
            cards[need],
            f"{folder}/{need}/index.html" if apart else f"{folder}/index.html#{need}",
            _grouped(library, need, shown),
            _listening(library, library.guide.needs[need], age),
            Ref("Voir tout ce qui répond à ce besoin", need_path(need)),
        )
        for need in library.guide.needs
    )
    return Band(age.id, age.label or age.id, folder, apart, leaves)


def _listening(library: Library, need: Need, age: Choice) -> tuple[HelperLine, ...]:
    """Who can help with a need, without those who receive people of another age."""
    known, person = library.guide.vocabulary.organisations, Situation(age=age.age)
    lines = zip(need.helpers, helper_lines(library, need), strict=True)
    return tuple(line for one, line in lines if receives(known[one.organisation], person))


def _grouped(
    library: Library, need: str, cases: Iterable[tuple[str | None, str, _Known]]
) -> tuple[Case, ...]:
    """Situations that lead to the same ways, for the same reasons shown, stand together."""
    ways: dict[tuple[WayCard, ...], list[tuple[str, str]]] = {}
    told_by_need = _publics(library.guide, need)
    for name, label, known in cases:
        situation, verdicts = known.told.situation, known.verdicts
        if new := tuple(one for one in told_by_need if one not in situation.publics):
            situation = situation.model_copy(update={"publics": (*situation.publics, *new)})
            verdicts = _states(library.guide, situation)
        found = result(library.guide, Told(situation, (need,), ()), verdicts)
        ways.setdefault(tuple(_cards(library, need, found)), []).append((name or "je-ne-sais-pas", label))
    return tuple(Case(rows[0][0], tuple(label for _, label in rows), cards) for cards, rows in ways.items())


def _publics(guide: Guide, need: str) -> tuple[str, ...]:
    """What choosing that need tells of the person, as in the browser (« J’ai un handicap »)."""
    choices = (one for question in asked(guide) for one in question.choices)
    return next((one.publics for one in choices if one.needs == (need,)), ())


def _cards(library: Library, need: str, found: Result) -> Iterator[WayCard]:
    guide = library.guide
    verdicts = {one.scheme: one.verdict for one in found.suggestions}
    roads = {one.pathway: one.verdict for one in found.roads}
    for way in found.first:
        here = way.kind == "scheme"
        verdict = verdicts[way.id] if here else roads[way.id]
        said = [(one.effect, in_words(guide, one)) for one in verdict.reasons]
        yield WayCard(
            way.kind,
            way.id,
            library.scheme(way.id) if here else library.pathway(way.id),
            STATES[verdict.state],
            library.whys[need, way.id] if here else guide.pathways[way.id].summary,
            tuple(text for effect, text in said if effect == "fits")[:SHOWN_REASONS],
            tuple(text for effect, text in said if effect == "check")[:SHOWN_REASONS],
            ways_in_words(guide, BEFORE, way.before),
        )
