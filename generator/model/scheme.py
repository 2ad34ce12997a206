"""A scheme (dispositif): training, support, allowance, service, certification, contract or goal.

An editor leaves out what the sources do not say: an absent field reads « non précisé » on the
sheet, and the silences that matter become questions (see `views.questions`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.audience import Audience, Gives, NotFor, Requires
from generator.model.base import (
    DIGITS,
    AdviserLine,
    AdviserText,
    Citation,
    Figure,
    JobId,
    Line,
    NeedId,
    OrganisationId,
    PersonLine,
    PersonText,
    Record,
    RegionId,
    Review,
    SchemeId,
    SimpleText,
    SourcedPoint,
    SubjectId,
    TerritoryId,
    ThemeId,
    Value,
    YearMonth,
)
from generator.model.duration import Duration
from generator.model.place import Place

Kind = Literal["training", "support", "allowance", "service", "certification", "contract", "goal"]
Stage = Literal["inform", "recover", "project", "basics", "prepare", "qualify", "work"]
Status = Literal["open", "experimental", "announced", "suspended", "closed"]


class AnsweredNeed(Value):
    """A need the scheme answers, and why, in the person's words."""

    need: NeedId = Field(title="Besoin")
    why: PersonLine = Field(
        title="Pourquoi", description="Une phrase pour la personne : en quoi cela l’aide."
    )
    fit: Literal["main", "useful", "possible"] = Field(
        "useful",
        title="À quel point",
        description="main : à proposer d’abord ; useful : utile ; possible : à l’occasion.",
    )


class ForPerson(Value):
    """The register that speaks to the person: « vous », short sentences, no jargon."""

    summary: PersonLine = Field(title="En une phrase", description="Ce que c’est, en moins de 25 mots.")
    what_you_do: PersonText | None = Field(None, title="Ce que vous faites")
    what_you_get: PersonText | None = Field(None, title="Ce que vous obtenez")
    how_to_start: PersonText | None = Field(None, title="Pour commencer")
    good_to_know: PersonText | None = Field(None, title="Bon à savoir")


class ForAdviser(Value):
    """The register of the prescriber: precise terms, every figure of the sources."""

    summary: AdviserText | None = Field(None, title="L’essentiel pour le conseiller")
    prescription: AdviserText | None = Field(None, title="Voie de prescription")
    contracting: AdviserText | None = Field(None, title="Mode de contractualisation, calendrier du marché")
    legal_basis: tuple[AdviserLine, ...] = Field((), title="Base légale")
    strengths: tuple[SourcedPoint, ...] = Field((), title="Points forts relevés par les sources")
    pitfalls: tuple[SourcedPoint, ...] = Field((), title="Points de vigilance, faiblesses relevées")
    planned: tuple[SourcedPoint, ...] = Field(
        (), title="Évolutions envisagées", description="Vœux et projets : jamais présentés comme acquis."
    )
    figures: tuple[Figure, ...] = Field((), title="Chiffres", description="Tous les chiffres des sources.")


class Programme(Value):
    """The months a programme runs, « d’octobre à septembre »: when places are renewed, no entry date."""

    starts: Annotated[int, DIGITS, Field(ge=1, le=12)] = Field(title="Premier mois", description="De 1 à 12.")
    ends: Annotated[int, DIGITS, Field(ge=1, le=12)] = Field(title="Dernier mois", description="De 1 à 12.")


class Entry(Value):
    """How one gets in."""

    alone: bool | None = Field(
        None, title="Seul ?", description="true : on peut s’inscrire sans conseiller. Absent : non précisé."
    )
    prescribers: tuple[OrganisationId, ...] = Field((), title="Qui peut orienter")
    mode: Literal["permanent", "sessions"] | None = Field(
        None, title="Entrées", description="permanent : toute l’année ; sessions : à dates fixes."
    )
    months: tuple[Annotated[int, DIGITS, Field(ge=1, le=12)], ...] = Field(
        (), title="Mois d’entrée", description="De 1 à 12."
    )
    programme: Programme | None = Field(
        None,
        title="Période du programme",
        description="Mois où il commence et finit : ce n’est pas une date d’entrée.",
    )
    calendar: PersonLine | None = Field(
        None, title="Calendrier", description="Ce que la source dit des dates."
    )
    selection: tuple[PersonLine, ...] = Field((), title="Comment on est choisi")


