"""Writes docs/recette.md from the witness profiles: acceptance scenarios a prescriber runs by hand.

`python -m tests.recette` writes it; `tests/content/test_recette.py` says whether it is current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from generator.build import DEFAULT_EDITION
from generator.guide import Guide
from generator.load import load
from generator.matching import Suggestion, suggestions
from generator.matching_messages import STATES, in_words
from generator.model.situation import Situation, Witness
from generator.views import words
from tests import witnesses
from tests.projects import ROOT

FILE = ROOT / "docs/recette.md"

HEAD = """# Recette : des scénarios à essayer à la main

Ce cahier est pour les conseillers et les prescripteurs qui veulent vérifier le guide. Il n’y a rien à installer : ouvrez le guide, sur le web ou sur une clé USB, et suivez un scénario. Comptez deux à trois minutes chacun.

Les personnes sont inventées. Chaque scénario dit qui elle est, où cliquer, ce qui doit apparaître, et ce qu’il ne faut pas lui proposer. La page **Faire le point** ne dit jamais non : « semble possible », « à vérifier », « pas maintenant ».

**Quelque chose ne va pas ?** Notez le numéro du scénario et la ligne. Puis corrigez la fiche, ou écrivez à l’équipe : [CONTRIBUTING.md](../CONTRIBUTING.md).

Ce fichier est fabriqué à partir de `tests/profiles/` : ne le modifiez pas ici. Pour ajouter un scénario, ajoutez un profil, puis lancez `python -m tests.recette`.
"""


BY_JOB = """## Par le métier et par le lieu

**Magasinier, à Roissy.** Dans la recherche, écrivez : *je veux devenir magasinier, j’habite à Roissy-en-France*.

- [ ] Le métier « Magasinier » est proposé, et un lien « Près de chez vous ».
- [ ] La page du métier dit où la Région a inscrit des formations, département par département, et le niveau de chacune.
- [ ] Elle dit comment y arriver selon le point de départ, et ce qui reste à demander.

**Aide-soignante.** Cherchez *aide-soignante*, ou passez par les métiers.

- [ ] La page parle du concours, de la préparation et des écoles, pas d’une formation directe de la Région.
- [ ] Elle mène au parcours de ce métier.

**Une question sans réponse.** Cherchez *recette de crêpes*.

- [ ] Le guide dit qu’il n’a pas de réponse, et propose les besoins et un conseiller.
"""


def recette(guide: Guide) -> str:
    """The whole file. A profile that names what the guide does not know waits: its own test says so."""
    read = (witnesses.read(witness_id)[0] for witness_id in witnesses.ids())
    known = [one for one in read if one is not None and not any(witnesses.unknown(one, guide))]
    scenarios = ("\n".join(_scenario(guide, one, number)) + "\n" for number, one in enumerate(known, 1))
    return "\n".join((HEAD, *scenarios, BY_JOB))


def _scenario(guide: Guide, witness: Witness, number: int) -> Iterator[str]:
    seen = witnesses.guide_of(guide, witness)
    found = {one.scheme: one for one in suggestions(seen, witness.situation, witness.needs)}
    yield f"## {number}. {witness.title}"
    yield ""
    yield f"**Qui.** {_who(guide, witness.situation)}"
    yield ""
    yield f"**Ce que ce scénario surveille.** {witness.why}"
    yield ""
    yield "**Que faire.**"
    yield ""
    edition = witnesses.edition_of(guide, witness)
    if edition == DEFAULT_EDITION:
        yield "1. Ouvrez le guide, puis **Faire le point**."
    else:
        yield f"1. Ouvrez le guide de la région {guide.vocabulary.regions[edition].label}, puis **Faire le point**."
    statements = [f"« {guide.needs[need].statement} »" for need in witness.needs]
    yield f"2. À la première question, choisissez {words.join(statements, 'et')}."
    yield "3. Répondez aux autres comme cette personne ; « Je ne sais pas » pour ce que l’on ne dit pas d’elle."
    yield "4. Lisez le résultat. Ouvrez aussi « En voir plus »."
    yield ""
    yield "**Doivent apparaître :**"
    yield ""
    for name in witness.expected:
        yield f"- [ ] **{guide.schemes[name].title}**{_expected(seen, found.get(name))}"
    yield ""
    yield "**Ne doivent pas lui être proposés :**"
    yield ""
    for name in witness.never:
        yield f"- [ ] **{guide.schemes[name].title}** : {_never(seen, found.get(name))}"
    yield from _met(guide, witness)


def _met(guide: Guide, witness: Witness) -> Iterator[str]:
    """Whom « Qui rencontrer » names, and whom it does not."""
    known = guide.vocabulary.organisations
    if witness.met or witness.not_met:
        yield ""
        yield "**« Qui rencontrer » :**"
        yield ""
    if witness.met:
        yield f"- [ ] nomme d’abord {words.join((known[one].label for one in witness.met), 'et')}."
    for one in witness.not_met:
        yield f"- [ ] ne nomme pas : {known[one].label}."


def _expected(guide: Guide, found: Suggestion | None) -> str:
    """Its verdict, and what the prescriber checks on the sheet."""
    if found is None:
        return ""
    checks = [in_words(guide, one) for one in found.verdict.reasons if one.effect == "check"]
    return f" : {STATES[found.verdict.state]}. {' '.join(checks)}".rstrip()


def _never(guide: Guide, found: Suggestion | None) -> str:
    """Absent from the result, or « pas maintenant » with the reason one reads there."""
    if found is None:
        return "n’est pas dans le résultat."
    blocks = [in_words(guide, one) for one in found.verdict.reasons if one.effect == "blocks"]
    return f"absent, ou plus bas sous « pas maintenant », avec la raison. {' '.join(blocks)}"


def _who(guide: Guide, situation: Situation) -> str:
    """The situation in words; silence is said too."""
    known = guide.vocabulary
    steps = {
        (ability.id, step.id): f"{words.lower_first(ability.label)} : {step.label if rank else 'pas encore'}"
        for ability in known.abilities.values()
        for rank, step in enumerate(ability.levels)
    }
    publics = words.join(known.publics[one].label for one in situation.publics)
    said = [
        f"{situation.age} ans" if situation.age is not None else "",
        words.join((known.statuses[one].label for one in situation.statuses), "et"),
        known.levels[situation.level].label if situation.level else "",
        f"fait partie des {publics}" if publics else "",
        *(steps[ability, level] for ability, level in situation.abilities.items()),
        f"habite : {known.territories[situation.territory].label}" if situation.territory else "",
    ]
    told = "; ".join(one for one in said if one).replace("; ", " ; ")
    return f"{words.capital(told)}." if told else "On ne sait rien d’elle, et cela ne doit rien fermer."


def main() -> int:
    """Write the file; 1 when the guide cannot be read."""
    guide = load(ROOT).guide
    if guide is None:
        print("Le guide ne peut pas être lu : lancez ./site-build.sh check", file=sys.stderr)
        return 1
    FILE.write_text(recette(guide), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
