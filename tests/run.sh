#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds, runs every test.
set -euo pipefail

usage() {
  cat <<'END'
usage: tests/run.sh [--sanitize] [--long]

Installs the packages that are missing, builds in build/, runs every test, and ends with the line
"N passed, N failed". Run again, it builds only what has changed.

  --sanitize  builds and runs the unit tests of all layers below report in build-sanitize/ instead, with
              AddressSanitizer and UndefinedBehaviorSanitizer, and prints how much of these layers they cover; under
              85 % of their lines counts as a failure. Properties are tried with 30 made-up cases each, not with 100.
              With --long, of all layers, and with 100
  --long      lets tests that sample by default go through every case (CADRAN_TESTS_LONG=1), and feeds the readers of
              definitions, spreadsheets, CSV, conditions and declarations with made-up input for two minutes each
              (tests/fuzz/run.sh, in build-fuzz/)
  --help      this text

Ends with 0 if everything passed, 1 if something failed, 2 on wrong usage.
END
}

least_coverage=85
sanitize=no
long=no
cases=30
for option in "$@"; do
  case "$option" in
    --sanitize) sanitize=yes ;;
    --long) long=yes; cases=100; export CADRAN_TESTS_LONG=1 ;;
    --help | -h) usage; exit 0 ;;
    *) echo "tests/run.sh: unknown option $option" >&2; usage >&2; exit 2 ;;
  esac
done

cd -- "$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)"
passed=0
failed=0

# build PRESET [options of cmake --build]
build() {
  cmake --preset "$1" --log-level=WARNING
  cmake --build --preset "$1" --parallel "$(nproc)" "${@:2}"
}

# run_tests PRESET FOLDER [options of ctest]
run_tests() {
  local preset=$1 log=$2/tests.log counts
  shift 2
  ctest --preset "$preset" --no-tests=error --parallel "$(nproc)" "$@" 2>&1 | tee "$log" || true
  counts=$(sed -nE 's/^[0-9]+% tests passed, ([0-9]+) tests? failed out of ([0-9]+)$/\1 \2/p' "$log")
  if [ -z "$counts" ]; then
    echo "ctest ended before its tests did; its last words are above." >&2
    exit 1
  fi
  failed=$((failed + ${counts% *}))
  passed=$((passed + ${counts#* } - ${counts% *}))
}

# measure_coverage [options of gcovr]
measure_coverage() {
  local code=0
  gcovr --root . --filter core/ "$@" --fail-under-line "$least_coverage" --print-summary build-sanitize || code=$?
  case "$code" in
    0) passed=$((passed + 1)); return ;;
    2) echo "The unit tests cover less than $least_coverage % of the lines of core/." >&2 ;;
    *) echo "gcovr could not measure the coverage; it says why above." >&2 ;;
  esac
  failed=$((failed + 1))
}

# run_sanitized TARGET LABEL
run_sanitized() {
  build sanitize --target "$1"
  find build-sanitize -name '*.gcda' -delete
  UBSAN_OPTIONS=print_stacktrace=1 RC_PARAMS="max_success=$cases" \
    run_tests sanitize build-sanitize --label-regex "^$2\$"
}

# Tests write durably a thousand times over: in memory that takes a tenth of the time, and is the same to them.
memory=/dev/shm
if [ -z "${TMPDIR:-}" ] && [ -w "$memory" ] && [ "$(df --output=avail -k "$memory" | tail -n 1)" -gt 4000000 ]; then
  TMPDIR=$(mktemp -d "$memory/cadran-tests.XXXXXX")
  export TMPDIR
  trap 'rm -rf "$TMPDIR"' EXIT
fi

packaging/install.sh --with-tests
if [ "$sanitize" = no ]; then
  build release
  run_tests release build
elif [ "$long" = yes ]; then
  build release --target cadran
  run_tests release build --label-regex '^script$'
  run_sanitized all unit
  measure_coverage
else
  build release --target cadran outer_tests
  run_tests release build --label-regex '^(script|outer)$'
  run_sanitized inner_tests inner
  measure_coverage --exclude 'core/(report|app|cli)/'
fi
if [ "$long" = yes ]; then
  if tests/fuzz/run.sh --seconds 120; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