class Module(Value):
    """One named part of the contents (what the dictionary of contents tells once)."""

    title: PersonLine = Field(title="Nom du module")
    subject: SubjectId | None = Field(None, title="Sujet", description="De quoi il s’agit (subjects.yml).")
    detail: PersonLine | None = Field(None, title="Ce qu’on y fait")
    hours: Annotated[int, DIGITS, Field(ge=1, le=5000)] | None = Field(None, title="Heures")
    optional: bool = Field(False, title="Facultatif")


class Pay(Value):
    """Whether the person has an income during the scheme, and from whom."""

    state: Literal["paid", "unpaid", "depends", "unknown"] = Field(
        "unknown",
        title="Payé ?",
        description="paid : oui ; unpaid : non ; depends : cela dépend ; unknown : non précisé.",
    )
    by: tuple[OrganisationId, ...] = Field((), title="Payé par")
    detail: PersonLine | None = Field(None, title="Précision")


class Cost(Value):
    """What the person pays."""

    state: Literal["free", "paid", "depends", "unknown"] = Field(
        "unknown",
        title="Gratuit ?",
        description="free : gratuit ; paid : payant ; depends : cela dépend ; unknown : non précisé.",
    )
    detail: PersonLine | None = Field(None, title="Précision")


class Certification(Value):
    """A certification one can pass there; `scheme` when the guide has a sheet for it."""

    title: Line = Field(title="Nom")
    scheme: SchemeId | None = Field(None, title="Fiche de la certification")


class Link(Value):
    """A typed passage to another scheme, written once and shown from both ends."""

    scheme: SchemeId = Field(title="Dispositif")
    condition: PersonLine | None = Field(None, title="À quelle condition")
    source: Citation | None = Field(None, title="Source", description="Absente : conseil de la rédaction.")


class Resemblance(Value):
    """A scheme close to this one, and how it differs."""

    scheme: SchemeId = Field(title="Dispositif")
    difference: PersonLine = Field(title="Ce qui change")
    source: Citation | None = Field(None, title="Source")


class Contradiction(Value):
    """Two sources that disagree: the sheet shows both."""

    topic: AdviserLine = Field(title="Sujet")
    readings: Annotated[tuple[SourcedPoint, ...], Field(min_length=2)] = Field(
        title="Ce que dit chaque source"
    )


class RegionalPerson(Value):
    """`ForPerson`, of one region."""

    summary: PersonLine | None = Field(None, title="En une phrase")
    what_you_do: PersonText | None = Field(None, title="Ce que vous faites")
    what_you_get: PersonText | None = Field(None, title="Ce que vous obtenez")
    how_to_start: PersonText | None = Field(None, title="Pour commencer")
    good_to_know: PersonText | None = Field(None, title="Bon à savoir")


class Regional(Value):
    """What holds in one region only of a scheme that exists everywhere; see `generator.edition`."""

    region: RegionId = Field(title="Région")
    simple: SimpleText | None = Field(None, title="Version simple")
    person: RegionalPerson = Field(RegionalPerson(), title="Pour la personne")
    adviser: ForAdviser = Field(ForAdviser(), title="Pour le conseiller")
    needs: tuple[AnsweredNeed, ...] = Field((), title="Besoins auxquels il répond")
    audience: Audience = Field(Audience(), title="Public")
    not_for: tuple[NotFor, ...] = Field((), title="Ce n’est pas pour vous si…")
    questions: tuple[PersonLine, ...] = Field((), title="Questions à poser en plus")
    pay: Pay = Field(Pay(), title="Rémunération")
    volume: tuple[Figure, ...] = Field((), title="Volume")
    results: tuple[Figure, ...] = Field((), title="Résultats")
    attention: tuple[PersonLine, ...] = Field((), title="Attention")
    contradictions: tuple[Contradiction, ...] = Field((), title="Contradictions des sources")
    funders: tuple[OrganisationId, ...] = Field((), title="Financeurs")


