"""The command line: speaks to the terminal, decides nothing."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import time
from pathlib import Path
from typing import NoReturn

from generator import build as builder
from generator.coverage import coverage
from generator.coverage_table import coverage_table, due_table, reading_table
from generator.edition import UnknownEditionError
from generator.export import schemas
from generator.guide import Guide
from generator.load import SITE_FILE, load
from generator.paper import press
from generator.problems import Problem, has_errors
from generator.report import Format, report, tally
from generator.seam_table import seam_table
from generator.seams.overview import overview
from generator.serve import serve
from generator.site import SiteError


class _FrenchParser(argparse.ArgumentParser):
    """argparse in French: its own messages are English, so the help speaks in their place."""

    def error(self, message: str) -> NoReturn:
        typed = " ".join(sys.argv[1:])
        why = message.partition(": ")[2] if "« " in message else ""  # our own words; argparse's are English
        self.exit(2, f"Commande ou option non comprise : « {typed} ». {why}\n\n{self.format_help()}")

    def format_help(self) -> str:
        """argparse's one English word, in French."""
        return super().format_help().replace("usage:", "utilisation :", 1)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 something to correct, 2 misuse."""
    options = _parser().parse_args(arguments)
    if not (options.project / "offer").is_dir():
        print(
            f"« {options.project} » n’est pas le dossier du guide : il n’a pas de dossier « offer ». "
            "Allez dans le bon dossier, ou écrivez « --project DOSSIER ».",
            file=sys.stderr,
        )
        return 2
    try:
        return int(options.run(options))
    except BrokenPipeError:
        return 1
    except KeyboardInterrupt:
        print("\nArrêté.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = _FrenchParser(
        prog="python -m generator",
        description="Par où commencer ? : lit les fiches YAML et fabrique le guide.",
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="help", help="affiche cette aide")
    commands = parser.add_subparsers(
        title="commandes", metavar="COMMANDE", required=True, parser_class=_FrenchParser
    )
    common = _common_options()
    for name, (run, text) in COMMANDS.items():
        command = commands.add_parser(name, parents=[common], add_help=False, help=text, description=text)
        command.set_defaults(run=run)
        if name in REPORTING:
            _format_option(command)
        if name == "check":
            _table_options(command)
        if name in ("build", "pdf"):
            command.add_argument(
                "--edition",
                default=builder.DEFAULT_EDITION,
                metavar="RÉGION",
                help=f"région du guide (par défaut : {builder.DEFAULT_EDITION})",
            )
        if name == "build":
            command.add_argument(
                "--no-copies",
                dest="copies",
                action="store_false",
                help="ne fait pas les copies à emporter (dist/)",
            )
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="port (par défaut : 8000)")
    return parser


def _common_options() -> _FrenchParser:
    common = _FrenchParser(add_help=False)
    common.add_argument("-h", "--help", action="help", help="affiche cette aide")
    common.add_argument(
        "--project",
        type=Path,
        default=Path(),
        metavar="DOSSIER",
        help="dossier du projet (par défaut : le dossier courant)",
    )
    common.add_argument(
        "--today",
        type=_date,
        metavar="AAAA-MM-JJ",
        help="date du jour à écrire dans le guide (par défaut : SOURCE_DATE_EPOCH, sinon aujourd’hui)",
    )
    return common


def _format_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="text",
        help="forme des messages : text (terminal), github (annotations), json",
    )


def _table_options(command: argparse.ArgumentParser) -> None:
    tables = command.add_mutually_exclusive_group()
    for name, text in TABLES.items():
        tables.add_argument(
            f"--{name}", dest="table", action="store_const", const=name, default="coverage", help=text
        )


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"« {text} » n’est pas une date ; écrivez AAAA-MM-JJ") from error


def _today(options: argparse.Namespace) -> datetime.date:
    """The date of the build, an explicit input: option, then SOURCE_DATE_EPOCH, then the clock."""
    if options.today:
        given: datetime.date = options.today
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            print(f"SOURCE_DATE_EPOCH vaut « {epoch} » : il faut un nombre de secondes.", file=sys.stderr)
            raise SystemExit(2) from None
    return datetime.datetime.now(datetime.UTC).date()


def _tell(problems: tuple[Problem, ...], form: Format) -> None:
    """Problems go to standard output; the summary to standard error, out of machines' way."""
    print(report(problems, form), end="")
    print(tally(problems), file=sys.stderr)


