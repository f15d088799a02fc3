#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The example line of every manual, typed as it stands, in both languages, by whoever has the right to it, in a copy of
# the played demo: it does what it says, or says that in this workspace it was done already (4).
. "$(dirname "$0")/setup.sh"

people=(admin sophie.garnier claire.vasseur nadia.belkacem luc.moreau malik.dahmani hugo.lemaire ines.caron paul.lenoir lea.roy anne.delorme)

# What names invented things: they are not there, or somebody who is there already, and the answer says so (2).
invented() {
  case "$1" in
    "account add "* | "nonconformity extend "* | "nonconformity open "* | "risk import "* | "control explain "*) ;;
    "audit "[abcfikprse]* | "audit-finding "[adsrvw]* | "piece "* | "export audit "*) ;;
    "token revoke "*) ;;
    "worklist "[dsterci]* | "worklist give-back "* | "finding "[cds]* | "action "*) ;;
    *) return 1 ;;
  esac
}

# example_of FILE LANG: the example line, without the program's name
example_of() {
  awk -v lang="$2" '/^<!-- / { at = $2 } at == lang && /^Ex[ae]mple/' "$1" | sed -E 's/^[^`]*`cadran //; s/`.*$//'
}

# desk PLACE LANG: where the line is typed, with the files that examples name
desk() {
  local place=$1 table=prestations-2026-07.csv sheet=fiche.xlsx
  [ "$2" = fr ] || { table=claims-2026-07.csv; sheet=sheet.xlsx; }
  copy_of_demo "$place"
  mkdir "$place/desk"
  cp "$place/data/claims-2026-07.csv" "$place/desk/$table"
  printf 'number,book,hits,audited\nA1,900.00,1,900.00\nA2,120.00,1,90.00\n' | tee "$place/desk/echantillon.csv" > "$place/desk/sample.csv"
  clock=2026-10-20T09:00
  as sophie.garnier "$place" process template --to "$place/desk/$sheet" --process pay-benefits
  as admin "$place" account add ines.martin --person "Inès Martin" --role handler --code-file "$place/desk/invitation.txt"
  echo "quatre chats gris dorment" | tee "$place/desk/mot-de-passe.txt" > "$place/desk/password.txt"
  (umask 077; echo "the word between Cadran and the provider" > "$place/desk/secret")
  invite "$place" lea.roy --person "Léa Roy" --role handler
  invite "$place" anne.delorme --person "Anne Delorme" --role management
  as sophie.garnier "$place" management-review prepare 2026
  as admin "$place" backup "$place/backup"
}

# type_line PLACE LANG LINE: by the first of the people who is not refused; leaves the code in `code`
type_line() {
  local place=$1 lang=$2 who words workspace token limit=()
  eval "words=($3)"
  [ "${words[0]}" != serve ] || limit=(timeout --preserve-status --signal TERM 3)
  case "${words[0]}" in
    init | restore) workspace=() ;;
    *) workspace=(--workspace "$place/workspace" --now 2026-10-20T09:00) ;;
  esac
  for who in "${people[@]}"; do
    token=(--token-file "$place/tokens/$who")
    case "$who ${words[0]} ${words[1]:-}" in
      admin\ * | *" init "* | *" restore "*) token=() ;;
      *" account enrol") token=() ;;
    esac
    code=0
    (cd "$place/desk" && HOME="$place/desk" XDG_DATA_HOME="$place/home" \
      "${limit[@]}" "$cadran" "${words[@]}" "${workspace[@]}" --lang "$lang" "${token[@]}") > "$scratch/printed" 2>&1 || code=$?
    [ "$code" -eq 3 ] || return 0
  done
}

manuals=("$root"/core/cli/*.md)
for lang in fr en; do
  desk "$scratch/office" "$lang" > "$scratch/desk.log" 2>&1 || { cat "$scratch/desk.log" >&2; exit 1; }
  for manual in "${manuals[@]}"; do
    line=$(example_of "$manual" "$lang")
    [ -n "$line" ] || { fault "$(basename "$manual") has no example in $lang"; continue; }
    line=$(sed -E 's, /(sauvegardes|backups)/, ../,' <<< "$line")
    cp -a "$scratch/office" "$scratch/place"
    case "$line" in restore\ *) line="restore ../backup ${line##* }" ;; esac
    type_line "$scratch/place" "$lang" "$line"
    said="$lang, $line: exit code $code: $(head -n 3 "$scratch/printed")"
    if [ "$code" -eq 2 ] && invented "$line"; then
      if grep -q -e --help "$scratch/printed"; then fault "$said"; else held; fi
    elif grep -Eq '^cadran [0-9.]+$' "$scratch/printed"; then
      fault "$said"  # the program's version instead of an answer
    elif [ "$code" -le 1 ] || [ "$code" -eq 4 ]; then
      held
    else
      fault "$said"
    fi
    rm -rf "$scratch/place"
  done
  rm -rf "$scratch/office"
done
finish
