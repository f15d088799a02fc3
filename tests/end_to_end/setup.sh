# SPDX-License-Identifier: Apache-2.0
# What the scripts here and in tests/crash share; each sources it: the program under test, claims about it, and
# workspaces that are prepared once and of which each test changes a copy. Paths have spaces and accents on purpose.
# The program is the first argument, else $CADRAN, else build/cadran.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cadran="${1:-${CADRAN:-$root/build/cadran}}"
cache="$root/build/end_to_end"
demo="$cache/la démo"
mkdir -p "$cache"
export LC_ALL=C.UTF-8 NO_COLOR=1
unset CADRAN_WORKSPACE CADRAN_TOKEN_FILE CADRAN_MEMORY

# Of what the prepared things were made; they are made anew once it changed.
prepared_with() { cat "$cadran" "$root/processes/pay-benefits.xml" "$root"/samples/{demo.sh,generate.mjs,planted.mjs,fraud.mjs,prevent-fraud.xml,actions.fr.csv,figures.csv,incidents.csv,audit/play.mjs,audit/year-1.json} "$root/tests/end_to_end/setup.sh" | sha256sum; }

scratch="$(mktemp -d "${TMPDIR:-/tmp}/cadran à l’essai XXXXXX")"
trap 'rm -rf "$scratch"' EXIT

# --- claims ----------------------------------------------------------------------------------------------------------
claims=0
broken=0
held() { claims=$((claims + 1)); }
fault() { claims=$((claims + 1)); broken=$((broken + 1)); printf 'FAULT: %s\n' "$*" >&2; }
equal() { if [ "$2" = "$3" ]; then held; else fault "$1: expected «$2», got «$3»"; fi; }
holds() { local what=$1; shift; if "$@" > /dev/null 2>&1; then held; else fault "$what"; fi; }
# says WHAT FILE PATTERN (extended regular expression)
says() { if grep -Eq -- "$3" "$2"; then held; else fault "$1: no «$3» in: $(tail -n 5 "$2")"; fi; }
# ends WHAT CODE command…: what it prints stays in $scratch/printed
ends() {
  local what=$1 expected=$2 code=0; shift 2
  "$@" > "$scratch/printed" 2>&1 || code=$?
  if [ "$code" -eq "$expected" ]; then held; else fault "$what: expected exit code $expected, got $code: $(tail -n 3 "$scratch/printed")"; fi
}
finish() {
  echo "$claims claims, $broken broken"
  [ "$claims" -gt 0 ] && [ "$broken" -eq 0 ]
}

# --- acting ----------------------------------------------------------------------------------------------------------
clock=2026-06-15T09:00
program=("$cadran")  # with another before it that watches, where one does
# as WHO PLACE words…: a command in PLACE/workspace as one of its people
as() {
  local who=$1 place=$2 token=(); shift 2
  [ "$who" = admin ] || token=(--token-file "$place/tokens/$who")
  XDG_DATA_HOME="$place/home" "${program[@]}" "$@" --workspace "$place/workspace" --lang en --now "$clock" "${token[@]}"
}
# The same where finding something (exit code 1) is fine.
finding() { local code=0; as "$@" || code=$?; [ "$code" -le 1 ]; }

# give_password PLACE FILE who…: in place of the one they had, if any
give_password() {
  local place=$1 file=$2 who; shift 2
  for who in "$@"; do
    as admin "$place" account invite "$who" --code-file "$place/$who.code" > /dev/null
    as admin "$place" account password --code-file "$place/$who.code" --password-file "$file" > /dev/null
    rm -f "$place/$who.code"
  done
}

