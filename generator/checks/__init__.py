"""One function per rule; its docstring is the rule. A check reads the content and yields problems."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from generator.checks import (
    codes,
    editorial,
    languages,
    links,
    order,
    pathways,
    questions,
    references,
    regions,
    seams,
)
from generator.checks.subject import Subject
from generator.load import Content
from generator.problems import Problem

Check = Callable[[Subject], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    references.every_reference_exists,
    references.every_ability_level_exists,
    references.no_two_records_on_one_address,
    codes.no_two_choices_share_a_code,
    links.no_link_to_itself,
    links.no_circular_replacement,
    links.every_scheme_is_reached,
    links.closed_schemes_say_what_replaces_them,
    pathways.no_step_through_a_closed_scheme,
    pathways.no_step_leaves_the_region,
    pathways.no_pathway_continues_itself,
    pathways.every_passage_is_secured,
    pathways.every_pathway_is_on_a_line,
    seams.no_pathway_is_broken,
    seams.no_link_contradicts_the_model,
    order.every_point_of_a_domain_meets_a_row,
    regions.what_holds_in_one_region_says_so,
    regions.what_a_region_adds_contradicts_nothing,
    regions.no_need_speaks_of_one_region,
    regions.no_word_explained_everywhere_is_of_one_region,
    questions.every_number_is_its_own,
    questions.every_answer_can_be_read,
    questions.every_level_told_exists,
    questions.every_other_answer_exists,
    questions.no_age_falls_inside_a_band,
    questions.every_need_can_be_told,
    languages.every_need_is_said_in_each_language,
    languages.right_to_left_is_said,
    editorial.every_pictogram_is_drawn,
    editorial.every_need_is_answered,
    editorial.every_need_is_said_in_forty_ways,
    editorial.no_phrasing_belongs_to_two_needs,
    editorial.sheets_are_reviewed_in_time,
    editorial.acronyms_are_in_the_glossary,
    editorial.sentences_for_the_person_are_short,
    editorial.advisers_have_their_part,
    editorial.what_is_for_the_young_says_so,
    editorial.nothing_unsure_is_the_first_answer,
)


def run(content: Content, today: datetime.date) -> list[Problem]:
    """Every problem that can only be seen once records stand side by side."""
    subject = Subject(content.guide, content, today)
    return [problem for check in CHECKS for problem in check(subject)]
