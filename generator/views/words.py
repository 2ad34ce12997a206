"""Numbers, dates and lists, as people say them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from generator.model.base import Figure
from generator.model.duration import Duration

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SILENT = "non précisé"
FOR_THE_YOUNG = "C’est pour des jeunes. La source ne dit pas l’âge"
YOUNG_TO_ASK = f"{FOR_THE_YOUNG} : demandez-le."
YOUNG_NO_MORE = f"{FOR_THE_YOUNG} ; le guide retient 16 à 25 ans. Demandez."
"""What a sheet tells and what a passage tells, in the same words."""
WEEKS_PER_MONTH = 4.345
_LENGTH = re.compile(
    r"(?:\d|\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze))"
    r"\s+(?:heure|jour|semaine|mois|an)s?\b(?!\s+(?:par|chaque)\b)",
    re.IGNORECASE,
)


def capital(text: str) -> str:
    """The text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text without its capital, unless it opens an acronym or a one-letter word."""
    return text[:1].lower() + text[1:] if len(text) > 1 and text[1].islower() else text


def join(items: Iterable[str], last: str = "et") -> str:
    """« a, b et c »."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """« 1 lieu », « 3 lieux »: the count and its noun."""
    return f"{thousands(count)} {one if count < 2 else many or one + 's'}"


def thousands(number: int) -> str:
    """« 12 500 »."""
    return f"{number:,}".replace(",", "\u202f")


def span(low: int | None, high: int | None, unit: str) -> str | None:
    """« de 70 à 85 heures », « 70 heures », « au moins 70 heures », « jusqu’à 85 heures » (or from 0)."""
    if low == 0 and high:
        low = None
    if low is not None and high is not None:
        if low == high:
            return f"{thousands(low)} {_unit(unit, low)}"
        return f"de {thousands(low)} à {thousands(high)} {_unit(unit, high)}"
    if low is not None:
        return f"au moins {thousands(low)} {_unit(unit, low)}"
    if high is not None:
        return f"jusqu’à {thousands(high)} {_unit(unit, high)}"
    return None


def _unit(unit: str, count: int) -> str:
    return unit if count < 2 or unit.endswith("s") else unit + "s"


def ages(low: int | None, high: int | None) -> str | None:
    """« de 16 à 25 ans », « à partir de 18 ans », « jusqu’à 25 ans »."""
    if low is not None and high is None:
        return f"à partir de {low} ans"
    return span(low, high, "ans")


def weeks(low: int | None, high: int | None) -> str | None:
    """« 4 à 6 semaines »; from nine weeks on, the months too."""
    said = span(low, high, "semaine")
    if said is None:
        return None
    said = said.removeprefix("de ")
    longest = high if high is not None else low
    if longest is None or longest < 9:
        return said
    months = [round(n / WEEKS_PER_MONTH) for n in (low, high) if n is not None]
    return f"{said} (environ {_months(months[0] or months[-1], months[-1])})"


def _months(low: int, high: int) -> str:
    """« 6 mois », « 5 à 7 mois », « 6 mois à 1 an »: whole years are said in years."""
    if low != high and low % 12 and high % 12:
        return f"{low} à {high} mois"
    return " à ".join(f"{n} mois" if n % 12 else plural(n // 12, "an") for n in sorted({low, high}))


def duration(value: Duration) -> str | None:
    """How long, on one line; None when no source says."""
    parts = [weeks(value.weeks_min, value.weeks_max), span(value.hours_min, value.hours_max, "heure")]
    said = [part for part in parts if part]
    if not said:
        if value.hours_per_week:
            return f"{value.hours_per_week} heures par semaine"
        return value.rhythm.rstrip(".") if value.rhythm and tells_length(value.rhythm) else None
    return ", ".join(said)


def tells_length(text: str | None) -> bool:
    """« Près d’un an » does, « La durée peut s’ajuster » and « 20 heures par semaine » do not."""
    return text is not None and _LENGTH.search(text) is not None


def month(value: str) -> str:
    """« 2019-02 » → « février 2019 »."""
    year, number = value.split("-")[:2]
    return f"{MONTHS[int(number) - 1]} {year}"


def date(value: str | datetime.date) -> str:
    """« 2026-11-01 » → « 1er novembre 2026 »."""
    day = value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def month_names(numbers: Sequence[int]) -> str:
    """« janvier, mars et septembre »."""
    return join(MONTHS[number - 1] for number in sorted(set(numbers)))


def from_to(first: int, last: int) -> str:
    """« d’octobre à septembre »: two months, by their numbers."""
    start = MONTHS[first - 1]
    return f"{'d’' if start[0] in 'ao' else 'de '}{start} à {MONTHS[last - 1]}"


def as_of(value: str) -> str:
    """The warning of every first screen: facts are true as of the source's date."""
    name = month(value)
    return f"Information {'d’' if name[0] in 'ao' else 'de '}{name}, à vérifier"


def figure(value: Figure) -> str:
    """A figure with its unit, as printed by the source."""
    return f"{value.value} {value.unit}" if value.unit else value.value


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word under `limit` characters, with « … » if anything was lost."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
