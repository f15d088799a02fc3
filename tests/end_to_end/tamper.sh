#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whatever is changed in a pack, in the archive or in the store behind the program's back is found, and said where.
. "$(dirname "$0")/setup.sh"

# flip FILE: changes one bit in the middle of it
flip() {
  local at byte
  at=$(($(stat -c %s "$1") / 2))
  byte=$(od -An -tu1 -j "$at" -N 1 "$1")
  chmod u+w "$1"
  printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$1" bs=1 seek="$at" conv=notrunc status=none
}

have_demo
pack="$demo/review-2026-Q3"
fingerprint="$(sha256sum < "$pack/key.pem" | cut -c1-64)"
sums() { (cd "$1" && sha256sum -c SHA256SUMS); }
signed() { (cd "$1" && openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig); }

ends 'an untouched pack' 0 sums "$pack"
ends 'an untouched signature' 0 signed "$pack"
for file in "$pack"/*; do
  name="${file##*/}"
  rm -rf "$scratch/pack"; cp -r "$pack" "$scratch/pack"
  flip "$scratch/pack/$name"
  case "$name" in
    SHA256SUMS | SHA256SUMS.sig)
      ends "a changed $name" 1 signed "$scratch/pack" ;;
    key.pem)
      equal "a changed $name has another fingerprint" yes "$([ "$(sha256sum < "$scratch/pack/$name" | cut -c1-64)" != "$fingerprint" ] && echo yes)" ;;&
    *)
      ends "a changed $name" 1 sums "$scratch/pack"
      says "it is named" "$scratch/printed" "^$name: FAILED" ;;
  esac
done

office reviewed "$scratch/office"
as claire "$scratch/office" review sign pay-benefits --period 2026-Q3 > /dev/null
as luc "$scratch/office" worklist release --released "$scratch/released.csv" --suspended "$scratch/held.csv" > /dev/null
ends 'an untouched workspace' 0 as sophie "$scratch/office" journal verify
database="$scratch/office/workspace/cadran.db"
cp "$database" "$scratch/untouched.db"

# Contents of every kind: claims, payments, plugin, process, pages of the pack, lists of payments.
count=0
for file in $(cd "$scratch/office/workspace/archive" && find ?? -type f | sort | awk 'NR % 2'); do
  place="$scratch/office/workspace/archive/$file"
  cp -a "$place" "$scratch/kept"
  flip "$place"
  ends "a changed byte in archive/$file" 1 as sophie "$scratch/office" journal verify
  says 'it is placed' "$scratch/printed" "archive/(../)?${file##*/}"
  rm -f "$place"
  ends "archive/$file is gone" 1 as sophie "$scratch/office" journal verify
  says 'it is placed' "$scratch/printed" "^[a-z]+/.+: .*${file/\//}"
  mv "$scratch/kept" "$place"
  count=$((count + 1))
done
equal 'enough of the archive was changed' yes "$([ $count -ge 5 ] && echo yes)"

# tampered PLACE SQL: the store is changed by hand and the verification points at PLACE
tampered() {
  rm -f "$database"-wal "$database"-shm
  cp "$scratch/untouched.db" "$database"
  local changed
  changed="$(sqlite3 "$database" "pragma foreign_keys = off; $2; select total_changes();")"
  equal "something was changed by: $2" yes "$([ "$changed" -gt 0 ] && echo yes)"
  ends "$2" 1 as sophie "$scratch/office" journal verify
  says "$2" "$scratch/printed" "^$1: "
}
while IFS='|' read -r place sql; do
  case "$place" in ''|'#'*) continue ;; esac
  tampered "$place" "$sql"
done <<'END'
workspace|update setting set value = 'x' || value where name = 'id'
account/luc|update account set person = 'Somebody' where name = 'luc'
account/luc|insert into credential (hash, account, kind) values (randomblob(32), 'luc', 'token')
account/luc|delete from credential where account = 'luc' and kind = 'token'
account/luc|update credential set used_at = null where account = 'luc' and kind = 'invitation'
account/nadia|update credential set account = 'luc' where account = 'nadia' and kind = 'token'
account/luc|update account set suspended_at = 0 where name = 'luc'
account/luc|insert into password values ('luc', 'x')
account/luc|insert into account_role values ('luc', 'administrator')
account/nadia|delete from handler_code where code = 'H07'
account/nadia|update handler_code set account = 'luc' where code = 'H07'
.*pay-benefits.*|update definition set approver = author where kind = 'process'
.*claims.*|update definition set valid_from = valid_from - 30 where kind = 'plugin'
import/1|update import set rejected = rejected - 1 where number = 1
import/2|delete from import where number = 2
run/1|update run set results = json_replace(results, '$[0].passed', 1000) where number = 1
run/1|update finding set evidence = json_replace(evidence, '$[1].value', 'Somebody') where id = (select min(id) from finding)
finding/.*|update finding set state = 'open' where id = (select min(id) from finding)
finding/.*|update decision set actor = 'nadia' where number = 1
finding/.*|update decision set at = at - 86400000000 where number = 1
finding/.*|delete from decision where number = 2
release.*1|update release_list set at = at + 1 where number = 1
release.*1|delete from release_item where finding = (select min(finding) from release_item)
measurement/.*|update measurement set numerator = denominator where numerator < denominator
store|update finding set evidence = 'no JSON' where id = (select min(id) from finding)
cycle/.*|update cycle set stage = 'check' where number = 1
review/.*|drop trigger signed_review_is_frozen; update review set conclusion = 'All is well.'
journal/3|drop trigger journal_is_never_changed; update journal set entry = replace(entry, 'admin', 'nobody') where number = 3
journal/5|drop trigger journal_is_never_deleted; delete from journal where number = 4
journal/5|drop trigger journal_is_never_changed; update journal set hash = zeroblob(32) where number = 5
END
finish
