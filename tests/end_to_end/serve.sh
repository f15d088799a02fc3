#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The workspace served to a browser that has no script: first sign-in by invitation, a controller decides, hostile
# bytes are refused and the server lives on, it stops when it is told to, and says what a kill left of an import.
. "$(dirname "$0")/setup.sh"

place="$scratch/bureau"
office waiting "$place"

invitation() { as admin "$place" account add "$1" --person "$2" --role "$3" --code-file "$place/$1.code" > /dev/null; }
invitation anne 'Anne Delorme' controller
invitation paul 'Paul Lenoir' auditee

# What arrives is kept in $scratch meanwhile.
served() { TMPDIR="$scratch" serve "$place" "$@"; }
served
says 'it says how to come in the first time' "$log" '/invitation'

# --- a browser -------------------------------------------------------------------------------------------------------
jar="$scratch/cookies"
page="$scratch/page"
# get PATH, send PATH field=value…: the page stays in $page, its status in `status`
get() { status=$(curl -sS -o "$page" -w '%{http_code}' -b "$jar" -c "$jar" "$site$1"); }
send() {
  local path=$1 field data=(); shift
  data=(--data-urlencode "form_token=$(sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p' "$page" | head -n 1)")
  for field in "$@"; do data+=(--data-urlencode "$field"); done
  status=$(curl -sS -L -o "$page" -w '%{http_code}' -b "$jar" -c "$jar" "${data[@]}" "$site$path")
}
# come_in ACCOUNT: by invitation, with a password of one's own
come_in() {
  rm -f "$jar"
  get /invitation
  send /invitation "code=$(cat "$place/$1.code")" 'password=the river runs below' 'again=the river runs below'
}

get /
equal 'whoever is unknown is sent to the door' 303 "$status"
come_in anne
equal 'an invitation lets in' 200 "$status"
says 'the start names the person' "$page" 'Anne Delorme'
get /worklist
says 'files wait' "$page" 'href="/worklist/F-[0-9a-f]{16}"'
first=$(grep -o '/worklist/F-[0-9a-f]\{16\}' "$page" | head -n 1)
get "$first"
send "$first/decide" verdict=released
equal 'a release needs every point' 422 "$status"
send "$first/decide" verdict=released all=yes
equal 'a decision leads on' 200 "$status"
says 'to the next file' "$page" 'name="verdict"'
as luc "$place" worklist show "${first##*/}" > "$scratch/shown" 
says 'the decision is there' "$scratch/shown" 'anne'
as sophie "$place" journal list --format csv > "$scratch/journal"
says 'and in the journal' "$scratch/journal" 'anne.*worklist.decide'
says 'so is the sign-in' "$scratch/journal" 'anne'
get /releases
send /releases
equal 'what was released goes on a list for the payment system' 200 "$status"
get /releases/1/released
equal 'which is taken away as a file' 200 "$status"
get /controls
send /controls/run process=pay-benefits period=2026-07
equal 'the controls run from their page' 200 "$status"
says 'and tell by whom' "$page" 'Passage n.*Anne Delorme'
get /journal
equal 'a controller reads no journal' 403 "$status"
send /sign-out
get /worklist
equal 'out is out' 303 "$status"
get /sign-in
send /sign-in account=anne 'password=the river runs below' next=/worklist
equal 'the password lets in again' 200 "$status"
send /sign-out
send /sign-in account=anne 'password=not this one at all'
equal 'a wrong one does not' 403 "$status"
come_in paul
get /worklist
equal 'an auditee sees no files' 403 "$status"

# --- the same pages in a real browser ----------------------------------------------------------------------------------
in_browser() { node "$root/tests/browser/pages.mjs" "$site" --password 'the river runs below' "$@"; }
invitation marc 'Marc Petit' quality-manager
come_in marc
by_keyboard() { node "$root/tests/browser/by_keyboard.mjs" "$site" files --account anne --password 'the river runs below' "$@"; }
ends 'a controller clears a file by keyboard alone' 0 by_keyboard --locale fr-FR
ends 'and another on a narrow window, in English' 0 by_keyboard --locale en-GB --width 390
ends 'on pages without a fault' 0 in_browser --account anne /worklist /account/proof
file=$(as luc "$place" worklist list --format csv | awk -F, 'NR == 3 { print $1 }')
ends 'a file, too' 0 in_browser --account anne "/worklist/$file" "/findings/$file" "/search?q=$file" /search
invitation chef 'Chantal Chef' administrator
come_in chef
printf 'number;member;beneficiary;provider;act;care_date;received_on;amount;handler;iban;paid_on\nZ1;1;1;1;x\n' > "$scratch/faulty.csv"
record=$(as luc "$place" worklist list --format csv | awk -F, 'NR == 3 { print $2 }')
ends 'an invitation, a search, a calendar and an import, by clicking' 0 \
  node "$root/tests/browser/registers.mjs" "$site" --administrator chef --importer marc --password 'the river runs below' \
  --file "$record" --claims "$scratch/faulty.csv"

