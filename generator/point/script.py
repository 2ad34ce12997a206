"""The rules, once, as data for the browser: `window.__poc_point = …` in a classic script.

Nothing is decided here: the browser runs the rules of `generator.matching` on what the sheets say.
What a rule needs only a part of (which places are served, what `audience` leaves unsaid) is computed
now, and sentences travel as templates and pieces. Absent keys are empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import matching, matching_messages
from generator.data_script import as_script
from generator.edition import EVERYWHERE
from generator.guide import Guide
from generator.levels import DIPLOMA
from generator.matching import FITS, STATES, STATUS_EFFECT, STATUSES
from generator.model.ages import YOUNG
from generator.model.pathway import Pathway
from generator.model.question import Choice
from generator.model.scheme import Scheme
from generator.model.vocabulary import Organisation
from generator.point.answers import asked
from generator.point.helpers import MET, listeners, prescribers
from generator.point.result import SHOWN
from generator.point.roads import LASTING, OTHERS
from generator.serving import effect_here
from generator.views import words

Data = dict[str, Any]

EFFECT_LETTERS = {"fits": "f", "check": "c", "blocks": "b"}


def point_script(guide: Guide) -> str:
    """The script of the page « Faire le point »."""
    return as_script("__poc_point", data(guide))


def data(guide: Guide) -> Data:
    """Everything the browser needs, in JSON's own types."""
    served = sorted({scheme.territories for scheme in guide.schemes.values() if scheme.territories})
    return {
        "constants": _constants(),
        "texts": _texts(),
        **_lists(guide),
        "served": [_served(guide, territories) for territories in served],
        "needs": _needs(guide),
        "schemes": _schemes(guide, {territories: rank for rank, territories in enumerate(served)}),
        "pathways": _pathways(guide),
        "questions": _questions(guide),
    }


def _constants() -> Data:
    """Orders and numbers written once, in Python."""
    return {
        "fits": FITS,
        "states": STATES,
        "statuses": STATUSES,
        "status_effect": STATUS_EFFECT,
        "everywhere": EVERYWHERE,
        "diploma": DIPLOMA,
        "young": [YOUNG[0], YOUNG[-1]],
        "lasting": LASTING,
        "others": OTHERS,
        "shown": SHOWN,
        "met": MET,
        "shown_first": matching_messages.SHOWN_FIRST,
        "named": matching_messages.NAMED,
        "shown_reasons": matching_messages.SHOWN_REASONS,
    }


def _texts() -> Data:
    return {
        "templates": matching_messages.TEMPLATES,
        "states": matching_messages.STATES,
        "first": matching_messages.FIRST,
        "instead": matching_messages.INSTEAD,
        "before": matching_messages.BEFORE,
        "more": matching_messages.MORE,
    }


def _lists(guide: Guide) -> Data:
    """The words of the closed lists that sentences use."""
    vocabulary = guide.vocabulary
    return {
        "statuses": {one.id: one.label for one in vocabulary.statuses.values()},
        "publics": {one.id: one.label for one in vocabulary.publics.values()},
        "regions": {one.id: one.label for one in vocabulary.regions.values()},
        "territories": {one.id: one.region for one in vocabulary.territories.values()},
        "abilities": {
            one.id: {"label": one.label, "levels": [[step.id, step.label] for step in one.levels]}
            for one in vocabulary.abilities.values()
        },
        "organisations": {
            one.id: _filled(_organisation(one))
            for one in vocabulary.organisations.values()
            if "prescriber" in one.roles
        },
        "told_by_others": {
            one.id: _filled({"age_min": one.age_min, "age_max": one.age_max, "levels": one.levels})
            for one in vocabulary.publics.values()
            if one.told_by_others
        },
        "listeners": listeners(guide),
    }


def _served(guide: Guide, territories: tuple[str, ...]) -> Data:
    """One list of territories: its words, and its effect on each territory, a letter each, in their order."""
    known = guide.vocabulary.territories
    here = "".join(EFFECT_LETTERS[effect_here(known, one, territories)] for one in known.values())
    return {"places": matching_messages.places(guide, territories), "here": here}


