"""What generated sheets are made of: names, towns, and sentences of the kind editors write."""

from __future__ import annotations

JOBS = (
    "aide à domicile", "agent de propreté", "cuisinier", "maçon", "soudeur", "conducteur de bus", "vendeuse",
    "préparateur de commandes", "électricien", "jardinier", "assistant administratif", "agent d’accueil",
    "animateur sportif", "développeur web", "technicien de maintenance", "peintre en bâtiment", "aide-soignant",
    "boulanger", "couturière", "cariste", "plombier", "serveur", "agent de sécurité", "fleuriste", "menuisier",
)  # fmt: skip
FORMS = (
    "Atelier",
    "Parcours",
    "Formation",
    "Accompagnement",
    "Tremplin",
    "Passerelle",
    "Module",
    "Préparation",
)
TOWNS = (
    ("Paris", "paris"), ("Meaux", "seine-et-marne"), ("Melun", "seine-et-marne"), ("Versailles", "yvelines"),
    ("Mantes-la-Jolie", "yvelines"), ("Évry", "essonne"), ("Massy", "essonne"), ("Nanterre", "hauts-de-seine"),
    ("Antony", "hauts-de-seine"), ("Bobigny", "seine-saint-denis"), ("Aubervilliers", "seine-saint-denis"),
    ("Créteil", "val-de-marne"), ("Vitry-sur-Seine", "val-de-marne"), ("Cergy", "val-d-oise"),
)  # fmt: skip
SUMMARIES = (
    "Un temps pour essayer le travail de {job} à {town} et préparer la suite.",
    "Vous apprenez les gestes de {job}, en petit groupe, avec des stages près de {town}.",
    "Un parcours court pour devenir {job}, même si vous reprenez après une longue pause.",
    "À {town}, on vous aide à préparer le métier de {job} et à trouver un employeur.",
)
WHYS = (
    "Vous essayez le travail de {job} avant de choisir.",
    "Vous préparez ce que demande le métier de {job}, à votre rythme.",
    "Vous rencontrez des employeurs de {town} qui cherchent du monde.",
)
SIMPLE = (
    "Vous voulez devenir {job}.",
    "On vous aide à {town}.",
    "Vous apprenez en petit groupe.",
    "Vous faites un stage.",
    "On ne demande aucun diplôme.",
    "Vous pouvez venir sans rendez-vous.",
)
ACTIONS = (
    "**Au début**, vous faites le point avec un formateur sur ce que vous savez déjà faire.",
    "**Ensuite**, vous travaillez dans un atelier équipé, comme dans une vraie entreprise.",
    "**Deux fois**, vous partez en stage chez un employeur qui cherche un {job}.",
    "**Chaque semaine**, vous reprenez le français et les calculs utiles à ce métier.",
    "**À la fin**, vous préparez vos entretiens et un plan écrit pour les mois suivants.",
)
GAINS = (
    "Une attestation qui dit ce que vous savez faire, signée par l’organisme.",
    "Un premier carnet d’adresses d’employeurs autour de {town}.",
    "Les bases du métier de {job}, vérifiées pendant les stages.",
    "De l’aide pour la suite : emploi, apprentissage ou formation plus longue.",
)
STARTS = (
    "Téléphonez au lieu le plus proche. Demandez la date de la prochaine réunion à {town}.",
    "Parlez-en à votre conseiller. Il envoie votre demande, puis on vous appelle sous deux semaines.",
    "Venez à une réunion d’information. On y répond à toutes les questions, sans vous engager.",
)
NOTES = (
    "Les horaires sont ceux du travail : prévoyez la garde des enfants et les trajets avant le premier jour.",
    "Si vous arrêtez, vous pouvez revenir plus tard. Prévenez le formateur qui vous suit.",
    "Les repas ne sont pas fournis. Demandez quelles aides existent dans votre ville.",
)
ADVISER = (
    "Action du **marché régional**, lot de {town}, exécutée de septembre à juillet et reconductible deux fois.",
    "Le positionnement initial dure deux jours ; il peut réduire le parcours de moitié.",
    "L’organisme transmet un bilan écrit au conseiller dans les quinze jours qui suivent la sortie.",
    "Les entrées dépendent des bons de commande : vérifier les places avant toute prescription.",
)
STRENGTHS = (
    "Individualisation réelle, avec un plateau technique de {job} ouvert toute l’année.",
    "Partenariat ancien avec les employeurs et les missions locales autour de {town}.",
    "Bonne articulation avec les formations qualifiantes du même secteur.",
)
PITFALLS = (
    "Peu d’entrées en cours d’année : l’attente atteint deux mois à {town}.",
    "Accompagnement faible sur le logement, la santé et les transports.",
    "Trop peu de passages de certification, faute de temps.",
)
CONDITIONS = (
    "si votre projet de {job} est vérifié en stage",
    "si vous voulez un diplôme reconnu",
    "si la première étape vous a plu",
)
DIFFERENCES = (
    "Plus court, et sans stage en entreprise.",
    "Le même métier, mais pour des personnes qui ont déjà travaillé.",
    "Plus de français, moins de gestes du métier de {job}.",
)
MODULES = (
    "Gestes du métier de {job}",
    "Français du travail",
    "Calculs utiles",
    "Recherche d’emploi",
    "Ordinateur",
)