def _check(options: argparse.Namespace) -> int:
    verdict = builder.check(options.project, _today(options))
    shown = verdict.problems
    if options.table == "due":
        shown = tuple(one for one in shown if one.severity == "error" or one.rule == "review_overdue")
    _tell(shown, options.format)
    if verdict.guide and options.format == "text":
        print(_table(options.table, verdict.guide, _today(options)), end="", file=sys.stderr)
    return 1 if has_errors(verdict.problems) else 0


def _table(name: str, guide: Guide, today: datetime.date) -> str:
    """The table asked for, beside the report: out of machines' way, it goes to standard error."""
    if name == "no-coverage":
        return ""
    found = coverage(guide)
    if name == "reading":
        return reading_table(found)
    if name == "due":
        return due_table(found, today)
    return coverage_table(guide, found, today) + seam_table(guide, overview(guide))


def _build(options: argparse.Namespace) -> int:
    start = time.monotonic()
    try:
        verdict = builder.build(options.project, _today(options), _progress, options.edition, options.copies)
    except SiteError as error:
        print(f"MkDocs n’a pas pu faire le site ({error}). Rien n’a changé dans site/.", file=sys.stderr)
        return 1
    except UnknownEditionError as error:
        return _no_edition(error)
    errors = tuple(one for one in verdict.problems if one.severity == "error")
    if errors:
        _tell(errors, options.format)
        print("Le site n’a pas été refait : corrigez les erreurs ci-dessus.", file=sys.stderr)
        return 1
    page = options.project / builder.site_of(options.edition) / "index.html"
    ready = f"Le guide est prêt en {time.monotonic() - start:.1f} s. Ouvrez : {page}"
    if options.format == "json":
        _tell(verdict.problems, options.format)
        _progress(ready)
        return 0
    if verdict.problems:
        print(f"{tally(verdict.problems)} Pour les lire : ./site-build.sh check", file=sys.stderr)
    print(ready)
    return 0


def _pdf(options: argparse.Namespace) -> int:
    start = time.monotonic()
    try:
        verdict, path = builder.print_book(options.project, _today(options), _progress, options.edition)
    except press.NoPressError as error:
        print(error, file=sys.stderr)
        return 2
    except UnknownEditionError as error:
        return _no_edition(error)
    if path is None:
        _tell(tuple(one for one in verdict.problems if one.severity == "error"), options.format)
        return 1
    size = f"{path.stat().st_size / 1e6:.1f}".replace(".", ",")
    print(f"Le guide imprimé est prêt en {time.monotonic() - start:.0f} s ({size} Mo) : {path}")
    return 0


def _no_edition(error: UnknownEditionError) -> int:
    known = ", ".join(error.known)
    print(f"Aucune édition ne s’appelle « {error.name} ». Écrivez l’une de : {known}.", file=sys.stderr)
    return 2


def _serve(options: argparse.Namespace) -> int:
    return serve(options.project, options.port, lambda: _today(options), _say)


def _pages(options: argparse.Namespace) -> int:
    verdict = builder.check(options.project, _today(options))
    if verdict.guide is None:
        _tell(tuple(one for one in verdict.problems if one.severity == "error"), options.format)
        return 1
    builder.write_pages(options.project, verdict.guide, _today(options))
    return 0


def _schema(options: argparse.Namespace) -> int:
    content = load(options.project)
    unread = tuple(one for one in content.problems if one.file == SITE_FILE)
    if has_errors(unread):
        _tell(unread, "text")
        return 1
    changed = schemas.write(options.project, content.guide.site.connect)
    print(f"{changed} fichier(s) mis à jour dans {schemas.FOLDER}/ et docs/serveurs/.")
    return 0


def _say(text: str) -> None:
    print(text, flush=True)


def _progress(text: str) -> None:
    """Steps of a build: on standard error, which leaves standard output to what is asked for."""
    print(text, file=sys.stderr, flush=True)


TABLES = {
    "coverage": "montre, après les messages, ce que le guide contient et ce qui manque (par défaut)",
    "no-coverage": "montre les messages seulement",
    "due": "montre les fiches à relire seulement",
    "reading": "montre, après les messages, les textes les plus difficiles d’abord",
}
REPORTING = ("check", "build", "pages", "pdf")
"""Commands whose answer is a list of problems: the others have nothing to put in a format."""
COMMANDS = {
    "check": (_check, "lit et vérifie toutes les fiches, ne fabrique rien"),
    "build": (_build, "fabrique le site dans site/"),
    "serve": (_serve, "montre le site et le refait à chaque modification"),
    "pages": (_pages, "écrit les pages dans build/docs/, sans MkDocs"),
    "pdf": (_pdf, "imprime le guide dans dist/par-ou-commencer.pdf"),
    "schema": (_schema, "met à jour docs/schema/ et les fichiers pour serveurs de docs/serveurs/"),
}
