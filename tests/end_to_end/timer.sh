#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The service and the timer of every night, as systemd reads them, without a running one.
. "$(dirname "$0")/setup.sh"

units="$root/packaging/systemd"
# An instance for a folder with a space and an accent.
instance="$(systemd-escape --path "/srv/cadran/la qualité")"
mkdir "$scratch/units"
for kind in service timer; do
  sed "s,^ExecStart=/usr/bin/cadran,ExecStart=/bin/true," "$units/cadran-nightly@.$kind" > "$scratch/units/cadran-nightly@$instance.$kind"
done
in_units() { (cd "$scratch/units" && "$@"); }
for kind in service timer; do
  ends "systemd reads the $kind" 0 in_units systemd-analyze verify --man=no "./cadran-nightly@$instance.$kind"
  equal "systemd has nothing to say on the $kind" '' "$(grep cadran "$scratch/printed" || true)"
done
ends 'the service is confined' 0 in_units systemd-analyze security --offline=true --threshold=20 "./cadran-nightly@$instance.service"
equal 'the program is called with the command that there is' 'ExecStart=/usr/bin/cadran nightly --workspace %f' "$(grep ^ExecStart "$units/cadran-nightly@.service")"
ends 'which it knows' 0 "$cadran" nightly --help
ends 'the timer names a time' 0 systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$units/cadran-nightly@.timer")"
says 'of every day' "$scratch/printed" '02:30:00'
finish
