"""« Faire le point » without JavaScript: plain pages, one choice after another, never more than sixty.

An age, then a need, then the person's situation: the same rules and the same answers as the browser's,
computed now, for the ways as for whom to meet. Ages of most readers have a page for each need; the others
have one page.

Addresses stay in the history of a shared computer: they hold the numbers of the answers, never the words
of a need or of a situation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import matching
from generator.guide import Guide
from generator.matching import Verdict
from generator.matching_messages import BEFORE, MORE, SHOWN_REASONS, STATES, in_words, ways_in_words
from generator.model.question import Choice, Question
from generator.model.situation import Situation
from generator.point.answers import Answers, asked, told
from generator.point.result import Result, result
from generator.views.needs import NeedCard, need_cards
from generator.views.shared import Library, Ref, need_path

MOST = 60
"""Pages, all told: more would weigh on every copy and be walked by nobody."""
ROOT = "faire-le-point"
READERS = (14, 67)
"""Ages of those who may look for a training."""
UNSAID = "Je ne sais pas"
UNSAID_CODE = 0
"""As in the code of a shared link."""


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
class Helper:
    """Somebody to meet: whom they receive, how to reach them."""

    id: str
    organisation: Ref
    receives: str | None
    how: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One situation, or several that are answered alike. `id`: made of the number of the first."""

    id: str
    labels: tuple[str, ...]
    ways: tuple[WayCard, ...]
    helpers: tuple[Helper, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A need at an age: what is answered, by situation. `id`: made of the need's number."""

    id: str
    need: NeedCard
    path: str
    cases: tuple[Case, ...]
    everything: Ref

    @property
    def helpers(self) -> tuple[Helper, ...]:
        """Whom to meet whatever the situation: said once. Empty where it depends: each case says its own."""
        lists = {one.helpers for one in self.cases}
        return lists.pop() if len(lists) == 1 else ()


@dataclass(frozen=True, slots=True)
class Band:
    """An age: the needs that are asked. `apart`: each has its page; else all are on the page of the age."""

    id: str
    label: str
    folder: str
    apart: bool
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """A situation at an age: its number, its words, the answers that tell it."""

    code: int
    label: str
    said: Answers


class _Ground:
    """What all the pages share, made once: the needs that are asked, their cards, the verdicts of each
    situation (most needs tell nothing that changes them)."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.needs = asked_needs(library.guide)
        self.cards = need_cards(library)
        self._known: dict[str, Mapping[str, Verdict]] = {}

    def answer(self, said: Answers) -> Result:
        """What somebody who answers so is shown: the page's own rules."""
        guide = self.library.guide
        person = told(guide, said)
        key = person.situation.model_dump_json()
        if key not in self._known:
            self._known[key] = _states(guide, person.situation)
        return result(guide, person, self._known[key])


def bands(library: Library) -> tuple[Band, ...]:
    """The tree below its first page; empty where no question asks an age."""
    guide = library.guide
    ages = next((one for one in asked(guide) if any(choice.age is not None for choice in one.choices)), None)
    if ages is None:
        return ()
    statuses = next((one for one in asked(guide) if any(c.statuses for c in one.choices)), None)
    ground = _Ground(library)
    apart = _apart(ages, len(ground.needs))
    return tuple(_band(ground, one, _cases(ages, one, statuses), one.id in apart) for one in ages.choices)


def asked_needs(guide: Guide) -> Mapping[str, tuple[str, Choice]]:
    """The answer that tells each need, alone, with its question, in the guide's order; a need not asked
    yet has none."""
    choices = [(question.id, one) for question in asked(guide) for one in question.choices]
    found = ((need, next((one for one in choices if one[1].needs == (need,)), None)) for need in guide.needs)
    return {need: choice for need, choice in found if choice}


def _cases(ages: Question, age: Choice, statuses: Question | None) -> tuple[_Case, ...]:
    """Each situation at an age; the unknown one comes last."""
    here = {ages.id: (age.id,)}
    unsaid = _Case(UNSAID_CODE, UNSAID, here)
    if statuses is None:
        return (unsaid,)
    known = (
        _Case(one.code, one.label or UNSAID, {**here, statuses.id: (one.id,)}) for one in statuses.choices
    )
    return (*known, unsaid)


def _states(guide: Guide, situation: Situation) -> Mapping[str, Verdict]:
    """Verdicts without what would come first: these pages show only what is open."""
    reasons = {one.id: matching.reasons_for(guide, one, situation) for one in guide.schemes.values()}
    return {name: Verdict(matching.state_of(found), found) for name, found in reasons.items()}


def _apart(ages: Question, needs: int) -> frozenset[str]:
    """Ages whose needs have a page each: where most readers are, as long as the tree stays under `MOST`."""

    def years(age: Choice) -> int:
        low, high = READERS
        last = high if age.age_max is None else age.age_max
        return min(last, high) - max(age.age_min or 0, low)

    pages, chosen = 1 + len(ages.choices), set()
    for age in sorted(ages.choices, key=lambda one: (-years(one), one.id)):
        if pages + needs <= MOST:
            pages += needs
            chosen.add(age.id)
    return frozenset(chosen)


def _band(ground: _Ground, age: Choice, cases: tuple[_Case, ...], apart: bool) -> Band:
    folder = f"{ROOT}/{age.id}"
    shown = cases if apart else cases[-1:]
    leaves = tuple(
        Leaf(
            f"besoin-{choice.code}",
            ground.cards[need],
            f"{folder}/{choice.code}/index.html" if apart else f"{folder}/index.html#besoin-{choice.code}",
            _grouped(ground, need, [_saying(one, question, choice) for one in shown]),
            Ref("Voir tout ce qui répond à ce besoin", need_path(need)),
        )
        for need, (question, choice) in ground.needs.items()
    )
    return Band(age.id, age.label or age.id, folder, apart, leaves)


def _saying(case: _Case, question: str, choice: Choice) -> _Case:
    """The need said too, with all that its answer tells (« handicap » names a public)."""
    return replace(case, said={**case.said, question: (*case.said.get(question, ()), choice.id)})


def _grouped(ground: _Ground, need: str, cases: Iterable[_Case]) -> tuple[Case, ...]:
    """Situations that are answered alike (ways, reasons shown, people to meet) stand together."""
    alike: dict[tuple[tuple[WayCard, ...], tuple[Helper, ...]], list[_Case]] = {}
    for one in cases:
        found = ground.answer(one.said)
        answer = tuple(_cards(ground.library, need, found)), tuple(_helpers(ground.library, found))
        alike.setdefault(answer, []).append(one)
    return tuple(
        Case(f"cas-{same[0].code}", tuple(one.label for one in same), *answer)
        for answer, same in alike.items()
    )


def _helpers(library: Library, found: Result) -> Iterator[Helper]:
    for name in found.helpers:
        one = library.guide.vocabulary.organisations[name]
        yield Helper(name, library.organisation(name), one.receives, one.how_to_reach)


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
            _first_of([text for effect, text in said if effect == "fits"]),
            _first_of([text for effect, text in said if effect == "check"]),
            ways_in_words(guide, BEFORE, way.before),
        )


def _first_of(reasons: Sequence[str]) -> tuple[str, ...]:
    """A few reasons; where there are others, a line says so."""
    rest = (MORE,) if len(reasons) > SHOWN_REASONS else ()
    return (*reasons[:SHOWN_REASONS], *rest)
