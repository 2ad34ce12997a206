"""A tiny regional order to try its pages on: six bassins, one job, rows as a test wishes them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from generator.guide import by_id
from generator.load import load
from generator.model.training import Domain, Training
from generator.model.vocabulary import Job, Territory
from generator.views.shared import Library
from tests.projects import CORPUS

TODAY = datetime.date(2026, 11, 21)
REGION = "ile-de-france"
BASSINS = ("paris-t1", "terres", "roissy", "est-95", "ouest-95", "sud-91")


def territory(name: str, kind: str, *within: str) -> Territory:
    return Territory.model_validate(
        {"id": name, "label": name.capitalize(), "kind": kind, "region": REGION, "within": within}
    )


TERRITORIES = (
    territory("paris", "departement"),
    territory("nord", "departement"),
    territory("oise", "departement"),
    territory("paris-t1", "bassin", "paris"),
    territory("terres", "bassin", "nord", "roissy"),
    territory("roissy", "bassin", "oise", "nord"),
    territory("est-95", "bassin", "oise"),
    territory("ouest-95", "bassin", "oise"),
    territory("sud-91", "bassin", "paris"),
)


def row(name: str = "essai-01", **changes: Any) -> Training:
    """A row of the order, for warehouse workers near Roissy."""
    typed = {
        "id": name,
        "territories": ["Roissy le Bourget"],
        "territories_covered": ["roissy"],
        "nsf": [{"code": "311", "label": "Transports, manutention, magasinage"}],
        "levels": ["V", "VI"],
        "rome": [{"code": "N1103", "label": "Magasinage"}],
        "types": ["C", "AQ"],
    }
    return Training.model_validate(typed | changes)


def library_of(*rows: Training, everyday: tuple[str, ...] = ()) -> Library:
    """The tiny guide with another map, one job, and these rows ordered."""
    tiny = load(CORPUS).guide
    assert tiny is not None
    domain = Domain.model_validate(
        {
            "id": "logistique",
            "title": "Logistique",
            "region": REGION,
            "as_of": "2019-02",
            "sources": [{"document": "pacte", "chapter": "Annexe 2"}],
            "trainings": rows,
        }
    )
    job = Job(
        id="N1103",
        label="Magasinage",
        title="Magasinier ou magasinière",
        simple="Vous rangez.",
        everyday=everyday,
    )
    vocabulary = replace(tiny.vocabulary, territories=by_id(TERRITORIES), jobs=by_id([job]))
    return Library(replace(tiny, vocabulary=vocabulary, domains=by_id([domain])), TODAY)
