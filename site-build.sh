#!/usr/bin/env bash
# Makes the guide. « ./site-build.sh help » says what it can do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

VENV=.venv
PY=$VENV/bin/python
export PYTHONUTF8=1 PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

help() {
  cat <<'TXT'
Par où commencer ? : fabrique le guide à partir des fiches YAML.

  ./site-build.sh              fabrique le site dans site/ et les copies à emporter dans dist/
  ./site-build.sh serve        montre le site et le refait à chaque modification
  ./site-build.sh check        lit et vérifie toutes les fiches, ne fabrique rien
  ./site-build.sh test         installe ce qu’il faut aux tests et les lance
  ./site-build.sh test --all   ajoute les tests longs
  ./site-build.sh pdf          imprime le guide : dist/par-ou-commencer.pdf (quelques minutes)
  ./site-build.sh schema       met à jour les schémas JSON après un changement du modèle
  ./site-build.sh bench        mesure temps et mémoire (tests/bench/)
  ./site-build.sh bench search compare notre recherche à d’autres (deux demandent Node)
  ./site-build.sh bench light  mesure les pages avec Lighthouse, à côté d’autres (demande Node)
  ./site-build.sh clean        efface site/, dist/, build/ et l’environnement .venv/
  ./site-build.sh help         affiche cette aide

Ce qui suit la commande lui est transmis : ./site-build.sh check --format json
TXT
}

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
    [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    command -v "$candidate"; return
  done
  fail "Il faut Python 3.11 ou plus récent. Installez-le (python.org), puis relancez cette commande."
}

make_venv() {
  if [ -x "$PY" ] && "$PY" -c '' 2>/dev/null; then return; fi
  local python; python=$(find_python)
  say "Création de l’environnement Python (.venv/)…"
  rm -rf "$VENV"
  if command -v uv >/dev/null 2>&1; then
    uv venv --quiet --python "$python" "$VENV"
  else
    "$python" -m venv "$VENV" || fail "Le module « venv » manque : sous Debian ou Ubuntu, installez python3-venv."
  fi
}

add_to_venv() {
  if command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --python "$PY" "$@"
  else
    "$PY" -m pip --version >/dev/null 2>&1 || "$PY" -m ensurepip >/dev/null  # a venv made by uv has no pip
    "$PY" -m pip install --quiet "$@"
  fi
}

# Installs one requirements file, once for each content of it.
install_from() {
  local file=$1 stamp
  make_venv
  stamp=$VENV/.installed-$(basename "$file" .txt)
  if cmp -s "$file" "$stamp"; then return; fi
  say "Installation des outils ($file), une seule fois…"
  add_to_venv --require-hashes --only-binary :all: -r "$file" || add_to_venv --require-hashes -r "$file"
  cp "$file" "$stamp"
}

find_chromium() {
  local candidate
  for candidate in "${POC_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$candidate" ] && command -v "$candidate" 2>/dev/null && return
  done
  return 1
}

# A Chromium for the browser tests: one already here, else Debian's, else Playwright's. Without its windows
# (headless-shell) a page opens five times sooner.
need_chromium() {
  local package
  if POC_CHROMIUM=$(find_chromium); then export POC_CHROMIUM; return; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installation de Chromium (paquet Debian)…"
    apt-get update -qq >/dev/null || true
    for package in chromium-headless-shell chromium; do
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null 2>&1 || continue
      if POC_CHROMIUM=$(find_chromium); then export POC_CHROMIUM; return; fi
    done
  fi
  unset POC_CHROMIUM
  say "Installation de Chromium (Playwright)…"
  "$PY" -m playwright install chromium \
    || fail "Aucun Chromium : installez-en un, ou donnez son chemin dans POC_CHROMIUM."
}

# WeasyPrint sets type with Pango, a library of the system.
need_pango() {
  "$PY" -c 'import weasyprint' 2>/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installation de Pango (paquets Debian)…"
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libpango-1.0-0 libpangoft2-1.0-0 >/dev/null || true
  fi  # still missing, the generator says what to install
}

run_tests() {
  install_from requirements-test.txt
  need_chromium
  local marks='not slow'
  if [ "${1:-}" = --all ]; then
    marks=''; shift
    need_pango
    add_to_venv zensical==0.0.73 2>/dev/null || say "Zensical ne s’installe pas ici : son test sera sauté."
  fi
  "$PY" -m ruff check .
  "$PY" -m ruff format --check --quiet .
  "$PY" -m mypy
  "$PY" -m generator build
  "$PY" -m pytest -m "$marks" -n "${POC_JOBS:-2}" "$@"
}

run_bench() {
  install_from requirements.txt
  if [ "${1:-}" = search ] || [ "${1:-}" = light ]; then
    install_from requirements-test.txt
    need_chromium
  fi
  exec "$PY" -m tests.bench "$@"
}

command=${1:-build}
[ $# -gt 0 ] && shift
case "$command" in
  build | check | serve | schema) install_from requirements.txt; exec "$PY" -m generator "$command" "$@" ;;
  pdf) install_from requirements-pdf.txt; need_pango; exec "$PY" -m generator pdf "$@" ;;
  test) run_tests "$@" ;;
  bench) run_bench "$@" ;;
  clean) rm -rf site site.previous dist dist.previous build "$VENV"; say "Effacé : site/, dist/, build/, .venv/." ;;
  help | -h | --help) help ;;
  -*) install_from requirements.txt; exec "$PY" -m generator build "$command" "$@" ;;
  *) help >&2; fail "Commande inconnue : « $command »." ;;
esac