# --- definitions: edited, accepted by somebody else, tried ------------------------------------------------------------
invitation rose 'Rose Martin' management
come_in rose
ends 'a sheet is edited, handed in and put in force in a browser; a threshold is tried with a slider' 0 \
  node "$root/tests/browser/definitions.mjs" "$site" --editor marc --approver rose --password 'the river runs below'
ends 'on pages without a fault' 0 in_browser --account marc '/processes/pay-benefits/draft?section=objectives' \
  '/processes/pay-benefits/draft?section=file' '/plugins/claims/draft?examples=yes' \
  '/plugins/claims/controls/over-threshold?since=2026-07-01&set.threshold=800' "/worklist/$file/explanation" /nonconformities/new
says 'the journal tells who edited' <(as sophie "$place" journal list --format csv) 'marc.*process.edit'

# --- hostile bytes ---------------------------------------------------------------------------------------------------
# raw BYTES (as printf): the first line of the answer
raw() {
  local answer
  exec 7<> "/dev/tcp/127.0.0.1/$port"
  printf "$1" >&7
  IFS= read -r -t 10 answer <&7 || answer=
  exec 7>&- 7<&-
  printf '%s' "${answer%$'\r'}"
}
equal 'two lengths' 'HTTP/1.1 400 Bad Request' "$(raw 'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\na=1')"
equal 'chunks' 'HTTP/1.1 501 Not Implemented' "$(raw 'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n')"
equal 'a way out of the folder' 'HTTP/1.1 400 Bad Request' "$(raw 'GET /%%2e%%2e/cadran.db HTTP/1.1\r\nHost: localhost\r\n\r\n')"
equal 'a name of somebody else' 'HTTP/1.1 421 Misdirected Request' "$(raw 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n')"
equal 'no HTTP at all' 'HTTP/1.1 400 Bad Request' "$(raw '\x16\x03\x01\r\n')"
get /sign-in
equal 'it lives on' 200 "$status"
no_inner_fault

kill -TERM "$server"
code=0; wait "$server" || code=$?
equal 'it stops when it is told to' 0 "$code"
says 'and says so' "$log" 'has stopped'

# --- killed in the middle of an import ---------------------------------------------------------------------------------
served
rm -f "$jar"
get /sign-in
send /sign-in account=marc 'password=the river runs below'
# bring FILE: its errand's address in `errand`
bring() {
  get /imports
  errand=$(curl -sS -o /dev/null -w '%{redirect_url}' -b "$jar" -c "$jar" -F type=claim -F "file=@$1" \
    -F "form_token=$(sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p' "$page" | head -n 1)" "$site/imports")
  errand=${errand#"$site"}
}
head -n 1 "$scratch/faulty.csv" > "$scratch/large.csv"
awk 'BEGIN { for (i = 1; i <= 600000; ++i) printf "K%d;A1;A1-1;PS1;optical;01/07/2026;02/07/2026;10,00;H01;;\n", i }' >> "$scratch/large.csv"
head -n 3 "$scratch/large.csv" > "$scratch/small.csv"
bring "$scratch/small.csv"; finished=$errand
for _ in $(seq 100); do get "$finished"; grep -q 'data-events' "$page" || break; sleep 0.1; done
bring "$scratch/large.csv"; killed=$errand
get "$killed"
says 'it is being read' "$page" 'data-events'
kill -KILL "$server"; wait "$server" 2> /dev/null || true
left() { compgen -G "$scratch/cadran-files-*"; }
holds 'what arrived lies where it was read' left
served
ends 'nothing of it is left once a server starts' 1 left
get "$killed"
says 'after a kill, its page says that nothing was kept' "$page" 'Rien de ce fichier n’a été repris'
get "$killed/events"
says 'and whoever waits for it is led there' "$page" '"over":true'
get "$finished"
says 'what was finished leads to its import' "$page" 'Ce fichier a été repris.*import [0-9]+'
as sophie "$place" import list > "$scratch/shown"
says 'which is there' "$scratch/shown" 'small\.csv'
holds 'and the other is not' bash -c "! grep -q large '$scratch/shown'"
kill -TERM "$server"; wait "$server" || fault 'it stops'

# --- with a certificate ----------------------------------------------------------------------------------------------
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -keyout "$scratch/key.pem" -out "$scratch/cert.pem" -days 2 2> /dev/null
served --certificate "$scratch/cert.pem" --key "$scratch/key.pem"
ends 'it answers by TLS, to whom knows the certificate' 0 curl -sS --cacert "$scratch/cert.pem" -D "$scratch/head" -o "$page" "https://localhost:$port/sign-in"
says 'with cookies for TLS alone' "$scratch/head" '^Set-Cookie: .*; Secure'
says 'and browsers come back by TLS' "$scratch/head" '^Strict-Transport-Security: '
ends 'and to nobody without' 60 curl -sS -o "$page" "https://localhost:$port/sign-in"
kill -TERM "$server"; wait "$server" || fault 'it stops'
ends 'a key without its certificate is a fault' 2 as admin "$place" serve --key "$scratch/key.pem"
ends 'so is what is no certificate' 2 as admin "$place" serve --port 0 --certificate "$scratch/key.pem" --key "$scratch/key.pem"

ends 'the journal holds together' 0 as sophie "$place" journal verify
finish
