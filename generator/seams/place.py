"""Place: are both found in the same territory?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import EVERYWHERE
from generator.guide import Guide
from generator.model.scheme import Scheme
from generator.seams.crossing import Crossing
from generator.seams.person import ATTENDED
from generator.seams.reason import Reason
from generator.serving import covered, touched


def place(crossing: Crossing) -> Iterator[Reason]:
    """The départements of the next scheme against those where the walk can have led."""
    to = crossing.to
    there = served(crossing.guide, to, crossing.region)
    if there is None:
        if to.kind in ATTENDED:
            yield Reason("place", "silent", "ask", {"scheme": to.id})
        return
    here = crossing.person.places or departements(crossing.guide, crossing.region)
    missing = tuple(one for one in crossing.guide.vocabulary.territories if one in here - there)
    details = {"scheme": to.id, "missing": missing}
    if not missing:
        yield Reason("place", "everywhere", "fits", details)
    elif here & there:
        yield Reason("place", "partly", "secure", details)
    else:
        yield Reason("place", "elsewhere", "breaks", details)


def served(guide: Guide, scheme: Scheme, region: str) -> frozenset[str] | None:
    """Départements where the scheme is offered, wholly or in part; None when its sheet does not say."""
    named = frozenset(scheme.territories or (one.territory for one in scheme.places if one.territory))
    if not named:
        return None
    known = guide.vocabulary.territories
    around = departements(guide, region) | {one for one in named if known[one].kind == "departement"}
    found = frozenset(
        one for one in around if covered(known, known[one], named) or touched(known, known[one], named)
    )
    return found or None


def departements(guide: Guide, region: str) -> frozenset[str]:
    """Those of a region the guide knows; of them all for what holds everywhere."""
    return frozenset(
        one.id
        for one in guide.vocabulary.territories.values()
        if one.kind == "departement" and region in (EVERYWHERE, one.region)
    )
