#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the fuzz targets with clang and runs each for a while.
set -euo pipefail

usage() {
  cat <<'END'
usage: tests/fuzz/run.sh [--seconds N] [TARGET]...

Feeds definitions (process sheets, workspace.xml, catalogues of clauses), xlsx (spreadsheets), csv (records, with their
dialect), conditions (the clauses of queries, asked of records in two ways), declarations (the files of plugins, with
their judges) and requests (what a connection brings to the server) with what libFuzzer makes out of the seeds, under AddressSanitizer and UndefinedBehaviorSanitizer. What
reaches new code is kept in build-fuzz/corpus/, for the next time; what fails in build-fuzz/faults/, with a line that
says how to see it again.

  TARGET       definitions, xlsx, csv, conditions, declarations or requests; all of them where none is named
  --seconds N  for each target; 60 by default
  --help       this text

Needs clang-16 and libclang-rt-16-dev (packaging/install.sh --with-tests). CADRAN_FUZZ_BUILD names another folder than
build-fuzz/. Ends with 0 if nothing failed, 1 if something did, 2 on wrong usage.
END
}

wrong() { echo "tests/fuzz/run.sh: $1" >&2; usage >&2; exit 2; }

seconds=60
targets=()
while [ $# -gt 0 ]; do
  case "$1" in
    --seconds) [[ "${2:-}" =~ ^[1-9][0-9]*$ ]] || wrong "--seconds wants a number"; seconds=$2; shift ;;
    --help | -h) usage; exit 0 ;;
    definitions | xlsx | csv | conditions | declarations | requests) targets+=("$1") ;;
    *) wrong "unknown word $1" ;;
  esac
  shift
done
[ ${#targets[@]} -gt 0 ] || targets=(definitions xlsx csv conditions declarations requests)

cd -- "$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)"
build=${CADRAN_FUZZ_BUILD:-build-fuzz}
cmake --preset fuzz -B "$build" --log-level=WARNING
cmake --build "$build" --parallel "${CADRAN_FUZZ_JOBS:-$(nproc)}" --target "${targets[@]/#/fuzz_}"
mkdir -p "$build/faults"

# The names and the values that the schemas know.
words() {
  sed -nE 's/.*<xs:(element|attribute|enumeration)[^>]* (name|value)="([a-z0-9-]+)".*/"\3"/p' processes/*.xsd | sort -u
}
words > "$build/definitions.dict"
# Those of the condition language, and of declarations and judges: the long words of the seeds.
for target in conditions declarations; do
  grep -hoE "[a-z_]{2,}|'[a-z]'|[0-9]+ [a-zé]+|[<>=]+" tests/fuzz/seeds/$target/* | sort -u | sed 's/.*/"&"/' |
    LC_ALL=C grep -v '[^ -~]' > "$build/$target.dict"
done

seeds_of() {
  case "$1" in
    definitions) echo processes processes/catalogues samples ;;
    *) echo "tests/fuzz/seeds/$1" ;;
  esac
}

failed=0
for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target"
  options=(-max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1
           -artifact_prefix="$build/faults/$target-")
  [ ! -f "$build/$target.dict" ] || options+=(-dict="$build/$target.dict")
  echo "fuzz_$target for $seconds s"
  log="$build/$target.log"
  # shellcheck disable=SC2046 # names of folders without spaces
  if "$build/fuzz_$target" "${options[@]}" "$build/corpus/$target" $(seeds_of "$target") > "$log" 2>&1; then
    sed -nE 's/^stat::number_of_executed_units: *([0-9]+)/  \1 inputs, no fault/p' "$log"
  else
    failed=1
    grep -E '^(claim broken|SUMMARY|==[0-9]+== ?ERROR|.*runtime error)' "$log" >&2 || tail -n 20 "$log" >&2
    fault=$(sed -nE 's/.*Test unit written to (.*)/\1/p' "$log" | tail -n 1)
    echo "  see it again: $build/fuzz_$target ${fault:-<the input; the log is $log>}" >&2
  fi
done
exit $failed