def _needs(guide: Guide) -> Data:
    met = prescribers(guide)
    return {
        need.id: _filled(
            {
                "statement": need.statement,
                "helpers": [one.organisation for one in need.helpers if one.organisation in met],
            }
        )
        for need in guide.needs.values()
    }


def _organisation(one: Organisation) -> Data:
    return {
        "label": one.label,
        "how": one.how_to_reach,
        "receives": one.receives,
        "age_min": one.age_min,
        "age_max": one.last_age,
        "statuses": one.statuses,
        "publics": one.publics,
    }


def _schemes(guide: Guide, served: Mapping[tuple[str, ...], int]) -> list[Data]:
    """In the guide's order, for « d’abord » follows it; `order` is the alphabet's, for ties."""
    titles = sorted(guide.schemes.values(), key=lambda one: (one.title, one.id))
    order = {scheme.id: rank for rank, scheme in enumerate(titles)}
    met = prescribers(guide)
    return [
        _filled(
            {
                "id": one.id,
                "title": one.title,
                "order": order[one.id],
                "status": one.status,
                "region": one.region,
                "month": words.month(one.as_of) if one.status in STATUS_EFFECT else None,
                "served": served.get(one.territories),
                **_asked(one),
                "gives": one.gives.abilities,
                "needs": [[answer.need, FITS.index(answer.fit), answer.why] for answer in one.needs],
                "instead": list(matching.instead(one)),
                "prescribers": [name for name in one.entry.prescribers if name in met],
            }
        )
        for one in guide.schemes.values()
    ]


def _asked(scheme: Scheme) -> Data:
    """`compared`: 1 where only a status can be compared, 2 where more can; absent: nothing is said."""
    audience = scheme.audience
    compared = matching.compared(scheme)
    return {
        **_bounds(audience.age_min, audience.age_max),
        "young": audience.young or None,
        "statuses": audience.statuses,
        "levels": audience.levels,
        "priority_publics": audience.priority_publics,
        "requires": scheme.requires.abilities,
        "conditions": scheme.requires.conditions,
        "details": " ".join(audience.details),
        "compared": (1 if compared == {"statuses"} else 2) if compared else None,
    }


def _bounds(low: int | None, high: int | None) -> Data:
    return {"age_min": low, "age_max": high, "ages": words.ages(low, high)}


def _pathways(guide: Guide) -> list[Data]:
    """In the order of their titles, for ties."""
    return [
        _filled(
            {
                "id": one.id,
                "title": one.title,
                "summary": one.summary,
                "region": one.region,
                **_bounds(one.profile.age_min, one.profile.age_max),
                "statuses": one.profile.statuses,
                "levels": one.profile.levels,
                "publics": one.profile.publics,
                "needs": one.needs,
                "steps": _steps(one),
            }
        )
        for one in sorted(guide.pathways.values(), key=lambda one: (one.title, one.id))
    ]


def _steps(pathway: Pathway) -> list[Data]:
    return [_filled({"optional": step.optional, "schemes": [*step.schemes]}) for step in pathway.steps]


def _questions(guide: Guide) -> list[Data]:
    return [
        _filled(
            {
                "id": one.id,
                "code": one.code,
                "several": one.several,
                "choices": [_choice(choice) for choice in one.choices],
            }
        )
        for one in asked(guide)
    ]


def _choice(choice: Choice) -> Data:
    """What the answer tells; its words are in the page."""
    said = choice.model_dump(exclude={"label", "note", "pictogram", "age_min", "age_max"})
    return _filled({**said, "age": choice.age, "together": [_filled(one) for one in said["together"]]})


def _filled(record: Mapping[str, Any]) -> Data:
    """Without what is empty: the browser reads an absent key so. A number is never empty."""
    return {key: value for key, value in record.items() if value or (value == 0 and value is not False)}
