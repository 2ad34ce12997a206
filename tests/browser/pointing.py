"""« Faire le point » as a person uses it: answering by choices only, reading what is proposed."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

PAGE = "faire-le-point/index.html"
SAID = "#2101202303401906a02fx"
"""Sans projet, 16-25 ans, mission locale, sans diplôme, Seine-Saint-Denis, les transports."""
SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"


def coded(*said: tuple[int, int]) -> str:
    """The end of the address that holds these answers (question, choice), those that do not exist too."""
    text = "2" + "".join(SIGNS[question] + _two(choice) for question, choice in said)
    return "#" + text + _two(sum((i + 1) * int(sign, 36) for i, sign in enumerate(text)) % 1291)


def _two(number: int) -> str:
    return SIGNS[number // 36] + SIGNS[number % 36]


def choice_of(page: Page, question: int, choice: int) -> Locator:
    """The large button of an answer, which holds its box."""
    return page.locator(f'label:has(input[name="q{question}"][value="{choice}"])')


def answer(page: Page, said: Mapping[int, list[int]]) -> None:
    """Go through the questions in order, as a person does, answering by choices only."""
    for rank, question in enumerate(page.locator(".point-question").all()):
        expect(question).to_be_visible()
        code = int(question.get_attribute("data-code") or 0)
        for number in said.get(code, []):
            if question.locator(f'option[value="{number}"]').count():
                question.locator("select").select_option(str(number))
                continue
            label = choice_of(page, code, number)
            theme = label.locator("xpath=ancestor::details")
            if theme.count() and theme.get_attribute("open") is None:
                theme.locator("summary").click()
            label.click()
            expect(label.locator("input")).to_be_checked()
        if rank + 1 < page.locator(".point-question").count():
            page.locator("#point-next").click()
    page.locator("#point-show").click()


def shown(page: Page) -> dict[tuple[str, str], str]:
    """Kind and id of each way, everything unfolded, and its state."""
    expect(page.locator("#point-result")).to_be_visible()
    for part in page.locator("#point-found > details").all():
        part.locator("summary").first.click()
        expect(part.locator("[data-id]").first).to_be_visible()
    rows: list[list[str]] = page.eval_on_selector_all(
        "#point-found [data-state]",
        "all => all.map(one => [one.dataset.kind, one.dataset.id, one.dataset.state])",
    )
    assert len({(kind, name) for kind, name, _ in rows}) == len(rows), "each way is shown once"
    return {(kind, name): state for kind, name, state in rows}
