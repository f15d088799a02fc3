#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The same plugin, trusted and not: its controls, some of which stumble, its replays and its examples say the same to the
# byte, while without trust none of its files runs in the process that was called.
. "$(dirname "$0")/setup.sh"

sound="$scratch/trusted"
held_back="$scratch/untrusted"

# A control of which one judge runs for ever, one cannot be made out, and the others choose.
prepare() {
  local place=$1 plugin="$1/workspace/plugins/claims"
  cat > "$plugin/controls/stumbles.lua" <<'END_OF_CONTROL'
return control "stumbles" {
  title    = { fr = "trébuche", en = "stumbles" },
  from     = "claim",
  effect   = "check",
  severity = "low",
  message  = { fr = "{number}", en = "{number}" },
  messages = { late = { fr = "{number} en retard", en = "{number} is late" } },
  judge    = function(claim)
    if claim.number == "P0700101" then while true do end end
    if claim.number == "P0700432" then return fail { severity = claim.severitee } end
    if claim.act == "optical" then return fail { severity = "high", message = "late", effect = "flag" } end
    if claim.act == "consultation" then return pass() end
    return fail()
  end,
}
END_OF_CONTROL
  sed -i '0,/<\/control>/s|</control>|&<control use="claims/stumbles" frequency="monthly" by="controller"><covers risk="fraud"/><proof><fr>Essai</fr><en>Trial</en></proof></control>|' "$place/workspace/processes/pay-benefits.xml"
  as malik "$place" plugin draft claims > /dev/null
  as sophie "$place" plugin accept claims --from 2026-07-01 --reason 'Tried' > /dev/null
  as claire "$place" process draft pay-benefits > /dev/null
  as sophie "$place" process accept pay-benefits --from 2026-07-01 --reason 'Tried' > /dev/null
}

office imported "$sound"
sed -i '/<member /,/<[/]member>/d' "$sound/workspace/workspace.xml"  # who have other names in the office
sed -i 's|</workspace>|  <plugin id="claims" trust="some"/>\n&|' "$sound/workspace/workspace.xml"
ends 'there is no half trust' 2 as admin "$sound" workspace draft
says 'and the words that there are are told' "$scratch/printed" 'none'
cp -a "$sound" "$held_back"
sed -i '/<plugin id="claims"/d' "$sound/workspace/workspace.xml"
sed -i 's|trust="some"|trust="none"|' "$held_back/workspace/workspace.xml"
ends 'distrust is handed in' 0 as admin "$held_back" workspace draft
ends 'and told to whoever accepts it' 1 as sophie "$held_back" workspace diff
says 'by the name of the plugin' "$scratch/printed" 'not trusted.*claims'
ends 'and accepted' 0 as sophie "$held_back" workspace accept --from 2026-09-30 --reason 'From a consultant'
for place in "$sound" "$held_back"; do prepare "$place"; done

# same WHAT CODE WHO words…: in both, printing the same
same() {
  local what=$1 code=$2 who=$3; shift 3
  ends "$what, trusted" "$code" as "$who" "$sound" "$@"
  sed "s|$sound|PLACE|g" "$scratch/printed" > "$scratch/of_trusted"
  ends "$what, not trusted" "$code" as "$who" "$held_back" "$@"
  sed "s|$held_back|PLACE|g" "$scratch/printed" > "$scratch/of_untrusted"
  holds "$what: the same is printed" cmp "$scratch/of_trusted" "$scratch/of_untrusted"
}
same 'the examples' 0 malik plugin test claims
same 'a run' 5 luc control run pay-benefits --period 2026-Q3 --format json
says 'the run stumbled' "$scratch/printed" 'claims/stumbles'
findings='select * from finding order by id; select * from finding_subject order by finding, key'
same_rows() { cmp <(sqlite3 -batch "$sound/workspace/cadran.db" "$1") <(sqlite3 -batch "$held_back/workspace/cadran.db" "$1"); }
holds 'the findings are the same to the byte' same_rows "$findings"
equal 'of which there are some of each kind' 'error fail' \
  "$(sqlite3 -batch "$held_back/workspace/cadran.db" "select group_concat(outcome, ' ') from (select distinct outcome from finding where control = 'claims/stumbles' order by 1)")"
same 'a replay of a file' 5 luc control replay claims/stumbles --file "$sound/data/claims-2026-07.csv"
same 'a replay of records' 5 sophie control replay claims/stumbles --since 2026-07-01 --draft

# Which processes are started, and which of them reads bytes before it has given everything up.
program=(strace -f -qq -o "$scratch/trace" -e trace=execve,seccomp,prctl "$cadran")
ends 'a run that is watched, trusted' 5 as luc "$sound" control run pay-benefits --period 2026-Q3
equal 'starts no process' 1 "$(grep -c 'execve(' "$scratch/trace")"
ends 'a run that is watched, not trusted' 5 as luc "$held_back" control run pay-benefits --period 2026-Q3
program=("$cadran")
started=$(grep -c 'execve("/proc/self/exe", \["/proc/self/exe", "serve-scripts"\], .*/\* 0 vars \*/' "$scratch/trace")
holds 'starts itself without an environment' [ "$started" -ge 2 ]
equal 'and each time without a way back' "$started" "$(awk '/PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0\) = 0/ { print $1 }' "$scratch/trace" | sort -u | wc -l)"
equal 'under a filter' "$started" "$(grep -cE '(SECCOMP_SET_MODE_FILTER|PR_SET_SECCOMP, SECCOMP_MODE_FILTER).* = 0$' "$scratch/trace")"

ends 'the process of its own is nothing to call by hand' 64 "$cadran" serve-scripts < /dev/null
ends 'a plugin says where its scripts run' 0 as luc "$held_back" plugin show claims
says 'in a process of their own' "$scratch/printed" 'process of their own'
ends 'a trusted one does not' 0 as luc "$sound" plugin show claims
holds 'say so' bash -c "! grep -q 'process of their own' '$scratch/printed'"
ends 'the journal holds' 0 as sophie "$held_back" journal verify
finish
