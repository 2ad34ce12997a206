"""Kandel and Moles: syllables as one hears them, sentences as one sees them, names left out."""

from __future__ import annotations

import pytest

from generator.readability import Count, count, names, score, syllables

HEARD = {
    1: "le je eau lieu guide aide aides vie rue voie pied qui que langue",
    2: "métier emploi école travail payer créer naïf famille année quartier légume idée voyage chaos",
    3: "formation orientée bataillon cinéma aiguë",
    4: "réalité géographie européen préparation",
    5: "qualification",
}


@pytest.mark.parametrize(("word", "heard"), [(word, n) for n, text in HEARD.items() for word in text.split()])
def test_syllables_are_those_one_hears(word: str, heard: int) -> None:
    assert syllables(word) == heard


def test_letters_and_digits_are_said_one_by_one() -> None:
    assert syllables("RSA") == 3
    assert syllables("25") == 2


def test_a_line_of_a_list_is_a_sentence_and_an_elided_word_leans_on_the_next() -> None:
    assert count("- Vous parlez\n- L’école").sentences == 2
    assert count("L’école d’à côté").words == 3


def test_the_score_is_kandel_and_moles() -> None:
    assert score(Count(sentences=2, words=20, syllables=30)) == pytest.approx(207 - 10.15 - 110.4)
    assert score(count("…")) is None


def test_names_of_schemes_do_not_count_and_the_longest_goes_first() -> None:
    left_out = names(["Parcours d’entrée en emploi", "Parcours"])
    assert count("Le parcours d’entrée en emploi vous aide.", left_out) == count("Le vous aide.")


def test_a_hard_sentence_scores_lower_than_an_easy_one() -> None:
    easy = score(count("Vous cherchez un métier. On vous aide."))
    hard = score(count("L’individualisation de la préparation conditionne l’acquisition des qualifications."))
    assert easy is not None and hard is not None
    assert easy > 80
    assert hard < 50
