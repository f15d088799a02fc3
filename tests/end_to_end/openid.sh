#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Signing in through the organisation's provider: a certified one run here, walked in a real browser; then one that lies
# in every way that matters, each of which is refused, told and journalled; and a browser that never departed.
. "$(dirname "$0")/setup.sh"

place="$scratch/bureau"
mkdir -p "$place/tokens"
clock=$(date -u +%Y-%m-%dT%H:%M)
XDG_DATA_HOME="$place/home" "$cadran" init "$place/workspace" --sample --account admin --person Admin --now "$clock" > /dev/null
for name in anne paul lea; do
  as admin "$place" account add "$name" --person "${name^} Delorme" --role controller --code-file "$place/$name.code" > /dev/null
done
as admin "$place" account address paul --mail paul@example.org > /dev/null

children=()
trap 'kill "${children[@]}" 2> /dev/null || true; rm -rf "$scratch"' EXIT
# started NAME command…: in the background, until it says that it is ready
started() {
  local log="$scratch/$1.log"; shift
  : > "$log"
  "$@" > "$log" 2>&1 &
  children+=($!)
  for _ in $(seq 100); do grep -q 'ready\|answers at' "$log" && return; sleep 0.1; done
  cat "$log" >&2; exit 1
}
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
XDG_DATA_HOME="$place/home" started serve "$cadran" serve --port 0 --workspace "$place/workspace" --lang en --behind-proxy
site=$(sed -n 's,.*answers at \(http://[^ ]*\).*,\1,p' "$scratch/serve.log")

# --- what is set -----------------------------------------------------------------------------------------------------
ends 'nobody is set yet' 0 as admin "$place" account provider --format json
ends 'only an address by HTTPS is one' 2 as admin "$place" account provider --issuer http://login.example.org --client-id cadran
ends 'and no address with a name in it' 2 as admin "$place" account provider --issuer https://me@login.example.org --client-id cadran
ends 'without a provider nobody is linked' 4 as admin "$place" account identity lea --subject 1

# --- a certified provider --------------------------------------------------------------------------------------------
printf 'a secret that / needs + escapes' > "$place/secret"
for algorithm in RS256 ES256; do
  port=$(free_port)
  started "provider-$algorithm" node "$root/tests/openid/real.mjs" "$port" "$site" "$algorithm"
  ends "a provider is set, $algorithm" 0 as admin "$place" account provider --issuer "http://localhost:$port" --client-id cadran --secret-file "$place/secret" --title 'the staff login' --claim email
  ends "whose address leads to the account, $algorithm" 0 node "$root/tests/browser/openid.mjs" "$site" paul 'Paul Delorme'
  ends "who is linked comes again, $algorithm" 0 node "$root/tests/browser/openid.mjs" "$site" paul 'Paul Delorme'
  ends "a stranger does not, $algorithm" 1 node "$root/tests/browser/openid.mjs" "$site" eve 'Eve'
  says 'and reads what to tell an administrator' "$scratch/printed" 'person-eve'
done
ends 'an administrator links' 0 as admin "$place" account identity lea --subject person-lea.by.another.name
ends 'and that person comes in' 0 node "$root/tests/browser/openid.mjs" "$site" lea.by.another.name 'Lea Delorme'
ends 'nobody is linked twice' 4 as admin "$place" account identity anne --subject person-paul
ends 'with the account of one alone' 4 as admin "$place" account identity lea --subject another
as admin "$place" journal list --format csv > "$scratch/journal"
says 'the journal tells who came' "$scratch/journal" 'lea,account.sign-in-by-provider,account/lea'
equal 'the secret is nowhere' '' "$(grep -rlaF 'a secret that / needs' "$place/workspace" || true)"

