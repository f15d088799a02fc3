#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Kills the program before each durable step of every kind of change, and looks at what it left: all of the command or
# nothing of it, a store that opens, a journal that fits, and a command that can be given again.
# Six steps of each command, spread evenly; every step with --long or CADRAN_TESTS_LONG=1.
# usage: sweep.sh [PROGRAM] [--long]
long="${CADRAN_TESTS_LONG:-0}"
if [ "${!#}" = --long ]; then long=1; set -- "${@:1:$#-1}"; fi
. "$(dirname "$0")/../end_to_end/setup.sh"

durable=fsync,fdatasync,rename,renameat,renameat2
points=6
kills=0
as_before=0
as_after=0

# --- the commands ----------------------------------------------------------------------------------------------------
declare -A stage=([init]=accepted [import]=accepted [run]=imported [decide]=waiting [release]=decided [sign]=reviewed [backup]=reviewed)

give() {
  local place=$2
  case "$1" in
    init) XDG_DATA_HOME="$place/home" "${program[@]}" init "$place/new" --sample --account admin --now "$clock" --lang en ;;
    import) as luc "$place" import claim "$place/data/claims-2026-07.csv" --rejects "$place/rejects.csv" ;;
    run) as luc "$place" control run pay-benefits --period 2026-Q3 ;;
    decide) as luc "$place" worklist decide "$(sed -n 2p "$place/worklist" | cut -d, -f1)" --verdict refused --reason 'Unreadable.' ;;
    release) as luc "$place" worklist release --released "$place/released.csv" --suspended "$place/held.csv" ;;
    sign) as claire "$place" review sign pay-benefits --period 2026-Q3 ;;
    backup) as admin "$place" backup "$place/backup" ;;
  esac
}

# What the command is about, as text: the same text is the same state. `init` draws random keys, and a copy of the
# store differs from it in bytes: there, what counts is whether the result is there.
state_of() {
  local place=$2
  case "$1" in
    init) [ ! -e "$place/new" ] || echo made ;;
    backup) [ ! -e "$place/backup" ] || echo made ;;
    *) as sophie "$place" journal list --format csv ;;
  esac
}

# Whatever is there is sound.
sound() {
  local place=$2
  as sophie "$place" journal verify || return
  case "$1" in
    init) [ ! -e "$place/new" ] || XDG_DATA_HOME="$place/home" "$cadran" journal verify --workspace "$place/new" --lang en ;;
    backup) [ ! -e "$place/backup" ] || (cd "$place/backup" && sha256sum -c SHA256SUMS) ;;
  esac
}

# What the command gives its caller, beside what it changes in the workspace.
given() {
  local place=$2
  case "$1" in
    import) cat "$place/rejects.csv" ;;
    run) as luc "$place" worklist list --format csv ;;
    # A list that was made, but not written when the power went, is written again by its number.
    release) as luc "$place" worklist release --again 1 --released "$place/released.csv" --suspended "$place/held.csv" > /dev/null
             cat "$place/released.csv" "$place/held.csv" ;;
    sign) as claire "$place" review show pay-benefits --period 2026-Q3 --format json ;;
  esac
}

