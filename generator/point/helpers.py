"""Whom to meet: those the needs name, then those who can enrol, never one who receives another age or status.

An organisation's record says whom it receives, where a source does. The person's silence and the record's
never exclude; only an age or a situation that is told and is not received does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from generator.guide import Guide
from generator.model.situation import Situation
from generator.model.vocabulary import Organisation
from generator.serving import age_rule

MET = 4
"""People to meet named at once; the page « Qui peut aider » has them all."""


def helpers(
    guide: Guide, situation: Situation, wanted: Sequence[str], starts: Iterable[str]
) -> tuple[str, ...]:
    """Ids of the prescribers to meet, at least one. `starts`: the schemes that the first ways begin with.

    Needs speak in turn, so that each of them is heard. Whoever is there for such a person comes first.
    """
    asked = _in_turn([_listening(guide, need) for need in wanted])
    known = guide.vocabulary.organisations
    named = dict.fromkeys((*asked, *_enrolling(guide, starts)))
    met = [name for name in named if receives(known[name], situation)]
    met.sort(key=lambda name: not _for_such(known[name], situation))
    anyone = [name for name in listeners(guide) if receives(known[name], situation)]
    return tuple(met[:MET] or anyone[:1])


def receives(organisation: Organisation, situation: Situation) -> bool:
    """Whether nothing that is told of the person is outside what its record says."""
    found = age_rule(organisation.age_min, organisation.last_age, situation.age)
    if found and found[1] == "blocks":
        return False
    told = organisation.statuses and situation.statuses
    return not told or not set(organisation.statuses).isdisjoint(situation.statuses)


def listeners(guide: Guide) -> tuple[str, ...]:
    """Prescribers that needs name, the most often named first: there is always somebody to meet."""
    named = Counter(name for need in guide.needs for name in _listening(guide, need))
    return tuple(name for name, _ in sorted(named.items(), key=lambda row: (-row[1], row[0])))


def prescribers(guide: Guide) -> frozenset[str]:
    """Ids of those who can direct somebody to a scheme."""
    return frozenset(one.id for one in guide.vocabulary.organisations.values() if "prescriber" in one.roles)


def _for_such(organisation: Organisation, situation: Situation) -> bool:
    """It exists for a situation or a public that is the person's own."""
    own = {*situation.statuses, *situation.publics}
    return not own.isdisjoint((*organisation.statuses, *organisation.publics))


def _listening(guide: Guide, need: str) -> list[str]:
    met = prescribers(guide)
    return [one.organisation for one in guide.needs[need].helpers if one.organisation in met]


def _in_turn(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The first of each, then the second of each…"""
    return (name for turn in zip_longest(*rows) for name in turn if name is not None)


def _enrolling(guide: Guide, starts: Iterable[str]) -> list[str]:
    """Who can enrol in the first ways, most often named first."""
    met, named = prescribers(guide), Counter[str]()
    for scheme in starts:
        named.update(name for name in dict.fromkeys(guide.schemes[scheme].entry.prescribers) if name in met)
    return [name for name, _ in named.most_common()]
