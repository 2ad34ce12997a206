"""Pages of « Lequel choisir ? »: the list of groups, then each group side by side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.page import Page
from generator.views.choose import choose_pages
from generator.views.shared import Library, Ref

TITLE = "Lequel choisir ?"
FOLDER = "lequel-choisir"
DOOR = Ref(TITLE, f"{FOLDER}/index.html", "Ceux qui se ressemblent, côte à côte.")


def of_choices(library: Library) -> Iterator[Page]:
    """Nothing where no scheme resembles another."""
    pages = choose_pages(library)
    if not pages:
        return
    about = "Certains dispositifs se ressemblent. Voyez ce qui change de l’un à l’autre."
    yield Page(FOLDER, "choices.html.j2", TITLE, about, "dispositifs", context={"pages": pages})
    for page in pages:
        title = f"{TITLE} {page.tab}"
        context = {"page": page}
        folder = page.path.removesuffix("/index.html")
        yield Page(folder, "choice.html.j2", title, about, "dispositifs", (Ref(TITLE, DOOR.path),), context)
