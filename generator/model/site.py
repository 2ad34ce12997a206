"""The guide itself: its name, region, publisher and addresses, in `offer/site.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Line, RegionId, Value, WebAddress

Origin = Annotated[str, StringConstraints(pattern=r"^https://[a-z0-9.-]+(:[0-9]+)?$")]
"""A site without path: what a Content-Security-Policy names (CSP 3, host-source)."""


class Site(Value):
    """Identity of one edition of the guide."""

    name: Line = Field(title="Nom du guide")
    tagline: Line = Field(title="Phrase d’accroche")
    region: RegionId = Field(title="Région du guide")
    address: WebAddress | None = Field(
        None, title="Adresse publique", description="https://…, quand elle existe."
    )
    repository: WebAddress | None = Field(None, title="Dépôt", description="Adresse du projet dans la forge.")
    edit_path: Line = Field(
        "edit/main/",
        title="Chemin de modification",
        description="Ce que la forge met avant le chemin du fichier.",
    )
    publisher: Line | None = Field(None, title="Éditeur du site")
    contact: Line | None = Field(None, title="Contact")
    host: Line | None = Field(None, title="Hébergeur")
    connect: tuple[Origin, ...] = Field(
        (),
        title="Sites que les pages peuvent appeler",
        description="Aucun, sauf le guide. Pour une mesure d’audience : « https://mesure.exemple.fr ».",
    )