# serve PLACE options…: on a port that is free, by $clock, until it is killed or the script ends; leaves `server`,
# `site`, `port` and `log`
serve() {
  local place=$1; shift
  log="$scratch/serve.log"; : > "$log"
  XDG_DATA_HOME="$place/home" "$cadran" serve --port 0 --workspace "$place/workspace" --lang en --now "$clock" "$@" > "$log" 2>&1 &
  server=$!
  trap 'kill "$server" 2> /dev/null || true; rm -rf "$scratch"' EXIT
  for _ in $(seq 100); do grep -q 'answers at' "$log" && break; sleep 0.1; done
  site=$(sed -n 's,.*answers at \(https\?://[^ ]*\).*,\1,p' "$log")
  port=${site##*:}
  [ -n "$site" ] || { cat "$log" >&2; exit 1; }
}
no_inner_fault() { holds 'nothing was logged as an inner fault' bash -c "! grep -E '^(GET|POST|HEAD) ' '$log'"; }

# --- the whole demo, played once -------------------------------------------------------------------------------------
# play_demo LANG FOLDER LOG
play_demo() { bash "$root/samples/demo.sh" --lang "$1" --folder "$2" > "$3" 2>&1; }

# The played demo under $demo, for reading; `copy_of_demo PLACE` makes one that may be changed.
have_demo() {
  exec 8> "$cache/demo.lock"
  flock 8
  if [ "$(cat "$cache/demo.of" 2>/dev/null)" != "$(prepared_with)" ]; then
    play_demo fr "$demo" "$cache/demo.log" || { cat "$cache/demo.log" >&2; exit 1; }
    prepared_with > "$cache/demo.of"
  fi
  exec 8>&-
}
copy_of_demo() { have_demo; cp -a "$demo" "$1"; }

# --- where the reference audit is played --------------------------------------------------------------------------------
# Its people, and the checklist in force.
open_audited() {
  local place=$1
  mkdir -p "$place/tokens"
  clock=2026-01-05T09:00
  XDG_DATA_HOME="$place/home" "$cadran" init "$place/workspace" --sample --account admin --now "$clock"
  invite "$place" sophie.garnier --person 'Sophie Garnier' --role quality-manager
  invite "$place" malik.dahmani --person 'Malik Dahmani' --role plugin-author
  invite "$place" ines.caron --person 'Inès Caron' --role auditor
  invite "$place" paul.lenoir --person 'Paul Lenoir' --role auditee
  as malik.dahmani "$place" plugin draft delegate-audit
  as sophie.garnier "$place" plugin accept delegate-audit --from 2026-02-01
}
# play_audit PLACE YEAR.json options…: by the clock of its dates
play_audit() {
  local place=$1 year=$2; shift 2
  XDG_DATA_HOME="$place/home" node "$root/samples/audit/play.mjs" "$root/samples/audit/$year" --cadran "$cadran" --place "$place" "$@"
}

# --- a small office, at every stage of its quarter -------------------------------------------------------------------
# The reference sheet under the names of the office's people; with `first`, the first of its controls covers all risks.
sheet_of_office() {
  awk -v first="${1:-}" '
    first && /<risk id=/ { split($0, part, "\""); risks = risks "      <covers risk=\"" part[2] "\"/>\n" }
    /<control use=/ { skipped = first && seen++ }
    first && seen == 1 && /<covers/ { printf "%s", risks; next }
    !skipped { print }
    /<\/control>/ { skipped = 0; seen += seen == 1 && first != "" }' \
    "$root/processes/pay-benefits.xml" | sed 's/claire.vasseur/claire/; s/hugo.lemaire/sophie/'
}

# Forty lines of each file, the faulty ones, and all of 1,000 EUR or more: their amount has a no-break space.
shortened() { awk -F';' -v amount="$2" 'NR <= 41 || /;(massage|abc);/ || index($amount, "\302\240")' "$1"; }

invite() {
  local place=$1 name=$2; shift 2
  as admin "$place" account add "$name" "$@" --code-file "$place/tokens/$name.code"
  as admin "$place" account enrol "$place/tokens/$name" --code-file "$place/tokens/$name.code"
}

open_office() {
  local place=$1 month
  mkdir -p "$place/tokens" "$place/data" "$place/all"
  node "$root/samples/generate.mjs" "$place/all"
  for month in 2026-07 2026-08 2026-09; do
    shortened "$place/all/claims-$month.csv" 8 > "$place/data/claims-$month.csv"
    shortened "$place/all/payments-$month.csv" 3 > "$place/data/payments-$month.csv"
  done
  rm -r "$place/all"
  XDG_DATA_HOME="$place/home" "$cadran" init "$place/workspace" --sample --account admin --now "$clock"
  invite "$place" claire --person Claire --role pilot
  sheet_of_office first > "$place/workspace/processes/pay-benefits.xml"
  invite "$place" sophie --person Sophie --role quality-manager --role pilot
  invite "$place" malik --person Malik --role plugin-author
  invite "$place" nadia --person Nadia --role controller --handler-code H07
  invite "$place" luc --person Luc --role controller
  as malik "$place" plugin draft claims
  as sophie "$place" plugin accept claims --from 2026-07-01
  as claire "$place" process draft pay-benefits
  as sophie "$place" process accept pay-benefits --from 2026-07-01
  clock=2026-07-01T09:00
  as claire "$place" cycle plan pay-benefits
}

import_all() {
  local place=$1 month
  for month in 2026-07 2026-08 2026-09; do finding luc "$place" import claim "$place/data/claims-$month.csv"; done
}

decide_all() {
  local place=$1 item
  for item in $(findings_of "$place"); do as luc "$place" worklist decide "$item" --verdict released --all-conforming; done
}

hold_review() {
  local place=$1 month
  for month in 2026-07 2026-08 2026-09; do finding luc "$place" import payment "$place/data/payments-$month.csv"; done
  clock=2026-10-02T09:00
  as claire "$place" cycle check pay-benefits
  as claire "$place" indicator measure pay-benefits --period 2026-Q3
  as claire "$place" indicator record pay-benefits paid-in-five-days --period 2026-Q3 --numerator 9 --denominator 10 --comment 'Counted.'
  as claire "$place" cycle act pay-benefits
  as claire "$place" review prepare pay-benefits --period 2026-Q3
  as claire "$place" review hold pay-benefits --period 2026-Q3 --participant Claire --conclusion 'Enough said.'
}

findings_of() { as luc "$1" worklist list --format csv | awk -F, 'NR > 1 { print $1 }'; }

# The stages in order; each goes on from the one before.
advance_to() {
  local place=$2
  case "$1" in
    accepted) clock=2026-06-15T09:00; open_office "$place" ;;
    imported) clock=2026-09-25T10:00; import_all "$place" ;;
    waiting) clock=2026-09-25T10:00; finding luc "$place" control run pay-benefits --period 2026-Q3 ;;
    decided) clock=2026-09-25T10:00; decide_all "$place" ;;
    reviewed) clock=2026-09-30T10:00; hold_review "$place" ;;
  esac
}