class Scheme(Record):
    """What an editor writes of one scheme, in `offer/schemes/<id>.yml`."""

    # — required —
    kind: Kind = Field(title="Nature")
    status: Status = Field(title="État", description="open, experimental, announced, suspended ou closed.")
    region: RegionId = Field(title="Région", description="ile-de-france, nouvelle-aquitaine… ou france.")
    as_of: YearMonth = Field(title="Vrai en", description="Date du document source : AAAA-MM.")
    simple: SimpleText = Field(title="Version simple", description="3 à 6 phrases très courtes.")
    person: ForPerson = Field(title="Pour la personne")
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)] = Field(title="Sources")

    # — optional: leave out what the sources do not say —
    acronym: Line | None = Field(None, title="Sigle")
    short: Line | None = Field(
        None, title="Nom court", description="Sur le plan, quand le titre est long : 36 caractères environ."
    )
    other_names: tuple[Line, ...] = Field((), title="Autres noms")
    former_names: tuple[Line, ...] = Field((), title="Anciens noms")
    external_ids: dict[str, str] = Field({}, title="Identifiants externes")
    review: Review = Field(Review(), title="Relecture")
    adviser: ForAdviser = Field(ForAdviser(), title="Pour le conseiller")
    needs: tuple[AnsweredNeed, ...] = Field((), title="Besoins auxquels il répond")
    themes: tuple[ThemeId, ...] = Field((), title="Thèmes")
    stage: Stage | None = Field(
        None,
        title="Moment du parcours",
        description=(
            "Zone du plan. À écrire seulement si le guide la trouve mal : inform : s’informer ; recover : "
            "reprendre pied ; project : construire son projet ; basics : bases ; prepare : se préparer ; "
            "qualify : se qualifier ; work : travailler."
        ),
    )
    audience: Audience = Field(Audience(), title="Public")
    not_for: tuple[NotFor, ...] = Field((), title="Ce n’est pas pour vous si…")
    requires: Requires = Field(Requires(), title="Ce qu’il faut déjà savoir ou avoir")
    gives: Gives = Field(Gives(), title="Ce que cela apporte")
    documents: tuple[PersonLine, ...] = Field((), title="Papiers à apporter")
    understood: tuple[PersonLine, ...] = Field((), title="À comprendre avant de dire oui")
    questions: tuple[PersonLine, ...] = Field((), title="Questions à poser en plus")
    entry: Entry = Field(Entry(), title="Entrée")
    content: tuple[Module, ...] = Field((), title="Contenu")
    duration: Duration = Field(Duration(), title="Durée")
    pay: Pay = Field(Pay(), title="Rémunération")
    cost: Cost = Field(Cost(), title="Coût pour la personne")
    certifications: tuple[Certification, ...] = Field((), title="Certifications")
    jobs: tuple[Line, ...] = Field((), title="Métiers")
    job_codes: tuple[JobId, ...] = Field(
        (), title="Métiers (codes ROME)", description="Leurs pages mènent ici (jobs.yml)."
    )
    leads_to: tuple[Link, ...] = Field((), title="Mène à")
    combines_with: tuple[Link, ...] = Field((), title="Se combine avec")
    instead_of: tuple[Link, ...] = Field((), title="À la place de")
    replaced_by: tuple[Link, ...] = Field((), title="Remplacé par")
    resembles: tuple[Resemblance, ...] = Field((), title="Ressemble à")
    if_refused: tuple[Link, ...] = Field((), title="En cas de refus")
    prepares: tuple[Link, ...] = Field((), title="Prépare à")
    funds: tuple[Link, ...] = Field((), title="Finance")
    gives_priority: tuple[Link, ...] = Field((), title="Donne priorité pour")
    territories: tuple[TerritoryId, ...] = Field((), title="Territoires")
    places: tuple[Place, ...] = Field((), title="Lieux")
    volume: tuple[Figure, ...] = Field((), title="Volume")
    results: tuple[Figure, ...] = Field((), title="Résultats")
    attention: tuple[PersonLine, ...] = Field(
        (), title="Attention", description="Points d’attention pour la personne."
    )
    contradictions: tuple[Contradiction, ...] = Field((), title="Contradictions des sources")
    funders: tuple[OrganisationId, ...] = Field((), title="Financeurs")
    operators: tuple[OrganisationId, ...] = Field((), title="Organismes")
    regional: tuple[Regional, ...] = Field(
        (), title="Dans une région", description="Ajouté à la suite, dans le guide de cette région seulement."
    )


LINK_FIELDS = (
    "leads_to",
    "combines_with",
    "instead_of",
    "replaced_by",
    "if_refused",
    "prepares",
    "funds",
    "gives_priority",
)
"""Fields of `Scheme` that hold `Link`s; `resembles` is apart, for it tells a difference."""
