#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A backup taken while people work is whole: another machine restores it, proves its journal, works and signs there.
. "$(dirname "$0")/setup.sh"

office waiting "$scratch/office"
touch "$scratch/working"
(
  for item in $(findings_of "$scratch/office"); do
    [ -e "$scratch/working" ] || break
    as luc "$scratch/office" worklist decide "$item" --verdict refused --reason 'Unreadable.' > /dev/null || echo "$item" >> "$scratch/turned_away"
  done
) & writer=$!
sleep 0.2
for number in 1 2 3; do ends "backup $number while Luc decides" 0 as admin "$scratch/office" backup "$scratch/backup $number"; done
rm "$scratch/working"
wait $writer
equal 'nobody was turned away for a backup' '' "$(cat "$scratch/turned_away" 2>/dev/null)"

for number in 1 2 3; do
  backup="$scratch/backup $number"; elsewhere="$scratch/elsewhere $number"
  mkdir -p "$elsewhere"; cp -r "$scratch/office/tokens" "$elsewhere"
  ends "backup $number fits its sums" 0 sh -c 'cd "$1" && sha256sum -c SHA256SUMS' sh "$backup"
  equal "backup $number is its owner’s" 700 "$(stat -c %a "$backup")"
  ends "restoring backup $number" 0 env XDG_DATA_HOME="$elsewhere/home" "$cadran" restore "$backup" "$elsewhere/workspace" --lang en
  ends "the journal of backup $number" 0 as sophie "$elsewhere" journal verify
  holds "backup $number: the journal is the beginning of the present one" cmp \
    <(as sophie "$elsewhere" journal list --format csv) \
    <(as sophie "$scratch/office" journal list --format csv | head -n "$(as sophie "$elsewhere" journal list --format csv | wc -l)")
done
equal 'the backups saw the work go on' yes "$([ "$(as sophie "$scratch/elsewhere 3" journal list --format csv | wc -l)" -gt "$(as sophie "$scratch/elsewhere 1" journal list --format csv | wc -l)" ] && echo yes)"

ends 'a backup of a backup’s place is refused' 4 as admin "$scratch/office" backup "$scratch/backup 1"
ends 'a restore does not overwrite' 4 env XDG_DATA_HOME="$scratch/elsewhere 1/home" "$cadran" restore "$scratch/backup 1" "$scratch/elsewhere 1/workspace"
cp -r "$scratch/backup 1" "$scratch/damaged"
printf x >> "$scratch/damaged/workspace/workspace.xml"
ends 'a damaged backup is refused' 2 env XDG_DATA_HOME="$scratch/nowhere" "$cadran" restore "$scratch/damaged" "$scratch/from damaged"
holds 'and nothing of it is restored' test ! -e "$scratch/from damaged" -a ! -e "$scratch/nowhere"

# Off to another machine before the signature, which is given there.
office reviewed "$scratch/second"
ends 'a backup before the signature' 0 as admin "$scratch/second" backup "$scratch/before signature"
mkdir -p "$scratch/there"; cp -r "$scratch/second/tokens" "$scratch/there"
key_of() { find "$1/home" -name signing.key -exec sha256sum {} + | cut -c1-64; }
ends 'restoring there' 0 env XDG_DATA_HOME="$scratch/there/home" "$cadran" restore "$scratch/before signature" "$scratch/there/workspace"
equal 'the key came along' "$(key_of "$scratch/second")" "$(key_of "$scratch/there")"
ends 'signing there' 0 as claire "$scratch/there" review sign pay-benefits --period 2026-Q3
ends 'exporting there' 0 as claire "$scratch/there" export review pay-benefits --period 2026-Q3 --to "$scratch/pack"
ends 'the signature given there is good' 0 sh -c 'cd "$1" && sha256sum -c SHA256SUMS && openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig' sh "$scratch/pack"
ends 'the journal there' 0 as sophie "$scratch/there" journal verify
finish
