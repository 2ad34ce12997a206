"""The contrast figures of docs/design.md, computed from the colours of the style sheet.

`python -m tests.colours` writes them between the two marks of the document; `tests/unit/test_colours.py`
keeps them current and above what WCAG 2.2 asks: 4.5 for text (1.4.3), 3 for what draws a control (1.4.11).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tests.projects import ROOT

STYLES = ROOT / "theme/assets/css/1-base.css"
FILE = ROOT / "docs/design.md"
BEGIN, END = "<!-- contrast: python -m tests.colours -->", "<!-- /contrast -->"
TEXT: Final = 4.5
SHAPE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One colour on another, what it is for, and the least contrast allowed."""

    front: str
    back: str
    use: str
    least: float = TEXT


PAIRS = (
    *(
        Pair(front, back, use + where)
        for front, use in (("ink", "text"), ("soft", "secondary text"))
        for back, where in (("paper", ""), ("card", " on cards"), ("wash", " on a tinted box"))
    ),
    Pair("link", "paper", "links, plain buttons"),
    Pair("link", "card", "links and plain buttons on cards"),
    Pair("on-brand", "brand", "button"),
    Pair("brand", "card", "button of the menu, mark"),
    Pair("on-sun", "sun-wash", "seam, date, « non précisé » box, badge"),
    Pair("warm", "warm-wash", "badge of a closed scheme"),
    Pair("warm", "paper", "what to do if it fails"),
    *(Pair(f"l{n}", f"w{n}", f"line {n} on its tint (pictogram, « En bref »)") for n in range(1, 7)),
    *(Pair(f"l{n}", "paper", f"line {n} on the page (headings of needs, step numbers)") for n in range(1, 7)),
    *(Pair(f"l{n}", "paper", f"line {n} on the page (map of pathways)") for n in range(7, 9)),
    Pair("edge", "card", "border of a field", SHAPE),
    Pair("edge", "paper", "border of a field on the page", SHAPE),
    Pair("ink", "sun-wash", "focus ring inside a seam", SHAPE),
)


def themes() -> dict[str, dict[str, str]]:
    """Name of the colour → `#rrggbb`, for `light` and `dark`. Fails if the two dark blocks differ."""
    blocks = re.findall(r":root(\S*) \{(.*?)\}", STYLES.read_text("utf-8"), re.DOTALL)
    light = _colours(next(body for chosen, body in blocks if not chosen))
    asked, chosen = (
        _colours(next(body for name, body in blocks if name == wanted and "--paper" in body))
        for wanted in (':not([data-theme="light"])', '[data-theme="dark"]')
    )
    if asked != chosen:
        raise ValueError("dark asked by the device and dark chosen on the page are not the same colours")
    return {"light": light, "dark": light | asked}


def _colours(body: str) -> dict[str, str]:
    found = re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", body)
    return {
        name: value if len(value) == 7 else "#" + "".join(one * 2 for one in value[1:])
        for name, value in found
    }


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours `#rrggbb`, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def table(found: Mapping[str, Mapping[str, str]]) -> str:
    """One row for each pair, both themes, rounded down: 4.49 is never shown as 4.5."""
    lines = ["| colour | on | for | at least | light | dark |", "|---|---|---|---|---|---|"]
    for one in PAIRS:
        shown = [
            f"{int(contrast(of[one.front], of[one.back]) * 10) / 10:.1f}"
            for of in (found["light"], found["dark"])
        ]
        lines.append(
            f"| `--{one.front}` | `--{one.back}` | {one.use} | {one.least:g} | {' | '.join(shown)} |"
        )
    return "\n".join(lines)


def written(text: str) -> str:
    """The document with today's figures between the marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table(themes())}\n{END}{after}"


if __name__ == "__main__":
    FILE.write_text(written(FILE.read_text("utf-8")), "utf-8")
