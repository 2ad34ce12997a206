#!/bin/sh
# Met une version du guide en ligne d’un seul coup, et garde celle d’avant (voir docs/publier.md).
#   publier.sh SITE DOSSIER        copie SITE dans DOSSIER/versions/, puis change le lien DOSSIER/en-ligne
#   publier.sh --retour DOSSIER    remet en ligne la version d’avant
set -eu

# Un lien ne se remplace pas en une fois : on en fait un autre à côté, puis on le renomme.
pointer() {
  ln -s "$1" "$2.nouveau.$$"
  mv -T "$2.nouveau.$$" "$2"
}

if [ "${1:-}" = --retour ]; then
  dossier=${2:?« --retour » demande le dossier du guide}
  avant=$(readlink "$dossier/avant") || { echo "Aucune version d’avant dans $dossier." >&2; exit 1; }
  present=$(readlink "$dossier/en-ligne")
  pointer "$avant" "$dossier/en-ligne"
  pointer "$present" "$dossier/avant"
  echo "De nouveau en ligne : $avant"
  exit 0
fi

site=${1:?il faut le dossier du site} dossier=${2:?il faut le dossier où publier}
[ -f "$site/index.html" ] || { echo "« $site » n’est pas un site : il n’a pas de index.html." >&2; exit 1; }

nom=versions/$(date -u +%Y%m%d-%H%M%S)-$$
mkdir -p "$dossier/versions"
cp -R "$site" "$dossier/$nom.copie"
mv "$dossier/$nom.copie" "$dossier/$nom"

if present=$(readlink "$dossier/en-ligne"); then
  pointer "$present" "$dossier/avant"
fi
pointer "$nom" "$dossier/en-ligne"

for ancienne in "$dossier"/versions/*; do
  case "versions/${ancienne##*/}" in
    "$nom" | "${present:-}") ;;
    *) rm -rf "$ancienne" ;;
  esac
done
echo "En ligne : $nom"
