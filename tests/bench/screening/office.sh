# SPDX-License-Identifier: Apache-2.0
# What the benchmarks of screening share, and source behind setup.sh: a workspace in $office in which the controls are in
# force and the lists of $scratch/data imported, and so many further thresholds ($further).
clock=2026-07-01T09:00
office="$scratch/office"
mkdir -p "$office/tokens"
XDG_DATA_HOME="$office/home" "$cadran" init "$office/workspace" --sample --account admin --now "$clock" > /dev/null
{
  invite "$office" sophie --person Sophie --role quality-manager
  invite "$office" malik --person Malik --role plugin-author
  cp -r "$bench/plugin" "$office/workspace/plugins/screening"
  for i in $(seq 1 $further); do
    sed "s/above-threshold/above-$((1000 + i))/; s/1000\.00/$((1000 + i)).00/; /judge/,/^  end/d" \
      "$bench/plugin/controls/above-threshold.lua" > "$office/workspace/plugins/screening/controls/above-$((1000 + i)).lua"
  done
  sed 's/"paid-too-early"/"nothing"/; s/where    = .*/where    = "amount < 0.00 EUR",/; s/{[a-z_]*}//g' \
    "$bench/plugin/controls/paid-too-early.lua" > "$office/workspace/plugins/screening/controls/nothing.lua"
  as malik "$office" plugin draft screening
  as sophie "$office" plugin accept screening --from 2026-07-01
  as sophie "$office" import member "$scratch/data/members.csv"
  as sophie "$office" import staff "$scratch/data/staff.csv"
} > /dev/null
controls=()
for file in "$bench"/plugin/controls/*.lua; do controls+=("screening/$(basename "$file" .lua)"); done
fifty=("${controls[@]}")
for i in $(seq 1 $further); do fifty+=("screening/above-$((1000 + i))"); done
