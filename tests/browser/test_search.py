"""The search page: as you type, by address, with no answer, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Visit, until

pytestmark = pytest.mark.browser

RESULTS = "[data-state]"


def found(page: Page) -> list[tuple[str, str]]:
    """Kind and id of each result, in order, once the search has settled."""
    expect(page.locator(RESULTS)).to_have_attribute("data-state", "done")
    rows: list[list[str]] = page.eval_on_selector_all(
        f"{RESULTS} [data-kind]", "all => all.map(one => [one.dataset.kind, one.dataset.id])"
    )
    assert page.locator(RESULTS).get_attribute("data-count") == str(len(rows))
    return [(kind, record) for kind, record in rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("parler francais", ("need", "parler-francais")),
        ("PEE", ("scheme", "pee")),
        ("ecole de la deuxieme chance", ("scheme", "e2c")),
        ("l'anglais", ("need", "parler-anglais")),
    ],
)
def test_words_typed_without_accents_find_what_is_meant(
    query: str, expected: tuple[str, str], visit: Visit
) -> None:
    page = visit.go("recherche/index.html")
    page.locator("main input[name=q]").press_sequentially(query)
    kind = expected[0]
    assert expected in [one for one in found(page) if one[0] == kind][:2]


def test_a_query_in_the_address_is_answered(visit: Visit) -> None:
    assert ("need", "me-deplacer") in found(visit.go("recherche/index.html?q=permis"))


def test_what_the_guide_does_not_know_is_said_plainly(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=zzzxqw")
    assert found(page) == []
    expect(page.locator(RESULTS)).to_have_attribute("data-count", "0")
    expect(page.locator("main").get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize("more", [" d", " 93"])
def test_what_is_typed_after_a_foreign_word_does_not_make_it_known(more: str, visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=zzzxqw")
    assert found(page) == []
    page.locator("main input[name=q]").press_sequentially(more)
    assert found(page) == []
    expect(page.locator("#rien")).to_be_visible()
    expect(page.locator("#tout")).to_be_hidden()


def test_the_form_of_the_home_page_leads_to_the_results(visit: Visit) -> None:
    page = visit.go("index.html")
    page.locator("main input[name=q]").fill("anglais")
    page.locator("main input[name=q]").press("Enter")
    page.wait_for_url("**/recherche/**")
    assert ("need", "parler-anglais") in found(page)


def test_a_query_is_shown_as_text_never_as_markup(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator(RESULTS)).to_have_attribute("data-state", "done")
    assert page.locator("main img").count() == 0


def test_without_javascript_the_page_is_an_index_of_everything(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "recherche/index.html")
    for path in ("besoins/handicap/", "dispositifs/pee/", "parcours/du-francais-a-l-emploi/"):
        expect(page.locator(f"main a[href*='{path}']").first).to_be_visible()
    for form in page.locator("main form").all():
        expect(form).to_be_hidden()
    expect(page.get_by_text("La recherche a besoin de JavaScript")).to_be_visible()
    context.close()


def test_results_come_by_kind_the_need_first_each_with_its_reason(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=j%27ai pas de voiture pour aller en formation")
    kinds = [kind for kind, _ in found(page)]
    assert kinds[0] == "need" and ("need", "me-deplacer") in found(page)[:3]
    assert kinds == sorted(kinds, key=["need", "scheme", "pathway", "job", "training", "word"].index)
    for reason in page.locator("[data-kind] .why").all_text_contents():
        assert reason.strip(" :\u00a0")
    assert page.locator("[data-kind] .why").count() >= page.locator("[data-kind]").count()


@pytest.mark.parametrize(
    ("query", "need"),
    [
        ("jsai pa lir", "lire-ecrire-compter"),
        ("je sui pas a lèse avec lordinateur", "me-servir-du-numerique"),
        ("jveu aprandre le fransai", "parler-francais"),
        ("kel metié choisir jsp", "trouver-ma-voie"),
    ],
)
def test_mistakes_and_texting_are_forgiven(query: str, need: str, visit: Visit) -> None:
    page = visit.go("recherche/index.html")
    page.locator("main input[name=q]").press_sequentially(query)
    assert need in [record for kind, record in found(page) if kind == "need"][:3]


def test_without_diploma_is_not_diploma(visit: Visit) -> None:
    assert (
        found(visit.go("recherche/index.html?q=je n%27ai pas de diplôme"))[0]
        != found(visit.go("recherche/index.html?q=compléter mon diplôme"))[0]
    )


@pytest.mark.parametrize(
    "query",
    [
        "recette de crêpes",
        "code promo chaussures",
        "météo demain paris",
        "clio d’occasion moins de 3000 euros",
        "elle répond plus à mes messages depuis une semaine, elle m’aime encore ?",
    ],
)
def test_a_question_the_guide_has_no_answer_for_is_refused_plainly(query: str, visit: Visit) -> None:
    page = visit.go(f"recherche/index.html?q={query}")
    assert found(page) == []
    expect(page.get_by_text("Le guide n’a pas de réponse")).to_be_visible()


def test_a_question_near_a_need_is_not_refused_for_a_word_said_elsewhere_too(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=à découvert dès le 10, je saute des repas")
    assert ("need", "logement-sante-papiers") in found(page)


def test_the_name_of_a_job_alone_says_one_wants_to_learn_it(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=éleveuse")
    assert found(page)[0] == ("need", "apprendre-un-metier")
    page.locator("main input[name=q]").fill("carrossière")
    answers = found(page)
    assert answers[0] == ("need", "apprendre-un-metier") and ("job", "I1606") in answers
    assert ("need", "parler-anglais") not in answers, "nobody says this job to ask for English"
    expect(page.locator("[data-id=apprendre-un-metier]")).to_contain_text("Vous avez nommé un métier")
    expect(page.locator("[data-id=I1606]")).to_contain_text("« carrossière »")


def test_an_adult_is_never_shown_what_ends_at_26(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=53 ans perdu sans projet")
    schemes = [record for kind, record in found(page) if kind == "scheme"]
    assert schemes and not {"pee", "edi", "e2c", "garantie-jeunes", "transport-gratuit"} & set(schemes)


def test_an_age_said_sets_aside_what_is_for_the_young(visit: Visit) -> None:
    young = {("scheme", name) for name in ("garantie-jeunes", "epide", "accompagnement-mission-locale")}
    assert young & set(found(visit.go("recherche/index.html?q=j'ai 20 ans, je veux reprendre pied")))
    assert not young & set(found(visit.go("recherche/index.html?q=j'ai 45 ans, je veux reprendre pied")))


def test_filters_combine_and_undo(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=je ne sais pas quoi faire")
    before = found(page)
    assert ("scheme", "pee") in before
    page.locator(".filters summary").click()
    page.get_by_label("Mon âge").select_option(label="De 30 à 44 ans")
    page.get_by_label("Être payé pendant").check()
    assert ("scheme", "pee") not in found(page)
    for chip in ("De 30 à 44 ans", "Être payé pendant"):
        page.get_by_role("button", name=chip).click()
    assert found(page) == before


def test_nothing_of_the_search_is_loaded_before_it_is_used(visit: Visit) -> None:
    loaded: list[str] = []
    visit.page.on("request", lambda request: loaded.append(request.url))
    page = visit.go("besoins/index.html")
    assert not [url for url in loaded if "search-data" in url or url.endswith("search.js")]
    page.goto(visit.base + "index.html")
    page.locator("main [role=combobox]").focus()
    until(page, "Boolean(window.poc && window.poc.search)")


def test_the_box_of_every_page_is_used_by_keyboard_alone(visit: Visit) -> None:
    page = visit.go("index.html")
    box = page.locator("main [role=combobox]")
    box.focus()
    until(page, "Boolean(window.poc && window.poc.search)")
    box.press_sequentially("jai pas le perm", delay=20)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    chosen = box.get_attribute("aria-activedescendant")
    assert chosen
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(re.compile("/(besoins|dispositifs|parcours|metiers)/."))


def test_an_adviser_types_a_case_note_and_finds_need_scheme_and_place(visit: Visit) -> None:
    page = visit.go("index.html")
    page.locator("main [role=combobox]").fill("bRSA 93 A1 remu")
    page.locator("main [role=combobox]").press("Enter")
    page.wait_for_url("**/recherche/**")
    expect(page.locator(RESULTS)).to_have_attribute("data-state", "done")
    shown = found(page)
    assert ("need", "parler-francais") in shown[:2]
    assert {("scheme", "competences-de-base"), ("scheme", "rsa")} <= set(shown)
    expect(page.get_by_role("link", name="Seine-Saint-Denis")).to_be_visible()
    page.locator("[data-kind=scheme] a", has_text="ompétences de base").first.click()
    page.wait_for_url("**/dispositifs/**")
    expect(page.locator("h1")).to_contain_text("ompétences de base")


def test_a_word_leads_to_its_explanation_whatever_page_of_the_glossary_holds_it(visit: Visit) -> None:
    for word in ("CAP", "DAEU", "POEI"):
        page = visit.go(f"recherche/index.html?q={word}")
        assert ("word", word.lower()) in found(page)
        page.locator(f"[data-kind=word][data-id={word.lower()}] a").click()
        expect(page.locator(f".terms > #{word.lower()} dt")).to_have_text(word)
        assert page.url.endswith(f"#{word.lower()}")


def test_what_was_unfolded_for_a_question_is_folded_for_the_next(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=formation")
    found(page)
    page.locator(".more > summary").first.click()
    expect(page.locator(".more[open]")).to_have_count(1)
    page.get_by_role("button", name="Chercher").click()
    expect(page.locator(".more[open]")).to_have_count(1)
    page.locator("main input[name=q]").fill("formation anglais")
    found(page)
    expect(page.locator(".more[open]")).to_have_count(0)


def test_the_whole_of_a_result_leads_to_its_page(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=permis de conduire")
    found(page)
    first = page.locator("#resultats [data-kind=need]").first
    name = first.locator("a").inner_text()
    first.locator("p").first.click()
    expect(page.locator("h1")).to_contain_text(name)


def test_a_letter_being_typed_is_no_word_yet_and_a_pasted_one_is(visit: Visit) -> None:
    page = visit.go("recherche/index.html")
    field = page.locator("main input[name=q]")
    field.press_sequentially("j")
    assert found(page) == []
    expect(page.locator("#tout")).to_be_visible()
    expect(page.locator("#rien")).to_be_hidden()
    field.fill("je veux un permis ")
    found(page)
    before = page.locator("#resultats").inner_text()
    field.press_sequentially("b")
    expect(page.locator("#resultats")).to_have_attribute("data-state", "done")
    assert page.locator("#resultats").inner_text() == before
    field.fill("CAP en 1 an")
    found(page)
    expect(page.locator("#resultats [data-kind=need]")).not_to_have_count(0)


def test_a_word_hardly_begun_is_not_refused(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=formation a la maison sur")
    found(page)
    for key in (" ", "i", "n"):
        page.locator("main input[name=q]").press_sequentially(key)
        expect(page.locator("#resultats")).to_have_attribute("data-state", "done")
        expect(page.locator("#rien")).to_be_hidden()


def test_an_act_that_changes_nothing_is_told_again(visit: Visit) -> None:
    page = visit.go("recherche/index.html?q=apprendre un métier")
    found(page)
    told = "new MutationObserver(() => { window.told = true; }).observe(document.getElementById('resume'), {childList: true})"
    page.evaluate(told)
    page.get_by_role("button", name="Chercher").click()
    until(page, "window.told === true")
