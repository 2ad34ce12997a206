"""A guide as large as wished: the real needs and closed lists, and generated sheets of ~300 words.

Each sheet is drawn from its number: two runs measure the same content.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.bench import phrases
from tests.projects import ROOT

Record = dict[str, Any]

SHEETS_PER_PATHWAY = 50
_STATUSES = ("jobseeker", "jobseeker-unregistered", "mission-locale", "employee", "no-activity")
_PUBLICS = ("low-qualified", "neet", "disabled", "rsa", "qpv", "refugees", "seniors", "single-parents")
_THEMES = (
    "orientation",
    "remobilisation",
    "french",
    "basic-skills",
    "qualification",
    "work-study",
    "employment",
)
_PRESCRIBERS = ("mission-locale", "pole-emploi", "cap-emploi", "plie", "conseil-departement")
_OPERATORS = ("organisme-formation", "cfa", "greta-mt-77e", "structure-insertion")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # C where libyaml is there
    """YAML as editors write it: a text of several lines is a block."""


def _block(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _block)


def write_project(folder: Path, size: int) -> None:
    """Make in `folder` a project of `size` sheets, ready for `python -m generator build`."""
    for name in ("offer/needs", "offer/vocabulary"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "offer/vocabulary/actions.yml").write_text("[]\n")  # they name real sheets
    (folder / "offer/vocabulary/lines.yml").unlink()  # a map is drawn for 8 families, not for 200 pathways
    shutil.copyfile(ROOT / "offer/site.yml", folder / "offer/site.yml")
    for name in ("theme", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    needs = sorted(path.stem for path in (ROOT / "offer/needs").glob("*.yml"))
    _write_all(folder / "offer/schemes", (scheme(number, size, needs) for number in range(size)))
    count = max(2, size // SHEETS_PER_PATHWAY)
    _write_all(folder / "pathways", (pathway(number, count, size, needs) for number in range(count)))


def _write_all(folder: Path, records: Iterator[Record]) -> None:
    folder.mkdir(parents=True)
    for record in records:
        text = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
        (folder / f"{record['id']}.yml").write_text(text, encoding="utf-8")


def scheme_id(number: int) -> str:
    """Id of a generated sheet, also its file name."""
    return f"fiche-{number:05d}"


class _Words:
    """Sentences for one sheet: drawn by its number, about its job and its town."""

    def __init__(self, number: int) -> None:
        self.draw = random.Random(number)
        self.job = phrases.JOBS[number % len(phrases.JOBS)]
        self.town, self.territory = phrases.TOWNS[number % len(phrases.TOWNS)]

    def one(self, sentences: tuple[str, ...]) -> str:
        """One of the sentences."""
        return self.draw.choice(sentences).format(job=self.job, town=self.town)

    def some(self, sentences: tuple[str, ...], count: int) -> list[str]:
        """Several of the sentences, each once, in their order."""
        kept = sorted(self.draw.sample(range(len(sentences)), count))
        return [sentences[rank].format(job=self.job, town=self.town) for rank in kept]

    def ids(self, names: Sequence[str], count: int) -> list[str]:
        """Several ids of a closed list."""
        return self.draw.sample(names, count)

    def source(self) -> Record:
        """A citation of the main document."""
        return {"document": "pacte-idf", "chapter": f"Annexe 3, fiche {self.draw.randint(1, 40)}"}

    def points(self, sentences: tuple[str, ...], count: int) -> list[Record]:
        """Several sourced points."""
        return [{"text": text, "source": self.source()} for text in self.some(sentences, count)]


def scheme(number: int, size: int, needs: list[str]) -> Record:
    """One sheet of a guide of `size` sheets: it answers one need, and links to other sheets."""
    words = _Words(number)
    return {
        "id": scheme_id(number),
        "title": f"{words.one(phrases.FORMS)} {words.job} à {words.town}, {number}",
        "other_names": [f"{words.one(phrases.FORMS)} de {words.job} {number}"],
        "kind": words.draw.choice(("training", "training", "support", "service", "certification")),
        "status": "experimental" if number % 20 == 0 else "open",
        "region": "ile-de-france",
        "as_of": f"{2019 + number % 8}-0{1 + number % 9}",
        "themes": words.ids(_THEMES, 2),
        "simple": "\n\n".join(words.some(phrases.SIMPLE, 3)),
        "person": _person(words),
        "needs": [{"need": needs[number % len(needs)], "why": words.one(phrases.WHYS), "fit": "main"}],
        "adviser": _adviser(words),
        **_conditions(words, number, size),
        **_practice(words),
        **_links(words, number, size, len(needs)),
        "sources": [words.source(), words.source()],
    }


def _person(words: _Words) -> Record:
    return {
        "summary": words.one(phrases.SUMMARIES),
        "what_you_do": "".join(f"- {text}\n" for text in words.some(phrases.ACTIONS, 3)),
        "what_you_get": "".join(f"- {text}\n" for text in words.some(phrases.GAINS, 2)),
        "how_to_start": words.one(phrases.STARTS),
        "good_to_know": words.one(phrases.NOTES),
    }


def _adviser(words: _Words) -> Record:
    rate = {"label": "Retour à l’emploi à six mois", "value": str(words.draw.randint(30, 75)), "unit": "%"}
    return {
        "summary": "\n\n".join(words.some(phrases.ADVISER, 2)),
        "strengths": words.points(phrases.STRENGTHS, 1),
        "pitfalls": words.points(phrases.PITFALLS, 1),
        "figures": [{**rate, "year": "2018", "source": words.source()}],
    }


def _conditions(words: _Words, number: int, size: int) -> Record:
    return {
        "audience": {
            "age_min": "16",
            "age_max": "25",  # an edge of the answers of « Faire le point »
            "statuses": ["jobseeker", *words.ids([one for one in _STATUSES if one != "jobseeker"], 1)],
            "priority_publics": words.ids(_PUBLICS, 2),
        },
        "not_for": [{"text": "vous avez déjà ce métier", "instead": scheme_id((number + 5) % size)}],
        "requires": {"abilities": {"french": words.draw.choice(("a1", "a2", "b1")), "project": "idea"}},
        "gives": {"abilities": {"project": "confirmed", "experience": "some", "literacy": "+1"}},
        "documents": ["Une pièce d’identité", "Un CV, même ancien"],
    }


def _practice(words: _Words) -> Record:
    hours = words.draw.randrange(70, 900, 10)
    towns = [
        phrases.TOWNS[0],
        *words.draw.sample(phrases.TOWNS[1:], 2),
    ]  # so that one step can follow another
    modules = words.some(phrases.MODULES, 3)
    places = [{"town": town, "territory": land, "operator": "organisme-formation"} for town, land in towns]
    return {
        "entry": {"alone": "true", "prescribers": words.ids(_PRESCRIBERS, 2), "mode": "permanent"},
        "content": [{"title": title, "hours": str(hours // 3)} for title in modules],
        "duration": {"hours_min": str(hours), "hours_max": str(hours + 100), "company_weeks": "4"},
        "pay": {"state": "paid", "by": ["region-ile-de-france"]},
        "cost": {"state": "free"},
        "jobs": [words.job, words.one(phrases.JOBS)],
        "places": places,
        "volume": [{"label": "Places par an", "value": str(hours), "year": "2019", "source": words.source()}],
        "attention": [words.one(phrases.NOTES)],
        "funders": ["region-ile-de-france"],
        "operators": words.ids(_OPERATORS, 1),
    }


def _links(words: _Words, number: int, size: int, hubs: int) -> Record:
    """To three neighbours, and to one of the few sheets many lead to, as everything leads to « emploi »."""
    hub = (number + 1) % min(hubs, size)
    leads = {(number + 1) % size, (number * 7 + 3) % size, hub} - {number}
    return {
        "leads_to": [
            {"scheme": scheme_id(n), "condition": words.one(phrases.CONDITIONS)} for n in sorted(leads)
        ],
        "if_refused": [{"scheme": scheme_id((number + 2) % size)}],
        "resembles": [
            {"scheme": scheme_id((number + 3) % size), "difference": words.one(phrases.DIFFERENCES)}
        ],
    }


def pathway(number: int, count: int, size: int, needs: list[str]) -> Record:
    """One of `count` pathways through a guide of `size` sheets."""
    words = _Words(number)
    first = number * SHEETS_PER_PATHWAY
    steps = [
        {
            "scheme": scheme_id((first + rank * 9) % size),
            "why": words.one(phrases.WHYS),
            "passage": {"secure": words.some(phrases.NOTES, 2), "who": words.ids(_PRESCRIBERS, 1)},
        }
        for rank in range(4)
    ]
    return {
        "id": f"parcours-{number:04d}",
        "title": f"De rien à {words.job}, {number}",
        "summary": words.one(phrases.SUMMARIES),
        "simple": "\n\n".join(words.some(phrases.SIMPLE, 3)),
        "region": "ile-de-france",
        "as_of": "2019-02",
        "origin": "implied",
        "profile": {"summary": "19 ans, sans diplôme, cherche sa voie.", "abilities": {"french": "b1"}},
        "needs": [needs[number % len(needs)]],
        "goal": f"Un emploi de {words.job}.",
        "steps": steps,
        "continues": [{"pathway": f"parcours-{(number + 1) % count:04d}"}],
        "sources": [words.source()],
    }
