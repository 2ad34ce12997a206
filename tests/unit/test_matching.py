"""Verdicts: what fits, what is to be checked, what would have to come first. Never a refusal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import matching, matching_messages
from generator.guide import Guide, by_id
from generator.levels import DIPLOMA
from generator.load import load
from generator.matching import Verdict, suggestions, verdict
from generator.model.audience import Audience, Gives, NotFor, Requires
from generator.model.scheme import AnsweredNeed, Scheme
from generator.model.situation import Situation
from generator.model.vocabulary import Territory
from tests.projects import ROOT


@pytest.fixture(scope="module")
def real() -> Guide:
    """The real closed lists; tests bring their own schemes."""
    guide = load(ROOT).guide
    assert guide is not None
    return guide


def scheme(guide: Guide, **changes: Any) -> Scheme:
    """A scheme that asks for nothing, save what the test says."""
    silent = {
        "id": "essai",
        "title": "Essai",
        "status": "open",
        "region": "france",
        "audience": Audience(),
        "requires": Requires(nothing=True),
        "gives": Gives(),
        "not_for": (),
        "if_refused": (),
        "territories": (),
        "needs": (AnsweredNeed(need="trouver-ma-voie", why="Pour voir.", fit="useful"),),
    }
    return next(iter(guide.schemes.values())).model_copy(update={**silent, **changes})


def of(guide: Guide, one: Scheme, *others: Scheme, **situation: Any) -> Verdict:
    """The verdict on `one` in a guide that holds it and `others` only."""
    return verdict(holding(guide, one, *others), one, Situation(**situation))


def holding(guide: Guide, *schemes: Scheme) -> Guide:
    """The real lists with these schemes only."""
    return Guide(guide.site, guide.vocabulary, guide.needs, by_id(schemes), {})


@pytest.mark.parametrize(
    ("age", "state"),
    [(15, "not_now"), (16, "possible"), (25, "possible"), (26, "not_now"), (None, "to_check")],
)
def test_both_ages_are_included_and_an_unknown_age_is_to_be_checked(
    real: Guide, age: int | None, state: str
) -> None:
    assert of(real, scheme(real, audience=Audience(age_min=16, age_max=25)), age=age).state == state


@pytest.mark.parametrize(
    ("age", "state"),
    [(15, "not_now"), (16, "to_check"), (25, "to_check"), (26, "not_now"), (None, "to_check")],
)
def test_young_people_without_an_age_are_never_sure_and_never_over_25(
    real: Guide, age: int | None, state: str
) -> None:
    assert of(real, scheme(real, audience=Audience(young=True)), age=age).state == state


def test_what_is_for_the_young_still_says_for_which(real: Guide) -> None:
    who = Audience(young=True, details=("Vous avez quitté l’école.",))
    one = scheme(real, audience=who, requires=Requires())
    assert [reason.rule for reason in of(real, one, age=20).reasons] == ["youth", "detail"]
    theirs = scheme(real, audience=Audience(young=True, priority_publics=("early-leavers",)))
    assert of(real, theirs, age=15, publics=("early-leavers",)).state == "to_check"
    assert of(real, theirs, age=15).state == "to_check", "silence shuts nothing"
    assert of(real, theirs, age=15, publics=("low-qualified",)).state == "to_check", "nor does another public"
    assert of(real, theirs, age=26, publics=("early-leavers",)).state == "not_now"
    bare = scheme(real, audience=Audience(young=True), requires=Requires())
    assert [reason.rule for reason in of(real, bare, age=20).reasons] == ["youth"], "it says for whom"


def test_who_is_too_young_is_not_sent_where_the_sheet_sends_those_who_are_too_old(real: Guide) -> None:
    other = scheme(real, id="conseil")
    for audience in (Audience(age_min=16, age_max=25), Audience(young=True)):
        young = scheme(
            real, audience=audience, not_for=(NotFor(text="vous avez 26 ans.", instead="conseil"),)
        )
        assert of(real, young, other, age=26).instead == ("conseil",)
        assert of(real, young, other, age=15).instead == ()
        theirs = scheme(
            real, id="conseil", audience=Audience(young=True, priority_publics=("early-leavers",))
        )
        assert of(real, young, theirs, age=15).instead == ("conseil",)


@pytest.mark.parametrize(("age", "state"), [(25, "possible"), (26, "not_now"), (None, "to_check")])
def test_one_bound_is_enough(real: Guide, age: int | None, state: str) -> None:
    assert of(real, scheme(real, audience=Audience(age_max=25)), age=age).state == state


@pytest.mark.parametrize(
    ("statuses", "state"),
    [(("jobseeker", "pupil"), "possible"), (("employee",), "not_now"), ((), "to_check")],
)
def test_one_status_in_common_is_enough(real: Guide, statuses: tuple[str, ...], state: str) -> None:
    assert (
        of(real, scheme(real, audience=Audience(statuses=("jobseeker",))), statuses=statuses).state == state
    )


@pytest.mark.parametrize(
    ("level", "state"), [("none", "possible"), ("level-4", "not_now"), (None, "to_check")]
)
def test_a_diploma_out_of_the_admitted_levels_is_not_now(real: Guide, level: str | None, state: str) -> None:
    assert of(real, scheme(real, audience=Audience(levels=("none", "level-3"))), level=level).state == state


@pytest.mark.parametrize(
    ("french", "state"), [("a2", "possible"), ("a1", "possible"), ("below-a1", "not_now"), (None, "to_check")]
)
def test_levels_of_an_ability_are_ordered(real: Guide, french: str | None, state: str) -> None:
    asked = scheme(real, requires=Requires(abilities={"french": "a1"}))
    assert of(real, asked, abilities={"french": french} if french else {}).state == state


def test_the_lowest_level_asks_for_nothing(real: Guide) -> None:
    assert of(real, scheme(real, requires=Requires(abilities={"french": "none"}))).state == "possible"


def test_the_diploma_counts_as_the_ability_qualification(real: Guide) -> None:
    asked = scheme(real, requires=Requires(abilities={"qualification": "level-4"}))
    assert of(real, asked, level="level-5").state == "possible"
    assert of(real, asked, level="level-3").state == "not_now"


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("open", "possible"),
        ("experimental", "possible"),
        ("announced", "to_check"),
        ("suspended", "not_now"),
        ("closed", "not_now"),
    ],
)
def test_what_is_not_there_is_never_possible(real: Guide, status: str, state: str) -> None:
    assert of(real, scheme(real, status=status)).state == state


@pytest.mark.parametrize(
    ("here", "served", "state"),
    [
        ("plaine-commune", "seine-saint-denis", "possible"),
        ("plaine-commune", "ile-de-france", "possible"),
        ("plaine-commune", "paris", "not_now"),
        ("seine-saint-denis", "plaine-commune", "to_check"),
        ("boucle-nord-de-seine", "hauts-de-seine", "to_check"),
        ("paris-terres-d-envol", "roissy-le-bourget", "possible"),
    ],
)
def test_a_place_is_served_with_all_that_lies_in_it(real: Guide, here: str, served: str, state: str) -> None:
    assert of(real, scheme(real, territories=(served,)), territory=here).state == state


def test_another_region_is_not_now_and_an_unknown_place_closes_nothing(real: Guide) -> None:
    elsewhere = scheme(real, region="nouvelle-aquitaine")
    assert of(real, elsewhere, territory="paris").state == "not_now"
    assert of(real, elsewhere).state == "possible"


def test_a_region_is_a_place_like_another(real: Guide) -> None:
    there = Territory(id="la-bas", label="Là-bas", kind="region", region="nouvelle-aquitaine")
    words = real.vocabulary
    known = Guide(
        real.site,
        type(words)(**{**vars(words), "territories": {**words.territories, "la-bas": there}}),
        {},
        {},
        {},
    )
    assert of(known, scheme(real, region="ile-de-france"), territory="la-bas").state == "not_now"


def test_a_condition_in_words_is_to_be_checked_and_silence_is_a_question(real: Guide) -> None:
    assert of(real, scheme(real, requires=Requires(conditions=("Habiter ici.",)))).state == "to_check"
    silent = of(real, scheme(real, requires=Requires()))
    assert [reason.rule for reason in silent.reasons] == ["unsaid"]


def test_a_service_for_publics_of_others_is_to_be_checked_by_its_words(real: Guide) -> None:
    theirs = Audience(
        statuses=("jobseeker",), priority_publics=("disabled",), details=("Vous avez un handicap.",)
    )
    one = scheme(real, audience=theirs, requires=Requires())
    assert of(real, one, statuses=("jobseeker",)).state == "to_check"
    assert of(real, one, statuses=("jobseeker",), publics=("disabled",)).state == "possible"


def test_what_is_missing_comes_first(real: Guide) -> None:
    asked = scheme(real, requires=Requires(abilities={"french": "a2"}))
    lesson = scheme(real, id="cours", gives=Gives(abilities={"french": "+1"}))
    full = scheme(real, id="cours-ferme", status="closed", gives=Gives(abilities={"french": "b1"}))
    assert of(real, asked, lesson, full, abilities={"french": "a1"}).first == ("cours",)
    assert of(real, asked, lesson, full, abilities={"french": "none"}).first == ()


def test_too_old_leads_to_what_the_sheet_names_instead(real: Guide) -> None:
    other = scheme(real, id="conseil")
    young = scheme(
        real, audience=Audience(age_max=25), not_for=(NotFor(text="vous avez 26 ans", instead="conseil"),)
    )
    assert of(real, young, other, age=27).instead == ("conseil",)


def test_suggestions_go_from_what_exists_and_fits_best_to_not_now(real: Guide) -> None:
    def answering(name: str, fit: Any, **changes: Any) -> Scheme:
        need = (AnsweredNeed(need="trouver-ma-voie", why="Pour voir.", fit=fit),)
        return scheme(real, id=name, title=name, needs=need, **changes)

    unsure = Requires(conditions=("À voir.",))
    guide = holding(
        real,
        answering("ferme", "main", audience=Audience(age_max=25)),
        answering("annonce", "main", status="announced"),
        answering("utile", "useful"),
        answering("essai", "main", status="experimental"),
        answering("a-verifier", "main", requires=unsure),
        answering("ouvert", "main"),
        answering("prioritaire", "useful", audience=Audience(priority_publics=("rsa",))),
        scheme(real, id="autre", needs=()),
    )
    found = suggestions(guide, Situation(age=40, publics=("rsa",)), ["trouver-ma-voie"])
    order = ["prioritaire", "ouvert", "essai", "a-verifier", "utile", "annonce", "ferme"]
    assert [one.scheme for one in found] == order


def situations(guide: Guide) -> st.SearchStrategy[dict[str, Any]]:
    """Whatever a person may say of themselves, some of it left out."""
    words = guide.vocabulary
    levels = {
        name: st.sampled_from([one.id for one in it.levels])
        for name, it in words.abilities.items()
        if name != DIPLOMA
    }
    fields: dict[str, st.SearchStrategy[Any]] = {
        "age": st.integers(14, 70),
        "statuses": st.lists(st.sampled_from(list(words.statuses)), max_size=2).map(tuple),
        "level": st.sampled_from(list(words.levels)),
        "publics": st.lists(st.sampled_from(list(words.publics)), max_size=3).map(tuple),
        "territory": st.sampled_from(list(words.territories)),
        "abilities": st.fixed_dictionaries({}, optional=levels),
    }
    return st.fixed_dictionaries({}, optional=fields)


def test_saying_less_never_closes_a_door_and_every_reason_has_its_sentence(real: Guide) -> None:
    @settings(max_examples=400, deadline=None, derandomize=True)
    @given(
        situations(real), st.sampled_from(list(Situation.model_fields)), st.sampled_from(list(real.schemes))
    )
    def said_less(said: dict[str, Any], silent: str, name: str) -> None:
        one = real.schemes[name]
        known = verdict(real, one, Situation(**said))
        less = verdict(real, one, Situation(**{key: said[key] for key in said if key != silent}))
        assert known.state == "not_now" or less.state != "not_now"
        assert all(matching_messages.in_words(real, reason) for reason in known.reasons)
        assert name not in (*known.first, *known.instead) and not (known.first and known.instead)
        first = matching_messages.first_in_words(real, known)
        assert (first is None) == (not known.first and not known.instead)

    said_less()


def test_the_words_are_never_a_refusal() -> None:
    assert set(matching_messages.STATES) == set(matching.STATES)
    assert set(matching_messages.STATES.values()) == {"semble possible", "à vérifier", "pas maintenant"}


def test_matching_names_no_record_of_the_guide(real: Guide) -> None:
    text = Path(matching.__file__).read_text("utf-8")
    ids = {*real.schemes, *real.vocabulary.publics, *real.vocabulary.statuses} - {"emploi", "vae"}
    assert not [one for one in ids if f'"{one}"' in text]