# Holds the lock until descriptor 9 is closed, so that nobody makes them anew while they are copied.
have_offices() {
  exec 9> "$cache/offices.lock"
  flock 9
  if [ "$(cat "$cache/offices.of" 2>/dev/null)" != "$(prepared_with)" ]; then
    local stage before= code
    rm -rf "$cache/offices"
    for stage in accepted imported waiting decided reviewed; do
      mkdir -p "$cache/offices/$stage"
      [ -z "$before" ] || cp -a "$cache/offices/$before/." "$cache/offices/$stage"
      # Not as a condition: there, bash would go on after a step that failed.
      set +e
      ( set -e; advance_to "$stage" "$cache/offices/$stage" ) > "$cache/offices.log" 2>&1
      code=$?
      set -e
      [ $code -eq 0 ] || { tail "$cache/offices.log" >&2; echo "the stage $stage could not be prepared" >&2; exit 1; }
      before=$stage
    done
    prepared_with > "$cache/offices.of"
  fi
}

# office STAGE PLACE: a copy that may be changed; a later clock than all that happened in it
office() {
  have_offices
  mkdir -p "$2"
  cp -a "$cache/offices/$1/." "$2"
  exec 9>&-
  case "$1" in
    reviewed) clock=2026-10-12T15:00 ;;
    *) clock=2026-09-30T18:00 ;;
  esac
}
