#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Seven controls over one file of claims in less and less memory: the most that the process had of it, which must keep
# to what it was allowed, and equal findings. Of the file as it is written (claims), in any order (shuffled), and in
# Windows-1252, which is not read in blocks (irregular). tests/bench/README.md tells what it does.
# usage: tests/bench/memory.sh [CADRAN] [LINES] [SIZE…]
lines=${2:-1000000}
sizes=("${@:3}")
[ "${#sizes[@]}" -gt 0 ] || sizes=(4GB 400MB 200MB 150MB)
further=0
set -- "${1:-}"
[ -n "$1" ] || set --
. "$(dirname "$0")/../end_to_end/setup.sh"
bench="$root/tests/bench/screening"

c++ -std=c++20 -O2 -o "$scratch/generate" "$bench/generate.cpp"
mkdir "$scratch/data"
"$scratch/generate" "$lines" "$scratch/data"
rm "$scratch/data/quoted.csv"
data="$scratch/data"
{ head -n 1 "$data/claims.csv"; tail -n +2 "$data/claims.csv" | shuf --random-source="$data/claims.csv"; } > "$data/shuffled.csv"
LC_ALL=C awk -F, -v OFS=, 'NR == 2 { $4 = $4 "\351" } { print }' "$data/claims.csv" > "$data/irregular.csv"
. "$bench/office.sh"

printf '%d lines, %d MB, %d cores\n' "$lines" "$(($(stat -c %s "$data/claims.csv") / 1000000))" "$(nproc)"
printf '%-10s %8s %8s %8s %6s\n' '' allowed 'peak MB' 'wall s' parts
of_all=
for file in claims shuffled irregular; do
  expected=
  for size in "${sizes[@]}"; do
    code=0
    /usr/bin/time -q -o "$scratch/taken" -f '%e %M' env XDG_DATA_HOME="$office/home" "$cadran" control replay "${controls[@]}" \
      --memory "$size" --file "$data/$file.csv" --findings "$scratch/found" --workspace "$office/workspace" --now "$clock" \
      --lang en --token-file "$office/tokens/sophie" > "$scratch/printed" 2>&1 || code=$?
    if [ "$code" -eq 3 ]; then
      printf '%-10s %8s refused: %s\n' "$file" "$size" "$(grep -o 'at least [0-9]* MB' "$scratch/printed" || tail -n 3 "$scratch/printed")"
      continue
    fi
    equal "$file in $size" 1 "$code"
    [ "$code" -eq 1 ] || tail -n 3 "$scratch/printed" >&2
    read -r wall peak < "$scratch/taken"
    peak=$((peak * 1024 / 1000000))
    parts=$(sed -n 's/.*looked at in \([0-9]*\) parts.*/\1/p' "$scratch/printed")
    printf '%-10s %8s %8d %8.2f %6s\n' "$file" "$size" "$peak" "$wall" "${parts:-1}"
    allowed=$(($(sed 's/GB/000/; s/MB//' <<< "$size")))
    [ "$peak" -le "$allowed" ] || fault "$file in $size had $peak MB"
    now=$(sha256sum < "$scratch/found")
    equal "$file in $size found the same, to the byte" "${expected:=$now}" "$now"
    now=$(sort "$scratch/found" | sha256sum)
    equal "$file in $size found what others did, in any order" "${of_all:=$now}" "$now"
  done
done
finish