# --- one that lies ---------------------------------------------------------------------------------------------------
port=$(free_port)
started hostile node "$root/tests/openid/hostile.mjs" "$port"
as admin "$place" account provider --issuer "http://localhost:$port" --client-id cadran --claim preferred_username > /dev/null
jar="$scratch/cookies" page="$scratch/page"
# Whoever fails often waits: each try comes from elsewhere.
tries=0
asked() { tries=$((tries + 1)); curl -sS -H 'Accept-Language: en' -H "X-Forwarded-For: 192.0.2.$tries" "$@"; }
# come_by LIE: through the provider, which lies so; the status stays in `status`
come_by() {
  curl -sS -o /dev/null "http://localhost:$port/lie?as=$1"
  rm -f "$jar"
  status=$(asked -L -o "$page" -w '%{http_code}' -b "$jar" -c "$jar" "$site/sign-in/provider?next=/account")
}
has_session() { grep -q 'cadran_session' "$jar"; }
failures() { as admin "$place" journal list --format csv | grep -c 'account.sign-in-by-provider-failed' || true; }
# refused_for LIE STATUS WORDS
refused_for() {
  local before; before=$(failures)
  come_by "$1"
  equal "$1 is refused" "$2" "$status"
  says "$1 is told" "$page" "$3"
  if has_session; then fault "$1 gave a session"; else held; fi
  equal "$1 is in the journal" $((before + 1)) "$(failures)"
}
come_by good
equal 'where it tells the truth, anne comes in' 200 "$status"
says 'and is led on' "$page" 'href="/account"'
holds 'with a session' has_session
refused_for nonce 403 'answers another sign-in'
refused_for audience 403 'for another application'
refused_for audiences 403 'for another application'
refused_for issuer 403 'another identity provider'
refused_for mix-up 403 'another identity provider'
refused_for expired 403 'has expired'
refused_for no-end 403 'has expired'
refused_for future 403 'of the future'
refused_for nobody 403 'does not say who'
refused_for other-key 403 'signed by none of its keys'
refused_for unknown-key 403 'signed by none of its keys'
refused_for none 403 'does not accept'
refused_for hs256 403 'does not accept'
refused_for no 403 'did not confirm'
refused_for no-token 403 'does not accept this code'
refused_for elsewhere 403 'does not accept this code'
refused_for garbage 403 'does not accept this code'
refused_for endless 422 'does not answer'
refused_for stranger 403 '666'
refused_for second 403 '667'

# --- a browser that did not depart -----------------------------------------------------------------------------------
# back PLACE: with the cookies there are
back() { status=$(asked -o "$page" -w '%{http_code}' -b "$jar" "$site$1"); }
rm -f "$jar"; touch "$jar"
back '/sign-in/provider/return?code=x&state=y'
equal 'without a ticket nobody returns' 403 "$status"
says 'which is told' "$page" 'has begun no sign-in'
curl -sS -o /dev/null "http://localhost:$port/lie?as=good"
# departure JAR: leaves for the provider, and keeps where that sends the browser back to in `return`
departure() {
  local address
  rm -f "$1"
  address=$(curl -sS -o /dev/null -w '%{redirect_url}' -c "$1" "$site/sign-in/provider")
  return=$(curl -sS -o /dev/null -w '%{redirect_url}' "$address")
  return=${return#"$site"}
}
departure "$scratch/hers"; hers=$return
departure "$jar"
back "$hers"
equal 'with the state of another browser nobody returns' 403 "$status"
says 'which is told, too' "$page" 'that of another sign-in'
departure "$jar"
back "$return"
equal 'with their own they do' 200 "$status"
back "$return"
equal 'a code is good once' 403 "$status"
departure "$jar"
sed -i 's/\(cadran_departure\t.\{20\}\)./\1_/' "$jar"
back "$return"
equal 'a ticket that was changed is none' 403 "$status"
ends 'suspended' 0 as admin "$place" account suspend anne
come_by good
equal 'who is suspended does not come in' 403 "$status"
ends 'nor after' 0 as admin "$place" account identity paul --remove
kill "${children[-1]}"
come_by good || true
as admin "$place" account provider --remove > /dev/null
curl -sS -o "$page" "$site/sign-in"
equal 'without a provider there is no way to one' 0 "$(grep -c 'sign-in/provider' "$page")"

holds 'nothing was logged as an inner fault' bash -c "! grep -E '^(GET|POST) ' '$scratch/serve.log'"
ends 'the journal holds together' 0 as admin "$place" journal verify
finish