# --- one kill --------------------------------------------------------------------------------------------------------
# kill_at COMMAND NUMBER SYSCALL NTH: before the NTH call of SYSCALL, the step of that number
kill_at() {
  local command=$1 what="$1, step $2 ($3)" place="$scratch/$1 $2" code=0 state
  office "${stage[$command]}" "$place"
  cp "$scratch/worklist" "$place/worklist"
  program=(strace -f -qq -o "$place/trace" -e "trace=$3" -e "inject=$3:signal=SIGKILL:when=$4" "$cadran")
  give "$command" "$place" > "$scratch/printed" 2>&1 || code=$?
  program=("$cadran")
  equal "$what: the program was killed there" 137 "$code"
  says "$what: by the signal" "$place/trace" 'killed by SIGKILL'
  kills=$((kills + 1))

  ends "$what: what is left is sound" 0 sound "$command" "$place"
  state=$(state_of "$command" "$place")
  code=0
  give "$command" "$place" > "$scratch/printed" 2>&1 || code=$?
  if [ "$state" = "$(cat "$scratch/before")" ]; then
    as_before=$((as_before + 1))
    equal "$what: given again, the command succeeds" "$(cat "$scratch/code")" "$code"
    equal "$what: and leads to the same state" "$(cat "$scratch/after")" "$(state_of "$command" "$place")"
  elif [ "$state" = "$(cat "$scratch/after")" ]; then
    as_after=$((as_after + 1))
    # A run and a list can be made again at any time; the others say that it is done.
    case "$command" in
      run | release) equal "$what: given again, the command goes on" "$(cat "$scratch/code")" "$code" ;;
      *) equal "$what: given again, the command says that it is done" 4 "$code"
         equal "$what: and changes nothing" "$(cat "$scratch/after")" "$(state_of "$command" "$place")" ;;
    esac
  else
    fault "$what: half done: $(diff "$scratch/before" <(echo "$state") | head -n 3)"
  fi
  ends "$what: it is sound in the end" 0 sound "$command" "$place"
  equal "$what: nothing of what it gives is lost" "$(cat "$scratch/given")" "$(given "$command" "$place")"
  find "$place" -name '.new-*' -o -name '.cadran-*' -prune >> "$scratch/leftovers"
  rm -rf "$place"
}

# --- one command: as it goes undisturbed, then killed ----------------------------------------------------------------
sweep() {
  local command=$1 place="$scratch/$1" total number step
  office "${stage[$command]}" "$place"
  as luc "$place" worklist list --format csv > "$scratch/worklist"
  cp "$scratch/worklist" "$place/worklist"
  state_of "$command" "$place" > "$scratch/before"
  program=(strace -f -y -qq -o "$scratch/steps" -e "trace=$durable" "$cadran")
  echo 0 > "$scratch/code"
  give "$command" "$place" > "$scratch/printed" 2>&1 || echo $? > "$scratch/code"
  program=("$cadran")
  ends "$command, undisturbed: it is sound" 0 sound "$command" "$place"
  state_of "$command" "$place" > "$scratch/after"
  given "$command" "$place" > "$scratch/given"
  # strace counts the calls of each name apart.
  awk '{ sub(/\(.*/, "", $2); print $2, ++count[$2] }' <(grep -E '^[0-9]+ +(fsync|fdatasync|rename)' "$scratch/steps") > "$scratch/points"
  total=$(wc -l < "$scratch/points")
  holds "$command has durable steps" test "$total" -ge 3
  [ "$command" != import ] || in_order "$scratch/steps"
  number=0
  while read -r step; do
    number=$((number + 1))
    [ "$long" = 1 ] || chosen "$number" "$total" || continue
    # shellcheck disable=SC2086 # a name and a count
    kill_at "$command" "$number" $step
  done < "$scratch/points"
  echo "$command: $total durable steps"
  rm -rf "$place"
}

# Whether a step is among those spread evenly from the first to the last.
chosen() {
  local i
  for ((i = 0; i < points; i++)); do [ $((1 + i * ($2 - 1) / (points - 1))) -ne "$1" ] || return 0; done
  return 1
}

# Against a loss of power: the archived file, then its name, then its folder are durable before the store commits.
in_order() {
  local first_commit
  first_commit=$(grep -nm1 'fdatasync.*cadran\.db-wal' "$1" | cut -d: -f1)
  order=$(awk -v commit="$first_commit" '
    NR >= commit { exit }
    /fsync.*\/archive\/\.new-/ { file = NR }
    /rename.*\/archive\/\.new-.*\/archive\/[0-9a-f][0-9a-f]\// { name = NR }
    /fsync.*\/archive\/[0-9a-f][0-9a-f]>/ { folder = NR }
    END { print (0 < file && file < name && name < folder) ? "file, name, folder, commit" : file " " name " " folder " " commit }' "$1")
  equal 'an imported file is durable before the row that names it' 'file, name, folder, commit' "$order"
}

for command in init import run decide release sign backup; do sweep "$command"; done
echo "$kills kills: $as_before left things as before, $as_after as after; $(sort -u "$scratch/leftovers" | wc -l) unfinished files or folders remained, named by nothing"
if [ "$long" != 1 ]; then holds 'there were enough kills' test "$kills" -ge 38; fi
finish
