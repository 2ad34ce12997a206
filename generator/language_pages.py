"""Pages of the door in other languages: the choice, one page a language, and its pointing sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.page import Page
from generator.views import languages
from generator.views.shared import Library, Ref

TITLE = "Le guide en d’autres langues"


def of_languages(library: Library) -> Iterator[Page]:
    """The choice, then each language and its sheet; nothing where nothing is translated."""
    tongues = languages.tongues(library)
    if not tongues:
        return
    meta = languages.alternates(library)
    root, about = languages.ROOT, "Choisissez votre langue, puis la phrase qui vous ressemble."
    yield Page(root, "languages.html.j2", TITLE, about, root, (), {"tongues": tongues}, meta)
    crumb = Ref("Langues", f"{root}/index.html")
    for tongue in tongues:
        page = languages.language_page(library, tongue.id)
        folder, name = f"{root}/{tongue.id}", f"{tongue.french} ({tongue.name})"
        title, about = f"En {name}", f"Ce que vous pouvez dire, en {tongue.french} et en français."
        context: dict[str, Any] = {"page": page, "tongue": tongue, "words": page.words}
        context["guide_name"] = library.guide.site.name
        yield Page(folder, "language.html.j2", title, about, root, (crumb,), context, meta)
        above = (crumb, Ref(f"En {tongue.french}", tongue.path))
        title, about = (
            f"Feuille à montrer, en {name}",
            f"Une page à imprimer, en {tongue.french} et en français.",
        )
        yield Page(f"{folder}/a-montrer", "pointing.html.j2", title, about, root, above, context)


def foot_for_languages(library: Library) -> tuple[Ref, ...]:
    """What the footer adds where something is translated."""
    found = bool(library.guide.languages)
    return (Ref("Autres langues", f"{languages.ROOT}/index.html"),) if found else ()
